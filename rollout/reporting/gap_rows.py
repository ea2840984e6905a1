"""The cells that tell one finding."""

from __future__ import annotations

from collections.abc import Iterable

from rollout.analysis.gap import Finding, Used
from rollout.model.source import Citation
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell, text
from rollout.reporting.words import Line


def criterion_cell(row: Finding, at: Setting) -> Cell:
    """Title and id."""
    return text(Line(at.wording.pick(row.criterion.title), "strong"), Line(row.criterion.id, "muted"))


def note(row: Finding, at: Setting) -> tuple[Line, ...]:
    """How binding a criterion is, what it rests on, how the answers are known."""
    marks = [level(row, at)]
    marks += [at.wording.say("report.level.gate")] if row.in_gate else []
    marks += [at.wording.say("report.level.safety")] if row.criterion.safety else []
    known = basis_lines(row.answers, at) or (Line(at.wording.say("report.row.nothing_known"), "muted"),)
    return (*(Line(mark, "muted") for mark in marks), *at.citing.lines(row.criterion.sources), *known)


def level(row: Finding, at: Setting) -> str:
    """How binding a criterion is; "essential" always with whose rule that is."""
    if row.criterion.level != "essential":
        return at.wording.say("report.level.recommended")
    of_law = any(_is_law(citation, at) for citation in row.criterion.sources)
    return at.wording.say("report.level.essential.law" if of_law else "report.level.essential.model")


def _is_law(citation: Citation, at: Setting) -> bool:
    source = at.citing.sources.get(citation.source)
    return source is not None and source.kind == "law"


def verdict_cell(row: Finding, at: Setting) -> Cell:
    """The verdict, and the bound that is known of an unknown one."""
    bound = row.known_bound
    lines = (Line(at.wording.say(f"report.bound.{bound}"), "muted"),) if bound else ()
    return Cell(lines=lines, verdict=at.wording.verdict(row.word))


def need_cell(row: Finding, at: Setting) -> Cell:
    """What there is and what is needed; the whole sentence of a criterion nothing is known about."""
    whole = [at.wording.pick(row.criterion.statement)]
    lines = [at.needs.line(lack) for lack in row.shortfalls] if row.answers else whole
    if row.criterion.applies_when is not None and row.judged.reading is row.criterion.applies_when:
        lines.insert(0, at.wording.say("report.row.applies_unknown"))
    notes = []
    if row.criterion.before_opening is not None and row.judged.reading is row.criterion.before_opening:
        notes.append(Line(at.wording.say("report.gate.reading"), "muted"))
    if row.criterion.benchmark and row.benchmark is not None:
        title, value = at.wording.pick(row.criterion.benchmark.title), at.wording.number(row.benchmark)
        notes.append(Line(at.wording.say("report.row.benchmark", title=title, value=value), "muted"))
    return text(*lines, *notes)


def basis_lines(used: Iterable[Used], at: Setting) -> tuple[Line, ...]:
    """How the answers are known, with the numbers of their sources."""
    ways = at.answers.basis(used)
    return tuple(Line(words, "muted", tuple(at.citing.numbers[name] for name in sources)) for words, sources in ways)


def do_cell(row: Finding, at: Setting, *, lead: bool = False) -> Cell:
    """The remedy, how long it takes, after what, with whom."""
    do = at.wording.pick(row.criterion.remedy.do)
    words = at.wording.say("report.row.if_missing", do=do) if row.word == "unknown" else do
    return text(words, Line(effort(row, at, lead=lead), "muted"))


def effort(row: Finding, at: Setting, *, lead: bool = False) -> str:
    """Weeks, what comes before among what is still missing, and who takes part; with `lead` who leads."""
    missing = {found.criterion.id for found in at.gap.findings if found.is_gap and at.shows(found)}
    before = [d.criterion for d in row.criterion.remedy.after if d.criterion in missing]
    parts = [at.wording.say("report.row.weeks", weeks=row.criterion.remedy.weeks)]
    parts += [at.wording.say("report.row.lead", agency=at.wording.agency(row.lead))] if lead else []
    parts += [at.wording.say("report.row.after", list=", ".join(before))] if before else []
    if row.support and not lead:
        names = ", ".join(at.wording.agency(one) for one in row.support)
        parts.append(at.wording.say("report.row.support", list=names))
    return " · ".join(parts)


def answer_lines(row: Finding, at: Setting) -> tuple[Line, ...]:
    """Each answer a verdict rests on, then how they are known."""
    pick, value = at.wording.pick, at.answers.value
    said = [Line(f"{pick(used.question.label)}: {value(used.question, used.answer.value)}") for used in row.answers]
    return (*said, *basis_lines(row.answers, at))
