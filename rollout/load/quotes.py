"""Curly quotes around a whole value: Word's straight quotes, which YAML does not take for quotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rollout.load.places import Path, Places
from rollout.load.showing import shown, written
from rollout.problems import Problem, Severity

_OPENING = ("“", "”", "„", "‘", "’")
_CLOSING = ("”", "“", "’", "‘")
_CURLY = frozenset((*_OPENING, *_CLOSING))


def find_curly(text: str, data: Any, places: Places) -> Iterator[Problem]:
    """Warn of every value in curly quotes; a quotation inside a text is as it should be."""
    if any(quote in text for quote in _CURLY):
        for path, value in _texts(data, ()):
            if _all_quoted(value):
                values = {"found": shown(value)}
                yield Problem("Y009", places.of(path), values, Severity.WARNING, written(path))


def _all_quoted(value: str) -> bool:
    inside = value[1:-1]
    return value.startswith(_OPENING) and value.endswith(_CLOSING) and bool(inside) and not _CURLY & set(inside)


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, (dict, list)):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*path, step))
