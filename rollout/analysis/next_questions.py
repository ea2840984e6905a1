"""Which unknown answers to get next (architecture: semantics 11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rollout.analysis.conditions import truth
from rollout.analysis.readers import questions_read
from rollout.analysis.trial_values import trial_values
from rollout.analysis.truth import Truth
from rollout.analysis.verdicts import UNKNOWN, Judged, conditions_in_play, judge
from rollout.analysis.world import World
from rollout.model.blueprint import GateEntry
from rollout.model.condition import Condition, Every, QuantityTest, Some, Test, walk
from rollout.model.criterion import Criterion
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer
from rollout.model.question import Question

LEAVES = (Test, QuantityTest, Every, Some)


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An unknown answer: how many verdicts it alone can change, how many of those the gate needs.

    `gate` counts the gate's plain entries too. Where both are 0, it counts only together with other answers.
    """

    question: Question
    changes: int
    gate: int

    @property
    def only_together(self) -> bool:
        """Tell whether nothing changes with this answer alone."""
        return self.changes == 0 and self.gate == 0


def next_questions(world: World, judged: Mapping[str, Judged]) -> tuple[NextQuestion, ...]:
    """Return the unknown answers worth asking for: the gate first, then how many verdicts they can change."""
    readers = _readers(world, judged)
    rows = [
        _weigh(question, world, *readers[question.id])
        for question in world.blueprint.questions.values()
        if question.id in readers and is_open(question, world, *readers[question.id])
    ]
    return tuple(sorted(rows, key=lambda row: (row.only_together, -row.gate, -row.changes)))


def is_open(question: Question, world: World, criteria: list[Criterion], entries: list[GateEntry]) -> bool:
    """Tell whether an answer is still unknown: wholly, as an interval, or in a part that some test needs."""
    value = world.value(question.id)
    if value is None or isinstance(value, Interval):
        return value is None or not value.exact
    if not isinstance(value, DocumentAnswer | RecordsAnswer):
        return False
    return any(
        isinstance(part, LEAVES)
        and question.id in questions_read([part], world.blueprint)
        and truth(part, world) is Truth.UNDETERMINED
        for condition in _asked(world, criteria, entries)
        for part in walk(condition, world.as_of)
    )


def _readers(world: World, judged: Mapping[str, Judged]) -> dict[str, tuple[list[Criterion], list[GateEntry]]]:
    found: dict[str, tuple[list[Criterion], list[GateEntry]]] = {}
    blueprint = world.blueprint
    for criterion in blueprint.criteria.values():
        if judged[criterion.id].word == UNKNOWN:
            for name in questions_read(conditions_in_play(criterion, world), blueprint, world.as_of):
                found.setdefault(name, ([], []))[0].append(criterion)
    for entry in blueprint.gate:
        if entry.met is not None and truth(entry.met, world) is Truth.UNDETERMINED:
            for name in questions_read([entry.met], blueprint, world.as_of):
                found.setdefault(name, ([], []))[1].append(entry)
    return found


def _asked(world: World, criteria: list[Criterion], entries: list[GateEntry]) -> list[Condition]:
    asked = [condition for row in criteria for condition in conditions_in_play(row, world)]
    return asked + [entry.met for entry in entries if entry.met is not None]


def _weigh(question: Question, world: World, criteria: list[Criterion], entries: list[GateEntry]) -> NextQuestion:
    asked = _asked(world, criteria, entries)
    tried = [world.with_value(question.id, value) for value in trial_values(question, asked, world)]
    changed = [row.id for row in criteria if len({judge(row, trial).word for trial in tried}) > 1]
    gate = sum(name in world.blueprint.gate_criteria for name in changed)
    gate += sum(len({truth(entry.met, trial) for trial in tried}) > 1 for entry in entries if entry.met is not None)
    return NextQuestion(question, len(changed), gate)
