"""What is there and what is needed, for each test that is not true."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from rollout.analysis.readers import questions_behind
from rollout.analysis.shortfall import Shortfall
from rollout.analysis.world import World
from rollout.model.profile import DocumentAnswer, Interval, Value
from rollout.model.question import Question
from rollout.reporting.answers import Answers


@dataclass(frozen=True)
class Needs:
    """Writes shortfalls as "label: have → need"."""

    answers: Answers
    world: World

    def line(self, row: Shortfall) -> str:
        """Write one shortfall."""
        have = self._figure(row) if row.is_quantity else self.answers.value(self._question(row), row.have)
        return self._say("line", label=self._label(row), have=have, need=self._need(row))

    def _say(self, name: str, /, **values: object) -> str:
        return self.answers.wording.say(f"report.need.{name}", **values)

    def _question(self, row: Shortfall) -> Question:
        return self.world.question(row.about)

    def _label(self, row: Shortfall) -> str:
        pick = self.answers.wording.pick
        return pick(self.world.blueprint.quantities[row.about].title if row.is_quantity else self._question(row).label)

    def _unit(self, row: Shortfall) -> str:
        name = self.world.blueprint.quantities[row.about].unit if row.is_quantity else self._question(row).unit
        return self.world.blueprint.unit(name, self.answers.wording.lang) if name else ""

    def _figure(self, row: Shortfall) -> str:
        if self.hides(row.about):
            return self.answers.wording.say("report.have.hidden")
        if not isinstance(row.have, Interval):
            return self.answers.wording.say("report.have.unknown")
        return self.answers.wording.with_unit(self.answers.wording.interval(row.have), self._unit(row))

    def hides(self, quantity: str) -> bool:
        """Tell whether a computed figure rests on a count the public must not see."""
        behind = questions_behind(quantity, self.world.blueprint)
        return any(self.answers.hides(self.world.question(name), self.world.value(name)) for name in behind)

    def _need(self, row: Shortfall) -> str:
        match row.operator, row.need:
            case (("at_least" | "at_most" | "equals"), Interval(low, high)):
                return self._bound(row, low if row.operator != "at_most" else high)
            case "equals", str(code):
                return self.answers.value(self._question(row), code)
            case "one_of", codes:
                return self._say("one_of", list=self.answers.options(self._question(row), _codes(codes)))
            case "includes", codes:
                return self._includes(row, _codes(codes))
            case "includes_at_least", (int(n), codes):
                return self._includes_at_least(row, n, _codes(codes))
            case "age_at_most", int(months):
                return self._say("age_at_most", months=months)
            case "every", _:
                return self._say("every.failing", count=len(row.failing)) if row.failing else self._say("every")
        return self._say(row.operator)

    def _bound(self, row: Shortfall, value: float) -> str:
        if not isfinite(value):
            return self._say("unknown")
        figure = self.answers.wording.with_unit(self.answers.wording.number(value), self._unit(row))
        whole = row.operator == "at_least" and not row.is_quantity and value == self._question(row).high
        return self._say("equals" if whole else row.operator, value=figure)

    def _includes(self, row: Shortfall, codes: tuple[str, ...]) -> str:
        chosen = _chosen(row.have)
        missing = [code for code in codes if code not in chosen]
        form = "includes.missing" if chosen else "includes"
        return self._say(form, list=self.answers.options(self._question(row), missing))

    def _includes_at_least(self, row: Shortfall, n: int, codes: tuple[str, ...]) -> str:
        chosen = _chosen(row.have)
        missing = [code for code in codes if code not in chosen]
        more = n - (len(codes) - len(missing))
        form = "includes_at_least.more" if chosen else "includes_at_least"
        return self._say(form, n=more if chosen else n, list=self.answers.options(self._question(row), missing))


def _chosen(have: Value) -> frozenset[str]:
    """The choices made, or what a document covers."""
    if isinstance(have, DocumentAnswer):
        return have.covers or frozenset()
    return have if isinstance(have, frozenset) else frozenset()


def _codes(need: object) -> tuple[str, ...]:
    return tuple(str(code) for code in need) if isinstance(need, tuple | frozenset | list) else ()
