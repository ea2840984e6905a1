"""Plain scalars: what becomes a number, what is nothing, and all that stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout.load.scalars import MOST_DIGITS, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [("40", 40), ("0", 0), ("-7", -7), ("12.5", 12.5), ("-0.5", -0.5), ("0.50", 0.5), ("9" * 18, 10**18 - 1)],
)
def test_plain_numbers_become_numbers(text: str, value: float) -> None:
    read = resolve(text)
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing_is_none(text: str) -> None:
    assert resolve(text) is None


@pytest.mark.parametrize(
    "text",
    ["022", "08", "010", "0912345678", "12:30", "no", "yes", "true", "False", "2022-05-30", "1e3", "0x1F", "1_000",
     ".nan", ".inf", "-.inf", "-0", "-0.0", "+5", ".5", "5.", "12,5", "1.320.000", "Null", "NULL", "9" * 19,
     "0." + "1" * 18, "４０", "1 000", "40\n"],
)  # fmt: skip
def test_all_else_stays_text(text: str) -> None:
    assert resolve(text) == text


@given(st.integers(min_value=-(10**MOST_DIGITS) + 1, max_value=10**MOST_DIGITS - 1))
def test_every_whole_number_comes_back(number: int) -> None:
    assert resolve(str(number)) == number


@given(st.text(max_size=40))
def test_text_comes_back_or_is_a_number_or_nothing(text: str) -> None:
    read = resolve(text)
    assert read == text or read is None or isinstance(read, (int, float))
