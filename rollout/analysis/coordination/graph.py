"""Which steps lead to which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rollout.model.protocol import Protocol

Edges = Mapping[str, tuple[str, ...]]


def edges(protocol: Protocol) -> Edges:
    """Return for each step the steps it leads to; those that do not exist are left out."""
    known = {step.id for step in protocol.steps}
    return {step.id: tuple(row.to for row in step.next if row.to in known) for step in protocol.steps}


def reached(starts: Iterable[str], leading: Edges, *, without: Collection[str] = ()) -> set[str]:
    """Return every step that can be reached from `starts`, those included, never passing through `without`."""
    waiting = [name for name in starts if name not in without]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [after for after in leading[name] if after not in without]
    return found


def backwards(leading: Edges) -> Edges:
    """Return for each step the steps that lead to it."""
    return {name: tuple(before for before, after in leading.items() if name in after) for name in leading}
