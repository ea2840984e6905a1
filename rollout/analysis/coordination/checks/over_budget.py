"""K011: duties done one after another that together take longer than the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.times import HOURS, comparable, hours
from rollout.analysis.coordination.words import amount, article, limit_said
from rollout.model.protocol import Budget
from rollout.problems import Problem

CODE = "K011"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each budget that the sum of its times exceeds; what is at once takes no time."""
    for part in subject.protocol.parts:
        limit = subject.limit(part.budget.limit) if part.budget else None
        if part.budget is None or limit is None or not comparable(limit):
            continue
        total = spent(part.budget, subject)
        if total > (limit.value or 0) * HOURS.get(limit.unit, 0):
            values = {"step": pair(part.title), "sum": amount(round(total, 2), "hour"), "limit": limit_said(limit)}
            values["article"] = article(limit, subject.occasion.country)
            yield Problem(CODE, part.budget.place, values, path=part.id)


def spent(budget: Budget, subject: Subject) -> float:
    """Return the hours the duties of a budget take together; working days count 24 hours, which is their least."""
    return sum(hours(within) for _, duty, within in subject.timed() if duty.id in budget.duties)
