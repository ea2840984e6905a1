"""A diagram as a picture in a Word file: drawn with the shipped fonts only, the same bytes everywhere."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rollout import shipped
from rollout.documents.docx_package import Xml, element, markup

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

# Fine enough for paper; more makes the file heavy without being seen.
DOTS_PER_INCH = 220
MM_PER_INCH = 25.4


def picture(run: Run, svg: str, width: float, alt: str) -> None:
    """Draw an SVG into a run, `width` mm wide; `alt` says in words what it shows."""
    from docx.shared import Mm  # noqa: PLC0415 – an engine

    shape: Any = run.add_picture(io.BytesIO(png(svg, width)), width=Mm(width))
    _described(shape._inline, alt)  # noqa: SLF001 – the engine knows no words for those who cannot see


def drawing(document: Document, svg: str, width: float, alt: str, height: float | None = None) -> Xml:
    """Return an SVG as a run to be put into the body, stretched to `height` mm; `number_pictures` comes last."""
    from docx.shared import Mm  # noqa: PLC0415 – an engine

    room = None if height is None else Mm(height)
    inline: Any = document.part.new_pic_inline(io.BytesIO(png(svg, width)), Mm(width), room)
    _described(inline, alt)
    return element("r", element("drawing", markup(inline)))


def number_pictures(document: Document) -> None:
    """Give each picture of the body a number of its own: Word calls a file with two alike damaged."""
    for number, about in enumerate(document.element.body.xpath(".//wp:docPr"), 1):
        about.set("id", str(number))
        about.set("name", f"Picture {number}")


def _described(inline: Any, alt: str) -> None:
    inline.docPr.set("descr", alt)
    for side in "TBLR":  # where nothing is said, readers keep room of their own around it
        inline.set(f"dist{side}", "0")


@lru_cache(maxsize=64)
def png(svg: str, width: float) -> bytes:
    """Return an SVG as PNG on white, fine enough to be printed `width` mm wide."""
    import resvg_py  # noqa: PLC0415 – an engine

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            width=round(width / MM_PER_INCH * DOTS_PER_INCH),
            background="#ffffff",
            skip_system_fonts=True,
            font_files=list(_faces()),
        )
    )


@lru_cache(maxsize=1)
def _faces() -> tuple[str, ...]:
    return tuple(str(path) for path in sorted((shipped.shipped("templates") / "fonts").glob("*.ttf")))
