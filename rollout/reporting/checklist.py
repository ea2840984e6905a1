"""The readiness checklist: for walking through a site with a pencil."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.gap import Finding, Gap
from rollout.reporting.frame import Head, framed
from rollout.reporting.gap_rows import answer_lines, level
from rollout.reporting.options import Options
from rollout.reporting.report import Blank, Block, Paragraph, Report, Section, Signature, Signatures, Step, Steps
from rollout.reporting.setting import Setting, numbered, setting
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.words import Line

RESULTS = ("met", "partly", "not_met", "unknown")
LINES = 3


def checklist(gap: Gap, options: Options) -> Report:
    """Return the checklist of a profile, for the planner's visit or for the province itself."""
    at = setting(gap, options)
    profile, blueprint = gap.assessment.profile, gap.assessment.blueprint
    title = at.wording.say("checklist.title.gate" if options.gate else "checklist.title")
    reader = at.wording.say(f"checklist.for.{options.reader}")
    head = Head("checklist", title, "checklist.description", f"{profile.full_name} · {reader}")
    return framed(head, numbered(_whole, at), profile, blueprint, options)


def _whole(at: Setting) -> tuple[Section, ...]:
    nothing = Section("none", at.wording.say("checklist.title"), (Paragraph(at.wording.say("checklist.none")),))
    sections = tuple(_sections(at)) or (nothing,)
    return (_visit(at), *sections, _sign_off(at), *at.citing.sections())


def _visit(at: Setting) -> Section:
    """Who, when, and how to use the list."""
    say = at.wording.say
    rules = ["1", "2", "3", at.options.reader]
    steps = Steps(tuple(Step("", say(f"checklist.how.{rule}")) for rule in rules), numbers=False)
    blanks = tuple(Blank(say(f"checklist.visit.{name}")) for name in ("date", "team", "met"))
    blocks: tuple[Block, ...] = (*blanks, Section("how", say("checklist.how.title"), (steps,)))
    return Section("visit", say("checklist.visit.title"), blocks)


def chosen(row: Finding, at: Setting) -> bool:
    """Tell whether a criterion belongs to what the reader asked for."""
    if at.options.gate and not row.in_gate:
        return False
    return at.shows(row) and at.options.agency in (None, row.lead.role)


def _sections(at: Setting) -> Iterator[Section]:
    number = 0
    for name, section in at.gap.assessment.blueprint.sections.items():
        rows = [row for row in at.gap.findings if row.criterion.section == name and chosen(row, at)]
        if not rows:
            continue
        title = at.wording.pick(section.title)
        made = tuple(_row(number + place, row, at) for place, row in enumerate(rows, 1))
        number += len(rows)
        secret = any(row.criterion.security for row in rows)
        mark = at.wording.say("report.mark.security") if secret else ""
        yield Section(name, title, (Table(_columns(at), made, title),), mark=mark)
    plain = tuple(_plain(number, at)) if at.options.gate and at.options.agency is None else ()
    if plain:
        title = at.wording.say("checklist.plain.title")
        yield Section("plain", title, (Table(_columns(at), plain, title),))


def _columns(at: Setting) -> tuple[Column, ...]:
    say = at.wording.say
    return (
        Column(say("report.column.stt"), "stt", 5),
        Column(say("checklist.column.criterion"), "text", 33),
        Column(say("checklist.column.evidence"), "text", 24),
        Column(say("checklist.column.result"), "tick", 19),
        Column(say("checklist.column.notes"), "write", 19),
    )


def _ticks(at: Setting) -> Cell:
    return Cell(ticks=tuple(at.wording.verdict(word).word for word in RESULTS))


def _row(number: int, row: Finding, at: Setting) -> Row:
    criterion, pick = row.criterion, at.wording.pick
    what = text(Line(pick(criterion.title), "strong"), pick(criterion.statement))
    evidence = pick(criterion.evidence) or at.wording.say("checklist.evidence.none")
    whom = at.wording.say("checklist.whom", agency=at.wording.agency(row.lead))
    cells = (text(str(number)), what, text(evidence, Line(whom, "muted")), _ticks(at), Cell(write=LINES))
    return Row(cells, data=(("section", criterion.section), ("agency", row.lead.role)), note=tuple(_note(row, at)))


def _note(row: Finding, at: Setting) -> Iterator[Line]:
    """For the planner what the profile says and where the criterion comes from; for the province what to do."""
    say, pick = at.wording.say, at.wording.pick
    if at.options.reader == "province":
        yield Line(say("checklist.if_not_met", do=pick(row.criterion.remedy.do)))
    else:
        said = "; ".join(line.text for line in answer_lines(row, at))
        yield Line(say("checklist.says", answers=said) if said else say("checklist.says.nothing"))
        if said:
            yield Line(say("checklist.says.verdict", verdict=at.wording.verdict(row.word).word))
    marks = [row.criterion.id, level(row, at), *([say("report.level.gate")] if row.in_gate else [])]
    yield from (Line(mark, "muted") for mark in marks)
    if at.options.reader == "planner":
        yield from at.citing.lines(row.criterion.sources)


def _plain(number: int, at: Setting) -> Iterator[Row]:
    """The conditions of the gate that are no criteria."""
    for entry in at.gap.assessment.blueprint.gate:
        if entry.criterion is None:
            number += 1
            title = text(Line(at.wording.pick(entry.title), "strong"))
            evidence = text(at.wording.say("checklist.evidence.none"))
            yield Row((text(str(number)), title, evidence, _ticks(at), Cell(write=LINES)))


def _sign_off(at: Setting) -> Section:
    say = at.wording.say
    items = (
        Signature(say("report.sign.reviewer"), say("report.sign.name")),
        Signature(say("checklist.sign.host"), say("report.sign.name")),
        Signature(say("report.sign.head"), say("report.sign.stamp")),
    )
    blocks = (Blank(say("checklist.sign.conclusion"), LINES), Signatures(items, say("report.sign.place")))
    return Section("sign-off", say("checklist.sign.title"), blocks)
