"""Nothing is lost when a write fails or a run is killed: the old file is whole or the new one is, at every writer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT
from robustness.command import may_unshare, surroundings
from robustness.writing import WRITERS, moments

from rollout import files

NAMES = [writer.name for writer in WRITERS]
PDF = [pytest.param(name, marks=pytest.mark.pdf) if name.endswith("pdf") else name for name in NAMES]
LONGEST = 100


@cache
def cases(mode: str, folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What came of every writer in that mode; run once, in a process and where needed a namespace of its own."""
    before = [] if mode == "kill" else ["unshare", "-m"]
    done = subprocess.run(
        [*before, sys.executable, "-m", "robustness.writing", mode, str(folder / mode)],
        env=surroundings(PYTHONPATH=f"{ROOT / 'tests'}{os.pathsep}{ROOT}"),
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return {(case["writer"], case.get("moment", "")): case for case in found}


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the writers write."""
    return tmp_path_factory.mktemp("writes")


def needs_mounts() -> None:
    if not may_unshare("-m"):
        pytest.skip("needs the right to mount a small disk in a namespace of its own (root)")


@pytest.mark.parametrize("name", PDF)
def test_a_full_disk_keeps_the_old_file(name: str, folder: Path) -> None:
    needs_mounts()
    case = cases("full", folder)[name, ""]
    assert (case["code"], case["old"], case["temporary"]) == (2, True, []), case["err"]
    assert "F010" in case["err"]


@pytest.mark.parametrize("name", PDF)
def test_a_disk_that_takes_no_writing_keeps_the_old_file(name: str, folder: Path) -> None:
    needs_mounts()
    case = cases("read_only", folder)[name, ""]
    assert (case["code"], case["old"], case["temporary"]) == (2, True, []), case["err"]
    assert "F011" in case["err"]


def test_without_the_guard_a_full_disk_takes_the_old_file(folder: Path) -> None:
    needs_mounts()
    assert not cases("full_without_guard", folder)["gap x.html", ""]["old"]


KILLED = [
    pytest.param(writer.name, moment.__name__, marks=[pytest.mark.pdf] if writer.name.endswith("pdf") else [])
    for writer in WRITERS
    for moment in moments(writer)
]


@pytest.mark.parametrize(("name", "moment"), KILLED)
def test_a_killed_run_leaves_a_whole_file_and_is_in_nobodys_way(name: str, moment: str, folder: Path) -> None:
    case = cases("kill", folder)[name, moment]
    assert case["ended"] == -9
    assert case["whole"]
    assert (case["clean"], case["again"], case["new"]) == (0, 0, True), case["err"]
    if moment == "die_half_written":
        assert case["old"], "bytes went into the file itself"


def test_a_temporary_file_of_an_earlier_run_with_our_number_is_in_nobodys_way(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f".rollout-{os.getpid()}-{number}.tmp").write_bytes(b"left")
    files.write_atomically(tmp_path / "x", b"new")
    assert (tmp_path / "x").read_bytes() == b"new"
    assert len(list(tmp_path.glob("*.tmp")) + list(tmp_path.glob(".*.tmp"))) >= 3
