"""K028: a duty rests on a legal limit that is not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import article
from rollout.problems import Problem, Severity

CODE = "K028"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each duty whose limit is known but not the law of that day, as a warning."""
    limits = subject.occasion.country.limits
    for _, duty in subject.protocol.duties():
        known = limits.get(duty.limit or "")
        if known and subject.limit(known.id) is None:
            values = {"duty": pair(duty.do), "article": article(known, subject.occasion.country)}
            values["day"] = {"vi": subject.occasion.moment.isoformat(), "en": subject.occasion.moment.isoformat()}
            yield Problem(CODE, duty.place, values, Severity.WARNING, duty.id)
