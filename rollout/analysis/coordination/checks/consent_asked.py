"""K015: consent is asked, or the duty left unsaid, where the law requires a report."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K015"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each report required by law that goes as anything but a duty."""
    for part, row in subject.protocol.handovers():
        form = subject.protocol.forms.get(row.form)
        if form and form.reports and row.consent in ("required", "not_required"):
            yield Problem(CODE, row.place, {"step": pair(part.title), "form": pair(form.title)}, path=part.id)
