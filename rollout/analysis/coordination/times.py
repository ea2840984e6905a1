"""Times compared: at once, elapsed, working; a time that could be longer counts as longer."""

from __future__ import annotations

from rollout.model.country import Limit
from rollout.model.protocol import Within

# The shortest a unit can be, in hours; a month as a time of ours is taken at its longest.
HOURS = {"minute": 1 / 60, "hour": 1.0, "day": 24.0, "working_day": 24.0, "week": 168.0, "month": 28 * 24.0}
LONGEST_MONTH = 31 * 24.0


def hours(within: Within) -> float:
    """Return the elapsed hours a time may take at most; working days count 24 each, which is their least."""
    return within.value * (LONGEST_MONTH if within.unit == "month" else HOURS.get(within.unit, 0))


def comparable(limit: Limit) -> bool:
    """Tell whether a limit says how long something may take."""
    return limit.immediate or (limit.value is not None and limit.unit in HOURS)


def exceeds(within: Within, limit: Limit) -> bool:
    """Tell whether a time can last longer than a comparable limit allows.

    Working days under an elapsed limit always can: nights, weekends and holidays count there.
    """
    if within.immediate or limit.immediate or limit.value is None:
        return limit.immediate and not within.immediate
    if within.clock == "working" and limit.clock == "elapsed":
        return True
    if within.unit == limit.unit:
        return within.value > limit.value
    return hours(within) > limit.value * HOURS[limit.unit]


def longer(within: Within, other: Within) -> bool:
    """Tell whether a time can last longer than another from the same moment."""
    if within.immediate or other.immediate:
        return other.immediate and not within.immediate
    if within.clock != other.clock:
        return within.clock == "working"
    if within.unit == other.unit:
        return within.value > other.value
    return hours(within) > hours(other)
