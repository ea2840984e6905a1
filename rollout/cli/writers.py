"""From a finding to the bytes of a document: one writer a format, chosen by --format or by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from rollout.cli.misuse import Misuse
from rollout.documents.html import html
from rollout.documents.markdown import markdown
from rollout.documents.pdf import pdf
from rollout.documents.report_docx import report_docx
from rollout.documents.text import text
from rollout.problems import Problem, ProblemsFound
from rollout.reporting.report import Report

Writer = Callable[[Report, int], bytes]


def _pdf(report: Report, _: int) -> bytes:
    try:
        return pdf(report)
    except OSError as error:  # the native libraries are not there: everything but PDF still works
        raise ProblemsFound([Problem("F030", None, {})]) from error


WRITERS: dict[str, Writer] = {
    "text": lambda report, columns: text(report, columns).encode(),
    "md": lambda report, _: markdown(report).encode(),
    "html": lambda report, _: html(report).encode(),
    "pdf": _pdf,
    "docx": lambda report, _: report_docx(report),
}
SUFFIXES = {
    ".txt": "text",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".json": "json",
}
ENDINGS = {"text": "txt", "md": "md", "html": "html", "pdf": "pdf", "docx": "docx", "json": "json"}
BINARY = ("pdf", "docx")


def format_of(output: str, known: tuple[str, ...]) -> str:
    """Return the format a file's name asks for; raises Misuse with those that are built."""
    suffix = PurePath(output).suffix.lower()
    found = SUFFIXES.get(suffix)
    if found is None or found not in known:
        endings = ", ".join(f".{ENDINGS[name]}" for name in known)
        raise Misuse("format_not_built", suffix=suffix or output, known=endings)
    return found
