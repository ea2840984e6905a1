"""B039: a criterion without a case that is met, one that is not, and one that stays unknown."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CODE = "B039"
NEEDED = ("met", "not_met", "unknown")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each criterion and the expected verdicts its cases do not cover."""
    covered: dict[str, set[str]] = {}
    for case in subject.cases:
        covered.setdefault(case.criterion, set()).add(case.expect)
    for criterion in subject.blueprint.criteria.values():
        missing = [word for word in NEEDED if word not in covered.get(criterion.id, set())]
        if missing:
            values = {"name": criterion.id, "missing": ", ".join(missing)}
            yield Problem(CODE, subject.place(criterion.id), values)
