"""What is drawn on a page of a PDF: horizontal lines under texts, and where tables stand. Lengths are points."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from rollout.layout.document import Rule
from rollout.layout.lines_pdf import Line

MM_PER_PT = 25.4 / 72
THIN, SHORTEST, FARTHEST = 2.2, 15.0, 14.0
# The frame around a mark is lower than any row of a table with its text.
LOWEST_TABLE = 32.0
Drawn = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A horizontal line."""

    x0: float
    x1: float
    y: float


def strokes(page: Any) -> list[Stroke]:
    """Return the horizontal lines of a page: lines, flat boxes, and the one side of a box that is drawn."""
    drawn = [*page.lines, *page.rects]
    flat = [row for row in drawn if row["height"] < THIN and row["width"] > SHORTEST]
    found = [Stroke(row["x0"], row["x1"], (row["top"] + row["bottom"]) / 2) for row in flat]
    return found + [Stroke(row["x0"], row["x1"], row["bottom"]) for row in _one_sided(page.rects)]


def _one_sided(boxes: Iterable[Drawn]) -> Iterable[Drawn]:
    """A border below is drawn as what lies between two boxes that differ in their last line only."""
    rows = sorted(boxes, key=lambda row: (round(row["x0"], 1), round(row["top"], 1), row["bottom"]))
    for first, second in pairwise(rows):
        same = all(abs(first[side] - second[side]) < 0.1 for side in ("x0", "x1", "top"))
        if same and 0 < second["bottom"] - first["bottom"] < THIN:
            yield second


def tables(page: Any) -> list[tuple[float, float]]:
    """Return from where to where upright lines stand on a page: between them is a table."""
    sides = [
        (row["top"], row["bottom"])
        for row in (*page.lines, *page.rects)
        if row["width"] < THIN and row["height"] > SHORTEST / 2
    ]
    bands: list[tuple[float, float]] = []
    for top, bottom in sorted(sides):
        if bands and top <= bands[-1][1] + 3:
            bands[-1] = (bands[-1][0], max(bands[-1][1], bottom))
        else:
            bands.append((top, bottom))
    return [band for band in bands if band[1] - band[0] > LOWEST_TABLE]


def rule_under(found: list[Line], drawn: Iterable[Stroke], below: Line | None) -> Rule | None:
    """Return the line drawn under a paragraph, before the next text."""
    last, widest = found[-1], max(line.x1 - line.x0 for line in found)
    left, right = min(line.x0 for line in found), max(line.x1 for line in found)
    end = min(last.base + FARTHEST, below.base - below.size * 0.8 if below is not None else 10_000)
    for row in drawn:
        middle = (row.x0 + row.x1) / 2
        if last.base < row.y < end and left < middle < right:
            touches = row.y - last.base < 0.16 * last.size
            return Rule((row.x1 - row.x0) * MM_PER_PT, widest * MM_PER_PT, underlined=touches)
    return None
