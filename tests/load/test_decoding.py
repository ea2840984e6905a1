"""Bytes and what they are: encodings, files under a wrong name, letters that cannot be seen."""

from __future__ import annotations

import unicodedata

import pytest

from rollout import load
from rollout.load.decoding import decode


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in decode(data, "x").problems]


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"PK\x03\x04...word/document.xml", "Word"), (b"PK\x03\x04...xl/workbook.xml", "Excel"), (b"PK\x03\x04...", "ZIP"),
     (b"%PDF-1.4", "PDF"), (b"\xff\xd8\xff\xe1", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"{\\rtf1", "RTF"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"), (b"<html>", "HTML"), (b"\n<?xml version='1.0'?>", "XML")],
)  # fmt: skip
def test_a_file_under_a_wrong_name_is_called_what_it_is(start: bytes, kind: str) -> None:
    (problem,) = decode(start, "x").problems
    assert problem.code == "Y005"
    words = problem.values["kind"]
    assert isinstance(words, dict)
    assert kind in words["vi"]
    assert kind in words["en"]


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_named(name: str) -> None:
    (problem,) = decode("gio: 40\nten: Bạc Liêu\n".encode(name), "x").problems
    assert (problem.code, problem.values["encoding"]) == ("Y003", name[:6].upper())


def test_the_first_byte_that_is_no_letter_is_shown() -> None:
    (problem,) = decode("a: 1\r\nđ: ".encode() + b"\xe0\n", "x").problems
    assert (str(problem.place), problem.values["byte"], problem.values["position"]) == ("x:2:4", "0xE0", 11)


def test_letters_are_composed_and_lines_end_alike() -> None:
    text = "tên: Quảng Ninh\n"
    for other in (text, unicodedata.normalize("NFD", text), text.replace("\n", "\r\n"), text.replace("\n", "\r")):
        assert decode(other.encode(), "x").text == text
        assert decode(b"\xef\xbb\xbf" + other.encode(), "x").text == text


def test_what_cannot_be_seen_is_taken_out_so_that_the_rest_can_be_checked() -> None:
    decoded = decode("nhan\u200b_su: 1\u202e\n".encode(), "x")
    assert decoded.text == "nhan_su: 1\n"
    assert [str(problem.place) for problem in decoded.problems] == ["x:1:5", "x:1:12"]


@pytest.mark.parametrize(
    "char", ["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\u00ad", "\u2028", "\u3164", "\u034f"]
)
def test_invisible_characters(char: str) -> None:
    assert codes(f"a: b{char}c".encode()) == ["Y004"]


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x7f", "\x85", "\x9f", "\uffff"])
def test_control_characters(char: str) -> None:
    assert codes(f"a: b{char}c".encode()) == ["Y008"]


@pytest.mark.parametrize(
    "text", ["a: đ – “x” … ₫ ✓ 12 m² «x» 5 µg 😀", "a: naïve Noël, Straße", "a:\tb", "a: 東京\u00a0x"]
)
def test_ordinary_signs_pass(text: str) -> None:
    assert codes(text.encode()) == []


def test_old_text_is_shown_as_it_should_read() -> None:
    (problem,) = decode("a: ñ\nb: h¶i phßng, thµnh phè §µ N½ng\n".encode(), "x").problems
    assert (problem.code, problem.place.line if problem.place else 0) == ("Y006", 2)
    assert problem.values["preview"] == "hải phòng, thành phố Đà Nẵng"


def test_old_text_is_found_beside_text_in_unicode() -> None:
    data = "# Tên đơn vị, viết đủ\na: Së Y tÕ thµnh phè H¶i Phßng\n# Số điện thoại\n"
    assert codes(data.encode()) == ["Y006"]
    assert load.document(data.encode(), "x").data == {"a": "Sở Y tế thành phố Hải Phòng"}
