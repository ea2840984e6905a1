"""The facts of one profile: answers, computed figures, parameters, register and law at its as_of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rollout.analysis.facts import Computed
from rollout.analysis.quantities import compute
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Instrument, Limit, Unit
from rollout.model.profile import Centre, Profile, Value
from rollout.model.question import Question


@dataclass(frozen=True, eq=False)
class World:
    """Everything a condition may ask; a computed figure is kept once found."""

    blueprint: Blueprint
    country: Country
    unit: Unit
    as_of: date
    centre: Centre
    values: Mapping[str, Value]
    parameters: Mapping[str, float]
    _computed: dict[str, Computed] = field(default_factory=dict)

    def value(self, question: str) -> Value:
        """Return the known value of an answer, or None."""
        return self.values.get(question)

    def question(self, question: str) -> Question:
        """Return a question of the blueprint."""
        return self.blueprint.questions[question]

    def quantity(self, name: str) -> Computed:
        """Return a computed figure, as an interval or as unknown with the reason."""
        if name not in self._computed:
            self._computed[name] = compute(self.blueprint.quantities[name].expression, self)
        return self._computed[name]

    def parameter(self, name: str) -> float:
        """Return a parameter as the variant sets it."""
        return self.parameters[name]

    def limit(self, name: str) -> Limit | None:
        """Return a legal limit in force at as_of."""
        return self.country.limit_at(name, self.as_of)

    def register_figure(self, name: str) -> float | None:
        """Return population, communes or districts of the unit at as_of."""
        figure = self.unit.fact(name, self.as_of)
        return figure.value if figure else None

    def instrument(self, number: str) -> Instrument | None:
        """Return a legal instrument by its number."""
        return self.country.instrument_numbered(number)

    def with_value(self, question: str, value: Value) -> World:
        """Return the same world with one answer changed."""
        values = {**self.values, question: value}
        return World(self.blueprint, self.country, self.unit, self.as_of, self.centre, values, self.parameters)


def world_of(profile: Profile, blueprint: Blueprint, country: Country) -> World:
    """Return the world of a profile: parameters of the blueprint as its variant sets them."""
    variant = blueprint.variants.get(profile.variant or "")
    parameters = {name: row.value for name, row in blueprint.parameters.items()}
    parameters.update(variant.parameters if variant else {})
    values = {name: answer.value for name, answer in profile.answers.items()}
    return World(blueprint, country, profile.unit, profile.as_of, profile.centre, values, parameters)
