"""What people write instead of a number, a date, yes, a document …, and what they are told to write."""

from __future__ import annotations

from typing import Any

import pytest
from tiny_schema import TINY

from rollout import load
from rollout.load.forms import form_of
from rollout.problems import Problem


def only(text: str) -> Problem:
    """The one problem of a document with `gio` beside `text`."""
    if not text.startswith("gio"):
        text += "\ngio: 40"
    (problem,) = load.document(text.encode(), "x.yaml", TINY).problems
    return problem


def told(text: str) -> tuple[str, object]:
    problem = only(text)
    return problem.code, problem.values.get("suggestion")


NUMBERS = [
    ("12,5", "S023", "12.5"), ("1.320.000", "S024", "1320000"), ("1,320,000", "S024", "1320000"),
    ("1.320.000,5", "S024", "1320000.5"), ("1,320,000.5", "S024", "1320000.5"), ("1 320 000", "S024", "1320000"),
    ("1_000", "S024", "1000"), ("1'320'000", "S024", "1320000"), ("0x1F", "S025", "31"), ("1e3", "S025", "1000"),
    ("-0", "S025", "0"), ("007", "S025", "7"), ("+5", "S025", "5"), (".5", "S025", "0.5"), ("5.", "S025", "5"),
    ("0b101", "S025", "5"), ("2.5e-1", "S025", "0.25"), (".nan", "S026", ""), ("-.inf", "S026", ""),
    ("'40'", "S027", "40"), ('"12.5"', "S027", "12.5"), ("４０", "S027", "40"), ("40 giờ", "S028", "40"),
    ("80%", "S028", "80"), ("12,5 giờ", "S028", "12.5"), ("1.200.000 đồng", "S028", "1200000"), ("3-5", "S029", "3, 5"),
    ("3 đến 5", "S029", "3, 5"), ("2,5 – 3", "S029", "2.5, 3"), ("mười", "S021", None), ("[1]", "S021", None),
    ("{a: 1}", "S021", None), ("12a34b", "S021", None), ("40 m2", "S028", "40"), ("9" * 5000, "S030", None),
    ("1e999", "S021", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "suggestion"), NUMBERS, ids=[row[0][:12] for row in NUMBERS])
def test_numbers(text: str, code: str, suggestion: str | None) -> None:
    assert told(f"ty_le: {text}") == (code, suggestion)


def test_a_comma_that_can_be_read_in_two_ways() -> None:
    problem = only("ty_le: 1,320")
    assert (problem.code, problem.values["thousands"], problem.values["decimal"]) == ("S051", "1320", "1.32")


DATES = [
    ("30/05/2022", "S031", "2022-05-30"), ("1/7/2026", "S031", "2026-07-01"), ("01-07-2026", "S031", "2026-07-01"),
    ("1.7.2026", "S031", "2026-07-01"), ("2026-7-1", "S031", "2026-07-01"), ("2026/07/01", "S031", "2026-07-01"),
    ("20260701", "S031", "2026-07-01"), ("2026-07-01T08:00:00", "S031", "2026-07-01"),
    ("ngày 5 tháng 3 năm 2022", "S031", "2022-03-05"), ("2025-02-30", "S032", "2025-02-28"),
    ("31/04/2026", "S032", "2026-04-30"), ("29/02/2023", "S032", "2023-02-28"), ("2026-13-01", "S032", "2026-12-31"),
    ("30/30/2026", "S032", "2026-12-31"), ("46204", "S033", "2026-07-01"), ("07/13/2026", "S034", "2026-07-13"),
    ("0222-05-30", "S035", ""), ("05/2022", "S036", ""), ("2022", "S036", ""), ("tháng 5 năm 2022", "S036", ""),
    ("quý III", "S036", ""), ("30/5/22", "S037", ""), ("hôm qua", "S038", None), ("[2022-05-30]", "S038", None),
    ("12", "S038", None), ("²", "S038", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "suggestion"), DATES, ids=[row[0] for row in DATES])
def test_dates(text: str, code: str, suggestion: str | None) -> None:
    assert told(f"ngay: {text}") == (code, suggestion)


@pytest.mark.parametrize("text", ["2022-05-30", "2024-02-29", "1900-01-01", "2199-12-31"])
def test_real_dates_pass(text: str) -> None:
    assert load.document(f"gio: 1\nngay: {text}".encode(), "x", TINY).ok


OTHERS = [
    ("co_mien_phi: có", "S040", "yes"), ("co_mien_phi: Không", "S040", "no"), ("co_mien_phi: y", "S040", "yes"),
    ("co_mien_phi: 1", "S040", "yes"), ("co_mien_phi: chưa có", "S040", "no"), ("co_mien_phi: một phần", "S041", None),
    ("co_mien_phi: [yes]", "S041", None), ("quyet_dinh: 12/QĐ-UBND", "S042", "{number: 12/QĐ-UBND, date: …}"),
    ("quyet_dinh: Có, QĐ 12/QĐ-SYT ngày 05/03/2026", "S042", "{number: 12/QĐ-SYT, date: …}"),
    ("quyet_dinh: đã ký, đã gửi", "S042", "{number: …, date: …}"), ("quyet_dinh: có", "S043", None),
    ("kenh: zalo, phome", "S044", "[zalo, phone]"), ("kenh: zalo", "S044", "[zalo]"),
    ("kenh: {zalo: yes}", "S044", "[…]"), ("benh_vien: 2", "S045", None), ("hotline: gọi trực ban", "S046", None),
    ("huyen: ../x", "S047", None), ("huyen: Hạ Long", "S048", "ha-long"), ("tieu_de: Dịch vụ", "S049", None),
    ("don_vi:", "S050", None), ("muc: 22", "S017", '"22"'), ("muc: [x]", "S020", None), ("trung_tam: x", "S018", None),
    ('don_vi: ""', "S010", None), (f"muc: {'x' * 21}", "S011", None), ("kenh: []", "S012", None),
    ("kenh: [zalo, zalo]", "S014", None), ("thap: 1", "S015", None), ("cam: x", "S016", None),
    ("so_phong: 2.5", "S022", None), ("gio: 200", "S007", None), ("kenh: [zalo, fax]", "S004", None),
    ("kenh: [zalo, Phone]", "S005", "phone"), ("mau_la: 1", "S002", None), ("nhan_sụ: 1", "S003", "nhan_su"),
    ("trung_tam: {}", "S001", None), ("ma_tinh: x1", "S009", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "suggestion"), OTHERS, ids=[f"{row[1]} {row[0][:20]}" for row in OTHERS])
def test_all_other_kinds(text: str, code: str, suggestion: str | None) -> None:
    assert told(text) == (code, suggestion)


def problems(text: str, schema: dict[str, Any]) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in load.document(text.encode(), "x.yaml", schema).problems]


def test_of_several_forms_the_nearest_is_explained() -> None:
    table = {"type": "object", "properties": {"b": {"type": "string"}}, "additionalProperties": False}
    held = {"properties": {"a": {"anyOf": [{"type": "string"}, table]}}}
    assert problems("a: {c: x}", held) == [("S002", "a.c")]
    assert problems("a: 1", held) == [("S090", "a")]


def test_names_of_keys_have_a_form_too() -> None:
    assert problems("Đường dây: 1", {"propertyNames": {"pattern": "^[a-z_]+$"}}) == [("S008", "Đường dây")]


def test_paths_count_items_from_one() -> None:
    held = {"properties": {"a": {"items": {"required": ["b"]}}}}
    assert problems("a: [{b: 1}, {}]", held) == [("S001", "a[2]")]


def test_what_could_be_a_persons_number_is_not_repeated() -> None:
    for text in ("0912 345 678", "+84912345678", "022301001234", "022.301.001.234", "lan.nguyen@example.com"):
        shown = str(only(f"hotline: gọi {text}").values["found"])
        assert "345" not in shown
        assert "301" not in shown
        assert "lan" not in shown


def test_hints_say_nothing_of_amounts_and_hotlines() -> None:
    assert only("hotline: tổng đài 1800 1567").values["found"] == "“tổng đài 1800 1567”"
    assert only("muc: 12500000000").values["found"] == "12500000000"


@pytest.mark.parametrize(
    ("pattern", "in_vi"),
    [("^[a-z][a-z0-9-]{0,60}$", "chỉ gồm chữ thường không dấu (a–z), chữ số, dấu -"),
     ("^[A-Z][A-Z_]{0,30}$", "chỉ gồm chữ hoa không dấu (A–Z), dấu _"),
     ("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "chỉ gồm chữ thường không dấu (a–z), chữ hoa không dấu (A–Z), chữ số, dấu - . _"),
     ("^[a-z0-9_]+\\.yaml$", "theo mẫu ^[a-z0-9_]+\\.yaml$")],
)  # fmt: skip
def test_simple_patterns_are_told_in_words(pattern: str, in_vi: str) -> None:
    assert form_of({}, pattern)["vi"] == in_vi


def test_a_schema_may_tell_its_form_itself() -> None:
    form = {"vi": "số/năm", "en": "number/year"}
    assert form_of({"x-form": form}, "^x$") == form
