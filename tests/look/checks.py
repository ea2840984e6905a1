"""What must never be seen on a page: each check yields what it found, nothing when all is well."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pdfplumber

from rollout.reporting.report import Report, Section, Sources, Steps, TickList
from rollout.reporting.table import Table

SHIPPED = ("Be-Vietnam-Pro", "BeVietnamPro", "Tinos")
MM = 72 / 25.4
SLACK = 1.5
SIDES = {"a4": (22, 20), "half": (15, 14)}
NEVER = re.compile(r"\bNone\b|\bnan\b|\{\{|\}\}|\{%|\binf\b|∞|\(cid:|\ufffd|Undefined")
HEADING_POINTS = 10.4
FOOT_MM = 16
CELL, SHARED, CLOSE = 12.0, 0.5, 5.0


def check(report: Report, document: Any, data: bytes) -> list[str]:
    """Return everything wrong with a report's tree, its laid-out pages and its PDF."""
    found = [*empty_parts(report), *decomposed(report), *split_entries(document)]
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            cover = number == 1 and report.cover is not None
            found += [f"page {number}: {fault}" for fault in page_faults(page, report, cover=cover)]
        text = "".join("".join(page.extract_text().split()) for page in pdf.pages)
        missing = {said for said in words(report) if "".join(said.split()) not in text}
    return [*found, *(f"lost or broken: {said!r}" for said in sorted(missing) if _one_line(said))]


def empty_parts(part: object) -> Iterator[str]:
    """Sections, tables and lists with nothing in them."""
    content = {Section: "blocks", Table: "rows", Steps: "items", TickList: "items", Sources: "items"}
    name = content.get(type(part))
    if name and not getattr(part, name):
        yield f"empty {type(part).__name__}: {getattr(part, 'title', '') or getattr(part, 'caption', '')}"
    if isinstance(part, tuple):
        for inner in part:
            yield from empty_parts(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from empty_parts(getattr(part, field.name))


def decomposed(report: Report) -> Iterator[str]:
    """Texts that are not NFC: the layout engine may put their letters together, a search would still miss them."""
    for said in words(report):
        if said != unicodedata.normalize("NFC", said):
            yield f"text is not NFC: {said!r}"


def split_entries(document: Any) -> Iterator[str]:
    """Rows of a table that begin on one page and end on another."""
    pages: dict[Any, set[int]] = {}
    for number, page in enumerate(document.pages, 1):
        for box in page._page_box.descendants():
            if box.element is not None and box.element_tag == "tr" and not _in_head(box):
                pages.setdefault(box.element, set()).add(number)
            if box.element is not None and box.element_tag == "tbody" and "entry" in box.element.get("class", ""):
                pages.setdefault(box.element, set()).add(number)
    for element, on in pages.items():
        if len(on) > 1:
            yield f"row split over pages {sorted(on)}: {' '.join(''.join(element.itertext()).split())[:60]}"


def _in_head(box: Any) -> bool:
    parent = box.element.getparent() if hasattr(box.element, "getparent") else None
    return any(child.get("scope") == "col" for child in box.element) or (parent is not None and parent.tag == "thead")


def page_faults(page: Any, report: Report, *, cover: bool) -> Iterator[str]:
    """Faults of one page: margins, fonts, letters, words on words, headings left alone."""
    yield from outside(page, report, cover=cover)
    for name in sorted({char["fontname"].partition("+")[2] for char in page.chars}):
        if not name.startswith(SHIPPED):
            yield f"font {name} is not shipped"
    text = page.extract_text()
    if text != unicodedata.normalize("NFC", text):
        yield "text is not NFC"
    yield from (f"{match[0]!r} in the text" for match in NEVER.finditer(text))
    yield from overlaps(page)
    if not cover:
        yield from lonely_heading(page)


def outside(page: Any, report: Report, *, cover: bool) -> Iterator[str]:
    """Text beyond the margins; on a cover, beyond the page."""
    left, right = (5, 5) if cover else SIDES[report.paper]
    low, high = left * MM - SLACK, page.width - right * MM + SLACK
    for word in page.extract_words():
        if word["x0"] < low or word["x1"] > high or word["top"] < 0 or word["bottom"] > page.height - 4 * MM:
            yield f"outside the margins: {word['text']!r}"


def overlaps(page: Any) -> Iterator[str]:
    """Letters that stand on letters: they share their place across, and lie closer than two lines."""
    seen: dict[tuple[int, int], list[Any]] = {}
    for char in page.chars:
        if not char["text"].strip():
            continue
        cell = (int(char["x0"] // CELL), int(char["top"] // CELL))
        near = [one for x in (-1, 0, 1) for y in (-1, 0, 1) for one in seen.get((cell[0] + x, cell[1] + y), ())]
        for one in near:
            shared = min(one["x1"], char["x1"]) - max(one["x0"], char["x0"])
            narrow = min(one["x1"] - one["x0"], char["x1"] - char["x0"])
            middles = abs(one["top"] + one["bottom"] - char["top"] - char["bottom"]) / 2
            if shared > SHARED * narrow and middles < CLOSE:
                yield f"{char['text']!r} stands on {one['text']!r} at {char['x0']:.0f}, {char['top']:.0f}"
        seen.setdefault(cell, []).append(char)


def lonely_heading(page: Any) -> Iterator[str]:
    """A heading that is the last thing on its page."""
    body = [char for char in page.chars if char["bottom"] < page.height - FOOT_MM * MM and char["text"].strip()]
    if body:
        last = max(body, key=lambda char: char["bottom"])
        if last["size"] > HEADING_POINTS and "Bold" in last["fontname"]:
            line = [char["text"] for char in body if abs(char["bottom"] - last["bottom"]) < 1]
            yield f"heading left alone: {''.join(line)!r}"


def words(part: object) -> Iterator[str]:
    """Every text of a report that must be read on paper."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from words(inner)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in UNPRINTED:
                yield from words(getattr(part, field.name))


UNPRINTED = {
    "kind", "lang", "date", "fingerprint", "description", "paper", "id", "style", "tone", "code", "alt", "data",
    "filters", "caption", "refs", "label", "eyebrow", "stamp",
}  # fmt: skip


def _one_line(said: str) -> bool:
    """Longer texts wrap, and columns beside them come between; short ones stand whole."""
    return 0 < len(said) <= 16
