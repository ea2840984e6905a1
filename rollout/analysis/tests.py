"""One test on one value, on intervals and on what is only partly known."""

from __future__ import annotations

from datetime import date

from rollout.analysis.truth import Truth, of
from rollout.model.days import months_before
from rollout.model.profile import DocumentAnswer, Interval, Value


def compare(operator: str, found: Interval, needed: Interval) -> Truth:
    """Compare two intervals: true if for every pair of values, false if for none."""
    match operator:
        case "at_least":
            return _ordered(found.low >= needed.high, found.high < needed.low)
        case "at_most":
            return _ordered(found.high <= needed.low, found.low > needed.high)
    apart = found.high < needed.low or found.low > needed.high
    return _ordered(found.exact and needed.exact and found == needed, apart)


def _ordered(always: bool, never: bool) -> Truth:
    return Truth.TRUE if always else Truth.FALSE if never else Truth.UNDETERMINED


def yes_no(wanted: bool, value: Value) -> Truth:
    """Test a yes_no answer."""
    return of(value is wanted) if isinstance(value, bool) else Truth.UNDETERMINED


def coded(operator: str, argument: object, value: Value) -> Truth:
    """Test a choice or a text against one or several codes."""
    if not isinstance(value, str):
        return Truth.UNDETERMINED
    wanted = argument if isinstance(argument, tuple) else (argument,)
    return of(value in wanted)


def included(wanted: tuple[str, ...], least: int, value: Value, as_of: date) -> Truth:
    """Test that at least `least` of the codes are among the choices, or among what a document of that day covers."""
    if value is False or (isinstance(value, DocumentAnswer) and _is_later(value.issued_on, as_of)):
        return Truth.FALSE
    held = value.covers if isinstance(value, DocumentAnswer) else value
    if not isinstance(held, frozenset):
        return Truth.UNDETERMINED
    return of(sum(code in held for code in set(wanted)) >= least)


def young_enough(months: int, value: Value, as_of: date) -> Truth:
    """Test the age of a date, or of a document's last review or else its own date; the future satisfies nothing."""
    if value is False:
        return Truth.FALSE
    moment = (value.reviewed_on or value.issued_on) if isinstance(value, DocumentAnswer) else value
    if not isinstance(moment, date):
        return Truth.UNDETERMINED
    return of(months_before(as_of, months) <= moment <= as_of)


def in_force(value: Value, as_of: date) -> Truth:
    """Test that a document is dated on or before as_of and has not run out."""
    if not isinstance(value, DocumentAnswer):
        return Truth.FALSE if value is False else Truth.UNDETERMINED
    if value.valid_until is not None and value.valid_until < as_of:
        return Truth.FALSE
    return Truth.UNDETERMINED if value.issued_on is None else of(not _is_later(value.issued_on, as_of))


def _is_later(moment: date | None, as_of: date) -> bool:
    return moment is not None and moment > as_of
