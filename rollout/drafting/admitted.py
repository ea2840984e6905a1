"""Whether a draft can be made at all: the form, the province, the date and the proposer, each at the signing date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rollout.drafting.holders import held
from rollout.drafting.order import Order
from rollout.drafting.wording import Piece, Wording
from rollout.language import did_you_mean
from rollout.model.country import Country, Unit
from rollout.model.days import months_before
from rollout.model.nearest import suggestion
from rollout.model.profile import Profile
from rollout.model.provinces import counterparts
from rollout.problems import Problem, ProblemsFound, Severity

MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Admitted:
    """The province as it is at the signing date, and what the drafter must be warned of."""

    unit: Unit
    warnings: tuple[Problem, ...]


def admitted(profile: Profile, country: Country, order: Order, *, final: bool = False) -> Admitted:
    """Return the unit and the warnings.

    Raises ProblemsFound: D020 no such form, D021 the form did not exist yet, D022 a date before the profile's,
    D024 the province has ended, D025 no such role, D026 a role that submits no draft, D029 final illustrative data.
    Warnings: D023 a profile over a year old, D027 a date after the newest law read, D028 illustrative data, D031 the
    province was formed anew after the profile's date.
    """
    forms = Wording(order.lang, order.templates).file("forms")
    unit = country.unit_at(profile.unit.slug, order.moment)
    errors = [*_form(forms, order), *_date(profile, order), *_unit(profile, unit, country, order)]
    if unit is not None:
        errors += _proposer(profile, unit, country, order, forms)
    if final and profile.data_status == "illustrative":
        errors.append(Problem("D029", None, {}))
    if errors or unit is None:
        raise ProblemsFound(errors)
    return Admitted(unit, tuple(_warnings(profile, unit, country, order.moment)))


def _form(forms: Piece, order: Order) -> Iterator[Problem]:
    known = forms.below("forms").data
    if order.form not in known:
        values = {"found": order.form, "known": list(known), "meant": suggestion(did_you_mean(order.form, known))}
        yield Problem("D020", None, values)
        return
    row = known[order.form]
    if row.get("from") and order.moment.isoformat() < row["from"]:
        values = {"title": row["title"], "first": row["from"], "day": order.moment.isoformat()}
        yield Problem("D021", None, values)


def _date(profile: Profile, order: Order) -> Iterator[Problem]:
    if order.moment < profile.as_of:
        yield Problem("D022", None, {"day": order.moment.isoformat(), "as_of": profile.as_of.isoformat()})


def _unit(profile: Profile, unit: Unit | None, country: Country, order: Order) -> Iterator[Problem]:
    if unit is None:
        after = ", ".join(counterparts(profile.unit, order.moment, country)) or "–"
        values = {"title": profile.unit.name, "day": order.moment.isoformat(), "successor": after}
        yield Problem("D024", None, values)


def _proposer(profile: Profile, unit: Unit, country: Country, order: Order, forms: Piece) -> Iterator[Problem]:
    role, may = order.proposer, list(forms.below("proposers").data)
    if not role:
        return
    if role not in country.roles:
        values = {"found": role, "known": may, "meant": suggestion(did_you_mean(role, country.roles))}
        yield Problem("D025", None, values)
        return
    found = held(role, profile, country, unit.full_name(order.moment).type, order.moment)
    if role not in may or (found.holder is None and not found.own):
        title = country.roles[role].title
        values = {"found": role, "title": {"vi": title.get("vi"), "en": title.get("en")}, "known": may}
        yield Problem("D026", None, {**values, "day": order.moment.isoformat()})


def _warnings(profile: Profile, unit: Unit, country: Country, moment: date) -> Iterator[Problem]:
    day = moment.isoformat()
    if profile.as_of < months_before(moment, MOST_MONTHS):
        yield _warning("D023", day=day, as_of=profile.as_of.isoformat())
    if unit.system != profile.unit.system and len(unit.predecessors) > 1:
        yield _warning("D031", title=unit.name, day=day, as_of=profile.as_of.isoformat())
    if country.horizon is not None and moment > country.horizon:
        yield _warning("D027", day=day, last=country.horizon.isoformat())
    if profile.data_status == "illustrative":
        yield _warning("D028")


def _warning(code: str, **values: object) -> Problem:
    return Problem(code, None, values, Severity.WARNING)
