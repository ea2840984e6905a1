"""A note that goes with a draft as a Word file: a report in the face of the draft, on its side for wide tables."""

from __future__ import annotations

from rollout.documents.docx_styles import layout
from rollout.documents.report_docx import written
from rollout.reporting.report import Report

LAYOUT = "regulation/note_word.yaml"


def note_docx(report: Report, *, wide: bool = True) -> bytes:
    """Return a note as a Word file. Raises ProblemsFound when the layout file is missing or broken."""
    return written(report, layout(LAYOUT, "" if wide else "upright"))
