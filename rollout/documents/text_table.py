"""Tables on a terminal: side by side where there is room to read, else one entry under the other."""

from __future__ import annotations

from rollout.documents.terminal import BOX, bar, indent, pad, width, words, wrap
from rollout.reporting.table import Cell, Column, Row, Table

GUTTER = 2
NARROWEST_TEXT = 22
BAR = 20
WRITTEN = "_" * 24


def table(block: Table, columns: int) -> list[str]:
    """Return the lines of a table at most `columns` wide."""
    shares = _shares(block, columns)
    if shares is None:
        return [line for row in block.rows for line in _stacked(block, row, columns)]
    head = [_beside([[column.title] for column in block.columns], block, shares), ["─" * columns]]
    body = [_row(row, block, shares, columns) for row in block.rows]
    return [line for part in (*head, *body) for line in part]


def _row(row: Row, block: Table, shares: list[int], columns: int) -> list[str]:
    beside = _beside([_lines(cell) for cell in row.cells], block, shares)
    return [*_head(row), *beside, *indent(_note(row, columns - 5), 5)]


def _shares(block: Table, columns: int) -> list[int] | None:
    """The width of each column, or None where text would be squeezed."""
    kinds = [column.kind for column in block.columns]
    fixed = [None if kind in ("text", "write") else _natural(block, index) for index, kind in enumerate(kinds)]
    free = columns - sum(share or 0 for share in fixed) - GUTTER * (len(fixed) - 1)
    texts = [index for index, share in enumerate(fixed) if share is None]
    wanted = [_natural(block, index) for index in texts]
    if not texts or sum(wanted) <= free:
        shares = [_natural(block, index) if share is None else share for index, share in enumerate(fixed)]
    else:
        each = free // len(texts)
        shares = [each if share is None else share for share in fixed]
        if each < NARROWEST_TEXT:
            return None
    return shares if sum(shares) + GUTTER * (len(shares) - 1) <= columns else None


def _natural(block: Table, index: int) -> int:
    """The width at which no cell of a column breaks; heads may break between words."""
    cells = [block.columns[index].title.split(), *(_lines(row.cells[index]) for row in block.rows)]
    return max(width(line) for lines in cells for line in lines or [""])


def _lines(cell: Cell) -> list[str]:
    lines = [words(line) for line in cell.lines]
    if cell.verdict:
        lines.insert(0, cell.verdict.word)
    if cell.bar:
        lines.insert(0, bar(cell.bar, BAR))
    lines += [f"{BOX} {word}" for word in cell.ticks]
    return lines + [WRITTEN] * cell.write


def _beside(cells: list[list[str]], block: Table, shares: list[int]) -> list[str]:
    sized = zip(cells, shares, strict=True)
    wrapped = [[part for line in lines for part in wrap(line, share)] for lines, share in sized]
    height = max(len(lines) for lines in wrapped)
    rows = []
    for number in range(height):
        parts = [
            pad(lines[number] if number < len(lines) else "", share, right=column.kind == "number")
            for lines, share, column in zip(wrapped, shares, block.columns, strict=True)
        ]
        rows.append((" " * GUTTER).join(parts).rstrip())
    return rows


def _stacked(block: Table, row: Row, columns: int) -> list[str]:
    lines: list[str] = []
    number = ""
    for index, (column, cell) in enumerate(zip(block.columns, row.cells, strict=True)):
        if column.kind == "stt":
            number = "".join(words(line) for line in cell.lines)
        elif index == block.row_head:
            lines += [part for line in _lines(cell) for part in wrap(line, columns - 5)]
        else:
            lines += _entry(column, _lines(cell), columns - 5)
    first, *rest = [*lines, *_note(row, columns - 5)] or [""]
    return [*_head(row), f"{pad(number + '.' if number else '-', 5)}{first}", *indent(rest, 5), ""]


def _head(row: Row) -> list[str]:
    return ["", row.head] if row.head else []


def _note(row: Row, columns: int) -> list[str]:
    return wrap(" · ".join(words(line) for line in row.note), columns) if row.note else []


def _entry(column: Column, lines: list[str], columns: int) -> list[str]:
    if not lines:
        return []
    first = wrap(f"{column.title}: {lines[0]}", columns)
    return first + [part for line in lines[1:] for part in indent(wrap(line, columns - 2), 2)]
