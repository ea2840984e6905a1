"""K021: a step that leads nowhere although case management does not end there."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.graph import edges
from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K021"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each such step."""
    leading = edges(subject.protocol)
    for step in subject.protocol.steps:
        if not step.ends and not leading[step.id]:
            yield Problem(CODE, step.place, {"step": pair(step.title)}, path=step.id)
