"""The readiness range (architecture: semantics 8), in exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from rollout.analysis.verdicts import Judged
from rollout.model.criterion import Criterion


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, 0 to 1; `unknown` is the share of weight whose verdict is unknown."""

    low: Fraction
    high: Fraction
    unknown: Fraction


def readiness(rows: Iterable[tuple[Criterion, Judged]], weights: Mapping[str, int]) -> Range | None:
    """Return the range over criteria that apply, or None when none is left."""
    total = low = high = unknown = 0
    for criterion, judged in rows:
        if judged.excused:
            continue
        weight = weights[criterion.level]
        total += weight
        low += weight * judged.worst
        high += weight * judged.best
        unknown += weight * (judged.worst is not judged.best)
    if not total:
        return None
    return Range(Fraction(low, 2 * total), Fraction(high, 2 * total), Fraction(unknown, total))
