"""K018: a duty the law gives to the head in person is given to the body, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import article
from rollout.model.country import Limit
from rollout.model.protocol import Duty
from rollout.problems import Problem

CODE = "K018"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each duty whose limit names the other of the two, and each of a head whose body has no such duties."""
    headed = subject.protocol.standing.headed
    for _, duty in subject.protocol.duties():
        limit = subject.limit(duty.limit) if duty.limit else None
        lawful = _of_head(duty, limit, subject) if limit and duty.role in headed else None
        if (duty.head and duty.role not in headed) or (lawful is not None and lawful != duty.head):
            by = article(limit, subject.occasion.country) if limit else {"vi": "–", "en": "–"}
            actor = pair(limit.actor) if limit else subject.agency(duty.role)
            yield Problem(CODE, duty.place, {"duty": pair(duty.do), "actor": actor, "article": by}, path=duty.id)


def _of_head(duty: Duty, limit: Limit, subject: Subject) -> bool | None:
    """Tell whether the law names the body's head: the body's name within a longer one. None: it names neither."""
    occasion = subject.occasion
    holder = occasion.country.roles[duty.role].holder(occasion.moment, occasion.unit_type)
    body, actor = holder.name.vi.casefold() if holder else "", limit.actor.vi.casefold()
    if not body or body not in actor:
        return None
    return actor != body
