"""Characters the shipped fonts cannot draw: written as their code, so that no other font is taken, nothing lost."""

from __future__ import annotations

import io
import re

from rollout.documents.environment import font

FACES = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-Figures.ttf")
# Latin, Vietnamese and the punctuation of both are there (a test says so): text of these only is not looked into.
_UNUSUAL = re.compile(
    "[^\u0000-\u00ff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2192]"
)


def drawable(markup: str) -> str:
    """Return the markup with every character that no shipped font has written as [U+6F22]."""
    unusual = set(_UNUSUAL.findall(markup))
    if not unusual:
        return markup
    missing = unusual - _known()
    return _UNUSUAL.sub(lambda match: f"[U+{ord(match[0]):04X}]" if match[0] in missing else match[0], markup)


def _known() -> set[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 – an engine

    faces = (TTFont(io.BytesIO(font(name)), lazy=True) for name in FACES)
    return {chr(code) for face in faces for code in face.getBestCmap()}
