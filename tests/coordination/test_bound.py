"""Who holds a role on a day, and the answer the protocol gives by itself."""

from __future__ import annotations

from datetime import date

import pytest
from coordination import bound

from rollout.analysis.assessment import assess
from rollout.analysis.coordination.times import exceeds
from rollout.model.country import Limit
from rollout.model.days import ALWAYS
from rollout.model.profile import Interval, RecordsAnswer
from rollout.model.protocol import Within

QUESTION = "coordination.process.steps"


def test_agencies_are_those_of_the_day_and_the_profile_prevails() -> None:
    then, now = (bound.subject(day=day).bound for day in (date(2024, 6, 30), date(2026, 7, 1)))
    assert then["SOCIAL"].label.vi == "Sở Lao động - Thương binh và Xã hội"
    assert now["SOCIAL"].label.vi == "Sở Y tế"
    assert now["LEAD_GE"].own
    assert now["LEAD_GE"].label.vi == "Sở Nội vụ tỉnh"
    assert now["POLICE"].label.vi == "Công an tỉnh"
    assert bound.subject(day=date(2026, 10, 1)).bound["POLICE"].label.vi == "Công an thành phố"


def verdict(on_protocol: bound.Patch = (), on_profile: bound.Patch = ()) -> str:
    answered = bound.computed(on_protocol, on_profile)
    return assess(answered, bound.model().blueprint, bound.model().country).word("COR-LEAD-01")


def test_the_bound_protocol_answers_for_its_criterion() -> None:
    answer = bound.computed().answers[QUESTION].value
    assert isinstance(answer, RecordsAnswer)
    assert (len(answer.items), answer.complete) == (14, True)
    assert {row["leads"] for row in answer.items} == {Interval(1, 1)}
    assert verdict() == "met"
    assert verdict([{"at": "steps.risk.duties.risk-other.within", "remove": "yes"}]) == "partly"
    assert verdict([{"at": "steps.risk.lead", "set": ["HOST", "POLICE"]}]) == "not_met"
    assert verdict((), [{"at": "agencies.HOST", "remove": "yes"}]) == "not_met"


def test_without_a_coordination_section_it_stays_asked() -> None:
    patch = [{"at": "coordination", "remove": "yes"}]
    assert QUESTION not in bound.computed((), patch).answers
    assert verdict((), patch) == "unknown"


@pytest.mark.parametrize(
    ("within", "over"),
    [
        (Within("x"), False),
        (Within("x", 12, "hour"), False),
        (Within("x", 721, "minute"), True),
        (Within("x", 1, "working_day", "working"), True),
        (Within("x", 1, "day"), True),
    ],
)
def test_twelve_hours_are_elapsed_hours(within: Within, over: bool) -> None:
    assert exceeds(within, Limit("L", "I", "1", 12, "hour", "elapsed", ALWAYS)) is over


def test_a_working_limit_is_kept_by_as_many_elapsed_days() -> None:
    limit = Limit("L", "I", "1", 3, "working_day", "working", ALWAYS)
    assert not exceeds(Within("x", 3, "day"), limit)
    assert exceeds(Within("x", 4, "day"), limit)
    assert exceeds(Within("x", 4, "working_day", "working"), limit)
