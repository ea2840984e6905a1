"""B013: a threshold names a legal limit the country does not have."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import FromLimit, thresholds_of
from rollout.model.nearest import nearest
from rollout.model.quantity import parts_of
from rollout.problems import Problem

CODE = "B013"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each legal limit that is named but not defined."""
    limits, quantities = subject.country.limits, subject.blueprint.quantities.values()
    conditions = [*subject.conditions()]
    conditions += [(row.id, part.where) for row in quantities for part in parts_of(row.expression) if part.where]
    for owner, condition in conditions:
        for bound in thresholds_of(condition):
            if isinstance(bound, FromLimit) and bound.name not in limits:
                values = {"name": bound.name, "meant": nearest(bound.name, limits)}
                yield Problem(CODE, subject.place(owner), values)
