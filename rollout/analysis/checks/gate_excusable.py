"""B042: something the opening gate rests on may be declared not applicable."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.analysis.readers import questions_read
from rollout.problems import Problem

CODE = "B042"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each criterion of the gate, and each answer an entry rests on, that a province may excuse."""
    blueprint = subject.blueprint
    for entry in blueprint.gate:
        criterion = blueprint.criteria.get(entry.criterion or "")
        if criterion is not None and criterion.may_not_apply:
            yield Problem(CODE, subject.place(criterion.id), {"name": criterion.id, "entry": entry.id})
        conditions = criterion.conditions if criterion else [entry.met] if entry.met else []
        for name in questions_read(conditions, blueprint):
            if blueprint.questions[name].may_not_apply:
                yield Problem(CODE, subject.place(name), {"name": name, "entry": entry.id})
