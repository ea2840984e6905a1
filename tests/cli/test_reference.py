"""docs/cli.md and the page of `rollout --help` are what the commands say."""

from __future__ import annotations

import subprocess
import sys

import pytest
from checkout import ROOT
from cli.runs import Run

from rollout.cli.reference import page, reference


def test_the_reference_is_made_from_the_commands() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == reference(), "run docs/generate_cli.py"


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_help_page_is_what_the_group_prints(lang: str, rollout: Run) -> None:
    stored = (ROOT / "templates" / "help" / f"{lang}.txt").read_text("utf-8")
    assert stored == page(lang), "run docs/generate_cli.py"
    assert rollout("--lang", lang, "--help").out == stored


@pytest.mark.parametrize(
    ("locale", "word"), [("vi_VN.UTF-8", "Ví dụ"), ("C.UTF-8", "Ví dụ"), ("en_US.UTF-8", "Examples")]
)
def test_the_page_follows_the_locale(locale: str, word: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rollout", "--help"], cwd=ROOT, env={"LANG": locale}, capture_output=True, timeout=60,
        check=True,
    )  # fmt: skip
    assert done.stdout.decode("utf-8").startswith(word)


def test_a_narrow_terminal_gets_narrow_help() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "rollout", "--help"], cwd=ROOT, env={"COLUMNS": "60"}, capture_output=True, timeout=60,
        check=True,
    )  # fmt: skip
    lines = done.stdout.decode("utf-8").splitlines()
    assert max(len(line) for line in lines if not line.startswith("  rollout")) <= 60
