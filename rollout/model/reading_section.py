"""A section file becomes groups, questions and criteria."""

from __future__ import annotations

from typing import Any, Protocol

from rollout.load import Document
from rollout.model.blueprint import Group
from rollout.model.condition import RESERVED, Condition, Misread, Reader
from rollout.model.criterion import Benchmark, Criterion, Dependency, Remedy
from rollout.model.days import Span
from rollout.model.question import Question
from rollout.model.reading_conditions import problem as misread_problem
from rollout.model.source import citations
from rollout.model.text import Text
from rollout.problems import Place, Problem

CONDITIONS = ("met", "partly", "before_opening", "applies_when")
YES = ("yes", "true")


class Parts(Protocol):
    """Where the parts of a blueprint are gathered."""

    groups: dict[str, Group]
    questions: dict[str, Question]
    criteria: dict[str, Criterion]
    places: dict[str, Place]


def add(section: str, document: Document, parts: Parts, problems: list[Problem]) -> None:
    """Add what a section file holds to `parts`, and its problems to `problems`."""
    if section not in document.data:
        values = {"section": section, "found": ", ".join(document.data)}
        problems.append(Problem("B008", document.places.of(()), values))
        return
    for name, body in document.data[section].items():
        group = f"{section}.{name}"
        parts.groups[group] = Group(group, Text.of(body.get("title")))
        for asked, row in (body.get("questions") or {}).items():
            place = document.places.key((section, name, "questions", asked))
            if asked in RESERVED:
                problems.append(Problem("B019", place, {"name": asked}))
            parts.questions[f"{group}.{asked}"] = Question.of(f"{group}.{asked}", row)
            parts.places[f"{group}.{asked}"] = place
        for i, row in enumerate(body.get("criteria") or ()):
            _add_criterion(row, group, document, (section, name, "criteria", i), (parts, problems))


def _add_criterion(
    row: dict[str, Any],
    group: str,
    document: Document,
    path: tuple[str | int, ...],
    into: tuple[Parts, list[Problem]],
) -> None:
    parts, problems = into
    place = document.places.of((*path, "id"))
    earlier = parts.places.get(row["id"])
    # the same id in the same kind of file is a mistake; in a folder that extends another it replaces
    if earlier is not None and earlier.file.rpartition("/")[0] == place.file.rpartition("/")[0]:
        problems.append(Problem("B018", place, {"id": row["id"], "earlier": str(earlier)}))
    reader = Reader(f"{group}.")
    read: dict[str, Condition] = {}
    for key in CONDITIONS:
        if key in row:
            try:
                read[key] = reader.read(row[key])
            except Misread as fault:
                problems.append(misread_problem(fault, document.places, (*path, key)))
    parts.places[row["id"]] = place
    if "met" in read:
        parts.criteria[row["id"]] = _criterion(row, group, read)


def _criterion(row: dict[str, Any], group: str, read: dict[str, Condition]) -> Criterion:
    return Criterion(
        id=row["id"],
        group=group,
        title=Text.of(row["title"]),
        statement=Text.of(row["statement"]),
        level=row["level"],
        met=read["met"],
        remedy=_remedy(row["remedy"]),
        partly=read.get("partly"),
        before_opening=read.get("before_opening"),
        applies_when=read.get("applies_when"),
        span=Span.of(row),
        may_not_apply=row.get("may_not_apply") in YES,
        safety=row.get("safety") in YES,
        security=row.get("security") in YES,
        grade=row.get("grade"),
        benchmark=_benchmark(row.get("benchmark")),
        evidence=Text.of(row.get("evidence")),
        notes=Text.of(row.get("notes")),
        sources=citations(row.get("sources")),
    )


def _remedy(row: dict[str, Any]) -> Remedy:
    after = tuple(
        Dependency(item) if isinstance(item, str) else Dependency(item["soft"], soft=True)
        for item in row.get("after", ())
    )
    return Remedy(Text.of(row["do"]), row["weeks"], row["lead"], tuple(row.get("support", ())), after)


def _benchmark(row: dict[str, Any] | None) -> Benchmark | None:
    if row is None:
        return None
    value = row["value"]
    named = isinstance(value, dict)
    return Benchmark(Text.of(row["title"]), value["quantity"] if named else None, None if named else value)
