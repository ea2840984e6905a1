"""K005: a role is bound to an agency that does not exist on the day."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K005"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each agency the profile names whose name the register knows, but not for this unit on this day."""
    gone = _gone(subject)
    for bound in subject.bound.values():
        if not bound.own or bound.name is None:
            continue
        name = bound.name.vi.casefold()
        former = next((word for word in sorted(gone, key=len, reverse=True) if word.casefold() in name), None)
        if former is not None:
            values = {"role": bound.role, "name": bound.name.vi, "former": former, "title": pair(bound.title)}
            values["day"] = subject.occasion.moment.isoformat()
            yield Problem(CODE, bound.place, values, path=f"agencies.{bound.role}")


def _gone(subject: Subject) -> set[str]:
    occasion = subject.occasion
    every = {row.name.vi for role in occasion.country.roles.values() for row in role.holders}
    held = (role.holder(occasion.moment, occasion.unit_type) for role in occasion.country.roles.values())
    return every - {row.name.vi for row in held if row}
