"""Many files: which ones, one result a file in their order, and progress for whoever waits."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from rollout.cli.console import Console, is_terminal
from rollout.cli.misuse import Misuse
from rollout.cli.opening import STDIN
from rollout.cli.workers import in_parallel
from rollout.files import is_folder

SUFFIXES = (".yaml", ".yml")
WORTH_WORKERS = 40
PATIENCE = 1.0
"""Seconds of silence before progress is shown."""
T = TypeVar("T")
U = TypeVar("U")


def files(named: Sequence[str]) -> list[str]:
    """Return the files meant: a folder stands for the YAML files in it and below, by name."""
    found: list[str] = []
    for name in named:
        if name == STDIN or not is_folder(name):
            found.append(name)
            continue
        inside = sorted(path for path in Path(name).rglob("*") if path.suffix in SUFFIXES and not _hidden(path))
        if not inside:
            raise Misuse("empty_folder", folder=name)
        found += [str(path) for path in inside]
    return list(dict.fromkeys(found))


def each(work: Callable[[str], T], named: Sequence[str], console: Console) -> Iterator[T]:
    """Yield what `work` gives for each file, in order; two processes share a long list, and only it needs progress."""
    long = len(named) > WORTH_WORKERS and STDIN not in named
    results = shared(work, named) if long else map(work, named)
    words = ("progress", "progress_plain")
    yield from shown(results, len(named), console, words) if len(named) > 1 and not console.quiet else results


def shared(work: Callable[[U], T], items: Sequence[U]) -> Iterator[T]:
    """Yield work(item) for each item, in order, on two processor cores where there are two."""
    forks = (os.cpu_count() or 1) > 1 and hasattr(os, "fork")
    return in_parallel(work, items) if forks else map(work, items)


def shown(results: Iterable[T], total: int, console: Console, words: tuple[str, str]) -> Iterator[T]:
    """Yield results and tell how many are there: `words` for a terminal, and once for anything else ("" for never)."""
    start = time.monotonic()
    live = is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
    said = words[0 if live else 1]
    told = not said
    for done, result in enumerate(results, 1):
        spent = time.monotonic() - start
        if spent > PATIENCE and done < total and (live or not told):
            left = int(spent / done * (total - done)) + 1
            line = console.say(said, done=done, total=total, seconds=left)
            sys.stderr.write(f"\r\x1b[K{line}" if live else f"{line}\n")
            sys.stderr.flush()
            told = True
        if live and told:
            sys.stderr.write("\r\x1b[K")
        yield result


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in path.parts)
