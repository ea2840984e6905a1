"""A Letter as a Word file in the prescribed layout, with the head and foot of every text: same input, same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rollout.documents import docx_frame as frame
from rollout.documents.docx_package import blank, describe, packed
from rollout.documents.docx_styles import define, layout, set_page
from rollout.documents.docx_table import table
from rollout.documents.docx_words import whole
from rollout.documents.docx_writer import Writer
from rollout.documents.instrument_pdf import tied
from rollout.documents.measure import width_mm
from rollout.drafting.instrument import Grid
from rollout.drafting.letter import Letter, Line
from rollout.reporting.table import Column, Row, Table
from rollout.reporting.table import text as cell

LAYOUT = "regulation/letter_word.yaml"
STYLES = {"text": "clause", "point": "point", "section": "section", "part": "part", "aside": "aside"}


def letter_docx(letter: Letter, words: Mapping[str, str], day: str, *, draft: bool) -> bytes:
    """Return a letter as a Word file; arguments as `instrument_docx`."""
    look = layout(LAYOUT, "wide" if letter.wide else "")
    named = {f"style_{role}": pair[letter.lang] for role, pair in look["names"].items()}
    document = blank(words["locale"])
    writer = Writer(document, look, define(document, look, {**words, **named}))
    marks = (*([words["draft"]] if draft else []), *letter.marks)
    title = " – ".join(filter(None, (letter.kind, letter.title))) or letter.subject
    describe(document, {"title": title, "language": words["locale"], "content_status": " · ".join(marks)}, day)
    _Text(letter, words, writer, marks).write()
    return packed(document)


@dataclass(frozen=True, eq=False)
class _Text:
    it: Letter
    words: Mapping[str, str]
    writer: Writer
    marks: tuple[str, ...]

    def write(self) -> None:
        """Write the letter from head to foot."""
        self._page()
        self._head()
        self._address()
        for block in self.it.body:
            if isinstance(block, Line):
                self.writer.put(self.writer.document, STYLES[block.kind], tied(block.printed))
            else:
                self._grid(block)
        frame.foot(self.writer, self.words, self.it.recipients, self.it.signature)

    def _page(self) -> None:
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415 – an engine

        page = self.writer.document.sections[0]
        set_page(page, self.writer.look)
        if self.it.wide:
            page.orientation = WD_ORIENT.LANDSCAPE
        self.writer.page_numbers(page)

    def _head(self) -> None:
        it, put = self.it, self.writer.put
        left, right = frame.head(self.writer, self.words, it.issuer, it.parent)
        for role in ("number", "subject"):
            if getattr(it, role):
                put(left, role, getattr(it, role))
        frame.boxed(self.writer, left, self.marks)
        put(right, "place", f"{it.place}, {whole(it.date_line)}")
        if it.kind:
            put(self.writer.document, "kind", it.kind)
            frame.ruled(self.writer, "title", it.title)

    def _address(self) -> None:
        """One recipient stands on the line of “Kính gửi:”; several below it, their dashes under its colon."""
        from docx.shared import Mm  # noqa: PLC0415 – an engine

        it, look, address = self.it, self.writer.look["address"], self.words["address"]
        if not it.to:
            return
        first = f"{address} {it.to[0]}" if len(it.to) == 1 else address
        shape = self.writer.put(self.writer.document, "address", first).paragraph_format
        shape.left_indent, shape.keep_with_next = Mm(look["left"]), True
        for line in addressees(it.to):
            shape = self.writer.put(self.writer.document, "address_line", line).paragraph_format
            shape.left_indent = Mm(look["left"] + colon_mm(address) + look["hang"])
            shape.first_line_indent = Mm(-look["hang"])

    def _grid(self, grid: Grid) -> None:
        columns = tuple(Column(name, width=width) for name, width in zip(grid.columns, grid.widths, strict=True))
        rows = tuple(Row(tuple(cell(said) for said in row.cells), head=row.group) for row in grid.entries)
        self.writer.write([table(self.writer, Table(columns, rows, grid.title))])


def addressees(to: tuple[str, ...]) -> list[str]:
    """Return the lines of several recipients; none where there is but one."""
    last = len(to) - 1
    return [f"- {row}{'.' if i == last else ';'}" for i, row in enumerate(to)] if last > 0 else []


def colon_mm(address: str) -> float:
    """Return how far the colon of “Kính gửi:” stands from where it begins."""
    return width_mm(address.rstrip(":"), "Regular", 14)
