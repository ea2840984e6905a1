"""Verdict bounds: worst and best in not met, partly, met; and why a criterion does not apply."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import toy

from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import EXCUSED_APPLIES, EXCUSED_RULE, Judged, conditions_in_play, judge
from rollout.model.criterion import Criterion
from rollout.model.days import Span
from rollout.model.profile import Interval, NotApplicable, Value

N, P, M = Verdict
HOUSE = "house.safety."


def criterion(met: Any, partly: Any = None, **rest: Any) -> Criterion:
    """SAFE-01 with other conditions."""
    base = toy.blueprint().criteria["SAFE-01"]
    conditions = {"met": met, "partly": partly, **rest}
    read: dict[str, Any] = {
        name: toy.condition(data, HOUSE) if isinstance(data, dict) else data for name, data in conditions.items()
    }
    return replace(base, **read)


def judged(found: Criterion, values: dict[str, Value] | None = None, **rest: Any) -> Judged:
    return judge(found, toy.world({HOUSE + name: value for name, value in (values or {}).items()}, **rest))


def bounds(found: Judged) -> tuple[Verdict, Verdict]:
    return found.worst, found.best


ONE = criterion({"lock": "yes"})
TWO = criterion({"lock": "yes", "alarm": "yes"})
OWN = criterion({"lock": "yes", "alarm": "yes"}, {"lock": "yes"})
LOWER = criterion({"places": {"at_least": 5}}, {"places": {"at_least": 2}})
TABLE: list[tuple[Criterion, dict[str, Value], tuple[Verdict, Verdict], str]] = [
    # one entry: no partly
    (ONE, {"lock": True}, (M, M), "met"),
    (ONE, {"lock": False}, (N, N), "not_met"),
    (ONE, {}, (N, M), "unknown"),
    # two entries: partly is at least one, not all
    (TWO, {"lock": True, "alarm": True}, (M, M), "met"),
    (TWO, {"lock": True, "alarm": False}, (P, P), "partly"),
    (TWO, {"lock": False, "alarm": False}, (N, N), "not_met"),
    (TWO, {"lock": True}, (P, M), "unknown"),
    (TWO, {"lock": False}, (N, P), "unknown"),
    (TWO, {}, (N, M), "unknown"),
    # a partly of its own
    (OWN, {"lock": True, "alarm": False}, (P, P), "partly"),
    (OWN, {"lock": False, "alarm": True}, (N, N), "not_met"),
    (OWN, {"lock": False}, (N, N), "not_met"),
    (OWN, {"alarm": False}, (N, P), "unknown"),
    (OWN, {"lock": True}, (P, M), "unknown"),
    (OWN, {}, (N, M), "unknown"),
    (LOWER, {"places": toy.exactly(5)}, (M, M), "met"),
    (LOWER, {"places": toy.exactly(4)}, (P, P), "partly"),
    (LOWER, {"places": toy.exactly(1)}, (N, N), "not_met"),
    (LOWER, {"places": Interval(2, 9)}, (P, M), "unknown"),
    (LOWER, {"places": Interval(1, 4)}, (N, P), "unknown"),
    (LOWER, {"places": Interval(1, 9)}, (N, M), "unknown"),
]


@pytest.mark.parametrize(("found", "values", "expected", "word"), TABLE)
def test_bounds(found: Criterion, values: dict[str, Value], expected: tuple[Verdict, Verdict], word: str) -> None:
    verdict = judged(found, values)
    assert (bounds(verdict), verdict.word, verdict.excused) == (expected, word, "")


def test_bounds_are_what_some_completion_gives() -> None:
    """For each row with one unknown yes or no: the bounds are the least and the greatest verdict of its completions."""
    for found, values, expected, _ in TABLE:
        if found is LOWER:
            continue
        missing = [name for name in ("lock", "alarm") if name not in values]
        completions = [values]
        for name in missing:
            completions = [{**one, name: value} for one in completions for value in (True, False)]
        verdicts = [judged(found, one).worst for one in completions]
        assert (min(verdicts), max(verdicts)) == expected


GUARDED = criterion({"lock": "yes"}, applies_when={"has_island": "yes"})


@pytest.mark.parametrize(
    ("values", "word", "excused"),
    [
        ({"has_island": True, "lock": False}, "not_met", ""),
        ({"has_island": False, "lock": False}, "not_applicable", EXCUSED_APPLIES),
        ({"lock": True}, "unknown", ""),
        ({"lock": False}, "unknown", ""),
    ],
)
def test_applies_when(values: dict[str, Value], word: str, excused: str) -> None:
    found = judged(GUARDED, values)
    assert (found.word, found.excused) == (word, excused)


def test_while_it_is_open_whether_it_applies_nothing_is_known_of_the_verdict() -> None:
    found = judged(GUARDED, {"lock": False})
    assert bounds(found) == (N, M)
    assert found.reading == GUARDED.applies_when


def test_outside_its_days_a_criterion_does_not_apply() -> None:
    found = replace(ONE, span=Span(date(2023, 7, 1)))
    assert judged(found, {"lock": False}).excused == EXCUSED_RULE
    assert judged(found, {"lock": False}, as_of=date(2023, 7, 1)).word == "not_met"


def test_without_a_law_in_force_there_is_no_rule() -> None:
    found = criterion({"places": {"at_most": {"limit": "REPLY_24H"}}})
    assert judged(found, {"places": toy.exactly(99)}, as_of=date(2021, 12, 31)).excused == EXCUSED_RULE


def test_an_answer_that_does_not_apply_is_no_missing_law() -> None:
    assert judged(ONE, {"lock": NotApplicable("the house is on a ship")}).excused == EXCUSED_APPLIES
    assert judged(TWO, {"lock": NotApplicable("the house is on a ship"), "alarm": False}).word == "not_met"


BEFORE = criterion({"share_assessed": {"at_least": 100}}, before_opening={"form_issued": "yes", "lock": "yes"})


def test_a_planned_centre_is_read_in_another_way() -> None:
    values: dict[str, Value] = {"form_issued": True, "lock": False, "share_assessed": toy.exactly(0)}
    assert judged(BEFORE, values).word == "not_met"
    planned = judged(BEFORE, values, centre=toy.PLANNED)
    assert planned.word == "partly"
    assert planned.reading == BEFORE.before_opening
    assert len(conditions_in_play(BEFORE, toy.world(centre=toy.PLANNED))) == 1


def test_an_explicit_partly_belongs_to_the_open_centre_only() -> None:
    found = criterion({"lock": "yes"}, {"places": {"at_least": 1}}, before_opening={"form_issued": "yes"})
    assert judged(found, {"form_issued": False, "places": toy.exactly(9)}, centre=toy.PLANNED).word == "not_met"
    assert judged(found, {"lock": False, "places": toy.exactly(9)}).word == "partly"
