"""The bad inputs of loading through the real command: whatever is said of the bytes alone is said there too."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from load.test_bad_examples import MADE
from robustness.command import BAD, open_once, run

from rollout.cli import opening

NAMES = sorted(path.name.removesuffix(".vi.txt") for path in BAD.glob("*.vi.txt"))
CODE = re.compile(r"^\S+: (?:error|warning) (Y[0-9]{3})", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_validate_says_what_loading_says(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "_open_model", open_once)
    open_once("anh_duong")
    data = MADE[name] if name in MADE else (BAD / f"{name}.yaml").read_bytes()
    Path("ho_so.yaml").write_bytes(data)
    started = time.process_time()
    said = run("validate", "ho_so.yaml", "--format", "json")
    assert time.process_time() - started < 6
    assert said.code == 1
    [file] = json.loads(said.out)["files"]
    wanted = set(CODE.findall((BAD / f"{name}.en.txt").read_text("utf-8")))
    assert wanted <= {problem["code"] for problem in file["problems"]}
    assert all(problem["line"] and problem["message"] and problem["fix"] for problem in file["problems"])
