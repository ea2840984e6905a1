"""What a condition or a computed figure may ask: the one interface between the language and a profile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rollout.model.country import Instrument, Limit
from rollout.model.profile import Centre, Interval, Value
from rollout.model.question import Question


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure as an interval, or None with the reason: a text id and what it is about."""

    interval: Interval | None
    reason: str = ""
    about: str = ""


class Facts(Protocol):
    """The answers, figures and law of one unit at one day."""

    @property
    def as_of(self) -> date: ...
    @property
    def centre(self) -> Centre: ...
    def value(self, question: str) -> Value: ...
    def question(self, question: str) -> Question: ...
    def quantity(self, name: str) -> Computed: ...
    def parameter(self, name: str) -> float: ...
    def limit(self, name: str) -> Limit | None: ...
    def register_figure(self, name: str) -> float | None: ...
    def instrument(self, number: str) -> Instrument | None: ...
