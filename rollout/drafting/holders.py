"""Who holds a role at the signing date: the profile's word, kept in step with the register of agencies by era."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rollout.language import fold
from rollout.model.country import Country, Holder, Role
from rollout.model.profile import Profile


@dataclass(frozen=True, slots=True)
class Held:
    """`holder`: of the register, `own`: the profile's name where the register has no such agency.

    `confirmed`: the profile names this agency; `ended`: it named one that no longer exists at that date.
    """

    holder: Holder | None
    own: str = ""
    confirmed: bool = False
    ended: str = ""


def held(role: str, profile: Profile, country: Country, unit_type: str, moment: date) -> Held:
    """Return who holds `role`: neither is set where nobody is known to."""
    known, agency = country.roles.get(role), profile.agencies.get(role)
    now = known.holder(moment, unit_type) if known else None
    if agency is None:
        return Held(now)
    if now is not None and _same(agency.name, now):
        return Held(now, confirmed=True)
    if any(_same(agency.name, row) for row in _holders(country) if row.span.holds(moment)):
        return Held(None, agency.name, confirmed=True)
    if _past(agency.name, country, moment):
        return Held(now, ended=agency.name)
    return Held(None, agency.name, confirmed=True)


def _holders(country: Country) -> list[Holder]:
    roles: list[Role] = list(country.roles.values())
    return [row for role in roles for row in role.holders]


def _past(name: str, country: Country, moment: date) -> bool:
    return any(_same(name, row) for row in _holders(country) if not row.span.holds(moment))


def _same(name: str, holder: Holder) -> bool:
    """A local name is that of the register, alone or with the unit's own name after it."""
    return f"{fold(name)} ".startswith(f"{fold(holder.name.get('vi'))} ")
