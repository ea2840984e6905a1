"""What no profile may hold: found as people write it, silent on hotlines, amounts and document numbers, always fast."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from rollout.load import read

COUNTRY: dict[str, Any] = read(Path(__file__).parents[2] / "blueprints" / "viet_nam" / "country.yaml").data
PATTERNS = {
    row["id"]: re.compile(row["pattern"], re.IGNORECASE)
    for row in COUNTRY["personal_data"] + COUNTRY["shelter_address"]
}
PIECES = [
    "0",
    "09 ",
    "0 3 ",
    "a",
    "a@",
    "a.",
    "@gmail.",
    "tạm lánh ",
    "đường ",
    "ngõ 12 ",
    "số 1a ",
    "google.",
    "9.99999 ",
]
PERSON = ("citizen_id", "mobile_phone", "mobile_phone_international", "personal_email", "email")


def found(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKC", text)
    return {name for name, pattern in PATTERNS.items() if pattern.search(plain)}


@pytest.mark.parametrize(
    "text",
    [
        "CCCD 022301001234",
        "CCCD 022 301 001 234",
        "０２２３０１００１２３４",
        "022.301.001.234.",
        "022-301-001-234",
        "số 022301 001234",
        "022\u00a0301\u00a0001\u00a0234",
    ],
)
def test_a_personal_identity_number_is_found(text: str) -> None:
    assert found(text) == {"citizen_id"}


@pytest.mark.parametrize(
    "text",
    [
        "0912345678",
        "gọi 0912 345 678.",
        "091.234.5678",
        "(0912) 345 678",
        "09 12 34 56 78",
        "036-345-6789",
        "０９１２３４５６７８",
    ],
)
def test_a_mobile_number_is_found(text: str) -> None:
    assert found(text) == {"mobile_phone"}


@pytest.mark.parametrize(
    "text",
    ["+84 912 345 678", "+84.912.345.678", "+84912345678", "(+84) 912345678", "+84 (0)912 345 678", "0084912345678"],
)
def test_a_mobile_number_with_the_country_code_is_found(text: str) -> None:
    assert "mobile_phone_international" in found(text)


def test_a_personal_address_is_an_error_and_an_office_mailbox_a_warning() -> None:
    assert found("lien.he@gmail.com") == found("a_b@yahoo.com.vn") == {"personal_email"}
    assert found("phong.ctxh@quangninh.gov.vn") == {"email"}
    severities = {row["id"]: row["severity"] for row in COUNTRY["personal_data"]}
    assert {name for name, severity in severities.items() if severity == "warning"} == {"email"}
    assert set(severities) == set(PERSON)


@pytest.mark.parametrize(
    "text",
    [
        "111",
        "1800 1567",
        "18001567",
        "1900 1234",
        "02033 xxx xxx",
        "0203 3825 123",
        "02033825123",
        "024.3728.0936",
        "028 3829 1234",
        "12500000000",
        "12.500.000.000 đồng",
        "1.022.301.001.234 đồng",
        "0.912345678",
        "mã 001",
        "2996/QĐ-UBND ngày 06/9/2021",
        "từ 01/07/2025 đến 31/12/2025",
        "08.03.2020 14 giờ 30",
        "09-12-2022 15:30",
        "2020 2021 2022 2023",
        "mã hồ sơ 2022.0001.0002",
        "12/BC-SLĐTBXH",
    ],
)
def test_hotlines_amounts_dates_and_document_numbers_raise_no_alarm(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nơi tạm lánh ở số nhà 12",
        "NƠI TẠM LÁNH Ở SỐ NHÀ 12",
        "nhà tạm lánh tại ngõ 45",
        "tạm lánh ở 12 đường Trần Phú",
        "tạm lánh: số 5/12 phố Lê Lợi",
        "số 5 đường trần phú có nhà tạm lánh",
        "Đường Nguyễn Huệ là nơi tạm lánh",
        "tạm lánh ở thôn Đông",
        "tạm lánh tại tổ 5, phường Hồng Gai",
        "Nhà tạm lánh ở tổ dân phố số 3, xã Y",
        "hẻm 12 có nhà tạm lánh",
        "tạm lánh,\nđường số 7",
        "https://maps.app.goo.gl/abc",
        "20.9512, 107.0731",
    ],
)
def test_the_place_of_a_shelter_is_refused(text: str) -> None:
    hits = found(text)
    assert hits
    assert all("address" in name for name in hits)


@pytest.mark.parametrize(
    "text",
    [
        "Đường dây nóng 24/7 và nơi tạm lánh cho người bị bạo lực",
        "ĐƯỜNG DÂY NÓNG VÀ NƠI TẠM LÁNH",
        "nơi tạm lánh của thành phố Đà Nẵng",
        "TẠM LÁNH Ở THÀNH PHỐ ĐÀ NẴNG",
        "Quyết định số 12/QĐ-UBND về nơi tạm lánh",
        "nơi tạm lánh theo văn bản số 12/2022, đường dây nóng của tỉnh",
        "tạm lánh 03 tháng, 12 chỗ",
        "không ghi số nhà, ngõ của nơi tạm lánh",
        "tạm lánh; con đường chuyển gửi",
        "tạm lánh, tổ 3 người trực",
        "tạm lánh; Trưởng thôn báo tin",
        "thôn, ấp báo tin về nơi tạm lánh",
        "Trung tâm ở số 12 đường Trần Phú",
    ],
)
def test_talk_about_shelter_without_a_place_is_allowed(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_is_searched_in_no_time(name: str, piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    started = time.perf_counter()
    PATTERNS[name].search(text)
    assert time.perf_counter() - started < 1
