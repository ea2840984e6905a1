"""B032: a test asks for a choice that its question does not offer."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import Test, walk
from rollout.model.nearest import nearest
from rollout.problems import Problem

CODE = "B032"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each code that is tested but not offered, and each `n` larger than its list."""
    blueprint = subject.blueprint
    for criterion in blueprint.criteria.values():
        for condition in criterion.conditions:
            for part in walk(condition):
                if isinstance(part, Test):
                    yield from _unoffered(part, subject, criterion.id)


def _unoffered(test: Test, subject: Subject, owner: str) -> Iterator[Problem]:
    asked = subject.blueprint.questions[test.question]
    if asked.type not in ("choice", "choices", "document"):
        return
    match test.operator, test.argument:
        case "equals", str(code):
            codes: tuple[str, ...] = (code,)
        case "one_of" | "includes", codes:
            pass
        case "includes_at_least", (int(), codes):
            pass
        case _:
            return
    for code in codes:
        if code not in asked.options:
            values = {"name": test.question, "code": code, "meant": nearest(code, asked.options)}
            yield Problem(CODE, subject.blueprint.places.get(owner), values)
