"""The summary page: readiness by section, the gate, what to do first, what to ask next."""

from __future__ import annotations

from collections import Counter

from rollout.analysis.gap import Finding
from rollout.analysis.next_questions import NextQuestion
from rollout.reporting.gap_gate import callout
from rollout.reporting.report import Columns, Paragraph, Section, Step, Steps
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell, Column, Row, Table, text

ASKED = 5


def section(at: Setting) -> Section:
    """Return the summary."""
    say = at.wording.say
    blocks = (
        table(at),
        Paragraph(_bars(at), "note"),
        callout(at),
        Columns((do_first(at),), (ask_next(at),)),
    )
    return Section("summary", say("report.summary.title"), blocks, lead=counts(at))


def _bars(at: Setting) -> str:
    names = ("report.summary.bars", "report.summary.bars.public") if at.options.public else ("report.summary.bars",)
    return " ".join(at.wording.say(name) for name in names)


def counts(at: Setting) -> str:
    """How many criteria have each verdict, in one sentence."""
    found = at.gap.assessment.counts
    said = [
        at.wording.say("report.summary.count", count=count, word=at.wording.verdict(word).word)
        for word, count in found.items()
        if count
    ]
    return at.wording.say("report.summary.counts", total=sum(found.values()), list=", ".join(said))


def table(at: Setting) -> Table:
    """Return the range of each section."""
    say = at.wording.say
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("report.column.section"), "text", 25),
        Column(say("report.column.range"), "number", 12),
        Column(say("report.column.bar"), "range", 30),
        Column(say("report.column.not_met"), "number", 9),
        Column(say("report.column.partly"), "number", 9),
        Column(say("report.column.unknown"), "number", 9),
    )
    names = at.gap.assessment.blueprint.sections
    rows = tuple(_row(number, name, at) for number, name in enumerate(names, 1))
    return Table(columns, rows, say("report.summary.table"))


def _row(number: int, name: str, at: Setting) -> Row:
    title = at.wording.pick(at.gap.assessment.blueprint.sections[name].title)
    found = Counter(row.word for row in at.of_section(name))
    readiness = at.section_range(name)
    cells = [text(str(number)), text(title)]
    if readiness is None:
        cells += [text(at.wording.verdict("not_applicable").word), Cell()]
    else:
        cells += [text(at.wording.range(readiness)), Cell(bar=at.wording.bar(readiness, title))]
    return Row((*cells, *(text(str(found[word])) for word in ("not_met", "partly", "unknown"))))


def do_first(at: Setting) -> Section:
    """Return what to do first, with the rule of its order."""
    say, rows = at.wording.say, at.shown(at.gap.do_first)
    title = say("report.do_first.title")
    if not rows:
        return Section("do-first", title, (Paragraph(say("report.do_first.none")),))
    steps = Steps(tuple(_step(row, at) for row in rows))
    return Section("do-first", title, (steps, Paragraph(say("report.do_first.rule"), "note")))


def _step(row: Finding, at: Setting) -> Step:
    weeks = at.wording.say("report.row.weeks", weeks=row.criterion.remedy.weeks)
    # The summary must keep to one page: that nobody is named yet is said where the gap stands in full.
    lead = at.wording.agency(row.lead) if row.lead.name else at.wording.pick(row.lead.title)
    detail = " · ".join((weeks, lead))
    return Step(at.wording.pick(row.criterion.title), "", detail)


def asked(at: Setting) -> tuple[NextQuestion, ...]:
    """The open questions this reader may see."""
    return tuple(row for row in at.gap.next_questions if at.shows_question(row.question))


def ask_next(at: Setting) -> Section:
    """Return the questions that decide most."""
    say, rows = at.wording.say, asked(at)
    title = say("report.ask_next.title")
    if not rows:
        return Section("ask-next", title, (Paragraph(say("report.ask_next.none")),))
    steps = Steps(tuple(Step("", at.wording.pick(row.question.ask), effect(row, at)) for row in rows[:ASKED]))
    rule = say("report.ask_next.rule", title=say("report.questions.title"))
    return Section("ask-next", title, (steps, Paragraph(rule, "note")))


def effect(row: NextQuestion, at: Setting) -> str:
    """How many results an answer can change."""
    if row.only_together:
        return at.wording.say("report.ask_next.together")
    if not row.gate:
        return at.wording.say("report.ask_next.effect.changes", changes=row.changes)
    return at.wording.say("report.ask_next.effect", changes=row.changes, gate=row.gate)
