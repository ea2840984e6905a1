"""B031: a test asks for a number that its question cannot have."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.problems import Problem

CODE = "B031"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each literal threshold outside its question's min and max."""
    for owner, test, asked in subject.tests():
        if asked.type != "number" or not isinstance(test.argument, int | float):
            continue
        low, high = asked.low, asked.high
        if low is not None and high is not None and not low <= test.argument <= high:
            values = {"name": asked.id, "need": test.argument, "low": low, "high": high}
            yield Problem(CODE, subject.place(owner), values)
