"""K016: a session of both sides where the risk is high."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.model.protocol import Path
from rollout.problems import Problem

CODE = "K016"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each step that allows a joint session, and each special path that does not forbid it."""
    for part in subject.protocol.parts:
        if part.joint_session == "allowed" or (isinstance(part, Path) and part.joint_session is None):
            yield Problem(CODE, part.place, {"step": pair(part.title)}, path=part.id)
