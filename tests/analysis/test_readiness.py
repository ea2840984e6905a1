"""The readiness range, in exact fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest
import toy

from rollout.analysis.readiness import Range, readiness
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import Judged
from rollout.model.criterion import Criterion

N, P, M = Verdict
ESSENTIAL, RECOMMENDED = (toy.blueprint().criteria[name] for name in ("LINE-01", "LAW-01"))
WEIGHTS = {"essential": 3, "recommended": 1}
EXCUSED = Judged(N, M, None, "claimed")


def judged(worst: Verdict, best: Verdict | None = None) -> Judged:
    return Judged(worst, worst if best is None else best, None)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([(ESSENTIAL, judged(M))], Range(Fraction(1), Fraction(1), Fraction(0))),
        ([(ESSENTIAL, judged(N))], Range(Fraction(0), Fraction(0), Fraction(0))),
        ([(ESSENTIAL, judged(P))], Range(Fraction(1, 2), Fraction(1, 2), Fraction(0))),
        ([(ESSENTIAL, judged(N, M))], Range(Fraction(0), Fraction(1), Fraction(1))),
        ([(ESSENTIAL, judged(P, M))], Range(Fraction(1, 2), Fraction(1), Fraction(1))),
        (
            [(ESSENTIAL, judged(M)), (RECOMMENDED, judged(N, P)), (RECOMMENDED, judged(N))],
            Range(Fraction(3, 5), Fraction(7, 10), Fraction(1, 5)),
        ),
        ([(ESSENTIAL, judged(M)), (RECOMMENDED, EXCUSED)], Range(Fraction(1), Fraction(1), Fraction(0))),
        ([(ESSENTIAL, EXCUSED)], None),
        ([], None),
    ],
)
def test_weights_bounds_and_the_unknown_share(rows: list[tuple[Criterion, Judged]], expected: Range | None) -> None:
    assert readiness(rows, WEIGHTS) == expected


def test_a_profile_without_answers_knows_nothing() -> None:
    found = toy.assessed()
    assert found.readiness == Range(Fraction(0), Fraction(1), Fraction(1))
    assert set(found.sections) == {"care", "house"}
    assert found.counts == {"met": 0, "partly": 0, "not_met": 0, "unknown": 10, "not_applicable": 0, "waived": 0}


def test_nothing_is_dropped() -> None:
    found = toy.assessed({"house.safety.has_island": "no", "care.line.free": "no"})
    assert list(found.judged) == list(toy.blueprint().criteria)
    assert sum(found.counts.values()) == len(toy.blueprint().criteria)


def test_what_is_declared_not_applicable_counts_nowhere() -> None:
    found = toy.assessed({"house.safety.has_island": "yes", "house.safety.island_boat": "no"})
    excused = toy.assessed(
        {"house.safety.has_island": "yes", "house.safety.island_boat": "no"},
        not_applicable={"BOAT-01": "the only island has a bridge"},
    )
    assert (found.word("BOAT-01"), excused.word("BOAT-01")) == ("not_met", "not_applicable")
    assert found.readiness is not None
    assert excused.readiness is not None
    # 3 × 6 essential + 4 recommended: BOAT-01 not met takes 1 of 22
    assert (found.readiness.high, excused.readiness.high) == (Fraction(21, 22), Fraction(1))


def test_the_toy_profile() -> None:
    found = toy.assessed(
        {
            "care.line.hours": 40,
            "care.line.free": "yes",
            "care.law.reply_hours": 12,
            "house.safety.lock": "yes",
            "house.safety.has_island": "no",
        }
    )
    words = {name: found.word(name) for name in found.judged}
    assert {name: word for name, word in words.items() if word != "unknown"} == {
        "LINE-01": "partly",
        "LAW-01": "met",
        "BOAT-01": "not_applicable",
    }
    # weights: six essential and three recommended apply: 21; LINE-01 half of 3, LAW-01 1, SAFE-01 at least half of 3
    assert found.readiness == Range(Fraction(4, 21), Fraction(39, 42), Fraction(17, 21))
