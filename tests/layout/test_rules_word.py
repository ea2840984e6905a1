"""Word files: ours keeps every rule, and each fault planted in it is found as the rule it breaks and as no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from layout.pages import CLEAN, LONG, POINTS, broken, judged, of_role, style, with_clauses, word

from rollout.drafting.instrument import Basis, Clause, Instrument
from rollout.layout.findings import Status


def say(role: str, text: str, index: int = 0) -> Callable[[Any], None]:
    """Change the words of a paragraph."""

    def spoil(document: Any) -> None:
        runs = of_role(document, role)[index].runs
        runs[0].text = text
        for run in runs[1:]:
            run.text = ""

    return spoil


def setting(role: str, **values: Any) -> Callable[[Any], None]:
    """Change the font or the shape of a style: font_size, font_bold, shape_alignment …"""

    def spoil(document: Any) -> None:
        for name, value in values.items():
            kind, _, key = name.partition("_")
            target = style(document, role)
            setattr(target.font if kind == "font" else target.paragraph_format, key, value)

    return spoil


def page(**values: Any) -> Callable[[Any], None]:
    """Change the page of every section."""

    def spoil(document: Any) -> None:
        for section in document.sections:
            for name, value in values.items():
                setattr(section, name, value)

    return spoil


def no_rule_under(role: str) -> Callable[[Any], None]:
    """Take away the line that follows a paragraph of a role."""

    def spoil(document: Any) -> None:
        for row in of_role(document, role):
            line = row._p.getnext()
            assert line.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None
            line.getparent().remove(line)

    return spoil


def grey(document: Any) -> None:
    of_role(document, "clause")[0].runs[0].font.color.rgb = RGBColor(0x80, 0x80, 0x80)


def arial(document: Any) -> None:
    of_role(document, "point")[2].runs[0].font.name = "Arial"


def footer_numbers(document: Any) -> None:
    section = document.sections[0]
    number = section.header.paragraphs[0]._p
    section.footer.is_linked_to_previous = False
    section.footer.paragraphs[0]._p.addnext(number)


def numbers_left(document: Any) -> None:
    document.sections[0].header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def first_page_too(document: Any) -> None:
    document.sections[0].different_first_page_header_footer = False


def no_numbers(document: Any) -> None:
    for node in document.sections[0].header._element.iter(qn("w:fldSimple")):
        node.getparent().remove(node)


FAULTS: dict[str, tuple[str, Callable[[Any], None]]] = {
    # a rule is drawn by its indents, so that it is longer or shorter on other paper
    "A5": ("paper title_rule", page(page_width=Mm(148), page_height=Mm(210))),
    "lying pages": ("orientation title_rule", page(page_width=Mm(297), page_height=Mm(210))),
    "margin left": ("margin_left", page(left_margin=Mm(25))),
    "margin right": ("margin_right", page(right_margin=Mm(10))),
    "margin top": ("margin_top", page(top_margin=Mm(30))),
    "margin bottom": ("margin_bottom", page(bottom_margin=Mm(15))),
    "Arial": ("font", arial),
    "grey text": ("colour", grey),
    "number at the bottom": ("page_number_place", footer_numbers),
    "number on the left": ("page_number_place", numbers_left),
    "number on the first page": ("page_number_first", first_page_too),
    "no numbers": ("page_number", no_numbers),
    "small numbers": ("page_number_type", setting("page_number", font_size=Pt(11))),
    "nation upright": ("nation_type", setting("nation", font_bold=False)),
    "nation in other words": ("nation", say("nation", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.")),
    "motto with dashes": ("motto", say("motto", "Độc lập – Tự do – Hạnh phúc")),
    "no rule under the motto": ("motto_rule", no_rule_under("motto")),
    "no rule under the issuer": ("issuer_rule", no_rule_under("issuer")),
    "no rule under the summary": ("title_rule", no_rule_under("issued")),
    "issuer in lower case": ("issuer", say("issuer", "Ủy ban nhân dân tỉnh")),
    "number below ten": ("number", say("number", "Số: 5/QĐ-UBND")),
    "number with spaces": ("number", say("number", "Số: 05/QĐ - UBND")),
    "small number": ("number_type", setting("number", font_size=Pt(12))),
    "date without comma": ("place", say("place", "Nơi ban hành ngày 05 tháng 3 năm 2022")),
    "date without zero": ("place", say("place", "Nơi ban hành, ngày 5 tháng 3 năm 2022")),
    "month without zero": ("place", say("place", "Nơi ban hành, ngày 05 tháng 2 năm 2022")),
    "place upright": ("place_type", setting("place", font_italic=False)),
    "basis upright": ("basis", setting("basis", font_italic=False)),
    "last basis with a comma": ("basis_end", say("basis", "Theo đề nghị của cơ quan chủ trì,", 2)),
    "summary not bold": ("title", setting("title", font_bold=False)),
    "kind too large": ("kind", setting("kind", font_size=Pt(16))),
    "chapter in capitals": ("chapter", say("chapter", "CHƯƠNG I")),
    "chapter in Arabic figures": ("chapter", say("chapter", "Chương 1")),
    "chapter title in lower case": ("chapter_title", say("chapter_title", "Quy định chung")),
    "article without full stop": ("article", say("article", "Điều 1: Phạm vi điều chỉnh")),
    "article upright": ("article_type", setting("article", font_bold=False)),
    "small text": ("body_size", setting("clause", font_size=Pt(11))),
    "text on the left": ("body_align", setting("clause", shape_alignment=WD_ALIGN_PARAGRAPH.LEFT)),
    "indent of 2 cm": ("body_indent", setting("clause", shape_first_line_indent=Mm(20))),
    "no indent": ("body_indent", setting("point", shape_first_line_indent=Mm(0))),
    "no gap": ("body_gap", setting("point", shape_space_before=Pt(3))),
    "double spacing": ("body_spacing", setting("clause", shape_line_spacing=2.0)),
    "narrow lines": ("body_spacing", setting("clause", shape_line_spacing=0.9)),
    "recipients too large": ("recipients_type", setting("recipient", font_size=Pt(13))),
    "recipients upright": ("recipients_label", setting("to", font_italic=False)),
    "recipients without dash": ("recipients_list", say("recipient", "Như Điều 2;")),
    "no archive": ("recipients_list", say("recipient", "- Các đơn vị.", 2)),
    "signature in lower case": ("signer", say("signer", "Chủ tịch", 1)),
}


LETTERED_F = tuple(replace(row, letter="f") if row.letter == "g" else row for row in POINTS)
WORDS: dict[str, tuple[str, Instrument]] = {
    "point f": ("point_order", with_clauses(CLEAN, 2, clauses=(Clause("x", "1", "Gồm:", LETTERED_F),))),
    "point đ left out": (
        "point_order",
        with_clauses(CLEAN, 2, clauses=(Clause("x", "1", "Gồm:", tuple(row for row in POINTS if row.letter != "đ")),)),
    ),
    "clause left out": (
        "clause_order",
        with_clauses(CLEAN, 2, clauses=(Clause("x", "1", f"{LONG}."), Clause("y", "3", f"{LONG}."))),
    ),
    "article left out": ("article_order", with_clauses(CLEAN, 2, label="Điều 5.")),
    "capital of khoản": (
        "citing",
        with_clauses(CLEAN, 1, clauses=(Clause("x", "", "Thực hiện theo quy định tại Khoản 2 Điều 3 Quy chế này."),)),
    ),
    "article without title": ("article_title", with_clauses(CLEAN, 2, title="")),
    "no end sign": ("ending", with_clauses(CLEAN, 3, clauses=(Clause("x", "1", f"{LONG}."),))),
    "TM. for one person": ("signer_power", replace(CLEAN, authority="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")),
    "a body without TM.": ("signer_power", replace(CLEAN, signature=("CHỦ TỊCH",))),
    "basis with a full stop": (
        "basis_end",
        replace(CLEAN, bases=(Basis("a", "Căn cứ Luật thứ nhất."), *CLEAN.bases[1:])),
    ),
}


def test_our_own_breaks_nothing() -> None:
    found = judged(word())
    assert {row.rule["id"]: row.outcome.faults for row in found.of(Status.BROKEN)} == {}
    assert len(found.of(Status.KEPT)) > 48


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_layout_is_found_as_its_rule_alone(name: str) -> None:
    rule, spoil = FAULTS[name]
    assert broken(word(spoil=spoil)) == set(rule.split())


@pytest.mark.parametrize("name", WORDS)
def test_a_fault_of_words_is_found_as_its_rule_alone(name: str) -> None:
    rule, instrument = WORDS[name]
    assert broken(word(instrument)) == {rule}


def test_a_number_with_a_year_is_of_another_regime() -> None:
    found = judged(word(replace(CLEAN, number="Số:      /2026/QĐ-UBND"), setting("clause", font_size=Pt(9))))
    assert {row.outcome.status for row in found.findings} == {Status.UNKNOWN}


def test_a_place_tells_where_to_look() -> None:
    found = judged(word(spoil=setting("clause", font_size=Pt(11))))
    (row,) = found.of(Status.BROKEN)
    fault = row.outcome.faults[0]
    assert fault.found == {"vi": "cỡ chữ 11", "en": "size 11"}
    assert fault.excerpt.startswith("Điều 1.")
    assert fault.paragraph


def test_seal_and_signature_are_never_said_to_be_right() -> None:
    unseen = {row.rule["id"] for row in judged(word()).of(Status.UNKNOWN)}
    assert {"seal", "signature"} <= unseen


@pytest.mark.parametrize(("role", "count"), [("motto", 24), ("issuer", 12), ("issued", 20)])
def test_a_row_of_underscores_is_a_rule_too(role: str, count: int) -> None:
    def spoil(document: Any) -> None:
        for row in of_role(document, role):
            line = Paragraph(row._p.getnext(), row._parent)
            line._p.remove(line._p.find(qn("w:pPr")))
            line.add_run("_" * count)

    assert broken(word(spoil=spoil)) == set()


def test_the_rule_under_a_short_issuer_is_short() -> None:
    assert broken(word(replace(CLEAN, head="SỞ NỘI VỤ"))) == set()
