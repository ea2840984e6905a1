"""Let LibreOffice open every Word file we make and say whether anything is lost; run by `make oracles`.

    python tests/oracles DAY FOLDER …

Judges the Word files of reports and those in each FOLDER (a dossier); writes docs/oracles.md, dated DAY. Exit code 1
when a file could not be opened, drew a message, or lost a paragraph.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from look.shipped import reports
from oracles.judging import bare, far_from, lost, paragraphs

from rollout.documents.report_docx import report_docx

PAGE = Path(__file__).resolve().parents[2] / "docs" / "oracles.md"
# What LibreOffice says of its own installation, not of a file.
ABOUT_ITSELF = ("javaldx", "Java", "Overwriting:")
HEAD = """# Judges · Trình kiểm chứng độc lập

Written by `make oracles` on {day}. LibreOffice opens every Word file of the reports and of the dossiers below and
prints it; a file passes when that draws no message and every paragraph of it is found in the print, and, where we print
the same text ourselves, when both have about as many pages.

- {version}, with Liberation in place of Arial and Times New Roman (the same widths).
- Not asked: veraPDF, which needs Java and is no package of Debian; Microsoft Word, which runs on no build machine of
  ours.

{verdict}

| file | pages | paragraphs | result |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Judged:
    """One Word file: its pages in LibreOffice, its paragraphs, and what is wrong with it."""

    name: str
    pages: int
    paragraphs: int
    faults: tuple[str, ...]


def main(day: str, folders: Sequence[Path]) -> int:
    rows = []
    with tempfile.TemporaryDirectory() as made:
        for name, make in reports():
            file = Path(made) / f"{name}.docx"
            file.write_bytes(report_docx(make()))
            rows.append(_told(judged(f"reports/{name}.docx", file, None)))
    for folder in folders:
        for file in sorted(folder.glob("*.docx")):
            ours = file.with_suffix(".pdf")
            name = f"{folder.name}/{file.name}"
            rows.append(_told(judged(name, file, ours if ours.exists() else None)))
    PAGE.write_text(_page(day, rows), "utf-8")
    return int(any(row.faults for row in rows))


def judged(name: str, file: Path, ours: Path | None) -> Judged:
    """Return what LibreOffice makes of one file; `ours` is the PDF of the same text."""
    said = list(paragraphs(file.read_bytes()))
    with tempfile.TemporaryDirectory() as out:
        faults = _converted(file, Path(out))
        pdf = Path(out) / f"{file.stem}.pdf"
        if not pdf.exists():
            return Judged(name, 0, len(said), (*faults, "cannot be opened"))
        pages, text = _read(pdf)
    faults += [f"lost: {row[:60]}" for row in lost(iter(said), text)[:3]]
    if ours is not None and far_from(pages, length := len(pypdfium2.PdfDocument(ours))):
        faults.append(f"{length} pages in our PDF")
    return Judged(name, pages, len(said), tuple(faults))


def _converted(file: Path, out: Path) -> list[str]:
    """Convert to PDF; return what was said that is no message of success."""
    profile = f"-env:UserInstallation={(Path(tempfile.gettempdir()) / 'rollout-oracles').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line and not line.startswith("convert ")]
    return [line for line in lines if not any(word in line for word in ABOUT_ITSELF)]


def _read(pdf: Path) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(pdf)
    return len(document), bare("".join(page.get_textpage().get_text_range() for page in document))


def _told(row: Judged) -> Judged:
    print(f"{'; '.join(row.faults) or 'ok':<8} {row.pages:>4} pages  {row.name}", flush=True)
    return row


def _page(day: str, rows: Sequence[Judged]) -> str:
    done = subprocess.run(["soffice", "--version"], capture_output=True, text=True, timeout=60, check=True)
    version = re.sub(r"\s+[0-9a-f]{20,}.*|\s+\d+\(Build.*", "", done.stdout.strip())
    faulty = sum(bool(row.faults) for row in rows)
    verdict = f"{len(rows)} files, {faulty} with a fault." if faulty else f"{len(rows)} files, none with a fault."
    lines = [f"| {row.name} | {row.pages} | {row.paragraphs} | {'; '.join(row.faults) or 'passes'} |" for row in rows]
    return HEAD.format(day=day, version=version, verdict=verdict) + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], [Path(name) for name in sys.argv[2:]]))
