"""Conditions on a whole profile: lists, eras, legal limits, tables, what does not apply."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import toy

from rollout.analysis.conditions import truth
from rollout.analysis.truth import Truth
from rollout.model.profile import Centre, Interval, NotApplicable, RecordsAnswer, Value

F, U, T = Truth
HOUSE, LAW, LINE = "house.safety.", "care.law.", "care.line."


def found(data: Any, prefix: str, values: dict[str, Value] | None = None, **rest: Any) -> Truth | None:
    named = {prefix + name: value for name, value in (values or {}).items()}
    return truth(toy.condition(data, prefix), toy.world(named, **rest))


Item = dict[str, Value]
YES: Item = {"interpreter": True}
NO: Item = {"interpreter": False}
UNKNOWN: Item = {"interpreter": None}
LISTS: list[tuple[list[dict[str, Value]], bool, Truth, Truth]] = [
    # records, complete: every, some
    ([], True, T, F),
    ([], False, U, U),
    ([YES], True, T, T),
    ([YES], False, U, T),
    ([NO], True, F, F),
    ([NO], False, F, U),
    ([UNKNOWN], True, U, U),
    ([UNKNOWN], False, U, U),
    ([YES, NO], True, F, T),
    ([YES, NO], False, F, T),
    ([YES, UNKNOWN], True, U, T),
    ([NO, UNKNOWN], True, F, U),
]


@pytest.mark.parametrize(("items", "complete", "every", "some"), LISTS, ids=str)
def test_lists_close_only_when_said_to_be_complete(
    items: list[dict[str, Value]], complete: bool, every: Truth, some: Truth
) -> None:
    values: dict[str, Value] = {"languages": RecordsAnswer(tuple(items), complete)}
    body = {"in": "languages", "is": {"interpreter": "yes"}}
    assert found({"every": body}, HOUSE, values) is every
    assert found({"some": body}, HOUSE, values) is some


@pytest.mark.parametrize(
    ("share", "interpreter", "every", "some"),
    [
        (5, True, T, T),
        (5, False, F, F),
        (4, False, T, F),
        (4, True, T, F),
        (None, True, T, U),
        (None, False, U, F),
        (None, None, U, U),
        (4, None, T, F),
        (5, None, U, U),
    ],
)
def test_only_records_that_where_picks_count(
    share: float | None, interpreter: bool | None, every: Truth, some: Truth
) -> None:
    item: dict[str, Value] = {"share": None if share is None else toy.exactly(share), "interpreter": interpreter}
    values: dict[str, Value] = {"languages": RecordsAnswer((item,), complete=True)}
    body = {"in": "languages", "where": {"share": {"at_least": 5}}, "is": {"interpreter": "yes"}}
    assert found({"every": body}, HOUSE, values) is every
    assert found({"some": body}, HOUSE, values) is some


def test_a_list_that_is_not_answered_is_undetermined() -> None:
    body = {"in": "languages", "is": {"interpreter": "yes"}}
    assert found({"every": body}, HOUSE) is U
    assert found({"some": body}, HOUSE) is U
    assert found({"every": body}, HOUSE, {"languages": NotApplicable("one language only")}) is None


def test_inside_a_list_figures_and_parameters_are_those_of_the_profile() -> None:
    values: dict[str, Value] = {"languages": RecordsAnswer(({"share": toy.exactly(4)},), complete=True)}
    for bound, expected in (
        ({"parameter": "staff_factor"}, T),
        ({"quantity": "places_needed"}, F),
        ({"limit": "REPLY_24H"}, T),
    ):
        assert found({"every": {"in": "languages", "is": {"share": {"at_most": bound}}}}, HOUSE, values) is expected


def test_an_unknown_number_lies_between_min_and_max() -> None:
    assert found({"hours": {"at_least": 0}}, LINE) is T
    assert found({"hours": {"at_most": 168}}, LINE) is T
    assert found({"hours": {"at_least": 169}}, LINE) is F
    assert found({"hours": {"at_least": 168}}, LINE) is U


def test_unknown_is_not_no() -> None:
    assert found({"free": "no"}, LINE) is U
    assert found({"not": {"free": "yes"}}, LINE) is U
    assert found({"any": [{"free": "yes"}, {"free": "no"}]}, LINE) is U


@pytest.mark.parametrize(("day", "expected"), [(date(2023, 12, 31), None), (date(2024, 1, 1), F)])
def test_what_an_era_does_not_ask_is_skipped(day: date, expected: Truth | None) -> None:
    unit = "east" if day.year < 2024 else "coast"
    values: dict[str, Value] = {"updated": False, "reply_hours": toy.exactly(1)}
    later = {"from": "2024-01-01", "updated": "yes"}
    assert found(later, LAW, values, as_of=day, unit=unit) is expected
    both = {"all": [later, {"reply_hours": {"at_most": 24}}]}
    either = {"any": [later, {"reply_hours": {"at_most": 0}}]}
    # what is skipped decides neither `all` nor `any`
    assert found(both, LAW, values, as_of=day, unit=unit) is (T if expected is None else F)
    assert found(either, LAW, values, as_of=day, unit=unit) is F
    assert found({"not": later}, LAW, values, as_of=day, unit=unit) is (None if expected is None else T)
    earlier = {"until": "2024-01-01", "updated": "yes"}
    assert found(earlier, LAW, values, as_of=day, unit=unit) is (F if expected is None else None)


@pytest.mark.parametrize(("day", "expected"), [(date(2021, 12, 31), None), (date(2022, 1, 1), F)])
def test_a_limit_of_a_law_not_in_force_is_skipped(day: date, expected: Truth | None) -> None:
    values: dict[str, Value] = {"reply_hours": toy.exactly(48)}
    assert found({"reply_hours": {"at_most": {"limit": "REPLY_24H"}}}, LAW, values, as_of=day) is expected


def test_an_answer_that_does_not_apply_is_skipped() -> None:
    values: dict[str, Value] = {"island_boat": NotApplicable("the island has a bridge"), "lock": True}
    assert found({"island_boat": "yes"}, HOUSE, values) is None
    assert found({"island_boat": "yes", "lock": "yes"}, HOUSE, values) is T


@pytest.mark.parametrize(
    ("opened", "share", "expected"),
    [
        (date(2021, 7, 1), 30, T),  # 1 year and 11 months: below 2
        (date(2021, 7, 1), 29, F),
        (date(2021, 6, 30), 79, F),  # 2 years to the day
        (date(2021, 6, 30), 80, T),
        (None, 29, F),  # not known since when: 30 or 80
        (None, 50, U),
        (None, 80, T),
    ],
)
def test_a_threshold_from_a_table(opened: date | None, share: float, expected: Truth) -> None:
    data = {"budget_share": {"at_least": {"table": {"by": "years_open", "rows": [{"below": 2, "is": 30}, {"is": 80}]}}}}
    centre = Centre(operating=True, opened_on=opened)
    assert found(data, HOUSE, {"budget_share": toy.exactly(share)}, centre=centre) is expected


def test_a_threshold_that_is_not_known_leaves_the_test_open() -> None:
    needs = {"staff": {"at_least": {"quantity": "staff_needed"}}}
    assert found(needs, LINE, {"staff": toy.exactly(30)}) is U
    assert found(needs, LINE, {"staff": toy.exactly(4)}) is F
    assert found(needs, LINE, {"staff": toy.exactly(96)}) is T
    assert found(needs, LINE, {"staff": toy.exactly(10), "posts": toy.exactly(2)}) is T
    assert found(needs, LINE, {"staff": toy.exactly(10), "posts": Interval(2, 3)}) is U
    assert found(needs, LINE, {"staff": toy.exactly(10), "posts": toy.exactly(2)}, parameters={"staff_factor": 6}) is F
