"""A Letter as PDF in the prescribed layout: same input, same bytes."""

from __future__ import annotations

from collections.abc import Mapping

from rollout.documents.instrument_pdf import legal_markup, legal_pdf
from rollout.documents.letter_docx import addressees, colon_mm
from rollout.drafting.letter import Letter


def letter_pdf(letter: Letter, words: Mapping[str, str], day: str, *, draft: bool) -> bytes:
    """Return a letter as PDF; arguments as `instrument_pdf`."""
    return legal_pdf(letter_markup(letter, words, day, draft=draft))


def letter_markup(letter: Letter, words: Mapping[str, str], day: str, *, draft: bool) -> str:
    """Return the HTML the PDF is laid out from. Raises TypeError for a letter with a table: its page is Word."""
    values = {"addressees": addressees(letter.to), "colon": f"{colon_mm(words['address']):.2f}"}
    marks = (*([words["draft"]] if draft else []), *letter.marks)
    return legal_markup("regulation/letter.html.j2", it=letter, words=words, day=day, marks=marks, **values)
