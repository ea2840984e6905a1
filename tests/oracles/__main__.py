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
    with tempfile.TemporaryDirectory() as made:
        reported = Path(made) / "reports"
        reported.mkdir()
        for name, make in reports():
            (reported / f"{name}.docx").write_bytes(report_docx(make()))
        files = [file for folder in (reported, *folders) for file in sorted(folder.glob("*.docx"))]
        messages = _converted(files, Path(made))
        rows = [_told(judged(file, Path(made) / f"{number:03}.pdf")) for number, file in enumerate(files)]
    PAGE.write_text(_page(day, rows, messages), "utf-8")
    return int(bool(messages) or any(row.faults for row in rows))


def judged(file: Path, pdf: Path) -> Judged:
    """Return what LibreOffice made of one file; beside it may stand our own PDF of the same text."""
    name, said = f"{file.parent.name}/{file.name}", list(paragraphs(file.read_bytes()))
    if not pdf.exists():
        return Judged(name, 0, len(said), ("cannot be opened",))
    pages, text = _read(pdf)
    faults = [f"lost: {row[:60]}" for row in lost(iter(said), text)[:3]]
    ours = file.with_suffix(".pdf")
    if ours.exists() and far_from(pages, length := len(pypdfium2.PdfDocument(ours))):
        faults.append(f"{length} pages in our PDF")
    return Judged(name, pages, len(said), tuple(faults))


def _converted(files: Sequence[Path], out: Path) -> list[str]:
    """Convert every file to <number>.pdf in one run; return what was said that is no message of success."""
    copies = [out / f"{number:03}.docx" for number in range(len(files))]
    for copy, file in zip(copies, files, strict=True):
        copy.write_bytes(file.read_bytes())
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out), *map(str, copies)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=1800, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line and not line.startswith("convert ")]
    return [line for line in lines if not any(word in line for word in ABOUT_ITSELF)]


def _read(pdf: Path) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(pdf)
    return len(document), bare("".join(page.get_textpage().get_text_range() for page in document))


def _told(row: Judged) -> Judged:
    print(f"{'; '.join(row.faults) or 'ok':<8} {row.pages:>4} pages  {row.name}", flush=True)
    return row


def _page(day: str, rows: Sequence[Judged], messages: Sequence[str]) -> str:
    done = subprocess.run(["soffice", "--version"], capture_output=True, text=True, timeout=60, check=True)
    version = re.sub(r"\s+[0-9a-f]{20,}.*|\s+\d+\(Build.*", "", done.stdout.strip())
    faulty = sum(bool(row.faults) for row in rows)
    said = f"; {len(messages)} messages: {' / '.join(messages[:3])}" if messages else ", no message"
    verdict = f"{len(rows)} files, {faulty or 'none'} with a fault{said}."
    lines = [f"| {row.name} | {row.pages} | {row.paragraphs} | {'; '.join(row.faults) or 'passes'} |" for row in rows]
    return HEAD.format(day=day, version=version, verdict=verdict) + "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], [Path(name) for name in sys.argv[2:]]))
