"""A profile document becomes a Profile, or the problems that prevent it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rollout.load import Document, Places, document
from rollout.model.answers import answer
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Unit
from rollout.model.days import day
from rollout.model.private_texts import text_problems
from rollout.model.profile import Agency, Answer, Centre, Contact, Coordination, OwnTime, Profile, Replaced, Waiver
from rollout.model.profile_checks import profile_problems
from rollout.model.provinces import unit_problems
from rollout.model.source import Source
from rollout.problems import Place, Problem


@dataclass(frozen=True, slots=True)
class OpenedProfile:
    """A profile (None where it cannot be used) and every problem of its file."""

    file: str
    profile: Profile | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class AnswerPlaces(Mapping[str, Place]):
    """The place of each answer, looked up only when asked for."""

    places: Places
    answers: Mapping[str, Answer]

    def __getitem__(self, question: str) -> Place:
        if question not in self.answers:
            raise KeyError(question)
        return self.places.key(("answers", *question.split(".")))

    def __iter__(self) -> Iterator[str]:
        return iter(self.answers)

    def __len__(self) -> int:
        return len(self.answers)


def open_profile(
    data: bytes, file: str, blueprint: Blueprint, country: Country, schema: Mapping[str, Any]
) -> OpenedProfile:
    """Read a profile; `schema` is profile_schema(blueprint). Never raises."""
    found = document(data, file, schema)
    problems = [*found.problems, *_against(found, blueprint, country)]
    if any(row.is_error for row in problems):
        return OpenedProfile(file, None, tuple(sorted(problems)))
    profile = _profile(found, hashlib.sha256(data).hexdigest(), blueprint, country)
    return OpenedProfile(file, profile, tuple(sorted(problems)))


def _against(found: Document, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    """Every problem that can be told; in a document whose form is wrong, that of the unit and of private texts only."""
    if not isinstance(found.data, dict):
        return
    as_of, slug = day(found.data.get("as_of")), found.data.get("province")
    if as_of is not None and isinstance(slug, str):
        yield from unit_problems(slug, as_of, country, found.places)
    if as_of is not None and found.ok:
        yield from profile_problems(found, as_of, blueprint, country)
    yield from text_problems(found, blueprint, country)


def _profile(found: Document, sha256: str, blueprint: Blueprint, country: Country) -> Profile:
    data, places = found.data, found.places
    as_of = _known_day(data["as_of"])
    answers = dict(_answers(data["answers"], blueprint))
    return Profile(
        file=found.file,
        sha256=sha256,
        unit=_known_unit(country.unit_at(data["province"], as_of)),
        as_of=as_of,
        variant=data.get("variant"),
        centre=Centre(data["centre"]["state"] == "operating", day(data["centre"].get("opened_on"))),
        data_status=data["data_status"],
        answers=answers,
        agencies={
            role: Agency(row["name"], row.get("source", ""), places.key(("agencies", role)))
            for role, row in data.get("agencies", {}).items()
        },
        waivers=tuple(_waiver(row, places.of(("waivers", i))) for i, row in enumerate(data.get("waivers", ()))),
        not_applicable=data.get("not_applicable", {}),
        sources={name: Source.of(name, row) for name, row in data.get("sources", {}).items()},
        places=AnswerPlaces(places, answers),
        coordination=_coordination(data["coordination"], places) if "coordination" in data else None,
    )


def _coordination(data: Mapping[str, Any], places: Places) -> Coordination:
    return Coordination(
        {
            role: Contact(**row, place=places.key(("coordination", "roles", role)))
            for role, row in data.get("roles", {}).items()
        },
        {
            duty: OwnTime(row["value"], row["unit"], places.key(("coordination", "times", duty)))
            for duty, row in data.get("times", {}).items()
        },
        tuple(Replaced(**{**row, "date": _known_day(row["date"])}) for row in data.get("replaces", ())),
    )


def _answers(data: Mapping[str, Any], blueprint: Blueprint) -> Iterator[tuple[str, Answer]]:
    for section, groups in data.items():
        for group, asked in (groups or {}).items():
            for name, found in (asked or {}).items():
                question = blueprint.questions[f"{section}.{group}.{name}"]
                yield question.id, answer(question, found)


def _waiver(row: Mapping[str, Any], place: Place) -> Waiver:
    return Waiver(row["criterion"], row.get("reason", ""), row.get("approved_by", ""), day(row.get("until")), place)


def _known_day(text: str) -> date:
    found = day(text)
    if found is None:
        raise ValueError(text)
    return found


def _known_unit(unit: Unit | None) -> Unit:
    if unit is None:
        raise LookupError("unit")
    return unit
