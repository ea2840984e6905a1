"""Finding a province by what somebody wrote, on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rollout.language.folding import did_you_mean, fold
from rollout.load import Places
from rollout.load.showing import shown
from rollout.model.country import Country, Unit
from rollout.model.nearest import suggestion
from rollout.problems import Problem

PATH = ("province",)


def unit_problems(slug: str, moment: date, country: Country, places: Places) -> Iterator[Problem]:
    """Yield why `slug` names no unit at `moment`: another era's unit, a misspelling, or nothing known."""
    if country.unit_at(slug, moment) is not None:
        return
    values: dict[str, object] = {"name": shown(slug), "day": moment.isoformat()}
    there = {key for unit in country.units_at(moment) for key in _names(unit)}
    other = next((unit for unit in country.units if _key(slug) in _names(unit)), None)
    if other is None or _key(slug) in there:
        values["meant"] = suggestion(meant(slug, moment, country))
        yield Problem("P001", places.of(PATH), values, path="province")
    else:
        values.update(title=other.name, successor=", ".join(counterparts(other, moment, country)) or "–")
        yield Problem("P002", places.of(PATH), values, path="province")


def meant(written: str, moment: date, country: Country) -> str | None:
    """Return the slug of the unit at `moment` that somebody probably meant, tones and spelling ignored, or None."""
    by_name = {_key(alias): slug for alias, slug in country.aliases.items()}
    for unit in country.units_at(moment):
        by_name.update(dict.fromkeys(_names(unit), unit.slug))
    found = did_you_mean(_key(written), by_name)
    slug = by_name[found] if found else None
    if slug is None or country.unit_at(slug, moment):
        return slug
    former = next((unit for unit in country.units if unit.slug == slug), None)
    return next(iter(counterparts(former, moment, country)), None) if former else None


def counterparts(unit: Unit, moment: date, country: Country) -> tuple[str, ...]:
    """Return the slugs, at `moment`, of what a unit of another era became or was made from."""
    related = (unit.successor, *unit.predecessors)
    return tuple(slug for slug in related if slug and country.unit_at(slug, moment))


def _key(name: str) -> str:
    return fold(name).replace("-", " ").strip()


def _names(unit: Unit) -> tuple[str, ...]:
    return tuple(_key(name) for name in (unit.slug, unit.name, *(row.name for row in unit.full_names)))
