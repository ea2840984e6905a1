"""The pages of docs/: made from what they describe, linked to what is there, in the words of the glossary."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from checkout import ROOT

from rollout import texts

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
TUTORIALS = sorted((DOCS / "tutorial").glob("*.md"))
IDS = [page.relative_to(DOCS).as_posix() for page in PAGES]
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# Words we never use in our own voice; the glossary names them to say so, and "ca trực" is a shift.
AVOIDED = re.compile(
    r"nạn nhân|quản lý ca\b|không đạt|quy chế điều phối|cơ chế một cửa|hỗ trợ pháp lý|bản thiết kế", re.IGNORECASE
)


def test_problem_pages_are_what_the_templates_say() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, f"run `make docs`\n{made.stderr}"


def test_every_problem_code_has_a_page() -> None:
    codes = {path.stem for path in (ROOT / "templates" / "problems").glob("*.yaml")}
    assert codes == {path.stem for path in (DOCS / "problems").glob("*.md")} - {"README"}


def test_every_value_of_a_message_has_words() -> None:
    named = set().union(
        *(
            PLACEHOLDER.findall(str(page[part].values()))
            for path in (ROOT / "templates" / "problems").glob("*.yaml")
            for page in [texts.problem_page(path.stem)]
            for part in ("message", "why", "fix")
        )
    )
    assert named <= set(runpy.run_path(str(DOCS / "generate.py"))["FILLED"]), "name them in docs/generate.py"


def test_generator_notices_a_changed_page(tmp_path: Path) -> None:
    for name in ("docs", "templates"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(tmp_path)], check=True)
    page = tmp_path / "docs" / "problems" / "S001.md"
    page.write_text(page.read_text("utf-8") + "x", "utf-8")
    (tmp_path / "docs" / "problems" / "Z999.md").write_text("", "utf-8")
    command = [sys.executable, str(tmp_path / "docs" / "generate.py")]
    checked = subprocess.run([*command, "--check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 1
    assert "S001.md" in checked.stderr
    assert "Z999.md" in checked.stderr
    subprocess.run(command, cwd=tmp_path, check=True)
    subprocess.run([*command, "--check"], cwd=tmp_path, check=True)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_text_is_nfc(page: Path) -> None:
    words = page.read_text("utf-8")
    assert words == unicodedata.normalize("NFC", words)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        there = (page.parent / name).resolve() if name else page
        assert there.exists(), target
        if anchor:
            assert anchor in _anchors(there), target


def test_tutorials_come_in_both_languages() -> None:
    stems = {page.name.rsplit(".", 2)[0] for page in TUTORIALS}
    assert {"planner", "province", "consultant"} <= stems
    assert {page.name for page in TUTORIALS} == {f"{stem}.{lang}.md" for stem in stems for lang in texts.LANGUAGES}


@pytest.mark.parametrize("stem", ["planner", "province", "consultant"])
def test_both_languages_run_the_same_commands(stem: str) -> None:
    both = [(DOCS / "tutorial" / f"{stem}.{lang}.md").read_text("utf-8") for lang in texts.LANGUAGES]
    vi, en = ([_bare(line) for line in text.splitlines() if line.startswith("$ ")] for text in both)
    assert vi == en


@pytest.mark.parametrize("page", TUTORIALS, ids=[page.name for page in TUTORIALS])
def test_tutorials_use_the_words_of_the_glossary(page: Path) -> None:
    assert AVOIDED.findall(page.read_text("utf-8")) == []


def _anchors(page: Path) -> set[str]:
    """The names GitHub gives to the headings of a page."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def _bare(line: str) -> str:
    return line.replace(" --lang en", "")
