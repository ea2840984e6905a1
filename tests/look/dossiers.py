"""Every document of the dossiers that `make dossiers` left under out/dossiers/, as PDF; Word by way of LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from look.paper import NOTE, PAPER, Layout

MADE = Path(__file__).resolve().parents[2] / "out" / "dossiers"
OFFICE = shutil.which("soffice")
PATIENCE = 300
FONTS = Path(__file__).resolve().parents[2] / "templates" / "fonts"
# Where Times New Roman is not installed, LibreOffice would take whatever has the letters, however wide they are.
FACES = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{FONTS}</dir>
<match><test name="family"><string>Times New Roman</string></test>
<edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>"""
NOTES = ("danh_muc", "ghi_chu", "thuyet_minh")
"""What is not to be signed."""
LONG = "thuyet_minh"
"""A table of over a hundred pages, much the same in every dossier: looked at once a legal form."""


def folders() -> list[Path]:
    """Every dossier there is."""
    return sorted(path.parent for path in MADE.glob("*/manifest.json"))


def in_full(folder: Path) -> bool:
    """Whether the long tables of this dossier are looked at: it is the first of its form."""
    form = folder.name.rpartition("-")[2]
    return folder == next(path for path in folders() if path.name.endswith(form))


def papers(folder: Path) -> Iterator[tuple[str, bytes, bool, Layout]]:
    """Yield the documents of a dossier: name, PDF, whether the PDF is one of ours, and its layout."""
    for path in sorted(folder.glob("*.pdf")):
        yield f"{folder.name}_{path.stem}", path.read_bytes(), True, PAPER
    with tempfile.TemporaryDirectory() as place:
        files = [path for path in sorted(folder.glob("*.docx")) if in_full(folder) or not path.name.startswith(LONG)]
        for path in _converted(files, Path(place)):
            layout = NOTE if path.name.startswith(NOTES) else PAPER
            yield f"{folder.name}_{path.stem}_word", path.read_bytes(), False, layout


def _converted(files: list[Path], place: Path) -> list[Path]:
    """Word files as LibreOffice prints them; none where it is not there."""
    if not OFFICE or not files:
        return []
    # A profile of its own: two runs at a time would wait for each other.
    own = f"-env:UserInstallation={(place / 'office').as_uri()}"
    command = [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(place), *map(str, files)]
    (place / "fonts.conf").write_text(FACES, "utf-8")
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(place / "fonts.conf")}
    done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE, env=surroundings)
    made = sorted(place.glob("*.pdf"))
    if len(made) != len(files) or b"rror" in done.stderr:
        raise RuntimeError(f"LibreOffice did not print every file of {files[0].parent.name}: {done.stderr!r}")
    return made
