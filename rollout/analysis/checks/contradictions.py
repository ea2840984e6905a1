"""B033: two tests that must both hold exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import All, Condition, Test, walk_inside
from rollout.problems import Problem

CODE = "B033"
INFINITE = float("inf")


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each question whose tests within an `all` no answer can satisfy together."""
    for owner, condition in subject.conditions():
        for name in dict.fromkeys(_impossible(condition)):
            yield Problem(CODE, subject.place(owner), {"name": name})


def _impossible(condition: Condition) -> Iterator[str]:
    for part in walk_inside(condition):
        if isinstance(part, All):
            for one, other in combinations(_joint(part), 2):
                if one.question == other.question and excludes(one, other):
                    yield one.question


def _joint(condition: Condition) -> Iterator[Test]:
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, All):
        for part in condition.parts:
            yield from _joint(part)


def excludes(one: Test, other: Test) -> bool:
    """Tell whether no answer satisfies both tests; thresholds that are computed are not looked into."""
    if {one.operator, other.operator} == {"is_yes", "is_no"}:
        return True
    numbers, codes = (_range(one), _range(other)), (_codes(one), _codes(other))
    if numbers[0] and numbers[1]:
        return max(numbers[0][0], numbers[1][0]) > min(numbers[0][1], numbers[1][1])
    return bool(codes[0] and codes[1]) and not codes[0] & codes[1]


def _range(test: Test) -> tuple[float, float] | None:
    if not isinstance(test.argument, int | float):
        return None
    bound = test.argument
    ranges = {"at_least": (bound, INFINITE), "at_most": (-INFINITE, bound), "equals": (bound, bound)}
    return ranges.get(test.operator)


def _codes(test: Test) -> frozenset[str]:
    if test.operator == "one_of":
        return frozenset(test.argument)
    return frozenset((test.argument,)) if isinstance(test.argument, str) else frozenset()
