"""Every duty with its agency, its time, from when it runs, and the law it keeps to; then every hand-over."""

from __future__ import annotations

from rollout.analysis.coordination.subject import Subject
from rollout.analysis.coordination.words import article, said
from rollout.model.protocol import Duty, Handover, Part, Within
from rollout.reporting.report import Section
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording


def sections(subject: Subject, wording: Wording) -> tuple[Section, ...]:
    """Return the table of times and the table of hand-overs."""
    return _times(subject, wording), _handovers(subject, wording)


def _times(subject: Subject, wording: Wording) -> Section:
    title = wording.say("coordination.times.title")
    columns = (
        Column(wording.say("coordination.column.agency"), "text", 20),
        Column(wording.say("coordination.column.duty"), "text", 40),
        Column(wording.say("coordination.column.time"), "text", 22),
        Column(wording.say("coordination.column.law"), "text", 18),
    )
    rows = [
        Row(_duty(duty, subject, wording), head=wording.pick(part.title) if first else "")
        for part in subject.protocol.parts
        for first, duty in ((duty is part.duties[0], duty) for duty in part.duties)
    ]
    lead = wording.say("coordination.times.lead")
    return Section("times", title, (Table(columns, tuple(rows), title),), lead=lead, new_page=True)


def _duty(duty: Duty, subject: Subject, wording: Wording) -> tuple[Cell, ...]:
    within = subject.within(duty)
    time = text(wording.say("coordination.asked") if duty.request else wording.say("coordination.none"))
    if within is not None:
        time = _time(within, subject, wording)
    limit = subject.limit(duty.limit) if duty.limit else None
    law = article(limit, subject.occasion.country)[wording.lang] if limit else ""
    head = wording.say("coordination.head") if duty.head else ""
    return text(subject.agency(duty.role)[wording.lang], head), text(wording.pick(duty.do)), time, text(law)


def _time(within: Within, subject: Subject, wording: Wording) -> Cell:
    event = subject.protocol.events.get(within.start)
    since = wording.say("coordination.since", event=wording.pick(event) if event else within.start)
    return text(said(within)[wording.lang], since)


def _handovers(subject: Subject, wording: Wording) -> Section:
    title = wording.say("coordination.handovers.title")
    names = ("form", "sender", "receiver", "time", "feedback", "consent")
    columns = tuple(Column(wording.say(f"coordination.column.{name}"), "text") for name in names)
    rows = [
        Row(_handover(row, subject, wording), head=_head(part, row, wording))
        for part, row in subject.protocol.handovers()
    ]
    return Section("handovers", title, (Table(columns, tuple(rows), title),), new_page=True)


def _head(part: Part, row: Handover, wording: Wording) -> str:
    return wording.pick(part.title) if row is part.handovers[0] else ""


def _handover(row: Handover, subject: Subject, wording: Wording) -> tuple[Cell, ...]:
    none = text(wording.say("coordination.none"))
    form = subject.protocol.forms.get(row.form)
    consent = wording.say(f"coordination.consent.{row.consent}") if row.consent else wording.say("coordination.none")
    return (
        text(wording.pick(form.title) if form else row.form, wording.pick(row.when)),
        text(subject.agency(row.sender)[wording.lang]),
        text(subject.agency(row.receiver)[wording.lang]),
        _time(row.within, subject, wording) if row.within else none,
        _time(row.feedback, subject, wording) if row.feedback else none,
        text(consent),
    )
