"""What a condition lacks: what there is, what is needed, and by how much at least."""

from __future__ import annotations

from typing import Any

import pytest
import toy

from rollout.analysis.shortfall import Shortfall, shortfalls
from rollout.analysis.truth import Truth
from rollout.model.profile import DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value

F, U, T = Truth
HOUSE, LINE, LAW = "house.safety.", "care.line.", "care.law."
x = toy.exactly


def lacks(data: Any, prefix: str, values: dict[str, Value] | None = None) -> list[Shortfall]:
    named = {prefix + name: value for name, value in (values or {}).items()}
    return list(shortfalls(toy.condition(data, prefix), toy.world(named)))


def test_nothing_is_lacking_where_it_holds_or_does_not_count() -> None:
    assert lacks({"lock": "yes"}, HOUSE, {"lock": True}) == []
    assert lacks({"from": "2024-01-01", "updated": "yes"}, LAW, {"updated": False}) == []
    assert lacks({"island_boat": "yes"}, HOUSE, {"island_boat": NotApplicable("a bridge")}) == []


@pytest.mark.parametrize(
    ("test", "have", "truth", "by"),
    [
        ({"at_least": 168}, x(40), F, 128),
        ({"at_least": 168}, Interval(40, 50), F, 118),
        ({"at_least": 168}, Interval(40, 168), U, None),
        ({"at_least": 168}, None, U, None),
        ({"at_most": 24}, x(40), F, 16),
        ({"at_most": 24}, Interval(30, 40), F, 6),
        ({"equals": 24}, x(40), F, None),
    ],
)
def test_the_least_that_is_missing(test: Any, have: Interval | None, truth: Truth, by: float | None) -> None:
    [row] = lacks({"hours": test}, LINE, {"hours": have})
    assert (row.about, row.have, row.truth, row.by) == ("care.line.hours", have, truth, by)
    assert row.need == x(next(iter(test.values())))
    assert not row.is_quantity


def test_a_need_that_is_computed_is_shown_as_far_as_it_is_known() -> None:
    needs = {"staff": {"at_least": {"quantity": "staff_needed"}}}
    [row] = lacks(needs, LINE, {"staff": x(4), "posts": Interval(2, 3)})
    assert (row.need, row.by) == (Interval(10, 15), 6)
    [row] = lacks({"quantity": {"staff_needed": {"at_most": 8}}}, LINE, {"posts": x(2)})
    assert (row.about, row.is_quantity, row.have, row.by) == ("staff_needed", True, x(10), 2)


def test_each_missing_part_is_named_and_what_holds_is_not() -> None:
    agreement = DocumentAnswer(issued_on=toy.AS_OF, covers=frozenset(("money",)))
    data = {
        "agreement": {"in_force": "yes", "includes": ["money", "roles"]},
        "updated": "yes",
        "reply_hours": {"at_most": 24},
    }
    found = lacks(data, LAW, {"agreement": agreement, "reply_hours": x(3)})
    assert [(row.about, row.operator, row.truth) for row in found] == [
        ("care.law.agreement", "includes", F),
        ("care.law.updated", "is_yes", U),
    ]


@pytest.mark.parametrize(
    ("values", "chosen"),
    [
        ({"lock": False, "alarm": False, "places": x(0)}, ["places"]),
        ({"lock": True, "alarm": False, "places": x(0)}, ["alarm"]),
        # what is not known lacks less than what is known to be missing
        ({"lock": True, "places": x(0)}, ["alarm"]),
        ({}, ["places"]),
    ],
)
def test_of_alternatives_the_one_that_lacks_least(values: dict[str, Value], chosen: list[str]) -> None:
    data = {"any": [{"lock": "yes", "alarm": "yes"}, {"places": {"at_least": 1}}]}
    assert [row.about.removeprefix(HOUSE) for row in lacks(data, HOUSE, values)] == chosen


def test_records_known_to_fail_are_named_and_unknown_ones_are_not() -> None:
    items: tuple[dict[str, Value], ...] = ({"interpreter": True}, {"interpreter": False}, {"interpreter": None})
    values: dict[str, Value] = {"languages": RecordsAnswer(items, complete=True)}
    [every] = lacks({"every": {"in": "languages", "is": {"interpreter": "yes"}}}, HOUSE, values)
    assert (every.operator, every.truth, every.failing) == ("every", F, (1,))
    [some] = lacks({"some": {"in": "languages", "is": {"share": {"at_least": 5}}}}, HOUSE, values)
    assert (some.operator, some.truth, some.failing) == ("some", U, ())


def test_what_should_not_be_is_shown_too() -> None:
    [row] = lacks({"not": {"has_island": "yes"}}, HOUSE, {"has_island": True})
    assert (row.about, row.operator, row.have, row.truth) == ("house.safety.has_island", "not", True, F)
    items = RecordsAnswer(({"interpreter": True},), complete=True)
    [row] = lacks({"not": {"some": {"in": "languages", "is": {"interpreter": "yes"}}}}, HOUSE, {"languages": items})
    assert (row.about, row.operator) == ("house.safety.languages", "not")
    [row] = lacks({"not": {"quantity": {"staff_needed": {"at_least": 8}}}}, LINE, {"posts": x(2)})
    assert (row.about, row.is_quantity) == ("staff_needed", True)


def test_every_unmet_criterion_of_a_profile_says_what_it_lacks() -> None:
    world = toy.assessed().world
    for criterion in toy.blueprint().criteria.values():
        assert shortfalls(criterion.met, world), criterion.id
