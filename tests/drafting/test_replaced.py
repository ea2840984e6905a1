"""What the profile says the next regulation ends is named in the Decision, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import shipped_profiles
from drafting.drafts import FORMS, NOW, drafted
from drafting.letter_sets import said, written

from rollout.drafting.instrument import Instrument
from rollout.drafting.order import Order
from rollout.model.profile import Coordination, Replaced

OLD = Replaced(
    "Quyết định", "2996/QĐ-UBND", date(2021, 9, 6), "Ủy ban nhân dân tỉnh Quảng Ninh", "ban hành Quy chế phối hợp"
)
OLDER = replace(OLD, number="11/QĐ-UBND", date=date(2019, 3, 5))


def made(*replaced: Replaced, lang: str = "vi") -> Instrument:
    profile = shipped_profiles.profile("quang_ninh_2026.yaml")
    bound = Coordination(replaces=tuple(replaced))
    return drafted(replace(profile, coordination=bound), Order(NOW, FORMS[0], lang, "LEAD_GE"))


def effect(it: Instrument) -> list[str]:
    return [words for row in it.articles[1].clauses for words in (row.text, *(point.text for point in row.points))]


def notes(it: Instrument) -> str:
    return "\n".join(row.text for row in it.remarks if row.clause == "decision-effect")


def test_one_instrument_ends_in_a_sentence_of_its_own() -> None:
    it = made(OLD)
    assert effect(it)[1] == (
        "Quyết định số 2996/QĐ-UBND ngày 06 tháng 9 năm 2021 của Ủy ban nhân dân tỉnh Quảng Ninh ban hành Quy chế "
        "phối hợp hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành."
    )
    assert not notes(it)


def test_several_end_one_a_point_in_both_languages() -> None:
    said = effect(made(OLD, OLDER))
    assert said[1].endswith("hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành:")
    assert [words[-1] for words in said[2:]] == [";", "."]
    assert "11/QĐ-UBND ngày 05 tháng 3 năm 2019" in said[3]
    assert "No. 2996/QĐ-UBND of 6 September 2021" in effect(made(OLD, OLDER, lang="en"))[2]


def test_one_not_issued_yet_is_not_ended_and_the_drafter_is_told() -> None:
    it = made(replace(OLD, date=NOW))
    assert len(effect(it)) == 1
    assert "không ban hành trước ngày ký dự kiến" in notes(it)


def test_without_any_the_drafter_is_asked_to_look() -> None:
    assert "coordination.replaces" in notes(made())


def test_words_of_a_profile_cannot_become_a_reference() -> None:
    it = made(replace(OLD, about="ban hành \ue000scope\ue001 {{ 7 * 7 }} Quy chế"))
    assert effect(it)[1].count("{{ 7 * 7 }}") == 1
    assert "scope {{" in effect(it)[1]


def test_the_submission_says_what_ends() -> None:
    profile = shipped_profiles.profile("quang_ninh_2026.yaml")
    bound = replace(profile, coordination=Coordination(replaces=(OLD,)))
    order = Order(NOW, FORMS[0], "vi", "LEAD_GE")
    assert "số 2996/QĐ-UBND ngày 06 tháng 9 năm 2021" in said(written(bound, order)["to_trinh"])
    assert "hết hiệu lực" not in said(written(replace(profile, coordination=None), order)["to_trinh"])
