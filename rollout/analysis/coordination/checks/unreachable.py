"""K020: a step that no way leads to."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.graph import edges, reached
from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K020"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each step that cannot be reached from the first."""
    steps = subject.protocol.steps
    there = reached([step.id for step in steps[:1]], edges(subject.protocol))
    for step in steps:
        if step.id not in there:
            yield Problem(CODE, step.place, {"step": pair(step.title)}, path=step.id)
