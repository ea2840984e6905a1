"""The annexes of the regulation: diagram, matrix, times and forms, from the same protocol as its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rollout.drafting.annex import Maker
from rollout.drafting.annex_flow import flow
from rollout.drafting.annex_forms import forms
from rollout.drafting.annex_matrix import matrix
from rollout.drafting.annex_times import times
from rollout.drafting.instrument import Annex, Entry, Grid, Picture, Sheet
from rollout.drafting.numbered import Spot, printed
from rollout.drafting.steps import StepWriter
from rollout.drafting.style import Style, roman
from rollout.drafting.wording import Piece
from rollout.problems import Problem, ProblemsFound

Block = Grid | Sheet | Picture
DRAWS: dict[str, Callable[[Maker], tuple[Block, ...]]] = {
    "flow": flow,
    "matrix": matrix,
    "times": times,
    "forms": forms,
}


def annexes(words: Piece, steps: StepWriter, found: Mapping[str, Spot]) -> tuple[Annex, ...]:
    """Return the annexes, their references not yet printed; `found` is where every article, clause and point stands.

    Raises ProblemsFound D006 where the wording asks for an annex that nothing draws.
    """
    pieces = [piece for piece in words.listed("annexes") if steps.writer.holds(piece)]
    return tuple(
        _annex(Maker(piece, words, steps, found), number if len(pieces) > 1 else 0)
        for number, piece in enumerate(pieces, 1)
    )


def _annex(maker: Maker, number: int) -> Annex:
    data, style = maker.piece.data, maker.writer.names.style
    draws = DRAWS.get(str(data.get("draws")))
    if draws is None:
        raise ProblemsFound([maker.piece.problem("D006", name=str(data.get("draws")), known=sorted(DRAWS))])
    names = maker.writer.names
    names.clause = "issued"
    issued = maker.writer.fill(maker.words.below("issued_with"))
    names.clause = data["id"]
    label = style.put("annexes", "label", n=roman(number)) if number else style.words("annexes", "alone")
    return Annex(
        data["id"],
        label,
        maker.say("title"),
        issued,
        maker.say("lead"),
        draws(maker),
        style.words("end_mark", "annex"),
        bool(data.get("wide")),
    )


def annex_spots(rows: Iterable[Annex], found: Mapping[str, Spot]) -> dict[str, Spot]:
    """Return where every annex, table and entry stands; raises ProblemsFound D003 when two parts have one id."""
    added: dict[str, Spot] = {}
    for row in rows:
        spot = Spot(0, annex=row.label.rpartition(" ")[2])
        for name in (row.id, *(block.id for block in row.blocks), *(entry.id for entry in row.entries())):
            if name in found or name in added:
                raise ProblemsFound([Problem("D003", None, {"name": name})])
            added[name] = spot
    return added


def linked_annex(row: Annex, found: dict[str, Spot], style: Style) -> Annex:
    """Return an annex with its references printed."""
    return replace(
        row,
        issued_with=printed(row.issued_with, found, style),
        lead=printed(row.lead, found, style),
        blocks=tuple(_linked(block, found, style) for block in row.blocks),
    )


def _linked(block: Block, found: dict[str, Spot], style: Style) -> Block:
    entries = tuple(_entry(entry, found, style) for entry in block.entries)
    return replace(block, entries=entries)


def _entry(entry: Entry, found: dict[str, Spot], style: Style) -> Entry:
    return replace(entry, cells=tuple(printed(cell, found, style) for cell in entry.cells))
