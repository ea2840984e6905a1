"""K012: a time in working days where the law counts nights, weekends and holidays."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import article
from rollout.model.protocol import Budget, Part, Within
from rollout.problems import Place, Problem

CODE = "K012"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each part with a budget, and each of the budget's steps, that has such a time; once a part."""
    told: set[str] = set()
    for part in subject.protocol.parts:
        if part.budget is None:
            continue
        for place, where in _working(part, part.budget, subject):
            if where.id not in told:
                told.add(where.id)
                yield _problem(place, where, part.budget, subject)


def _working(part: Part, budget: Budget, subject: Subject) -> Iterator[tuple[Place | None, Part]]:
    named = (part.id, *budget.steps)
    for where, duty, within in subject.timed():
        if within.clock == "working" and (where.id in named or duty.id in budget.duties):
            yield duty.place, where
    for where, row in subject.protocol.handovers():
        times: list[Within] = [time for time in (row.within, row.feedback) if time]
        if where.id in named and any(time.clock == "working" for time in times):
            yield row.place, where


def _problem(place: Place | None, where: Part, budget: Budget, subject: Subject) -> Problem:
    limit = subject.occasion.country.limits.get(budget.limit)
    by = article(limit, subject.occasion.country) if limit else {"vi": budget.limit, "en": budget.limit}
    return Problem(CODE, place, {"step": pair(where.title), "article": by}, path=where.id)
