"""The gap analysis as a report: whole, for one agency, or the opening gate alone."""

from __future__ import annotations

from rollout.analysis.gap import Gap
from rollout.reporting import gap_agencies, gap_cover, gap_gate, gap_method, gap_settled, gap_summary
from rollout.reporting.frame import framed
from rollout.reporting.options import Options
from rollout.reporting.report import Paragraph, Report, Section
from rollout.reporting.setting import Setting, setting


def gap_report(gap: Gap, options: Options) -> Report:
    """Return the report a reader asked for."""
    at = setting(gap, options)
    if options.agency:
        return _told(at, "agency", _agency_sections(options.agency, at))
    if options.gate:
        return _told(at, "gate", (gap_gate.section(at), gap_settled.questions(at), at.citing.section()))
    sections = (
        gap_summary.section(at),
        gap_gate.section(at),
        gap_agencies.section(at),
        gap_settled.questions(at),
        gap_settled.excused(at),
        gap_settled.met(at),
        *gap_settled.context(at),
        gap_method.section(at),
        at.citing.section(),
        gap_method.sign_off(at.wording),
    )
    return _told(at, "gap", sections)


def _told(at: Setting, kind: str, sections: tuple[Section, ...]) -> Report:
    title = at.wording.say("report.gap.title") if kind == "gap" else at.wording.say("report.gate.title")
    if kind == "agency":
        title = at.wording.say("report.agency.title", agency=sections[0].title)
    return framed(
        "gap",
        title,
        sections,
        at.gap.assessment.profile,
        at.gap.assessment.blueprint,
        at.options,
        description="report.gap.description",
        cover=gap_cover.cover(at) if kind == "gap" else None,
    )


def _agency_sections(role: str, at: Setting) -> tuple[Section, ...]:
    """What one agency leads, what it supports, and the sources of both."""
    say = at.wording.say
    rows = at.shown(row for row in at.gap.findings if row.word in gap_agencies.OPEN_WORDS)
    own = [row for row in rows if row.lead.role == role]
    helped = [row for row in rows if any(one.role == role for one in row.support) and row.lead.role != role]
    if own:
        first = gap_agencies.agency(role, own, at)
    else:
        name = at.wording.agency(at.holder(role))
        first = Section(f"agency-{role.lower()}", name, (Paragraph(say("report.agency.nothing")),))
    sections = [first]
    if helped:
        title = say("report.agency.support.title")
        table = gap_agencies.table(gap_agencies.in_order(helped, at), title, at, lead=True)
        sections.append(Section("support", title, (table,), lead=say("report.agency.support.lead")))
    return (*sections, at.citing.section())
