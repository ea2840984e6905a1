"""Letters of a page of a PDF → its lines, split where a wide gap tells two columns. Lengths are points."""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from rollout.layout.document import Run

SUBSET = re.compile(r"^[A-Z]{6}\+")
BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
STYLE = re.compile(r"[-,]?(?:bold|italic|oblique|regular|roman|mt|ps|psmt|black|medium)+(?=$|[-,])", re.IGNORECASE)
Letter = Mapping[str, Any]


@dataclass(slots=True, eq=False)
class Line:
    """A line of one column: where it lies, its base from the top of the page, its letters."""

    x0: float
    x1: float
    base: float
    top: float
    bottom: float
    letters: list[Letter]
    runs: tuple[Run, ...]
    text: str
    size: float
    column: int | None = None
    split: bool = False
    table: bool = False
    page: int = 0
    block: int = 0
    """Of what stands in columns: 0 in a head, 1 in a foot."""

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def lines(letters: Iterable[Letter], height: float) -> list[Line]:
    """Return the lines of a page from top to bottom, fragments of one line from left to right."""
    rows: list[list[Letter]] = []
    upright = [row for row in letters if row.get("upright", True) and row["size"] > 1]
    for letter in sorted(upright, key=lambda row: (_base(row, height), row["x0"])):
        if rows and _base(letter, height) - _base(rows[-1][0], height) < 2.5:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    found: list[Line] = []
    for row in rows:
        parts = [line for line in map(_stripped, _split(sorted(row, key=lambda sign: sign["x0"]))) if line]
        made = [_line(part, height) for part in parts]
        for line in made:
            line.split = len(made) > 1
        found.extend(made)
    return found


def _base(letter: Letter, height: float) -> float:
    return height - float(letter["matrix"][5])


def _split(row: list[Letter]) -> list[list[Letter]]:
    """Split a line at gaps far wider than its others: a justified line has all of them equally wide."""
    gaps = [after["x0"] - before["x1"] for before, after in pairwise(row)]
    wide = sorted(gap for gap in gaps if gap > 1)
    usual = statistics.median(wide[:-1] or [0])
    parts: list[list[Letter]] = [[]]
    for letter, gap in zip(row, [0.0, *gaps], strict=True):
        if gap > max(1.0 * letter["size"], 2.2 * usual):
            parts.append([])
        parts[-1].append(letter)
    return parts


def _stripped(row: list[Letter]) -> list[Letter]:
    while row and not row[-1]["text"].strip():
        row = row[:-1]
    while row and not row[0]["text"].strip():
        row = row[1:]
    return row


def _line(row: list[Letter], height: float) -> Line:
    seen = [letter for letter in row if letter["text"].strip()]
    runs = tuple(runs_of(row))
    return Line(
        x0=min(letter["x0"] for letter in seen),
        x1=max(letter["x1"] for letter in seen),
        base=statistics.median(_base(letter, height) for letter in seen),
        top=min(letter["top"] for letter in seen),
        bottom=max(letter["bottom"] for letter in seen),
        letters=row,
        runs=runs,
        text=unicodedata.normalize("NFC", " ".join("".join(run.text for run in runs).split())),
        size=statistics.median(letter["size"] for letter in seen),
    )


def runs_of(row: Iterable[Letter]) -> Iterable[Run]:
    """Return the letters of a line as runs, with the spaces that are only gaps between letters."""
    spaced: list[tuple[str, tuple[Any, ...]]] = []
    before: Letter | None = None
    for letter in row:
        look = _look(letter)
        apart = before is not None and letter["x0"] - before["x1"] > 0.18 * letter["size"]
        if apart and before is not None and before["text"].strip() and letter["text"].strip():
            spaced.append((" ", look))
        spaced.append((letter["text"], look))
        before = letter
    for look, group in groupby(spaced, key=lambda pair: pair[1]):
        yield Run("".join(text for text, _ in group), *look)


def _look(letter: Letter) -> tuple[Any, ...]:
    ink = letter["non_stroking_color"]
    return _look_of(letter["fontname"], letter["size"], tuple(ink) if isinstance(ink, list) else ink)


@lru_cache(maxsize=4096)
def _look_of(font: str, size: float, ink: Any) -> tuple[Any, ...]:
    name = SUBSET.sub("", str(font))
    return family(name), round(float(size) * 10) / 10, bool(BOLD.search(name)), bool(ITALIC.search(name)), colour(ink)


def family(name: str) -> str:
    """Return the family of a font's name: `TimesNewRomanPS-BoldMT` → `TimesNewRoman`."""
    bare = name
    while STYLE.search(bare) and STYLE.sub("", bare) not in {"", bare}:
        bare = STYLE.sub("", bare)
    return bare.strip("-, ")


def colour(value: Any) -> str | None:
    """Return six hexadecimal digits, or None for a pattern or a space of colours nobody named."""
    parts = value if isinstance(value, (list, tuple)) else () if value is None else (value,)
    if not parts or not all(isinstance(part, (int, float)) for part in parts):
        return None
    levels = [min(1.0, max(0.0, float(part))) for part in parts]
    if len(levels) == 4:
        levels = [(1 - ink) * (1 - levels[3]) for ink in levels[:3]]
    if len(levels) not in {1, 3}:
        return None
    return "".join(f"{round(255 * level):02X}" for level in (levels * 3)[:3])
