"""rollout gap: where its documents go, and one line for each of several profiles."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cli.runs import ILLUSTRATIVE, PROFILE, Run


def test_the_suffix_chooses_the_format(rollout: Run, tmp_path: Path) -> None:
    starts = {"html": b"<!", "md": b"**", "json": b"{", "txt": b" "}
    for suffix, start in starts.items():
        target = tmp_path / f"r.{suffix}"
        assert rollout("gap", PROFILE, "-q", "-o", target).code == 0
        assert target.read_bytes().lower().startswith(start), suffix


@pytest.mark.pdf
def test_pdf(rollout: Run, tmp_path: Path) -> None:
    assert rollout("gap", PROFILE, "--gate", "-o", tmp_path / "r.pdf").code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")


def test_a_machine_without_pango_is_told_what_to_install(
    rollout: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> bytes:
        raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr("rollout.cli.writers.pdf", missing)
    done = rollout("gap", PROFILE, "-o", tmp_path / "r.pdf")
    assert done.code == 2
    assert "apt-get install libpango" in done.err
    assert not (tmp_path / "r.pdf").exists()


def test_a_format_that_is_not_built_names_those_that_are(rollout: Run, tmp_path: Path) -> None:
    done = rollout("gap", PROFILE, "-o", tmp_path / "r.odt")
    assert "“.odt”" in done.err
    assert ".html, .pdf, .docx, .json" in done.err


def test_a_format_that_does_not_fit_the_file_is_refused(rollout: Run, tmp_path: Path) -> None:
    assert rollout("gap", PROFILE, "--format", "md", "-o", tmp_path / "r.html").code == 2


def test_several_profiles_give_a_line_each(rollout: Run) -> None:
    done = rollout("gap", PROFILE, ILLUSTRATIVE)
    lines = done.out.splitlines()
    assert lines[0].startswith("Tỉnh Quảng Ninh")
    assert "22/10/2020" in lines[0]
    assert "%" in lines[0]
    assert "CHƯA ĐỦ ĐIỀU KIỆN" in lines[1]
    assert "SỐ LIỆU MINH HỌA" in lines[1]
    assert "2 hồ sơ" in lines[2]


def test_one_broken_profile_of_several(rollout: Run, bad: Path) -> None:
    done = rollout("gap", PROFILE, bad, ILLUSTRATIVE)
    assert done.code == 1
    assert len(done.out.splitlines()) == 3
    assert "2/3 hồ sơ" in done.out.splitlines()[-1]
    assert "bad.yaml" in done.out.splitlines()[-1]
    assert "S003" in done.err


def test_several_profiles_as_a_stream_of_json(rollout: Run) -> None:
    done = rollout("gap", PROFILE, ILLUSTRATIVE, "--format", "json")
    assert [json.loads(line)["province"]["slug"] for line in done.out.splitlines()] == ["quang-ninh", "bac-lieu"]


def test_several_profiles_need_a_folder(rollout: Run, tmp_path: Path) -> None:
    assert rollout("gap", PROFILE, ILLUSTRATIVE, "-o", tmp_path / "r.html").code == 2
    assert rollout("gap", PROFILE, ILLUSTRATIVE, "--format", "md").code == 2
    done = rollout("gap", PROFILE, ILLUSTRATIVE, "--format", "md", "-o", f"{tmp_path}/out/")
    assert done.code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "bac-lieu-2022-minh-hoa-ra-soat.md",
        "quang-ninh-2020-ra-soat.md",
    ]


def test_two_profiles_never_share_a_file(rollout: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "good.yaml").write_bytes(good.read_bytes())
    done = rollout("gap", good, tmp_path / "b" / "good.yaml", "-o", tmp_path)
    assert done.code == 2
    assert not list(tmp_path.glob("*.html"))


def test_one_agency(rollout: Run) -> None:
    done = rollout("gap", ILLUSTRATIVE, "--agency", "police", "--format", "text")
    assert "Công an tỉnh" in done.out
    assert "POLICE" in rollout("gap", ILLUSTRATIVE, "--agency", "polise").err


def test_the_gate_alone_is_short(rollout: Run) -> None:
    whole, gate = rollout("gap", ILLUSTRATIVE).out, rollout("gap", ILLUSTRATIVE, "--gate").out
    assert len(gate) < len(whole) / 2


def test_an_older_report_is_replaced(rollout: Run, tmp_path: Path) -> None:
    target = tmp_path / "r.md"
    target.write_text("old", "utf-8")
    assert rollout("gap", PROFILE, "-o", target).code == 0
    assert target.read_text("utf-8") != "old"
    assert not (tmp_path / "r.md.bak").exists()


def test_a_second_run_into_the_same_folder_waits_for_nobody(rollout: Run, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with tmp_path.joinpath(".").resolve().joinpath("held").open("w"):
        pass
    import os

    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    done = rollout("gap", PROFILE, "-o", tmp_path)
    os.close(handle)
    assert done.code == 2
    assert "F015" in done.err


def test_own_templates_are_used(rollout: Run, tmp_path: Path) -> None:
    assert rollout("template", "copy", tmp_path / "t").code == 0
    words = tmp_path / "t" / "texts" / "report.yaml"
    words.write_text(words.read_text("utf-8").replace("Báo cáo rà soát hiện trạng", "Báo cáo CỦA CHÚNG TÔI"), "utf-8")
    assert "CỦA CHÚNG TÔI" in rollout("gap", PROFILE, "--templates", tmp_path / "t").out
    assert "CỦA CHÚNG TÔI" not in rollout("gap", PROFILE).out


def test_two_files_are_refused_rather_than_one_forgotten(rollout: Run, tmp_path: Path) -> None:
    done = rollout("gap", PROFILE, "-o", tmp_path / "a.html", "-o", tmp_path / "b.html")
    assert done.code == 2
    assert not list(tmp_path.glob("*.html"))


def test_the_gate_and_an_agency_are_two_reports(rollout: Run) -> None:
    assert rollout("gap", PROFILE, "--gate", "--agency", "HEALTH").code == 2
    assert rollout("gap", PROFILE, "--gate", "--agency", "HEALTH", "--format", "json").code == 0


def test_the_line_of_a_profile_names_no_security_in_public(rollout: Run) -> None:
    asked = ("gap", ILLUSTRATIVE, PROFILE, "--audience", "public", "-v")
    assert not re.search(r"FAC-SEC|FAC-BED|STF-CARE-01|SVC-SHELTER-01|SVC-INTAKE|SVC-EMERG", rollout(*asked).out)


def test_a_word_file_is_written_and_not_shown_on_a_terminal(
    rollout: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = rollout("gap", PROFILE, "-o", tmp_path / "r.docx")
    assert done.code == 0
    assert (tmp_path / "r.docx").read_bytes().startswith(b"PK")
    monkeypatch.setattr("rollout.cli.delivery.is_terminal", lambda _: True)
    done = rollout("gap", PROFILE, "--format", "docx")
    assert done.code == 2
    assert "-o TỆP.docx" in done.err
