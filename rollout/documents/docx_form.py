"""What is filled in by hand or read term by term: boxes to tick, blanks, signatures, definitions, numbered sources."""

from __future__ import annotations

from rollout.documents.docx_grid import GridRow, grid, shares
from rollout.documents.docx_package import Xml
from rollout.documents.docx_table import lines, ruled
from rollout.documents.docx_words import bookmark, box, boxes, paragraph, put, run
from rollout.documents.docx_writer import Writer
from rollout.reporting.report import Blank, DefinitionRows, Signatures, Source, Sources, Tick, TickList
from rollout.reporting.words import Line


def definition_rows(writer: Writer, block: DefinitionRows) -> list[Xml]:
    """Return terms at the left and what they are at the right."""
    return [terms(writer, block.rows)]


def terms(writer: Writer, rows: tuple[tuple[str, tuple[Line, ...]], ...]) -> Xml:
    """Return a table of terms and what they are."""
    made = [GridRow([[put("term", term)], lines(what)]) for term, what in rows]
    return grid(writer.look, shares(writer.width, writer.look["columns"]["term"], 0), made)


def sources(writer: Writer, block: Sources) -> list[Xml]:
    """Return the sources, each where the references to it lead."""
    widths = shares(writer.width, writer.look["columns"]["number"], 0)
    return [grid(writer.look, widths, [_source(row) for row in block.items])]


def _source(row: Source) -> GridRow:
    start, end = bookmark(row.number)
    where = [run(f"{row.where} · ")] if row.where else []
    certainty = run(row.certainty, "warning" if row.warn else "")
    number = paragraph("cell_muted", start, run(f"[{row.number}]"), end)
    return GridRow([[number], [put("cell", row.title), paragraph("cell_muted", *where, certainty)]])


def tick_list(writer: Writer, block: TickList) -> list[Xml]:
    """Return things to tick off, a row each."""
    widths = shares(writer.width, writer.look["columns"]["box"], 0)
    return [grid(writer.look, widths, [_tick(writer, item) for item in block.items])]


def _tick(writer: Writer, item: Tick) -> GridRow:
    said = [put("cell_strong", item.title), *lines(item.lines)]
    if not item.boxes:
        return GridRow([[paragraph("cell", box(writer.look))], [*said, *ruled(item.write)]])
    row = paragraph("ticks", *boxes(item.boxes, writer.look))
    return GridRow([[*said, row, *ruled(item.write)]], span=2)


def blank(_: Writer, block: Blank) -> list[Xml]:
    """Return room to write."""
    if not block.lines:
        return [put("blank", block.label)]
    return [put("blank_label", block.label), *(paragraph("blank_line") for _ in range(block.lines))]


def signatures(writer: Writer, block: Signatures) -> list[Xml]:
    """Return signature blocks side by side."""
    cells = [[put("signature", item.title), put("signature_note", item.note)] for item in block.items]
    place = [put("place", block.place_and_date)] if block.place_and_date else []
    bare = {**writer.look, "table": {**writer.look["table"], "sides": []}}
    return [*place, grid(bare, shares(writer.width, *[0] * len(cells)), [GridRow(cells)])]
