"""rollout blueprint, template and profile new: what is there, whether it holds, and copies to edit."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
import yaml
from cli.runs import GOOD, Run

from rollout.cli.opening import Opening


def test_list_and_show(rollout: Run) -> None:
    assert "anh_duong@1" in rollout("blueprint", "list").out
    out = rollout("blueprint", "show", "anh_duong").out
    assert "90 tiêu chí" in out
    assert out.count("-01") > 40


def test_check(rollout: Run) -> None:
    done = rollout("blueprint", "check", "anh_duong", "--format", "json")
    found = json.loads(done.out)
    assert found["format"] == "rollout.blueprint_check/1"
    assert (found["criteria"], found["missing_vi"], found["missing_en"], found["without_source"]) == (90, 0, 0, 0)
    assert found["cases_per_criterion_min"] >= 3
    assert [row for row in found["problems"] if row["severity"] == "error"] == []
    assert done.code == 0


def test_a_copy_is_checked_like_the_original_and_can_be_broken(rollout: Run, tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    assert rollout("blueprint", "copy", "anh_duong", copy).code == 0
    assert rollout("blueprint", "check", copy).code == 0
    section = copy / "services.yaml"
    section.write_text(section.read_text("utf-8").replace("{source: nd-76-2023", "{source: nd-67-2023", 1), "utf-8")
    done = rollout("blueprint", "check", copy, "--format", "json")
    assert done.code == 1
    assert "B014" in {row["code"] for row in json.loads(done.out)["problems"]}
    assert "B014" in rollout("blueprint", "check", copy).out


def test_a_copy_never_takes_the_place_of_work(rollout: Run, tmp_path: Path) -> None:
    copy = tmp_path / "mine"
    rollout("blueprint", "copy", "anh_duong", copy)
    (copy / "services.yaml").write_text("mine", "utf-8")
    refused = rollout("blueprint", "copy", "anh_duong", copy)
    assert refused.code == 2
    assert "F031" in refused.err
    assert (copy / "services.yaml").read_text("utf-8") == "mine"
    assert rollout("blueprint", "copy", "anh_duong", copy, "--force").code == 0
    assert (copy / "services.yaml.bak").read_text("utf-8") == "mine"


def test_schema(rollout: Run) -> None:
    held = jsonschema_rs.Draft202012Validator(json.loads(rollout("blueprint", "schema", "anh_duong").out))
    assert held.is_valid(yaml.load(GOOD, yaml.BaseLoader) | {"answers": {}})
    assert not held.is_valid({"format": "rollout.profile/1"})


def test_a_blank_profile_is_valid_and_asks_everything(rollout: Run, tmp_path: Path) -> None:
    target = tmp_path / "p.yaml"
    assert rollout("profile", "new", "ca-mau", "--date", "2026-07-01", "-o", target).code == 0
    assert "#   HOST: " in target.read_text("utf-8")
    assert rollout("validate", target).code == 0
    text = target.read_text("utf-8")
    answers = yaml.load(text, yaml.BaseLoader)["answers"]
    asked = [f"{s}.{g}.{q}" for s, groups in answers.items() for g, rows in groups.items() for q in rows]
    questions = Opening().model("anh_duong").blueprint.questions
    assert asked == list(questions)
    assert text.count(": unknown\n") == len(questions)
    flat = " ".join(line.strip().removeprefix("#").strip() for line in text.splitlines())
    assert all(" ".join(row.ask.vi.split()) in flat for row in questions.values())


@pytest.mark.parametrize(
    ("written", "slug"), [("Đà Nẵng", "da-nang"), ("thành phố đà nẵng", "da-nang"), ("dak lak", "dak-lak")]
)
def test_a_province_may_be_written_as_people_do(written: str, slug: str, rollout: Run) -> None:
    assert f"province: {slug}\n" in rollout("profile", "new", written, "--date", "2026-07-01").out


@pytest.mark.parametrize(
    ("written", "hint"), [("Bạc Liêu", "ca-mau"), ("Hà Tây", "ha-noi"), ("Quảng Nin", "quang-ninh")]
)
def test_a_province_that_is_not_there_gets_a_hint(written: str, hint: str, rollout: Run) -> None:
    done = rollout("profile", "new", written, "--date", "2026-07-01")
    assert done.code == 2
    assert hint in done.err


def test_a_profile_somebody_filled_in_is_not_replaced(rollout: Run, good: Path) -> None:
    words = ("profile", "new", "ca-mau", "--date", "2026-07-01", "-o", good)
    refused = rollout(*words)
    assert refused.code == 2
    assert good.read_text("utf-8") == GOOD
    assert rollout(*words, "--force").code == 0
    assert good.with_name("good.yaml.bak").read_text("utf-8") == GOOD


def test_the_comments_follow_the_language(rollout: Run) -> None:
    assert (
        "Leave unknown what is not known"
        in rollout("profile", "new", "ca-mau", "--date", "2026-07-01", "--lang", "en").out
    )
