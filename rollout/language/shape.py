"""The one interface that every language module has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Protocol, TypeAlias

Number: TypeAlias = "int | float | Decimal | Fraction"


class Language(Protocol):
    """How one language writes numbers, dates and lists, and in which order it puts words."""

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Write a number; `decimals` fixes the digits after the decimal sign, else as many as needed (at most 6)."""

    def percent(self, share: Number) -> str:
        """Write a share (0–1) as a whole percentage, rounded half up; 0 % and 100 % only when exact."""

    def percent_range(self, low: Number, high: Number) -> str:
        """Write a range of shares (0–1): low rounded down, high up, 100 only when exact."""

    def date(self, day: dt.date | str) -> str:
        """Write a day (a date, or text YYYY-MM-DD) in figures."""

    def long_date(self, day: dt.date | str) -> str:
        """Write a day the way a letter or a decision writes it."""

    def join(self, items: Sequence[str]) -> str:
        """Join with commas and "and" before the last."""

    def join_or(self, items: Sequence[str]) -> str:
        """Join with commas and "or" before the last."""

    def sort_key(self, text: str) -> tuple[object, ...]:
        """A key that puts words in the order of the language's dictionaries."""
