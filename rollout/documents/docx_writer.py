"""Writes paragraphs, rules and side-by-side blocks into a Word document by the role of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rollout.documents.docx_package import Xml, all_parsed, element, parsed
from rollout.documents.docx_styles import TWIPS, Spec
from rollout.documents.docx_words import paragraph, run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

    Place = Document | _Cell


@dataclass(frozen=True, eq=False)
class Writer:
    """A document under way and its layout; `column` is the width in mm of a column that is written, 0 without one."""

    document: Document
    look: Spec
    styles: Mapping[str, ParagraphStyle]
    column: float = 0

    @property
    def width(self) -> float:
        """The width of the text, in mm."""
        page = self.look["page"]
        return self.column or float(page["width"] - page["left"] - page["right"])

    def put(self, place: Place, role: str, text: str, lead: str = "", *, keep: bool = False) -> Paragraph:
        """Write a paragraph in the style of `role`; `lead` stands before it in bold, `keep` binds it to the next."""
        runs = [run(lead, bold=True)] if lead else []
        if text:
            runs.append(run(f" {text}" if lead else text))
        return _placed(place, parsed(paragraph(role, *runs, keep=keep)))

    def write(self, parts: Iterable[Xml]) -> None:
        """Write paragraphs and tables at the end of the body, all at once."""
        end: Any = self.document.element.body[-1]  # the page of the last section is the last of all
        for part in all_parsed(parts):
            end.addprevious(part)

    def rule(self, place: Place, length: float, within: float, gap: float) -> None:
        """Write a rule of `length` mm, centred in a column of `within` mm, `gap` mm below what stands above."""
        from docx.shared import Mm  # noqa: PLC0415 – an engine

        paragraph = self.put(place, "rule", "")
        eighths = round(8 * self.look["rule"]["width_pt"])
        line = element("pBdr", element("top", val="single", sz=eighths, space=0, color="auto"))
        paragraph._p.get_or_add_pPr().append(parsed(line))  # noqa: SLF001 – the engine knows no borders
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = Mm((within - length) / 2)
        shape.space_before = Mm(gap)

    def beside(self, left: float, gap: float = 0) -> tuple[_Cell, _Cell]:
        """Return two cells side by side without borders; `left` is a share of the width in percent, `gap` mm above."""
        from docx.shared import Mm  # noqa: PLC0415 – an engine

        table: Any = self.document.add_table(1, 2)
        table.autofit = False
        for column, share in zip(table.columns, (left, 100 - left), strict=True):
            column.width = column.cells[0].width = Mm(self.width * share / 100)
        properties = table._tbl.tblPr  # noqa: SLF001 – the engine knows no margins of cells
        for unused in properties.xpath("w:tblLook | w:tblW"):
            properties.remove(unused)
        properties.insert(0, parsed(element("tblW", w=round(self.width * TWIPS), type="dxa")))
        properties.append(parsed(_margins(round(gap * TWIPS))))
        table.rows[0]._tr.get_or_add_trPr().append(parsed(element("cantSplit")))  # noqa: SLF001 – nor rows kept whole
        return table.cell(0, 0), table.cell(0, 1)

    def page_numbers(self, section: Section) -> None:
        """Put the number of the page into the top margin of `section` and of those after it."""
        paragraph = section.header.paragraphs[0]
        paragraph.style = self.styles["page_number"]
        number = element("fldSimple", instr="PAGE")
        paragraph._p.append(parsed(number))  # noqa: SLF001 – the engine knows no fields

    def next_section(self) -> Section:
        """Start a section on a new page; the paragraph that ends the one before takes no room."""
        section: Section = self.document.add_section()
        self.document.paragraphs[-1].style = self.styles["rule"]
        return section


def _margins(top: int) -> Xml:
    """Margins of cells, in twentieths of a point."""
    sides = {"top": top, "left": 0, "bottom": 0, "right": 0}
    return element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))


def _placed(place: Place, made: BaseOxmlElement) -> Paragraph:
    """Put a paragraph at the end of `place`; a cell is born with an empty one, whose place it takes."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 – an engine

    if hasattr(place, "vertical_alignment"):
        cell: Any = place._element  # noqa: SLF001 – the engine would write word by word
        first = place.paragraphs[0]._p  # noqa: SLF001
        if len(first) == 0:
            cell.remove(first)
        cell.append(made)
        return Paragraph(made, place)
    body: Any = place._body  # noqa: SLF001 – asked for a paragraph, the engine looks for its place each time
    body._element[-1].addprevious(made)  # noqa: SLF001 – the page of the last section is the last of all
    return Paragraph(made, body)
