"""A province is found by its code on the day; whatever else somebody wrote is understood and suggested."""

from __future__ import annotations

from datetime import date

import pytest
import shipped_profiles
import toy

from rollout import texts
from rollout.model.provinces import meant
from rollout.problems import Problem

ON_63, ON_34 = date(2022, 6, 30), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Daklak", "dak-lak"),
        ("Đắc Lắc", "dak-lak"),
        ("dak lak", "dak-lak"),
        ("Đăk Lăk", "dak-lak"),
        ("Tỉnh Đắk Lắk", "dak-lak"),
        ("Hà Tây", "ha-noi"),
        ("QUANG NINH", "quang-ninh"),
        ("quang_ninh", "quang-ninh"),
        ("Quảng Nihn", "quang-ninh"),
        ("TP. HCM", "ho-chi-minh"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("Xứ Nowhere", None),
        ("../../etc/passwd", None),
    ],
)
def test_what_was_probably_meant(written: str, slug: str | None) -> None:
    assert meant(written, ON_63, shipped_profiles.country()) == slug


@pytest.mark.parametrize(
    ("written", "slug"), [("Vũng Tàu", "ho-chi-minh"), ("Đắc Nông", "lam-dong"), ("Bắc Cạn", "thai-nguyen")]
)
def test_another_spelling_of_a_former_province_leads_to_what_it_became(written: str, slug: str) -> None:
    assert meant(written, ON_34, shipped_profiles.country()) == slug


def problem(province: str, as_of: str) -> Problem:
    found = [row for row in toy.opened(province=province, as_of=as_of).problems if row.path == "province"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("written", "suggested"), [("eest", "east"), ("East", "east"), ("County of West", "west")])
def test_a_misspelling_is_p001_with_a_suggestion(written: str, suggested: str) -> None:
    row = problem(written, "2023-06-30")
    assert row.code == "P001"
    assert row.place is not None
    assert row.place.line == 4
    assert suggested in texts.message(row, "vi").text


def test_nothing_near_is_said_so() -> None:
    row = problem("zzzzzz", "2023-06-30")
    assert row.code == "P001"
    assert row.values["meant"] == texts.pair("model.nothing_near")


@pytest.mark.parametrize(
    ("province", "as_of", "successor"),
    [
        ("east", "2024-06-30", "coast"),
        ("East", "2024-06-30", "coast"),
        ("coast", "2023-06-30", "east, west"),
    ],
)
def test_a_province_of_another_era_is_p002_and_names_its_counterpart(province: str, as_of: str, successor: str) -> None:
    row = problem(province, as_of)
    assert (row.code, row.values["successor"]) == ("P002", successor)
    for lang in texts.LANGUAGES:
        assert successor in texts.message(row, lang).text


def test_the_right_code_on_the_right_day_is_no_problem() -> None:
    assert toy.opened(province="coast", as_of="2024-01-01").problems == ()
    assert toy.opened(province="west", as_of="2023-12-31").problems == ()
