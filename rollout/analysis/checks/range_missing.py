"""B040: a number without a least and a greatest value, so that an unknown answer has no bounds."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CODE = "B040"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each number question without min or max."""
    for question in subject.blueprint.questions.values():
        if question.type == "number" and (question.low is None or question.high is None):
            yield Problem(CODE, subject.blueprint.places.get(question.id), {"name": question.id})
