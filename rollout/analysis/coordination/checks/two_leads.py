"""K002: a step that several roles lead."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.problems import Problem

CODE = "K002"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each step with more than one lead."""
    for step in subject.protocol.steps:
        if len(set(step.leads)) > 1:
            agencies = listed(subject.agency(role) for role in step.leads)
            yield Problem(CODE, step.place, {"step": pair(step.title), "agencies": agencies}, path=step.id)
