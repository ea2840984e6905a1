"""Lines under texts of a Word file: borders, rows of underscores and drawn shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rollout.documents.measure import width_mm
from rollout.layout.document import Paragraph, Rule
from rollout.layout.styles_docx import Settings

DASHES = re.compile(r"[_\-–—─]{4,}")
FACES = {(True, True): "BoldItalic", (True, False): "Bold", (False, True): "Italic", (False, False): "Regular"}


@dataclass(eq=False)
class Lines:
    """Gives each line to the text above it; `last` is that text, `room` the width of the paragraph that draws."""

    last: Paragraph | None
    room: float

    def bordered(self, shape: Settings, *, has_text: bool) -> None:
        """A border below a text, or above or below an empty paragraph, is a rule."""
        if shape.get("line_bottom") or (shape.get("line_top") and not has_text):
            self._under(self.room)

    def drawn_by(self, made: Paragraph) -> bool:
        """Tell whether a paragraph is only a line of underscores; it is the rule of the text above."""
        if not DASHES.fullmatch(made.text.replace(" ", "")):
            return False
        self._under(width_mm(made.text, "Regular", made.runs[0].size or 0))
        return True

    def shape(self, length: float) -> None:
        """A drawn line: it belongs to the text it hangs on, but where it lies only the word processor knows."""
        if self.last is not None:
            self.last.shape = True
            if length:
                self._under(length)

    def _under(self, length: float) -> None:
        if self.last is not None and self.last.rule is None:
            self.last.rule = Rule(length, widest(self.last))


def widest(paragraph: Paragraph) -> float:
    """Return the width of the widest line of a paragraph, its words put on lines as they fit."""
    room = paragraph.room or 0
    space, best, line = _width(" ", paragraph), 0.0, 0.0
    for word in paragraph.text.split():
        width = _width(word, paragraph)
        fits = not line or line + space + width <= room
        line = (line + space + width if line else width) if fits else width
        best = max(best, line)
    return best


def _width(word: str, paragraph: Paragraph) -> float:
    run = paragraph.inked[0]
    return width_mm(word, FACES[run.bold, run.italic], run.size or 0)
