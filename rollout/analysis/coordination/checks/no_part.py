"""K024: a role named in a step without a duty, or with a duty or paper in a step that does not name it."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.model.protocol import Part, Step
from rollout.problems import Problem

CODE = "K024"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each such role of each step; of a path, each role that hands over without a duty there.

    A step without a lead has another problem first.
    """
    for part in subject.protocol.parts:
        for role in _odd(part):
            yield Problem(CODE, part.place, {"step": pair(part.title), "agency": subject.agency(role)}, path=part.id)


def _odd(part: Part) -> list[str]:
    doing = {duty.role for duty in part.duties}
    papers = {role for row in part.handovers for role in (row.sender, row.receiver) if role}
    named = {*part.leads, *part.support} if isinstance(part, Step) else doing
    if isinstance(part, Step) and not part.leads:
        return []
    return sorted((doing ^ named) | (papers - named))
