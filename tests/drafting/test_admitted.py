"""What no draft is made for, and what the drafter is warned of; who holds a role once agencies have changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import shipped_profiles
from drafting.drafts import CHAIR_FROM, NOW, drafted, protocol, shipped, text

from rollout import texts
from rollout.drafting.admitted import Admitted, admitted
from rollout.drafting.confirm import confirmations
from rollout.drafting.order import Order
from rollout.model.profile import Agency, Profile
from rollout.problems import ProblemsFound

BAC_LIEU = "bac_lieu_2022.yaml"
QUANG_NINH = "quang_ninh_2026.yaml"


def asked(name: str, order: Order, **how: bool) -> Admitted:
    return admitted(shipped_profiles.profile(name), shipped_profiles.country(), order, **how)


def refused(name: str, order: Order, **how: bool) -> list[str]:
    with pytest.raises(ProblemsFound) as caught:
        asked(name, order, **how)
    for problem in caught.value.problems:
        for lang in ("vi", "en"):
            assert texts.message(problem, lang).text
    return [problem.code for problem in caught.value.problems]


def told(name: str, order: Order) -> str:
    with pytest.raises(ProblemsFound) as caught:
        asked(name, order)
    return texts.message(caught.value.problems[0], "vi").text


@pytest.mark.parametrize(
    ("name", "order", "code"),
    [
        (QUANG_NINH, Order(NOW, "ca_biết"), "D020"),
        (BAC_LIEU, Order(date(2022, 9, 1), "qppl_chu_tich"), "D021"),
        (QUANG_NINH, Order(date(2026, 9, 30), "ca_biet"), "D022"),
        (BAC_LIEU, Order(NOW, "ca_biet"), "D024"),
        (QUANG_NINH, Order(NOW, "ca_biet", proposer="LEAD_EG"), "D025"),
        (QUANG_NINH, Order(NOW, "ca_biet", proposer="COURT"), "D026"),
        (QUANG_NINH, Order(NOW, "ca_biet", proposer="HOST"), "D026"),
    ],
)
def test_what_cannot_be_is_refused_by_name(name: str, order: Order, code: str) -> None:
    assert code in refused(name, order)


def test_refusals_say_what_was_probably_meant() -> None:
    assert "ca_biet" in told(QUANG_NINH, Order(NOW, "ca_bit"))
    assert "LEAD_GE" in told(QUANG_NINH, Order(NOW, "ca_biet", proposer="LEAD_GF"))
    assert "ca-mau" in told(BAC_LIEU, Order(NOW, "ca_biet"))


def test_the_chair_signs_from_the_first_day_on() -> None:
    profile = replace(shipped_profiles.profile("dak_lak_2022.yaml"), as_of=date(2025, 6, 1))
    admitted(profile, shipped_profiles.country(), Order(CHAIR_FROM, "qppl_chu_tich"))
    with pytest.raises(ProblemsFound):
        admitted(profile, shipped_profiles.country(), Order(date(2025, 6, 30), "qppl_chu_tich"))


def test_illustrative_data_is_never_final() -> None:
    name, order = "bac_lieu_2022_minh_hoa.yaml", Order(date(2022, 9, 1), "ca_biet")
    assert "D029" in refused(name, order, final=True)
    assert [row.code for row in asked(name, order).warnings] == ["D028"]


@pytest.mark.parametrize(
    ("name", "day", "codes"),
    [
        (BAC_LIEU, date(2022, 9, 1), []),
        ("quang_ninh_2020.yaml", date(2021, 10, 22), []),
        ("quang_ninh_2020.yaml", date(2021, 10, 23), ["D023"]),
        (QUANG_NINH, NOW, ["D027"]),
        ("dak_lak_2022.yaml", date(2025, 7, 1), ["D023", "D031"]),
    ],
)
def test_warnings(name: str, day: date, codes: list[str]) -> None:
    assert sorted(row.code for row in asked(name, Order(day, "ca_biet")).warnings) == codes


def test_the_horizon_is_that_of_the_register() -> None:
    horizon = shipped_profiles.country().horizon
    assert horizon == date(2026, 7, 23)
    profile = replace(shipped_profiles.profile(QUANG_NINH), as_of=horizon)
    assert admitted(profile, shipped_profiles.country(), Order(horizon, "ca_biet")).warnings == ()


def named(name: str, role: str = "LEAD_GE") -> Profile:
    return replace(shipped_profiles.profile(QUANG_NINH), agencies={role: Agency(name)})


def test_an_agency_that_has_ended_is_not_printed_and_the_drafter_is_told() -> None:
    profile = named("Sở Lao động - Thương binh và Xã hội tỉnh Quảng Ninh")
    it = drafted(profile, Order(NOW, "ca_biet"))
    assert "Sở Lao động" not in text(it)
    assert "Sở Nội vụ là cơ quan thường trực" in text(it)
    unit = shipped_profiles.country().unit_at("quang-ninh", NOW)
    assert unit is not None
    kinds = [row.kind for row in confirmations(it, profile, unit, shipped_profiles.country(), NOW)]
    assert "agency_ended" in kinds


def test_a_name_of_the_profile_confirms_the_agency_of_the_register() -> None:
    profile = named("Sở Nội vụ tỉnh Quảng Ninh")
    it = drafted(profile, Order(NOW, "ca_biet"))
    assert "Sở Nội vụ tỉnh Quảng Ninh" not in text(it)
    unit = shipped_profiles.country().unit_at("quang-ninh", NOW)
    assert unit is not None
    rows = confirmations(it, profile, unit, shipped_profiles.country(), NOW)
    assert not [row for row in rows if row.kind == "agency_varies" and row.what == "Sở Nội vụ"]
    assert [row for row in rows if row.kind == "agency_varies"]


def test_another_body_that_exists_may_lead() -> None:
    assert "Sở Y tế là cơ quan thường trực" in text(drafted(named("Sở Y tế"), Order(NOW, "ca_biet")))


def test_several_hosts_are_named_once() -> None:
    it = shipped("tp_hcm_2026.yaml")
    assert text(it).count("Bệnh viện Hùng Vương") == 1
    assert "(sau đây gọi là Đơn vị vận hành Ngôi nhà Ánh Dương)" in text(it)


def test_a_deputy_and_a_proposer_are_in_the_text() -> None:
    it = drafted(shipped_profiles.profile(QUANG_NINH), Order(NOW, "ca_biet", "vi", "HEALTH", deputy=True))
    assert it.signature == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert it.bases[-1].text.startswith("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số ……")


def test_the_unit_of_a_secondary_source_is_to_be_confirmed() -> None:
    it = shipped(QUANG_NINH)
    unit = shipped_profiles.country().unit_at("quang-ninh", NOW)
    assert unit is not None
    rows = confirmations(it, shipped_profiles.profile(QUANG_NINH), unit, shipped_profiles.country(), NOW)
    assert "unit" in {row.kind for row in rows}
    assert "limit" in {row.kind for row in rows}
    assert [row.what for row in rows if row.kind == "law"]
    assert protocol().standing.centre not in {row.what for row in rows}
