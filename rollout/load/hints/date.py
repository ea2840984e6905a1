"""Dates as people write them: day first, in words, as Excel's day count, or days that do not exist."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable

from rollout.language import fold
from rollout.language.spoken import DATE_IN_WORDS, DATE_WITHOUT_DAY
from rollout.load.faults import Fault
from rollout.load.showing import found
from rollout.load.validators import FIRST_YEAR, LAST_YEAR

Answer = tuple[str, dict[str, object]]
LONGEST = 60
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:[t ].*)?")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}")
_NO_DAY = re.compile(r"(?:thang )?\d{1,2}[/.\-]\d{4}|\d{4}[/.\-]\d{1,2}|\d{4}")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
# Excel counts days from 30 December 1899; these are the years 1954 to 2119.
_EXCEL_START = dt.date(1899, 12, 30)
_EXCEL_DAYS = range(20_000, 80_001)


def hint(fault: Fault) -> Answer | None:
    """Return what to say of a value that is no date in the form asked for."""
    value = fault.value
    if isinstance(value, (list, dict)):
        return "S038", {"found": found(value)}
    text = fold(str(value)[: LONGEST + 1]).strip()
    for judge in _JUDGES:
        answer = judge(text)
        if answer is not None:
            code, suggestion = answer
            values: dict[str, object] = {"found": found(value), "suggestion": suggestion}
            return code, {**values, "first": str(FIRST_YEAR), "last": str(LAST_YEAR)} if code == "S035" else values
    return "S038", {"found": found(value)}


def _excel(text: str) -> tuple[str, str] | None:
    if text.isascii() and text.isdigit() and len(text) == 5 and int(text) in _EXCEL_DAYS:
        return "S033", (_EXCEL_START + dt.timedelta(days=int(text))).isoformat()
    return None


def _compact(text: str) -> tuple[str, str] | None:
    parts = _COMPACT.fullmatch(text)
    return _judge_day(*map(int, parts.groups())) if parts else None


def _year_first(text: str) -> tuple[str, str] | None:
    parts = _YEAR_FIRST.fullmatch(text)
    return _judge_day(*map(int, parts.groups())) if parts else None


def _day_first(text: str) -> tuple[str, str] | None:
    parts = _DAY_FIRST.fullmatch(text) or DATE_IN_WORDS.fullmatch(text)
    if parts is None:
        return None
    day, month, year = map(int, parts.groups())
    if month > 12 and 1 <= day <= 12 and month <= monthrange(2000, day)[1]:
        return "S034", f"{year:04}-{day:02}-{month:02}"
    return _judge_day(year, month, day)


def _short_year(text: str) -> tuple[str, str] | None:
    return ("S037", "") if _SHORT_YEAR.fullmatch(text) else None


def _incomplete(text: str) -> tuple[str, str] | None:
    return ("S036", "") if _NO_DAY.fullmatch(text) or DATE_WITHOUT_DAY.fullmatch(text) else None


def _judge_day(year: int, month: int, day: int) -> tuple[str, str]:
    """A day in another spelling, a day that does not exist (with the last of its month), or an odd year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return "S035", ""
    if not 1 <= month <= 12:
        return "S032", f"{year}-12-31"
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        return "S032", f"{year}-{month:02}-{last:02}"
    return "S031", f"{year}-{month:02}-{day:02}"


_JUDGES: tuple[Callable[[str], tuple[str, str] | None], ...] = (
    _excel,
    _compact,
    _year_first,
    _day_first,
    _short_year,
    _incomplete,
)
