"""English: numbers, dates, lists and order of words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from rollout.language.figures import day_of, grouped, percent_bounds, whole_percent
from rollout.language.folding import fold
from rollout.language.shape import Number

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(value: Number, decimals: int | None = None) -> str:
    """12345.5 → 12,345.5."""
    return grouped(value, decimals, ",", ".")


def percent(share: Number) -> str:
    """0.125 → 13%."""
    return f"{whole_percent(share)}%"


def percent_range(low: Number, high: Number) -> str:
    """0.421, 0.575 → 42–58%."""
    least, most = percent_bounds(low, high)
    return f"{least}%" if least == most else f"{least}–{most}%"


def date(day: dt.date | str) -> str:
    """2026-07-01 → 01/07/2026: day first, as in Vietnamese, so that both versions of a report agree."""
    return f"{day_of(day):%d/%m/%Y}"


def long_date(day: dt.date | str) -> str:
    """2026-07-01 → 1 July 2026."""
    known = day_of(day)
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}"


def join(items: Sequence[str]) -> str:
    """a, b and c."""
    return _join(items, "and")


def join_or(items: Sequence[str]) -> str:
    """a, b or c."""
    return _join(items, "or")


def sort_key(text: str) -> tuple[object, ...]:
    """Letters without marks or case first, then as written."""
    return fold(text), text.swapcase()


def _join(items: Sequence[str], last: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
