"""K006: a hand-over without its form, sender, receiver, deadline or feedback."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.model.protocol import Handover
from rollout.problems import Problem
from rollout.texts import pair as words

CODE = "K006"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each hand-over with what it lacks; a body outside the executive is given no time."""
    for part, row in subject.protocol.handovers():
        missing = list(_missing(row, subject))
        if missing:
            lacking = listed(words(f"coordination.part.{name}") for name in missing)
            yield Problem(CODE, row.place, {"step": pair(part.title), "missing": lacking}, path=part.id)


def _missing(row: Handover, subject: Subject) -> Iterator[str]:
    outside = subject.protocol.standing.outside
    for name in ("form", "sender", "receiver"):
        if not getattr(row, name):
            yield name
    if row.within is None and row.sender not in outside:
        yield "deadline"
    if row.feedback is None and row.receiver not in outside:
        yield "feedback"
