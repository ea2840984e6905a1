"""What people install: the tracked content and nothing else, working from any folder with its declared dependencies."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from checkout import SHIPPED, copy_tracked, name_of, tracked
from packaging.requirements import Requirement

PRIVATE = ("province_profiles/secret.yaml.bak", "templates/texts/__pycache__/x.pyc", "blueprints/old.bak")
RUN_TIME = 240


def build(tree: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(tree)]
    subprocess.run(command, check=True, capture_output=True, timeout=RUN_TIME)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tracked files in a folder of their own, with private files beside them that git ignores."""
    tree = copy_tracked(tmp_path_factory.mktemp("tree"))
    for name in PRIVATE:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text("private", "utf-8")
    return tree


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tree, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a clean environment with the wheel and what it says it depends on, fetched from nowhere."""
    venv = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=RUN_TIME)
    pip = [str(venv / "bin" / "pip"), "install", "--no-deps", "--no-index", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, timeout=RUN_TIME)
    site = next(venv.glob("lib/python*/site-packages"))
    for needed in dependencies("rollout", {}).values():
        copy_distribution(needed, site)
    return venv / "bin"


def dependencies(
    name: str, found: dict[str, Distribution], extras: frozenset[str] = frozenset()
) -> dict[str, Distribution]:
    """The distributions that `name` needs at run time, and what these need, as installed here."""
    for line in distribution(name).requires or ():
        needed = Requirement(line)
        wanted = any(needed.marker.evaluate({"extra": extra}) for extra in extras | {""}) if needed.marker else True
        if wanted and needed.name not in found:
            found[needed.name] = distribution(needed.name)
            dependencies(needed.name, found, frozenset(needed.extras))
    return found


def copy_distribution(needed: Distribution, site: Path) -> None:
    for file in needed.files or ():
        if ".." not in file.parts and file.suffix != ".pyc":
            (site / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(str(file.locate()), site / file)


def run(command: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(command), *arguments], cwd=cwd, capture_output=True, text=True, timeout=RUN_TIME, check=False
    )


def test_the_wheel_holds_the_tracked_files_and_nothing_else(wheel: Path) -> None:
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    names = [name_of(file) for file in tracked()]
    expected = {name for name in names if name.startswith("rollout/")}
    expected |= {
        f"rollout/_shipped/{name}" for name in names if name.startswith(tuple(f"{folder}/" for folder in SHIPPED))
    }
    assert sorted(inside - expected) == []
    assert sorted(expected - inside) == []


def test_the_same_tree_gives_the_same_wheel(tree: Path, wheel: Path, tmp_path: Path) -> None:
    assert build(tree, tmp_path).read_bytes() == wheel.read_bytes()


@pytest.mark.slow
def test_the_installed_command_says_its_version(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "rollout", "--version", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert distribution("rollout").version in done.stdout


@pytest.mark.slow
def test_the_installed_command_validates_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    shipped = next(installed.parent.glob("lib/python*/site-packages/rollout/_shipped/province_profiles"))
    done = run(installed / "rollout", "validate", str(shipped), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.pdf
def test_the_installed_command_writes_a_report(installed: Path, tmp_path: Path) -> None:
    shipped = next(installed.parent.glob("lib/python*/site-packages/rollout/_shipped/province_profiles"))
    profile = min(shipped.glob("*.yaml"))
    done = run(installed / "rollout", "gap", str(profile), "-o", "gap.pdf", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "gap.pdf").read_bytes().startswith(b"%PDF-")
