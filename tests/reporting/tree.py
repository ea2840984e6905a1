"""Reading a report's tree in tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

T = TypeVar("T")


def parts(part: object, kind: type[T]) -> Iterator[T]:
    """Every part of `kind` in the order of reading."""
    if isinstance(part, kind):
        yield part
    if isinstance(part, tuple):
        for inner in part:
            yield from parts(inner, kind)
    elif is_dataclass(part):
        for field in fields(part):
            yield from parts(getattr(part, field.name), kind)


def said(part: object) -> str:
    """Every text in a part, a line each."""
    return "\n".join(parts(part, str))
