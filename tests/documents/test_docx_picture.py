"""A diagram in a Word file: drawn with our own letters, described in words, the same bytes twice."""

from __future__ import annotations

import struct

import docx

from rollout.documents.docx_picture import DOTS_PER_INCH, picture, png

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
WORDS = f'<svg {SPACE} viewBox="0 0 200 50" font-family="{{face}}"><text y="30">Điều ước</text></svg>'


def _drawn(face: str) -> bytes:
    return png(WORDS.format(face=face), 50)


def test_both_shipped_families_are_drawn_and_no_font_of_the_machine() -> None:
    law, report, foreign = _drawn("Tinos"), _drawn("Be Vietnam Pro"), _drawn("DejaVu Sans")
    assert law != report
    blank = png(f'<svg {SPACE} viewBox="0 0 200 50"/>', 50)
    assert blank not in (law, report)
    assert foreign in (blank, law, report)


def test_the_same_picture_twice() -> None:
    assert _drawn("Tinos") == _drawn("Tinos")


def test_it_is_fine_enough_for_paper() -> None:
    width, height = struct.unpack(">II", _drawn("Tinos")[16:24])
    assert width == round(50 / 25.4 * DOTS_PER_INCH)
    assert abs(height - width / 4) <= 1


def test_it_has_its_width_and_words_for_who_cannot_see() -> None:
    document = docx.Document()
    picture(document.add_paragraph().add_run(), WORDS.format(face="Tinos"), 50, "Ai làm gì")
    (shape,) = document.inline_shapes
    assert round(shape.width.mm) == 50
    assert shape._inline.docPr.get("descr") == "Ai làm gì"
