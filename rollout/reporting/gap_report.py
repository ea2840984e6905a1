"""The gap analysis as a report: whole, for one agency, or the opening gate alone."""

from __future__ import annotations

from dataclasses import replace

from rollout.analysis.gap import Gap
from rollout.reporting import gap_agencies, gap_context, gap_cover, gap_gate, gap_method, gap_settled, gap_summary
from rollout.reporting.frame import Head, framed
from rollout.reporting.options import Options
from rollout.reporting.report import Paragraph, Report, Section
from rollout.reporting.setting import Setting, numbered, setting


def gap_report(gap: Gap, options: Options) -> Report:
    """Return the report a reader asked for."""
    at = setting(gap, options)
    if options.agency:
        kind, build = "agency", _agency
    else:
        kind, build = ("gate", _gate) if options.gate else ("gap", _whole)
    return _told(at, kind, numbered(build, at))


def _whole(at: Setting) -> tuple[Section, ...]:
    return (
        gap_summary.section(at),
        gap_gate.section(at),
        gap_agencies.section(at),
        gap_settled.questions(at),
        gap_settled.excused(at),
        gap_settled.met(at),
        *gap_context.sections(at),
        gap_method.section(at),
        *at.citing.sections(),
        gap_method.sign_off(at.wording),
    )


def _gate(at: Setting) -> tuple[Section, ...]:
    return gap_gate.section(at), gap_settled.questions(at), *at.citing.sections()


def _told(at: Setting, kind: str, sections: tuple[Section, ...]) -> Report:
    title = at.wording.say("report.gap.title") if kind == "gap" else at.wording.say("report.gate.title")
    if kind == "agency":
        holder = at.wording.agency(at.holder(at.options.agency or ""))
        title = at.wording.say("report.agency.title", agency=holder)
    cover = gap_cover.cover(at) if kind == "gap" else None
    head = Head("gap", title, "report.gap.description", cover=cover)
    return framed(head, sections, at.gap.assessment.profile, at.gap.assessment.blueprint, at.options)


def _agency(at: Setting) -> tuple[Section, ...]:
    """What one agency leads, what it supports, and the sources of both."""
    say, role = at.wording.say, at.options.agency or ""
    rows = at.shown(row for row in at.gap.findings if row.word in gap_agencies.OPEN_WORDS)
    own = [row for row in rows if row.lead.role == role]
    helped = [row for row in rows if any(one.role == role for one in row.support) and row.lead.role != role]
    title = say("report.agency.own.title")
    if own:
        sections = [replace(gap_agencies.agency(role, own, at), title=title)]
    else:
        sections = [Section("own", title, (Paragraph(say("report.agency.nothing")),))]
    if helped:
        title = say("report.agency.support.title")
        table = gap_agencies.table(gap_agencies.in_order(helped, at), title, at, lead=True)
        sections.append(Section("support", title, (table,), lead=say("report.agency.support.lead")))
    return (*sections, *at.citing.sections())
