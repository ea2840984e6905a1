"""Page numbers of a PDF: digits alone in the margin above or below the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rollout.layout.document import Numbers
from rollout.layout.lines_pdf import Line

NUMBER = re.compile(r"^[-–— ]*(?:trang |page )?([0-9]{1,4}|[ivxlc]{1,6})(?:/[0-9]+)?[-–— ]*$", re.IGNORECASE)
MARGIN_PT = 62.0
OFF_CENTRE_PT = 40.0


@dataclass(frozen=True, slots=True)
class Shown:
    """The number a page shows; `middle` is how far from the middle of the paper it stands, points."""

    value: int | None
    place: str
    middle: float
    size: float
    upright: bool
    page: int


def take_number(rows: list[Line], width: float, height: float, page: int) -> tuple[Shown | None, list[Line]]:
    """Return the number of a page and the lines without it; a number is the first or the last line."""
    for place, at in (("top", 0), ("bottom", -1)):
        if not rows:
            break
        row = rows[at]
        match = NUMBER.match(row.text)
        near = row.base < MARGIN_PT if place == "top" else row.base > height - MARGIN_PT
        if match and near and not row.table:
            value = int(match[1]) if match[1].isdigit() else None
            shown = Shown(value, place, row.middle - width / 2, row.size, not row.runs[0].italic, page)
            return shown, [other for other in rows if other is not row]
    return None, rows


def numbers(pages: Sequence[Shown | None], starts: Sequence[bool]) -> tuple[Numbers, ...]:
    """Return the page numbers of each part; `starts` tells on which pages a text begins with its head."""
    parts: list[list[int]] = []
    for index in range(len(pages)):
        if not parts or starts[index]:
            parts.append([])
        parts[-1].append(index)
    return tuple(_part(part, pages, number) for number, part in enumerate(parts))


def _part(part: Sequence[int], pages: Sequence[Shown | None], number: int) -> Numbers:
    shown = [row for row in (pages[index] for index in part) if row is not None]
    missing = tuple(index + 1 for index in part[1:] if pages[index] is None)
    first = pages[part[0]]
    if not shown:
        return Numbers("", missing=missing, page=part[0] + 1, section=number, start=part[0] + 1, several=len(part) > 1)
    later = next((row for row in shown if row is not first), shown[0])
    position = later.page - part[0]
    return Numbers(
        "bottom" if any(row.place == "bottom" for row in shown) else "top",
        all(abs(row.middle) < OFF_CENTRE_PT for row in shown),
        max((row.size for row in shown), key=lambda size: abs(size - 13.5)),
        all(row.upright for row in shown),
        all(row.value is not None for row in shown),
        first is None,
        later.value == position,
        missing,
        page=later.page,
        section=number,
        start=part[0] + 1,
        several=len(part) > 1,
    )
