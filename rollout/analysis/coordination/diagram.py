"""A diagram of boxes and arrows, laid out in units of its own width; how it is drawn is the template's business."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A box with a title and a second line; `strong` boxes are drawn apart from the others."""

    x: float
    y: float
    width: float
    height: float
    title: str
    note: str
    strong: bool = False


@dataclass(frozen=True)
class Arrow:
    """A curve `path` (SVG path data) with a head of three `points`; `back` leads to an earlier box."""

    path: str
    points: str
    back: bool = False


@dataclass(frozen=True)
class Diagram:
    """Boxes and arrows, and `said`: the same in words, for each box what it leads to.

    `size` and `note_size` are those of the letters of a box, in the same units.
    """

    title: str
    alt: str
    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    said: tuple[tuple[str, str], ...]
    size: float = 15
    note_size: float = 13
