"""A Report as a Word file to work in: content and order of its other formats, and the same input, the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rollout import texts
from rollout.documents.docx_blocks import section
from rollout.documents.docx_cover import opening
from rollout.documents.docx_package import Xml, blank, describe, packed, parsed
from rollout.documents.docx_picture import number_pictures
from rollout.documents.docx_styles import TWIPS, Spec, define, layout, set_page
from rollout.documents.docx_words import field, paragraph, put, run, tab
from rollout.documents.docx_writer import Writer
from rollout.reporting.report import Report

LAYOUT = "report/word.yaml"
TOP = 2  # the title is 1


def report_docx(report: Report) -> bytes:
    """Return the report as a Word file. Raises ProblemsFound when the layout file is missing or broken."""
    return written(report, layout(LAYOUT, "half" if report.paper == "half" else ""))


def written(report: Report, look: Spec) -> bytes:
    """Return the report in a layout."""
    locale = texts.text("word.locale", report.lang)
    document = blank(locale)
    roles = (*look["styles"], *look["characters"])
    names = {f"style_{role}": texts.text(f"word.style.{role}", report.lang) for role in roles}
    writer = Writer(document, look, define(document, look, {**names, "locale": locale}))
    describe(document, _properties(report, locale), report.date)
    _Pages(report, writer).write()
    number_pictures(document)
    return packed(document)


def _properties(report: Report, locale: str) -> dict[str, str]:
    return {
        "title": f"{report.title} – {report.subtitle}",
        "subject": report.description,
        "identifier": report.fingerprint,
        "language": locale,
        "content_status": " · ".join(report.marks),
    }


@dataclass(frozen=True, eq=False)
class _Pages:
    report: Report
    writer: Writer

    def write(self) -> None:
        """Write the first page, then section by section, into the body before the properties of its pages."""
        self._page()
        self.writer.write(self._parts())

    def _parts(self) -> list[Xml]:
        parts = opening(self.writer, self.report)
        for place, block in enumerate(self.report.sections):
            opens = place == 0 and self.report.cover is not None
            parts += section(self.writer, block, TOP, new_page=opens)
        return parts

    def _page(self) -> None:
        """Marks at the top of every page; what it is and its number at the foot of all but a cover."""
        from docx.enum.section import WD_ORIENT  # noqa: PLC0415 – an engine

        page, size = self.writer.document.sections[0], self.writer.look["page"]
        set_page(page, self.writer.look)
        page.orientation = WD_ORIENT.LANDSCAPE if size["width"] > size["height"] else WD_ORIENT.PORTRAIT
        page.different_first_page_header_footer = self.report.cover is not None
        _fill(page.header, put("mark", " · ".join(self.report.marks)))
        _fill(page.footer, self._foot())
        if self.report.cover is not None:
            _fill(page.first_page_header, put("mark", " · ".join(self.report.marks)))
            _fill(page.first_page_footer, put("foot", ""))

    def _foot(self) -> Xml:
        lang = self.report.lang
        number, of = texts.text("report.page", lang), texts.text("report.page_of", lang)
        room = self.writer.width * TWIPS
        runs = [run(self.report.foot), tab(), run(number), field("PAGE"), run(of), field("NUMPAGES")]
        return paragraph("foot", *runs, stop=room)


def _fill(place: Any, part: Xml) -> None:
    """Write a header or footer, which is born with one empty paragraph."""
    place._element[:] = [parsed(part)]  # noqa: SLF001 – the engine writes text only
