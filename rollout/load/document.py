"""The door: bytes in, a document with places out, and every problem found on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rollout.files import read_bytes
from rollout.load import decoding, events, syntax
from rollout.load.characters import MOST_PROBLEMS
from rollout.load.places import Places
from rollout.load.quotes import find_curly
from rollout.load.schema import find_errors
from rollout.problems import Place, Problem, ProblemsFound

LARGEST_FILE = 512 * 1024


@dataclass(frozen=True, slots=True)
class Document:
    """What a file says: dicts, lists, str, int, float and None, the place of each node, and what is wrong with it.

    `data` is None when nothing usable could be read. Problems are sorted by place; with any error among them, the
    data may be incomplete and is only good for finding further problems.
    """

    file: str
    data: Any
    places: Places
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """No errors; warnings do not count."""
        return not any(problem.is_error for problem in self.problems)


def document(data: bytes, file: str, schema: Mapping[str, Any] | None = None) -> Document:
    """Read `data` and, when it can be read and `schema` is given, hold it against the schema. Never raises."""
    if len(data) > LARGEST_FILE:
        values = {"size": len(data) // 1024, "most": LARGEST_FILE // 1024}
        return _unusable(file, [Problem("Y001", Place(file, 1, 1), values)])
    decoded = decoding.decode(data, file)
    if decoded.text is None:
        return _unusable(file, decoded.problems)
    read = events.build(decoded.text, file)
    if read.broken is not None:
        reason = syntax.explain(decoded.text, file, read.broken)
        return _unusable(file, [*decoded.problems, *read.problems, reason])
    places = Places(file, read.nodes)
    problems = [*decoded.problems, *read.problems]
    if not read.usable:
        return Document(file, None, places, _told(file, problems))
    problems += find_curly(decoded.text, read.data, places)
    if schema is not None:
        problems += find_errors(read.data, schema, places)
    return Document(file, read.data, places, _told(file, problems))


def read(path: Path | str, schema: Mapping[str, Any] | None = None, file: str | None = None) -> Document:
    """Read the file at `path`; it is called `file` (its path, if not given) in places.

    A file that cannot be opened gives an F problem, one over the size cap Y001. Never raises.
    """
    name = str(path) if file is None else file
    try:
        data = read_bytes(path, LARGEST_FILE)
    except ProblemsFound as found:
        return _unusable(name, [_named(problem, name) for problem in found.problems])
    return document(data, name, schema)


def _named(problem: Problem, file: str) -> Problem:
    if problem.code != "F006":
        return problem
    size = problem.values["size"]
    kib = size // 1024 if isinstance(size, int) else size
    return Problem("Y001", Place(file, 1, 1), {"size": kib, "most": LARGEST_FILE // 1024})


def _told(file: str, problems: list[Problem]) -> tuple[Problem, ...]:
    """In order, and no more than somebody would read; that there are more is told too."""
    in_order = sorted(problems)
    if len(in_order) > MOST_PROBLEMS:
        more = Problem("S099", Place(file, 1, 1), {"most": MOST_PROBLEMS})
        in_order = [more, *in_order[:MOST_PROBLEMS]]
    return tuple(in_order)


def _unusable(file: str, problems: list[Problem]) -> Document:
    return Document(file, None, Places(file, (0, 0)), _told(file, problems))
