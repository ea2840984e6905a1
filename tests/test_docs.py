"""README, CONTRIBUTING and CHANGELOG are true: commands run, links lead somewhere, examples are what is printed.

The pages of docs/ have their tests in tests/docs/.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT, copy_tracked, name_of, tracked

import rollout

PAGES = [file for file in tracked() if file.suffix == ".md"]
FRONT = [page for page in PAGES if page.parent == ROOT]
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
TESTING = "make test"
LONGEST_RUN = 900


def commands(page: Path) -> list[str]:
    """The lines a reader would type, in order, without the one that runs these tests."""
    lines = [line for block in BLOCK.findall(page.read_text("utf-8")) for line in block.splitlines()]
    return [line for line in lines if not line.startswith(TESTING)]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean clone; what pip would fetch is lent by this environment, the rest `make` does itself."""
    clone = copy_tracked(tmp_path_factory.mktemp("clone") / "rollout")
    venv = clone / ".venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=LONGEST_RUN)
    site = next(venv.glob("lib/python*/site-packages"))
    lent = [path for path in sys.path if Path(path).name == "site-packages"]
    # Only a path: .pth files found there are not followed, so the package itself is the clone's own.
    (site / "lent.pth").write_text("\n".join(lent) + "\n", "utf-8")
    for stamp in ("stamp-python", "stamp-lock"):
        (venv / stamp).touch()
    return clone


@pytest.mark.slow
@pytest.mark.pdf
def test_every_command_of_the_readme_runs_in_order(clone: Path) -> None:
    script = "\n".join(["set -euxo pipefail", *commands(clone / "README.md")])
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        ["bash", "-c", script], cwd=clone, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=LONGEST_RUN, check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{done.stdout[-500:]}\n{done.stderr[-3000:]}"


def test_the_readme_tests_as_the_gate_does() -> None:
    assert any(block.startswith(TESTING) for block in BLOCK.findall((ROOT / "README.md").read_text("utf-8")))
    assert f"\nexec {TESTING} " in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", FRONT, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    targets = [(a or b).partition("#")[0] for a, b in LINK.findall(text)]
    inside = [target for target in targets if target and "://" not in target and not target.startswith("mailto:")]
    assert [target for target in inside if not (page.parent / target).exists()] == []


def test_the_contents_name_every_page() -> None:
    """Problem pages have an index of their own, in their folder."""
    text = (ROOT / "docs" / "index.md").read_text("utf-8")
    names = [name_of(page).removeprefix("docs/") for page in PAGES if name_of(page).startswith("docs/")]
    listed = [name for name in names if name != "index.md" and not re.match(r"problems/[A-Z]\d", name)]
    assert [name for name in listed if f"]({name})" not in text] == []


def test_the_reference_is_what_the_commands_say() -> None:
    command = [sys.executable, "docs/generate_cli.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST_RUN, check=False)
    assert done.returncode == 0, f"run `make docs`\n{done.stdout}{done.stderr}"


def test_the_great_message_is_what_is_printed(tmp_path: Path) -> None:
    (tmp_path / "ho_so.yaml").write_text(
        "format: rollout.profile/1\nblueprint: anh_duong@1\nprovince: quang-ninh\nas_of: 2020-10-22\n"
        "centre: {state: planned}\ndata_status: self_reported\nanswers:\n  services:\n    hotline:\n"
        "      hours_per_week: 12,5\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "rollout", "validate", "--lang", "en", "ho_so.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=LONGEST_RUN, check=False)
    shown = re.search(r"```text\n(ho_so.*?)```", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.DOTALL)
    assert shown
    assert shown[1] in done.stdout


def test_the_newest_change_is_of_this_version() -> None:
    newest = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest
    assert newest[1].startswith(rollout.__version__)
