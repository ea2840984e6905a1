"""Who holds a role in a unit at as_of: the profile's own agency, else the register's holder of that day."""

from __future__ import annotations

from dataclasses import dataclass

from rollout.analysis.assessment import Assessment
from rollout.model.text import Text


@dataclass(frozen=True, slots=True)
class Responsible:
    """A role and the agency that holds it: `name` None when nothing says.

    `confirmed` is False where the name varies between provinces and the profile does not say; `certainty` is that of
    the register, "verified" where the profile names the agency.
    """

    role: str
    title: Text
    name: Text | None
    confirmed: bool
    certainty: str = "verified"


def responsible(role: str, assessment: Assessment) -> Responsible:
    """Return who holds `role` of the blueprint, after the variant has rebound it."""
    profile = assessment.profile
    variant = assessment.blueprint.variants.get(profile.variant or "")
    bound = variant.roles.get(role, role) if variant else role
    known = assessment.country.roles.get(bound)
    title = known.title if known else Text(bound, bound)
    own = profile.agencies.get(bound) or profile.agencies.get(role)
    if own:
        return Responsible(bound, title, Text(own.name, own.name), confirmed=True)
    unit_type = profile.unit.full_name(profile.as_of).type
    holder = known.holder(profile.as_of, unit_type) if known else None
    if holder is None:
        return Responsible(bound, title, None, confirmed=False)
    return Responsible(bound, title, holder.name, not holder.varies, holder.certainty)
