"""Waivers: which ones count, and what is wrong with the others (architecture: semantics 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rollout.analysis.verdicts import Judged
from rollout.model.blueprint import Blueprint
from rollout.model.profile import Profile, Waiver
from rollout.problems import Problem


def counting_waivers(
    profile: Profile, blueprint: Blueprint, judged: Mapping[str, Judged]
) -> tuple[dict[str, Waiver], tuple[Problem, ...]]:
    """Return the waivers that count, by criterion, and a problem for each that does not."""
    counting: dict[str, Waiver] = {}
    problems: list[Problem] = []
    for waiver in profile.waivers:
        found = list(_faults(waiver, profile, blueprint, judged))
        problems += found
        if not found:
            counting[waiver.criterion] = waiver
    return counting, tuple(problems)


def _faults(waiver: Waiver, profile: Profile, blueprint: Blueprint, judged: Mapping[str, Judged]) -> Iterator[Problem]:
    criterion = blueprint.criteria.get(waiver.criterion)
    if criterion is None:
        # an unknown id is already reported where the profile is read
        return
    values = {"criterion": waiver.criterion, "title": {"vi": criterion.title.vi, "en": criterion.title.en}}
    if waiver.until is None or not waiver.reason.strip() or not waiver.approved_by.strip():
        yield Problem("P020", waiver.place, values)
    elif waiver.until < profile.as_of:
        yield Problem("P021", waiver.place, {**values, "until": waiver.until.isoformat()})
    if criterion.safety:
        yield Problem("P022", waiver.place, values)
    if judged[criterion.id].word in ("met", "not_applicable"):
        yield Problem("P023", waiver.place, values)
