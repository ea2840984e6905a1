"""A country: its provincial units, agencies by era, law and legal limits, all by date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rollout.model.days import Span, valid_at
from rollout.model.source import Source
from rollout.model.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class FullName:
    """A unit's official name and type (province | city) over a span of days.

    A `whole` name (of a person, an event, a number) is never shortened, and its word for the kind keeps its capital.
    """

    name: str
    type: str
    span: Span
    source: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A register figure: persons for population, a count for communes and districts; `basis` says what it counts."""

    value: float
    span: Span
    year: int | None = None
    basis: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A provincial unit of one system; the key is (system, code)."""

    system: str
    code: str
    slug: str
    name: str
    full_names: tuple[FullName, ...]
    population: tuple[Figure, ...]
    communes: tuple[Figure, ...]
    districts: tuple[Figure, ...]
    successor: str | None = None
    predecessors: tuple[str, ...] = ()

    def full_name(self, moment: date) -> FullName:
        """Return the official name at `moment` (the nearest one where the register has none for that day)."""
        return valid_at(self.full_names, moment) or self.full_names[-1]

    def fact(self, name: str, moment: date) -> Figure | None:
        """Return population, communes or districts known for `moment`, or None.

        Of several figures of a population the newest whose year is not after `moment` counts.
        """
        rows: tuple[Figure, ...] = getattr(self, name)
        if name == "population":
            dated = [row for row in rows if row.year is not None and row.year <= moment.year]
            return max(dated, key=lambda row: row.year or 0, default=next((r for r in rows if r.year is None), None))
        return valid_at(rows, moment)


@dataclass(frozen=True, slots=True)
class System:
    """A system of provincial units and the days it is valid."""

    id: str
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Holder:
    """The agency that holds a role; `varies` when provinces differ, `unit_type` when only some units have it."""

    name: Text
    span: Span
    varies: bool = False
    unit_type: str | None = None
    certainty: str = "remembered"
    sources: tuple[str, ...] = ()
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Role:
    """A role and its holders by era."""

    id: str
    title: Text
    holders: tuple[Holder, ...]

    def holder(self, moment: date, unit_type: str) -> Holder | None:
        """Return who holds the role in a unit of `unit_type` at `moment`, or None when the register does not say."""
        own = [row for row in self.holders if row.unit_type == unit_type]
        everywhere = [row for row in self.holders if row.unit_type is None]
        return valid_at([*own, *everywhere], moment)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal instrument; in force on the days of `span`; `certainty` is kept for each field."""

    id: str
    kind: str
    number: str
    title: str
    issued: date | None
    span: Span
    replaced_by: str | None = None
    certainty: Mapping[str, str] = field(default_factory=dict)
    from_known: bool = True
    issuer: str = ""
    title_en: str = ""
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time or size the law sets: value in unit, counted elapsed or in working time; `immediate`: "at once".

    `actor` says whose duty it is, in the words of the register.
    """

    id: str
    instrument: str
    article: str
    value: float | None
    unit: str
    clock: str
    span: Span
    certainty: str = "remembered"
    immediate: bool = False
    actor: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Pattern:
    """Text that no profile may hold (personal data, the place of a shelter)."""

    id: str
    pattern: str
    title: Text
    severity: str = "error"


@dataclass(frozen=True, slots=True)
class Era:
    """A time between two changes of the State's organisation; `levels` names its levels of local government."""

    id: str
    levels: str
    span: Span


@dataclass(frozen=True, eq=False)
class Country:
    """The registers of a country; nothing after `horizon`, the day of the newest legal text read, is known to them."""

    id: str
    title: Text
    systems: tuple[System, ...]
    units: tuple[Unit, ...]
    roles: Mapping[str, Role]
    instruments: Mapping[str, Instrument]
    limits: Mapping[str, Limit]
    patterns: tuple[Pattern, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    population_bases: Mapping[str, Text] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    eras: tuple[Era, ...] = ()
    horizon: date | None = None

    def levels_at(self, moment: date) -> str:
        """Return the name of the levels of local government at `moment`, empty where no era says."""
        found = valid_at(self.eras, moment)
        return found.levels if found else ""

    def system_at(self, moment: date) -> str | None:
        """Return the id of the system of units valid at `moment`."""
        found = valid_at(self.systems, moment)
        return found.id if found else None

    def units_at(self, moment: date) -> tuple[Unit, ...]:
        """Return the units that exist at `moment`."""
        system = self.system_at(moment)
        return tuple(unit for unit in self.units if unit.system == system)

    def unit_at(self, slug: str, moment: date) -> Unit | None:
        """Return the unit called `slug` at `moment`, or None."""
        return next((unit for unit in self.units_at(moment) if unit.slug == slug), None)

    def limit_at(self, limit_id: str, moment: date) -> Limit | None:
        """Return a legal limit if the law that sets it is in force at `moment` and gives a figure."""
        limit = self.limits.get(limit_id)
        return limit if limit and limit.value is not None and limit.span.holds(moment) else None

    def instrument_numbered(self, number: str) -> Instrument | None:
        """Return the instrument with this number (written as in its title, spaces ignored), or None."""
        wanted = number.replace(" ", "").casefold()
        return next(
            (row for row in self.instruments.values() if row.number.replace(" ", "").casefold() == wanted), None
        )
