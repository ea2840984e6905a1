"""Exit codes: 0 done, 1 the content of an input is wrong, 2 usage or environment, 3 a fault of ours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT
from cli.runs import PROFILE, Run, faults_go_to

CASES = {
    "valid": (0, ["validate", PROFILE]),
    "a gap is a result": (0, ["gap", "province_profiles/bac_lieu_2022_minh_hoa.yaml"]),
    "wrong content": (1, ["validate", "{bad}"]),
    "wrong content stops a gap": (1, ["gap", "{bad}"]),
    "broken YAML": (1, ["validate", "{broken}"]),
    "no such file": (2, ["validate", "{folder}/none.yaml"]),
    "a device": (2, ["validate", "/dev/null"]),
    "a folder without YAML": (2, ["validate", "{empty}"]),
    "no such command": (2, ["valid"]),
    "no such option": (2, ["validate", "--x", PROFILE]),
    "too much": (2, ["profile", "new", "ca-mau", "quang-ninh"]),
    "no profile": (2, ["validate"]),
    "a format not built": (2, ["gap", PROFILE, "-o", "{folder}/x.odt"]),
    "no folder to write into": (2, ["gap", PROFILE, "-o", "{folder}/none/x.html"]),
    "a folder that is none": (2, ["gap", PROFILE, "--templates", "{folder}/none"]),
    "a day that is none": (2, ["profile", "new", "ca-mau", "--date", "2026-02-30"]),
    "no such blueprint": (2, ["blueprint", "check", "none"]),
    "no such code": (2, ["explain", "ZZZ-NONE-99"]),
    "no such agency": (2, ["gap", PROFILE, "--agency", "NOBODY"]),
}


@pytest.mark.parametrize(("code", "words"), CASES.values(), ids=CASES)
def test_exit_code(code: int, words: list[str], rollout: Run, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.yaml").write_text("a: [1\nb: 2\n", "utf-8")
    paths = {"bad": bad, "folder": tmp_path, "empty": tmp_path / "empty", "broken": tmp_path / "broken.yaml"}
    done = rollout(*(word.format(**paths) for word in words))
    assert done.code == code, done.said
    assert "Traceback" not in done.said
    assert code == 0 or done.said


def test_a_fault_is_reported_without_the_profile(
    rollout: Run, good: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Nguyễn Thị Bí Mật, 0912345678")

    monkeypatch.setattr("rollout.cli.validate.check", broken)
    faults_go_to(tmp_path, monkeypatch)
    done = rollout("validate", good, "--lang", "vi")
    assert done.code == 3
    found = re.search(r"(\S+rollout-\w+\.txt)", done.err)
    assert found
    report = Path(found[1]).read_text("utf-8")
    assert "ValueError" in report
    assert "rollout/cli/run.py" in report
    for secret in ("Bí Mật", "0912", "good.yaml", str(ROOT)):
        assert secret not in report
        assert secret not in done.err.replace(found[1], "")


def test_a_fault_report_that_cannot_be_written_is_printed(
    rollout: Run, good: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("rollout.cli.validate.check", lambda *_: 1 / 0)
    faults_go_to(tmp_path / "none", monkeypatch)
    done = rollout("validate", good)
    assert done.code == 3
    assert "ZeroDivisionError" in done.err


def test_a_fault_in_the_texts_still_says_something(
    rollout: Run, good: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("rollout.texts._lookup", lambda *_: {})
    faults_go_to(tmp_path, monkeypatch)
    done = rollout("validate", good)
    assert done.code == 3
    assert str(tmp_path) in done.err


@pytest.mark.parametrize(
    "words", [["validate", "province_profiles", "-v"], ["gap", PROFILE], ["--help"], ["gap", "-h"]]
)
def test_a_closed_pipe_is_no_error(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "rollout", *words],
        cwd=ROOT,
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, b"Traceback" in done.stderr, b"BrokenPipe" in done.stderr) == (0, False, False)


@pytest.mark.parametrize("words", [["validate", PROFILE], ["gap", PROFILE], ["--help"]])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_named(words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rollout", *words], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60,
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert b"F010" in done.stderr
    assert b"Traceback" not in done.stderr


def test_closed_streams_are_no_fault() -> None:
    line = f'"{sys.executable}" -m rollout validate {PROFILE} >&- 2>&- <&-'
    assert subprocess.run(["sh", "-c", line], cwd=ROOT, timeout=60, check=False).returncode == 0
