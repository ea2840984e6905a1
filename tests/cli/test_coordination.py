"""rollout coordination check: problems with code and place, on the profile's day or another."""

from __future__ import annotations

import json
from pathlib import Path

from cli.runs import Run
from coordination import bound


def test_the_command_finds_nothing_in_what_is_whole(rollout: Run) -> None:
    done = rollout("coordination", "check", bound.PROFILE, "--lang", "en")
    assert done.code == 0
    assert "14 steps, 10 special paths" in done.out
    assert "VALID" in done.out


def test_the_command_on_another_day(rollout: Run, tmp_path: Path) -> None:
    done = rollout("coordination", "check", bound.PROFILE, "--date", "01/01/2023", "--format", "json")
    told = json.loads(done.out)
    assert (told["format"], told["date"], done.code) == ("rollout.coordination_check/1", "2023-01-01", 1)
    assert {row["code"] for row in told["problems"]} == {"K005", "K028"}
    gone = tmp_path / "gone.yaml"
    gone.write_text(
        bound.PROFILE.read_text("utf-8").replace("quang-ninh", "bac-lieu").replace("2026-07-01", "2022-06-30"), "utf-8"
    )
    ended = rollout("coordination", "check", gone, "--date", "2026-10-01")
    assert (ended.code, "P002" in ended.err + ended.out, "ca-mau" in ended.err + ended.out) == (1, True, True)


def test_a_personal_number_is_refused(rollout: Run, tmp_path: Path) -> None:
    told = tmp_path / "told.yaml"
    for phone, code in (("0912 345 678", 1), ("0203 3835 123", 0)):
        told.write_text(
            bound.PROFILE.read_text("utf-8").replace("post: Trực cấp cứu", f"post: Trực cấp cứu, phone: {phone!r}"),
            "utf-8",
        )
        assert rollout("validate", told).code == code
