"""Bytes → NFC text, or what the bytes really are: UTF-16, a spreadsheet, a picture, an old Vietnamese encoding."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass, field

from rollout.language import legacy
from rollout.load.characters import clean, too_many_marks
from rollout.problems import Place, Problem, Severity
from rollout.texts import pair

# The first bytes of files that are often saved under the wrong name.
_SIGNATURES = {
    b"PK\x03\x04": "zip",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"%PDF-": "pdf",
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF8": "gif",
    b"{\\rtf": "rtf",
    b"Rar!": "rar",
    b"7z\xbc\xaf\x27\x1c": "7z",
    b"\x1f\x8b": "gzip",
    b"II*\x00": "tiff",
    b"MM\x00*": "tiff",
    b"SQLite format 3\x00": "sqlite",
}
_INSIDE_ZIP = {b"xl/": "xlsx", b"word/": "docx", b"ppt/": "pptx", b"opendocument": "odf"}
_MARKUP = (b"<!doctype", b"<html", b"<?xml")
_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
# Text in UTF-16 without a mark: every other byte is zero while letters are plain ones.
_WIDE_SHARE = 0.25
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, or None when it has none, and what was wrong with it."""

    text: str | None
    problems: list[Problem] = field(default_factory=list)


def decode(data: bytes, file: str) -> Decoded:
    """Return the text of `data`: NFC, lines ended by a line feed, no byte order mark. Never raises."""
    start = Place(file, 1, 1)
    kind = _real_kind(data)
    if kind is not None:
        return Decoded(None, [Problem("Y005", start, {"kind": pair(f"load.kind_{kind}")})])
    wide = _wide_encoding(data)
    if wide is not None:
        return Decoded(None, [Problem("Y003", start, {"encoding": wide})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Decoded(None, [_not_utf8(data, error, file)])
    if text.isascii():
        return Decoded(*clean(_lines(text), file))
    marks = too_many_marks(text, file)
    if marks is not None:
        return Decoded(None, [marks])
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _cleaned(_lines(text), file)


def _cleaned(text: str, file: str) -> Decoded:
    """Old encodings first: one of their letters is a soft hyphen, which would be refused as invisible."""
    found = []
    old = legacy.find_tcvn3(text)
    if old is not None:
        found.append(_old_text("Y006", file, old, Severity.ERROR))
        text = old.converted
    text, problems = clean(text, file)
    old = legacy.find_vni(text)
    if old is not None:
        found.append(_old_text("Y007", file, old, Severity.WARNING))
    return Decoded(text, found + problems)


def _old_text(code: str, file: str, old: legacy.OldText, severity: Severity) -> Problem:
    return Problem(code, Place(file, old.line, old.column), {"found": old.found, "preview": old.preview}, severity)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _real_kind(data: bytes) -> str | None:
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return _zip_kind(data) if kind == "zip" else kind
    return "html" if data[:200].lstrip().lower().startswith(_MARKUP) else None


def _zip_kind(data: bytes) -> str:
    return next((kind for mark, kind in _INSIDE_ZIP.items() if mark in data), "zip")


def _wide_encoding(data: bytes) -> str | None:
    for mark, name in _WIDE_MARKS.items():
        if data.startswith(mark):
            return name
    head = data[:_LOOKED_AT]
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    other = min(head[0::2].count(0), head[1::2].count(0))
    return "UTF-16" if len(head) >= 4 and zeros > len(head) * _WIDE_SHARE and not other else None


def _not_utf8(data: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    values = {"byte": f"0x{data[error.start]:02X}", "position": error.start + 1}
    return Problem("Y002", Place(file, before.count(b"\n") + 1, column), values)
