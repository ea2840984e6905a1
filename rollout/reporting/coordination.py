"""The coordination check as a report: problems, who holds each role, matrix, diagram, times, hand-overs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rollout import texts
from rollout.analysis.coordination.bindings import Bound
from rollout.analysis.coordination.subject import Subject
from rollout.problems import Problem
from rollout.reporting import coordination_matrix, coordination_times
from rollout.reporting.coordination_flow import flow
from rollout.reporting.frame import Head, fingerprint, framed
from rollout.reporting.options import Options
from rollout.reporting.report import Callout, Report, Section, Step, Steps
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording


def coordination_report(subject: Subject, problems: Sequence[Problem], options: Options) -> Report:
    """Return the report of one check, dated the day that was checked."""
    wording, occasion = Wording(options.lang), subject.occasion
    unit = occasion.country.unit_at(occasion.profile.unit.slug, occasion.moment) or occasion.profile.unit
    profile = replace(occasion.profile, as_of=occasion.moment, unit=unit)
    flowing = flow(subject, wording)
    sections = (
        _problems(problems, wording),
        _agencies(subject, wording),
        coordination_matrix.section(subject, wording),
        Section("flow", flowing.title, (flowing,), lead=wording.say("coordination.flow.lead"), new_page=True),
        *coordination_times.sections(subject, wording),
    )
    head = Head("coordination", wording.say("coordination.title"), "coordination.description")
    made = framed(head, sections, profile, occasion.blueprint, options)
    inputs = (made.fingerprint, subject.protocol.sha256, occasion.moment.isoformat())
    return replace(made, fingerprint=fingerprint(*inputs))


def _problems(problems: Sequence[Problem], wording: Wording) -> Section:
    title = wording.say("coordination.problems.title")
    if not problems:
        clean = wording.say("coordination.problems.none")
        done = Callout("ready", clean, wording.say("coordination.problems.none.text"))
        return Section("problems", title, (done,))
    return Section("problems", title, (Steps(tuple(_problem(row, wording) for row in problems)),))


def _problem(problem: Problem, wording: Wording) -> Step:
    said = texts.message(problem, wording.lang)
    return Step(f"{problem.code} · {said.text}", said.why, said.fix)


def _agencies(subject: Subject, wording: Wording) -> Section:
    title = wording.say("coordination.agencies.title")
    names = ("role", "agency", "post", "hours")
    columns = tuple(Column(wording.say(f"coordination.column.{name}"), "text") for name in names)
    rows = tuple(Row(_agency(subject.bound[role], wording)) for role in subject.protocol.roles)
    return Section("agencies", title, (Table(columns, rows, title),), lead=wording.say("coordination.agencies.lead"))


def _agency(bound: Bound, wording: Wording) -> tuple[Cell, ...]:
    name = wording.pick(bound.name) if bound.name else wording.say("coordination.none")
    named = name if bound.confirmed else wording.say("report.agency.unconfirmed", agency=name)
    contact = bound.contact
    hours = wording.say(f"coordination.hours.{contact.hours}") if contact.hours else ""
    return text(wording.pick(bound.title)), text(named), text(contact.post, contact.phone), text(hours)
