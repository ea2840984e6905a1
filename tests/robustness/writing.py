"""Run by test_writes.py in a process of its own: every writer, while the disk is full, read-only, or the run is killed.

python -m robustness.writing full|full_without_guard|read_only|kill FOLDER   prints one JSON object a writer and case
The first three need a mount namespace of their own (`unshare -m`): a tmpfs of 64 KiB is mounted on FOLDER.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from robustness.command import BAD, SMALL, SMALL_MODEL, run

from rollout import files

OLD = b"B\xe1\xba\xa3n c\xc5\xa9, ch\xc6\xb0a ai xem l\xe1\xba\xa1i.\n" * 20
ROOM = 64 * 1024
"""Bytes of the small disk, all taken before a writer begins."""
PAGE = 4096


@dataclass(frozen=True)
class Writer:
    """A command that writes `target`, in the folder it is run in."""

    name: str
    target: str
    words: tuple[str | Path, ...]


def report(kind: str, target: str, *more: str | Path) -> Writer:
    """A command that writes a document of the small profile, which stands above the folder."""
    return Writer(f"{kind} {target}", target, (kind, "../ho_so.yaml", *SMALL_MODEL, "-o", target, *more))


COPIED = "copy/care.yaml"
NEW = ("profile", "new", "bac-lieu", "--date", "2022-06-30", "--blueprint", "base")
WRITERS = [
    *(report("gap", f"x.{ending}") for ending in ("html", "md", "json", "txt", "pdf")),
    Writer("gap folder", "out/ho-so-ra-soat.html", ("gap", "../ho_so.yaml", *SMALL_MODEL, "-o", "out/")),
    report("checklist", "x.html"),
    Writer("profile new", "x.yaml", (*NEW, *SMALL_MODEL, "-o", "x.yaml", "--force")),
    Writer("blueprint copy", COPIED, ("blueprint", "copy", "base", "copy", *SMALL_MODEL, "--force")),
    Writer("template copy", "copy/report/report.css", ("template", "copy", "copy", "--force")),
]


def pango() -> bool:
    """Whether PDF can be made here."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


def at(folder: Path, writer: Writer) -> Path:
    """Make the old file of a writer and go to the folder it is run in."""
    folder.mkdir(exist_ok=True)
    (folder.parent / "ho_so.yaml").write_text(SMALL, "utf-8")
    target = folder / writer.target
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(OLD)
    os.chdir(folder)
    return target


def state(folder: Path, target: Path) -> dict[str, Any]:
    """What is in the folder after a run."""
    names = [path.name for path in folder.rglob("*") if path.is_file() and path.name != "filler"]
    data = target.read_bytes() if target.exists() else None
    return {"old": data == OLD, "temporary": [name for name in names if name.endswith(".tmp")]}


def on_small_disk(folder: Path, *, read_only: bool) -> Iterator[dict[str, Any]]:
    """Each writer on a disk of its own that has no room left, or takes no writing."""
    for writer in WRITERS:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "none", folder], check=True)
        target = at(folder, writer)
        if read_only:
            subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        else:
            fill(folder / "filler")
        said = run(*writer.words)
        yield {"writer": writer.name, "code": said.code, "err": said.err, **state(folder, target)}
        os.chdir(folder.parent)
        subprocess.run(["umount", folder], check=True)


def fill(filler: Path) -> None:
    """Take all room of the disk; a file can still be made, and nothing written into it."""
    with filler.open("wb", buffering=0) as stream, suppress(OSError):
        for _ in range(ROOM // PAGE):
            stream.write(b"x" * PAGE)


def die(*_: object, **__: object) -> None:
    """End this process as a power failure would."""
    os.kill(os.getpid(), signal.SIGKILL)


def die_when_made() -> None:
    """Killed when the temporary file is there and empty."""
    opened = os.open

    def answer(path: str | Path, flags: int, *rest: int) -> int:
        handle = opened(path, flags, *rest)
        if flags & os.O_CREAT:
            die()
        return handle

    os.open = answer  # type: ignore[assignment]


def die_half_written() -> None:
    """Killed when half of the bytes are written."""
    opened = os.fdopen

    def answer(handle: int, mode: str, *rest: Any) -> Any:
        if mode != "wb":
            return opened(handle, mode, *rest)
        stream = opened(handle, mode, 0)

        class Half:
            def __enter__(self) -> Self:
                return self

            def __exit__(self, *_: object) -> None:
                stream.close()

            def write(self, data: bytes) -> None:
                stream.write(data[: len(data) // 2])
                die()

        return Half()

    os.fdopen = answer  # type: ignore[assignment]


def die_before_replacing() -> None:
    """Killed when all is on disk and nothing is replaced."""
    os.fsync = die


def die_after_replacing() -> None:
    """Killed when the first file has been replaced."""
    replace = Path.replace

    def answer(self: Path, target: Path) -> Path:
        replace(self, target)
        die()
        return target

    Path.replace = answer  # type: ignore[assignment, method-assign]


MOMENTS = [die_when_made, die_half_written, die_before_replacing, die_after_replacing]


def moments(writer: Writer) -> list[Callable[[], None]]:
    """All of them; one where making takes its time and writing is what it is elsewhere."""
    return [die_half_written] if writer.name in ("gap x.pdf", "template copy") else MOMENTS


def in_child(work: Callable[[], object]) -> int:
    """Do `work` in a fork; return how it ended: 0, or minus the signal."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def killed(folder: Path) -> Iterator[dict[str, Any]]:
    """Each writer killed at each moment, then run again."""
    for writer in WRITERS:
        if writer.target.endswith(".pdf") and not pango():
            continue
        target = at(folder, writer)
        clean = run(*writer.words)
        new = target.read_bytes()
        os.chdir(folder.parent)
        shutil.rmtree(folder)
        for moment in moments(writer):
            target = at(folder, writer)

            def work(moment: Callable[[], None] = moment, writer: Writer = writer) -> None:
                moment()
                run(*writer.words)

            ended = in_child(work)
            found = state(folder, target)
            whole = target.read_bytes() in (OLD, new)
            again = run(*writer.words)
            yield {
                "writer": writer.name, "moment": moment.__name__, "ended": ended, "whole": whole, **found,
                "clean": clean.code, "again": again.code, "err": again.err, "new": target.read_bytes() == new,
            }  # fmt: skip
            os.chdir(folder.parent)
            shutil.rmtree(folder)


def main(mode: str, folder: Path) -> None:
    """Print what came of each case."""
    assert BAD.is_dir()
    folder.mkdir(exist_ok=True)
    if mode == "full_without_guard":
        files._replace = Path.write_bytes  # type: ignore[assignment]
        del WRITERS[1:]
    cases = killed(folder) if mode == "kill" else on_small_disk(folder, read_only=mode == "read_only")
    for case in cases:
        print(json.dumps(case), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
