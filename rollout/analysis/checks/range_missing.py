"""B040: a number without a least and a greatest value, so that an unknown answer has no bounds."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CODE = "B040"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each number question without min or max."""
    for question in subject.blueprint.questions.values():
        for asked in (question, *question.fields.values()):
            if asked.type == "number" and (asked.low is None or asked.high is None):
                name = question.id if asked is question else f"{question.id} {asked.id}"
                yield Problem(CODE, subject.place(question.id), {"name": name})
