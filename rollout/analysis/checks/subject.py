"""What the checks look at: a blueprint, its country and the blueprint's own cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rollout.analysis.world import World
from rollout.model.answers import answer
from rollout.model.blueprint import Blueprint, Case
from rollout.model.condition import Condition, Every, Some, Test, walk
from rollout.model.country import Country
from rollout.model.days import day
from rollout.model.profile import Centre, Value
from rollout.model.question import Question
from rollout.problems import Place

KINDS = ("", "quantity ", "parameter ", "gate ", "variant ")


@dataclass(frozen=True, eq=False)
class Subject:
    """A blueprint to check; `cases` are those of its cases/ folder."""

    blueprint: Blueprint
    country: Country
    cases: tuple[Case, ...]

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Yield every condition that decides something, with the id of its criterion or gate entry."""
        for criterion in self.blueprint.criteria.values():
            yield from ((criterion.id, condition) for condition in criterion.conditions)
        yield from ((entry.id, entry.met) for entry in self.blueprint.gate if entry.met)

    def tests(self) -> Iterator[tuple[str, Test, Question]]:
        """Yield every test on an answer with its owner and the question, those inside lists of records included."""
        for owner, condition in self.conditions():
            yield from ((owner, test, asked) for test, asked in _tests(condition, self.blueprint.questions))

    def place(self, owner: str) -> Place | None:
        """Return where a part of the blueprint is written."""
        known = self.blueprint.places
        return next((known[name] for kind in KINDS if (name := f"{kind}{owner}") in known), None)

    @cached_property
    def bare_world(self) -> World:
        """A world in which nothing is answered, in the setting the blueprint gives its cases."""
        return self.world({}, {})

    def world(self, settings: dict[str, object], values: dict[str, Value]) -> World:
        """Return a world with `values` answered; raises LookupError when the setting names no unit or variant."""
        given = {**self.blueprint.case_settings, **settings}
        moment = day(given.get("as_of"))
        unit = self.country.unit_at(str(given.get("province")), moment) if moment else None
        if moment is None or unit is None:
            raise LookupError(given.get("province"), given.get("as_of"))
        state = given.get("centre")
        centre = Centre(True, None)
        if isinstance(state, dict):
            centre = Centre(state.get("state") == "operating", day(state.get("opened_on")))
        if "variant" in given and given["variant"] not in self.blueprint.variants:
            raise LookupError(given["variant"])
        variant = self.blueprint.variants.get(str(given.get("variant")))
        parameters = {name: row.value for name, row in self.blueprint.parameters.items()}
        parameters.update(variant.parameters if variant else {})
        return World(self.blueprint, self.country, unit, moment, centre, values, parameters)

    def world_of(self, case: Case) -> World:
        """Return the world of a case; raises LookupError as `world` does."""
        values = {name: answer(self.blueprint.questions[name], given).value for name, given in case.answers.items()}
        return self.world(dict(case.settings), values)


def _tests(condition: Condition, questions: Mapping[str, Question]) -> Iterator[tuple[Test, Question]]:
    for part in walk(condition):
        if isinstance(part, Test):
            yield part, questions[part.question]
        elif isinstance(part, Every | Some):
            for inner in (part.where, part.holds):
                if inner is not None:
                    yield from _tests(inner, questions[part.records].fields)
