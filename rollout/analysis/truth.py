"""Three-valued truth, and verdicts: false < undetermined < true; not met < partly < met."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """The truth of a test; a test that law or an era does not ask is None, and is skipped."""

    FALSE = 0
    UNDETERMINED = 1
    TRUE = 2


class Verdict(IntEnum):
    """How far a criterion is met; its score is half the number."""

    NOT_MET = 0
    PARTLY = 1
    MET = 2

    @property
    def word(self) -> str:
        """The word used in files and output formats."""
        return self.name.lower()


def of(known: bool) -> Truth:
    """Return TRUE or FALSE."""
    return Truth.TRUE if known else Truth.FALSE


def opposite(truth: Truth | None) -> Truth | None:
    """Swap true and false."""
    return None if truth is None else Truth(2 - truth)


def all_of(parts: Iterable[Truth | None]) -> Truth | None:
    """Return the least of the parts that count; None when none counts."""
    return min((part for part in parts if part is not None), default=None)


def any_of(parts: Iterable[Truth | None]) -> Truth | None:
    """Return the greatest of the parts that count; None when none counts."""
    return max((part for part in parts if part is not None), default=None)
