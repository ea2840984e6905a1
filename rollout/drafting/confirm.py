"""What somebody must confirm before the text is signed: law, agencies and limits that are not verified."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rollout.drafting.holders import held
from rollout.drafting.instrument import Instrument
from rollout.model.country import Country, Unit
from rollout.model.country import Instrument as Law
from rollout.model.profile import Profile

Kind = Literal["law", "law_field", "agency_varies", "agency_ended", "agency", "limit", "unit"]
OPTIONAL = "optional_confirm"
SURE = "verified"
FIELDS = ("number", "title", "issued", "from")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One thing to confirm: what it is, the part of the text that rests on it, and what is unsure about it."""

    kind: Kind
    what: str
    part: str
    certainty: str = ""
    fields: tuple[str, ...] = ()
    note: str = ""


def confirmations(
    instrument: Instrument, profile: Profile, unit: Unit, country: Country, moment: date
) -> tuple[Confirmation, ...]:
    """Return everything to confirm, law first, in the order of the text."""
    uses, lang = instrument.uses, instrument.lang
    rows = [row for name, part in uses.laws.items() for row in _law(country.instruments[name], part)]
    for role, part in uses.roles.items():
        rows += _agency(role, part, profile, (unit, country, moment, lang))
    for name, part in uses.limits.items():
        limit = country.limits[name]
        if limit.certainty != SURE:
            law = country.instruments[limit.instrument]
            rows.append(Confirmation("limit", f"{limit.article} {law.kind} {law.number}", part, limit.certainty))
    return (*rows, *_unit(unit, country, moment, lang))


def _law(law: Law, part: str) -> Iterator[Confirmation]:
    named = f"{law.kind} {law.number}"
    if law.cite == OPTIONAL:
        yield Confirmation("law", named, part)
    for certainty in sorted({law.certainty.get(field, SURE) for field in FIELDS} - {SURE}):
        fields = tuple(field for field in FIELDS if law.certainty.get(field, SURE) == certainty)
        yield Confirmation("law_field", named, part, certainty, fields)


def _agency(role: str, part: str, profile: Profile, at: tuple[Unit, Country, date, str]) -> Iterator[Confirmation]:
    unit, country, moment, lang = at
    found = held(role, profile, country, unit.full_name(moment).type, moment)
    if found.ended:
        yield Confirmation("agency_ended", found.ended, part)
    if found.holder is None or found.confirmed:
        return
    name, note = found.holder.name.get(lang), found.holder.note.get(lang)
    if found.holder.varies:
        yield Confirmation("agency_varies", name, part, found.holder.certainty, note=note)
    elif found.holder.certainty != SURE:
        yield Confirmation("agency", name, part, found.holder.certainty, note=note)


def _unit(unit: Unit, country: Country, moment: date, lang: str) -> Iterator[Confirmation]:
    name = unit.full_name(moment)
    source = country.sources.get(name.source)
    if source is not None and source.certainty != SURE:
        yield Confirmation("unit", name.name, "head", source.certainty, note=source.title.get(lang))
