"""The annexes of a regulation in its Word file: each a section with its own paper and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rollout.documents.diagram import svg
from rollout.documents.docx_frame import ruled
from rollout.documents.docx_grid import GridRow, grid, shares
from rollout.documents.docx_picture import picture
from rollout.documents.docx_styles import set_page, sideways
from rollout.documents.docx_words import put as words
from rollout.documents.docx_writer import Writer
from rollout.documents.instrument_pdf import tied
from rollout.drafting.instrument import Annex, Entry, Grid, Picture, Sheet

# More columns than this hold marks, not sentences.
SENTENCES = 6


def annex(upright: Writer, one: Annex) -> None:
    """Write an annex after everything else, from a new page numbered from 1."""
    writer = replace(upright, look=sideways(upright.look)) if one.wide else upright
    set_page(writer.next_section(), writer.look)
    put, document = writer.put, writer.document
    put(document, "annex", one.label)
    put(document, "annex_title", one.title)
    ruled(writer, "issued", one.issued_with)
    if one.lead:
        put(document, "clause", tied(one.lead))
    for block in one.blocks:
        _block(writer, block)
    put(document, "end", one.end_mark)


def _block(writer: Writer, block: Grid | Sheet | Picture) -> None:
    if isinstance(block, Sheet):
        _sheet(writer, block)
        return
    if block.title:
        writer.put(writer.document, "form_title", block.title)
    if isinstance(block, Picture):
        place = writer.put(writer.document, "picture", "")
        picture(place.add_run(), svg(block.diagram, legal=True), writer.width, block.diagram.alt)
    else:
        writer.put(writer.document, "gap", "")
    marks = len(block.columns) > SENTENCES
    rows = [row for entry in block.entries for row in _rows(entry, marks=marks)]
    _table(writer, block.widths, [_head(block.columns, marks=marks), *rows])


def _head(columns: tuple[str, ...], *, marks: bool) -> GridRow:
    cells = [[words("mark_head" if marks and i else "cell_head", name)] for i, name in enumerate(columns)]
    return GridRow(cells, head=True)


def _rows(entry: Entry, *, marks: bool) -> Iterator[GridRow]:
    if entry.group:
        yield GridRow([[words("cell_group", tied(entry.group))]], span=len(entry.cells))
    yield GridRow([[words("mark" if marks and i else "cell", tied(cell))] for i, cell in enumerate(entry.cells)])


def _table(writer: Writer, given: tuple[float, ...], rows: list[GridRow]) -> None:
    writer.write([grid(writer.look, shares(writer.width, *given), rows)])


def _sheet(writer: Writer, block: Sheet) -> None:
    """A form is not parted from its fields; beside each of them is room to write."""
    put, document = writer.put, writer.document
    put(document, "form_number", block.number)
    put(document, "form_title", block.title)
    put(document, "form_about", tied(block.about))
    fields = [GridRow([[words("field", tied(entry.cells[0]))], [words("field", "")]]) for entry in block.entries]
    _table(writer, (50, 50), fields)
