"""Computed figures: intervals from unknown answers, rounding, Poisson places, anniversaries, and reasons for none."""

from __future__ import annotations

import math
from datetime import date
from typing import Any

import answering
import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st

from rollout.analysis.facts import Computed
from rollout.analysis.quantities import compute
from rollout.model.profile import Centre, DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.quantity import expression

INF = math.inf


def figure(data: Any, values: dict[str, Value] | None = None, **rest: Any) -> Computed:
    return compute(expression(data, ()), toy.world(values, **rest))


def interval(data: Any, values: dict[str, Value] | None = None, **rest: Any) -> tuple[float, float]:
    found = figure(data, values, **rest).interval
    assert found is not None
    return found.low, found.high


HOURS, STAFF = {"answer": "care.line.hours"}, {"answer": "care.line.staff"}
KNOWN: dict[str, Value] = {"care.line.hours": Interval(2, 4), "care.line.staff": Interval(-3, 5)}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"sum": [HOURS, STAFF, 1]}, (0, 10)),
        ({"difference": [HOURS, STAFF]}, (-3, 7)),
        ({"product": [HOURS, STAFF]}, (-12, 20)),
        ({"product": [STAFF, STAFF]}, (-15, 25)),
        ({"quotient": [STAFF, HOURS]}, (-1.5, 2.5)),
        ({"max": [3, HOURS, STAFF]}, (3, 5)),
        ({"ceil": {"quotient": [HOURS, 3]}}, (1, 2)),
        ({"parameter": "staff_factor"}, (4.8, 4.8)),
        ({"fact": "population"}, (50000, 50000)),
        ({"quantity": "staff_needed"}, (5, 96)),
    ],
    ids=str,
)
def test_figures_carry_intervals(data: Any, expected: tuple[float, float]) -> None:
    assert interval(data, KNOWN) == pytest.approx(expected)


def test_an_unknown_answer_is_its_questions_range() -> None:
    assert interval(HOURS) == (0, 168)
    assert interval({"answer": "house.safety.languages"}) == (-INF, INF)
    assert interval(HOURS, {"care.line.hours": NotApplicable("there is no line here")}) == (0, 0)


@answering.STEADY
@given(st.integers(0, 10**6), st.integers(1, 1000))
def test_rounding_up_forgives_the_noise_of_the_arithmetic(whole: int, tenth: int) -> None:
    assert interval({"ceil": {"product": [{"quotient": [whole, 10]}, 10]}}) == (whole, whole)
    expected = -(-whole * tenth // 10)
    assert interval({"ceil": {"product": [whole, {"quotient": [tenth, 10]}]}}) == (expected, expected)


def test_rounding_up_does_not_forgive_more_than_noise() -> None:
    assert interval({"ceil": 4.000001}) == (5, 5)
    # 1.1 × 1.1 × 100 is 121.00000000000001 in floating point
    assert interval({"ceil": {"product": [1.1, 1.1, 100]}}) == (121, 121)
    assert interval({"ceil": {"sum": [0.1, 0.2, 0.7]}}) == (1, 1)


def places(mean: float, exceed: float) -> int:
    """The definition, summed in another way: the least k with P(more than k) ≤ exceed."""
    k = 0
    while True:
        at_most = math.fsum(math.exp(-mean + i * math.log(mean) - math.lgamma(i + 1)) for i in range(k + 1))
        if 1 - at_most <= exceed + 1e-9:
            return k
        k += 1


@pytest.mark.parametrize("mean", [0.001, 0.05, 0.051, 0.3, 0.5, 1, 1.25, 2.5, 7, 20, 60.5, 200])
@pytest.mark.parametrize("exceed", [0.01, 0.05, 0.2])
def test_places_by_poisson(mean: float, exceed: float) -> None:
    expected = places(mean, exceed)
    assert interval({"poisson_places": {"mean": mean, "exceed": exceed}}) == (expected, expected)


def test_places_of_nobody_of_very_many_and_of_an_unbounded_number() -> None:
    assert interval({"poisson_places": {"mean": 0, "exceed": 0.05}}) == (0, 0)
    low, _ = interval({"poisson_places": {"mean": 690, "exceed": 0.05}})
    high, _ = interval({"poisson_places": {"mean": 710, "exceed": 0.05}})
    assert 690 < low < high < 770
    unbounded = {"poisson_places": {"mean": {"count": {"in": "house.safety.languages"}}, "exceed": 0.05}}
    assert interval(unbounded) == (0, INF)
    assert interval({"ceil": {"count": {"in": "house.safety.languages"}}}) == (0, INF)


def test_dividing_by_nothing_is_unknown_and_says_why() -> None:
    assert figure({"quotient": [1, 0]}) == Computed(None, "division_by_zero")
    assert figure({"quotient": [1, HOURS]}) == Computed(None, "division_by_zero")
    assert figure({"ceil": {"quotient": [1, 0]}}).reason == "division_by_zero"
    assert interval({"quotient": [{"count": {"in": "house.safety.languages"}}, 4]}) == (0, INF)


def test_a_figure_the_register_lacks_is_unknown_and_says_which() -> None:
    assert figure({"sum": [1, {"fact": "districts"}]}) == Computed(None, "missing_in_register", "districts")


def test_nothing_of_an_unbounded_amount_is_nothing() -> None:
    assert interval({"product": [0, {"count": {"in": "house.safety.languages"}}]}) == (0, 0)
    assert interval({"product": [HOURS, {"answer": "house.safety.languages"}]}) == (-INF, INF)
    assert figure({"difference": [MANY, MANY]}).interval == Interval(-INF, INF)


MANY = {"count": {"in": "house.safety.languages"}}


@pytest.mark.parametrize(
    ("complete", "where", "expected"),
    [
        (True, None, (3, 3)),
        (False, None, (3, INF)),
        (True, {"share": {"at_least": 5}}, (1, 2)),
        (False, {"share": {"at_least": 5}}, (1, INF)),
    ],
)
def test_counting(complete: bool, where: Any, expected: tuple[float, float]) -> None:
    items: tuple[dict[str, Value], ...] = ({"share": toy.exactly(9)}, {"share": toy.exactly(2)}, {})
    body = {"in": "house.safety.languages", **({"where": where} if where else {})}
    assert interval({"count": body}, {"house.safety.languages": RecordsAnswer(items, complete)}) == expected


@pytest.mark.parametrize(
    ("numbers", "complete", "expected"),
    [
        (["7/2021"], True, (0, 0)),
        (["5/2010", "7/2021"], True, (1, 1)),
        (["5/2010", "9/1999"], True, (1, 2)),
        (["7/2021"], False, (0, INF)),
        ([None], True, (0, 1)),
        ([], True, (0, 0)),
    ],
)
def test_repealed_acts_are_counted_by_the_register(
    numbers: list[str | None], complete: bool, expected: tuple[float, float]
) -> None:
    cited = RecordsAnswer(tuple({"number": number} for number in numbers), complete)
    assert interval({"quantity": "old_laws"}, {"care.law.cites": cited}) == expected


def test_an_act_is_repealed_from_the_day_it_ends() -> None:
    cited: dict[str, Value] = {"care.law.cites": RecordsAnswer(({"number": "5/2010"},), complete=True)}
    assert interval({"quantity": "old_laws"}, cited, as_of=date(2021, 12, 31)) == (0, 0)
    assert interval({"quantity": "old_laws"}, cited, as_of=date(2022, 1, 1)) == (1, 1)


YEARS = {"years_since": "opening"}


@pytest.mark.parametrize(
    ("opened", "as_of", "years"),
    [
        (date(2021, 6, 30), date(2023, 6, 29), 23 / 12),
        (date(2021, 6, 30), date(2023, 6, 30), 2),
        (date(2020, 2, 29), date(2021, 2, 28), 11 / 12),
        (date(2020, 2, 29), date(2021, 3, 1), 1),
        (date(2023, 6, 30), date(2023, 6, 30), 0),
        (date(2023, 7, 1), date(2023, 6, 30), 0),
    ],
)
def test_years_are_full_on_the_anniversary(opened: date, as_of: date, years: float) -> None:
    found = interval(YEARS, centre=Centre(operating=True, opened_on=opened), as_of=as_of)
    assert found == pytest.approx((years, years))


def test_years_of_a_planned_centre_and_of_one_without_a_day() -> None:
    assert interval(YEARS, centre=toy.PLANNED) == (0, 0)
    assert interval(YEARS, centre=Centre(operating=True)) == (0, INF)


def test_years_since_a_document() -> None:
    since = {"years_since": "care.law.agreement"}
    assert interval(since, {"care.law.agreement": DocumentAnswer(issued_on=date(2020, 6, 30))}) == (3, 3)
    assert interval(since, {"care.law.agreement": DocumentAnswer(number="1")}) == (0, INF)
    assert interval(since) == (0, INF)


def test_a_variant_sets_parameters_and_their_ranges_decide_nothing() -> None:
    town = toy.assessed({"care.line.posts": 2}, variant="town").world.quantity("staff_needed").interval
    island = toy.assessed({"care.line.posts": 2}, variant="island").world.quantity("staff_needed").interval
    assert (town, island) == (Interval(10, 10), Interval(12, 12))


@answering.STEADY
@given(st.integers(0, 168), st.integers(0, 168), st.integers(-50, 50), st.integers(-50, 50))
def test_every_figure_of_known_answers_lies_in_that_of_unknown_ones(a: int, b: int, c: int, d: int) -> None:
    wide: dict[str, Value] = {
        "care.line.hours": Interval(min(a, b), max(a, b)),
        "care.line.staff": Interval(min(c, d), max(c, d)),
    }
    known: dict[str, Value] = {"care.line.hours": toy.exactly(a), "care.line.staff": toy.exactly(c)}
    for data in (
        {"sum": [HOURS, STAFF]},
        {"difference": [HOURS, STAFF]},
        {"product": [HOURS, STAFF, STAFF]},
        {"max": [HOURS, STAFF]},
        {"quotient": [STAFF, {"sum": [HOURS, 1]}]},
        {"ceil": {"quotient": [HOURS, 7]}},
        {"poisson_places": {"mean": {"quotient": [HOURS, 10]}, "exceed": 0.05}},
    ):
        outer, inner = interval(data, wide), interval(data, known)
        assert outer[0] - 1e-9 <= inner[0] <= inner[1] <= outer[1] + 1e-9, data
