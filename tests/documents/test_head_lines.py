"""The name of an issuer and the date break where a clerk would break them, in PDF and in Word."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pdfplumber
import pytest
from layout.pages import CLEAN, pdf, word, words

from rollout.documents.instrument_pdf import name_lines

CHAIR = "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ QUẢNG NINH"
DATE = "ngày …… tháng …… năm 2022"
LONG = replace(CLEAN, head=CHAIR, place="Thành phố mang tên một người", date_line=DATE)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (CHAIR, ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "THÀNH PHỐ QUẢNG NINH"]),
        ("ỦY BAN NHÂN DÂN TỈNH CÀ MAU", ["ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU"]),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", ["SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"]),
    ],
)
def test_a_name_is_divided_before_the_words_that_begin_a_line(name: str, lines: list[str]) -> None:
    assert name_lines(name, words()["head_lines"]) == lines
    assert name_lines(name, "") == [name]


@pytest.mark.pdf
def test_a_pdf_breaks_there() -> None:
    with pdfplumber.open(io.BytesIO(pdf(LONG))) as opened:
        page = opened.pages[0]
        head = page.crop((0, 0, page.width, page.height / 4))
        left = head.crop((0, 0, page.width * 0.45, head.height)).extract_text().splitlines()
        right = head.crop((page.width * 0.45, 0, page.width, head.height)).extract_text().splitlines()
    assert left[:3] == ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "THÀNH PHỐ QUẢNG NINH"]
    assert right[2:4] == ["Thành phố mang tên một người,", DATE]


def test_in_word_only_the_right_spaces_may_break() -> None:
    cells = docx.Document(io.BytesIO(word(LONG))).tables[0].row_cells(0)
    said = {row.style.style_id: row.text for cell in cells for row in cell.paragraphs if row.style is not None}
    assert said["issuer"].split(" ") == [
        "CHỦ\u00a0TỊCH",
        "ỦY\u00a0BAN\u00a0NHÂN\u00a0DÂN",
        "THÀNH\u00a0PHỐ\u00a0QUẢNG\u00a0NINH",
    ]
    assert said["place"].endswith(f"người, {DATE}".replace(DATE, DATE.replace(" ", "\u00a0")))


def test_a_name_too_long_for_one_line_may_break_anywhere() -> None:
    name = "SỞ VĂN HÓA, THỂ THAO, DU LỊCH VÀ THÔNG TIN"
    [cell, _] = docx.Document(io.BytesIO(word(replace(CLEAN, head=name)))).tables[0].row_cells(0)
    assert name in [row.text for row in cell.paragraphs]
