"""Terminals, pipes, clocks and machines of every kind: the same words, the same bytes, never a traceback."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import subprocess
import time
from pathlib import Path

import pytest
from robustness.command import (
    BAD,
    PATIENCE,
    SMALL,
    SMALL_MODEL,
    TRACE,
    may_unshare,
    python,
    run,
    run_apart,
    surroundings,
)
from robustness.situations import a_thousand, one_broken, profile, reader_leaves, ten_thousand, without_pango

from rollout.cli import run as running
from rollout.cli import workers

ANSI = re.compile(r"\x1b\[")
FORMATS = ("html", "md", "json", "txt")
ODD = {
    "cp1252": {"PYTHONIOENCODING": "cp1252", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii:strict", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "unknown locale": {"LANG": "xx_YY.KOI8-R", "LC_ALL": "xx_YY.KOI8-R"},
    "20 columns": {"COLUMNS": "20"},
    "no columns": {"COLUMNS": "0", "TERM": ""},
    "words for columns": {"COLUMNS": "rộng", "TERM": "dumb"},
    "no home": {"HOME": "/nonexistent", "PATH": ""},
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    profile(tmp_path, monkeypatch)
    return tmp_path


@pytest.mark.parametrize("name", ODD)
def test_no_surroundings_stop_a_run(name: str, here: Path) -> None:
    said = run_apart("gap", "ho_so.yaml", *SMALL_MODEL, env=ODD[name], cwd=here)
    assert said.code == 0, said.err
    assert not ANSI.search(said.out + said.err)
    assert "Báo cáo rà soát hiện trạng" in said.out
    assert "?" not in said.out.replace("tuần?", "").replace("không?", ""), "a letter that could not be written"


def test_letters_come_through_because_the_streams_are_told_so(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the guard the first Vietnamese letter ends the run on such a stream."""
    import io
    import sys

    for guarded in (True, False):
        stream = io.TextIOWrapper(io.BytesIO(), "cp1252")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            patch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "cp1252", errors="replace"))
            patch.setenv("TMPDIR", str(here))
            if not guarded:
                patch.setattr(running, "speak_utf8", lambda: None)
            code = running.run(["validate", "ho_so.yaml", *map(str, SMALL_MODEL)])
        assert (code == 0) is guarded


@pytest.mark.parametrize(
    "words",
    [
        ("validate", "-v", "ho_so.yaml", *SMALL_MODEL),
        ("validate", "ho_so.yaml", "--format", "json", *SMALL_MODEL),
        ("gap", "xx.yaml", "--format", "html", *SMALL_MODEL),
        ("blueprint", "schema", "anh_duong"),
        ("profile", "new", "bac-lieu", "--date", "2022-06-30"),
    ],
    ids=lambda words: " ".join(map(str, words))[:30],
)
def test_a_reader_that_leaves_is_no_fault(words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_thousand(here, monkeypatch)
    (here / "xx.yaml").write_text(SMALL, "utf-8")
    said = reader_leaves(*map(str, words), cwd=here)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("descriptor", ["1", "2", "0"])
def test_a_stream_that_is_closed_is_no_fault(descriptor: str, here: Path) -> None:
    """As a scheduler may start it: without stdout, stderr or stdin."""
    closed = f'exec "$@" {descriptor}>&-' if descriptor != "0" else 'exec "$@" 0<&-'
    done = subprocess.run(
        ["sh", "-c", closed, "sh", *python("validate", "ho_so.yaml", *SMALL_MODEL)],
        env=surroundings(),
        cwd=here,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0
    assert TRACE.encode() not in done.stdout + done.stderr


def test_a_full_disk_behind_stdout_is_told(here: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    with Path("/dev/full").open("wb") as stream:
        done = subprocess.run(
            python("gap", "ho_so.yaml", "--format", "html", *SMALL_MODEL),
            env=surroundings(TMPDIR=str(here)),
            cwd=here,
            stdout=stream,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 2
    assert b"F010" in done.stderr
    assert TRACE.encode() not in done.stderr


def test_ten_thousand_problems_are_few_lines_of_text_and_all_in_json(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ten_thousand(here, monkeypatch)
    shown = run("validate", "ho_so.yaml", *SMALL_MODEL).out
    assert shown.count("ho_so.yaml:8:") == 20
    assert "9.980" in shown
    found = json.loads(run("validate", "ho_so.yaml", "--format", "json", *SMALL_MODEL).out)
    assert (found["errors"], len(found["files"][0]["problems"])) == (10_000, 10_000)


def test_without_a_network_everything_works(here: Path) -> None:
    if not may_unshare("-n"):
        pytest.skip("needs the right to make a network namespace (root)")
    for words in (("validate",), ("gap", "-o", "x.html"), ("gap", "-o", "x.md"), ("checklist", "-o", "b.html")):
        said = run_apart(words[0], "ho_so.yaml", *words[1:], *SMALL_MODEL, cwd=here, before=("unshare", "-n"))
        assert said.code == 0, said.err


def test_without_pango_only_pdf_is_missing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    without_pango(here, monkeypatch)
    env = {"PYTHONPATH": os.pathsep.join((str(here), surroundings()["PYTHONPATH"]))}
    for output in ("x.html", "x.json"):
        assert run_apart("gap", "ho_so.yaml", "-o", output, *SMALL_MODEL, cwd=here, env=env).code == 0
    for command in ("gap", "checklist"):
        said = run_apart(command, "ho_so.yaml", "-o", "x.pdf", *SMALL_MODEL, cwd=here, env=env)
        assert said.code == 2
        assert "F030" in said.err
        assert not (here / "x.pdf").exists()


def documents(folder: Path, formats: tuple[str, ...] = FORMATS) -> dict[str, bytes]:
    for form in formats:
        assert run("gap", "ho_so.yaml", "-o", f"x.{form}", *SMALL_MODEL).code == 0
    return {form: (folder / f"x.{form}").read_bytes() for form in formats}


def test_the_clock_and_the_zone_change_no_byte(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = documents(here)
    for zone in ("Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        try:
            assert documents(here) == before
        finally:
            monkeypatch.delenv("TZ")
            time.tzset()
    for moment in (dt.datetime(2024, 2, 29, 23, 59), dt.datetime(2039, 12, 31, 23, 59)):  # noqa: DTZ001 – any zone
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", moment.timestamp)
            assert documents(here) == before


@pytest.mark.pdf
def test_the_zone_changes_no_byte_of_a_pdf(here: Path) -> None:
    made = []
    for zone in ("Asia/Ho_Chi_Minh", "Pacific/Kiritimati"):
        said = run_apart("gap", "ho_so.yaml", "-o", "x.pdf", *SMALL_MODEL, cwd=here, env={"TZ": zone})
        assert said.code == 0, said.err
        made.append((here / "x.pdf").read_bytes())
    assert made[0] == made[1]
    assert str(dt.datetime.now(dt.UTC).year).encode() not in re.findall(rb"/CreationDate \(D:(\d{4})", made[0])


@pytest.mark.parametrize("day", ["2024-02-29", "2023-12-31", "2023-01-01", "2025-07-01", "2199-12-31", "1999-02-28"])
def test_no_day_is_special(day: str, here: Path) -> None:
    """The first of them too: a day on which no unit or law is known is a named problem."""
    text = SMALL.replace("2022-06-30", day).replace("2021-06-30", min(day, "2020-02-29"))
    (here / "ho_so.yaml").write_text(text.replace("bac-lieu", "ca-mau"), "utf-8")
    said = run("gap", "ho_so.yaml", *SMALL_MODEL)
    assert said.code in (0, 1), said.err
    assert said.code == 0 or "P00" in said.err


def test_one_broken_profile_hides_no_other(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_broken(here, monkeypatch)
    said = run("gap", "ho_so", "-o", "out/", "--format", "md", *SMALL_MODEL)
    assert said.code == 1
    assert len(list(Path("out").iterdir())) == 15
    assert said.out.count("30/06/2022") == 15
    assert "15/16" in said.out
    assert "tinh_08.yaml" in said.out
    found = json.loads(run("validate", "ho_so", "--format", "json", *SMALL_MODEL).out)
    assert [Path(row["file"]).name for row in found["files"] if not row["valid"]] == ["tinh_08.yaml"]


def test_one_broken_of_a_hundred_hides_no_other_either(here: Path) -> None:
    """So many go to several processes; a file that cannot be opened ends none of them."""
    (here / "ho_so").mkdir()
    for number in range(101):
        (here / "ho_so" / f"tinh_{number:03}.yaml").write_text(SMALL if number != 7 else "a: [", "utf-8")
    (here / "ho_so" / "tinh_050.yaml").unlink()
    os.mkfifo(here / "ho_so" / "tinh_050.yaml")
    said = run_apart("gap", "ho_so", *SMALL_MODEL, cwd=here)
    assert said.code == 2, said.err
    assert said.out.count("30/06/2022") == 99
    assert "tinh_007.yaml" in said.out
    assert "tinh_050.yaml" in said.out


def test_a_worker_that_ends_early_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(here))

    def end(_: str) -> int:
        os._exit(9)

    with pytest.raises(ChildProcessError):
        list(workers.in_parallel(end, ["a", "b", "c"]))


def test_the_country_is_found_from_anywhere(here: Path) -> None:
    """The bad blueprints are used by path, from a folder that has none."""
    text = SMALL.replace("base@1", str(BAD / "blueprints" / "base"))
    (here / "ho_so.yaml").write_text(text, "utf-8")
    assert run("validate", "ho_so.yaml").code == 0
