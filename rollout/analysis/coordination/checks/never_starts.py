"""K023: a time that runs from a paper which nobody hands over."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.problems import Problem

CODE = "K023"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each duty timed from the receipt of a paper that its role does not receive in that step or path.

    The moments of receipt are those from which feedback is due.
    """
    receipts = {row.feedback.start for _, row in subject.protocol.handovers() if row.feedback}
    for part, duty, within in subject.timed():
        if within.start in receipts and duty.role not in {row.receiver for row in part.handovers}:
            values = {"duty": pair(duty.do), "agency": subject.agency(duty.role), "step": pair(part.title)}
            yield Problem(CODE, duty.place, values, path=duty.id)
