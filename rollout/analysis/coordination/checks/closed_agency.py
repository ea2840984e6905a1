"""K009: an agency with a timed duty in a step open at all hours keeps office hours."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.words import listed
from rollout.problems import Problem

CODE = "K009"
CLOSED = "office_hours"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each role the profile gives office hours, with the steps that need it at night."""
    for role, bound in subject.bound.items():
        if bound.contact.hours != CLOSED:
            continue
        steps = [
            pair(step.title)
            for step in subject.protocol.steps
            if step.id in subject.protocol.standing.at_all_hours
            if any(duty.role == role and duty.within for duty in step.duties)
        ]
        if steps:
            values = {"agency": pair(bound.label), "steps": listed(steps)}
            yield Problem(CODE, bound.contact.place, values, path=f"coordination.roles.{role}.hours")
