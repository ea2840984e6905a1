"""Files that a person is going to edit: never replaced silently, and the old one kept when they are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rollout.cli.console import Console
from rollout.files import is_file, lock, read_bytes, write_atomically
from rollout.problems import Problem, ProblemsFound

LARGEST = 4 * 1024 * 1024


def write_own(path: str, data: bytes, console: Console, *, force: bool) -> None:
    """Write a file; one that is there needs `force`, and stays as <name>.bak. Raises ProblemsFound F031."""
    there = is_file(path)
    if there and not force:
        raise ProblemsFound([Problem("F031", None, {"file": path})])
    write_atomically(path, data, backup=there)
    if there:
        console.note(console.say("kept", file=f"{path}.bak"))


def copy_folder(source: Path, target: str, console: Console, *, force: bool) -> int:
    """Copy the files of a folder and return how many; nothing is written when one would be replaced without force."""
    files = list(_files_of(source))
    taken = [Path(target) / name for name in files if is_file(Path(target) / name)]
    if taken and not force:
        raise ProblemsFound([Problem("F031", None, {"file": str(taken[0])})])
    for name in files:
        with lock((Path(target) / name).parent):  # makes the folder
            write_own(str(Path(target) / name), read_bytes(source / name, LARGEST), console, force=force)
    return len(files)


def _files_of(source: Path) -> Iterator[Path]:
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and not any(part.startswith((".", "__")) for part in name.parts):
            yield name
