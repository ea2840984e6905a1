"""K022: steps that lead to each other and never to an end."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.graph import backwards, edges, reached
from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.problems import Problem

CODE = "K022"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the steps from which neither an end nor a dead end can be reached, together."""
    leading = edges(subject.protocol)
    stops = [step.id for step in subject.protocol.steps if step.ends or not leading[step.id]]
    stopping = reached(stops, backwards(leading))
    caught = [step for step in subject.protocol.steps if step.id not in stopping]
    if caught:
        values = {"steps": listed(pair(step.title) for step in caught)}
        yield Problem(CODE, caught[0].place, values, path=caught[0].id)
