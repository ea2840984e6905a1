"""A blueprint: the whole model of a service, and the questionnaire that follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rollout.model.condition import Condition
from rollout.model.criterion import Criterion
from rollout.model.quantity import Quantity
from rollout.model.question import Question
from rollout.model.source import Citation, Source
from rollout.model.text import NO_TEXT, Text
from rollout.problems import Place


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number the model assumes, with the range of its sensitivity."""

    id: str
    title: Text
    value: float
    low: float
    high: float
    unit: str
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A way to host the service: rebinds roles and sets parameters."""

    id: str
    title: Text
    roles: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GateEntry:
    """One entry of the opening gate: a criterion (needs met, or partly), or a plain condition with its own title."""

    id: str
    criterion: str | None = None
    accept_partly: bool = False
    title: Text = NO_TEXT
    met: Condition | None = None
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the model."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Group:
    """A topic within a section."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Case:
    """A test of the blueprint itself: answers, by the full names of questions, and the verdict that must follow."""

    criterion: str
    answers: Mapping[str, object]
    expect: str
    settings: Mapping[str, object]
    at_least: str | None = None
    at_most: str | None = None
    place: Place | None = None


@dataclass(frozen=True, eq=False)
class Blueprint:
    """Everything a blueprint folder holds; mappings are in the order of the files.

    `folders` are those it was read from: the ones it extends first, its own last.
    """

    id: str
    version: int
    title: Text
    country: str
    sha256: str
    sections: Mapping[str, Section]
    groups: Mapping[str, Group]
    questions: Mapping[str, Question]
    criteria: Mapping[str, Criterion]
    gate: tuple[GateEntry, ...]
    weights: Mapping[str, int]
    variants: Mapping[str, Variant]
    parameters: Mapping[str, Parameter]
    quantities: Mapping[str, Quantity]
    sources: Mapping[str, Source]
    units: Mapping[str, Text]
    case_settings: Mapping[str, object] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    folders: Sequence[str] = ()

    @property
    def gate_criteria(self) -> frozenset[str]:
        """The criteria the opening gate names."""
        return frozenset(entry.criterion for entry in self.gate if entry.criterion)

    def unit(self, name: str, lang: str) -> str:
        """Return the label of a unit in `lang`, or its name where the blueprint gives none."""
        return self.units[name].get(lang) if name in self.units else name
