"""A province as somebody writes it on the command line: a slug, or a name with or without tones."""

from __future__ import annotations

from datetime import date

from rollout.cli.misuse import Misuse
from rollout.language import fold
from rollout.model.country import Country, Unit
from rollout.model.provinces import meant


def province(written: str, day: date, country: Country) -> Unit:
    """Return the unit meant at `day`; raises Misuse when there is none, or only one that is similar."""
    units = country.units_at(day)
    for unit in units:
        if fold(written) in (unit.slug, fold(unit.name), fold(unit.full_name(day).name)):
            return unit
    values = {"found": written, "day": day.isoformat()}
    merged = next((row for row in country.units if fold(written) in (row.slug, fold(row.name))), None)
    if merged is not None and merged.successor:
        raise Misuse("province_merged", **values, title=merged.name, successor=merged.successor)
    guess = meant(written, day, country)
    if guess is None:
        raise Misuse("no_province", **values, known=", ".join(sorted(unit.slug for unit in units)))
    raise Misuse("no_province_meant", **values, meant=guess)
