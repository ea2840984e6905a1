"""Every document of the dossiers that `make dossiers` left under out/dossiers/, as PDF; Word by way of LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

MADE = Path(__file__).resolve().parents[2] / "out" / "dossiers"
OFFICE = shutil.which("soffice")
PATIENCE = 300


def folders() -> list[Path]:
    """Every dossier there is."""
    return sorted(path.parent for path in MADE.glob("*/manifest.json"))


def papers(folder: Path) -> Iterator[tuple[str, bytes, bool]]:
    """Yield the documents of a dossier: name, PDF, and whether the PDF is one of ours."""
    for path in sorted(folder.glob("*.pdf")):
        yield f"{folder.name}_{path.stem}", path.read_bytes(), True
    with tempfile.TemporaryDirectory() as place:
        for path in _converted(sorted(folder.glob("*.docx")), Path(place)):
            yield f"{folder.name}_{path.stem}_word", path.read_bytes(), False


def _converted(files: list[Path], place: Path) -> list[Path]:
    """Word files as LibreOffice prints them; none where it is not there."""
    if not OFFICE or not files:
        return []
    # A profile of its own: two runs at a time would wait for each other.
    own = f"-env:UserInstallation={(place / 'office').as_uri()}"
    command = [OFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(place), *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    made = sorted(place.glob("*.pdf"))
    if len(made) != len(files) or b"rror" in done.stderr:
        raise RuntimeError(f"LibreOffice did not print every file of {files[0].parent.name}: {done.stderr!r}")
    return made
