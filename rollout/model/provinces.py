"""Finding a province by what somebody wrote, on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rollout.language.folding import did_you_mean, fold
from rollout.load import Places
from rollout.model.country import Country, Unit
from rollout.problems import Problem

PATH = ("province",)


def unit_problems(slug: str, moment: date, country: Country, places: Places) -> Iterator[Problem]:
    """Yield why `slug` names no unit at `moment`: another era's unit, a misspelling, or nothing known."""
    if country.unit_at(slug, moment) is not None:
        return
    values: dict[str, object] = {"name": slug, "day": moment.isoformat()}
    other = next((unit for unit in country.units if unit.slug == slug), None)
    if other is not None and other.successor:
        yield Problem(
            "P002", places.of(PATH), {**values, "title": other.name, "successor": other.successor}, path="province"
        )
        return
    yield Problem("P001", places.of(PATH), {**values, "meant": meant(slug, moment, country) or "–"}, path="province")


def meant(written: str, moment: date, country: Country) -> str | None:
    """Return the slug of the unit at `moment` that somebody probably meant, tones and spelling ignored, or None."""
    aliases = {fold(alias): slug for alias, slug in country.aliases.items()}
    if fold(written) in aliases:
        return aliases[fold(written)]
    units: tuple[Unit, ...] = country.units_at(moment)
    by_name = {fold(name): unit.slug for unit in units for name in (*_full_names(unit), unit.name, unit.slug)}
    found = did_you_mean(fold(written), by_name)
    return by_name[found] if found else None


def _full_names(unit: Unit) -> tuple[str, ...]:
    return tuple(row.name for row in unit.full_names)
