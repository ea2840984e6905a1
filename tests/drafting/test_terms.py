"""Terms are defined where they are used and used where they are defined; each seeded fault is found under its code."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import shipped_profiles
import yaml
from checkout import ROOT
from drafting.drafts import FORMS, NOW, TEMPLATES, drafted, forms_at, shipped

from rollout.drafting.order import Order
from rollout.problems import ProblemsFound

FAULTS = sorted((ROOT / "tests" / "term_faults").glob("*.yaml"))
DAYS = (date(2022, 9, 1), date(2023, 6, 30), date(2023, 7, 1), date(2025, 3, 1), NOW)


def test_there_is_a_fault_for_each_code() -> None:
    assert {yaml.safe_load(path.read_text("utf-8"))["expect"] for path in FAULTS} == {"D036", "D037"}


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_seeded_fault_is_found_under_its_code(path: Path, tmp_path: Path) -> None:
    given = yaml.safe_load(path.read_text("utf-8"))
    shutil.copytree(TEMPLATES, tmp_path / "regulation")
    changed = tmp_path / "regulation" / given["file"]
    words = changed.read_text("utf-8")
    assert given["replace"] in words
    changed.write_text(words.replace(given["replace"], given["with"]), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        drafted(shipped_profiles.profile("dak_lak_2026.yaml"), Order(NOW, FORMS[0], templates=tmp_path))
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["term"]) == (given["expect"], given["term"])
    assert problem.place is not None
    assert problem.place.file.endswith("terms.yaml")
    assert str(problem.values["where"]).startswith(("Khoản", "Điều"))


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_shipped_wording_is_clean(day: date, lang: str) -> None:
    for form in forms_at(day):
        name = (
            "quang_ninh_2026.yaml" if day == NOW else "bac_lieu_2022.yaml" if day.year == 2022 else "da_nang_2022.yaml"
        )
        assert shipped(name, day, form, lang)
