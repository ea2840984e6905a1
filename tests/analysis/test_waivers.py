"""Which waivers count, what is said of the others, and what they change."""

from __future__ import annotations

from typing import Any

import pytest
import toy

from rollout import texts
from rollout.analysis.gap import gap

GOOD = {"criterion": "LINE-02", "reason": "Staff start in autumn", "approved_by": "County board", "until": "2023-12-31"}
FEW = {"care.line.posts": 1, "care.line.staff": 3}


def codes(waiver: dict[str, Any], answers: dict[str, Any] | None = None) -> list[str]:
    found = toy.assessed(FEW if answers is None else answers, waivers=[waiver])
    for row in found.problems:
        assert row.is_error
        assert row.place is not None
        assert all(texts.message(row, lang).text for lang in texts.LANGUAGES)
    # a waiver counts exactly when nothing is wrong with it
    assert bool(found.waivers) is not bool(found.problems)
    return [row.code for row in found.problems]


def test_a_whole_waiver_counts() -> None:
    assert codes(GOOD) == []


@pytest.mark.parametrize("missing", ["reason", "approved_by", "until"])
def test_an_incomplete_one_does_not(missing: str) -> None:
    assert codes({key: value for key, value in GOOD.items() if key != missing}) == ["P020"]
    if missing != "until":
        assert codes({**GOOD, missing: "  "}) == ["P020"]


def test_it_ends_after_its_last_day() -> None:
    assert codes({**GOOD, "until": "2023-06-30"}) == []
    assert codes({**GOOD, "until": "2023-06-29"}) == ["P021"]


def test_safety_cannot_be_waived() -> None:
    assert codes({**GOOD, "criterion": "LINE-01"}, {"care.line.free": "no"}) == ["P022"]


def test_there_is_nothing_to_waive_where_it_is_met_or_does_not_apply() -> None:
    assert codes(GOOD, {"care.line.posts": 1, "care.line.staff": 5}) == ["P023"]
    assert codes({**GOOD, "criterion": "BOAT-01"}, {"house.safety.has_island": "no"}) == ["P023"]


def test_an_unknown_criterion_may_be_waived() -> None:
    assert codes(GOOD, {}) == []


def test_the_finding_keeps_what_it_would_be_and_both_figures_are_given() -> None:
    with_waiver, without = toy.assessed(FEW, waivers=[GOOD]), toy.assessed(FEW)
    finding = next(row for row in gap(with_waiver).findings if row.criterion.id == "LINE-02")
    assert (finding.word, finding.would_be) == ("waived", "not_met")
    assert with_waiver.without_waivers == without.readiness
    assert without.without_waivers is None
    assert with_waiver.readiness != without.readiness
    assert with_waiver.counts["waived"] == 1
    assert not finding.is_gap


def test_a_waiver_never_opens_the_gate() -> None:
    answers = {"house.safety.lock": "no", "house.safety.alarm": "no"}
    waiver = {**GOOD, "criterion": "SAFE-01"}
    found = toy.assessed(answers, waivers=[waiver])
    assert found.word("SAFE-01") == "waived"
    assert "SAFE-01" in found.opening.blocking
    assert found.opening == toy.assessed(answers).opening
