"""B031: a test asks for a number that its question cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import Test, walk
from rollout.problems import Problem

CODE = "B031"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each literal threshold outside its question's min and max."""
    blueprint = subject.blueprint
    for criterion in blueprint.criteria.values():
        for condition in criterion.conditions:
            for part in walk(condition):
                if not isinstance(part, Test) or not isinstance(part.argument, int | float):
                    continue
                asked = blueprint.questions[part.question]
                if asked.type != "number" or asked.low is None or asked.high is None:
                    continue
                if not asked.low <= part.argument <= asked.high:
                    values = {"name": part.question, "need": part.argument, "low": asked.low, "high": asked.high}
                    yield Problem(CODE, blueprint.places.get(criterion.id), values)
