"""Every verdict of a profile, the readiness range and the gate: the whole result in figures, without the details."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rollout.analysis.gate import Opening, opening
from rollout.analysis.readiness import Range, readiness
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import EXCUSED_CLAIM, WAIVED, Judged, judge
from rollout.analysis.waivers import counting_waivers
from rollout.analysis.world import World, world_of
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile import Profile, Waiver
from rollout.problems import Problem

WORDS = ("met", "partly", "not_met", "unknown", "not_applicable", "waived")


@dataclass(frozen=True, eq=False)
class Assessment:
    """Verdicts by criterion in the blueprint's order.

    `readiness` leaves waived criteria out; `without_waivers`, None where nothing is waived, counts them as they are.
    """

    profile: Profile
    world: World
    judged: Mapping[str, Judged]
    waivers: Mapping[str, Waiver]
    readiness: Range | None
    without_waivers: Range | None
    sections: Mapping[str, Range | None]
    opening: Opening
    problems: tuple[Problem, ...]

    @property
    def blueprint(self) -> Blueprint:
        """The blueprint the profile was held against."""
        return self.world.blueprint

    @property
    def country(self) -> Country:
        """The country whose registers were used."""
        return self.world.country

    def word(self, criterion: str) -> str:
        """Return the verdict word of a criterion: one of WORDS."""
        return WAIVED if criterion in self.waivers else self.judged[criterion].word

    @property
    def counts(self) -> dict[str, int]:
        """How many criteria have each verdict word."""
        found = Counter(self.word(name) for name in self.judged)
        return {word: found[word] for word in WORDS}


def assess(profile: Profile, blueprint: Blueprint, country: Country) -> Assessment:
    """Hold a profile against its blueprint. Pure: the same input gives the same result."""
    world = world_of(profile, blueprint, country)
    judged = {
        name: _claimed(profile, name) or judge(criterion, world) for name, criterion in blueprint.criteria.items()
    }
    waivers, problems = counting_waivers(profile, blueprint, judged)
    rows = [(criterion, judged[name]) for name, criterion in blueprint.criteria.items()]
    kept = [row for row in rows if row[0].id not in waivers]
    sections = {
        name: readiness([row for row in kept if row[0].section == name], blueprint.weights)
        for name in blueprint.sections
    }
    return Assessment(
        profile,
        world,
        judged,
        waivers,
        readiness(kept, blueprint.weights),
        readiness(rows, blueprint.weights) if waivers else None,
        sections,
        opening(world, judged),
        problems,
    )


def _claimed(profile: Profile, criterion: str) -> Judged | None:
    if criterion not in profile.not_applicable:
        return None
    return Judged(Verdict.NOT_MET, Verdict.MET, None, EXCUSED_CLAIM)
