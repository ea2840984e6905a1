"""Several dossiers in one run: each as if made alone, none in another's way."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest
from checkout import ROOT

from rollout.cli import dossier, dossier_folder, dossiers, workers
from rollout.cli.run import run

HANOI, DANANG = "province_profiles/ha_noi_2026.yaml", "province_profiles/da_nang_2026.yaml"
ON = ("--date", "2026-10-01", "--proposer", "LEAD_GE")
TWO = ("--form", "ca_biet", "--form", "qppl_ubnd")


class Said:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


class Command:
    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self.captured = captured

    def __call__(self, *arguments: str | Path) -> Said:
        self.captured.readouterr()
        code = run(["draft", *map(str, arguments)])
        return Said(code, *self.captured.readouterr())


@pytest.fixture
def draft(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """`rollout draft` on two cores; PDF and Word are stand-ins, so that no engine is needed."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(dossiers, "ready", lambda: None)
    for key in (("decision", "pdf"), ("decision", "docx")):
        monkeypatch.setitem(dossier.WRITERS, key, lambda it, *_: f"{it.lang} {it.form}".encode())
    monkeypatch.setattr(dossier, "note_docx", lambda *_: b"")
    return Command(capfd)


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_each_is_what_it_is_alone(draft: Command, tmp_path: Path) -> None:
    done = draft(HANOI, DANANG, *ON, *TWO, "-o", tmp_path / "all")
    assert done.code == 0, done.err
    assert names(tmp_path / "all") == [
        f"{unit}-2026-10-01-{form}" for unit in ("da-nang", "ha-noi") for form in ("ca_biet", "qppl_ubnd")
    ]
    draft(DANANG, *ON, "--form", "qppl_ubnd", "-o", tmp_path / "one")
    assert read(tmp_path / "one") == read(tmp_path / "all" / "da-nang-2026-10-01-qppl_ubnd")
    lines = done.out.strip().splitlines()
    assert [Path(line.partition(":")[0]).name for line in lines] == [
        f"{unit}-2026-10-01-{form}" for unit in ("ha-noi", "da-nang") for form in ("ca_biet", "qppl_ubnd")
    ]
    assert all("D027" in line for line in lines)
    assert done.err.count("D027") == 1, "a warning that all of them have is told once"
    assert "4 hồ sơ" in done.err


def test_what_cannot_be_made_stops_no_other(draft: Command, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [", "utf-8")
    arguments = ("--form", "qppl_chu_tich", "--form", "qppl_ubnd", "-o", tmp_path / "d")
    done = draft(broken, "province_profiles/bac_lieu_2022.yaml", "--date", "2022-09-01", *arguments)
    assert done.code == 1
    assert names(tmp_path / "d") == ["bac-lieu-2022-09-01-qppl_ubnd"]
    assert "D021" in done.err
    assert "broken.yaml" in done.err
    assert [line for line in done.out.splitlines() if "qppl_chu_tich" in line and "D021" in line]
    assert "1/2" in done.err


def test_an_edited_folder_is_kept_and_the_rest_made(draft: Command, tmp_path: Path) -> None:
    edited = tmp_path / "ha-noi-2026-10-01-ca_biet"
    edited.mkdir()
    (edited / "quy_che.md").write_text("đã sửa", "utf-8")
    done = draft(HANOI, *ON, *TWO, "-o", tmp_path)
    assert done.code == 2
    assert "F032" in done.err
    assert read(edited) == {"quy_che.md": "đã sửa".encode()}
    assert "manifest.json" in names(tmp_path / "ha-noi-2026-10-01-qppl_ubnd")
    assert draft(HANOI, *ON, *TWO, "--force", "-o", tmp_path).code == 0
    assert names(tmp_path / "ha-noi-2026-10-01-ca_biet.bak") == ["quy_che.md"]


def test_two_dossiers_for_one_folder_are_refused_before_any_work(draft: Command, tmp_path: Path) -> None:
    copy = tmp_path / "again.yaml"
    shutil.copy(ROOT / HANOI, copy)
    done = draft(HANOI, copy, *ON, "--form", "ca_biet", "-o", tmp_path / "d")
    assert done.code == 2
    assert "ha-noi-2026-10-01-ca_biet" in done.err
    assert not (tmp_path / "d").exists()


def test_a_form_named_twice_is_one_dossier(draft: Command, tmp_path: Path) -> None:
    assert draft(HANOI, *ON, "--form", "ca_biet", "--form", "ca_biet", "-o", tmp_path / "d").code == 0
    assert "manifest.json" in names(tmp_path / "d")


def test_an_interrupted_run_leaves_whole_dossiers_and_nobody_working(
    draft: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver = dossier_folder.deliver

    def interrupted(folder: str, *rest: object, **more: object) -> None:
        if "qppl" in folder:
            raise KeyboardInterrupt
        deliver(folder, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(dossiers, "deliver", interrupted)
    assert draft(HANOI, DANANG, *ON, *TWO, "-o", tmp_path).code == 130
    assert names(tmp_path) == ["ha-noi-2026-10-01-ca_biet"]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_whoever_is_free_takes_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(seconds: float) -> tuple[float, int]:
        time.sleep(seconds)
        return seconds, os.getpid()

    asked = [0.6, 0.01, 0.02, 0.03, 0.04, 0.05]
    done = list(workers.in_parallel(work, asked))
    assert [seconds for seconds, _ in done] == asked
    assert len({process for _, process in done[1:]}) == 1
    assert done[0][1] != done[1][1]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 50])
def test_every_item_comes_once_and_in_order(count: int) -> None:
    assert list(workers.in_parallel(lambda item: "x" * item, list(range(count)))) == ["x" * n for n in range(count)]
