"""B033: two tests that must both hold exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import All, Condition, Test, walk
from rollout.problems import Problem

CODE = "B033"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each pair of tests of one answer within an `all` that no answer can satisfy."""
    for criterion in subject.blueprint.criteria.values():
        for condition in criterion.conditions:
            for name in _impossible(condition):
                yield Problem(CODE, subject.blueprint.places.get(criterion.id), {"name": name})


def _impossible(condition: Condition) -> Iterator[str]:
    for part in walk(condition):
        if isinstance(part, All):
            tests = [test for inner in part.parts for test in _joint(inner)]
            for one, other in combinations(tests, 2):
                if one.question == other.question and excludes(one, other):
                    yield one.question


def _joint(condition: Condition) -> Iterator[Test]:
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _joint(part)


def excludes(one: Test, other: Test) -> bool:
    """Tell whether no answer satisfies both tests."""
    pair = {one.operator: one.argument, other.operator: other.argument}
    if pair.keys() == {"is_yes", "is_no"}:
        return True
    least, most = pair.get("at_least"), pair.get("at_most")
    if isinstance(least, int | float) and isinstance(most, int | float):
        return least > most
    return one.operator == other.operator == "equals" and one.argument != other.argument
