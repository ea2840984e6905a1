"""What must never be seen in a document to be signed or handed on: each check yields what it found."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pdfplumber
from look.checks import MM, NEVER, SHIPPED, SLACK, overlaps


@dataclass(frozen=True)
class Layout:
    """Margins in mm (of a page that stands, of one that lies); in the upper one stands the number, or a mark."""

    head: float
    portrait: tuple[float, float]
    landscape: tuple[float, float]
    marked: bool = False


PAPER = Layout(20, (30, 15), (15, 15))
"""What is to be signed."""
NOTE = Layout(16, (20, 15), (20, 15), marked=True)
"""What goes with it: its mark on every page, its numbers at the foot."""
FOOT_MM = 4
FEWEST_LINES = 3
REACH_MM = 45
"""How near to the edge of the text a table ends or begins that goes on over the page."""
SAME_LINE = 3.0
SIGNATURE = ("Nơi nhận", "Recipients")


def paper_faults(data: bytes, *, ours: bool, layout: Layout = PAPER) -> list[str]:
    """Return everything wrong with a PDF; `ours` is one we laid out, with fonts of our own."""
    found, pages = [], []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for sheet in pdf.pages:
            page = Page(sheet, layout)
            found += [f"page {page.number}: {fault}" for fault in page_faults(page, ours=ours)]
            page.forget()
            pages.append(page)
    return [*found, *([] if layout.marked else numbering(pages)), *heads(pages)]


class Part:
    """What of a table stands on one page."""

    def __init__(self, table: Any, letters: Sequence[Any]) -> None:
        _, self.top, _, self.bottom = table.bbox
        left, top, right, bottom = table.rows[0].bbox
        first = [
            row for row in letters if left <= row["x0"] <= right and top <= row["top"] <= bottom and row["text"].strip()
        ]
        self.headed = all("Bold" in row["fontname"] for row in first)
        self.columns = sorted({round(cell[0]) for cell in table.cells})
        self.head = " ".join(re.sub(r"\s+", " ", cell or "") for cell in table.extract()[0])


class Page:
    """A page with its lines of text; `told` is the number printed on it, None on a first page."""

    def __init__(self, page: Any, layout: Layout = PAPER) -> None:
        self.layout = layout
        self.page, self.number, self.height = page, page.page_number, page.height
        self.words = page.extract_words(extra_attrs=["fontname", "size"])
        top = [word for word in self.words if word["bottom"] < layout.head * MM]
        self.above = [word["text"] for word in top]
        self.told = int(self.above[0]) if len(self.above) == 1 and self.above[0].isdigit() else None
        self.body = [word for word in self.words if word["bottom"] >= layout.head * MM]
        self.ruled = [edge for edge in page.edges if edge["orientation"] == "v" and edge["height"] > SAME_LINE]

        self.tables = [Part(table, page.chars) for table in page.find_tables()] if self.ruled else []

    def forget(self) -> None:
        """Let go of every letter: a long document has millions."""
        self.page.close()
        self.page, self.words, self.body = None, [], []

    def lines(self) -> list[list[Any]]:
        """The lines of the body from top to bottom, without what stands in the lower margin."""
        rows: list[list[Any]] = []
        low = self.page.height - PAPER.head * MM + SAME_LINE
        text = [word for word in self.body if word["bottom"] < low]
        for word in sorted(text, key=lambda word: (word["bottom"], word["x0"])):
            if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < SAME_LINE:
                rows[-1].append(word)
            else:
                rows.append([word])
        return rows


def page_faults(page: Page, *, ours: bool) -> Iterator[str]:
    """Faults of one page by itself."""
    text = page.page.extract_text()
    if text != unicodedata.normalize("NFC", text):
        yield "text is not NFC"
    yield from (f"{match[0]!r} in the text" for match in NEVER.finditer(text))
    if ours:
        yield from strange_fonts(page)
    yield from outside(page)
    yield from cut(page)
    yield from overlaps(page.page)
    yield from alone(page)


def strange_fonts(page: Page) -> Iterator[str]:
    for name in sorted({char["fontname"].partition("+")[2] for char in page.page.chars}):
        if not name.startswith(SHIPPED):
            yield f"font {name} is not shipped"


def outside(page: Page) -> Iterator[str]:
    """Text in the margins, other than the page's number in the upper one."""
    wide = page.page.width > page.page.height
    left, right = page.layout.landscape if wide else page.layout.portrait
    low, high = left * MM - SLACK, page.page.width - right * MM + SLACK
    for word in page.body:
        if word["x0"] < low or word["x1"] > high or word["bottom"] > page.page.height - FOOT_MM * MM:
            yield f"outside the margins: {word['text']!r}"
    if page.above and page.told is None and not page.layout.marked:
        yield f"in the top margin: {' '.join(page.above)!r}"


def cut(page: Page) -> Iterator[str]:
    """Words that a line of a table runs through."""
    for word in page.body:
        for edge in page.ruled:
            within = edge["top"] - 1 < word["top"] and word["bottom"] < edge["bottom"] + 1
            if within and word["x0"] + 1 < edge["x0"] < word["x1"] - 1:
                yield f"a line of a table runs through {word['text']!r}"


def alone(page: Page) -> Iterator[str]:
    """What should not be parted from what follows or goes before, and pages with next to nothing on them."""
    lines = page.lines()
    if not lines:
        if not page.page.images and not page.page.curves:
            yield "nothing on the page"
        return
    first, last = _said(lines[0]), lines[-1]
    if first.startswith(SIGNATURE):
        yield "the signature stands alone"
    elif len(lines) < FEWEST_LINES and not page.page.images and not page.page.curves:
        yield f"almost nothing on the page: {first!r}"
    if _said(last).endswith(":") and not page.ruled:
        yield f"left alone at the foot: {_said(last)!r}"
    if all("Bold" in word["fontname"] for word in last) and last[0]["x0"] < page.page.width / 2 and not page.ruled:
        yield f"heading left alone: {_said(last)!r}"


def numbering(pages: Sequence[Page]) -> Iterator[str]:
    """Numbers that do not follow each other; a page without one is the first of a part."""
    before = 0
    for page in pages:
        if page.told is not None and page.told != before + 1:
            yield f"page {page.number} is numbered {page.told} after {before}"
        before = page.told or 1
    if len(pages) > 1 and all(page.told is None for page in pages):
        yield "no page is numbered"


def heads(pages: Sequence[Page]) -> Iterator[str]:
    """Tables that go on over a page without their head."""
    for one, two in pairwise(pages):
        if not one.tables or not two.tables or (two.told is None and not two.layout.marked):
            continue
        last = max(one.tables, key=lambda table: table.bottom)
        first = min(two.tables, key=lambda table: table.top)
        goes_on = last.headed and last.bottom > one.height - REACH_MM * MM and first.top < REACH_MM * MM
        if goes_on and last.columns == first.columns and first.head not in {table.head for table in one.tables}:
            yield f"page {two.number}: the head of the table is not repeated: {first.head[:60]!r}"


def _said(line: Sequence[Any]) -> str:
    return " ".join(word["text"] for word in sorted(line, key=lambda word: word["x0"]))
