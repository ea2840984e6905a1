"""Which agency holds each role of a protocol on a day: the profile's own, else the register's holder of that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile import Contact, Profile
from rollout.model.text import Text
from rollout.problems import Place

NO_CONTACT = Contact()


@dataclass(frozen=True, slots=True)
class Bound:
    """A role and its agency: `name` None when nothing says; `own` when the profile names it.

    `confirmed` is False where the name varies between provinces and the profile does not say.
    """

    role: str
    title: Text
    name: Text | None
    own: bool = False
    confirmed: bool = True
    contact: Contact = NO_CONTACT
    place: Place | None = None

    @property
    def label(self) -> Text:
        """The agency, or the title of the role where none is known."""
        return self.name or self.title


@dataclass(frozen=True, slots=True)
class Occasion:
    """What decides who holds a role: the profile, its blueprint's variant, the registers, the day."""

    profile: Profile
    blueprint: Blueprint
    country: Country
    moment: date

    @property
    def unit_type(self) -> str:
        """The type of the unit (province | city) on the day."""
        unit = self.country.unit_at(self.profile.unit.slug, self.moment) or self.profile.unit
        return unit.full_name(self.moment).type


def bindings(roles: Iterable[str], occasion: Occasion) -> Mapping[str, Bound]:
    """Return who holds each of `roles`."""
    return {role: _bound(role, occasion) for role in roles}


def _bound(role: str, occasion: Occasion) -> Bound:
    profile = occasion.profile
    variant = occasion.blueprint.variants.get(profile.variant or "")
    held = variant.roles.get(role, role) if variant else role
    known = occasion.country.roles.get(held)
    title = known.title if known else Text(held, held)
    contacts = profile.coordination.roles if profile.coordination else {}
    contact = contacts.get(role) or contacts.get(held) or NO_CONTACT
    agency = profile.agencies.get(held) or profile.agencies.get(role)
    own = contact.agency or (agency.name if agency else "")
    if own:
        place = contact.place if contact.agency or agency is None else agency.place
        return Bound(role, title, Text(own, own), True, True, contact, place)
    holder = known.holder(occasion.moment, occasion.unit_type) if known else None
    if holder is None:
        return Bound(role, title, None, contact=contact, place=contact.place)
    return Bound(role, title, holder.name, confirmed=not holder.varies, contact=contact, place=contact.place)
