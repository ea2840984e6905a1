"""B037: a criterion can be met without being partly met."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product

from rollout.analysis.checks.subject import Subject
from rollout.analysis.conditions import truth
from rollout.analysis.readers import questions_read
from rollout.analysis.trial_values import trial_values
from rollout.analysis.truth import Truth
from rollout.model.criterion import Criterion
from rollout.problems import Problem

CODE = "B037"
MOST_TRIED = 4000


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each criterion with values, among those worth trying, that satisfy met but not partly."""
    for criterion in subject.blueprint.criteria.values():
        if criterion.partly is not None and _met_alone(criterion, subject):
            yield Problem(CODE, subject.place(criterion.id), {"name": criterion.id})


def _met_alone(criterion: Criterion, subject: Subject) -> bool:
    world = subject.bare_world
    conditions = [condition for condition in (criterion.met, criterion.partly) if condition is not None]
    names = questions_read(conditions, subject.blueprint)
    tried = [trial_values(world.question(name), conditions, world) or (None,) for name in names]
    for values in islice(product(*tried), MOST_TRIED):
        trial = subject.world({}, dict(zip(names, values, strict=True)))
        if (
            criterion.partly
            and truth(criterion.met, trial) is Truth.TRUE
            and truth(criterion.partly, trial) is Truth.FALSE
        ):
            return True
    return False
