"""A Table as a Word table with a head repeated on every page."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.documents.docx_chart import range_bar
from rollout.documents.docx_grid import Content, GridRow, grid, shares
from rollout.documents.docx_package import Xml
from rollout.documents.docx_styles import TWIPS
from rollout.documents.docx_words import box, boxes, kept, paragraph, put, references, run, said, tab
from rollout.documents.docx_writer import Writer
from rollout.reporting.table import Cell, Column, Row, Table
from rollout.reporting.words import Line

STYLES = {"plain": "cell", "strong": "cell_strong", "muted": "cell_muted"}


def table(writer: Writer, block: Table) -> Xml:
    """Return a table as wide as its page."""
    widths = _widths(writer, block)
    head = [[put("head", column.title, align=_align(column))] for column in block.columns]
    rows = [GridRow(head, head=True)]
    for row in block.rows:
        rows += _entry(writer, row, block, widths)
    return grid(writer.look, widths, rows, block.caption)


def lines(rows: tuple[Line, ...], align: str = "") -> list[Xml]:
    """Return the lines of a cell, each a paragraph."""
    return [said(row, STYLES[row.style], align) for row in rows]


def ruled(count: int) -> list[Xml]:
    """Return lines to write on in a cell."""
    return [paragraph("cell_line") for _ in range(count)]


def _widths(writer: Writer, block: Table) -> list[int]:
    """The shares the table asks for, but with room for the word over its numbers, taken from its widest column."""
    widths = shares(writer.width, *(column.width for column in block.columns))
    least = round(writer.look["cell"].get("stt", 0) * TWIPS)
    for place, column in enumerate(block.columns):
        if column.kind == "stt" and widths[place] < least:
            widths[widths.index(max(widths))] -= least - widths[place]
            widths[place] = least
    return widths


def _align(column: Column) -> str:
    return "right" if column.kind == "number" else ""


def _entry(writer: Writer, row: Row, block: Table, widths: list[int]) -> Iterator[GridRow]:
    """The rows of one entry, kept together: what stands above it, itself, what stands under it."""
    whole = len(block.columns)
    if row.head:
        yield GridRow([[put("group", row.head)]], span=whole, open_below=True)
    cells = [
        _content(writer, cell, column, width)
        for cell, column, width in zip(row.cells, block.columns, widths, strict=True)
    ]
    if not row.note:
        yield GridRow(cells, open_above=bool(row.head))
        return
    cells = [[kept(part) for part in cell] for cell in cells]
    yield GridRow(cells, open_above=bool(row.head), open_below=True)
    note = [_note(row.note)]
    yield GridRow([[], note] if whole > 1 else [note], span=max(whole - 1, 1), open_above=True)


def _note(rows: tuple[Line, ...]) -> Xml:
    """Running text, as small print."""
    runs: list[Xml] = []
    for row in rows:
        runs += [run(" · ")] if runs else []
        runs += [run(row.text), *references(row.refs)]
    return paragraph("cell_muted", *runs)


def _content(writer: Writer, cell: Cell, column: Column, width: int) -> Content:
    parts: list[Xml] = []
    if cell.verdict:
        code = cell.verdict.code
        sign = run(writer.look["verdicts"][code], f"sign_{code}")
        parts.append(paragraph("verdict", sign, tab(), run(cell.verdict.word)))
    if cell.bar:
        room = width / TWIPS - writer.look["cell"]["side"]
        parts.append(paragraph("cell", range_bar(writer, cell.bar, room, writer.look["picture"]["bar_height"])))
    parts += lines(cell.lines, _align(column))
    if column.kind == "tick" and writer.look["ticks"] == "below":
        parts += [paragraph("tick", box(writer.look), tab(), run(word)) for word in cell.ticks]
    elif cell.ticks:
        parts.append(paragraph("ticks", *boxes(cell.ticks, writer.look)))
    return [*parts, *ruled(cell.write)] or [paragraph("cell")]
