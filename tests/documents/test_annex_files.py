"""Annexes in PDF, Word and Markdown: pages counted from 1, wide ones on their side, heads repeated, a diagram."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import Any

import docx
import pypdfium2
from docx.oxml.ns import qn
from drafting.drafts import shipped
from layout.dossiers import words

from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.instrument_markdown import instrument_markdown
from rollout.documents.instrument_pdf import instrument_pdf
from rollout.drafting.instrument import Instrument

DAY = date(2021, 9, 6)
LABELS = ("Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV")
MM = 72 / 25.4


def made() -> Instrument:
    return shipped("quang_ninh_2020.yaml", DAY)


@cache
def word() -> bytes:
    return instrument_docx(made(), words("vi"), DAY.isoformat(), draft=True)


@cache
def pages() -> tuple[tuple[float, float, str, str], ...]:
    """Width, height, the number in the top margin and the first line of the text of every page."""
    data = instrument_pdf(made(), words("vi"), DAY.isoformat(), draft=True)
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        text = page.get_textpage()
        number = text.get_text_bounded(0, height - 20 * MM, width, height).strip()
        below = text.get_text_bounded(0, 0, width, height - 20 * MM).strip()
        found.append((width, height, number, below.splitlines()[0].strip()))
    return tuple(found)


def test_pages_of_each_annex_are_counted_from_one_and_the_first_shows_none() -> None:
    starts = [next(i for i, page in enumerate(pages()) if page[3] == label) for label in LABELS]
    for start, end in zip(starts, [*starts[1:], len(pages())], strict=True):
        assert [page[2] for page in pages()[start:end]] == ["", *map(str, range(2, end - start + 1))]


def test_wide_annexes_lie_on_their_side_in_pdf() -> None:
    starts = [next(i for i, page in enumerate(pages()) if page[3] == label) for label in LABELS]
    wide = [pages()[start][0] > pages()[start][1] for start in starts]
    assert wide == [False, True, True, False]
    assert all(page[0] < page[1] for page in pages()[: starts[1]])


def test_tables_repeat_their_heads_in_pdf() -> None:
    start = next(i for i, page in enumerate(pages()) if page[3] == "Phụ lục III")
    end = next(i for i, page in enumerate(pages()) if page[3] == "Phụ lục IV")
    assert end - start > 2
    assert all(page[3].startswith("Việc phải làm") for page in pages()[start + 1 : end])


def test_word_has_a_section_for_each_with_its_own_numbers_and_paper() -> None:
    sections: Any = docx.Document(io.BytesIO(word())).sections
    assert [section.orientation for section in sections] == [0, 0, 0, 1, 1, 0]
    for section in sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert (section.page_width > section.page_height) == bool(section.orientation)


def test_word_tables_repeat_their_heads_and_keep_rows_whole() -> None:
    document: Any = docx.Document(io.BytesIO(word()))
    tables = [table for table in document.tables if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(tables) == 4
    for table in tables:
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in table._tbl.tr_lst)


def test_word_has_the_diagram_as_a_picture_with_words() -> None:
    document: Any = docx.Document(io.BytesIO(word()))
    (shape,) = document.inline_shapes
    assert "14 bước" in shape._inline.docPr.get("descr")
    assert round(shape.width.mm) == 165


def test_word_styles_of_annexes_are_real_and_in_the_navigation_pane() -> None:
    document: Any = docx.Document(io.BytesIO(word()))
    heads = [row for row in document.paragraphs if row.style.style_id == "annex"]
    assert [row.text for row in heads] == list(LABELS)
    assert heads[0].style.name == "Phụ lục"
    assert heads[0].style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == "0"


def test_the_same_word_file_twice() -> None:
    assert instrument_docx(made(), words("vi"), DAY.isoformat(), draft=True) == word()


def test_markdown_has_every_entry_once() -> None:
    said = instrument_markdown(made(), words("vi"), draft=True).replace("\\", "")
    for annex in made().regulation.annexes:
        assert f"# {annex.label}\n" in said
        assert all(entry.cells[0] in said for entry in annex.entries())
