"""Boxes one under the other and the arrows between them: those on the right lead on, those on the left lead back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rollout.analysis.coordination.diagram import Arrow, Box
from rollout.model.protocol import Step

HEAD = 6.0
PORT = 4.0
MOST_PORTS = 5


@dataclass(frozen=True, slots=True)
class Geometry:
    """Boxes stand between `left` and `right`; a curve reaches out by `near`, and `far` more for each box it passes."""

    width: float
    left: float
    right: float
    height: float
    gap: float
    near: float
    far: float

    def top(self, number: int) -> float:
        """Return where a box begins."""
        return number * (self.height + self.gap) + self.gap / 2

    def whole(self, boxes: int) -> float:
        """Return the height of all boxes."""
        return boxes * (self.height + self.gap)


@dataclass(frozen=True, slots=True)
class Node:
    """What stands in a box, and the numbers of the boxes it leads to."""

    title: str
    note: str
    strong: bool
    after: tuple[int, ...]


def leading(steps: Sequence[Step]) -> list[tuple[int, ...]]:
    """Return for each step the places of the steps it leads to; those that do not exist are left out."""
    places = {step.id: number for number, step in enumerate(steps)}
    return [tuple(places[row.to] for row in step.next if row.to in places) for step in steps]


def boxes(nodes: Sequence[Node], at: Geometry) -> tuple[Box, ...]:
    """Return a box for each node."""
    width = at.right - at.left
    return tuple(
        Box(at.left, at.top(number), width, at.height, node.title, node.note, node.strong)
        for number, node in enumerate(nodes)
    )


def arrows(nodes: Sequence[Node], at: Geometry) -> tuple[Arrow, ...]:
    """Return an arrow for each way from one box to another."""
    return tuple(_arrows(nodes, at))


def _arrows(nodes: Sequence[Node], at: Geometry) -> Iterator[Arrow]:
    for start, node in enumerate(nodes):
        for end in node.after:
            if end != start:
                yield _down(start, at) if end == start + 1 else _curve(start, end, at)


def _down(start: int, at: Geometry) -> Arrow:
    middle, top, end = (at.left + at.right) / 2, at.top(start) + at.height, at.top(start + 1)
    points = f"{middle:g},{end:g} {middle - HEAD:g},{end - HEAD * 1.5:g} {middle + HEAD:g},{end - HEAD * 1.5:g}"
    return Arrow(f"M{middle:g} {top:g}V{end - HEAD:g}", points)


def _curve(start: int, end: int, at: Geometry) -> Arrow:
    """A curve whose reach grows with the distance; its ends keep apart from those of other curves."""
    back, span = end < start, abs(end - start)
    side, away = (at.left, -1) if back else (at.right, 1)
    apart = min(span, MOST_PORTS) * PORT * (-1 if back else 1)
    leaving, arriving = at.top(start) + at.height / 2 + apart, at.top(end) + at.height / 2 - apart
    bend, tip = side + away * (at.near + at.far * span), side + away * HEAD * 1.5
    path = f"M{side:g} {leaving:g}C{bend:g} {leaving:g} {bend:g} {arriving:g} {tip:g} {arriving:g}"
    points = f"{side:g},{arriving:g} {tip:g},{arriving - HEAD:g} {tip:g},{arriving + HEAD:g}"
    return Arrow(path, points, back)
