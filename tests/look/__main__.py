"""Render every page of every report to out/look/ and say what must not be seen; run by `make look`.

    python tests/look [part of a name …]

Writes a PDF, a PNG a page and one contact sheet a report. Exit code 1 when anything was found.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image

from rollout.documents.html import html
from rollout.documents.pdf import layout, written
from rollout.reporting.report import Report

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from look.checks import check
from look.shipped import reports

OUT = Path(__file__).resolve().parents[2] / "out" / "look"
SCALE = 70 / 72
ACROSS = 6
GAP = 8
GROUND = "#888888"


class Complaints(logging.Handler):
    """Whatever the layout engine warns of is a fault of our templates."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"layout engine: {record.getMessage()}")


def main(wanted: list[str]) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    complaints = Complaints()
    logging.getLogger("weasyprint").addHandler(complaints)
    faulty = 0
    for name, make in reports():
        if wanted and not any(part in name for part in wanted):
            continue
        complaints.found.clear()
        found = look(name, make(), complaints)
        faulty += bool(found)
        print(f"{name}: {'ok' if not found else f'{len(found)} faults'}", flush=True)
        for fault in found[:12]:
            print(f"  {fault}")
    print(f"contact sheets: {OUT.relative_to(OUT.parents[1])}/*.png")
    return 1 if faulty else 0


def look(name: str, report: Report, complaints: Complaints) -> list[str]:
    """Write one report and its pictures; return what is wrong with it."""
    document = layout(report)
    data = written(document, report)
    (OUT / f"{name}.pdf").write_bytes(data)
    (OUT / f"{name}.html").write_text(html(report), "utf-8")
    sheet(pictures(data)).save(OUT / f"{name}.png")
    return [*complaints.found, *check(report, document, data)]


def pictures(data: bytes) -> list[Any]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [pdf[number].render(scale=SCALE).to_pil() for number in range(len(pdf))]


def sheet(pages: list[Any]) -> Any:
    """Put all pages on one sheet."""
    wide, high = max(page.width for page in pages) + GAP, max(page.height for page in pages) + GAP
    across = min(ACROSS, len(pages))
    made = Image.new("RGB", (across * wide, -(-len(pages) // across) * high), GROUND)
    for number, page in enumerate(pages):
        made.paste(page, (number % across * wide, number // across * high))
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
