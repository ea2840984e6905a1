"""B038: one of the blueprint's own cases gives another verdict than it expects."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import Judged, judge
from rollout.model.blueprint import Case
from rollout.problems import Problem

CODE = "B038"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each case whose verdict, or known bound, is another one."""
    for case in subject.cases:
        found = _verdict(case, subject)
        if not isinstance(found, Judged):
            yield Problem(CODE, case.place, {"criterion": case.criterion, "expected": case.expect, "found": found})
        elif not _as_expected(case, found):
            bounds = f"{found.word} ({found.worst.word} … {found.best.word})"
            yield Problem(CODE, case.place, {"criterion": case.criterion, "expected": _expected(case), "found": bounds})


def _verdict(case: Case, subject: Subject) -> Judged | str:
    try:
        world = subject.world_of(case)
    except LookupError as error:
        return ", ".join(str(part) for part in error.args)
    return judge(subject.blueprint.criteria[case.criterion], world)


def _as_expected(case: Case, found: Judged) -> bool:
    if found.word != case.expect:
        return False
    if case.at_least and found.worst < Verdict[case.at_least.upper()]:
        return False
    return not (case.at_most and found.best > Verdict[case.at_most.upper()])


def _expected(case: Case) -> str:
    bounds = [f"≥ {case.at_least}"] * bool(case.at_least) + [f"≤ {case.at_most}"] * bool(case.at_most)
    return " ".join([case.expect, *bounds])
