"""What a schema cannot say of a profile: dates in order, and names that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from rollout.load import Document
from rollout.load.showing import shown, written
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.days import day
from rollout.model.nearest import nearest
from rollout.model.question import Question
from rollout.problems import Problem, Severity

Path = tuple[str | int, ...]


def profile_problems(found: Document, as_of: date, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    """Yield what is wrong with the dates and names of a profile that satisfies its schema."""
    opened = day(found.data["centre"].get("opened_on"))
    if opened is not None and opened > as_of:
        values = {"opened_on": opened.isoformat(), "as_of": as_of.isoformat()}
        yield _at(found, "P004", ("centre", "opened_on"), values)
    yield from _version(found, blueprint)
    yield from _names(found, blueprint, country)
    yield from _answers(found, as_of, blueprint)


def _at(
    found: Document, code: str, path: Path, values: Mapping[str, object], severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(code, found.places.of(path), values, severity, written(path))


def _version(found: Document, blueprint: Blueprint) -> Iterator[Problem]:
    _, _, version = found.data["blueprint"].partition("@")
    if version and version != str(blueprint.version):
        values = {"wanted": shown(found.data["blueprint"]), "found": f"{blueprint.id}@{blueprint.version}"}
        yield _at(found, "P017", ("blueprint",), values)


def _names(found: Document, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    yield from _roles(found, ("agencies",), found.data.get("agencies", {}), country)
    yield from _roles(found, ("coordination", "roles"), found.data.get("coordination", {}).get("roles", {}), country)
    for i, row in enumerate(found.data.get("waivers", ())):
        if row["criterion"] not in blueprint.criteria:
            yield _at(found, "P019", ("waivers", i, "criterion"), _named(row["criterion"], blueprint.criteria))
    for name in found.data.get("not_applicable", {}):
        path = ("not_applicable", name)
        if name not in blueprint.criteria:
            yield _at(found, "P019", path, _named(name, blueprint.criteria))
        elif name in blueprint.gate_criteria:
            yield _at(found, "P016", path, {"criterion": name})
        elif not blueprint.criteria[name].may_not_apply:
            yield _at(found, "P015", path, {"criterion": name})


def _roles(found: Document, path: Path, named: Mapping[str, object], country: Country) -> Iterator[Problem]:
    for role in named:
        if role not in country.roles:
            yield _at(found, "P013", (*path, role), _named(role, country.roles))


def _named(name: str, known: Mapping[str, object]) -> dict[str, object]:
    return {"name": shown(name), "meant": nearest(name, known)}


def _answers(found: Document, as_of: date, blueprint: Blueprint) -> Iterator[Problem]:
    sources = {**blueprint.sources, **found.data.get("sources", {})}
    for section, groups in found.data["answers"].items():
        for group, asked in (groups or {}).items():
            for name, body in (asked or {}).items():
                path = ("answers", section, group, name)
                question = blueprint.questions[f"{section}.{group}.{name}"]
                yield from _answer(found, path, body, question, as_of)
                if isinstance(body, dict) and "sources" in body:
                    yield from _cited(found, path, body["sources"], sources)


def _cited(found: Document, path: Path, cited: list[str], sources: Mapping[str, object]) -> Iterator[Problem]:
    for i, name in enumerate(cited):
        if name not in sources:
            yield _at(found, "P014", (*path, "sources", i), _named(name, sources))


def _answer(found: Document, path: Path, body: Any, question: Question, as_of: date) -> Iterator[Problem]:
    if not isinstance(body, dict):
        if question.type == "date":
            yield from _later(found, path, body, as_of)
    elif "value" in body:
        yield from _later(found, (*path, "evidence", "date"), body.get("evidence", {}).get("date"), as_of)
        yield from _answer(found, (*path, "value"), body["value"], question, as_of)
    elif question.type == "number" and "between" in body and body["between"][0] > body["between"][1]:
        low, high = body["between"]
        yield _at(found, "P006", (*path, "between"), {"low": low, "high": high})
    elif question.type == "document":
        yield from _document(found, path, body, as_of)
    elif question.type == "records":
        for i, row in enumerate(body.get("items", ())):
            for name, inner in row.items():
                yield from _answer(found, (*path, "items", i, name), inner, question.fields[name], as_of)


def _document(found: Document, path: Path, body: Mapping[str, Any], as_of: date) -> Iterator[Problem]:
    issued, ends = day(body.get("date")), day(body.get("valid_until"))
    if issued and ends and ends < issued:
        yield _at(found, "P009", (*path, "valid_until"), {"date": issued.isoformat(), "until": ends.isoformat()})
    for key in ("date", "reviewed_on"):
        yield from _later(found, (*path, key), body.get(key), as_of)


def _later(found: Document, path: Path, given: Any, as_of: date) -> Iterator[Problem]:
    moment = day(given)
    if moment is not None and moment > as_of:
        values = {"date": moment.isoformat(), "as_of": as_of.isoformat()}
        yield _at(found, "P008", path, values, Severity.WARNING)
