"""The PDF: tagged, the same bytes twice, shipped fonts only, and nothing fetched from anywhere."""

from __future__ import annotations

import io
import logging
import unicodedata
from pathlib import Path
from typing import Any

import pypdf
import pytest
from documents.sample import report

from rollout.documents.pdf import LayoutError, fetcher, layout, pdf

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf(report())


@pytest.fixture(scope="module")
def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def test_same_input_same_bytes(data: bytes) -> None:
    assert pdf(report()) == data


def test_it_is_tagged_and_says_its_language(read: pypdf.PdfReader) -> None:
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == "vi"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert str(read.metadata.title if read.metadata else "").startswith("Báo cáo rà soát")


def test_dates_come_from_the_input(read: pypdf.PdfReader) -> None:
    assert read.metadata is not None
    assert str(read.metadata["/CreationDate"]).startswith("D:20220630")


def test_every_page_says_what_it_is(read: pypdf.PdfReader) -> None:
    for number, page in enumerate(read.pages, 1):
        said = unicodedata.normalize("NFC", page.extract_text())
        assert "SỐ LIỆU MINH HỌA · LƯU HÀNH NỘI BỘ" in said
        if number > 1:
            assert f"Trang {number}/{len(read.pages)}" in said
            assert "Tỉnh Bạc Liêu · 30/06/2022 · anh_duong 1" in said


def test_sections_are_bookmarks(read: pypdf.PdfReader) -> None:
    titles = str(read.outline)
    for title in ("Tóm tắt", "Khoảng trống theo cơ quan chủ trì", "Nguồn"):
        assert title in titles


def test_only_shipped_fonts_are_inside(read: pypdf.PdfReader) -> None:
    names = {str(font["/BaseFont"]) for page in read.pages for font in _fonts(page)}
    assert names
    assert all("Be-Vietnam-Pro" in name for name in names)


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


def test_a_hostile_word_stays_a_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("canary 4711", "utf-8")
    hostile = f'<link rel=attachment href="{canary.as_uri()}"><img src="{canary.as_uri()}">'
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        data = pdf(report(hostile))
    read = pypdf.PdfReader(io.BytesIO(data))
    assert "<link rel=attachment" in "".join(page.extract_text() for page in read.pages)
    assert not read.attachments
    assert b"4711" not in data


def test_layout_never_warns(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        layout(report())
    assert [record.getMessage() for record in caplog.records] == []


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1:9/x", "https://example.org/x", "ftp://a/b"]
)
def test_the_fetcher_knows_two_schemes_only(address: str) -> None:
    with pytest.raises(ValueError, match="disallowed"):
        fetcher().fetch(address)


def test_an_address_that_is_refused_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    import rollout.documents.pdf as module

    monkeypatch.setattr(module, "markup", lambda *_: '<html lang="vi"><img alt="x" src="file:///etc/passwd">')
    with pytest.raises(LayoutError):
        layout(report())


def test_a_letter_no_shipped_font_has_is_written_as_its_code() -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf(report("Trung tâm 漢 😀"))))
    assert "[U+6F22]" in read.pages[0].extract_text()
    assert "[U+1F600]" in read.pages[0].extract_text()
    assert all("Be-Vietnam-Pro" in str(font["/BaseFont"]) for page in read.pages for font in _fonts(page))
