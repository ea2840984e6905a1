"""The Word file of an instrument: whole, in order, in the prescribed layout, with styles, the same bytes twice."""

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
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.measure import width_mm
from rollout.drafting.instrument import Article, Basis, Chapter, Clause, Instrument, Point, Regulation
from rollout.shipped import choose

DAY = "2022-09-01"
NBSP = "\u00a0"
POINTS = tuple(Point(f"dieu-2-1-{letter}", letter, f"Nội dung của điểm {letter};") for letter in "abcdđe")
REGULATION = Regulation(
    "QUY CHẾ",
    "Phối hợp liên ngành",
    "(Kèm theo Quyết định số ……/QĐ-UBND ngày …… của Ủy ban nhân dân tỉnh)",
    (
        Chapter(
            "chuong-1",
            "Chương I",
            "QUY ĐỊNH CHUNG",
            (
                Article(
                    "dieu-1", 1, "Điều 1.", "Phạm vi", (Clause("dieu-1-1", "", "Theo khoản 2 Điều 7 & <b>x</b>."),)
                ),
                Article(
                    "dieu-2",
                    2,
                    "Điều 2.",
                    "Trách nhiệm",
                    (Clause("dieu-2-1", "1", "Gồm:", POINTS), Clause("dieu-2-2", "2", "Trong 12 giờ./.")),
                ),
            ),
        ),
    ),
)
SAMPLE = Instrument(
    lang="vi",
    form="form",
    layout="layout",
    head="ỦY BAN NHÂN DÂN TỈNH",
    number="Số:      /QĐ-UBND",
    place="Nơi ban hành",
    date_line="ngày …… tháng …… năm 2022",
    kind="QUYẾT ĐỊNH",
    title="Ban hành Quy chế phối hợp liên ngành",
    opening="authority_line",
    authority="ỦY BAN NHÂN DÂN TỈNH",
    bases=(Basis("co-so-1", "Căn cứ Luật thứ nhất ngày 16 tháng 6 năm 2015;"), Basis("co-so-2", "Theo đề nghị.")),
    decides="QUYẾT ĐỊNH:",
    articles=(Article("qd-1", 1, "Điều 1.", "", (Clause("qd-1-1", "", "Ban hành kèm theo./."),)),),
    regulation=REGULATION,
    recipients=("Như Điều 1", "Lưu: VT."),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)


def words(lang: str) -> dict[str, str]:
    table = yaml.safe_load((ROOT / "templates/regulation/words.yaml").read_text("utf-8"))["words"]
    return {name: pair[lang] for name, pair in table.items()}


def made(instrument: Instrument = SAMPLE, *, draft: bool = True) -> bytes:
    return instrument_docx(instrument, words(instrument.lang), DAY, draft=draft)


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def data() -> bytes:
    return made()


@pytest.fixture(scope="module")
def document(data: bytes) -> Document:
    return opened(data)


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def paragraphs(document: Document) -> list[tuple[str, str]]:
    """Role (the id of its style) and text of every paragraph in the order it is read, cells of tables too."""
    found: list[tuple[str, str]] = []
    for block in document.iter_inner_content():
        cells = [cell for row in block.rows for cell in row.cells] if isinstance(block, Table) else [block]
        for cell in cells:
            listed = getattr(cell, "paragraphs", [cell])
            found += [(paragraph.style.style_id, paragraph.text.replace(NBSP, " ")) for paragraph in listed]
    return found


def test_same_input_same_bytes(data: bytes) -> None:
    assert made() == data


def test_no_part_has_a_time_and_their_order_is_fixed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = package.namelist()
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_every_part_is_well_formed_and_has_a_type(parts: dict[str, bytes]) -> None:
    types = ET.fromstring(parts["[Content_Types].xml"])
    overrides = {entry.get("PartName") for entry in types if entry.tag.endswith("Override")}
    for name, content in parts.items():
        ET.fromstring(content)
        assert f"/{name}" in overrides or name.endswith((".rels", "[Content_Types].xml")), name
    assert {str(name)[1:] for name in overrides} <= parts.keys()


def test_relationships_resolve(parts: dict[str, bytes]) -> None:
    reached = set()
    for name in (name for name in parts if name.endswith(".rels")):
        folder = posixpath.dirname(posixpath.dirname(name))
        for relation in ET.fromstring(parts[name]):
            assert relation.get("TargetMode") != "External"
            target = posixpath.normpath(posixpath.join(folder, str(relation.get("Target"))))
            assert target in parts, target
            reached.add(target)
    left = {name for name in parts if not name.endswith((".rels", "[Content_Types].xml"))} - reached
    assert not left, "nothing of the engine's sample stays behind"


def test_every_text_is_there_once_and_in_order(document: Document) -> None:
    assert [text for role, text in paragraphs(document) if role != "rule"] == [
        "ỦY BAN NHÂN DÂN TỈNH",
        "Số:      /QĐ-UBND",
        "  DỰ THẢO  ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Nơi ban hành, ngày …… tháng …… năm 2022",
        "QUYẾT ĐỊNH",
        "Ban hành Quy chế phối hợp liên ngành",
        "ỦY BAN NHÂN DÂN TỈNH",
        "Căn cứ Luật thứ nhất ngày 16 tháng 6 năm 2015;",
        "Theo đề nghị.",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành kèm theo./.",
        "Nơi nhận:",
        "- Như Điều 1;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "ỦY BAN NHÂN DÂN TỈNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "QUY CHẾ",
        "Phối hợp liên ngành",
        "(Kèm theo Quyết định số ……/QĐ-UBND ngày …… của Ủy ban nhân dân tỉnh)",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Theo khoản 2 Điều 7 & <b>x</b>.",
        "Điều 2. Trách nhiệm",
        "1. Gồm:",
        *[f"{point.letter}) {point.text}" for point in POINTS],
        "2. Trong 12 giờ./.",
    ]


def test_numbers_are_text_and_stay_with_the_word_before_them(document: Document, parts: dict[str, bytes]) -> None:
    assert b"numPr" not in parts["word/document.xml"]
    assert b"numPr" not in parts["word/styles.xml"]
    said = [paragraph.text for paragraph in document.paragraphs]
    assert f"Theo khoản{NBSP}2 Điều{NBSP}7 & <b>x</b>." in said
    assert f"2. Trong{NBSP}12 giờ./." in said


def test_navigation_shows_kind_chapter_title_and_article(document: Document) -> None:
    levels = {}
    for style in document.styles:
        for level in style.element.iter(qn("w:outlineLvl")):
            levels[style.style_id] = int(level.get(qn("w:val"))) + 1
    annexes = {"annex": 1, "annex_title": 2, "form_title": 3}
    assert levels == {"kind": 1, "chapter": 2, "chapter_title": 3, "article": 4, **annexes}
    shown = [text for role, text in paragraphs(document) if role in levels]
    assert shown == ["QUYẾT ĐỊNH", "QUY CHẾ", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "Điều 2. Trách nhiệm"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_style_names_are_in_the_language_of_the_text_and_differ(lang: str) -> None:
    named = {name: said for name, said in words(lang).items() if name.startswith("style_")}
    assert len(set(named.values())) == len(named)
    assert not [said for said in named.values() if "," in said], "Word reads a comma as a second name"
    document = opened(made(dataclasses.replace(SAMPLE, lang=lang)))
    own = {f"style_{style.style_id}": style.name for style in document.styles if not style.builtin}
    assert own == named


def test_names_a_drafter_looks_for(document: Document) -> None:
    for name in ("Chương", "Tên chương", "Điều", "Khoản", "Điểm", "Căn cứ", "Nơi nhận", "Quốc hiệu", "Tiêu ngữ"):
        assert document.styles[name].quick_style


# Decree 30/2020, Annex I, Part I, table V: size in points, bold, italic.
@pytest.mark.parametrize(
    ("role", "size", "bold", "italic"),
    [
        ("nation", 13, True, None),
        ("motto", 14, True, None),
        ("issuer", 13, True, None),
        ("number", 13, None, None),
        ("place", 14, None, True),
        ("kind", 14, True, None),
        ("title", 14, True, None),
        ("basis", 14, None, True),
        ("chapter", 14, True, None),
        ("chapter_title", 14, True, None),
        ("article", 14, True, None),
        ("clause", 14, None, None),
        ("issued", 14, None, True),
        ("to", 12, True, True),
        ("recipient", 11, None, None),
        ("signer", 14, True, None),
        ("page_number", 14, None, None),
    ],
)
def test_sizes_and_faces(document: Document, role: str, size: int, bold: bool | None, italic: bool | None) -> None:
    font = next(style for style in document.styles if style.style_id == role).font
    assert (font.size.pt if font.size else 14, font.bold, font.italic) == (size, bold, italic)


def test_default_letters_and_language(document: Document) -> None:
    run = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    fonts, size, language = (run.find(qn(f"w:{name}")) for name in ("rFonts", "sz", "lang"))
    assert set(fonts.attrib.values()) == {"Times New Roman"}
    assert size.get(qn("w:val")) == "28"
    assert language.get(qn("w:val")) == "vi-VN"


def test_page_and_margins_are_those_of_the_decree(document: Document) -> None:
    assert len(document.sections) == 2
    for section in document.sections:
        width, height, top, bottom, left, right = (
            length.mm if length is not None else 0
            for length in (
                section.page_width,
                section.page_height,
                section.top_margin,
                section.bottom_margin,
                section.left_margin,
                section.right_margin,
            )
        )
        assert (round(width), round(height)) == (210, 297)
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20


def test_page_numbers_start_again_and_first_pages_show_none(document: Document) -> None:
    for section in document.sections:
        properties: Any = section._sectPr
        assert properties.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert section.first_page_header.is_linked_to_previous, "nothing is defined, so nothing is printed"
        (number,) = section.header.paragraphs
        assert number.style is not None
        assert number.style.style_id == "page_number"
        assert number._p.find(qn("w:fldSimple")).get(qn("w:instr")) == "PAGE"


def test_heads_and_foot_are_tables_without_borders(document: Document, parts: dict[str, bytes]) -> None:
    assert len(document.tables) == 3
    assert b"tblBorders" not in parts["word/document.xml"]
    assert b"tcBorders" not in parts["word/document.xml"]
    text = document.sections[0]
    across = text.page_width - text.left_margin - text.right_margin  # type: ignore[operator]
    for table in document.tables:
        assert sum(cell.width for cell in table.rows[0].cells) == pytest.approx(across, rel=0.001)


def test_the_rule_under_the_motto_is_as_long_as_the_motto(document: Document) -> None:
    cell = document.tables[0].cell(0, 1)
    rule = cell.paragraphs[2]
    assert cell.width is not None
    assert rule.style is not None
    assert rule.style.style_id == "rule"
    shape = rule.paragraph_format
    length = cell.width.mm - shape.left_indent.mm - shape.right_indent.mm
    assert length == pytest.approx(width_mm("Độc lập - Tự do - Hạnh phúc", "Bold", 14), abs=0.2)
    assert 55 < length < 65


def test_properties_come_from_the_input(document: Document) -> None:
    core = document.core_properties
    assert core.title == "QUYẾT ĐỊNH – Ban hành Quy chế phối hợp liên ngành"
    assert core.created == core.modified == datetime(2022, 9, 1, tzinfo=UTC)
    assert (core.language, core.content_status, core.author, core.last_modified_by) == ("vi-VN", "DỰ THẢO", "", "")


def test_draft_mark_only_in_a_draft() -> None:
    final = opened(made(draft=False))
    assert "draft" not in dict(paragraphs(final))
    assert final.core_properties.content_status == ""


def test_an_enacting_sentence_stands_in_place_of_the_authority() -> None:
    decides = "Ủy ban nhân dân ban hành Quyết định."
    found = paragraphs(opened(made(dataclasses.replace(SAMPLE, opening="enacting_sentence", decides=decides))))
    assert ("enacting", decides) in found
    assert not {"authority", "decides"} & dict(found).keys()


def test_a_reading_copy_says_so_on_both_parts() -> None:
    found = paragraphs(opened(made(dataclasses.replace(SAMPLE, lang="en"))))
    assert found.count(("unofficial", words("en")["unofficial"])) == 2
    assert "unofficial" not in dict(paragraphs(opened(made())))


def test_an_article_of_a_decision_with_several_clauses_has_its_own_line() -> None:
    clauses = (Clause("a", "1", "Một."), Clause("b", "2", "Hai."))
    found = paragraphs(opened(made(dataclasses.replace(SAMPLE, articles=(Article("c", 1, "Điều 1.", "", clauses),)))))
    start = found.index(("article", "Điều 1."))
    assert found[start + 1 : start + 3] == [("clause", "1. Một."), ("clause", "2. Hai.")]


def test_the_layout_can_be_the_user_s_own(tmp_path: Path) -> None:
    own = tmp_path / "regulation" / "nd30_word.yaml"
    own.parent.mkdir()
    shipped = (ROOT / "templates/regulation/nd30_word.yaml").read_text("utf-8")
    own.write_text(shipped.replace("left: 30,", "left: 35,"), "utf-8")
    choose("templates", tmp_path)
    try:
        margin = opened(made()).sections[0].left_margin
    finally:
        choose("templates", None)
    assert margin is not None
    assert round(margin.mm) == 35


def test_the_signature_never_stands_alone_on_a_page(document: Document) -> None:
    (last,) = [found for found in document.paragraphs if found.text == "Điều 1. Ban hành kèm theo./."]
    assert last.paragraph_format.keep_with_next
    for table in document.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_what_announces_a_list_stays_with_its_first_entry(document: Document) -> None:
    rows = {row.text: row.paragraph_format.keep_with_next for row in document.paragraphs}
    assert rows["1. Gồm:"]
    assert not any(rows[f"{point.letter}) {point.text}"] for point in POINTS)


def test_a_break_in_a_text_is_a_space_as_on_paper() -> None:
    rows = paragraphs(opened(made(dataclasses.replace(SAMPLE, title="Tên hai\ndòng"))))
    assert "Tên hai dòng" in [text for _, text in rows]
