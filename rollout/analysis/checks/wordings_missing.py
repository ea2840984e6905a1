"""B035: a text that is missing in one of the languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from rollout.analysis.checks.subject import Subject
from rollout.model.blueprint import Blueprint
from rollout.model.question import Question
from rollout.model.text import LANGUAGES, Text
from rollout.problems import Problem
from rollout.texts import pair

CODE = "B035"


class Titled(Protocol):
    """Anything with an id and a title."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> Text: ...


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each wording that is not there."""
    for owner, what, text in texts(subject.blueprint):
        for lang in LANGUAGES:
            if not text.get(lang).strip():
                values = {"name": owner, "what": what, "lang": pair(f"model.lang_{lang}")}
                yield Problem(CODE, subject.place(owner), values)


def texts(blueprint: Blueprint) -> Iterator[tuple[str, str, Text]]:
    """Yield every text of a blueprint that must exist in each language: owner, key, text."""
    yield blueprint.id, "title", blueprint.title
    titled: tuple[Mapping[str, Titled], ...] = (
        blueprint.sections,
        blueprint.groups,
        blueprint.variants,
        blueprint.parameters,
        blueprint.quantities,
        blueprint.sources,
    )
    for table in titled:
        for row in table.values():
            yield row.id, "title", row.title
    for criterion in blueprint.criteria.values():
        yield criterion.id, "title", criterion.title
        yield criterion.id, "statement", criterion.statement
        yield criterion.id, "evidence", criterion.evidence
        yield criterion.id, "remedy", criterion.remedy.do
        if criterion.notes != Text("", ""):
            yield criterion.id, "notes", criterion.notes
    for question in blueprint.questions.values():
        yield from _of_question(question)
    for entry in blueprint.gate:
        if entry.criterion is None:
            yield entry.id, "title", entry.title


def _of_question(question: Question) -> Iterator[tuple[str, str, Text]]:
    yield question.id, "ask", question.ask
    yield question.id, "label", question.label
    for code, text in question.options.items():
        yield question.id, code, text
    for field in question.fields.values():
        for _, what, text in _of_question(field):
            yield question.id, f"{field.id} {what}", text
