"""The steps of a protocol one under the other: arrows on the right lead on, those on the left lead back."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from rollout.analysis.coordination.diagram import Arrow, Box, Diagram
from rollout.analysis.coordination.subject import Subject
from rollout.model.protocol import Step
from rollout.reporting.wording import Wording

WIDTH, LEFT, RIGHT = 1000.0, 250.0, 750.0
HEIGHT, GAP = 46.0, 20.0
HEAD = 6.0
PORT = 4.0
MOST = 58


def flow(subject: Subject, wording: Wording) -> Diagram:
    """Return the diagram of the steps; who leads stands in each box."""
    steps = subject.protocol.steps
    names = {step.id: f"{number}. {wording.pick(step.title)}" for number, step in enumerate(steps)}
    numbers = {step.id: str(number) for number, step in enumerate(steps)}
    said = [(names[step.id], ", ".join(numbers[row.to] for row in step.next if row.to in numbers)) for step in steps]
    return Diagram(
        title=wording.say("coordination.flow.title"),
        alt=wording.say("coordination.flow.alt", steps=len(steps)),
        width=WIDTH,
        height=len(steps) * (HEIGHT + GAP),
        boxes=tuple(_box(number, step, names[step.id], subject, wording) for number, step in enumerate(steps)),
        arrows=tuple(_arrows(steps)),
        said=tuple((name, after or wording.say("coordination.flow.end")) for name, after in said),
    )


def _box(number: int, step: Step, name: str, subject: Subject, wording: Wording) -> Box:
    lead = ", ".join(subject.agency(role)[wording.lang] for role in step.leads) or wording.say("coordination.none")
    always = step.id in subject.protocol.standing.at_all_hours
    return Box(LEFT, _top(number), RIGHT - LEFT, HEIGHT, shorten(name, MOST, placeholder="…"), lead, always)


def _top(number: int) -> float:
    return number * (HEIGHT + GAP) + GAP / 2


def _arrows(steps: tuple[Step, ...]) -> Iterator[Arrow]:
    places = {step.id: number for number, step in enumerate(steps)}
    for step in steps:
        for row in step.next:
            start, end = places[step.id], places.get(row.to)
            if end is not None and end != start:
                yield _down(start) if end == start + 1 else _curve(start, end)


def _down(start: int) -> Arrow:
    middle, top, end = (LEFT + RIGHT) / 2, _top(start) + HEIGHT, _top(start + 1)
    points = f"{middle:g},{end:g} {middle - HEAD:g},{end - HEAD * 1.5:g} {middle + HEAD:g},{end - HEAD * 1.5:g}"
    return Arrow(f"M{middle:g} {top:g}V{end - HEAD:g}", points)


def _curve(start: int, end: int) -> Arrow:
    """A curve whose reach grows with the distance; its ends keep apart from those of other curves."""
    back, span = end < start, abs(end - start)
    side, away = (LEFT, -1) if back else (RIGHT, 1)
    apart = min(span, 5) * PORT * (-1 if back else 1)
    leaving, arriving = _top(start) + HEIGHT / 2 + apart, _top(end) + HEIGHT / 2 - apart
    bend, tip = side + away * (34 + 16.5 * span), side + away * HEAD * 1.5
    path = f"M{side:g} {leaving:g}C{bend:g} {leaving:g} {bend:g} {arriving:g} {tip:g} {arriving:g}"
    points = f"{side:g},{arriving:g} {tip:g},{arriving - HEAD:g} {tip:g},{arriving + HEAD:g}"
    return Arrow(path, points, back)
