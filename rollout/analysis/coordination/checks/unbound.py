"""K004: a role of the protocol that no agency holds."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K004"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each role with a part in the protocol for which neither profile nor register names an agency."""
    for role in subject.protocol.roles:
        bound = subject.bound[role]
        if bound.name is None and role in subject.occasion.country.roles:
            steps = [part.id for part in subject.protocol.parts if any(duty.role == role for duty in part.duties)]
            values = {"role": role, "title": pair(bound.title), "steps": steps, "day": _day(subject)}
            yield Problem(CODE, bound.place, values, path=f"agencies.{role}")


def _day(subject: Subject) -> str:
    return subject.occasion.moment.isoformat()
