"""Heads and feet of a PDF: lines beside each other, told apart from the text below them."""

from __future__ import annotations

from collections.abc import Sequence

from rollout.layout.lines_pdf import Line
from rollout.layout.patterns import Table

ACROSS = 12.0
INSET = 45.0


def mark_columns(rows: Sequence[Line], table: Table, left: float) -> None:
    """Give lines of heads and feet of a page their column, 0 or 1; `left` is where its text begins."""
    for index, row in enumerate(rows):
        if row.column is None and not row.table and table.has("nation", row.text) and row.x0 > left + INSET:
            _head(rows, index, row.x0)
        elif row.column is None and not row.table and table.has("recipients", row.text):
            _foot(rows, index, left)


def _head(rows: Sequence[Line], at: int, edge: float) -> None:
    """From the line of the nation's name down to the first line that stands in neither column."""
    nation = rows[at]
    for row in rows:
        if row.base < nation.base - 3 or row.table:
            continue
        if row.x1 < edge + 5 and row is not nation:
            row.column, row.block = 0, 0
        elif abs(row.middle - nation.middle) < ACROSS:
            row.column, row.block = 1, 0
        else:
            return


def _foot(rows: Sequence[Line], at: int, left: float) -> None:
    """To the end of the page: what begins at the margin is on the left."""
    first = rows[at].base
    edges = [row.x0 for row in rows if row.base > first - 3 and row.x0 > left + INSET]
    edge = min(edges, default=left + 150)
    for row in rows:
        if row.base < first - 3 or row.table:
            continue
        if row.x0 < edge - ACROSS and row.x1 > edge + 60:
            return
        row.column, row.block = (0 if row.x0 < left + INSET else 1), 1
