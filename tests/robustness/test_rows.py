"""Every bad input of tests/examples/bad, through the real command, says in both languages what is written beside it.

profiles/ are given to `rollout validate`, blueprints/ to `rollout blueprint check` (what it says is in
blueprint_checks/), and each file of recipes/ names a situation that no file can be, with the command that is run in it.
The number before a name is its row in the list of bad inputs. `UPDATE_GOLDEN=1 pytest tests/robustness/test_rows.py`
writes what is said anew; read it before committing.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT
from robustness.command import BAD, TRACE, Said, may_unshare, open_once, run, run_apart
from robustness.situations import SITUATIONS, reader_leaves

from rollout import load
from rollout.cli import opening

ROWS = {*range(1, 57), 60, *range(71, 81), *range(82, 85), *range(87, 92)}
LANGS = ("vi", "en")
LONGEST = 6.0
"""Seconds of this process for one bad input."""
PROFILES = sorted((BAD / "profiles").glob("*.yaml"))
BLUEPRINTS = sorted(path.parent for path in (BAD / "blueprints").glob("[0-9][0-9]-*/blueprint.yaml"))
RECIPES = sorted((BAD / "recipes").glob("*.yaml"))


def compare(said: Said, golden: Path) -> None:
    """Hold what was said against the file beside the bad input; whatever it was, it is no fault of ours."""
    text = said.text.replace(f"{BAD}/", "")
    assert said.code in (0, 1, 2), text
    assert TRACE not in text
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def beside(path: Path, lang: str) -> Path:
    return path.with_name(f"{path.name.removesuffix('.yaml')}.{lang}.txt")


def check_of(path: Path, lang: str) -> Path:
    """A folder of blueprints holds blueprints only: what is said of one stands elsewhere."""
    return BAD / "blueprint_checks" / f"{path.name}.{lang}.txt"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_a_bad_profile(path: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    monkeypatch.setattr(opening, "_open_model", open_once)
    run("validate", "--quiet", path.relative_to(BAD))
    started = time.process_time()
    said = run("validate", path.relative_to(BAD), "--lang", lang)
    assert time.process_time() - started < LONGEST
    compare(said, beside(path, lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", BLUEPRINTS, ids=lambda path: path.name)
def test_a_bad_blueprint(path: Path, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    said = run("blueprint", "check", path.name, "--lang", lang)
    assert said.code in (1, 2)
    compare(said, check_of(path, lang))


def test_the_blueprint_they_extend_has_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)
    said = run("blueprint", "check", "base")
    assert said.code == 0, said.text


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_a_bad_situation(path: Path, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe: dict[str, Any] = load.read(path).data
    if recipe.get("how") == "no_network" and not may_unshare("-n"):
        pytest.skip("needs the right to make a network namespace (root)")
    monkeypatch.chdir(tmp_path)
    SITUATIONS[recipe["situation"]](tmp_path, monkeypatch)
    places = {"{bad}": str(BAD), "{long}": "a" * 300}
    words = [filled(str(word), places) for word in recipe["run"]]
    said = carried_out(recipe, [*words, "--lang", lang], tmp_path)
    assert said.code == recipe["exit"], said.text
    compare(said, beside(path, lang))


def filled(word: str, places: dict[str, str]) -> str:
    for name, place in places.items():
        word = word.replace(name, place)
    return word


def carried_out(recipe: dict[str, Any], words: list[str], folder: Path) -> Said:
    """Run what a recipe asks for, in the way it says."""
    places = {"{here}": str(folder), "{root}": str(ROOT)}
    changed = {name: filled(str(value), places) for name, value in recipe.get("env", {}).items()}
    match recipe.get("how", "here"):
        case "here":
            started = time.process_time()
            said = run(*words)
            assert time.process_time() - started < LONGEST
            return said
        case "reader_leaves":
            return reader_leaves(*words, cwd=folder)
        case "no_network":
            return run_apart(*words, cwd=folder, env=changed, before=("unshare", "-n"))
    return run_apart(*words, cwd=folder, env=changed)


def test_every_row_has_an_example_with_what_is_said_in_both_languages() -> None:
    told = {lang: {path.name.removesuffix(f".{lang}.txt") for path in BAD.rglob(f"*.{lang}.txt")} for lang in LANGS}
    assert told["vi"] == told["en"]
    have = {int(number[0]) for name in told["vi"] if (number := re.match(r"[0-9]{2}(?=-)", name))}
    assert sorted(ROWS - have) == []


def test_nothing_said_is_left_over() -> None:
    known = {beside(path, lang) for path in (*PROFILES, *RECIPES) for lang in LANGS}
    known |= {check_of(path, lang) for path in BLUEPRINTS for lang in LANGS}
    kept = set(BAD.glob("*/*.txt"))
    assert sorted(kept - known) == []
