"""What the checks look at: a protocol, who holds its roles on a day, and the times a unit sets itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from rollout.analysis.coordination.bindings import Bound, Occasion, bindings
from rollout.model.country import Limit
from rollout.model.profile import OwnTime
from rollout.model.protocol import Clock, Duty, Part, Protocol, Within
from rollout.model.text import Text

Pair = dict[str, str]


@dataclass(frozen=True, eq=False)
class Subject:
    """A protocol on an occasion."""

    protocol: Protocol
    occasion: Occasion

    @cached_property
    def bound(self) -> Mapping[str, Bound]:
        """Who holds each role of the protocol, and each role of a shared function."""
        shared = [role for row in self.protocol.functions for role in row.roles]
        return bindings(dict.fromkeys((*self.protocol.roles, *shared)), self.occasion)

    @property
    def own_times(self) -> Mapping[str, OwnTime]:
        """The times the profile sets, by duty."""
        coordination = self.occasion.profile.coordination
        return coordination.times if coordination else {}

    def within(self, duty: Duty) -> Within | None:
        """Return the time of a duty as the profile sets it, else as the protocol does."""
        own = self.own_times.get(duty.id)
        if own is None or duty.within is None:
            return duty.within
        clock: Clock = "working" if own.unit == "working_day" else "elapsed"
        return Within(duty.within.start, own.value, own.unit, clock)

    def limit(self, name: str) -> Limit | None:
        """Return a legal limit, at once or with a figure, if its law is in force on the day."""
        found = self.occasion.country.limits.get(name)
        return found if found and found.span.holds(self.occasion.moment) else None

    def agency(self, role: str) -> Pair:
        """Return the words for whoever holds a role."""
        bound = self.bound.get(role)
        return pair(bound.label) if bound else {"vi": role, "en": role}

    def timed(self) -> Iterator[tuple[Part, Duty, Within]]:
        """Yield every duty that has a time, with it."""
        for part, duty in self.protocol.duties():
            within = self.within(duty)
            if within is not None:
                yield part, duty, within


def pair(words: Text) -> Pair:
    """Return a text as the words of a problem."""
    return {"vi": words.vi, "en": words.en}
