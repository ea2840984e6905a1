"""A model and a country nobody here has heard of run through the whole of the analysis."""

from __future__ import annotations

from fractions import Fraction

import toy

from rollout.analysis.assessment import assess
from rollout.analysis.gap import gap
from rollout.model.reading_profile import open_profile


def test_from_the_file_to_the_gap() -> None:
    opened = open_profile(toy.PROFILE.read_bytes(), "east.yaml", toy.blueprint(), toy.country(), toy.schema())
    assert opened.problems == ()
    assert opened.profile is not None
    assessment = assess(opened.profile, toy.blueprint(), toy.country())
    assert assessment.problems == ()
    found = gap(assessment)
    words = {row.criterion.id: row.word for row in found.findings}
    assert words == {
        "LINE-01": "partly",
        "LINE-02": "waived",
        "LAW-01": "met",
        "LAW-02": "unknown",
        "SAFE-01": "unknown",
        "SAFE-02": "unknown",
        "LANG-01": "unknown",
        "BOAT-01": "not_applicable",
        "MONEY-01": "unknown",
        "RISK-01": "unknown",
    }
    assert assessment.opening.state == "not_ready"
    assert assessment.opening.blocking == ("LINE-01",)
    assert [row.criterion.id for row in found.do_first] == ["LINE-01"]
    # five essential and three recommended count: 18; LINE-01 and at least half of LAW-02 and SAFE-01, all of LAW-01
    assert assessment.readiness is not None
    assert assessment.readiness.low == Fraction(11, 36)
    assert assessment.readiness.high == Fraction(33, 36)
    assert found.findings[0].lead.name is not None
    assert found.findings[0].lead.name.en == "East Harbour House"
    assert found.next_questions[0].gate >= found.next_questions[-1].gate


def test_the_same_province_after_the_merger() -> None:
    answers = {"house.safety.places": 2}
    assert toy.assessed(answers).word("SAFE-02") == "met"
    assert toy.assessed(answers, province="coast", as_of="2024-01-01").word("SAFE-02") == "not_met"
