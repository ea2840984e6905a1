"""B034: a question that no criterion, figure or document reads."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.analysis.readers import questions_behind, readers
from rollout.problems import Problem

CODE = "B034"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each question nobody reads; those marked `context` are read by the report."""
    blueprint = subject.blueprint
    known = readers(blueprint)
    read = {*known.criteria, *known.entries}
    for quantity in blueprint.quantities:
        read.update(questions_behind(quantity, blueprint))
    for question in blueprint.questions.values():
        if question.id not in read and not question.context:
            yield Problem(CODE, subject.place(question.id), {"name": question.id})
