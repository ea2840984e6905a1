"""Render every page of every report and dossier to out/look/ and say what must not be seen; run by `make look`.

    python tests/look [part of a name …]

Writes the PDF and contact sheets of each. Exit code 1 when anything was found.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from rollout.documents.html import html
from rollout.documents.pdf import layout, written
from rollout.reporting.report import Report

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from look.checks import check
from look.dossiers import folders, papers
from look.paper import paper_faults
from look.shipped import reports

from rollout.cli.workers import in_parallel

OUT = Path(__file__).resolve().parents[2] / "out" / "look"
SCALE = 70 / 72
ACROSS = 6
GAP = 8
GROUND = "#888888"
ON_A_SHEET = 24
MOST_TOLD = 12


class Complaints(logging.Handler):
    """Whatever the layout engine warns of is a fault of our templates."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.found.append(f"layout engine: {record.getMessage()}")


def main(wanted: list[str]) -> int:
    OUT.mkdir(parents=True, exist_ok=True)
    faulty = 0
    made = [row for row in reports() if _asked_for(row[0], wanted)]
    for name, found in in_parallel(look_at_report, made):
        faulty += _told(name, found)
    dossiers = [folder for folder in folders() if _asked_for(folder.name, wanted)]
    for rows in in_parallel(look_at_dossier, dossiers):
        faulty += sum(_told(name, found) for name, found in rows)
    print(f"contact sheets: {OUT.relative_to(OUT.parents[1])}/*.png")
    return 1 if faulty else 0


def _asked_for(name: str, wanted: list[str]) -> bool:
    return not wanted or any(part in name for part in wanted)


def _told(name: str, found: list[str]) -> bool:
    print(f"{name}: {'ok' if not found else f'{len(found)} faults'}", flush=True)
    for fault in found[:MOST_TOLD]:
        print(f"  {fault}")
    return bool(found)


def look_at_dossier(folder: Path) -> list[tuple[str, list[str]]]:
    """Write the pictures of a dossier's documents; return what is wrong with each."""
    rows = []
    for name, data, ours, kind in papers(folder):
        (OUT / f"{name}.pdf").write_bytes(data)
        drawn = pictures(data)
        for start in range(0, len(drawn), ON_A_SHEET):
            sheet(drawn[start : start + ON_A_SHEET]).save(OUT / f"{name}_{start + 1:03}.png")
        rows.append((name, paper_faults(data, ours=ours, layout=kind)))
    return rows


def look_at_report(named: tuple[str, Callable[[], Report]]) -> tuple[str, list[str]]:
    """Write the picture of a report; return its name and what is wrong with it."""
    name, make = named
    complaints = Complaints()
    log = logging.getLogger("weasyprint")
    log.addHandler(complaints)
    try:
        return name, look(name, make(), complaints)
    finally:
        log.removeHandler(complaints)


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
