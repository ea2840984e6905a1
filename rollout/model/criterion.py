"""A criterion: a sentence, its conditions, its sources and its remedy."""

from __future__ import annotations

from dataclasses import dataclass

from rollout.model.condition import All, Condition
from rollout.model.days import ALWAYS, Span
from rollout.model.source import Citation
from rollout.model.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Dependency:
    """A criterion that comes before; a soft one may follow."""

    criterion: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Remedy:
    """What closes the gap, in how many weeks, led by which role, after what."""

    do: Text
    weeks: int
    lead: str
    support: tuple[str, ...]
    after: tuple[Dependency, ...]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A figure to compare with; it never enters the verdict."""

    title: Text
    quantity: str | None
    number: float | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement of the model; `group` is section.group."""

    id: str
    group: str
    title: Text
    statement: Text
    level: str
    met: Condition
    remedy: Remedy
    partly: Condition | None = None
    before_opening: Condition | None = None
    applies_when: Condition | None = None
    span: Span = ALWAYS
    may_not_apply: bool = False
    safety: bool = False
    security: bool = False
    grade: str | None = None
    benchmark: Benchmark | None = None
    evidence: Text = NO_TEXT
    notes: Text = NO_TEXT
    sources: tuple[Citation, ...] = ()

    @property
    def section(self) -> str:
        """The section that holds it."""
        return self.group.split(".")[0]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition that can decide its verdict."""
        return tuple(c for c in (self.met, self.partly, self.before_opening, self.applies_when) if c is not None)


def entries(condition: Condition) -> tuple[Condition, ...]:
    """Return the top-level entries of a condition, from which the default of `partly` is made."""
    return condition.parts if isinstance(condition, All) else (condition,)
