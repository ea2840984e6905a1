"""Computing figures with intervals: unknown answers widen a figure (architecture: semantics 10)."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from statistics import NormalDist

from rollout.analysis.conditions import items, number, truth
from rollout.analysis.facts import Computed, Facts
from rollout.analysis.truth import Truth
from rollout.model.profile import DocumentAnswer, Interval, NotApplicable, RecordsAnswer
from rollout.model.quantity import Expression

EPSILON = 1e-9
INFINITE = float("inf")


def compute(tree: Expression, facts: Facts) -> Computed:
    """Return the figure of an expression, or why there is none."""
    if tree.operation in LOOKUPS:
        return LOOKUPS[tree.operation](tree, facts)
    parts = [compute(part, facts) for part in tree.parts]
    intervals: list[Interval] = []
    for part in parts:
        if part.interval is None:
            return part
        intervals.append(part.interval)
    return _combined(tree, intervals)


def _combined(tree: Expression, parts: list[Interval]) -> Computed:
    match tree.operation:
        case "sum":
            return _figure(sum(p.low for p in parts), sum(p.high for p in parts))
        case "product":
            return _product(parts)
        case "max":
            return _figure(max(p.low for p in parts), max(p.high for p in parts))
        case "difference":
            return _figure(parts[0].low - parts[1].high, parts[0].high - parts[1].low)
        case "quotient":
            return _quotient(parts[0], parts[1])
        case "ceil":
            return _figure(_ceil(parts[0].low), _ceil(parts[0].high))
    return _figure(_poisson_places(parts[0].low, tree.number), _poisson_places(parts[0].high, tree.number))


def _figure(low: float, high: float) -> Computed:
    return Computed(None, "undefined") if math.isnan(low) or math.isnan(high) else Computed(Interval(low, high))


def _product(parts: list[Interval]) -> Computed:
    result = Interval(1, 1)
    for part in parts:
        ends = [_times(a, b) for a in (result.low, result.high) for b in (part.low, part.high)]
        result = Interval(min(ends), max(ends))
    return Computed(result)


def _times(a: float, b: float) -> float:
    """Nothing of an unbounded amount is nothing."""
    return 0 if a == 0 or b == 0 else a * b


def _quotient(above: Interval, below: Interval) -> Computed:
    if below.low <= 0 <= below.high:
        return Computed(None, "division_by_zero")
    corners = [(a, b) for a in (above.low, above.high) for b in (below.low, below.high)]
    ends = [a / b for a, b in corners if math.isfinite(a) or math.isfinite(b)]
    return _figure(min(ends), max(ends)) if ends else Computed(None, "undefined")


def _ceil(value: float) -> float:
    """Round up; a hair above a whole number is noise of the arithmetic."""
    return value if math.isinf(value) else math.ceil(value - EPSILON)


def _poisson_places(mean: float, exceed: float) -> float:
    """Return the fewest places k for which more than k at once has a chance of at most `exceed`."""
    if mean <= 0 or math.isinf(mean):
        return max(0, mean)
    if mean > 700:
        # beyond this exp(-mean) is zero in floating point; the normal bound is exact enough for so many places
        return math.ceil(mean + NormalDist().inv_cdf(1 - exceed) * math.sqrt(mean))
    chance = math.exp(-mean)
    reached, places = chance, 0
    while 1 - reached > exceed + EPSILON:
        places += 1
        chance *= mean / places
        reached += chance
    return places


def _fact(tree: Expression, facts: Facts) -> Computed:
    value = facts.register_figure(tree.name)
    return Computed(None, "missing_in_register", tree.name) if value is None else Computed(Interval(value, value))


def _answer(tree: Expression, facts: Facts) -> Computed:
    value = facts.value(tree.name)
    if isinstance(value, NotApplicable):
        return Computed(Interval(0, 0))
    return Computed(number(tree.name, facts))


def _parameter(tree: Expression, facts: Facts) -> Computed:
    value = facts.parameter(tree.name)
    return Computed(Interval(value, value))


def _count(tree: Expression, facts: Facts) -> Computed:
    records = facts.value(tree.name)
    if not isinstance(records, RecordsAnswer):
        return Computed(Interval(0, INFINITE))
    found = [Truth.TRUE if tree.where is None else truth(tree.where, record) for record in items(tree.name, facts)]
    low = sum(one is Truth.TRUE for one in found)
    high = sum(one is not Truth.FALSE for one in found)
    return Computed(Interval(low, high if records.complete else INFINITE))


def _expired(tree: Expression, facts: Facts) -> Computed:
    records = facts.value(tree.name)
    if not isinstance(records, RecordsAnswer):
        return Computed(Interval(0, INFINITE))
    low = high = 0
    for item in records.items:
        number_of = item.get(tree.by)
        law = facts.instrument(number_of) if isinstance(number_of, str) else None
        dead = law is not None and law.span.until is not None and law.span.until <= facts.as_of
        low += dead
        high += dead or law is None
    return Computed(Interval(low, high if records.complete else INFINITE))


def _years_since(tree: Expression, facts: Facts) -> Computed:
    if tree.name == "opening" and not facts.centre.operating:
        return Computed(Interval(0, 0))
    start = facts.centre.opened_on if tree.name == "opening" else _moment(facts.value(tree.name))
    if start is None:
        return Computed(Interval(0, INFINITE))
    months = (facts.as_of.year - start.year) * 12 + facts.as_of.month - start.month - (facts.as_of.day < start.day)
    years = max(0, months) / 12
    return Computed(Interval(years, years))


def _moment(value: object) -> date | None:
    if isinstance(value, DocumentAnswer):
        return value.issued_on
    return value if isinstance(value, date) else None


LOOKUPS: Mapping[str, Callable[[Expression, Facts], Computed]] = {
    "number": lambda tree, _: Computed(Interval(tree.number, tree.number)),
    "quantity": lambda tree, facts: facts.quantity(tree.name),
    "fact": _fact,
    "answer": _answer,
    "parameter": _parameter,
    "count": _count,
    "expired": _expired,
    "years_since": _years_since,
}
