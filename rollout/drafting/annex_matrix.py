"""The responsibility matrix of an annex: who leads, supports and is told, a row a step."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.drafting.annex import Maker
from rollout.drafting.instrument import Entry, Grid
from rollout.model.protocol import Step

MANNERS = ("lead", "support", "informed")


def matrix(maker: Maker) -> tuple[Grid, ...]:
    """Return the steps against the agencies; roles that one agency holds share its column."""
    columns: dict[str, list[str]] = {}
    for role in _roles(maker):
        columns.setdefault(_named(role, maker), []).append(role)
    heads = tuple(name.removesuffix(f"|{roles[0]}") for name, roles in columns.items())
    entries = tuple(
        Entry(
            f"{maker.piece.data['id']}-{step.id}",
            (maker.head(step), *(_mark(step, roles, maker) for roles in columns.values())),
            origins=(step.id,),
        )
        for step in maker.protocol.steps
    )
    first = float(maker.piece.data["first"][maker.lang])
    widths = (first, *([(100 - first) / len(columns)] * len(columns)))
    return (Grid(f"{maker.piece.data['id']}-table", "", (*maker.columns(), *heads), widths, entries),)


def _roles(maker: Maker) -> Iterator[str]:
    """The roles that have a part in a step, those outside the executive last."""
    named = dict.fromkeys(role for step in maker.protocol.steps for role in _parts(step))
    return iter(sorted(named, key=lambda role: role in maker.steps.outside))


def _parts(step: Step) -> tuple[str, ...]:
    return (*step.leads, *step.support, *step.informed)


def _named(role: str, maker: Maker) -> str:
    """The head of a role's column; two agencies still unknown are not the same one."""
    name = maker.role(role)
    return f"{name}|{role}" if name == maker.writer.names.style.words("blanks", "mark") else name


def _mark(step: Step, roles: list[str], maker: Maker) -> str:
    """The strongest part that one of the agency's roles has in a step."""
    for manner, those in zip(MANNERS, (step.leads, step.support, step.informed), strict=True):
        if any(role in those for role in roles):
            return maker.say(f"{manner}_mark")
    return ""
