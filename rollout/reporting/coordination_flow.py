"""The steps of a protocol as a diagram of a report."""

from __future__ import annotations

from textwrap import shorten

from rollout.analysis.coordination.diagram import Diagram
from rollout.analysis.coordination.layout import Geometry, Node, arrows, boxes, leading
from rollout.analysis.coordination.subject import Subject
from rollout.model.protocol import Step
from rollout.reporting.wording import Wording

AT = Geometry(width=1000, left=250, right=750, height=46, gap=20, near=34, far=16.5)
MOST = 58


def flow(subject: Subject, wording: Wording) -> Diagram:
    """Return the diagram of the steps; who leads stands in each box."""
    steps = subject.protocol.steps
    names = [f"{number}. {wording.pick(step.title)}" for number, step in enumerate(steps)]
    ways = leading(steps)
    nodes = [_node(step, name, after, subject, wording) for step, name, after in zip(steps, names, ways, strict=True)]
    said = [(name, ", ".join(map(str, after))) for name, after in zip(names, ways, strict=True)]
    return Diagram(
        title=wording.say("coordination.flow.title"),
        alt=wording.say("coordination.flow.alt", steps=len(steps)),
        width=AT.width,
        height=AT.whole(len(steps)),
        boxes=boxes(nodes, AT),
        arrows=arrows(nodes, AT),
        said=tuple((name, after or wording.say("coordination.flow.end")) for name, after in said),
    )


def _node(step: Step, name: str, after: tuple[int, ...], subject: Subject, wording: Wording) -> Node:
    lead = ", ".join(subject.agency(role)[wording.lang] for role in step.leads) or wording.say("coordination.none")
    always = step.id in subject.protocol.standing.at_all_hours
    return Node(shorten(name, MOST, placeholder="…"), lead, always, after)
