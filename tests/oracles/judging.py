"""Whether what another program made of a Word file still says what the Word file says."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A paragraph is in more pieces than one where a page ends in it.
MOST_PIECES = 4
SHORTEST_PIECE = 4


def paragraphs(data: bytes) -> Iterator[str]:
    """The text of every paragraph in the body of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = ET.fromstring(package.read("word/document.xml"))
    for paragraph in body.iter(f"{WORD}p"):
        said = "".join(node.text or "" for node in paragraph.iter(f"{WORD}t"))
        if said.strip():
            yield said


def bare(text: str) -> str:
    """A text without what the ends of lines and the capitals of a style change.

    Whoever reads a PDF takes a hyphen at the end of a line for one that only divides a word.
    """
    return re.sub(r"[\s\u0002\u00ad\ufffe-]+", "", unicodedata.normalize("NFC", text)).casefold()


def lost(said: Iterator[str], text: str) -> list[str]:
    """The paragraphs that a text does not say; `text` is bare."""
    return [paragraph for paragraph in said if not _found(bare(paragraph), text, MOST_PIECES)]


def _found(wanted: str, text: str, pieces: int) -> bool:
    if wanted in text:
        return True
    low, high = 0, len(wanted)
    while low < high:  # the longest beginning that is there
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in text else (low, middle - 1)
    return pieces > 1 and low >= SHORTEST_PIECE and _found(wanted[low:], text, pieces - 1)


def far_from(pages: int, ours: int) -> bool:
    """Tell whether a file has another length than the same text laid out by us; faces differ, so pages may."""
    return abs(pages - ours) > max(2, ours * 0.2)
