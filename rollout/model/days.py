"""Days and spans of days: a span starts on `start` and ends before `until`; None is open."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `start` up to, not including, `until`."""

    start: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the span."""
        return (self.start is None or self.start <= day) and (self.until is None or day < self.until)

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Span:
        """Read the keys `from` and `until` (text YYYY-MM-DD or absent)."""
        return cls(day(data.get("from")), day(data.get("until")))


ALWAYS = Span()


class _Dated(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Dated)


def day(text: object) -> date | None:
    """Return the date written YYYY-MM-DD, or None for anything else."""
    if not isinstance(text, str):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def months_before(moment: date, months: int) -> date:
    """Return the day `months` calendar months before `moment` (the last of the month where that day does not exist)."""
    years, month0 = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    last = calendar.monthrange(years, month0 + 1)[1]
    return date(years, month0 + 1, min(moment.day, last))


def valid_at(rows: Iterable[T], moment: date) -> T | None:
    """Return the first row whose span holds `moment`."""
    return next((row for row in rows if row.span.holds(moment)), None)
