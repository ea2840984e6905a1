"""The truth of a condition, and of each test in it (architecture: semantics 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rollout.analysis import tests
from rollout.analysis.facts import Computed, Facts
from rollout.analysis.truth import Truth, all_of, any_of, opposite
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
    Threshold,
)
from rollout.model.country import Instrument, Limit
from rollout.model.profile import Centre, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.question import Question

ANYTHING = Interval(float("-inf"), float("inf"))


def truth(condition: Condition, facts: Facts) -> Truth | None:
    """Return the truth of a condition; None when nothing of it counts at as_of."""
    match condition:
        case Test():
            return _test(condition, facts)
        case All(parts):
            return all_of(truth(part, facts) for part in parts)
        case AnyOf(parts):
            return any_of(truth(part, facts) for part in parts)
        case Not(part):
            return opposite(truth(part, facts))
        case QuantityTest():
            return _quantity_test(condition, facts)
        case During(span, part):
            return truth(part, facts) if span.holds(facts.as_of) else None
        case Every() | Some():
            return _over_records(condition, facts)


def _test(test: Test, facts: Facts) -> Truth | None:
    value = facts.value(test.question)
    if isinstance(value, NotApplicable):
        return None
    match test.operator:
        case "is_yes" | "is_no":
            return tests.yes_no(test.operator == "is_yes", value)
        case "at_least" | "at_most" | "equals" if not isinstance(test.argument, str):
            needed = bound(test.argument, facts)
            return None if needed is None else tests.compare(test.operator, number(test.question, facts), needed)
        case "equals" | "one_of":
            return tests.coded(test.operator, test.argument, value)
        case "includes":
            return tests.included(test.argument, len(set(test.argument)), value, facts.as_of)
        case "includes_at_least":
            return tests.included(test.argument[1], test.argument[0], value, facts.as_of)
        case "age_at_most":
            return tests.young_enough(test.argument, value, facts.as_of)
    return tests.in_force(value, facts.as_of)


def number(question: str, facts: Facts) -> Interval:
    """Return the interval of a number: an unknown one lies anywhere between its question's min and max."""
    value = facts.value(question)
    if isinstance(value, Interval):
        return value
    asked = facts.question(question)
    return Interval(
        float("-inf") if asked.low is None else asked.low,
        float("inf") if asked.high is None else asked.high,
    )


def bound(threshold: Threshold, facts: Facts) -> Interval | None:
    """Return a threshold as an interval; None when the law that sets it is not in force at as_of."""
    match threshold:
        case FromQuantity(name):
            return facts.quantity(name).interval or ANYTHING
        case FromParameter(name):
            value = facts.parameter(name)
            return Interval(value, value)
        case FromLimit(name):
            limit = facts.limit(name)
            return None if limit is None or limit.value is None else Interval(limit.value, limit.value)
        case FromTable():
            return _from_table(threshold, facts.quantity(threshold.by).interval or ANYTHING)
    return Interval(threshold, threshold)


def _from_table(table: FromTable, by: Interval) -> Interval:
    reached: list[float] = []
    lower = float("-inf")
    for below, needed in table.rows:
        upper = float("inf") if below is None else below
        if by.low < upper and by.high >= lower:
            reached.append(needed)
        lower = upper
    return Interval(min(reached), max(reached)) if reached else ANYTHING


def _quantity_test(test: QuantityTest, facts: Facts) -> Truth | None:
    needed = bound(test.argument, facts)
    if needed is None:
        return None
    return tests.compare(test.operator, facts.quantity(test.quantity).interval or ANYTHING, needed)


def _over_records(condition: Every | Some, facts: Facts) -> Truth | None:
    records = facts.value(condition.records)
    if isinstance(records, NotApplicable):
        return None
    if not isinstance(records, RecordsAnswer):
        return Truth.UNDETERMINED
    each = isinstance(condition, Every)
    known = [record_truth(condition, record) for record in items(condition.records, facts)]
    ends = Truth.TRUE if each else Truth.FALSE
    rest = ends if records.complete else Truth.UNDETERMINED
    return all_of([*known, rest]) if each else any_of([*known, rest])


def record_truth(condition: Every | Some, record: Facts) -> Truth:
    """Return what one record says to `every` (picked implies holds) or to `some` (picked and holds)."""
    picked = Truth.TRUE if condition.where is None else truth(condition.where, record)
    held = truth(condition.holds, record)
    if picked is None or held is None:
        return Truth.TRUE if isinstance(condition, Every) else Truth.FALSE
    if isinstance(condition, Every):
        return max(Truth(2 - picked), held)
    return min(picked, held)


def items(records: str, facts: Facts) -> Iterator[Record]:
    """Yield the records of a list as facts of their own."""
    value = facts.value(records)
    if isinstance(value, RecordsAnswer):
        fields = facts.question(records).fields
        for item in value.items:
            yield Record(item, fields, facts)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a list, seen as facts: its fields are the questions."""

    fields: Mapping[str, Value]
    questions: Mapping[str, Question]
    around: Facts

    @property
    def as_of(self) -> date:
        """The day of the profile."""
        return self.around.as_of

    @property
    def centre(self) -> Centre:
        """The centre of the profile."""
        return self.around.centre

    def value(self, question: str) -> Value:
        """Return a field's value."""
        return self.fields.get(question)

    def question(self, question: str) -> Question:
        """Return a field's question."""
        return self.questions[question]

    def quantity(self, name: str) -> Computed:
        """Return a figure of the profile."""
        return self.around.quantity(name)

    def parameter(self, name: str) -> float:
        """Return a parameter of the profile."""
        return self.around.parameter(name)

    def limit(self, name: str) -> Limit | None:
        """Return a legal limit."""
        return self.around.limit(name)

    def register_figure(self, name: str) -> float | None:
        """Return a figure of the register."""
        return self.around.register_figure(name)

    def instrument(self, number: str) -> Instrument | None:
        """Return a legal instrument."""
        return self.around.instrument(number)
