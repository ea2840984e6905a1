"""K025: a name that is used and defined nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from rollout.analysis.coordination.subject import Subject
from rollout.model.nearest import nearest
from rollout.model.protocol import Part, Protocol, Step
from rollout.problems import Place, Problem

CODE = "K025"
Named = tuple[str, Place | None, Collection[str]]


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each form, event, step, duty, role, limit and source that leads nowhere, once a place."""
    told: set[tuple[str, Place | None]] = set()
    for name, place, known in _named(subject):
        if name not in known and (name, place) not in told:
            told.add((name, place))
            yield Problem(CODE, place, {"name": name, "meant": nearest(name, known)}, path=name)


def _named(subject: Subject) -> Iterator[Named]:
    protocol, country = subject.protocol, subject.occasion.country
    duties = [duty.id for _, duty in protocol.duties()]
    for part in protocol.parts:
        yield from _in_part(part, protocol, duties)
        yield from ((row.source, part.place, subject.occasion.blueprint.sources) for row in part.sources)
    limits = [(duty.limit, duty.place) for _, duty in protocol.duties() if duty.limit]
    limits += [(part.budget.limit, part.budget.place) for part in protocol.parts if part.budget]
    yield from ((name, place, country.limits) for name, place in limits)
    yield from ((role, None, country.roles) for role in protocol.roles)
    yield from ((role, row.place, country.roles) for row in protocol.precedence for role in row.between)
    standing, steps = protocol.standing, [step.id for step in protocol.steps]
    for name in sorted(standing.at_all_hours | standing.care | standing.not_after):
        yield name, None, steps
    yield from ((name, row.place, duties) for name, row in subject.own_times.items())


def _in_part(part: Part, protocol: Protocol, duties: Collection[str]) -> Iterator[Named]:
    steps = [step.id for step in protocol.steps]
    yield from ((name, part.place, protocol.forms) for name in part.records)
    yield from ((duty.within.start, duty.place, protocol.events) for duty in part.duties if duty.within)
    for row in part.handovers:
        if row.form:
            yield row.form, row.place, protocol.forms
        yield from ((time.start, row.place, protocol.events) for time in (row.within, row.feedback) if time)
    if part.budget:
        yield part.budget.start, part.budget.place, protocol.events
        yield from ((name, part.budget.place, duties) for name in part.budget.duties)
        yield from ((name, part.budget.place, steps) for name in part.budget.steps)
    if isinstance(part, Step):
        yield from ((row.to, row.place, steps) for row in part.next)
