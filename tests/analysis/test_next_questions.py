"""The next questions against their definition: how many verdicts differ between two values of one unknown answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
import toy

from rollout.analysis.conditions import truth
from rollout.analysis.gap import gap
from rollout.analysis.next_questions import NextQuestion
from rollout.analysis.verdicts import judge
from rollout.analysis.world import World
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer, Value
from rollout.model.question import Question


def every_value(question: Question, known: Value) -> Iterator[Value]:
    """Very many answers a province could give; what is known already stays."""
    match question.type:
        case "yes_no":
            yield from (True, False)
        case "choice":
            yield from question.options
        case "number":
            low, high = (known.low, known.high) if isinstance(known, Interval) else (question.low, question.high)
            assert low is not None
            assert high is not None
            yield from (toy.exactly(number) for number in range(int(low), int(high) + 1))
        case "document":
            yield False
            days = [toy.AS_OF + timedelta(days=days) for days in (-2000, -731, -730, -1, 0, 1)]
            subsets = [frozenset(), frozenset(("money",)), frozenset(("roles",)), frozenset(("money", "roles"))]
            for day, covers in product(days, subsets):
                yield DocumentAnswer(issued_on=day, covers=covers)
        case "records":
            yield RecordsAnswer((), complete=True)
            fields: list[list[Value]] = [[None], [None, *map(toy.exactly, range(0, 101, 5))], [None, True, False]]
            names = list(question.fields)
            if names == ["number"]:
                fields = [["7/2021", "5/2010", "9/1999", None]]
            for values in product(*fields):
                yield RecordsAnswer((dict(zip(names, values, strict=True)),), complete=True)


def brute_force(world: World) -> dict[str, tuple[int, int]]:
    """For each open question: the verdicts and entries of the gate that two of its values tell apart."""
    found: dict[str, tuple[int, int]] = {}
    blueprint = world.blueprint
    for question in blueprint.questions.values():
        known = world.value(question.id)
        if known is not None and not (isinstance(known, Interval) and not known.exact):
            continue
        worlds = [world.with_value(question.id, value) for value in every_value(question, known)]
        changed = [row.id for row in blueprint.criteria.values() if len({judge(row, one).word for one in worlds}) > 1]
        gate = sum(name in blueprint.gate_criteria for name in changed)
        gate += sum(len({truth(row.met, one) for one in worlds}) > 1 for row in blueprint.gate if row.met)
        found[question.id] = (len(changed), gate)
    return found


PROFILES: list[dict[str, Any]] = [
    {},
    {"care.line.hours": 40, "house.safety.lock": "yes"},
    {"care.line.staff": {"between": [4, 6]}, "care.line.posts": 1},
    {"care.line.staff": 4},
    {"care.law.agreement": "no", "house.safety.has_island": "yes"},
    {"care.law.cites": {"complete": "yes", "items": []}, "house.safety.has_island": "no"},
    {"house.safety.languages": {"complete": "yes", "items": []}, "house.safety.budget_share": 40},
]


def asked(answers: dict[str, Any], **rest: Any) -> tuple[NextQuestion, ...]:
    return gap(toy.assessed(answers, **rest)).next_questions


@pytest.mark.parametrize("answers", PROFILES, ids=str)
@pytest.mark.parametrize("state", ["operating", "planned"])
def test_as_defined(answers: dict[str, Any], state: str) -> None:
    centre = {"state": state, **({"opened_on": "2021-06-30"} if state == "operating" else {})}
    assessment = toy.assessed(answers, centre=centre)
    expected = brute_force(assessment.world)
    found = {row.question.id: (row.changes, row.gate) for row in gap(assessment).next_questions}
    # what can change nothing, not even together with others, is not asked
    assert {name: both for name, both in expected.items() if both != (0, 0)} == {
        name: both for name, both in found.items() if both != (0, 0)
    }
    assert set(found) <= set(expected)


def test_the_gate_comes_first_then_the_count_and_what_counts_only_together_last() -> None:
    found = asked({})
    order = [(row.only_together, -row.gate, -row.changes) for row in found]
    assert order == sorted(order)
    names = [row.question.id for row in found]
    positions = [list(toy.blueprint().questions).index(name) for name in names]
    ties = [positions[i : i + 2] for i in range(len(order) - 1) if order[i] == order[i + 1]]
    assert all(one < other for one, other in ties)


def test_an_answer_that_only_the_gate_needs_is_not_one_that_counts_only_together() -> None:
    row = next(row for row in asked({}) if row.question.id == "care.law.agreement")
    assert (row.gate > 0, row.only_together) == (True, False)


def test_what_counts_only_together_is_marked() -> None:
    # while nobody knows whether there are islands, a boat alone decides nothing
    rows = {row.question.id: row for row in asked({})}
    boat = rows["house.safety.island_boat"]
    assert (boat.changes, boat.gate, boat.only_together) == (0, 0, True)
    assert not rows["house.safety.has_island"].only_together
    known = {row.question.id: row for row in asked({"house.safety.has_island": "yes"})}
    assert known["house.safety.island_boat"].changes == 1


def test_settled_answers_and_those_that_decide_nothing_are_not_asked() -> None:
    names = {row.question.id for row in asked({"care.line.free": "no", "house.safety.has_island": "no"})}
    assert "care.line.free" not in names
    # there are no islands, so nobody asks for a boat; nor for what is only background
    assert not {"house.safety.island_boat", "house.safety.who_owns", "care.line.number"} & names
    # not asked of anybody in this era
    assert "care.law.updated" not in names


def test_before_opening_other_questions_are_asked() -> None:
    planned = {row.question.id for row in asked({}, centre={"state": "planned"})}
    assert "house.safety.form_issued" in planned
    assert "house.safety.share_assessed" not in planned


@pytest.mark.parametrize(
    ("answers", "name", "is_asked"),
    [
        ({"care.law.agreement": {"date": "2022-05-01"}}, "care.law.agreement", True),
        ({"care.law.agreement": {"number": "1", "covers": ["money", "roles"]}}, "care.law.agreement", True),
        ({"care.law.agreement": {"date": "2022-05-01", "covers": ["money", "roles"]}}, "care.law.agreement", False),
        (
            {"house.safety.languages": {"complete": "no", "items": [{"share": 5, "interpreter": "yes"}]}},
            "house.safety.languages",
            True,
        ),
        ({"house.safety.languages": {"complete": "yes", "items": [{"share": 5}]}}, "house.safety.languages", True),
        (
            {"house.safety.languages": {"complete": "no", "items": [{"share": 5, "interpreter": "no"}]}},
            "house.safety.languages",
            False,
        ),
    ],
)
def test_what_is_known_in_part_is_asked_where_the_rest_matters(
    answers: dict[str, Any], name: str, is_asked: bool
) -> None:
    rows = {row.question.id: row for row in asked(answers)}
    assert (name in rows) is is_asked
    if is_asked and name == "house.safety.languages":
        assert rows[name].changes == 1


def test_trying_values_leaves_what_is_known_as_it_is() -> None:
    from rollout.analysis.trial_values import trial_values

    agreement = DocumentAnswer(issued_on=date(2022, 5, 1))
    world = toy.world({"care.law.agreement": agreement})
    question = toy.blueprint().questions["care.law.agreement"]
    tried = trial_values(question, [toy.blueprint().criteria["LAW-02"].met], world)
    assert {value.issued_on for value in tried if isinstance(value, DocumentAnswer)} == {agreement.issued_on}
    assert False not in tried
    assert len({value.covers for value in tried if isinstance(value, DocumentAnswer)}) == 4
