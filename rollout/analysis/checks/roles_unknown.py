"""B016: a criterion, question or variant names a role the country does not have."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.model.nearest import nearest
from rollout.problems import Problem

CODE = "B016"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each role that is named but not defined."""
    blueprint, known = subject.blueprint, subject.country.roles
    named = [(role, row.id) for row in blueprint.criteria.values() for role in (row.remedy.lead, *row.remedy.support)]
    named += [(row.whom, row.id) for row in blueprint.questions.values() if row.whom]
    named += [(role, row.id) for row in blueprint.variants.values() for pair in row.roles.items() for role in pair]
    for role, owner in named:
        if role not in known:
            values = {"name": role, "meant": nearest(role, known)}
            yield Problem(CODE, subject.place(owner), values)
