"""A role that a profile says does not exist takes no part; one it says nothing of, or that exists, does."""

from __future__ import annotations

import pytest
import shipped_profiles
from coordination.bound import model, protocol
from drafting.drafts import FORMS, NOW, drafted, text

from rollout.analysis.coordination.present import present
from rollout.drafting.order import Order

ROLE, QUESTION = "BORDER", "coordination.members.border_guard_present"


def answer(value: str) -> list[dict[str, object]]:
    return [{"op": "add", "path": "/answers/coordination/members/border_guard_present", "value": value}]


def test_the_shipped_protocol_asks_a_question_that_the_blueprint_has() -> None:
    asked = protocol().standing.present
    assert asked == {ROLE: QUESTION}
    assert set(asked.values()) <= set(model().blueprint.questions)


@pytest.mark.parametrize(("file", "there"), [("ha_noi_2026.yaml", False), ("quang_ninh_2026.yaml", True)])
def test_the_role_is_asked_for_unless_the_profile_says_it_is_not_there(file: str, there: bool) -> None:
    whole = protocol()
    left = present(whole, shipped_profiles.profile(file))
    assert (ROLE in left.roles) is there
    assert (ROLE in {role for row in left.functions for role in row.roles}) is there
    assert (ROLE in {role for row in left.precedence for role in row.between}) is there
    assert {step.id for step in left.steps} == {step.id for step in whole.steps}
    assert not any(ROLE in (row.sender, row.receiver) for _, row in left.handovers()) or there


def test_a_draft_asks_nothing_of_a_body_that_is_not_there() -> None:
    for lang, body in (("vi", "Đồn Biên phòng"), ("en", "order post")):
        order = Order(NOW, FORMS[0], lang, "LEAD_GE")
        assert body not in text(drafted(shipped_profiles.profile("ha_noi_2026.yaml"), order))
        assert body in text(drafted(shipped_profiles.profile("quang_ninh_2026.yaml"), order))


def test_no_note_tells_to_strike_what_is_not_there() -> None:
    order = Order(NOW, FORMS[0], "vi", "LEAD_GE")
    told = [row.text for row in drafted(shipped_profiles.profile("ha_noi_2026.yaml"), order).remarks]
    assert not any("Biên phòng" in row for row in told)
