"""K013: care or support made to wait for a police report, payment or papers."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.graph import edges, reached
from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.problems import Problem
from rollout.texts import pair as words

CODE = "K013"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each step that waits for one of these, and each step of care that is only reached through a report."""
    protocol = subject.protocol
    leading, barred = edges(protocol), protocol.standing.not_after
    starts = [step.id for step in protocol.steps[:1]]
    free, any_way = reached(starts, leading, without=barred), reached(starts, leading)
    for step in protocol.steps:
        waited = [words(f"coordination.waits.{name}") for name in step.waits_for]
        if step.id in protocol.standing.care and step.id in any_way - free:
            waited += [pair(row.title) for row in protocol.steps if row.id in barred]
        if waited:
            yield Problem(CODE, step.place, {"step": pair(step.title), "waits": listed(waited)}, path=step.id)
