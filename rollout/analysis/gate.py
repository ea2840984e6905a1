"""The opening gate (architecture: semantics 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rollout.analysis.conditions import truth
from rollout.analysis.truth import Truth, Verdict
from rollout.analysis.verdicts import Judged
from rollout.analysis.world import World
from rollout.model.blueprint import GateEntry

READY, UNDETERMINED, NOT_READY = "ready", "undetermined", "not_ready"
PASSED, OPEN, BLOCKING = "passed", "open", "blocking"


@dataclass(frozen=True, slots=True)
class EntryState:
    """An entry of the gate and its state: passed | open | blocking."""

    entry: GateEntry
    state: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The state of the gate and of each entry, in the blueprint's order."""

    state: str
    entries: tuple[EntryState, ...]

    @property
    def blocking(self) -> tuple[str, ...]:
        """The ids of entries that cannot be satisfied by what is known."""
        return tuple(row.entry.id for row in self.entries if row.state == BLOCKING)

    @property
    def open(self) -> tuple[str, ...]:
        """The ids of entries for which something is still unknown."""
        return tuple(row.entry.id for row in self.entries if row.state == OPEN)


def opening(world: World, judged: Mapping[str, Judged]) -> Opening:
    """Return the state of the gate; `judged` holds verdicts without waivers, for a waiver never opens the gate."""
    rows = tuple(EntryState(entry, _state(entry, world, judged)) for entry in world.blueprint.gate)
    states = {row.state for row in rows}
    state = NOT_READY if BLOCKING in states else UNDETERMINED if OPEN in states else READY
    return Opening(state, rows)


def _state(entry: GateEntry, world: World, judged: Mapping[str, Judged]) -> str:
    if entry.criterion is None:
        held = None if entry.met is None else truth(entry.met, world)
        return {Truth.FALSE: BLOCKING, Truth.UNDETERMINED: OPEN}.get(held, PASSED) if held is not None else PASSED
    verdict = judged[entry.criterion]
    if verdict.excused:
        return PASSED
    needed = Verdict.PARTLY if entry.accept_partly else Verdict.MET
    if verdict.best < needed:
        return BLOCKING
    return OPEN if verdict.worst < needed else PASSED
