"""Background that was given: no criterion reads it; lists (such as one of communes) come as tables."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.model.profile import Answer, RecordsAnswer
from rollout.model.question import Question
from rollout.reporting.report import Block, DefinitionRows, Section
from rollout.reporting.setting import Setting
from rollout.reporting.table import Column, Row, Table, text
from rollout.reporting.words import Line

Given = tuple[Question, Answer]


def sections(at: Setting) -> tuple[Section, ...]:
    """Return the background section, if anything was given."""
    given = tuple(_given(at))
    if not given:
        return ()
    rows = tuple((at.wording.pick(question.label), (_line(question, answer, at),)) for question, answer in given)
    lists = tuple(
        _list(question, answer.value, at) for question, answer in given if isinstance(answer.value, RecordsAnswer)
    )
    blocks: tuple[Block, ...] = (DefinitionRows(rows), *(table for table in lists if table is not None))
    say = at.wording.say
    return (Section("context", say("report.context.title"), blocks, lead=say("report.context.lead")),)


def _given(at: Setting) -> Iterator[Given]:
    assessment = at.gap.assessment
    for question in assessment.blueprint.questions.values():
        answer = assessment.profile.answers.get(question.id)
        if question.context and answer is not None and answer.value is not None and at.shows_question(question):
            yield question, answer


def _line(question: Question, answer: Answer, at: Setting) -> Line:
    refs = tuple(at.citing.numbers[name] for name in answer.sources)
    if isinstance(answer.value, RecordsAnswer) and answer.value.items:
        return Line(at.wording.say("report.context.entries", count=len(answer.value.items)), refs=refs)
    return Line(at.answers.value(question, answer.value), refs=refs)


def _list(question: Question, answer: RecordsAnswer, at: Setting) -> Section | None:
    if not answer.items:
        return None
    fields = question.fields
    share = 94 / len(fields)
    columns = [Column(at.wording.say("report.column.stt"), "stt", 6)]
    columns += [Column(at.wording.opening(field.label), "text", share) for field in fields.values()]
    rows = tuple(
        Row((text(str(number)), *(text(at.answers.value(field, item.get(name))) for name, field in fields.items())))
        for number, item in enumerate(answer.items, 1)
    )
    title = at.wording.opening(question.label)
    lead = "" if answer.complete else at.wording.say("report.context.entries.open")
    name = f"list-{question.name.replace('_', '-')}"
    return Section(name, title, (Table(tuple(columns), rows, title),), lead=lead)
