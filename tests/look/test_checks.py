"""Each check of `make look` sees what it is for, and nothing on a page that is well made."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from documents.sample import report
from look.checks import check, empty_parts, lonely_heading, outside, overlaps, page_faults, split_entries

from rollout.documents.pdf import layout, written
from rollout.reporting.report import Block, Paragraph, Report, Section, Steps
from rollout.reporting.table import Column, Row, Table, text

pytestmark = pytest.mark.pdf
FONT = (Path(__file__).resolve().parents[2] / "templates/fonts/BeVietnamPro-Bold.ttf").as_uri()


def found(*blocks: Block) -> str:
    made = with_blocks(*blocks)
    document = layout(made)
    return "\n".join(check(made, document, written(document, made)))


def with_blocks(*blocks: Block) -> Report:
    return replace(report(), sections=(Section("s", "Một mục", blocks),))


def page_of(markup: str) -> Any:
    from weasyprint import HTML

    style = (
        f"<style>@font-face{{font-family:B;src:url({FONT})}} @page{{size:A4;margin:22mm}} body{{font:9pt B}}</style>"
    )
    return pdfplumber.open(io.BytesIO(HTML(string=style + markup).write_pdf())).pages[0]


def test_a_page_well_made_has_no_faults() -> None:
    made = report()
    document = layout(made)
    assert check(made, document, written(document, made)) == []


def test_text_beyond_the_margin_is_seen() -> None:
    page = page_of('<p style="margin-left:-15mm">ra ngoài lề')
    assert list(outside(page, report(), cover=False))


@pytest.mark.parametrize("said", ["None", "nan", "{{ x }}", "{% if %}"])
def test_words_of_a_programmer_are_seen(said: str) -> None:
    assert "in the text" in found(Paragraph(f"Có {said} ở đây"))


def test_decomposed_text_is_seen() -> None:
    assert "not NFC" in found(Paragraph(unicodedata.normalize("NFD", "Điều phối liên ngành")))


def test_a_font_that_is_not_shipped_is_seen() -> None:
    page = page_of('<p style="font-family:DejaVu Sans">chữ')
    assert any("not shipped" in fault for fault in page_faults(page, report(), cover=False))


def test_words_on_words_are_seen() -> None:
    page = page_of('<p style="position:absolute;top:0">một<p style="position:absolute;top:1mm">hai')
    assert list(overlaps(page))


def test_a_heading_left_alone_is_seen() -> None:
    page = page_of('<div style="height:240mm">chữ</div><h2 style="font-size:14pt;margin:0">Đầu đề</h2>')
    assert list(lonely_heading(page))


def test_empty_parts_are_seen() -> None:
    empty = (Section("a", "A"), Steps(()), Table((Column("STT", "stt"),), (), "B"))
    assert len(list(empty_parts(with_blocks(*empty)))) == 3


def test_a_row_over_two_pages_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from rollout.documents.environment import source as plain

    monkeypatch.setattr(
        "rollout.documents.html.source", lambda name: plain(name).replace("break-inside: avoid", "break-inside: auto")
    )
    columns = (Column("STT", "stt"), Column("Nội dung"))
    rows = tuple(Row((text(str(number)), text(*["một dòng"] * 7))) for number in range(12))
    assert "row split" in "\n".join(split_entries(layout(with_blocks(Table(columns, rows, "Bảng")))))
