"""Room for an answer on paper, by type of question; every answer may be "unknown"."""

from __future__ import annotations

from collections.abc import Callable

from rollout.model.question import Question
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell
from rollout.reporting.wording import Wording
from rollout.reporting.words import Line

DOCUMENT = ("number", "date", "issuer", "until")
Room = tuple[tuple[str, ...], tuple[str, ...]]


def answer_cell(question: Question, at: Setting, table: int | None) -> Cell:
    """Return lines to fill in and boxes to tick; `table` is the number of the attached table of a list."""
    wording = at.wording
    if table is not None:
        lines: tuple[str, ...] = (wording.say("checklist.survey.records", number=str(table)),)
        ticks: tuple[str, ...] = (wording.say("checklist.survey.records.complete"),)
    else:
        lines, ticks = ROOM[question.type](question, at)
    extra = [wording.say("checklist.survey.not_applicable")] if question.may_not_apply else []
    unknown = wording.verdict("unknown").word
    return Cell(lines=tuple(Line(line) for line in lines), ticks=(*ticks, *extra, unknown))


def _yes_no(_question: Question, at: Setting) -> Room:
    return (), (at.wording.say("report.have.yes"), at.wording.say("report.have.no"))


def _number(question: Question, at: Setting) -> Room:
    unit = at.gap.assessment.blueprint.unit(question.unit, at.wording.lang) if question.unit else ""
    return (at.wording.say("checklist.survey.number", unit=unit).rstrip(),), ()


def _date(_question: Question, at: Setting) -> Room:
    return (at.wording.say("checklist.survey.date"),), (at.wording.say("checklist.survey.never"),)


def _document(question: Question, at: Setting) -> Room:
    say = at.wording.say
    lines = [say(f"checklist.survey.document.{part}") for part in DOCUMENT]
    lines += [say("checklist.survey.document.covers")] if question.options else []
    return tuple(lines), (*_options(question, at.wording), say("checklist.survey.none"))


def _choice(question: Question, at: Setting) -> Room:
    return (), _options(question, at.wording)


def _choices(question: Question, at: Setting) -> Room:
    return (), (*_options(question, at.wording), at.wording.say("checklist.survey.none_of_them"))


def _text(_question: Question, at: Setting) -> Room:
    dots = at.wording.say("checklist.survey.dots")
    return (dots, dots), ()


def _phone(_question: Question, at: Setting) -> Room:
    return (at.wording.say("checklist.survey.dots"),), ()


def _options(question: Question, wording: Wording) -> tuple[str, ...]:
    return tuple(wording.pick(option) for option in question.options.values())


ROOM: dict[str, Callable[[Question, Setting], Room]] = {
    "yes_no": _yes_no,
    "number": _number,
    "date": _date,
    "document": _document,
    "choice": _choice,
    "choices": _choices,
    "text": _text,
    "phone": _phone,
}
