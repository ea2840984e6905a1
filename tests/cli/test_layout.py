"""rollout layout as a user meets it: results, exit codes, both languages, and files that cannot be looked at."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from cli.runs import Run
from docx.shared import Pt
from layout.pages import pdf, style, word


@pytest.fixture(scope="module")
def good() -> bytes:
    return word()


def test_a_clean_document_ends_with_what_was_not_looked_at(rollout: Run, good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(good)
    done = rollout("layout", file, "--lang", "vi")
    assert done.code == 0
    assert "điểm a khoản 1 Mục II Phần I Phụ lục I" in " ".join(done.out.split())
    assert done.out.splitlines()[-1].startswith("KẾT QUẢ: không thấy quy tắc nào sai; 3 quy tắc không đánh giá được")
    assert "mọi quy tắc" not in done.out


def test_a_broken_rule_tells_place_found_allowed_and_remedy(rollout: Run, tmp_path: Path) -> None:
    def spoil(document: object) -> None:
        style(document, "clause").font.size = Pt(11)

    file = tmp_path / "a.docx"
    file.write_bytes(word(spoil=spoil))
    done = rollout("layout", file, "--lang", "en")
    assert done.code == 1
    said = " ".join(done.out.split())
    for words in (
        "size 11",
        "Allowed: size 13 to 14, upright",
        "To fix it:",
        "point e clause 6 Section II Part I Annex I",
    ):
        assert words in said
    quiet = rollout("layout", file, "--lang", "en", "-q")
    assert "Kept" not in quiet.out
    assert "Broken (1)" in quiet.out


def test_json_has_every_rule_once(rollout: Run, good: bytes, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(good)
    told = json.loads(rollout("layout", file, "--format", "json", "--lang", "vi").out)
    ids = [row["id"] for row in told["rules"]]
    assert told["format"] == "rollout.layout/1"
    assert len(ids) == len(set(ids)) == sum(told["counts"].values())
    assert {row["status"] for row in told["rules"]} <= {"kept", "broken", "equivalent", "not_evaluated", "absent"}


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (300 * 1024 * 1024))
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    return out.getvalue()


def cut_word() -> bytes:
    whole = word()
    return whole[: len(whole) // 2]


def not_xml() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word())) as whole, zipfile.ZipFile(out, "w") as package:
        for name in whole.namelist():
            package.writestr(name, b"<w:document" if name == "word/document.xml" else whole.read(name))
    return out.getvalue()


def locked_pdf() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("bi mat", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank_pdf() -> bytes:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    import zlib

    packed = zlib.compress(b"0" * (80 * 1024 * 1024), 9)
    return b"%PDF-1.7\n1 0 obj <</Length 9 /Filter /FlateDecode>> stream\n" + packed + b"\nendstream endobj\n"


def locked_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le")


UNREADABLE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("L001", lambda: b""),
    "text": ("L001", "Quyết định".encode),
    "a picture": ("L001", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99),
    "another zip": ("L001", other_zip),
    "a zip bomb": ("L004", bomb),
    "half a Word file": ("L002", cut_word),
    "Word without XML": ("L002", not_xml),
    "a locked Word file": ("L003", locked_word),
    "only the first line of a PDF": ("L002", lambda: b"%PDF-1.7\n"),
    "a PDF bomb": ("L004", pdf_bomb),
    "no text": ("L005", blank_pdf),
    "half a PDF": ("L002", lambda: pdf()[:4000]),
    "a locked PDF": ("L003", locked_pdf),
}


@pytest.mark.pdf
@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_looked_at_is_named(name: str, rollout: Run, tmp_path: Path) -> None:
    code, make = UNREADABLE[name]
    file = tmp_path / "tep"
    file.write_bytes(make())
    done = rollout("layout", file, "--lang", "vi")
    assert done.code == 2, done.said
    assert code in done.err
    assert "Traceback" not in done.said


def test_no_such_file(rollout: Run, tmp_path: Path) -> None:
    done = rollout("layout", tmp_path / "none.docx")
    assert done.code == 2
    assert "F001" in done.err


def test_a_foreign_file_without_styles_is_read_too(rollout: Run, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Một đoạn văn bản bất kỳ, không có phần đầu, không có chữ ký.")
    file = tmp_path / "khac.docx"
    document.save(str(file))
    done = rollout("layout", file, "--lang", "vi", "--format", "json")
    assert done.code == 1
    told = {row["id"]: row["status"] for row in json.loads(done.out)["rules"]}
    assert told["nation"] == told["signer"] == told["font"] == "broken"
    assert told["chapter"] == "absent"
