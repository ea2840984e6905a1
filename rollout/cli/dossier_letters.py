"""The letters of a dossier as files, and the lists that go with it in Word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rollout import texts
from rollout.documents.letter_docx import letter_docx
from rollout.documents.letter_pdf import letter_pdf
from rollout.documents.markdown import markdown
from rollout.documents.note_docx import note_docx
from rollout.drafting.letter import Letter
from rollout.problems import Problem, ProblemsFound
from rollout.reporting.report import Report

Words = Mapping[str, str]


def letter_files(rows: Iterable[Letter], words: Words, day: str, *, draft: bool) -> Mapping[str, bytes]:
    """Return every letter as Word, those to be printed as PDF too; raises ProblemsFound F030 where there is no PDF."""
    files: dict[str, bytes] = {}
    for row in rows:
        name = texts.text("letters.file", row.lang, letter=row.id)
        files[f"{name}.docx"] = letter_docx(row, words, day, draft=draft)
        if row.printed:
            files[f"{name}.pdf"] = _pdf(row, words, day, draft=draft)
    return files


def list_files(name: str, report: Report, words: Words) -> Mapping[str, bytes]:
    """Return a list that goes with a draft, to compare and to work in."""
    return {f"{name}.md": markdown(report).encode(), f"{name}.docx": note_docx(report, wide=False)}


def _pdf(row: Letter, words: Words, day: str, *, draft: bool) -> bytes:
    try:
        return letter_pdf(row, words, day, draft=draft)
    except OSError as error:  # the native libraries are not there
        raise ProblemsFound([Problem("F030", None, {})]) from error
