"""The annexes of a regulation as Markdown: tables with a row a line, so that versions can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rollout.documents.markdown import escaped
from rollout.drafting.instrument import Annex, Entry, Grid, Picture, Sheet


def annex_markdown(one: Annex) -> Iterator[str]:
    """Yield the parts of an annex."""
    yield f"# {escaped(one.label)}"
    yield f"**{escaped(one.title)}**"
    yield f"*{escaped(one.issued_with)}*"
    if one.lead:
        yield escaped(one.lead)
    for block in one.blocks:
        yield from _sheet(block) if isinstance(block, Sheet) else _table(block)
    yield escaped(one.end_mark)


def _sheet(block: Sheet) -> Iterator[str]:
    yield f"## {escaped(f'{block.number}. {block.title}')}"
    yield f"*{escaped(block.about)}*"
    yield from (escaped(entry.cells[0]) for entry in block.entries)


def _table(block: Grid | Picture) -> Iterator[str]:
    if block.title:
        yield f"## {escaped(block.title)}"
    lines = [_row(block.columns), f"|{'---|' * len(block.columns)}"]
    yield "\n".join([*lines, *(line for entry in block.entries for line in _lines(entry))])


def _lines(entry: Entry) -> Iterator[str]:
    if entry.group:
        yield f"| **{escaped(entry.group)}** |{' |' * (len(entry.cells) - 1)}"
    yield _row(entry.cells)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"
