"""A province's profile: answers with their standing, agencies, waivers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rollout.model.country import Unit
from rollout.model.source import Source
from rollout.problems import Place


@dataclass(frozen=True, slots=True)
class Interval:
    """A number known to lie between low and high; a plain number has low = high."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Tell whether it is one number."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A document as reported; None in a field means not known, `covers` None too."""

    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    valid_until: date | None = None
    reviewed_on: date | None = None
    covers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class RecordsAnswer:
    """A list of records; `complete` when the profile says that nothing is missing."""

    items: tuple[Mapping[str, Value], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not apply here, and why."""

    reason: str


Value = Interval | bool | date | DocumentAnswer | RecordsAnswer | NotApplicable | str | frozenset[str] | None
"""A known value by question type; False for a date or document that does not exist; None is unknown."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A value and how it is known: reported | seen | document."""

    value: Value
    status: str = "reported"
    document: str | None = None
    dated: date | None = None
    sources: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """Leave to open without a criterion: by which office, why, until when."""

    criterion: str
    reason: str
    approved_by: str
    until: date | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Agency:
    """The local name of the holder of a role."""

    name: str
    source: str = ""
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who stands for a role here: agency, post, the institution's own telephone, around_the_clock | office_hours.

    What is not given is empty.
    """

    agency: str = ""
    post: str = ""
    phone: str = ""
    hours: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class OwnTime:
    """A time this unit sets for a duty of the protocol: value of minute|hour|day|working_day|week|month."""

    value: float
    unit: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """An instrument of the unit that its next regulation is to end; `about` follows the issuer: “ban hành …”."""

    kind: str
    number: str
    date: date
    issuer: str
    about: str


@dataclass(frozen=True, slots=True)
class Coordination:
    """How a unit binds the coordination protocol: contacts by role, own times by duty, and what the text ends."""

    roles: Mapping[str, Contact] = field(default_factory=dict)
    times: Mapping[str, OwnTime] = field(default_factory=dict)
    replaces: tuple[Replaced, ...] = ()

    @property
    def binds(self) -> bool:
        """Tell whether it binds anything: naming what a new text ends does not."""
        return bool(self.roles or self.times)


@dataclass(frozen=True, slots=True)
class Centre:
    """The state of the centre: planned, or operating since a day."""

    operating: bool
    opened_on: date | None = None


@dataclass(frozen=True, eq=False)
class Profile:
    """A validated profile of one unit at one day."""

    file: str
    sha256: str
    unit: Unit
    as_of: date
    variant: str | None
    centre: Centre
    data_status: str
    answers: Mapping[str, Answer]
    agencies: Mapping[str, Agency] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    not_applicable: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    coordination: Coordination | None = None

    @property
    def full_name(self) -> str:
        """The unit's official name at as_of."""
        return self.unit.full_name(self.as_of).name
