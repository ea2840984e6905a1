"""A coordination protocol: steps and special paths, who does what in them, by when, with which paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from rollout.model.days import ALWAYS, Span
from rollout.model.source import Citation
from rollout.model.text import NO_TEXT, Text
from rollout.problems import Place

Clock = Literal["elapsed", "working"]


@dataclass(frozen=True, slots=True)
class Within:
    """A time from the event `start`: at once (`value` 0), or `value` of minute|hour|day|working_day|week|month."""

    start: str
    value: float = 0
    unit: str = ""
    clock: Clock = "elapsed"

    @property
    def immediate(self) -> bool:
        """Tell whether it is "at once"."""
        return self.value == 0


@dataclass(frozen=True, slots=True)
class Duty:
    """What a role does; `head`: of its head in person; `request`: it is asked, and has no time of ours.

    Outside the days of `span` the law knows no such duty.
    """

    id: str
    role: str
    do: Text
    within: Within | None = None
    limit: str | None = None
    head: bool = False
    request: bool = False
    place: Place | None = None
    span: Span = ALWAYS


@dataclass(frozen=True, slots=True)
class Handover:
    """A form from one role to another; consent is required | not_required | reporting_duty (for which `basis`).

    What is not given is empty.
    """

    form: str
    sender: str
    receiver: str
    within: Within | None
    feedback: Within | None
    consent: str
    basis: tuple[str, ...] = ()
    when: Text = NO_TEXT
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence printed as it stands."""

    id: str
    text: Text
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """Duties done one after another, whose elapsed times together stay within a legal limit.

    No time in `steps`, nor of these duties, may be counted in working days.
    """

    limit: str
    start: str
    duties: tuple[str, ...]
    steps: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Next:
    """Where a step leads, and in which case."""

    to: str
    when: Text
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What steps and paths share; `when` fits after "when …"."""

    id: str
    title: Text
    when: Text
    duties: tuple[Duty, ...]
    handovers: tuple[Handover, ...] = ()
    records: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    budget: Budget | None = None
    joint_session: str | None = None
    sources: tuple[Citation, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """A step; a sound one has one of `leads`. `hours` is around_the_clock | office_hours."""

    leads: tuple[str, ...]
    support: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    hours: str = ""
    waits_for: tuple[str, ...] = ()
    next: tuple[Next, ...] = ()
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Part):
    """A special path: its duties come on top of those of the steps."""


@dataclass(frozen=True, slots=True)
class Form:
    """A paper; `statutory` names the law's own form, `reports` says that the law requires it to be sent."""

    id: str
    title: Text
    fields: tuple[Text, ...]
    statutory: str = ""
    reports: bool = False
    note: Text = NO_TEXT
    sources: tuple[Citation, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Precedence:
    """Which of several agencies prevails in one function."""

    id: str
    between: tuple[str, ...]
    function: Text
    rule: Text
    sources: tuple[Citation, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Function:
    """A function that law or practice gives to several roles, and the rule of precedence that settles it."""

    id: str
    title: Text
    roles: tuple[str, ...]
    settled_by: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the checks must know: the centre's own role, roles that are only asked, addresses for reports required by
    law, roles whose head has duties in person; the steps open at all hours, those of care, and those care never
    waits for; the question whose answer “no” tells that a role does not exist in the unit."""

    centre: str
    outside: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    headed: frozenset[str] = frozenset()
    at_all_hours: frozenset[str] = frozenset()
    care: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    present: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Protocol:
    """Everything a protocol file holds, in its order; `computes` is the question it answers once a profile binds it."""

    file: str
    sha256: str
    standing: Standing
    forms: Mapping[str, Form]
    events: Mapping[str, Text]
    steps: tuple[Step, ...]
    paths: tuple[Path, ...] = ()
    precedence: tuple[Precedence, ...] = ()
    functions: tuple[Function, ...] = ()
    computes: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Steps, then paths."""
        return (*self.steps, *self.paths)

    def duties(self) -> Iterator[tuple[Part, Duty]]:
        """Yield every duty with its step or path."""
        return ((part, duty) for part in self.parts for duty in part.duties)

    def handovers(self) -> Iterator[tuple[Part, Handover]]:
        """Yield every hand-over with its step or path."""
        return ((part, row) for part in self.parts for row in part.handovers)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that have a part in a step or path, in the order they are first named."""
        named = [role for row in self.steps for role in (*row.leads, *row.support, *row.informed)]
        named += [duty.role for _, duty in self.duties()]
        named += [role for _, row in self.handovers() for role in (row.sender, row.receiver) if role]
        return tuple(dict.fromkeys(named))

    def without(self, gone: frozenset[str]) -> Protocol:
        """Return the protocol of a unit in which the roles `gone` do not exist: nothing is asked of them."""
        if not gone:
            return self
        return replace(
            self,
            steps=tuple(_step_without(row, gone) for row in self.steps),
            paths=tuple(replace(row, **_part_without(row, gone)) for row in self.paths),
            functions=tuple(replace(row, roles=_left(row.roles, gone)) for row in self.functions),
            precedence=tuple(replace(row, between=_left(row.between, gone)) for row in self.precedence),
        )


def _step_without(step: Step, gone: frozenset[str]) -> Step:
    support, informed = _left(step.support, gone), _left(step.informed, gone)
    return replace(step, support=support, informed=informed, **_part_without(step, gone))


def _part_without(part: Part, gone: frozenset[str]) -> dict[str, Any]:
    return {
        "duties": tuple(row for row in part.duties if row.role not in gone),
        "handovers": tuple(row for row in part.handovers if not gone & {row.sender, row.receiver}),
    }


def _left(roles: tuple[str, ...], gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(role for role in roles if role not in gone)
