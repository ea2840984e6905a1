"""How wide a text is in a shipped legal face, whose letters are as wide as those the layout rules prescribe."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any

from rollout.documents.environment import font

MM_PER_PT = 25.4 / 72


def width_mm(text: str, face: str, size_pt: float) -> float:
    """Return the width of one line of `text`; `face` is Regular, Bold, Italic or BoldItalic."""
    read, letters, widths = _metrics(face)
    missing = widths[".notdef"][0]
    units = sum(widths[letters[ord(sign)]][0] if ord(sign) in letters else missing for sign in text)
    return float(units / read["head"].unitsPerEm * size_pt * MM_PER_PT)


@lru_cache(maxsize=4)
def _metrics(face: str) -> tuple[Any, Any, Any]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 – an engine

    read = TTFont(io.BytesIO(font(f"Tinos-{face}.ttf")), lazy=True)
    return read, read.getBestCmap(), read["hmtx"]
