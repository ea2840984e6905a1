"""The Word file of a report: whole, with real styles, marks on every page, boxes to tick, the same bytes twice."""

from __future__ import annotations

import dataclasses
import io
import posixpath
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pytest
import yaml
from checkout import ROOT
from documents.sample import bar, report
from docx.document import Document
from docx.oxml.ns import qn

from rollout.analysis.coordination.diagram import Arrow, Box, Diagram
from rollout.documents.docx_styles import layout
from rollout.documents.note_docx import note_docx
from rollout.documents.report_docx import LAYOUT, report_docx
from rollout.reporting.report import Block, Columns, Report, Section
from rollout.shipped import choose

NS14 = "http://schemas.microsoft.com/office/word/2010/wordml"
DIAGRAM = Diagram(
    "Sơ đồ", "Bước 1 dẫn tới bước 2", 300, 200,
    (Box(10, 10, 280, 60, "Bước 1", "Công an"), Box(10, 120, 280, 60, "Bước 2", "Y tế", strong=True)),
    (Arrow("M150 70 L150 120", "150,120 145,110 155,110"),),
    (("Bước 1", "bước 2"), ("Bước 2", "kết thúc")),
)  # fmt: skip


@pytest.fixture(scope="module")
def data() -> bytes:
    return report_docx(report())


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    return read(data)


def read(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(made: Report) -> Any:
    return docx.Document(io.BytesIO(report_docx(made))).element.body


def alone(*blocks: Block) -> Report:
    return dataclasses.replace(report(), cover=None, sections=(Section("one", "Một", blocks),))


def test_same_input_same_bytes(data: bytes) -> None:
    assert report_docx(report()) == data


def test_every_part_is_well_formed_and_every_relationship_leads_somewhere(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            ET.fromstring(content)
    for name in (name for name in parts if name.endswith(".rels")):
        base = posixpath.dirname(posixpath.dirname(name))
        for row in ET.fromstring(parts[name]):
            assert row.get("TargetMode") != "External"
            assert posixpath.normpath(posixpath.join(base, row.attrib["Target"])).lstrip("/") in parts


def test_properties_come_from_the_input(document: Document) -> None:
    core = document.core_properties
    assert core.title == "Báo cáo rà soát hiện trạng và mức độ sẵn sàng – Tỉnh Bạc Liêu"
    assert core.created == core.modified == datetime(2022, 6, 30, tzinfo=UTC)
    assert (core.language, core.author, core.last_modified_by) == ("vi-VN", "", "")
    assert core.content_status == "SỐ LIỆU MINH HỌA · LƯU HÀNH NỘI BỘ"


def test_marks_stand_on_every_page_and_numbers_on_all_but_the_cover(document: Document) -> None:
    (page,) = document.sections
    assert page.different_first_page_header_footer
    for header in (page.first_page_header, page.header):
        assert [row.text for row in header.paragraphs] == ["SỐ LIỆU MINH HỌA · LƯU HÀNH NỘI BỘ"]
    foot = page.footer.paragraphs[0]._p
    assert [field.get(qn("w:instr")) for field in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "Tỉnh Bạc Liêu · 30/06/2022 · anh_duong 1" in page.footer.paragraphs[0].text
    assert page.first_page_footer.paragraphs[0].text == ""


def test_without_a_cover_the_first_page_has_marks_and_number_too() -> None:
    page = docx.Document(io.BytesIO(report_docx(dataclasses.replace(report(), cover=None)))).sections[0]
    assert not page.different_first_page_header_footer
    assert page.header.paragraphs[0].text == "SỐ LIỆU MINH HỌA · LƯU HÀNH NỘI BỘ"


def test_headings_are_in_the_navigation_pane(document: Document) -> None:
    found = [(row.style.style_id, row.text) for row in document.paragraphs if row.style]
    for role, said in (
        ("section_2", "Tóm tắt"),
        ("section_3", "Sở Y tế\tKhông sao chụp"),
        ("section_3", "Nguồn"),
    ):
        assert any(role == style and said == text for style, text in found), said
    levels = {style.style_id: style.element.find(f".//{qn('w:outlineLvl')}") for style in document.styles}
    assert [levels[role].get(qn("w:val")) for role in ("title", "section_2", "section_3")] == ["0", "1", "2"]


def test_styles_have_names_people_know(document: Document) -> None:
    names = {style.style_id: style.name for style in document.styles}
    assert (names["section_2"], names["cell"], names["tick"]) == ("Mục", "Ô bảng", "Ô đánh dấu")
    english = docx.Document(io.BytesIO(report_docx(dataclasses.replace(report(), lang="en"))))
    assert {style.style_id: style.name for style in english.styles}["section_2"] == "Section"


def test_tables_repeat_their_head_and_keep_rows_whole(document: Document) -> None:
    captions = {"Mức độ sẵn sàng theo nhóm tiêu chí", "Bảng kiểm cơ sở vật chất"}
    named = [table._tbl for table in document.tables if table._tbl.xpath("w:tblPr/w:tblCaption")]
    assert captions < {table.xpath("w:tblPr/w:tblCaption/@w:val")[0] for table in named}
    for table in named:
        assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in table.tr_lst][:2] == [True, False]
        assert all(row.xpath("w:trPr/w:cantSplit") for row in table.tr_lst)


def test_a_row_and_what_belongs_to_it_stay_together() -> None:
    from rollout.reporting.table import Column, Row, Table, text
    from rollout.reporting.words import Line

    row = Row((text("1"), text("a", "b")), note=(Line("ghi chú", refs=(2,)),), head="Nhóm")
    (table,) = body(alone(Table((Column("STT", "stt", 10), Column("Việc")), (row,), "Bảng"))).tbl_lst
    _, group, main, note = table.tr_lst
    assert [len(part.tc_lst) for part in (group, main, note)] == [1, 2, 2]
    assert all(part.xpath("w:pPr/w:keepNext") for part in main.xpath(".//w:p"))
    assert not note.xpath(".//w:keepNext")
    assert note.xpath("string(.)") == "ghi chú [2]"


def test_boxes_can_be_ticked_with_a_click(document: Document) -> None:
    found = document.element.body.findall(f".//{qn('w:sdt')}")
    assert len(found) == 8 * 4 + 1 + 3
    for control in found:
        assert "".join(node.text for node in control.iter(qn("w:t"))) == "☐"
        assert control.find(f".//{{{NS14}}}checked").get(f"{{{NS14}}}val") == "0"


def test_bars_are_pictures_that_can_be_heard(document: Document, parts: dict[str, bytes]) -> None:
    about = document.element.body.xpath(".//wp:docPr")
    assert len(about) == 12
    assert {row.get("descr") for row in about} >= {bar(0.54, 0.71).alt, bar(0.3, 0.3).alt}
    assert [row.get("id") for row in about] == [str(number) for number in range(1, 13)]
    assert all(content.startswith(b"\x89PNG") for name, content in parts.items() if "/media/" in name)


def test_a_diagram_is_a_picture_and_the_same_in_words() -> None:
    made = body(alone(DIAGRAM))
    (about,) = made.xpath(".//wp:docPr")
    assert about.get("descr") == "Bước 1 dẫn tới bước 2"
    said = [row.xpath("string(.)") for row in made.p_lst]
    assert "Bước 1 → bước 2" in said
    assert "Bước 2 → kết thúc" in said


def test_numbers_of_sources_lead_to_them(document: Document) -> None:
    inside = document.element.body
    anchors = {row.get(qn("w:anchor")) for row in inside.iter(qn("w:hyperlink"))}
    marks = [row.get(qn("w:name")) for row in inside.iter(qn("w:bookmarkStart"))]
    assert anchors == {"source_1", "source_2"} == set(marks)
    assert len(marks) == 2


def test_the_face_is_one_every_office_has(document: Document) -> None:
    run = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert set(run.find(qn("w:rFonts")).attrib.values()) == {"Arial"}
    assert run.find(qn("w:lang")).get(qn("w:val")) == "vi-VN"


def test_every_verdict_has_a_sign_and_a_word(document: Document) -> None:
    said = {row.text for table in document.tables for row in _paragraphs(table) if row.style.style_id == "verdict"}
    assert said == {
        "●\tđạt", "◐\tđạt một phần", "●\tchưa đạt", "○\tchưa có thông tin", "–\tkhông áp dụng",
        "□\tđược miễn (có thời hạn)",
    }  # fmt: skip


def _paragraphs(table: Any) -> list[Any]:
    return [row for line in table.rows for cell in line.cells for row in cell.paragraphs]


def test_half_a_page_is_half_a_page() -> None:
    page = docx.Document(io.BytesIO(report_docx(dataclasses.replace(report(), paper="half")))).sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 148)


def test_a_block_nobody_can_write_stops_the_run() -> None:
    with pytest.raises(TypeError, match="no Word for str"):
        report_docx(alone("words that are no block"))  # type: ignore[arg-type]


def test_columns_stand_beside_each_other() -> None:
    one, two = Section("a", "Trái"), Section("b", "Phải")
    (table,) = body(alone(Columns((one,), (two,)))).tbl_lst
    assert [cell.xpath("string(.)") for cell in table.tr_lst[0].tc_lst] == ["Trái", "Phải"]


def test_a_note_is_a_report_on_its_side_in_the_face_of_the_draft() -> None:
    wide, upright = (docx.Document(io.BytesIO(note_docx(report(), wide=wide))).sections[0] for wide in (True, False))
    assert wide.page_width == upright.page_height
    assert wide.page_height == upright.page_width
    look = layout("regulation/note_word.yaml")
    assert look["font"] == "Times New Roman"
    assert set(look["styles"]) == set(layout(LAYOUT)["styles"])


def test_the_layout_can_be_the_user_s_own(tmp_path: Path) -> None:
    own = tmp_path / LAYOUT
    own.parent.mkdir()
    shipped = (ROOT / "templates" / LAYOUT).read_text("utf-8")
    own.write_text(shipped.replace("font: Arial", "font: Calibri"), "utf-8")
    choose("templates", tmp_path)
    try:
        styles = docx.Document(io.BytesIO(report_docx(report()))).styles.element
    finally:
        choose("templates", None)
    assert styles.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}").get(qn("w:ascii")) == "Calibri"


def test_every_style_of_the_layout_has_a_name_in_both_languages() -> None:
    table = yaml.safe_load((ROOT / "templates/texts/word.yaml").read_text("utf-8"))
    look = layout(LAYOUT)
    named = {name.removeprefix("style.") for name in table if name.startswith("style.")}
    assert named == {*look["styles"], *look["characters"]}
    for lang in ("vi", "en"):
        names = [table[f"style.{role}"][lang] for role in named]
        assert len(set(names)) == len(names)
        assert not any("," in name for name in names)


def test_the_word_over_numbers_stands_on_one_line() -> None:
    from rollout.reporting.table import Column, Row, Table, text

    narrow = Table((Column("STT", "stt", 3), Column("Việc")), (Row((text("1"), text("a"))),), "Bảng")
    document = docx.Document(io.BytesIO(note_docx(alone(narrow), wide=False)))
    number, rest = (int(column.get(qn("w:w"))) for column in document.element.body.iter(qn("w:gridCol")))
    assert number / 1440 * 25.4 == pytest.approx(11, abs=0.1)
    assert (number + rest) / 1440 * 25.4 == pytest.approx(175, abs=0.1)
