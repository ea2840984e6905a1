"""rollout checklist: for the visit, for the province, for a commune, and the empty survey."""

from __future__ import annotations

import json
from pathlib import Path

from cli.runs import ILLUSTRATIVE, PROFILE, Run


def test_planner_and_province_get_different_lists(rollout: Run) -> None:
    planner, province = rollout("checklist", ILLUSTRATIVE), rollout("checklist", ILLUSTRATIVE, "--for", "province")
    assert planner.code == province.code == 0
    assert "Bảng kiểm mức độ sẵn sàng" in planner.out
    assert planner.out != province.out


def test_the_gate_alone(rollout: Run) -> None:
    assert len(rollout("checklist", PROFILE, "--gate").out) < len(rollout("checklist", PROFILE).out)


def test_files_and_json(rollout: Run, tmp_path: Path) -> None:
    for suffix in ("html", "md", "txt"):
        assert rollout("checklist", PROFILE, "-o", tmp_path / f"c.{suffix}").code == 0
    found = json.loads(rollout("checklist", PROFILE, "--format", "json").out)
    assert (found["format"], found["kind"]) == ("rollout.report/1", "checklist")


def test_the_commune_checklist(rollout: Run) -> None:
    assert "cấp xã" in rollout("checklist", PROFILE, "--commune").out


def test_the_blank_survey(rollout: Run, tmp_path: Path) -> None:
    done = rollout("checklist", "--blank", "Cà Mau", "--date", "01/07/2026", "-o", tmp_path / "b.txt")
    assert done.code == 0
    text = (tmp_path / "b.txt").read_text("utf-8")
    assert "Tỉnh Cà Mau" in text
    assert "01/07/2026" in text


def test_a_blank_survey_stands_alone_and_needs_a_day(rollout: Run) -> None:
    assert "--date" in rollout("checklist", "--blank", "ca-mau").err
    assert rollout("checklist", PROFILE, "--blank", "ca-mau", "--date", "2026-07-01").code == 2
    assert "--blank" in rollout("checklist").err
    assert rollout("checklist", PROFILE, "--date", "2026-07-01").code == 2


def test_a_broken_profile_gives_no_list(rollout: Run, bad: Path, tmp_path: Path) -> None:
    done = rollout("checklist", bad, "-o", tmp_path / "c.html")
    assert done.code == 1
    assert "S003" in done.err
    assert not (tmp_path / "c.html").exists()
