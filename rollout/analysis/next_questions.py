"""Which unknown answers to get next (architecture: semantics 11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rollout.analysis.conditions import truth
from rollout.analysis.readers import Readers, readers
from rollout.analysis.trial_values import trial_values
from rollout.analysis.truth import Truth
from rollout.analysis.verdicts import Judged, judge
from rollout.analysis.world import World
from rollout.model.profile import Interval, NotApplicable
from rollout.model.question import Question


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """An unknown answer: how many verdicts it alone can change, how many of those the gate needs.

    With `changes` 0 it counts only together with other answers.
    """

    question: Question
    changes: int
    gate: int

    @property
    def only_together(self) -> bool:
        """Tell whether no verdict changes with this answer alone."""
        return self.changes == 0


def next_questions(world: World, judged: Mapping[str, Judged]) -> tuple[NextQuestion, ...]:
    """Return the unknown answers worth asking for: the gate first, then how many verdicts they can change."""
    blueprint = world.blueprint
    known_readers = readers(blueprint)
    rows = []
    for question in blueprint.questions.values():
        if not is_open(question, world):
            continue
        row = _weigh(question, world, judged, known_readers)
        if row is not None:
            rows.append(row)
    return tuple(sorted(rows, key=lambda row: (row.only_together, -row.gate, -row.changes)))


def is_open(question: Question, world: World) -> bool:
    """Tell whether an answer is still unknown, wholly or as an interval."""
    value = world.value(question.id)
    if isinstance(value, Interval):
        return not value.exact
    return value is None and not isinstance(value, NotApplicable)


def _weigh(question: Question, world: World, judged: Mapping[str, Judged], known: Readers) -> NextQuestion | None:
    criteria = [
        world.blueprint.criteria[name] for name in known.criteria.get(question.id, ()) if judged[name].word == "unknown"
    ]
    entries = [
        entry
        for entry in world.blueprint.gate
        if entry.id in known.entries.get(question.id, ())
        and entry.met is not None
        and truth(entry.met, world) is Truth.UNDETERMINED
    ]
    if not criteria and not entries:
        return None
    asked = [condition for row in criteria for condition in row.conditions]
    asked += [entry.met for entry in entries if entry.met is not None]
    tried = [world.with_value(question.id, value) for value in trial_values(question, asked, world)]
    changed = [row.id for row in criteria if len({_outcome(judge(row, trial)) for trial in tried}) > 1]
    gate = sum(name in world.blueprint.gate_criteria for name in changed)
    gate += sum(len({truth(entry.met, trial) for trial in tried}) > 1 for entry in entries if entry.met is not None)
    return NextQuestion(question, len(changed), gate)


def _outcome(judged: Judged) -> tuple[object, ...]:
    return judged.worst, judged.best, bool(judged.excused)
