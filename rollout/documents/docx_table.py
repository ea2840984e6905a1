"""A Table as a Word table with a head repeated on every page.

Its parts are made directly: asked cell by cell, the engine takes a time that grows with the square of the rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rollout.documents.docx_package import element
from rollout.documents.docx_styles import TWIPS
from rollout.documents.docx_writer import Writer
from rollout.reporting.table import Cell, Row, Table
from rollout.reporting.words import Line

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

STYLES = {"plain": "note_cell", "strong": "note_strong", "muted": "note_muted"}
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
KEEP_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
Content = Sequence[tuple[str, str]]


def table(writer: Writer, block: Table) -> None:
    """Write a table of text at the end of the document, as wide as its page."""
    widths = _widths(block, writer.width)
    whole = sum(widths)
    rows = [_row([[("note_head", column.title)] for column in block.columns], widths, head=True)]
    for row in block.rows:
        if row.head:
            rows.append(_row([[("note_group", row.head)]], [whole], span=len(widths)))
        rows += _rows(row, widths)
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    body: Any = writer.document.element.body
    body.insert_element_before(element("tbl", _properties(writer, whole), grid, *rows), "w:sectPr")


def _widths(block: Table, width: float) -> list[int]:
    """The widths of the columns in twentieths of a point; columns without a share have what is left."""
    given = [column.width for column in block.columns]
    open_columns = given.count(0)
    rest = (100 - sum(given)) / open_columns if open_columns else 0
    scale = width * TWIPS / (sum(given) + rest * open_columns)
    return [round((share or rest) * scale) for share in given]


def _rows(row: Row, widths: Sequence[int]) -> Iterator[BaseOxmlElement]:
    yield _row([_content(cell) for cell in row.cells], widths)
    if row.note:
        yield _row([[(STYLES[line.style], _said(line)) for line in row.note]], [sum(widths)], span=len(widths))


def _content(cell: Cell) -> Content:
    return [(STYLES[line.style], _said(line)) for line in cell.lines] or [("note_cell", "")]


def _said(line: Line) -> str:
    return " ".join((line.text, *(f"[{number}]" for number in line.refs)))


def _row(contents: Sequence[Content], widths: Sequence[int], *, span: int = 1, head: bool = False) -> BaseOxmlElement:
    kept = [element("cantSplit"), *([element("tblHeader")] if head else [])]
    cells = [_cell(content, width, span) for content, width in zip(contents, widths, strict=True)]
    return element("tr", element("trPr", *kept), *cells)


def _cell(content: Content, width: int, span: int) -> BaseOxmlElement:
    across = [element("gridSpan", val=span)] if span > 1 else []
    return element(
        "tc", element("tcPr", element("tcW", w=width, type="dxa"), *across), *(_paragraph(*row) for row in content)
    )


def _paragraph(style: str, words: str) -> BaseOxmlElement:
    shape = element("pPr", element("pStyle", val=style))
    if not words:
        return element("p", shape)
    text = element("t")
    text.text = words
    text.set(KEEP_SPACE, "preserve")
    return element("p", shape, element("r", text))


def _properties(writer: Writer, width: int) -> BaseOxmlElement:
    look = writer.look
    line = {"val": "single", "sz": round(8 * look["rule"]["width_pt"]), "space": 0, "color": "auto"}
    top, side = round(look["cell"]["top"] * TWIPS), round(look["cell"]["side"] * TWIPS)
    margins = {"top": top, "left": side, "bottom": top, "right": side}
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("tblBorders", *(element(name, **line) for name in SIDES)),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *(element(name, w=room, type="dxa") for name, room in margins.items())),
    )
