"""Lines of a PDF → paragraphs: a file of pages does not know them, but its indents, gaps and types tell."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rollout.layout.document import Paragraph, Run
from rollout.layout.lines_pdf import Line
from rollout.layout.patterns import Table
from rollout.layout.strokes_pdf import MM_PER_PT
from rollout.layout.styles_docx import SINGLE

NEAR = 3.0
INDENTED = 6.0
# A centimetre, and half an inch.
INDENTS = (28.35, 36.0)
# Lines that end nowhere in particular are of a text that is not justified.
COMMON = 0.15
# Sizes of a letter between the lines of one heading.
FARTHEST = 1.85
# What stands on a line of its own, however much the next line looks like it.
ALONE = ("kind", "decides", "chapter", "section", "annex_label")


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of pages of one size begins and ends."""

    left: float
    right: float
    ragged: bool = False
    """No line ends where another does: the right side is a guess."""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def area(rows: Sequence[Line], width: float) -> Area:
    """Return the area that lines outside heads, feet and tables fill."""
    flow = [row for row in rows if row.column is None and not row.table] or list(rows)
    lefts = Counter(round(row.x0) for row in flow)
    enough = max(1, len(flow) // 25)
    left = min((x for x, count in lefts.items() if count >= enough), default=width * 0.14)
    long = [row.x1 for row in flow if row.x1 - row.x0 > 0.5 * width]
    ends = Counter(round(x) for x in long)
    common = [x for x, count in ends.items() if count >= max(3, COMMON * len(long))]
    ragged = not common
    right = float(max(common or long, default=width * 0.93))
    return Area(float(left), right, ragged)


def group(rows: Sequence[Line], where: Area, pitch: float, table: Table) -> list[list[Line]]:
    """Return the lines of each paragraph; the lines are of one column, in order."""
    found: list[list[Line]] = []
    for row in rows:
        if found and _goes_on(found[-1], row, where, pitch, table):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _goes_on(before: list[Line], row: Line, where: Area, pitch: float, table: Table) -> bool:
    last = before[-1]
    if row.column != last.column or row.table or last.table:
        return False
    if any(table.has(name, text) for name in ALONE for text in (row.text, _said(before))):
        return False
    # what looks like a beginning is none where the line before is full and this one not indented
    full = row.column is None and row.x0 < where.left + NEAR and last.x1 > where.right - 5 * NEAR
    if table.has("begins", row.text) and not full:
        return False
    if row.column is not None:
        # at the right of a head, only place and date may need a second line
        wraps = row.column == 0 or row.runs[0].italic
        return wraps and _same_type(last, row) and row.page == last.page and row.base - last.base < 1.5 * pitch
    if row.page != last.page:
        return row.x0 < where.left + NEAR and last.x1 > where.right - 5 * NEAR and _same_type(last, row)
    if row.base - last.base > 1.22 * max(pitch, _pitch(before) or 0):
        return False
    if _centred(row, where) and _centred(last, where):
        return _same_type(last, row) and row.base - last.base < FARTHEST * row.size
    return row.x0 < where.left + NEAR


def _said(rows: Sequence[Line]) -> str:
    return " ".join(row.text for row in rows)


def _same_type(first: Line, second: Line) -> bool:
    """The last letters of a line and the first of the next look alike: an article's bold number ends in its line."""
    one, two = first.runs[-1], second.runs[0]
    return (one.bold, one.italic) == (two.bold, two.italic) and abs(first.size - second.size) < 0.3


def _centred(row: Line, where: Area) -> bool:
    room = NEAR * (6 if where.ragged else 2)
    if any(abs(row.x0 - where.left - indent) < 2 for indent in INDENTS):
        room = 1.0  # an indented line that ends about where it began is in the middle by chance
    inside = row.x0 > where.left + INDENTED and row.x1 < where.right - (0 if where.ragged else INDENTED)
    return inside and abs(row.middle - where.middle) < room


def _pitch(rows: Sequence[Line]) -> float | None:
    steps = [after.base - before.base for before, after in pairwise(rows) if after.page == before.page]
    return statistics.median(steps) if steps else None


def usual_pitch(rows: Iterable[Line]) -> float:
    """Return the distance of lines of a document: of its steps from line to line the smallest that is common."""
    flow = [row for row in rows if row.column is None and not row.table]
    steps = Counter(
        round(after.base - before.base, 0)
        for before, after in pairwise(flow)
        if before.page == after.page and 0 < after.base - before.base < 5 * before.size
    )
    return steps.most_common(1)[0][0] if steps else 18.0


def paragraph(rows: list[Line], where: Area, above: Sequence[Line], sheet: int) -> Paragraph:
    """Return lines as a paragraph; `above` are the lines of the one before it."""
    own = _pitch(rows)
    near = above and above[-1].page == rows[0].page and above[-1].column == rows[0].column
    # half the room around a line belongs to each of two paragraphs: the narrower pitch never makes the gap too small
    single = rows[0].size * SINGLE
    step = min(own or single, _pitch(above) or single)
    gap = rows[0].base - above[-1].base - step if near else None
    runs: list[Run] = []
    for row in rows:
        runs.extend((*row.runs, Run(" ", *_look(row.runs[-1]))))
    return Paragraph(
        tuple(runs),
        section=sheet,
        page=rows[0].page,
        align=_align(rows, where),
        first=(rows[0].x0 - where.left) * MM_PER_PT,
        gap=gap,
        spacing=own / (statistics.median(row.size for row in rows) * SINGLE) if own and len(rows) > 2 else None,
        column=rows[0].column,
        table=rows[0].table,
    )


def _look(run: Run) -> tuple[str, float | None, bool, bool, str | None]:
    return run.font, run.size, run.bold, run.italic, run.colour


def _align(rows: Sequence[Line], where: Area) -> str | None:
    if all(_centred(row, where) for row in rows):
        return "center"
    inner = [row.x1 for row in rows[:-1]]
    if not inner:
        return "left" if rows[0].x0 < where.left + NEAR and rows[0].x1 < where.middle else None
    reached = sum(x > where.right - NEAR for x in inner)
    return "justify" if reached >= len(inner) - len(inner) // 8 else "left"
