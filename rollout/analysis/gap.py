"""The gap analysis: for each criterion what was answered, what is missing, what to do and who does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rollout.analysis.assessment import Assessment
from rollout.analysis.gate import BLOCKING
from rollout.analysis.next_questions import NextQuestion, next_questions
from rollout.analysis.readers import questions_read
from rollout.analysis.responsible import Responsible, responsible
from rollout.analysis.shortfall import Shortfall, shortfalls
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import Judged, conditions_in_play
from rollout.model.criterion import Criterion
from rollout.model.profile import Answer, Interval, Waiver
from rollout.model.question import Question
from rollout.problems import Place

GRADES = ("high", "medium", "low", None)
FIRST = 10


@dataclass(frozen=True, slots=True)
class Used:
    """An answer a verdict rests on: `age_days` from its evidence to as_of, None when undated."""

    question: Question
    answer: Answer
    place: Place | None
    age_days: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion's result; `word` is met | partly | not_met | unknown | not_applicable | waived.

    `would_be` is the verdict under a waiver; `benchmark` a figure to compare with, never part of the verdict.
    """

    criterion: Criterion
    word: str
    judged: Judged
    would_be: str | None
    waiver: Waiver | None
    answers: tuple[Used, ...]
    shortfalls: tuple[Shortfall, ...]
    lead: Responsible
    support: tuple[Responsible, ...]
    in_gate: bool
    blocks_opening: bool
    benchmark: float | None = None

    @property
    def is_gap(self) -> bool:
        """Tell whether what is known shows something missing, even where the verdict is still unknown."""
        return self.word not in ("waived", "not_applicable") and self.judged.best is not Verdict.MET

    @property
    def known_bound(self) -> str | None:
        """Return at_least_partly or at_most_partly where an unknown verdict is bounded, else None."""
        if self.word != "unknown":
            return None
        if self.judged.worst.word == "partly":
            return "at_least_partly"
        return "at_most_partly" if self.judged.best.word == "partly" else None


@dataclass(frozen=True, eq=False)
class Gap:
    """The whole analysis of one profile: one finding for every criterion of the blueprint, in its order."""

    assessment: Assessment
    findings: tuple[Finding, ...]

    @cached_property
    def next_questions(self) -> tuple[NextQuestion, ...]:
        """The unknown answers worth asking for, most decisive first."""
        return next_questions(self.assessment.world, self.assessment.judged)

    @cached_property
    def gaps(self) -> tuple[Finding, ...]:
        """Findings that show something missing: essential before recommended, then by OLSON grade."""
        return tuple(sorted((row for row in self.findings if row.is_gap), key=_severity))

    @cached_property
    def do_first(self) -> tuple[Finding, ...]:
        """At most ten gaps to close first.

        What blocks opening, itself or because something that blocks waits for it, comes first; then what can begin
        now; then essential before recommended; then the OLSON grade; then what takes longest.
        """
        missing = {row.criterion.id for row in self.gaps}
        needed = self._needed_for_opening(missing)
        ordered = sorted(
            self.gaps,
            key=lambda row: (
                row.criterion.id not in needed,
                any(d.criterion in missing and not d.soft for d in row.criterion.remedy.after),
                _severity(row),
                -row.criterion.remedy.weeks,
            ),
        )
        return tuple(ordered[:FIRST])

    def _needed_for_opening(self, missing: set[str]) -> set[str]:
        waiting = [row.criterion.id for row in self.gaps if row.blocks_opening]
        needed: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name in needed or name not in missing:
                continue
            needed.add(name)
            after = self.assessment.blueprint.criteria[name].remedy.after
            waiting += [d.criterion for d in after if not d.soft]
        return needed


def _severity(row: Finding) -> tuple[bool, int, bool]:
    return row.criterion.level != "essential", GRADES.index(row.criterion.grade), row.word != "not_met"


def gap(assessment: Assessment) -> Gap:
    """Return the gap analysis of an assessed profile."""
    return Gap(assessment, tuple(_finding(row, assessment) for row in assessment.blueprint.criteria.values()))


def _finding(criterion: Criterion, assessment: Assessment) -> Finding:
    judged = assessment.judged[criterion.id]
    waiver = assessment.waivers.get(criterion.id)
    lacking = () if judged.excused or judged.reading is None else shortfalls(judged.reading, assessment.world)
    gate = {row.entry.criterion: row.state for row in assessment.opening.entries if row.entry.criterion}
    return Finding(
        criterion,
        assessment.word(criterion.id),
        judged,
        judged.word if waiver else None,
        waiver,
        tuple(_used(criterion, assessment)),
        lacking,
        responsible(criterion.remedy.lead, assessment),
        tuple(responsible(role, assessment) for role in criterion.remedy.support),
        criterion.id in gate,
        gate.get(criterion.id) == BLOCKING,
        _benchmark(criterion, assessment),
    )


def _used(criterion: Criterion, assessment: Assessment) -> Iterable[Used]:
    profile = assessment.profile
    deciding = conditions_in_play(criterion, assessment.world)
    for name in questions_read(deciding, assessment.blueprint, profile.as_of):
        answer = profile.answers.get(name)
        if answer is None or answer.value is None:
            continue
        age = None if answer.dated is None else (profile.as_of - answer.dated).days
        yield Used(assessment.blueprint.questions[name], answer, profile.places.get(name), age)


def _benchmark(criterion: Criterion, assessment: Assessment) -> float | None:
    if criterion.benchmark is None:
        return None
    if criterion.benchmark.quantity is None:
        return criterion.benchmark.number
    found = assessment.world.quantity(criterion.benchmark.quantity).interval
    return found.low if isinstance(found, Interval) else None
