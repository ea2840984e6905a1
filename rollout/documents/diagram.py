"""A diagram as SVG, for whatever can hold one."""

from __future__ import annotations

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.environment import environment


def svg(diagram: Diagram) -> str:
    """Return the SVG of a diagram, which needs nothing but a font."""
    drawn: str = environment().get_template("charts/flow.svg.j2").module.flow(diagram)  # type: ignore[attr-defined]
    return str(drawn)
