"""Curly quotes around a whole value: Word's straight quotes, which YAML does not take for quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rollout.load.places import Path, Places
from rollout.load.showing import shown, written
from rollout.problems import Problem, Severity

_OPENING = ("“", "”", "„", "‘", "’")
_CLOSING = ("”", "“", "’", "‘")
_BEFORE_VALUES = (": ", "- ", "[")
_WHOLE_VALUE = re.compile("[“”„‘’][^“”„‘’\n]*[“”‘’](?=[ \t]*(?:[,\\]}#]|$))", re.MULTILINE)
_CURLY = frozenset((*_OPENING, *_CLOSING))


def find_curly(text: str, data: Any, places: Places) -> Iterator[Problem]:
    """Warn of every value in curly quotes; a quotation inside a text is as it should be."""
    if _likely(text):
        for path, value in _texts(data, ()):
            if _all_quoted(value):
                values = {"found": shown(value)}
                yield Problem("Y009", places.of(path), values, Severity.WARNING, written(path))


def _likely(text: str) -> bool:
    """A quotation inside a text is common, and no reason to walk through the whole document."""
    for sign in (before + quote for quote in _OPENING if quote in text for before in _BEFORE_VALUES):
        start = text.find(sign)
        while start >= 0:
            if _WHOLE_VALUE.match(text, start + len(sign) - 1):
                return True
            start = text.find(sign, start + 1)
    return False


def _all_quoted(value: str) -> bool:
    inside = value[1:-1]
    return value.startswith(_OPENING) and value.endswith(_CLOSING) and bool(inside) and not _CURLY & set(inside)


def _texts(data: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, (dict, list)):
        for step, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _texts(value, (*path, step))
