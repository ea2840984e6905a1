"""K026: a form or moment that is defined and used nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject
from rollout.problems import Problem, Severity

CODE = "K026"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each such form and event, as a warning."""
    protocol = subject.protocol
    times = [duty.within for _, duty in protocol.duties()]
    times += [time for _, row in protocol.handovers() for time in (row.within, row.feedback)]
    used = {time.start for time in times if time} | {part.budget.start for part in protocol.parts if part.budget}
    papers = {row.form for _, row in protocol.handovers()} | {name for part in protocol.parts for name in part.records}
    for name in protocol.events:
        if name not in used:
            yield Problem(CODE, protocol.places.get(f"event {name}"), {"name": name}, Severity.WARNING, name)
    for form in protocol.forms.values():
        if form.id not in papers:
            yield Problem(CODE, form.place, {"name": form.id}, Severity.WARNING, form.id)
