"""A note that goes with a draft as a landscape Word file, from the same Report as its HTML: same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rollout.documents.docx_package import blank, describe, packed
from rollout.documents.docx_styles import define, layout, set_page
from rollout.documents.docx_table import table
from rollout.documents.docx_writer import Writer
from rollout.reporting.report import Block, Paragraph, Report, Section, Source, Sources, Steps
from rollout.reporting.table import Table

if TYPE_CHECKING:
    from docx.section import Section as Page

LAYOUT = "regulation/note_word.yaml"


def note_docx(report: Report, words: Mapping[str, str]) -> bytes:
    """Return a note as a Word file; `words` are those of templates/regulation/words.yaml in its language.

    Raises ProblemsFound when the layout file is missing or broken, ValueError for a block that no note has.
    """
    look = layout(LAYOUT)
    document = blank(words["locale"])
    names = {f"style_{role}": pair[report.lang] for role, pair in look["names"].items()}
    writer = Writer(document, look, define(document, look, {**words, **names}))
    properties = {"title": report.title, "subject": report.subtitle, "language": words["locale"]}
    describe(document, {**properties, "content_status": " · ".join(report.marks)}, report.date)
    _Note(report, writer).write()
    return packed(document)


@dataclass(frozen=True, eq=False)
class _Note:
    report: Report
    writer: Writer

    def write(self) -> None:
        """Write the note; its mark stands above the title and at the foot of every page."""
        report, put, document = self.report, self.writer.put, self.writer.document
        self._page(document.sections[0])
        put(document, "note_mark", " · ".join(report.marks))
        put(document, "note_eyebrow", report.eyebrow)
        put(document, "note_title", report.title)
        put(document, "note_subtitle", report.foot)
        for section in report.sections:
            self._section(section, "note_section")

    def _page(self, page: Page) -> None:
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415 – an engine

        set_page(page, self.writer.look)
        page.orientation = WD_ORIENT.LANDSCAPE
        self.writer.page_numbers(page)
        for footer in (page.first_page_footer, page.footer):
            line = footer.paragraphs[0]
            line.style = self.writer.styles["note_mark"]
            line.add_run(" · ".join((*self.report.marks, self.report.foot)))

    def _section(self, section: Section, role: str) -> None:
        self.writer.put(self.writer.document, role, section.title)
        if section.lead:
            self._text(section.lead)
        for block in section.blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Section():
                self._section(block, "note_subsection")
            case Table():
                table(self.writer, block)
            case Paragraph():
                self._text(block.text)
            case Sources():
                self._listed(_source(row) for row in block.items)
            case Steps():
                self._listed(" ".join(filter(None, (row.title, row.text, row.detail))) for row in block.items)
            case _:
                message = f"a note has no {type(block).__name__}"
                raise ValueError(message)

    def _listed(self, rows: Iterable[str]) -> None:
        for row in rows:
            self._text(row)

    def _text(self, words: str) -> None:
        self.writer.put(self.writer.document, "note_text", words)


def _source(row: Source) -> str:
    told = "; ".join(filter(None, (row.title, row.where, row.certainty)))
    return f"[{row.number}] {told}"
