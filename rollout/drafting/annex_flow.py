"""The flow diagram of an annex, and the same in words."""

from __future__ import annotations

from rollout.analysis.coordination.diagram import Diagram
from rollout.analysis.coordination.layout import Geometry, Node, arrows, boxes, leading
from rollout.drafting.annex import Maker, opened
from rollout.drafting.instrument import Entry, Picture
from rollout.model.protocol import Next, Step

# As wide as the text of a page, so that the letters come out at ten points.
AT = Geometry(width=1000, left=165, right=835, height=62, gap=18, near=30, far=13)
SIZE, NOTE_SIZE = 22.0, 20.0


def flow(maker: Maker) -> tuple[Picture, ...]:
    """Return the steps as a diagram and, an entry a step, where each leads."""
    steps = maker.protocol.steps
    nodes = [_node(step, after, maker) for step, after in zip(steps, leading(steps), strict=True)]
    entries = tuple(_entry(step, maker) for step in steps)
    diagram = Diagram(
        title=maker.say("title"),
        alt=maker.say("alt", steps=len(steps)),
        width=AT.width,
        height=AT.whole(len(steps)),
        boxes=boxes(nodes, AT),
        arrows=arrows(nodes, AT),
        said=tuple((entry.cells[0], entry.cells[1]) for entry in entries),
        size=SIZE,
        note_size=NOTE_SIZE,
    )
    widths = tuple(map(float, maker.piece.data["widths"]))
    return (Picture(f"{maker.piece.data['id']}-diagram", "", diagram, entries, maker.columns(), widths),)


def _node(step: Step, after: tuple[int, ...], maker: Maker) -> Node:
    said = maker.said(step)
    note = maker.say("note", step=said, lead=maker.role(step.leads[0]))
    return Node(maker.say("box", step=said), note, step.hours == "around_the_clock", after)


def _entry(step: Step, maker: Maker) -> Entry:
    numbers = {row.id: number for number, row in enumerate(maker.protocol.steps, 1)}
    ways = [_way(row, numbers[row.to], maker) for row in step.next if row.to in numbers]
    cells = (maker.head(step), f"{opened('; '.join(ways) or maker.say('last'))}.")
    return Entry(f"{maker.piece.data['id']}-{step.id}", cells, origins=(step.id,))


def _way(row: Next, number: int, maker: Maker) -> str:
    when = row.when.get(maker.lang)
    return maker.say("after" if when else "after_always", number=number, when=when)
