"""The order of words, and how they are found and named without their tones."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rollout import language
from rollout.language import did_you_mean, fold, slug, vi

# In the order of a Vietnamese dictionary.
WORDS = [
    "a", "à", "ả", "ã", "á", "ạ", "an", "ă", "ắc", "â", "ấm", "ba", "bà", "bả", "bã", "bá", "bạ", "cam", "da", "dạ",
    "đa", "đá", "e", "ê", "ga", "ma", "mà", "mả", "mã", "má", "mạ", "nga", "o", "oan", "oản", "ô", "ôn", "ơ", "ơn",
    "ta", "tạ", "u", "ư", "va", "xa", "y", "ỷ",
]  # fmt: skip
UNITS = [
    "An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
    "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Hà Nội",
    "Hải Phòng", "Hòa Bình", "Huế", "Lai Châu", "Lạng Sơn", "Lào Cai", "Quảng Bình", "Quảng Nam", "Quảng Ngãi",
    "Quảng Ninh", "Quảng Trị", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Tuyên Quang", "Vĩnh Long", "Yên Bái",
]  # fmt: skip


@pytest.mark.parametrize("order", [WORDS, UNITS], ids=["words", "units"])
def test_vietnamese_order(order: list[str]) -> None:
    mixed = random.Random(1).sample(order, len(order))
    assert sorted(mixed, key=vi.sort_key) == order


def test_letters_count_before_tones_and_tones_before_capitals() -> None:
    assert sorted(["ma", "mãn", "man", "Ma", "mã"], key=vi.sort_key) == ["ma", "Ma", "mã", "man", "mãn"]
    assert min(["hoà", "hòa", "hoa"], key=vi.sort_key) == "hoa"


def test_english_order_leaves_marks_and_case_aside() -> None:
    assert sorted(["beta", "Alpha", "épée", "delta"], key=language.of("en").sort_key) == [
        "Alpha",
        "beta",
        "delta",
        "épée",
    ]


@given(st.text(max_size=20), st.text(max_size=20))
def test_different_words_have_different_keys(one: str, other: str) -> None:
    for lang in ("vi", "en"):
        key = language.of(lang).sort_key
        assert (key(one) == key(other)) == (one == other)
        assert (key(one) < key(other)) or (key(other) <= key(one))


def test_fold() -> None:
    assert fold("Đắk Lắk – Sở Lao động") == "dak lak – so lao dong"


@pytest.mark.parametrize(
    ("text", "name"),
    [("Quảng Ninh", "quang-ninh"), ("TP. Hồ Chí Minh", "tp-ho-chi-minh"), ("  Đắk Lắk.  ", "dak-lak"),
     ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"), ("a/b\\c:d", "a-b-c-d"), ("../../etc/passwd", "etc-passwd")],
)  # fmt: skip
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize("text", ["CON", "aux", "nul", "Com1", "", "...", "東京", "x" * 300, " ", "đ" * 100])
def test_slugs_that_need_a_mark(text: str) -> None:
    name = slug(text)
    assert 0 < len(name) <= 60
    assert name.rpartition("-")[2].isalnum()
    assert name.split("-")[0] != name


@given(st.text(max_size=80))
def test_slugs_are_safe_names(text: str) -> None:
    name = slug(text)
    assert 1 <= len(name) <= 60
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name[0] != "-" != name[-1]
    assert slug(name) == name or len(name) > 60


def test_slugs_of_long_names_do_not_collide() -> None:
    assert slug("x" * 300) != slug("x" * 301)
    assert slug("東京") != slug("京都")


@pytest.mark.parametrize(
    ("word", "choice"),
    [("nhan_sụ", "nhan_su"), ("Dak Lak", "Đắk Lắk"), ("Đắc Lắc", "Đắk Lắk"), ("daklak", "Đắk Lắk"),
     ("ha noi", "Hà Nội"),
     ("HÀ NỘI", "Hà Nội"), ("hour_per_week", "hours_per_week"), ("fax", None), ("", None)],
)  # fmt: skip
def test_did_you_mean(word: str, choice: str | None) -> None:
    assert did_you_mean(word, ["Đắk Lắk", "Đắk Nông", "Hà Nội", "nhan_su", "hours_per_week"]) == choice
