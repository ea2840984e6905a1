"""A diagram as SVG, for whatever can hold one."""

from __future__ import annotations

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.environment import environment


def svg(diagram: Diagram, *, legal: bool = False) -> str:
    """Return the SVG of a diagram, which needs nothing but a font; `legal` as it stands in a text to be signed."""
    made = environment().get_template("charts/flow.svg.j2")
    drawn: str = made.module.flow(diagram, legal)  # type: ignore[attr-defined]
    return str(drawn)
