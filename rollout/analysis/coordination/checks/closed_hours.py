"""K008: a step that must be open at all hours keeps office hours."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K008"
OPEN = "around_the_clock"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each such step."""
    for step in subject.protocol.steps:
        if step.id in subject.protocol.standing.at_all_hours and step.hours != OPEN:
            yield Problem(CODE, step.place, {"step": pair(step.title)}, path=step.id)
