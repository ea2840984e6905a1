"""What the checkout holds: the package's sources and the tracked files, for the tests that read them as text."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "rollout"
SHIPPED = ("blueprints", "province_profiles", "templates")


def name_of(file: Path) -> str:
    """The path of `file` as a reader of the repository would write it."""
    return file.relative_to(ROOT).as_posix()


@cache
def sources() -> tuple[Path, ...]:
    """Every Python file of the package, in order."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def tracked() -> tuple[Path, ...]:
    """Every file git knows and that is there, in order."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    files = (ROOT / name for name in listed.decode().split("\0") if name)
    return tuple(sorted(file for file in files if file.is_file()))


def copy_tracked(folder: Path) -> Path:
    """Copy every tracked file, as it stands, into `folder`: what a clean clone would be after a commit."""
    for file in tracked():
        copy = folder / name_of(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    return folder
