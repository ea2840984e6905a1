"""Every report that is shipped or can be made from what is shipped: its name and its tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, partial
from pathlib import Path

from rollout.analysis.assessment import assess
from rollout.analysis.gap import Gap, gap
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_country import open_country
from rollout.model.reading_profile import open_profile
from rollout.reporting.checklist import checklist
from rollout.reporting.commune import commune_checklist
from rollout.reporting.gap_report import gap_report
from rollout.reporting.options import Options
from rollout.reporting.report import Report
from rollout.reporting.survey import blank_survey

PROFILES = Path(__file__).resolve().parents[2] / "province_profiles"
IN_FULL = ("bac_lieu_2022_minh_hoa", "quang_ninh_2020")
WAYS = {
    "": Options(),
    "_public": Options(audience="public"),
    "_en": Options(lang="en"),
    "_public_en": Options(lang="en", audience="public"),
    "_gate": Options(gate=True),
}
LISTS = {
    "_planner": Options(reader="planner"),
    "_province": Options(reader="province"),
    "_gate": Options(reader="province", gate=True),
    "_public": Options(reader="planner", audience="public"),
    "_planner_en": Options(reader="planner", lang="en"),
}
Maker = Callable[[], Report]


@cache
def model() -> tuple[Blueprint, Country]:
    blueprint = open_blueprint("anh_duong").blueprint
    assert blueprint is not None
    country = open_country(blueprint.country).country
    assert country is not None
    return blueprint, country


@cache
def analysed(name: str) -> Gap:
    blueprint, country = model()
    data = (PROFILES / f"{name}.yaml").read_bytes()
    opened = open_profile(data, f"{name}.yaml", blueprint, country, profile_schema(blueprint))
    assert opened.profile is not None, opened.problems
    return gap(assess(opened.profile, blueprint, country))


def profiles() -> list[str]:
    return sorted(path.stem for path in PROFILES.glob("*.yaml"))


def reports() -> Iterator[tuple[str, Maker]]:
    """Name every report, each with a function that makes it."""
    for name in profiles():
        if name not in IN_FULL:
            yield f"gap_{name}", partial(_gap, name, Options())
    for name in IN_FULL:
        yield from ((f"gap_{name}{way}", partial(_gap, name, options)) for way, options in WAYS.items())
        yield from ((f"checklist_{name}{way}", partial(_list, name, options)) for way, options in LISTS.items())
        yield f"commune_{name}", partial(_commune, name)
    yield from _by_agency(IN_FULL[0])
    for lang in ("vi", "en"):
        yield f"survey_{lang}", partial(_survey, Options(lang=lang))


def _by_agency(name: str) -> Iterator[tuple[str, Maker]]:
    for role in model()[1].roles:
        yield f"agency_{role.lower()}", partial(_gap, name, Options(agency=role))


def _gap(name: str, options: Options) -> Report:
    return gap_report(analysed(name), options)


def _list(name: str, options: Options) -> Report:
    return checklist(analysed(name), options)


def _commune(name: str) -> Report:
    assessment = analysed(name).assessment
    return commune_checklist(assessment.profile, assessment.blueprint, Options())


def _survey(options: Options) -> Report:
    blueprint, country = model()
    day = date(2026, 7, 1)
    return blank_survey(blueprint, country, country.units_at(day)[0], day, options)
