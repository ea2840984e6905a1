"""Where a dossier goes: a folder of its own, replaced whole when nobody has touched it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from rollout.cli.console import Console
from rollout.drafting.manifest import FORMAT, NAME, sha256
from rollout.files import check_room, folder_files, is_file, is_folder, read_bytes, write_folder
from rollout.problems import Problem, ProblemsFound

LARGEST = 64 * 1024 * 1024
MOST_NAMED = 5


def deliver(folder: str, files: Mapping[str, bytes], console: Console, *, force: bool) -> None:
    """Write a dossier; a folder with files of others, or edited ones, needs `force` and is kept as <name>.bak.

    Raises ProblemsFound as `replaceable` and `write_folder` do.
    """
    kept = write_folder(folder, files, ours=replaceable(folder, force=force))
    if kept is not None:
        console.note(console.say("kept", file=str(kept)))


def replaceable(folder: str, *, force: bool) -> frozenset[str]:
    """Return the files of a folder that a new dossier may replace: asked before anything is made, and when it is.

    Raises ProblemsFound: F032 for a folder with files of others, or edited ones, unless `force`; F009–F014 where no
    folder can be made.
    """
    check_room(folder)
    there = folder_files(folder) if is_folder(folder) else ()
    untouched = _untouched(Path(folder)) if there else frozenset[str]()
    strange = [name for name in there if name not in untouched]
    if strange and not force:
        raise ProblemsFound([Problem("F032", None, {"folder": folder, "found": strange[:MOST_NAMED]})])
    return frozenset() if strange else frozenset(there)


def _untouched(folder: Path) -> frozenset[str]:
    """The files of an earlier dossier that are still as they were written."""
    try:
        told = json.loads(read_bytes(folder / NAME, LARGEST))
        if told["format"] != FORMAT:
            return frozenset()
        named: dict[str, str] = dict(told["files"])
    except (ProblemsFound, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
    same = {name for name, wanted in named.items() if is_file(folder / name) and _hash(folder / name) == wanted}
    return frozenset({NAME, *same})


def _hash(path: Path) -> str:
    return sha256(read_bytes(path, LARGEST))
