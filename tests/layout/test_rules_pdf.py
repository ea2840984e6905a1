"""PDF files: ours keeps every rule, and each fault planted in it is found as the rule it breaks and as no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from layout.pages import CLEAN, LONG, broken, judged, pdf, with_clauses

from rollout.drafting.instrument import Clause, Instrument
from rollout.layout.findings import Status

pytestmark = pytest.mark.pdf

STYLES = {
    "margin left": ("margin_left", "@page { margin-left: 25mm; }"),
    "margin right": ("margin_right", "@page { margin-right: 10mm; }"),
    "margin top": ("margin_top", "@page { margin-top: 32mm; }"),
    "margin bottom": ("margin_bottom", "@page { margin-bottom: 12mm; }"),
    "grey text": ("colour", ".khoan { color: #808080; }"),
    "number at the bottom": (
        "page_number_place",
        """@page { @top-center { content: none; } @bottom-center { content: counter(page); font: 14pt Tinos; } }
        @page :nth(1 of decision) { @bottom-center { content: none; } }
        @page :nth(1 of regulation) { @bottom-center { content: none; } }""",
    ),
    "small numbers": ("page_number_type", "@page { @top-center { font-size: 11pt; } }"),
    "nation upright": ("nation_type", ".nation { font-weight: 400; }"),
    "no rule under the motto": ("motto_rule", ".motto span { border: none; }"),
    "no rule under the issuer": ("issuer_rule", ".issuer > span::after { content: none; }"),
    "no rule under the summary": ("title_rule", ".title::after { content: none; }"),
    "a long rule": ("issuer_rule", ".issuer > span::after { width: 90%; }"),
    "place upright": ("place_type", ".place { font-style: normal; }"),
    "basis upright": ("basis", ".basis { font-style: normal; }"),
    "summary not bold": ("title", ".title { font-weight: 400; }"),
    "text on the left": ("body_align", ".khoan, .diem { text-align: left; }"),
    "no indent": ("body_indent", ".diem { text-indent: 0; }"),
    "no gap": ("body_gap", ".diem { margin-top: 0; }"),
    "double spacing": ("body_spacing", ".khoan, .diem { line-height: 2.3; }"),
    "recipients too large": ("recipients_type", ".recipient { font-size: 13pt; }"),
    "recipients upright": ("recipients_label", ".to { font-style: normal; }"),
    "signature not bold": ("signer", ".signer { font-weight: 400; }"),
}
WORDS: dict[str, tuple[str, Instrument]] = {
    "date without comma": ("place", replace(CLEAN, date_line="ngày 5 tháng 3 năm 2022")),
    "chapter in capitals": (
        "chapter",
        replace(
            CLEAN,
            regulation=replace(
                CLEAN.regulation,
                chapters=tuple(replace(row, label=row.label.upper()) for row in CLEAN.regulation.chapters),
            ),
        ),
    ),
    "no end sign": ("ending", with_clauses(CLEAN, 3, clauses=(Clause("x", "1", f"{LONG}."),))),
    "a body without TM.": ("signer_power", replace(CLEAN, signature=("CHỦ TỊCH",))),
    "recipients without archive": ("recipients_list", replace(CLEAN, recipients=("Như Điều 2", "Các đơn vị."))),
}


def test_our_own_breaks_nothing_and_its_font_is_told_as_an_equivalent() -> None:
    found = judged(pdf())
    assert {row.rule["id"]: row.outcome.faults for row in found.of(Status.BROKEN)} == {}
    assert [row.rule["id"] for row in found.of(Status.EQUIVALENT)] == ["font"]
    seen = {row.rule["id"] for row in found.of(Status.KEPT)}
    assert {"kind", "title", "chapter", "chapter_title", "article_title", "point_order", "page_number"} <= seen
    assert len(seen) > 48


@pytest.mark.parametrize("name", STYLES)
def test_a_fault_of_layout_is_found_as_its_rule_alone(name: str) -> None:
    rule, styles = STYLES[name]
    assert broken(pdf(styles=styles)) == {rule}


@pytest.mark.parametrize("name", WORDS)
def test_a_fault_of_words_is_found_as_its_rule_alone(name: str) -> None:
    rule, instrument = WORDS[name]
    assert broken(pdf(instrument)) == {rule}


def test_other_paper_is_found() -> None:
    assert "paper" in broken(pdf(styles="@page { size: A5; margin: 20mm 15mm 20mm 30mm; }"))


def test_a_fault_tells_its_page() -> None:
    found = judged(pdf(with_clauses(CLEAN, 3, clauses=(Clause("x", "1", f"{LONG}."),))))
    (row,) = found.of(Status.BROKEN)
    assert [fault.page for fault in row.outcome.faults] == [3]


def test_the_rule_under_a_short_issuer_is_short() -> None:
    assert broken(pdf(replace(CLEAN, head="SỞ NỘI VỤ"))) == set()


def test_a_long_place_with_its_date_below_is_one_line_to_the_reader() -> None:
    assert broken(pdf(replace(CLEAN, place="Thành phố mang tên một người"))) == set()
