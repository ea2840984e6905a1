"""What a YAML file cannot be: the situations that the recipes of tests/examples/bad/recipes name."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from robustness.command import PATIENCE, SMALL, Said, python, surroundings

PROFILE = "ho_so.yaml"
OLD = "Bản cũ, do người khác gửi.\n"
Situation = Callable[[Path, pytest.MonkeyPatch], None]


def refusing(number: int) -> Callable[..., object]:
    """A call of the system that fails with `number`."""

    def refuse(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return refuse


def profile(folder: Path, _: pytest.MonkeyPatch) -> None:
    """A small valid profile, and a report of an earlier day."""
    (folder / PROFILE).write_text(SMALL, "utf-8")
    (folder / "bao_cao.html").write_text(OLD, "utf-8")


def not_there(_: Path, __: pytest.MonkeyPatch) -> None:
    """Nothing."""


def directory(folder: Path, _: pytest.MonkeyPatch) -> None:
    """A folder called as a file would be."""
    (folder / PROFILE).mkdir()


def pipe(folder: Path, _: pytest.MonkeyPatch) -> None:
    """A FIFO that nobody writes into."""
    os.mkfifo(folder / PROFILE)


def link_loop(folder: Path, _: pytest.MonkeyPatch) -> None:
    """Two links that lead to each other."""
    (folder / PROFILE).symlink_to(folder / "khac.yaml")
    (folder / "khac.yaml").symlink_to(folder / PROFILE)


def unreadable(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """A file that only somebody else may read; root may read everything, so the system's answer is put in."""
    profile(folder, patch)
    opened = os.open

    def answer(path: str | Path, *rest: int) -> int:
        if Path(path).name == PROFILE:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, *rest)

    patch.setattr(os, "open", answer)


def sparse(folder: Path, _: pytest.MonkeyPatch) -> None:
    """3 GiB that take no room."""
    with (folder / PROFILE).open("wb") as stream:
        stream.truncate(3 * 1024**3)


def disk_full(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """No room is left when the bytes must be on disk."""
    profile(folder, patch)
    patch.setattr(os, "fsync", refusing(errno.ENOSPC))


def read_only(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """A folder on a medium that takes no writing."""
    profile(folder, patch)
    opened = os.open

    def answer(path: str | Path, flags: int, *rest: int) -> int:
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, flags, *rest)

    patch.setattr(os, "open", answer)


def ten_thousand(folder: Path, _: pytest.MonkeyPatch) -> None:
    """10,000 problems."""
    _numbers(folder, 5_000)


def a_thousand(folder: Path, _: pytest.MonkeyPatch) -> None:
    """1,000 problems, more than fits into a pipe."""
    _numbers(folder, 500)


def _numbers(folder: Path, count: int) -> None:
    """Sources that are mobile numbers: none is known, and no profile may hold one."""
    numbers = ",".join(f"09{number:08}" for number in range(count))
    answer = f"answers: {{care: {{line: {{hours: {{value: 40, sources: [{numbers}]}}}}}}}}\n"
    (folder / PROFILE).write_text(SMALL[: SMALL.index("answers:")] + answer, "utf-8")


def one_broken(folder: Path, _: pytest.MonkeyPatch) -> None:
    """Sixteen profiles in a folder, the eighth broken."""
    (folder / "ho_so").mkdir()
    for number in range(1, 17):
        text = SMALL.replace("hours: 40", f"hours: {number * 10}" if number != 8 else "hours: bốn mươi")
        (folder / "ho_so" / f"tinh_{number:02}.yaml").write_text(text, "utf-8")


def without_pango(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """The layout engine is there, the libraries it needs are not: its import fails as it does then."""
    profile(folder, patch)
    (folder / "weasyprint.py").write_text("raise OSError(\"cannot load library 'libpango-1.0-0'\")\n", "utf-8")


SITUATIONS: dict[str, Situation] = {
    made.__name__: made
    for made in (
        profile, not_there, directory, pipe, link_loop, unreadable, sparse, disk_full, read_only, ten_thousand,
        a_thousand, one_broken, without_pango,
    )
}  # fmt: skip


def reader_leaves(*arguments: str, cwd: Path) -> Said:
    """Run the command while whoever reads it stops after one line, as `| head -1` does."""
    child = subprocess.Popen(
        python(*arguments),
        env=surroundings(),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    line = b""
    while not line.endswith(b"\n"):
        line += child.stdout.read(1)
    child.stdout.close()
    told = child.stderr.read()
    child.stderr.close()
    return Said(child.wait(PATIENCE), line.decode(), told.decode())
