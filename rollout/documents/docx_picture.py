"""A diagram as a picture in a Word file: drawn with the shipped fonts only, the same bytes everywhere."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rollout import shipped

if TYPE_CHECKING:
    from docx.text.run import Run

# Fine enough for paper; more makes the file heavy without being seen.
DOTS_PER_INCH = 220
MM_PER_INCH = 25.4


def picture(run: Run, svg: str, width: float, alt: str) -> None:
    """Draw an SVG into a run, `width` mm wide; `alt` says in words what it shows."""
    from docx.shared import Mm  # noqa: PLC0415 – an engine

    shape: Any = run.add_picture(io.BytesIO(png(svg, width)), width=Mm(width))
    named = shape._inline.docPr  # noqa: SLF001 – the engine knows no words for those who cannot see
    named.set("descr", alt)


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
