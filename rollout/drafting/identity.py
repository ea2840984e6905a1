"""What a draft is known by elsewhere: its province, the agencies it gives work to and the law it cites."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rollout.drafting.holders import Held, held
from rollout.drafting.instrument import Instrument
from rollout.model.country import Country, Unit
from rollout.model.country import Instrument as Law
from rollout.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Organization:
    """An agency under its role, and its name in the language of the text."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Cited:
    """An instrument cited; `names`: the words of the text that mean it; `day` (ISO) of issue, or in force, or empty."""

    id: str
    kind: str
    number: str
    day: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """`code` is the province's in its register."""

    code: str
    organizations: tuple[Organization, ...]
    laws: tuple[Cited, ...]


def identity(it: Instrument, profile: Profile, unit: Unit, country: Country, moment: date) -> Identity:
    """Return what the text of `it` names, in the order of first mention."""
    kind = unit.full_name(moment).type
    found = ((role, held(role, profile, country, kind, moment)) for role in it.uses.roles)
    organizations = tuple(Organization(role, _name(one, it.lang)) for role, one in found if one.holder or one.own)
    return Identity(unit.code, organizations, tuple(_cited(country.instruments[name]) for name in it.uses.laws))


def _name(one: Held, lang: str) -> str:
    return one.holder.name.get(lang).partition(" (")[0] if one.holder else one.own  # what stands in brackets is for us


def _cited(law: Law) -> Cited:
    day = law.issued or law.span.start
    # only a statute is cited by its title alone; that of a decree is a sentence
    titles = (law.title, law.title_en) if law.title.startswith(law.kind) else ()
    names = tuple(name for name in (*titles, law.number) if name)
    return Cited(law.id, law.kind, law.number, day.isoformat() if day else "", names)
