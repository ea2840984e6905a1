"""What a schema cannot say of a profile: dates in order, names that exist, nothing personal, no shelter's place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from rollout.language.folding import did_you_mean
from rollout.load import Document
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Pattern
from rollout.model.days import day
from rollout.model.question import Question
from rollout.problems import Problem, Severity

Path = tuple[str | int, ...]
LONG_NARRATIVE = 600


def profile_problems(found: Document, as_of: date, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    """Yield every problem of a profile that satisfies its schema."""
    data = found.data
    opened = day(data["centre"].get("opened_on"))
    if opened is not None and opened > as_of:
        values = {"opened_on": opened.isoformat(), "as_of": as_of.isoformat()}
        yield _at(found, "P004", ("centre", "opened_on"), values)
    yield from _version(found, blueprint)
    yield from _names(found, blueprint, country)
    yield from _answers(found, as_of, blueprint)
    yield from _texts(found, blueprint, country)


def _at(
    found: Document, code: str, path: Path, values: Mapping[str, object], severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(code, found.places.of(path), values, severity, ".".join(str(step) for step in path))


def _version(found: Document, blueprint: Blueprint) -> Iterator[Problem]:
    _, _, version = found.data["blueprint"].partition("@")
    if version and version != str(blueprint.version):
        values = {"wanted": found.data["blueprint"], "found": f"{blueprint.id}@{blueprint.version}"}
        yield _at(found, "P017", ("blueprint",), values)


def _names(found: Document, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    for role in found.data.get("agencies", {}):
        if role not in country.roles:
            yield _at(
                found, "P013", ("agencies", role), {"name": role, "meant": did_you_mean(role, country.roles) or "–"}
            )
    for i, row in enumerate(found.data.get("waivers", ())):
        if row["criterion"] not in blueprint.criteria:
            yield _at(found, "P019", ("waivers", i, "criterion"), _meant(row["criterion"], blueprint))
    for name in found.data.get("not_applicable", {}):
        path = ("not_applicable", name)
        if name not in blueprint.criteria:
            yield _at(found, "P019", path, _meant(name, blueprint))
        elif name in blueprint.gate_criteria:
            yield _at(found, "P016", path, {"criterion": name})
        elif not blueprint.criteria[name].may_not_apply:
            yield _at(found, "P015", path, {"criterion": name})


def _meant(name: str, blueprint: Blueprint) -> dict[str, object]:
    return {"name": name, "meant": did_you_mean(name, blueprint.criteria) or "–"}


def _answers(found: Document, as_of: date, blueprint: Blueprint) -> Iterator[Problem]:
    sources = {*blueprint.sources, *found.data.get("sources", {})}
    for section, groups in found.data["answers"].items():
        for group, asked in (groups or {}).items():
            for name, body in (asked or {}).items():
                path = ("answers", section, group, name)
                question = blueprint.questions[f"{section}.{group}.{name}"]
                yield from _answer(found, path, body, question, as_of)
                for cited in body.get("sources", ()) if isinstance(body, dict) and "value" in body else ():
                    if cited not in sources:
                        values = {"name": cited, "meant": did_you_mean(cited, sources) or "–"}
                        yield _at(found, "P014", (*path, "sources"), values)


def _answer(found: Document, path: Path, body: Any, question: Question, as_of: date) -> Iterator[Problem]:
    if not isinstance(body, dict):
        return
    if "value" in body:
        dated = day((body.get("evidence") or {}).get("date"))
        if dated is not None and dated > as_of:
            values = {"date": dated.isoformat(), "as_of": as_of.isoformat()}
            yield _at(found, "P008", (*path, "evidence", "date"), values, Severity.WARNING)
        yield from _answer(found, (*path, "value"), body["value"], question, as_of)
    elif question.type == "number" and "between" in body and body["between"][0] > body["between"][1]:
        low, high = body["between"]
        yield _at(found, "P006", (*path, "between"), {"low": low, "high": high})
    elif question.type == "document":
        yield from _document(found, path, body, as_of)


def _document(found: Document, path: Path, body: Mapping[str, Any], as_of: date) -> Iterator[Problem]:
    issued, ends = day(body.get("date")), day(body.get("valid_until"))
    if issued and ends and ends < issued:
        yield _at(found, "P009", (*path, "valid_until"), {"date": issued.isoformat(), "until": ends.isoformat()})
    if issued and issued > as_of:
        values = {"date": issued.isoformat(), "as_of": as_of.isoformat()}
        yield _at(found, "P008", (*path, "date"), values, Severity.WARNING)


def _texts(found: Document, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    strings = [(path, words) for path, words in _strings(found.data) if path[0] != "sources"]
    # one search of everything for each pattern; single texts are looked into only where that one finds something
    everything = unicodedata.normalize("NFKC", "\n".join(words for _, words in strings))
    suspects = [(pattern, finder) for pattern, finder in _finders(country) if finder.search(everything)]
    for path, words in strings:
        if len(words) > LONG_NARRATIVE:
            yield _at(found, "P012", path, {"length": len(words), "most": LONG_NARRATIVE}, Severity.WARNING)
        for pattern, finder in suspects:
            hit = finder.search(unicodedata.normalize("NFKC", words))
            if hit and not ("phone" in pattern.id and _is_duty_line(path, blueprint)):
                severity = Severity.WARNING if pattern.severity == "warning" else Severity.ERROR
                values = {"what": {"vi": pattern.title.vi, "en": pattern.title.en}, "found": masked(hit.group())}
                yield _at(found, _code(pattern), path, values, severity)


@cache
def _finders(country: Country) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    return tuple((pattern, re.compile(pattern.pattern, re.IGNORECASE)) for pattern in country.patterns)


def _code(pattern: Pattern) -> str:
    return "P011" if "address" in pattern.id or "shelter" in pattern.id else "P010"


def _is_duty_line(path: Path, blueprint: Blueprint) -> bool:
    asked = blueprint.questions.get(".".join(str(step) for step in path[1:4]))
    return path[0] == "answers" and asked is not None and asked.type == "phone" and asked.duty_line


def _strings(data: Any) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    # one flat loop: this runs over every scalar of every profile
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, node = waiting.pop()
        kind = type(node)
        if kind is str:
            found.append((path, node))
        elif kind is dict:
            waiting += [((*path, key), inner) for key, inner in node.items()]
        elif kind is list:
            waiting += [((*path, i), inner) for i, inner in enumerate(node)]
    return found


def masked(text: str) -> str:
    """Return `text` with all but its first and last two signs hidden, so that a message repeats nothing personal."""
    return f"{text[:2]}{'x' * max(1, len(text) - 4)}{text[-2:]}" if len(text) > 4 else "xxxx"
