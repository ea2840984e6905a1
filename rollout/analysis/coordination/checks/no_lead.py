"""K001: a step that nobody leads."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K001"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each step without a lead."""
    for step in subject.protocol.steps:
        if not step.leads:
            yield Problem(CODE, step.place, {"step": pair(step.title)}, path=step.id)
