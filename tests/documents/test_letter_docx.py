"""Letters as Word and PDF: the head with the body above, “Kính gửi”, marks, tables on their side, few pages."""

from __future__ import annotations

import io
import posixpath
import zipfile
from datetime import date
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from documents.test_instrument_docx import opened, paragraphs, words
from docx.oxml.ns import qn
from drafting.drafts import FORMS, NOW
from drafting.letter_sets import paragraphs as lines
from drafting.letter_sets import shipped_letters

from rollout.documents.letter_docx import letter_docx
from rollout.documents.letter_pdf import letter_markup, letter_pdf
from rollout.documents.measure import width_mm
from rollout.drafting.letter import Letter

MADE_UP, EARLIER = "bac_lieu_2022_minh_hoa.yaml", date(2022, 9, 1)
WIDE = {"bang_tong_hop_y_kien", "danh_ba_dau_moi"}


def letter(name: str, lang: str = "vi") -> Letter:
    return shipped_letters(MADE_UP, EARLIER, FORMS[0], lang)[name]


def made(row: Letter, *, draft: bool = True) -> bytes:
    return letter_docx(row, words(row.lang), "2022-09-01", draft=draft)


@pytest.mark.parametrize("name", sorted(shipped_letters(MADE_UP, EARLIER)))
def test_every_text_is_there_in_order_and_the_package_is_whole(name: str) -> None:
    row = letter(name)
    data = made(row)
    assert made(row) == data, "same input, same bytes"
    found = [text.strip() for _, text in paragraphs(opened(data))]
    at = 0
    for line in lines(row):
        at = found.index(line.printed.replace("\u00a0", " "), at)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    for part, content in parts.items():
        tree = ET.fromstring(content)
        if part.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(part))
            for relation in tree:
                assert posixpath.normpath(posixpath.join(folder, str(relation.get("Target")))) in parts


def test_the_head_has_the_body_above_first_and_not_bold() -> None:
    document = opened(made(letter("cong_van_lay_y_kien")))
    roles = [role for role, _ in paragraphs(document)]
    assert roles[:6] == ["parent", "issuer", "rule", "number", "subject", "draft"]
    fonts = {
        style.style_id: style.font for style in document.styles if style.style_id in ("parent", "issuer", "subject")
    }
    assert (fonts["parent"].size.pt, fonts["parent"].bold) == (13, None)
    assert (fonts["issuer"].size.pt, fonts["issuer"].bold) == (13, True)
    assert (fonts["subject"].size.pt, fonts["subject"].bold) == (12, None)


def test_several_recipients_stand_under_the_colon_one_on_its_line() -> None:
    document = opened(made(letter("cong_van_lay_y_kien")))
    rows = [row for row in document.paragraphs if row.style is not None and row.style.style_id.startswith("address")]
    assert rows[0].text == "Kính gửi:"
    assert [row.text[-1] for row in rows[1:-1]] == [";"] * (len(rows) - 2)
    assert rows[-1].text.endswith(".")
    first, dash = rows[0].paragraph_format.left_indent, rows[1].paragraph_format
    assert first is not None
    assert dash.left_indent is not None
    assert dash.first_line_indent is not None
    begins = dash.left_indent.mm + dash.first_line_indent.mm
    assert begins == pytest.approx(first.mm + width_mm("Kính gửi", "Regular", 14), abs=0.2)
    (one,) = [text for role, text in paragraphs(opened(made(letter("to_trinh")))) if role == "address"]
    assert one == "Kính gửi: Ủy ban nhân dân tỉnh Bạc Liêu"


def test_marks_are_boxed_and_the_draft_mark_goes_in_a_final_text() -> None:
    row = letter("danh_ba_dau_moi")
    marks = [text.strip() for role, text in paragraphs(opened(made(row))) if role == "draft"]
    assert marks == ["DỰ THẢO", "LƯU HÀNH NỘI BỘ", "SỐ LIỆU MINH HỌA"]
    assert "DỰ THẢO" not in "".join(text for _, text in paragraphs(opened(made(row, draft=False))))


@pytest.mark.parametrize("name", sorted(shipped_letters(MADE_UP, EARLIER)))
def test_margins_are_those_of_the_decree_on_either_side(name: str) -> None:
    (page,) = opened(made(letter(name))).sections
    sizes: Any = [page.page_width, page.page_height]
    assert [round(size.mm) for size in sizes] == ([297, 210] if name in WIDE else [210, 297])
    edges: Any = [page.top_margin, page.bottom_margin, page.left_margin, page.right_margin]
    top, bottom, left, right = (edge.mm for edge in edges)
    assert 20 <= top <= 25
    assert 20 <= bottom <= 25
    assert 30 <= left <= 35
    assert 15 <= right <= 20


def test_tables_repeat_their_head_and_never_touch_the_foot() -> None:
    document = opened(made(letter("bang_tong_hop_y_kien")))
    body = [child.tag for child in document.element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in list(pairwise(body)), "Word would join them"
    table = document.tables[1]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(0, 0).text == "Nội dung dự thảo"


def test_the_signature_stays_with_the_text() -> None:
    document = opened(made(letter("to_trinh")))
    (last,) = [row for row in document.paragraphs if row.text.endswith("./.")]
    assert last.paragraph_format.keep_with_next


def test_a_reading_copy_says_so() -> None:
    row = letter("to_trinh", "en")
    assert ("unofficial", words("en")["unofficial"]) in paragraphs(opened(made(row)))
    assert words("en")["unofficial"] in letter_markup(row, words("en"), "2022-09-01", draft=True)


def test_a_table_has_no_page_in_pdf() -> None:
    with pytest.raises(TypeError):
        letter_markup(letter("danh_ba_dau_moi"), words("vi"), "2022-09-01", draft=True)


@pytest.mark.pdf
@pytest.mark.parametrize(("name", "day", "form"), [(MADE_UP, EARLIER, FORMS[0]), ("ca_mau_2026.yaml", NOW, FORMS[2])])
def test_the_submission_has_four_pages_at_most(name: str, day: date, form: str) -> None:
    import pdfplumber

    row = shipped_letters(name, day, form)["to_trinh"]
    data = letter_pdf(row, words("vi"), day.isoformat(), draft=True)
    assert letter_pdf(row, words("vi"), day.isoformat(), draft=True) == data
    with pdfplumber.open(io.BytesIO(data)) as pages:
        assert 2 <= len(pages.pages) <= 4
        text = "\n".join(page.extract_text() for page in pages.pages)
    assert "Kính gửi:" in text
    assert "GIÁM ĐỐC" in text
