"""K007: a duty without a time."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K007"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each duty of a body of the executive that has no time."""
    outside = subject.protocol.standing.outside
    for part, duty in subject.protocol.duties():
        if duty.within is None and duty.role not in outside:
            values = {"duty": pair(duty.do), "agency": subject.agency(duty.role), "step": pair(part.title)}
            yield Problem(CODE, duty.place, values, path=duty.id)
