"""What needs no action: criteria met, not applicable or waived; and the open questions in full."""

from __future__ import annotations

from rollout import texts
from rollout.analysis.gap import Finding
from rollout.analysis.next_questions import NextQuestion
from rollout.analysis.verdicts import EXCUSED_APPLIES, EXCUSED_CLAIM
from rollout.reporting.gap_rows import answer_lines
from rollout.reporting.gap_summary import asked, effect
from rollout.reporting.report import Block, Paragraph, Section, Step, Steps
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.words import Line


def _head(row: Finding, at: Setting) -> Cell:
    return text(Line(at.wording.pick(row.criterion.title), "strong"), Line(row.criterion.id, "muted"))


def met(at: Setting) -> Section:
    """Return the criteria that are met, and the answers that show it."""
    say = at.wording.say
    rows = at.shown(row for row in at.gap.findings if row.word == "met")
    title = say("report.met.title")
    if not rows:
        return Section("met", title, (Paragraph(say("report.met.none")),))
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("report.column.criterion"), "text", 40),
        Column(say("report.column.basis"), "text", 54),
    )
    made = tuple(
        Row((text(str(number)), _head(row, at), Cell(lines=answer_lines(row, at))))
        for number, row in enumerate(rows, 1)
    )
    return Section("met", title, (Table(columns, made, title),))


def excused(at: Setting) -> Section:
    """Return what does not apply or is waived, with the reason."""
    say = at.wording.say
    rows = at.shown(row for row in at.gap.findings if row.word in ("not_applicable", "waived"))
    title = say("report.excused.title")
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("report.column.criterion"), "text", 36),
        Column(say("report.column.result"), "verdict", 18),
        Column(say("report.column.reason"), "text", 40),
    )
    made = tuple(
        Row((text(str(number)), _head(row, at), Cell(verdict=at.wording.verdict(row.word)), _reason(row, at)))
        for number, row in enumerate(rows, 1)
    )
    blocks: tuple[Block, ...] = (Table(columns, made, title),) if made else (Paragraph(say("report.excused.none")),)
    return Section("excused", title, (*blocks, *_problems(at)))


def _reason(row: Finding, at: Setting) -> Cell:
    say, waiver = at.wording.say, row.waiver
    if waiver is not None:
        until = at.wording.date(waiver.until) if waiver.until else ""
        words = say("report.excused.waiver", approved_by=waiver.approved_by, until=until, reason=waiver.reason)
        verdict = at.wording.verdict(row.would_be or "unknown").word
        return text(words, Line(say("report.excused.would_be", verdict=verdict), "muted"))
    if row.judged.excused == EXCUSED_CLAIM:
        reason = at.gap.assessment.profile.not_applicable[row.criterion.id]
        return text(say("report.excused.claimed", reason=reason))
    lines = answer_lines(row, at) if row.judged.excused == EXCUSED_APPLIES else ()
    return text(say(f"report.excused.{row.judged.excused}"), *lines)


def _problems(at: Setting) -> tuple[Block, ...]:
    found = at.gap.assessment.problems
    if not found:
        return ()
    steps = Steps(tuple(Step(texts.message(row, at.options.lang).text) for row in found), numbers=False)
    return (Section("waiver-problems", at.wording.say("report.excused.problems"), (steps,)),)


def questions(at: Setting) -> Section:
    """Return every open question that can change a result, whom to ask, and what it decides."""
    say = at.wording.say
    rows = [row for row in asked(at) if row.gate or not at.options.gate]
    title = say("report.questions.title")
    if not rows:
        return Section("questions", title, (Paragraph(say("report.ask_next.none")),))
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("report.column.question"), "text", 50),
        Column(say("report.column.whom"), "text", 22),
        Column(say("report.column.effect"), "text", 22),
    )
    made = tuple(_question(number, row, at) for number, row in enumerate(rows, 1))
    lead = say("report.questions.lead", count=len(rows))
    return Section("questions", title, (Table(columns, made, title),), lead=lead, new_page=not at.options.gate)


def _question(number: int, row: NextQuestion, at: Setting) -> Row:
    ask, whom = at.wording.pick(row.question.ask), at.whom(row.question)
    return Row((text(str(number)), text(ask), text(whom), text(effect(row, at))))
