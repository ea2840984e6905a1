"""A PDF with text as a neutral document: lines, rules and page numbers are found by where they lie."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass, field
from typing import Any

from rollout.layout.columns_pdf import mark_columns
from rollout.layout.document import Document, Paragraph, Sheet, numbered
from rollout.layout.grouping_pdf import Area, area, group, paragraph, usual_pitch
from rollout.layout.lines_pdf import Line, lines
from rollout.layout.numbers_pdf import Shown, numbers, take_number
from rollout.layout.patterns import Table
from rollout.layout.refusal import refused
from rollout.layout.strokes_pdf import MM_PER_PT, Stroke, rule_under, strokes, tables

MOST_PAGES = 500
LARGEST_STREAM = 64 * 1024 * 1024
LARGEST_TEXT = 512 * 1024 * 1024
MOST_LETTERS = 20_000
# More lines than a head and its titles have: a table or a diagram is drawn.
MANY_STROKES = 8
STREAM = re.compile(rb"stream\r?\n")


@dataclass(eq=False)
class _Page:
    number: int
    width: float
    height: float
    rows: list[Line]
    drawn: list[Stroke]
    shown: Shown | None
    tabled: bool
    picture: bool
    sheet: int = 0
    where: Area = field(default_factory=lambda: Area(0, 0))


def document_pdf(data: bytes, name: str, table: Table) -> Document:
    """Return a PDF as a document; raises ProblemsFound (L…) where it is locked, broken, too large or has no text."""
    _looked_over(data, name)
    pages = _pages(data, name)
    if not any(page.rows for page in pages):
        raise refused("L005", name)
    sheets = _sheets(pages, table)
    return Document(
        "pdf",
        tuple(sheets),
        numbered(_paragraphs(pages, table)),
        numbers([page.shown for page in pages], [_starts(page, table) for page in pages]),
        pictures=any(page.picture for page in pages),
        textless=tuple(page.number for page in pages if page.picture and not page.rows),
    )


def _looked_over(data: bytes, name: str) -> None:
    """Unpack every stream up to a cap, and forget it: what would fill the memory is refused before it can."""
    whole = 0
    for match in STREAM.finditer(data):
        if data[match.end() : match.end() + 1] not in {b"\x78", b"\x68", b"\x58", b"\x48"}:
            continue
        try:
            unpacked = zlib.decompressobj().decompress(data[match.end() :], LARGEST_STREAM + 1)
        except zlib.error:
            continue
        whole += len(unpacked)
        if len(unpacked) > LARGEST_STREAM or whole > LARGEST_TEXT:
            raise refused("L004", name)


def _pages(data: bytes, name: str) -> list[_Page]:
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 – an engine
    from pdfplumber.pdf import PDF  # noqa: PLC0415 – an engine
    from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415 – an engine

    try:
        with PDF(io.BytesIO(data)) as opened:
            if len(opened.pages) > MOST_PAGES:
                raise refused("L004", name)
            return [_page(page, number, name) for number, page in enumerate(opened.pages, 1)]
    except PdfminerException as error:
        locked = any(isinstance(row, PDFPasswordIncorrect) for row in error.args)
        raise refused("L003" if locked else "L002", name, "" if locked else "pdf") from error
    except (
        LookupError,
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        AssertionError,
        RecursionError,
    ) as error:
        # whatever the engine trips over in a file that is not whole
        raise refused("L002", name, "pdf") from error


def _page(page: Any, number: int, name: str) -> _Page:
    letters = page.chars
    if len(letters) > MOST_LETTERS:
        raise refused("L004", name)
    width, height = float(page.width), float(page.height)
    found = lines(letters, height)
    bands = tables(page)
    for row in found:
        row.page = number
        row.table = any(top - 1 <= row.base - row.size / 3 <= bottom + 1 for top, bottom in bands)
    shown, rest = take_number(found, width, height, number)
    made = _Page(number, width, height, rest, strokes(page), shown, bool(bands), bool(page.images))
    page.close()
    return made


def _sheets(pages: list[_Page], table: Table) -> list[Sheet]:
    """Group pages by size; find where their text lies, and give every page its group."""
    sizes = list(dict.fromkeys((round(page.width), round(page.height)) for page in pages))
    found = []
    for index, size in enumerate(sizes):
        same = [page for page in pages if (round(page.width), round(page.height)) == size]
        where = area([row for page in same for row in page.rows], size[0])
        for page in same:
            page.sheet = index
            mark_columns(page.rows, table, where.left)
        where = area([row for page in same for row in page.rows], size[0])
        for page in same:
            page.where = where
        found.append(_sheet(same, where))
    return found


def _sheet(pages: list[_Page], where: Area) -> Sheet:
    first, filled = pages[0], [page for page in pages if page.rows]
    top = min((min(row.top for row in page.rows) for page in filled), default=0.0)
    bottom = min((page.height - max(row.bottom for row in page.rows) for page in filled), default=0.0)
    return Sheet(
        first.width * MM_PER_PT,
        first.height * MM_PER_PT,
        top=top * MM_PER_PT,
        bottom=bottom * MM_PER_PT,
        left=where.left * MM_PER_PT,
        right=(first.width - where.right) * MM_PER_PT,
        tables=any(page.tabled or page.picture or len(page.drawn) > MANY_STROKES for page in pages),
        loose=True,
        page=first.number,
    )


def _paragraphs(pages: list[_Page], table: Table) -> list[Paragraph]:
    pitch = usual_pitch(row for page in pages for row in page.rows)
    found: list[Paragraph] = []
    for flow in _flows(pages):
        where, sheet = flow[0][1].where, flow[0][1].sheet
        rows = [row for row, _ in flow]
        of_page = {page.number: page for _, page in flow}
        groups = group(rows, where, pitch, table)
        for index, lines_of in enumerate(groups):
            above = groups[index - 1] if index else []
            below = groups[index + 1][0] if index + 1 < len(groups) else None
            made = paragraph(lines_of, where, above, sheet)
            page = of_page[lines_of[-1].page]
            near = below if below is not None and below.page == page.number else None
            made.rule = rule_under(lines_of, page.drawn, near)
            if made.column is not None:
                made.block = lines_of[0].page * 2 + lines_of[0].block
                made.align = "center"
            found.append(made)
    return found


def _flows(pages: list[_Page]) -> list[list[tuple[Line, _Page]]]:
    """Lines that follow each other: text goes on from page to page, a head is read column by column."""
    found: list[list[tuple[Line, _Page]]] = []
    for page in pages:
        key: object = None
        for row in _in_order(page.rows):
            new = ("flow", page.sheet) if row.column is None else ("column", page.number, row.column)
            if not found or (new != key and not (key is None and new[0] == "flow" and _flowing(found[-1], page))):
                found.append([])
            found[-1].append((row, page))
            key = new
    return found


def _flowing(flow: list[tuple[Line, _Page]], page: _Page) -> bool:
    row, before = flow[-1]
    return row.column is None and before.sheet == page.sheet


def _in_order(rows: list[Line]) -> list[Line]:
    """The lines of a page, each run of column lines with its left column first."""
    found: list[Line] = []
    waiting: list[Line] = []
    for row in rows:
        if row.column is None:
            found.extend(sorted(waiting, key=lambda line: line.column or 0))
            waiting = []
            found.append(row)
        else:
            waiting.append(row)
    return found + sorted(waiting, key=lambda line: line.column or 0)


def _starts(page: _Page, table: Table) -> bool:
    """Tell whether a new text begins on a page: with a head, or with the label of an annex."""
    words = [row.text for row in page.rows[:6]]
    return any(table.has("nation", text) for text in words) or any(table.has("annex_label", text) for text in words[:2])
