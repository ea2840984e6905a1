"""K017: the centre, or a body the law does not name, treated as an address for reports required by law."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.model.protocol import Handover
from rollout.problems import Problem

CODE = "K017"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each report sent to such a body, and the first step where the centre leads it or does not forward."""
    standing = subject.protocol.standing
    for part, row in subject.protocol.handovers():
        if _is_report(row, subject) and row.receiver and row.receiver not in standing.addresses - {standing.centre}:
            values = {"step": pair(part.title), "agency": subject.agency(row.receiver)}
            yield Problem(CODE, row.place, values, path=part.id)
    for step in subject.protocol.steps[:1]:
        keeps = standing.centre in step.support and not any(
            row.sender == standing.centre and _is_report(row, subject) for row in step.handovers
        )
        if keeps or standing.centre in step.leads:
            values = {"step": pair(step.title), "agency": subject.agency(standing.centre)}
            yield Problem(CODE, step.place, values, path=step.id)


def _is_report(row: Handover, subject: Subject) -> bool:
    form = subject.protocol.forms.get(row.form)
    return row.consent == "reporting_duty" or (form is not None and form.reports)
