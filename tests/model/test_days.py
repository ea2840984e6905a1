"""Days and spans of days."""

from __future__ import annotations

from datetime import date

import pytest

from rollout.model.days import ALWAYS, Span, day, months_before


def test_a_span_holds_its_first_day_and_not_its_last() -> None:
    span = Span(date(2024, 1, 1), date(2024, 7, 1))
    assert [span.holds(date(2023, 12, 31)), span.holds(date(2024, 1, 1))] == [False, True]
    assert [span.holds(date(2024, 6, 30)), span.holds(date(2024, 7, 1))] == [True, False]
    assert ALWAYS.holds(date(1900, 1, 1))


@pytest.mark.parametrize("text", [None, "", "2024-02-30", "soon", 20240101])
def test_what_is_no_day_is_none(text: object) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("moment", "months", "before"),
    [
        (date(2023, 6, 30), 24, date(2021, 6, 30)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2023, 3, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 15), 1, date(2023, 12, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2024, 2, 29), 0, date(2024, 2, 29)),
    ],
)
def test_months_before_stays_within_the_month(moment: date, months: int, before: date) -> None:
    assert months_before(moment, months) == before
