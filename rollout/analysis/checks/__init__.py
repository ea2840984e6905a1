"""What can be wrong with a blueprint although every file of it is well formed: one module a problem code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rollout.analysis.checks import (
    cases_missing,
    codes_not_offered,
    contradictions,
    cycles,
    gate_excusable,
    limits_unknown,
    not_read,
    partly_not_implied,
    range_missing,
    roles_unknown,
    thresholds_out_of_range,
    uncited,
    wordings_missing,
    wrong_case,
)
from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    limits_unknown.find,
    roles_unknown.find,
    cycles.find,
    thresholds_out_of_range.find,
    codes_not_offered.find,
    contradictions.find,
    not_read.find,
    wordings_missing.find,
    uncited.find,
    partly_not_implied.find,
    wrong_case.find,
    cases_missing.find,
    range_missing.find,
    gate_excusable.find,
)


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return every problem the checks find, by place."""
    return tuple(sorted(problem for find in CHECKS for problem in find(subject)))
