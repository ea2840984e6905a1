"""Which criteria, gate entries and figures read which answer, directly or through computed figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rollout.model.blueprint import Blueprint
from rollout.model.condition import Condition, quantities_of, questions_of
from rollout.model.quantity import parts_of

READ_BY_NAME = frozenset(("answer", "count", "expired", "years_since"))


@dataclass(frozen=True, slots=True)
class Readers:
    """For each question the criteria and the gate's plain entries that read it, in the blueprint's order."""

    criteria: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, tuple[str, ...]]


def readers(blueprint: Blueprint) -> Readers:
    """Return who reads each question of the blueprint."""
    criteria: dict[str, list[str]] = {}
    for criterion in blueprint.criteria.values():
        for name in questions_read(criterion.conditions, blueprint):
            criteria.setdefault(name, []).append(criterion.id)
    plain: dict[str, list[str]] = {}
    for entry in blueprint.gate:
        for name in questions_read([entry.met] if entry.met else [], blueprint):
            plain.setdefault(name, []).append(entry.id)
    return Readers(_frozen(criteria), _frozen(plain))


def _frozen(lists: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(ids) for name, ids in lists.items()}


def questions_read(conditions: Iterable[Condition], blueprint: Blueprint, on: date | None = None) -> tuple[str, ...]:
    """Return the questions some conditions read, figures followed to the answers they rest on; each once, in order.

    With a day, parts of conditions that do not count on that day read nothing.
    """
    found: dict[str, None] = {}
    for condition in conditions:
        found.update(dict.fromkeys(questions_of(condition, on)))
        for quantity in quantities_of(condition, on):
            found.update(dict.fromkeys(questions_behind(quantity, blueprint)))
    return tuple(found)


def questions_behind(quantity: str, blueprint: Blueprint) -> tuple[str, ...]:
    """Return the questions a computed figure rests on."""
    found: dict[str, None] = {}
    known = blueprint.quantities.get(quantity)
    for part in parts_of(known.expression) if known else ():
        if part.operation in READ_BY_NAME and part.name != "opening":
            found[part.name] = None
        elif part.operation == "quantity" and part.name != quantity:
            found.update(dict.fromkeys(questions_behind(part.name, blueprint)))
    return tuple(found)
