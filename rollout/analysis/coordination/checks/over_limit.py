"""K010: a time longer than the law in force on the day allows."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.times import comparable, exceeds
from rollout.analysis.coordination.words import article, limit_said, said
from rollout.problems import Problem

CODE = "K010"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each timed duty that can last longer than the limit it names."""
    for _, duty, within in subject.timed():
        limit = subject.limit(duty.limit) if duty.limit else None
        if limit is None or not comparable(limit) or not exceeds(within, limit):
            continue
        values = {
            "duty": pair(duty.do),
            "agency": subject.agency(duty.role),
            "time": said(within),
            "limit": limit_said(limit),
            "article": article(limit, subject.occasion.country),
        }
        own = subject.own_times.get(duty.id)
        yield Problem(CODE, own.place if own else duty.place, values, path=duty.id)
