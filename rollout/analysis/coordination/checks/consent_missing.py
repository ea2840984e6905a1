"""K014: a hand-over that does not say consent, or goes without it where no law lets it."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.model.protocol import Handover
from rollout.problems import Problem

CODE = "K014"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each hand-over without consent whose form elsewhere goes with it, or that pleads a duty it cannot name."""
    asked = {row.form for _, row in subject.protocol.handovers() if row.consent == "required"}
    for part, row in subject.protocol.handovers():
        if row.form and _missing(row, asked, subject):
            form = subject.protocol.forms.get(row.form)
            values = {"step": pair(part.title), "form": pair(form.title) if form else row.form}
            values["receiver"] = subject.agency(row.receiver)
            yield Problem(CODE, row.place, values, path=part.id)


def _missing(row: Handover, asked: set[str], subject: Subject) -> bool:
    form = subject.protocol.forms.get(row.form)
    if row.consent == "reporting_duty":
        return not row.basis or form is None or not form.reports
    return not row.consent or (row.consent == "not_required" and row.form in asked)
