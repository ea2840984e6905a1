"""Findings, who is responsible, and what to do first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import toy

from rollout.analysis.gap import FIRST, Finding, Gap, gap
from rollout.analysis.responsible import responsible
from rollout.analysis.truth import Verdict
from rollout.model.text import Text

NOTHING: dict[str, Any] = {
    "care.line.hours": 0,
    "care.line.free": "no",
    "care.line.posts": 1,
    "care.line.staff": 0,
    "care.law.reply_hours": 100,
    "care.law.agreement": "no",
    "care.law.cites": {"complete": "no", "items": [{"number": "5/2010"}]},
    "house.safety.lock": "no",
    "house.safety.alarm": "no",
    "house.safety.places": 0,
    "house.safety.languages": {"complete": "no", "items": [{"share": 9, "interpreter": "no"}]},
    "house.safety.has_island": "yes",
    "house.safety.island_boat": "no",
    "house.safety.budget_share": 0,
    "house.safety.share_assessed": 0,
}


def analysed(answers: dict[str, Any] | None = None, **rest: Any) -> Gap:
    return gap(toy.assessed(answers, **rest))


def finding(name: str, found: Gap) -> Finding:
    return next(row for row in found.findings if row.criterion.id == name)


def test_one_finding_for_every_criterion_in_order() -> None:
    for answers in ({}, NOTHING):
        assert [row.criterion.id for row in analysed(answers).findings] == list(toy.blueprint().criteria)


def test_a_finding_names_the_answers_it_rests_on() -> None:
    stated = {"value": 40, "status": "seen", "evidence": {"document": "A 1", "date": "2023-06-01"}}
    row = finding("LINE-01", analysed({"care.line.hours": stated, "care.line.free": "unknown"}))
    [used] = row.answers
    assert (used.question.id, used.answer.status, used.age_days) == ("care.line.hours", "seen", 29)
    assert used.place is not None
    assert (row.in_gate, row.blocks_opening, row.word) == (True, True, "unknown")


def test_figures_are_followed_to_the_answers_behind_them() -> None:
    row = finding("LINE-02", analysed({"care.line.posts": 2, "care.line.staff": 9}))
    assert {used.question.id for used in row.answers} == {"care.line.posts", "care.line.staff"}
    assert [(short.about, short.by) for short in row.shortfalls] == [("care.line.staff", 1)]


def test_known_bounds_of_an_unknown_verdict() -> None:
    assert finding("SAFE-01", analysed({"house.safety.lock": "yes"})).known_bound == "at_least_partly"
    assert finding("SAFE-01", analysed({"house.safety.lock": "no"})).known_bound == "at_most_partly"
    assert finding("SAFE-01", analysed()).known_bound is None
    assert finding("SAFE-01", analysed(NOTHING)).known_bound is None


def test_a_benchmark_never_enters_the_verdict() -> None:
    row = finding("SAFE-02", analysed({"house.safety.places": 2}))
    assert (row.word, row.benchmark) == ("met", 10)


def test_what_does_not_apply_lacks_nothing() -> None:
    row = finding("BOAT-01", analysed({"house.safety.has_island": "no", "house.safety.island_boat": "no"}))
    assert (row.word, row.shortfalls, row.is_gap) == ("not_applicable", (), False)


def test_gaps_are_in_order_of_level_grade_and_verdict() -> None:
    found = analysed(NOTHING).gaps
    assert len(found) == 10
    levels = [row.criterion.level for row in found]
    assert levels == sorted(levels)
    essential = [row.criterion.id for row in found if row.criterion.level == "essential"]
    # graded high, then low, then the ungraded in the order of the blueprint
    assert essential == ["LINE-01", "SAFE-01", "LINE-02", "LAW-02", "SAFE-02", "RISK-01"]
    partly = analysed({**NOTHING, "care.law.cites": {"complete": "yes", "items": []}}).gaps
    assert [row.criterion.id for row in partly if row.criterion.level == "essential"][-1] == "LAW-02"


def test_do_first_opens_the_centre_before_anything_else() -> None:
    found = [row.criterion.id for row in analysed(NOTHING).do_first]
    # LINE-01 and SAFE-01 block the opening, LINE-02 because LINE-01 waits for it; what can begin now comes first
    assert found[:3] == ["SAFE-01", "LINE-02", "LINE-01"]
    # then what can begin now, essential first, then what takes longest; LAW-02 waits softly for LAW-01 only
    assert found[3:] == ["LAW-02", "RISK-01", "MONEY-01", "BOAT-01", "LANG-01", "LAW-01", "SAFE-02"]


def test_what_is_known_to_be_missing_is_a_gap_though_the_verdict_is_open() -> None:
    found = analysed({"care.line.hours": 40, "house.safety.lock": "yes"})
    # 40 hours can never be enough; of SAFE-01 nothing is known to be missing
    assert [row.criterion.id for row in found.gaps] == ["LINE-01"]
    assert [row.criterion.id for row in found.do_first] == ["LINE-01"]
    assert finding("LINE-01", found).word == "unknown"
    waiver = {"criterion": "LINE-02", "reason": "autumn", "approved_by": "County board", "until": "2023-12-31"}
    assert analysed({"care.line.staff": 0}, waivers=[waiver]).gaps == ()


def test_what_waits_for_something_that_is_done_can_begin_now() -> None:
    done = {**NOTHING, "house.safety.lock": "yes", "house.safety.alarm": "yes"}
    found = [row.criterion.id for row in analysed(done).do_first]
    assert found.index("SAFE-02") < found.index("LAW-02")


def test_at_most_ten_come_first_and_only_gaps() -> None:
    assert len(analysed(NOTHING).do_first) == FIRST
    assert analysed().do_first == ()
    assert [row.criterion.id for row in analysed({"care.line.free": "no", "care.line.hours": 1}).do_first] == [
        "LINE-01"
    ]


@pytest.mark.parametrize(
    ("rest", "role", "expected"),
    [
        ({}, "LEAD", ("LEAD", "Welfare Board", True, "verified")),
        ({"province": "coast", "as_of": "2024-06-30"}, "LEAD", ("LEAD", "Family Board", False, "remembered")),
        ({}, "CENTRE", ("CENTRE", None, False, "verified")),
        ({"agencies": {"CENTRE": {"name": "East House"}}}, "CENTRE", ("CENTRE", "East House", True, "verified")),
        ({"variant": "island"}, "CENTRE", ("LEAD", "Welfare Board", True, "verified")),
        (
            {"variant": "island", "agencies": {"CENTRE": {"name": "East House"}}},
            "CENTRE",
            ("LEAD", "East House", True, "verified"),
        ),
    ],
)
def test_who_is_responsible_on_the_day(
    rest: dict[str, Any], role: str, expected: tuple[str, str | None, bool, str]
) -> None:
    found = responsible(role, toy.assessed(**rest))
    assert (found.role, found.name.en if found.name else None, found.confirmed, found.certainty) == expected


def test_the_same_profile_gives_the_same_analysis() -> None:
    one, other = analysed(NOTHING), analysed(NOTHING)
    assert [row.word for row in one.findings] == [row.word for row in other.findings]
    assert [row.criterion.id for row in one.do_first] == [row.criterion.id for row in other.do_first]
    assert [row.question.id for row in one.next_questions] == [row.question.id for row in other.next_questions]


def test_the_day_of_the_profile_is_the_only_today() -> None:
    answers = {"care.law.agreement": {"date": "2022-05-01", "covers": ["money", "roles"]}, **CITED}
    later = {"province": "east", "as_of": "2023-12-31"}
    assert finding("LAW-02", analysed(answers, **later)).judged.worst is Verdict.MET
    old = {**answers, "care.law.agreement": {"date": "2021-12-30", "covers": ["money", "roles"]}}
    assert finding("LAW-02", analysed(old, **later)).word == "partly"
    assert toy.profile(as_of="2023-12-31").as_of == date(2023, 12, 31)


CITED = {"care.law.cites": {"complete": "yes", "items": []}}


def test_names_are_texts_in_both_languages() -> None:
    assert responsible("LEAD", toy.assessed()).name == Text("Cục Phúc lợi", "Welfare Board")
