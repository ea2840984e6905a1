"""The foreign blueprint `harbour` of the country `norland`, opened once, and profiles and worlds made for it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from checkout import ROOT

from rollout.analysis.assessment import Assessment, assess
from rollout.analysis.checks import check
from rollout.analysis.checks.subject import Subject
from rollout.analysis.world import World
from rollout.model.blueprint import Blueprint
from rollout.model.condition import Condition, Reader
from rollout.model.country import Country
from rollout.model.profile import Centre, Interval, Profile, Value
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import OpenedBlueprint, open_blueprint
from rollout.model.reading_cases import read_cases
from rollout.model.reading_country import open_country
from rollout.model.reading_profile import OpenedProfile, open_profile
from rollout.problems import Problem

FOLDER = ROOT / "tests" / "foreign" / "blueprints"
PROFILE = ROOT / "tests" / "foreign" / "province_profiles" / "east.yaml"
AS_OF = date(2023, 6, 30)
OPERATING = Centre(operating=True, opened_on=date(2021, 6, 30))
PLANNED = Centre(operating=False)


@cache
def blueprint() -> Blueprint:
    opened = open_blueprint("harbour", FOLDER)
    assert opened.blueprint is not None, opened.problems
    return opened.blueprint


@cache
def country() -> Country:
    opened = open_country("norland", FOLDER)
    assert opened.country is not None, opened.problems
    return opened.country


@cache
def schema() -> dict[str, Any]:
    return profile_schema(blueprint())


def document(answers: Mapping[str, Any] | None = None, **rest: Any) -> dict[str, Any]:
    """A profile as data: answers by the names of questions (or sections), any other key as it stands in the file."""
    given: dict[str, Any] = {
        "format": "rollout.profile/1",
        "blueprint": "harbour@2",
        "province": "east",
        "as_of": AS_OF.isoformat(),
        "centre": {"state": "operating", "opened_on": "2021-06-30"},
        "data_status": "self_reported",
        "answers": {},
    }
    for name, answer in (answers or {}).items():
        *groups, asked = name.split(".")
        table = given["answers"]
        for group in groups:
            table = table.setdefault(group, {})
        table[asked] = answer
    return {**given, **rest}


def opened(answers: Mapping[str, Any] | None = None, **rest: Any) -> OpenedProfile:
    """That profile written to a file and read again."""
    return open_profile(written(document(answers, **rest)).encode(), "toy.yaml", blueprint(), country(), schema())


def profile(answers: Mapping[str, Any] | None = None, **rest: Any) -> Profile:
    found = opened(answers, **rest)
    assert found.profile is not None, found.problems
    return found.profile


def assessed(answers: Mapping[str, Any] | None = None, **rest: Any) -> Assessment:
    return assess(profile(answers, **rest), blueprint(), country())


def world(values: Mapping[str, Value] | None = None, **rest: Any) -> World:
    """A world of East in 2023 with these values by full name; `as_of`, `centre`, `unit`, `parameters` override."""
    as_of = rest.get("as_of", AS_OF)
    unit = country().unit_at(rest.get("unit", "east"), as_of)
    assert unit is not None
    parameters = {"staff_factor": 4.8, **rest.get("parameters", {})}
    return World(blueprint(), country(), unit, as_of, rest.get("centre", OPERATING), values or {}, parameters)


def condition(data: object, prefix: str = "") -> Condition:
    """A condition of the given group, in the words of a blueprint."""
    return Reader(prefix).read(data)


def exactly(number: float) -> Interval:
    return Interval(number, number)


def copied(tmp_path: Path, **changes: Any) -> Path:
    """A copy of the folders of model and country, in which each `file_name` (without .yaml) is passed to a function.

    The function gets the file's data and may return other data; what it returns is written back.
    """
    folder = tmp_path / "blueprints"
    shutil.copytree(FOLDER, folder)
    for name, change in changes.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader) if path.is_file() else {}
        changed = change(data)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(plain(changed if changed is not None else data)), "utf-8")
    return folder


def written(data: Any) -> str:
    """Data as a file: JSON is YAML without aliases."""
    return json.dumps(data, ensure_ascii=False, indent=1)


def plain(data: Any) -> Any:
    """Numbers again where BaseLoader left text."""
    if isinstance(data, dict):
        return {key: plain(inner) for key, inner in data.items()}
    if isinstance(data, list):
        return [plain(inner) for inner in data]
    if isinstance(data, str):
        try:
            return int(data) if data.lstrip("-").isdigit() else float(data)
        except ValueError:
            return data
    return data


def reopened(folder: Path, name: str = "harbour") -> OpenedBlueprint:
    return open_blueprint(name, folder)


def checked(folder: Path, name: str = "harbour") -> tuple[Problem, ...]:
    """Every problem of a copied blueprint: of its files, its references, its cases, and of the checks."""
    found = reopened(folder, name)
    if found.blueprint is None:
        return found.problems
    near = open_country(found.blueprint.country, folder)
    assert near.country is not None, near.problems
    cases, problems = read_cases(found.blueprint)
    return tuple(sorted((*found.problems, *problems, *check(Subject(found.blueprint, near.country, cases)))))
