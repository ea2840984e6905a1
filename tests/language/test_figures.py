"""Numbers, shares, dates and lists as each language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout import language

vi, en = language.of("vi"), language.of("en")


@pytest.mark.parametrize(
    ("value", "in_vi", "in_en"),
    [(0, "0", "0"), (7, "7", "7"), (1234567, "1.234.567", "1,234,567"), (-1234.5, "-1.234,5", "-1,234.5"),
     (12.5, "12,5", "12.5"), (0.1 + 0.2, "0,3", "0.3"), (Fraction(1, 3), "0,333333", "0.333333"),
     (Decimal("2.50"), "2,5", "2.5"),
     (1e15, "1.000.000.000.000.000", "1,000,000,000,000,000"), (-0.0, "0", "0"), (-1e-9, "0", "0")],
)  # fmt: skip
def test_numbers(value: float, in_vi: str, in_en: str) -> None:
    assert (vi.number(value), en.number(value)) == (in_vi, in_en)


def test_decimals_can_be_fixed() -> None:
    assert vi.number(12, 1) == "12,0"
    assert vi.number(2.345, 2) == "2,35"
    assert vi.number(999.96, 1) == "1.000,0"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(0.421, 0.575, "42–58%"), (0.5, 0.5, "50%"), (0.29, 0.29, "29%"), (0, 1, "0–100%"), (0.999, 0.999, "99%"),
     (0.2, 0.9991, "20–99%"), (1, 1, "100%"), (Fraction(1, 3), Fraction(2, 3), "33–67%"), (0, 0, "0%")],
)  # fmt: skip
def test_ranges_of_shares(low: float, high: float, words: str) -> None:
    assert vi.percent_range(low, high) == words


@given(st.fractions(0, 1), st.fractions(0, 1))
def test_a_printed_range_holds_what_it_stands_for(one: Fraction, other: Fraction) -> None:
    low, high = min(one, other), max(one, other)
    least, _, most = vi.percent_range(low, high).removesuffix("%").partition("–")
    bound = int(most or least)
    assert int(least) <= low * 100
    assert bound >= high * 100 or bound == 99
    assert (bound == 100) == (high == 1)


@pytest.mark.parametrize(("share", "words"), [(0.125, "13%"), (0.004, "1%"), (0.996, "99%"), (0, "0%"), (1, "100%")])
def test_shares(share: float, words: str) -> None:
    assert vi.percent(share) == words


def test_dates() -> None:
    assert vi.date("2026-07-01") == en.date(dt.date(2026, 7, 1)) == "01/07/2026"
    assert vi.long_date("2026-02-05") == "ngày 05 tháng 02 năm 2026"
    assert vi.long_date("2026-10-15") == "ngày 15 tháng 10 năm 2026"
    assert vi.long_date("2026-03-09") == "ngày 09 tháng 3 năm 2026"
    assert en.long_date("2026-07-01") == "1 July 2026"
    with pytest.raises(ValueError, match="day"):
        vi.date("2025-02-30")


def test_lists() -> None:
    assert vi.join([]) == en.join([]) == ""
    assert vi.join(["a"]) == "a"
    assert vi.join(["a", "b", "c"]) == "a, b và c"
    assert vi.join_or(["a", "b"]) == "a hoặc b"
    assert en.join(["a", "b"]) == "a and b"
    assert en.join_or(["a", "b", "c"]) == "a, b or c"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="vi, en"):
        language.of("fr")
