"""The blank survey: every question of the blueprint on paper, for a unit and a date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rollout.analysis.assessment import assess
from rollout.analysis.gap import gap
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Unit
from rollout.model.profile import Centre, Profile
from rollout.model.question import Question
from rollout.reporting.frame import Head, framed
from rollout.reporting.options import Options
from rollout.reporting.report import Blank, Block, Report, Section, Signature, Signatures, Step, Steps
from rollout.reporting.setting import Setting, setting
from rollout.reporting.survey_answers import answer_cell
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.words import Line

NOTES = 2
ENTRIES = 6
WIDEST_TABLE = 7


def blank_survey(blueprint: Blueprint, country: Country, unit: Unit, as_of: date, options: Options) -> Report:
    """Return the survey with nothing filled in."""
    profile = Profile(
        file="",
        sha256="",
        unit=unit,
        as_of=as_of,
        variant=None,
        centre=Centre(operating=False),
        data_status="blank",
        answers={},
    )
    at = setting(gap(assess(profile, blueprint, country)), options)
    questions = [row for row in blueprint.questions.values() if at.options.agency in (None, at.role(row))]
    lists = {row.id: number for number, row in enumerate((q for q in questions if q.type == "records"), 1)}
    sections = (_about(at, as_of), *_sections(questions, lists, at), *_tables(lists, at), _signed(at))
    head = Head("survey", at.wording.say("checklist.survey.title"), "checklist.survey.description")
    return framed(head, sections, profile, blueprint, options)


def _about(at: Setting, as_of: date) -> Section:
    say = at.wording.say
    when = at.wording.date(as_of)
    steps = Steps(tuple(Step("", say(f"checklist.survey.how.{number}", date=when)) for number in "123"), numbers=False)
    blanks = tuple(Blank(say(f"checklist.survey.{name}")) for name in ("unit", "contact"))
    blocks: tuple[Block, ...] = (*blanks, Section("how", say("checklist.how.title"), (steps,)))
    return Section("about", say("checklist.visit.title"), blocks)


def _sections(questions: list[Question], lists: dict[str, int], at: Setting) -> Iterator[Section]:
    say, number = at.wording.say, 0
    columns = (
        Column(say("report.column.stt"), "stt", 6),
        Column(say("checklist.survey.column.question"), "text", 42),
        Column(say("checklist.survey.column.answer"), "tick", 32),
        Column(say("checklist.survey.column.notes"), "write", 20),
    )
    for name, section in at.gap.assessment.blueprint.sections.items():
        rows: list[Row] = []
        group = ""
        for question in questions:
            if question.section == name:
                number += 1
                rows.append(_row(number, question, lists, at, head=question.group != group))
                group = question.group
        if rows:
            title = at.wording.pick(section.title)
            yield Section(name, title, (Table(columns, tuple(rows), title),))


def _row(number: int, question: Question, lists: dict[str, int], at: Setting, *, head: bool) -> Row:
    whom = at.whom(question)
    ask = text(
        at.wording.pick(question.ask), Line(at.wording.say("checklist.whom", agency=whom) if whom else "", "muted")
    )
    title = at.wording.pick(at.gap.assessment.blueprint.groups[question.group].title) if head else ""
    cells = (text(str(number)), ask, answer_cell(question, at, lists.get(question.id)), Cell(write=NOTES))
    return Row(cells, head=title)


def _tables(lists: dict[str, int], at: Setting) -> Iterator[Section]:
    """A table for each list, its columns the fields of an entry."""
    if not lists:
        return
    questions = at.gap.assessment.blueprint.questions
    parts = tuple(_table(number, questions[name], at) for name, number in lists.items())
    yield Section("tables", at.wording.say("checklist.survey.tables"), parts, new_page=True)


def _table(number: int, question: Question, at: Setting) -> Section:
    title = at.wording.say("checklist.survey.table.title", number=str(number), title=at.wording.opening(question.label))
    fields = list(question.fields.values())[: WIDEST_TABLE - 1]
    share = 94 / max(len(fields), 1)
    columns = [Column(at.wording.say("report.column.stt"), "stt", 6)]
    columns += [Column(at.wording.opening(row.label), "write", share) for row in fields]
    rows = tuple(Row((text(str(place)), *(Cell(write=1) for _ in fields))) for place in range(1, ENTRIES + 1))
    return Section(f"table-{number}", title, (Table(tuple(columns), rows, title),))


def _signed(at: Setting) -> Section:
    say = at.wording.say
    items = (
        Signature(say("checklist.commune.sign.focal"), say("report.sign.name")),
        Signature(say("report.sign.head"), say("report.sign.stamp")),
    )
    return Section("sign-off", say("report.sign.title"), (Signatures(items, say("report.sign.place")),))
