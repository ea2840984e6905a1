"""rollout explain: any verdict down to file:line and source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from checkout import ROOT
from cli.runs import ILLUSTRATIVE, PROFILE, Run

from rollout.cli.console import Console
from rollout.cli.explain_criterion import criterion_lines
from rollout.cli.opening import Opening


def test_a_criterion(rollout: Run) -> None:
    out = rollout("explain", "svc-hotline-01").out
    for part in (
        "168 giờ/tuần",
        "Đạt khi có đủ",
        "Minh chứng cần xem",
        "8 tuần",
        "STF-HOTLINE-01",
        "Nguồn",
        "đã kiểm chứng",
    ):
        assert part in out


def test_a_verdict_step_by_step(rollout: Run) -> None:
    out = rollout("explain", "SVC-HOTLINE-01", ILLUSTRATIVE).out
    assert "Tỉnh Bạc Liêu, 30/06/2022: đạt một phần" in out
    assert re.search(
        r"\[đúng\] số điện thoại miễn cước: có\n +← có \(có văn bản; bac_lieu_2022_minh_hoa\.yaml:\d+:\d+\)", out
    )
    assert re.search(r"\[chưa\] số giờ có người trực", out)
    assert "112 giờ/tuần → 168 giờ/tuần" in out
    assert "đang vướng" in out


def test_the_place_is_the_answers_own(rollout: Run) -> None:
    out = rollout("explain", "SVC-HOTLINE-01", ILLUSTRATIVE).out
    found = re.search(r"112\sgiờ/tuần \(có văn bản; (\S+):(\d+):", out)
    assert found
    line = Path(ILLUSTRATIVE).read_text("utf-8").splitlines()[int(found[2]) - 1]
    assert line.strip().startswith("hours_per_week:")


READ = [("vi", None), ("en", None), ("vi", PROFILE), ("en", ILLUSTRATIVE)]


@pytest.mark.parametrize(("lang", "file"), READ)
def test_every_criterion_can_be_explained(lang: str, file: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    opening = Opening()
    model, profile = opening.model("anh_duong"), opening.profile(file).profile if file else None
    for criterion in model.blueprint.criteria.values():
        text = "\n".join(criterion_lines(criterion, model, profile, Console(lang)))
        assert criterion.title.get(lang) in text
        assert not re.search(r"\bNone\b|[{}]|\bnan\b", text), text


def test_a_problem(rollout: Run) -> None:
    out = rollout("explain", "S003").out
    assert "Ví dụ sai" in out
    assert "state: planned" in out


def test_an_unknown_code_suggests_one(rollout: Run) -> None:
    assert "SVC-HOTLINE-01" in rollout("explain", "SVC-HOTLIN-01").err


def test_a_broken_profile_still_gets_the_criterion(rollout: Run, bad: Path) -> None:
    done = rollout("explain", "SVC-HOTLINE-01", bad)
    assert done.code == 1
    assert "Đạt khi có đủ" in done.out
    assert "S003" in done.err
