"""The opening gate: in one sentence, and entry by entry."""

from __future__ import annotations

from rollout.analysis.gap import Finding
from rollout.analysis.gate import BLOCKING, NOT_READY, OPEN, PASSED, UNDETERMINED, EntryState
from rollout.analysis.shortfall import shortfalls
from rollout.reporting.gap_rows import need_cell
from rollout.reporting.report import Block, Callout, Paragraph, Section, Tone
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.words import Line, Verdict, VerdictCode

TONES: dict[str, Tone] = {NOT_READY: "blocked", UNDETERMINED: "open"}
SIGNS: dict[str, VerdictCode] = {PASSED: "met", OPEN: "unknown", BLOCKING: "not_met"}
NAMED = 8


def callout(at: Setting) -> Callout:
    """Return the state of the gate in one box."""
    opening, say = at.gap.assessment.opening, at.wording.say
    if not opening.entries:
        return Callout("notice", say("report.opening.none"), "")
    state = f"operating.{opening.state}" if at.gap.assessment.profile.centre.operating else opening.state
    counts = {key: sum(row.state == key for row in opening.entries) for key in (PASSED, BLOCKING, OPEN)}
    text_ = say("report.opening.counts", total=len(opening.entries), **counts)
    return Callout(TONES.get(opening.state, "ready"), say(f"report.opening.{state}"), text_, _named(at))


def _named(at: Setting) -> str:
    rows = [row for row in at.gap.assessment.opening.entries if row.state == BLOCKING and at.shows_entry(row.entry)]
    if not rows:
        return ""
    names = " · ".join(_name(row, at) for row in rows[:NAMED])
    if len(rows) > NAMED:
        names = at.wording.say("report.opening.more", list=names, count=len(rows) - NAMED)
    return at.wording.say("report.opening.blocking", list=names)


def _name(row: EntryState, at: Setting) -> str:
    return row.entry.criterion or at.wording.pick(row.entry.title)


def section(at: Setting) -> Section:
    """Return the gate entry by entry: who leads each, or what each needs where the gate is the whole report."""
    say = at.wording.say
    entries = at.gap.assessment.opening.entries
    shown = [row for row in entries if at.shows_entry(row.entry)]
    last = "need" if at.options.gate else "agency"
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("report.column.condition"), "text", 33 if at.options.gate else 41),
        Column(say("report.column.result"), "verdict", 20),
        Column(say(f"report.column.{last}"), "text", 41 if at.options.gate else 33),
    )
    title = say("report.gate_section.title")
    rows = tuple(_row(number, row, at) for number, row in enumerate(shown, 1))
    blocks: tuple[Block, ...] = (callout(at), *((Table(columns, rows, title),) if rows else ()))
    if len(shown) < len(entries):
        blocks += (Paragraph(say("report.gate_section.security", count=len(entries) - len(shown)), "note"),)
    return Section("gate", title, blocks, lead=_lead(at), mark=_mark(at), new_page=not at.options.gate)


def _mark(at: Setting) -> str:
    """Needs of a secured site are told only where the gate is the whole report."""
    criteria = at.gap.assessment.blueprint.criteria
    secret = any(criteria[name].security for name in at.gap.assessment.blueprint.gate_criteria if name in criteria)
    return at.wording.say("report.mark.security") if secret and at.options.gate and not at.options.public else ""


def _lead(at: Setting) -> str:
    if at.options.gate:
        return at.wording.say("report.gate_section.lead.alone")
    return at.wording.say("report.gate_section.lead", title=at.wording.say("report.gaps.title"))


def _row(number: int, row: EntryState, at: Setting) -> Row:
    sign = Cell(verdict=Verdict(SIGNS[row.state], at.wording.say(f"report.state.{row.state}")))
    finding = next((one for one in at.gap.findings if one.criterion.id == row.entry.criterion), None)
    if finding is None:
        title = text(Line(at.wording.pick(row.entry.title), "strong"), *at.citing.lines(row.entry.sources))
        return Row((text(str(number)), title, sign, _plain_needs(row, at)))
    notes = [row.entry.id]
    notes += [at.wording.say("report.gate.accept_partly")] if row.entry.accept_partly else []
    title = text(Line(at.wording.pick(finding.criterion.title), "strong"), Line(" · ".join(notes), "muted"))
    return Row((text(str(number)), title, sign, _needs(finding, row, at)))


def _needs(finding: Finding, row: EntryState, at: Setting) -> Cell:
    if not at.options.gate:
        return text(at.wording.agency(finding.lead))
    return text("") if row.state == PASSED else need_cell(finding, at)


def _plain_needs(row: EntryState, at: Setting) -> Cell:
    if row.state == PASSED or row.entry.met is None:
        return text("")
    return text(*(at.needs.line(lack) for lack in shortfalls(row.entry.met, at.gap.assessment.world)))
