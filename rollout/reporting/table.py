"""Tables: columns of a kind, rows that can be filtered, cells of lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rollout.reporting.words import Line, RangeBar, Verdict

ColumnKind = Literal["stt", "text", "number", "range", "verdict", "write", "tick"]


@dataclass(frozen=True)
class Column:
    """A column; `width` is its share of the table in percent (0: what is left, shared evenly)."""

    title: str
    kind: ColumnKind = "text"
    width: float = 0


@dataclass(frozen=True)
class Cell:
    """What stands in a cell. `ticks` are named boxes, `write` the number of ruled lines."""

    lines: tuple[Line, ...] = ()
    bar: RangeBar | None = None
    verdict: Verdict | None = None
    ticks: tuple[str, ...] = ()
    write: int = 0


@dataclass(frozen=True)
class Row:
    """A row; `data` are the (key, value) pairs that filters read.

    `head` stands above it and `note`, in small print, under it, each across the whole width.
    """

    cells: tuple[Cell, ...]
    data: tuple[tuple[str, str], ...] = ()
    note: tuple[Line, ...] = ()
    head: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a head that repeats on every page; `caption` names it for those who hear it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str

    @property
    def row_head(self) -> int:
        """The column that names its row: the first of text (-1: there is none)."""
        return next((index for index, column in enumerate(self.columns) if column.kind == "text"), -1)

    @property
    def apart(self) -> bool:
        """Tell whether each row is a unit of its own, to be kept together or filtered."""
        return any(row.note or row.data or row.head for row in self.rows)

    def __post_init__(self) -> None:
        """Every row has a cell a column: a missing cell would shift what follows under a wrong head."""
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                message = f"table {self.caption!r}: {len(row.cells)} cells under {len(self.columns)} columns"
                raise ValueError(message)


def text(*lines: str | Line) -> Cell:
    """Make a cell of lines; bare text is a plain line, empty text is left out."""
    made = tuple(Line(line) if isinstance(line, str) else line for line in lines)
    return Cell(lines=tuple(line for line in made if line.text))
