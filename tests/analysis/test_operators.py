"""The truth of each test on each kind of value: known, partly known, unknown."""

from __future__ import annotations

from datetime import date

import pytest

from rollout.analysis import tests
from rollout.analysis.truth import Truth, all_of, any_of, opposite
from rollout.model.profile import DocumentAnswer, Interval, Value

F, U, T = Truth
AS_OF = date(2023, 6, 30)

COMPARISONS = [
    # found, needed: at_least, at_most, equals
    ((5, 5), (5, 5), T, T, T),
    ((6, 6), (5, 5), T, F, F),
    ((4, 4), (5, 5), F, T, F),
    ((4, 6), (5, 5), U, U, U),
    ((5, 6), (5, 5), T, U, U),
    ((4, 5), (5, 5), U, T, U),
    ((6, 7), (5, 5), T, F, F),
    ((3, 4), (5, 5), F, T, F),
    ((5, 5), (4, 6), U, U, U),
    ((6, 6), (4, 6), T, U, U),
    ((4, 4), (4, 6), U, T, U),
    ((7, 7), (4, 6), T, F, F),
    ((3, 3), (4, 6), F, T, F),
    ((4, 6), (4, 6), U, U, U),
    ((float("-inf"), float("inf")), (5, 5), U, U, U),
    ((5, 5), (float("-inf"), float("inf")), U, U, U),
]


@pytest.mark.parametrize(("found", "needed", "at_least", "at_most", "equals"), COMPARISONS, ids=str)
def test_numbers(
    found: tuple[float, float], needed: tuple[float, float], at_least: Truth, at_most: Truth, equals: Truth
) -> None:
    expected = {"at_least": at_least, "at_most": at_most, "equals": equals}
    assert {name: tests.compare(name, Interval(*found), Interval(*needed)) for name in expected} == expected


def test_comparing_is_true_for_every_pair_false_for_none() -> None:
    """The definition itself, on every interval within 0 to 3."""
    spans = [Interval(low, high) for low in range(4) for high in range(low, 4)]
    meaning = {"at_least": int.__ge__, "at_most": int.__le__, "equals": int.__eq__}
    for name, holds in meaning.items():
        for found in spans:
            for needed in spans:
                values = {
                    holds(x, y)
                    for x in range(int(found.low), int(found.high) + 1)
                    for y in range(int(needed.low), int(needed.high) + 1)
                }
                expected = U if len(values) > 1 else T if values == {True} else F
                assert tests.compare(name, found, needed) is expected, (name, found, needed)


@pytest.mark.parametrize(("value", "yes", "no"), [(True, T, F), (False, F, T), (None, U, U)])
def test_yes_no(value: Value, yes: Truth, no: Truth) -> None:
    assert (tests.yes_no(True, value), tests.yes_no(False, value)) == (yes, no)


@pytest.mark.parametrize(
    ("operator", "argument", "value", "expected"),
    [
        ("equals", "a", "a", T),
        ("equals", "a", "b", F),
        ("equals", "a", None, U),
        ("one_of", ("a", "b"), "b", T),
        ("one_of", ("a", "b"), "c", F),
        ("one_of", ("a", "b"), None, U),
    ],
)
def test_choices_of_one(operator: str, argument: object, value: Value, expected: Truth) -> None:
    assert tests.coded(operator, argument, value) is expected


LATER = date(2023, 7, 1)


@pytest.mark.parametrize(
    ("value", "both", "one_of_two"),
    [
        (frozenset("ab"), T, T),
        (frozenset("a"), F, T),
        (frozenset(), F, F),
        (None, U, U),
        (False, F, F),
        (DocumentAnswer(covers=frozenset("abc")), T, T),
        (DocumentAnswer(covers=frozenset("b")), F, T),
        (DocumentAnswer(number="1"), U, U),
        (DocumentAnswer(issued_on=AS_OF, covers=frozenset("ab")), T, T),
        (DocumentAnswer(issued_on=LATER, covers=frozenset("ab")), F, F),
    ],
)
def test_including_all_or_some(value: Value, both: Truth, one_of_two: Truth) -> None:
    assert tests.included(("a", "b"), 2, value, AS_OF) is both
    assert tests.included(("a", "b"), 1, value, AS_OF) is one_of_two


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2023, 6, 30), T),
        (date(2021, 6, 30), T),
        (date(2021, 6, 29), F),
        (LATER, F),
        (False, F),
        (None, U),
        (DocumentAnswer(issued_on=date(2022, 1, 1)), T),
        (DocumentAnswer(issued_on=date(2020, 1, 1)), F),
        (DocumentAnswer(issued_on=date(2020, 1, 1), reviewed_on=date(2023, 1, 1)), T),
        (DocumentAnswer(issued_on=date(2023, 1, 1), reviewed_on=date(2020, 1, 1)), F),
        (DocumentAnswer(reviewed_on=LATER), F),
        (DocumentAnswer(number="1"), U),
    ],
    ids=str,
)
def test_age_counts_back_from_the_day_and_the_future_satisfies_nothing(value: Value, expected: Truth) -> None:
    assert tests.young_enough(24, value, AS_OF) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DocumentAnswer(issued_on=AS_OF), T),
        (DocumentAnswer(issued_on=LATER), F),
        (DocumentAnswer(issued_on=date(2020, 1, 1), valid_until=AS_OF), T),
        (DocumentAnswer(issued_on=date(2020, 1, 1), valid_until=date(2023, 6, 29)), F),
        (DocumentAnswer(valid_until=date(2023, 6, 29)), F),
        (DocumentAnswer(valid_until=AS_OF), U),
        (DocumentAnswer(number="1"), U),
        (False, F),
        (None, U),
    ],
    ids=str,
)
def test_in_force(value: Value, expected: Truth) -> None:
    assert tests.in_force(value, AS_OF) is expected


def test_combining_truths() -> None:
    states: list[Truth | None] = [F, U, T, None]
    for one in states:
        assert opposite(one) == (None if one is None else {F: T, U: U, T: F}[one])
        for other in states:
            known = [part for part in (one, other) if part is not None]
            assert all_of([one, other]) == (min(known) if known else None)
            assert any_of([one, other]) == (max(known) if known else None)
    assert all_of([]) is None
    assert F < U < T
