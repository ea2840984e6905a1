"""The smallest parts of a report: a line of text, a verdict, a range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

VerdictCode = Literal["met", "partly", "not_met", "unknown", "not_applicable", "waived"]


@dataclass(frozen=True)
class Line:
    """One line of a cell: the strong line says it, the muted ones say where it comes from.

    `refs` are numbers of the report's sources, written after the text as [3] [7].
    """

    text: str
    style: Literal["plain", "strong", "muted"] = "plain"
    refs: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """A verdict as a sign and always a word."""

    code: VerdictCode
    word: str


@dataclass(frozen=True)
class RangeBar:
    """A range from 0 to 1: `low` is certain, what lies between `low` and `high` depends on what is unknown.

    `label` is the range as printed ("54–71 %"), `alt` the sentence that replaces the picture.
    """

    low: float
    high: float
    label: str
    alt: str

    def __post_init__(self) -> None:
        """A bar that runs backwards or out of its track is our fault, not the province's."""
        if not 0 <= self.low <= self.high <= 1:
            message = f"a range bar needs 0 <= low <= high <= 1, got {self.low} and {self.high}"
            raise ValueError(message)
