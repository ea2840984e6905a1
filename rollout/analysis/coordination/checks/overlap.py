"""K003: one function in several agencies, and no rule that says which prevails."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rollout.analysis.coordination.subject import Pair, Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.model.protocol import Part
from rollout.problems import Place, Problem

CODE = "K003"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each shared function that no rule settles between its agencies, and each duty two agencies are given."""
    rules = {row.id: row for row in subject.protocol.precedence}
    for shared in subject.protocol.functions:
        rule = rules.get(shared.settled_by or "")
        settled = _agencies(rule.between, subject) if rule else set()
        held = _agencies(shared.roles, subject)
        if len(held) > 1 and not held <= settled:
            yield _problem(pair(shared.title), shared.roles, subject, shared.place, shared.id)
    for part in subject.protocol.parts:
        yield from _given_twice(part, subject)


def _given_twice(part: Part, subject: Subject) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for duty in part.duties:
        other = first.setdefault(duty.do.vi.casefold(), duty.role)
        if len(_agencies((other, duty.role), subject)) > 1:
            yield _problem(pair(duty.do), (other, duty.role), subject, duty.place, duty.id)


def _agencies(roles: Iterable[str], subject: Subject) -> set[str]:
    return {subject.agency(role)["vi"] for role in roles}


def _problem(function: Pair, roles: Iterable[str], subject: Subject, place: Place | None, path: str) -> Problem:
    agencies = listed(subject.agency(role) for role in roles)
    return Problem(CODE, place, {"function": function, "agencies": agencies}, path=path)
