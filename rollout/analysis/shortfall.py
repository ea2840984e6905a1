"""What a condition still lacks: each test that is not true, with what there is and what is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rollout.analysis.conditions import ANYTHING, bound, items, record_truth, truth
from rollout.analysis.facts import Facts
from rollout.analysis.truth import Truth
from rollout.model.condition import All, AnyOf, Condition, During, Every, Not, QuantityTest, Some, Test, walk
from rollout.model.profile import Interval, Value


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One test that is not true.

    `about` is a question or a quantity; `have` its value (None: not known); `need` an interval for numbers, else the
    operator's argument; `by` the least that is missing, where both are numbers; `failing` the records known to fail.
    """

    about: str
    operator: str
    have: Value
    need: object
    truth: Truth
    by: float | None = None
    is_quantity: bool = False
    failing: tuple[int, ...] = ()


def shortfalls(condition: Condition, facts: Facts) -> tuple[Shortfall, ...]:
    """Return what is missing for the condition to hold; of alternatives, the one that lacks least."""
    return tuple(_missing(condition, facts))


def _missing(condition: Condition, facts: Facts) -> Iterator[Shortfall]:
    held = truth(condition, facts)
    if held is None or held is Truth.TRUE:
        return
    match condition:
        case All(parts):
            for part in parts:
                yield from _missing(part, facts)
        case AnyOf(parts):
            yield from _nearest(parts, facts)
        case During(_, part):
            yield from _missing(part, facts)
        case Test():
            yield _of_test(condition, held, facts)
        case QuantityTest():
            yield _of_quantity(condition, held, facts)
        case Every() | Some():
            yield _of_records(condition, held, facts)
        case Not(part):
            yield from _of_opposite(part, held, facts)


def _nearest(parts: tuple[Condition, ...], facts: Facts) -> Iterator[Shortfall]:
    ways = [tuple(_missing(part, facts)) for part in parts if truth(part, facts) is not None]
    yield from min(ways, key=lambda way: (_only_a_no(way), sum(2 - row.truth for row in way), len(way)))


def _only_a_no(way: tuple[Shortfall, ...]) -> bool:
    """A way that only says something is not there (an island, a border) excuses; it is nothing to be done."""
    return [row.operator for row in way] == ["is_no"]


def _of_test(test: Test, held: Truth, facts: Facts) -> Shortfall:
    value = facts.value(test.question)
    if test.operator not in ("at_least", "at_most", "equals") or isinstance(test.argument, str):
        return Shortfall(test.question, test.operator, value, test.argument, held)
    need = bound(test.argument, facts) or ANYTHING
    return Shortfall(test.question, test.operator, value, need, held, _lack(test.operator, value, need))


def _of_quantity(test: QuantityTest, held: Truth, facts: Facts) -> Shortfall:
    value = facts.quantity(test.quantity).interval
    need = bound(test.argument, facts) or ANYTHING
    return Shortfall(test.quantity, test.operator, value, need, held, _lack(test.operator, value, need), True)


def _lack(operator: str, have: Value, need: Interval) -> float | None:
    if not isinstance(have, Interval):
        return None
    by = {"at_least": need.low - have.high, "at_most": have.low - need.high}.get(operator)
    return by if by is not None and 0 < by < float("inf") else None


def _of_records(condition: Every | Some, held: Truth, facts: Facts) -> Shortfall:
    found = [record_truth(condition, record) for record in items(condition.records, facts)]
    failing = tuple(i for i, one in enumerate(found) if one is Truth.FALSE) if isinstance(condition, Every) else ()
    operator = "every" if isinstance(condition, Every) else "some"
    return Shortfall(condition.records, operator, facts.value(condition.records), None, held, failing=failing)


def _of_opposite(part: Condition, held: Truth, facts: Facts) -> Iterator[Shortfall]:
    for inner in walk(part, facts.as_of):
        match inner:
            case QuantityTest(quantity=name):
                yield Shortfall(name, "not", facts.quantity(name).interval, None, held, is_quantity=True)
            case Test(question=name) | Every(records=name) | Some(records=name):
                yield Shortfall(name, "not", facts.value(name), None, held)
