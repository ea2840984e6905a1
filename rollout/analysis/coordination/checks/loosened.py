"""K027: a profile sets a longer time than the protocol."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject, pair
from rollout.analysis.coordination.times import longer
from rollout.analysis.coordination.words import said
from rollout.problems import Problem

CODE = "K027"


def find(subject: Subject) -> Iterator[Problem]:
    """Yield each time of the profile that can last longer than the one it replaces."""
    for _, duty, within in subject.timed():
        own = subject.own_times.get(duty.id)
        if own and duty.within and longer(within, duty.within):
            values = {"duty": pair(duty.do), "time": said(within), "most": said(duty.within)}
            yield Problem(CODE, own.place, values, path=f"coordination.times.{duty.id}")
