"""A condition in words, one line a test; with a profile, each line with its truth, the answer and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from rollout.analysis.conditions import bound, truth
from rollout.analysis.truth import Truth
from rollout.analysis.world import World
from rollout.model.blueprint import Blueprint
from rollout.model.condition import (
    All,
    AnyOf,
    Condition,
    During,
    Every,
    FromLimit,
    FromParameter,
    FromQuantity,
    FromTable,
    Not,
    QuantityTest,
    Some,
    Test,
)
from rollout.model.country import Country
from rollout.model.profile import Interval, Profile
from rollout.model.question import Question
from rollout.reporting.answers import Answers, known_how
from rollout.reporting.wording import Wording


@dataclass(frozen=True, slots=True)
class Step:
    """A line: how deep it stands, its words, its truth ("" without a profile), and what it rests on."""

    depth: int
    text: str
    mark: str = ""
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class ConditionWords:
    """Puts conditions of one blueprint into words; `world` and `profile` None where there is no profile."""

    wording: Wording
    blueprint: Blueprint
    country: Country
    world: World | None = None
    profile: Profile | None = None

    def steps(self, tree: Condition, depth: int = 0) -> Iterator[Step]:
        """Yield the lines of a condition of the blueprint."""
        yield from self._steps(tree, depth, self.blueprint.questions, inside=False)

    def _steps(self, tree: Condition, depth: int, asked: Mapping[str, Question], *, inside: bool) -> Iterator[Step]:
        match tree:
            case Test():
                yield self._test(tree, depth, asked[tree.question], inside=inside)
            case QuantityTest():
                yield self._quantity_test(tree, depth, inside=inside)
            case All(parts) if depth == 0:
                for part in parts:
                    yield from self._steps(part, depth, asked, inside=inside)
            case All(parts) | AnyOf(parts):
                yield self._head("all" if isinstance(tree, All) else "any", tree, depth, inside=inside)
                for part in parts:
                    yield from self._steps(part, depth + 1, asked, inside=inside)
            case Not(part):
                yield self._head("not", tree, depth, inside=inside)
                yield from self._steps(part, depth + 1, asked, inside=inside)
            case During(span, part):
                values = {
                    "start": self.wording.date(span.start) if span.start else "…",
                    "until": self.wording.date(span.until) if span.until else "…",
                }
                key = "during" if span.start and span.until else "from" if span.start else "before"
                yield self._head(key, tree, depth, inside=inside, **values)
                yield from self._steps(part, depth + 1, asked, inside=inside)
            case Every() | Some():
                yield from self._records(tree, depth, asked, inside=inside)

    def _records(
        self, tree: Every | Some, depth: int, asked: Mapping[str, Question], *, inside: bool
    ) -> Iterator[Step]:
        question = asked[tree.records]
        key = "every" if isinstance(tree, Every) else "some"
        label = self.wording.pick(question.label)
        yield Step(
            depth,
            self._say(key, label=label),
            self._mark(tree, inside=inside),
            () if inside else self._basis(question),
        )
        if tree.where is not None:
            yield Step(depth + 1, self._say("where"))
            yield from self._steps(tree.where, depth + 2, question.fields, inside=True)
            yield Step(depth + 1, self._say("holds"))
        yield from self._steps(tree.holds, depth + 2, question.fields, inside=True)

    def _head(self, key: str, tree: Condition, depth: int, *, inside: bool, **values: str) -> Step:
        return Step(depth, self._say(key, **values), self._mark(tree, inside=inside))

    def _test(self, tree: Test, depth: int, question: Question, *, inside: bool) -> Step:
        needed = self._needed(tree, question)
        text = self._say("test", label=self.wording.pick(question.label), needed=needed)
        return Step(depth, text, self._mark(tree, inside=inside), () if inside else self._basis(question))

    def _quantity_test(self, tree: QuantityTest, depth: int, *, inside: bool) -> Step:
        quantity = self.blueprint.quantities[tree.quantity]
        needed = self._compared(tree.operator, tree.argument, quantity.unit)
        text = self._say("test", label=self.wording.pick(quantity.title), needed=needed)
        basis: tuple[str, ...] = ()
        if self.world is not None and not inside:
            found = self.world.quantity(tree.quantity).interval
            basis = (self._say("computed", value=self._figure(found, quantity.unit)),)
        return Step(depth, text, self._mark(tree, inside=inside), basis)

    def _needed(self, tree: Test, question: Question) -> str:
        pick = self.wording.pick
        match tree.operator, tree.argument:
            case ("at_least" | "at_most" | "equals") as operator, argument if not isinstance(argument, str):
                return self._compared(operator, argument, question.unit)
            case "equals", code:
                return pick(question.options[code]) if code in question.options else str(code)
            case ("one_of" | "includes") as operator, codes:
                return self.wording.say(f"report.need.{operator}", list=self._options(question, codes))
            case "includes_at_least", (n, codes):
                return self.wording.say("report.need.includes_at_least", n=n, list=self._options(question, codes))
            case "age_at_most", months:
                return self.wording.say("report.need.age_at_most", months=months)
        return self.wording.say(f"report.need.{tree.operator}")

    def _options(self, question: Question, codes: Any) -> str:
        known = question.options
        return ", ".join(self.wording.pick(known[code]) if code in known else str(code) for code in codes)

    def _compared(self, operator: str, argument: Any, unit: str) -> str:
        words = self._threshold(argument, unit)
        if self.world is not None and not isinstance(argument, int | float):
            found = bound(argument, self.world)
            value = self._say("no_law") if found is None else self._figure(found, unit)
            words = self._say("resolved", threshold=words, value=value)
        return self.wording.say(f"report.need.{operator}", value=words)

    def _threshold(self, argument: Any, unit: str) -> str:
        pick = self.wording.pick
        match argument:
            case FromQuantity(name):
                return self._say("quantity", title=pick(self.blueprint.quantities[name].title))
            case FromParameter(name):
                return self._say("parameter", title=pick(self.blueprint.parameters[name].title))
            case FromLimit(name):
                limit = self.country.limits.get(name)
                law = self.country.instruments.get(limit.instrument) if limit else None
                named = f"{limit.article} {law.kind} {law.number}" if limit and law else name
                return self._say("limit", law=named)
            case FromTable(by, rows):
                return self._say("table", title=pick(self.blueprint.quantities[by].title), rows=self._rows(rows, unit))
        return self._figure(Interval(argument, argument), unit)

    def _rows(self, rows: tuple[tuple[float | None, float], ...], unit: str) -> str:
        parts = [
            self._say("below", below=self.wording.number(below), value=self._figure(Interval(needed, needed), unit))
            if below is not None
            else self._say("otherwise", value=self._figure(Interval(needed, needed), unit))
            for below, needed in rows
        ]
        return "; ".join(parts)

    def _figure(self, found: Interval | None, unit: str) -> str:
        if found is None:
            return self.wording.say("report.have.unknown")
        label = self.blueprint.unit(unit, self.wording.lang) if unit else ""
        return self.wording.with_unit(self.wording.interval(found), label)

    def _mark(self, tree: Condition, *, inside: bool) -> str:
        """Inside a list every entry has a truth of its own; the list's own line sums them up."""
        if self.world is None or inside:
            return ""
        held = truth(tree, self.world)
        names = {Truth.TRUE: "true", Truth.FALSE: "false", Truth.UNDETERMINED: "undetermined"}
        return self._say("skipped") if held is None else self._say(names[held])

    def _basis(self, question: Question) -> tuple[str, ...]:
        """The answer, how it is known, where it stands in the profile, its sources and its note."""
        if self.world is None or self.profile is None:
            return ()
        answers = Answers(self.wording, self.blueprint, self.profile.as_of, public=False)
        answer = self.profile.answers.get(question.id)
        value = answers.value(question, self.world.value(question.id))
        if answer is None or answer.value is None:
            return (self._say("unanswered", question=question.id),)
        place = self.profile.places.get(question.id)
        stands = f"{PurePath(place.file).name}:{place.line}:{place.column}" if place else ""
        status = self.wording.say(f"report.basis.{known_how(answer)}")
        parts = [self._say("answered", value=value, status=status, place=stands)]
        if answer.document or answer.dated:
            dated = self.wording.date(answer.dated) if answer.dated else ""
            parts.append(self._say("evidence", document=" ".join(filter(None, (answer.document, dated)))))
        if answer.sources:
            parts.append(self._say("cited", sources=", ".join(answer.sources)))
        return tuple(parts)

    def _say(self, key: str, **values: object) -> str:
        return self.wording.say(f"cli.condition.{key}", **values)
