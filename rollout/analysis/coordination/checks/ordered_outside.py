"""K019: an order, or a time of ours, to a body outside the executive."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Place, Problem

CODE = "K019"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each lead, each duty that is no request or has a time, and each timed hand-over of such a body."""
    outside, own = subject.protocol.standing.outside, subject.own_times
    for step in subject.protocol.steps:
        yield from (_problem(role, step.place, step.id, subject) for role in step.leads if role in outside)
    for _, duty in subject.protocol.duties():
        if duty.role in outside and (duty.within or duty.id in own or not duty.request):
            yield _problem(duty.role, duty.place, duty.id, subject)
    for part, row in subject.protocol.handovers():
        if row.sender in outside and row.within:
            yield _problem(row.sender, row.place, part.id, subject)
        if row.receiver in outside and row.feedback:
            yield _problem(row.receiver, row.place, part.id, subject)


def _problem(role: str, place: Place | None, path: str, subject: Subject) -> Problem:
    title = next((pair(part.title) for part in subject.protocol.parts if path == part.id), None)
    duty = next((pair(duty.do) for _, duty in subject.protocol.duties() if duty.id == path), None)
    return Problem(CODE, place, {"agency": subject.agency(role), "what": title or duty or path}, path=path)
