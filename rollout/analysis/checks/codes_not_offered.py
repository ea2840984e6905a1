"""B032: a test asks for a choice that its question does not offer."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.checks.subject import Subject
from rollout.model.condition import Test
from rollout.model.nearest import nearest
from rollout.problems import Problem

CODE = "B032"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each code that is tested but not offered."""
    for owner, test, asked in subject.tests():
        if asked.type in ("choice", "choices", "document"):
            for code in _codes(test):
                if code not in asked.options:
                    values = {"name": asked.id, "code": code, "meant": nearest(code, asked.options)}
                    yield Problem(CODE, subject.place(owner), values)


def _codes(test: Test) -> tuple[str, ...]:
    match test.operator, test.argument:
        case "equals", str(code):
            return (code,)
        case "one_of" | "includes", tuple(codes):
            return codes
        case "includes_at_least", (int(), tuple(codes)):
            return codes
    return ()
