"""Digits and rounding that every language shares; only the signs between them differ."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from rollout.language.shape import Number

MOST_DECIMALS = 6


def grouped(value: Number, decimals: int | None, thousands: str, point: str) -> str:
    """Write `value` with the given signs; without `decimals`, trailing zeros go."""
    exact = _decimal(value)
    places = MOST_DECIMALS if decimals is None else decimals
    digits = f"{exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,f}"
    whole, _, part = digits.partition(".")
    if decimals is None:
        part = part.rstrip("0")
    if not part and not whole.strip("-0"):
        whole = "0"
    return whole.replace(",", thousands) + (point + part if part else "")


def whole_percent(share: Number) -> int:
    """A share as a whole percentage, rounded half up; 0 and 100 only when exact."""
    hundredths = _fraction(share) * 100
    rounded = floor(hundredths + Fraction(1, 2))
    if hundredths != rounded and rounded in (0, 100) and 0 < hundredths < 100:
        return 1 if rounded == 0 else 99
    return rounded


def percent_bounds(low: Number, high: Number) -> tuple[int, int]:
    """Whole percentages around a range of shares: low rounded down, high rounded up, 100 only when exact."""
    least, most = floor(_fraction(low) * 100), ceil(_fraction(high) * 100)
    if most == 100 and _fraction(high) < 1:
        most = 99
    return least, max(least, most)


def day_of(day: date | str) -> date:
    """A date, from a date or from text YYYY-MM-DD. Raises ValueError."""
    return day if isinstance(day, date) else date.fromisoformat(day)


def _decimal(value: Number) -> Decimal:
    if isinstance(value, Fraction):
        return Decimal(value.numerator) / Decimal(value.denominator)
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def _fraction(share: Number) -> Fraction:
    # A float such as 0.29 stands for the decimal it prints as, not for its binary neighbour 0.28999….
    return Fraction(repr(share)) if isinstance(share, float) else Fraction(share)
