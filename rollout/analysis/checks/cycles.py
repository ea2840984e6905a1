"""B030: remedies that wait for each other."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CODE = "B030"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield the first cycle among hard dependencies, printed from end to end."""
    blueprint = subject.blueprint
    edges = {row.id: [d.criterion for d in row.remedy.after if not d.soft] for row in blueprint.criteria.values()}
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        cycle = list(error.args[1])
        yield Problem(CODE, subject.place(cycle[0]), {"cycle": " → ".join(cycle)})
