"""Range bars and diagrams as pictures in a Word file, drawn from the same templates as in HTML and PDF."""

from __future__ import annotations

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.diagram import svg
from rollout.documents.docx_package import Xml
from rollout.documents.docx_picture import drawing
from rollout.documents.docx_words import paragraph, run
from rollout.documents.docx_writer import Writer
from rollout.documents.environment import environment
from rollout.reporting.words import RangeBar

ROUNDED = 0.1


def range_bar(writer: Writer, bar: RangeBar, width: float, height: float) -> Xml:
    """Return a run with the bar, `width` by `height` mm."""
    template = environment().get_template("charts/range_bar.svg.j2")
    drawn = str(template.module.range_bar(bar))  # type: ignore[attr-defined]
    # Margins are rounded up to whole twips: a picture as wide as the text would not fit into it.
    return drawing(writer.document, drawn, width - ROUNDED, bar.alt, height)


def flow(writer: Writer, diagram: Diagram) -> list[Xml]:
    """Return the diagram, no higher than a page, then the same in words."""
    highest = writer.look["picture"]["highest"]
    scale = min((writer.width - ROUNDED) / diagram.width, highest / diagram.height)
    drawn = drawing(writer.document, svg(diagram), diagram.width * scale, diagram.alt)
    words = [paragraph("said", run(name, "named"), run(f" → {after}")) for name, after in diagram.said]
    return [paragraph("picture", drawn), *words]
