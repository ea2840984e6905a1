"""Every bad file of tests/examples/bad says in both languages what is written beside it.

The number before a name is its row in the list of bad inputs. Files that are huge, binary or in another encoding are
made here. `UPDATE_GOLDEN=1 pytest tests/load/test_bad_examples.py` writes the expected output anew; read it before
committing.
"""

from __future__ import annotations

import json
import os
import random
import time
import unicodedata
from pathlib import Path

import pytest
from tiny_schema import TINY

from rollout import load
from rollout.load import Document
from rollout.texts import message

FOLDER = Path(__file__).parent.parent / "examples" / "bad"
BOM = b"\xef\xbb\xbf"
GOOD = "gio: 40\ndon_vi: Sở Y tế tỉnh Quảng Ninh\n"
HEAD = {"vi": ("lỗi", "cảnh báo", "Vì sao", "Cách sửa"), "en": ("error", "warning", "Why", "What to do")}
MADE: dict[str, bytes] = {
    "04-brackets-30000": b"gio: " + b"[" * 30_000,
    "05-dashes-30000": b"- " * 30_000,
    "06-mappings-500-deep": b"".join(b" " * level + b"a:\n" for level in range(500)),
    "07-scalar-20-mb": b"gio: " + b"x" * 20_000_000,
    "08-scalars-150000": b"gio: [" + b"1," * 150_000 + b"1]",
    "09-integer-5000-digits": b"gio: " + b"9" * 5_000,
    "10-hex-1-mb": b"gio: 0x" + b"F" * 1_000_000,
    "10-scalar-30000": b"gio: " + b"x" * 30_000,
    "12-duplicate-key-nfd": f"trụ_sở: 1\n{unicodedata.normalize('NFD', 'trụ_sở')}: 2\n".encode(),
    "16-empty": b"",
    "16-only-bom": BOM,
    "39-bom": BOM + GOOD.encode(),
    "40-utf-16": GOOD.encode("utf-16"),
    "40-utf-16-without-mark": GOOD.encode("utf-16-le"),
    "40-utf-32": GOOD.encode("utf-32"),
    "41-latin-1": "gio: 40\ndon_vi: S\xe0i G\xf2n\n".encode("latin-1"),
    "44-crlf": GOOD.replace("\n", "\r\n").encode(),
    "44-cr": GOOD.replace("\n", "\r").encode(),
    "44-mixed": GOOD.replace("\n", "\r\n", 1).encode() + b"muc: x\r",
    "45-nfd": unicodedata.normalize("NFD", GOOD).encode(),
    "46-zero-width-in-key": "gio: 40\nnhan\u200b_su: 12\n".encode(),
    "46-no-break-space-before-a-line": "trung_tam:\n\u00a0\u00a0mo_cua: yes\ngio: 40\n".encode(),
    "47-right-to-left-override": "gio: 40\ndon_vi: Sở Y tế \u202egnp.exe\n".encode(),
    "47-right-to-left-escaped": 'gio: 40\ndon_vi: "Sở Y tế \\u202e"\n'.encode(),
    "48-nul": b"gio: 40\ndon_vi: a\0b\n",
    "48-c1-control": "gio: 40\ndon_vi: a\u0085b\u0090\n".encode(),
    "48-marks-on-one-letter": ("don_vi: a" + "\u0301\u0323" * 50_000).encode(),
    "48-replacement-sign": "gio: 40\ndon_vi: Qu\ufffdng Ninh\n".encode(),
    "49-truncated": GOOD.encode()[: GOOD.encode().index("ở".encode()) + 2],
    "50-random": random.Random(50).randbytes(256),
    "50-jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "50-xlsx": b"PK\x03\x04\x14\x00\x06\x00\x08\x00[Content_Types].xml xl/workbook.xml",
    "50-pdf": b"%PDF-1.7\n",
    "50-html": b"<!DOCTYPE html>\n<html></html>",
}
EXAMPLES = {path.stem: path for path in FOLDER.glob("*.yaml")}


def read(name: str) -> Document:
    data = MADE[name] if name in MADE else EXAMPLES[name].read_bytes()
    return load.document(data, f"{name}.yaml", TINY)


def told(document: Document, lang: str) -> str:
    """The problems in words; of a file without errors, what was understood."""
    error, warning, why, fix = HEAD[lang]
    lines = []
    for problem in document.problems:
        words = message(problem, lang)
        kind = error if problem.is_error else warning
        lines += [
            f"{problem.place}: {kind} {problem.code}: {words.text}",
            f"    {why}: {words.why}",
            f"    {fix}: {words.fix}",
        ]
    if document.ok:
        lines.append(json.dumps(document.data, ensure_ascii=False))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", sorted({*MADE, *EXAMPLES}))
def test_a_bad_file_says_what_is_written_beside_it(name: str, lang: str) -> None:
    started = time.process_time()
    document = read(name)
    assert time.process_time() - started < 6
    golden = FOLDER / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(told(document, lang), "utf-8")
    assert told(document, lang) == golden.read_text("utf-8")


def test_every_row_that_concerns_loading_has_an_example() -> None:
    have = {int(name[:2]) for name in (*MADE, *EXAMPLES) if name[:2].isdigit()}
    assert sorted(set(range(1, 51)) - have) == []


def test_line_ends_marks_and_decomposed_letters_change_nothing() -> None:
    plain = load.document(GOOD.encode(), "x.yaml")
    for name in ("39-bom", "44-crlf", "44-cr", "45-nfd"):
        other = read(name)
        assert other.data == plain.data
        assert other.places.of(("don_vi",)).line == 2
        assert other.problems == ()
