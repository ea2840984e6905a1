"""The words of a Word file, a paragraph a line: of tracked changes, what is inserted counts."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from rollout.layout.markup import local, parsed
from rollout.layout.unreadable import unreadable

MAIN = "word/document.xml"
# Notes are text that somebody added.
PARTS = (MAIN, "word/footnotes.xml", "word/endnotes.xml")
LARGEST_PART = 32 * 1024 * 1024
MOST_PARTS = 2000
GONE = {"del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "sectPr"}
SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}


def paragraphs(data: bytes, name: str) -> tuple[str, ...]:
    """Return the text as one page; raises ProblemsFound D048 for what is no Word file, or is one that would explode."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            known = {row.filename for row in package.infolist()}
            if len(known) > MOST_PARTS:
                raise unreadable(name, "too_large")
            parts = [_part(package, part, name) for part in PARTS if part in known]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, zlib.error) as error:
        raise unreadable(name, "docx") from error
    if MAIN not in known:
        raise unreadable(name, "docx")
    return ("\n".join("".join(_said(parsed(part, name))) for part in parts),)


def _part(package: zipfile.ZipFile, part: str, name: str) -> bytes:
    """Read a part up to its cap: the size that the package claims for it may be a lie."""
    with package.open(part) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise unreadable(name, "too_large")
    return data


def _said(node: Any) -> Iterator[str]:
    kind = local(node)
    if kind in GONE:
        return
    if kind == "t":
        yield node.text or ""
        return
    yield SIGNS.get(kind, "")
    for child in node:
        yield from _said(child)
    if kind == "p":
        yield "\n"
