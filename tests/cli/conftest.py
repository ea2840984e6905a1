"""Running the command line inside this process: quick, and what a user would see."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from checkout import ROOT
from cli.runs import BAD, GOOD, Done, Run

from rollout import shipped
from rollout.cli import opening
from rollout.cli.run import run

open_model = opening._open_model
shipped_model = cache(open_model)


@pytest.fixture(autouse=True)
def open_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped blueprint is the same for every test; a folder of one's own is read each time."""

    def opened(name: str) -> opening.Model:
        return shipped_model(name) if name == "anh_duong" and not shipped._chosen else open_model(name)

    monkeypatch.setattr(opening, "_open_model", opened)


@pytest.fixture
def rollout(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line with these arguments, in the checkout."""
    monkeypatch.chdir(ROOT)

    def call(*arguments: str | Path) -> Done:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Done(code, *capfd.readouterr())

    return call


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, "utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.yaml"
    path.write_text(BAD, "utf-8")
    return path
