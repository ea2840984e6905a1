"""No profile holds a person's data or the place of a shelter; what is found is masked; offices' numbers are let be.

Rows 71 to 75 of the list of bad inputs, with the patterns of the shipped country.
"""

from __future__ import annotations

from typing import Any

import pytest
import shipped_profiles
import toy

from rollout import texts
from rollout.load import document
from rollout.model.private_texts import LONG_NARRATIVE, masked, text_problems
from rollout.problems import Problem, Severity

QUESTION = "services.hotline.toll_free"


def problems(
    words: str, path: tuple[str, ...] = ("answers", "services", "hotline", "toll_free", "note")
) -> list[Problem]:
    """What is said of a profile that holds `words` at `path`."""
    data: Any = words
    for key in reversed(path):
        data = {key: data}
    found = document(toy.written(data).encode(), "p.yaml")
    assert found.ok, found.problems
    return sorted(text_problems(found, shipped_profiles.blueprint(), shipped_profiles.country()))


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (71, "Liên hệ 0912345678"),
        (71, "Liên hệ 0912 345 678 khi cần"),
        (71, "ĐT: 091.234.5678"),
        (71, "gọi +84 912 345 678"),
        (71, "gọi 0084-912-345-678"),
        (71, "số ０９１２３４５６７８"),
        (72, "CCCD 022301001234"),
        (72, "CCCD 022 301 001 234"),
        (72, "CCCD 022.301.001.234"),
        (72, "CCCD ０２２３０１００１２３４"),
        (73, "thư: lan.nguyen@gmail.com"),
    ],
)
def test_a_persons_number_or_address_is_refused_and_not_repeated(row: int, words: str) -> None:
    [found] = problems(words)
    assert (found.code, found.severity) == ("P010", Severity.ERROR), row
    assert found.path == "answers.services.hotline.toll_free.note"
    for lang in texts.LANGUAGES:
        said = texts.message(found, lang)
        assert "345" not in said.text.replace(" ", "").replace(".", "")
        assert "001" not in said.text
        assert "nguyen" not in said.text
        assert "xxx" in said.text


def test_an_office_mailbox_only_draws_a_warning() -> None:
    [found] = problems("hộp thư chung: ctxh@quangninh.gov.vn")
    assert (found.code, found.severity) == ("P010", Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        "hotline 111",
        "tổng đài 1800 1567",
        "máy cố định 0203 3833 111",
        "máy cố định 02033 833 111",
        "kinh phí 12500000000 đồng",
        "kinh phí 12.500.000.000 đồng",
        "mã hồ sơ 001-2022",
        "Quyết định 2996/QĐ-UBND ngày 06/9/2021",
        "từ 01/07/2025 đến 31/12/2026",
        "tần suất 24/7, 365 ngày",
    ],
)
def test_institutions_numbers_and_amounts_are_no_false_alarm(words: str) -> None:
    assert problems(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Nhà tạm lánh ở số nhà 12 đường Trần Phú",
        "Số 5 phố Lê Lợi, nơi tạm lánh của trung tâm",
        "nơi tạm lánh: https://maps.app.goo.gl/AbCd",
        "vị trí 20.9517, 107.0844",
    ],
)
def test_the_place_of_a_shelter_is_refused_and_no_part_of_it_repeated(words: str) -> None:
    found = problems(words)
    assert {row.code for row in found} == {"P011"}
    assert all(row.is_error for row in found)
    for row in found:
        for lang in texts.LANGUAGES:
            said = str(texts.message(row, lang))
            assert not any(part in said for part in ("12", "Trần Phú", "Lê Lợi", "AbCd", "20.9", "107"))
        assert "found" not in row.values


def test_the_address_of_another_office_is_no_shelter() -> None:
    assert problems("Trung tâm Công tác xã hội đặt tại số 12 đường Trần Phú") == []


def test_a_long_story_draws_a_warning() -> None:
    story = "Nạn nhân sinh năm 1990, làm nghề tự do. " * 16
    found = problems(story)
    assert [(row.code, row.severity) for row in found] == [("P012", Severity.WARNING)]
    assert found[0].values == {"length": len(story.rstrip()) + 1, "most": LONG_NARRATIVE}
    assert problems("x" * LONG_NARRATIVE) == []


def test_a_title_of_a_source_is_searched_and_a_link_is_not() -> None:
    assert [row.code for row in problems("Báo cáo của chị Lan 0912345678", ("sources", "a", "title", "vi"))] == ["P010"]
    assert problems("https://quangninh.gov.vn/tin/0912345678.html", ("sources", "a", "where")) == []
    assert [row.code for row in problems("https://maps.app.goo.gl/AbCd", ("sources", "a", "where"))] == ["P011"]


def test_private_texts_are_told_even_where_the_form_is_wrong() -> None:
    found = toy.opened({"care.line.free": {"value": "perhaps", "note": "call 0712345678"}}, province="eest")
    assert {"P001", "P010"} < {row.code for row in found.problems}
    assert found.profile is None


def test_a_duty_line_may_be_a_mobile_but_the_note_beside_it_may_not_hold_one() -> None:
    line = "care.line.number"
    assert toy.opened({line: "0712345678"}).problems == ()
    assert toy.opened({line: {"value": "0712345678"}}).problems == ()
    found = toy.opened({line: {"value": "111", "note": "0712345678"}}).problems
    assert [(row.code, row.path) for row in found] == [("P010", f"answers.{line}.note")]
    assert [
        row.code
        for row in toy.opened(
            {"house.safety.languages": {"complete": "no", "items": [{"name": "0712345678"}]}}
        ).problems
    ] == ["P010"]


@pytest.mark.parametrize(
    ("text", "hidden"), [("0912345678", "09xxxxxx78"), ("a@b.c", "a@x.c"), ("1234", "xxxx"), ("", "xxxx")]
)
def test_masking_leaves_two_signs_at_each_end(text: str, hidden: str) -> None:
    assert masked(text) == hidden
