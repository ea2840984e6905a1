"""The registers of Viet Nam: whole, dated in order, the same map seen from both systems, honest about the unknown."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from rollout.load import read
from rollout.model.reading_country import open_country

FOLDER = Path(__file__).parents[2] / "blueprints" / "viet_nam"
FILES = ("country", "provinces_63", "provinces_34", "agencies", "legal_register", "legal_limits")
CERTAINTIES = {"verified", "secondary", "remembered", "not_found"}
ROLES = "LEAD_GE SOCIAL HOST HEALTH POLICE JUSTICE CULTURE EDU WU COMMUNE FIN PPC PROC COURT BORDER TECH NGO".split()
NO_DEFAULT = {"HOST", "TECH", "NGO"}
OLD_SYSTEM_ENDS = date(2025, 7, 1)

REGISTERS: dict[str, Any] = {name: read(FOLDER / f"{name}.yaml").data for name in FILES}
COUNTRY = REGISTERS["country"]
UNITS: dict[str, list[dict[str, Any]]] = {
    system: REGISTERS[f"provinces_{system}"]["provinces"] for system in ("63", "34")
}
INSTRUMENTS: dict[str, dict[str, Any]] = {row["id"]: row for row in REGISTERS["legal_register"]["instruments"]}
LIMITS: dict[str, dict[str, Any]] = REGISTERS["legal_limits"]["limits"]
AGENCIES: dict[str, dict[str, Any]] = REGISTERS["agencies"]["roles"]


def day(text: str | None, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


def span(row: dict[str, Any]) -> tuple[date, date]:
    return day(row.get("from"), date.min), day(row.get("until"), date.max)


def dated(data: Any) -> Iterator[dict[str, Any]]:
    marks = CERTAINTIES.__contains__
    return (node for node in nodes(data) if not marks(node.get("from")) and not marks(node.get("until")))


def holds(row: dict[str, Any], moment: date) -> bool:
    start, end = span(row)
    return start <= moment < end


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return span(one)[0] < span(other)[1] and span(other)[0] < span(one)[1]


def total(system: str, figure: str, moment: date) -> int:
    return sum(row["value"] for unit in UNITS[system] for row in unit[figure] if holds(row, moment))


def nodes(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from nodes(inner)


def cited(data: Any) -> Iterator[str]:
    for node in nodes(data):
        for key in ("source", "area_source"):
            if isinstance(node.get(key), str):
                yield node[key]
        listed = node.get("sources")
        yield from (one for one in listed if isinstance(one, str)) if isinstance(listed, list) else ()


def test_the_folder_is_read_without_a_problem() -> None:
    opened = open_country("viet_nam", FOLDER.parent)
    assert not opened.problems
    assert opened.country is not None


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc_and_every_text_for_people_is_in_both_languages(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    for node in nodes(REGISTERS[name]):
        if "vi" in node or "en" in node:
            assert set(node) == {"vi", "en"}
            assert all(isinstance(words, str) and words.strip() for words in node.values()), node


@pytest.mark.parametrize("name", FILES)
def test_every_span_of_days_is_in_order(name: str) -> None:
    for node in dated(REGISTERS[name]):
        start, end = span(node)
        assert start < end, node


def test_sources_resolve_and_none_is_idle() -> None:
    used = {source for data in REGISTERS.values() for source in cited(data)}
    assert used == set(COUNTRY["sources"])
    for row in COUNTRY["sources"].values():
        assert row.get("instrument", "L_BDG_2006") in INSTRUMENTS


# provincial units


def test_there_are_63_and_34_units_with_unique_codes_and_slugs() -> None:
    assert {system: len(units) for system, units in UNITS.items()} == {"63": 63, "34": 34}
    for units in UNITS.values():
        assert len({unit["code"] for unit in units}) == len({unit["slug"] for unit in units}) == len(units)
        assert all(len(unit["code"]) == 2 for unit in units)


def test_every_old_unit_has_one_successor_and_the_new_unit_names_it_back() -> None:
    old = {unit["slug"]: unit["successor"]["slug"] for unit in UNITS["63"]}
    back = [(one["slug"], unit["slug"]) for unit in UNITS["34"] for one in unit["predecessors"]]
    assert all(unit["successor"]["system"] == "34" for unit in UNITS["63"])
    assert all(one["system"] == "63" for unit in UNITS["34"] for one in unit["predecessors"])
    assert sorted(old.items()) == sorted(back)
    assert sum(len(unit["predecessors"]) == 1 for unit in UNITS["34"]) == 11


@pytest.mark.parametrize(
    ("system", "figure", "moment", "expected"),
    [
        ("63", "communes", date(2022, 10, 1), 10_599),
        ("63", "communes", date(2025, 6, 30), 10_035),
        ("63", "districts", date(2022, 10, 1), 705),
        ("63", "districts", date(2025, 6, 30), 696),
        ("34", "communes", OLD_SYSTEM_ENDS, 3_321),
        ("34", "districts", OLD_SYSTEM_ENDS, 0),
    ],
)
def test_counts_add_up_to_the_national_figure(system: str, figure: str, moment: date, expected: int) -> None:
    assert total(system, figure, moment) == expected


@pytest.mark.parametrize("system", ["63", "34"])
def test_population_of_2020_and_area_add_up(system: str) -> None:
    of_2020 = [row["value"] for unit in UNITS[system] for row in unit["population"] if row["year"] == 2020]
    assert len(of_2020) == len(UNITS[system])
    assert sum(of_2020) == 97_582_600
    area = {"63": 330_957.6, "34": 331_333.5}[system]
    assert sum(unit["area_km2"] for unit in UNITS[system]) == pytest.approx(area, abs=0.01)


def test_every_population_says_its_year_its_basis_and_its_source() -> None:
    for unit in UNITS["63"] + UNITS["34"]:
        years = [row["year"] for row in unit["population"]]
        assert years == sorted(set(years), reverse=True)
        assert all(row["basis"] in COUNTRY["population_bases"] and row["source"] for row in unit["population"])


@pytest.mark.parametrize("figure", ["full_names", "communes", "districts"])
def test_dated_rows_follow_each_other_without_gap_or_overlap(figure: str) -> None:
    for unit in UNITS["63"] + UNITS["34"]:
        rows = sorted(unit[figure], key=span)
        assert all(first["until"] == then["from"] for first, then in pairwise(rows)), unit["slug"]
        assert "until" not in rows[-1]


@pytest.mark.parametrize(
    ("system", "slug", "moment", "name"),
    [
        ("63", "hue", date(2024, 12, 31), "Tỉnh Thừa Thiên Huế"),
        ("63", "hue", date(2025, 1, 1), "Thành phố Huế"),
        ("63", "quang-ninh", date(2020, 10, 22), "Tỉnh Quảng Ninh"),
        ("34", "quang-ninh", date(2026, 8, 31), "Tỉnh Quảng Ninh"),
        ("34", "quang-ninh", date(2026, 9, 1), "Thành phố Quảng Ninh"),
        ("34", "dong-nai", date(2026, 4, 30), "Thành phố Đồng Nai"),
        ("34", "bac-ninh", date(2026, 9, 19), "Tỉnh Bắc Ninh"),
        ("34", "bac-ninh", date(2026, 9, 20), "Thành phố Bắc Ninh"),
    ],
)
def test_names_change_on_their_day(system: str, slug: str, moment: date, name: str) -> None:
    unit = next(unit for unit in UNITS[system] if unit["slug"] == slug)
    assert [row["name"] for row in unit["full_names"] if holds(row, moment)] == [name]


@pytest.mark.parametrize(
    ("system", "moment", "cities"),
    [
        ("63", date(2022, 6, 30), 5),
        ("63", date(2025, 6, 30), 6),
        ("34", OLD_SYSTEM_ENDS, 6),
        ("34", date(2026, 9, 20), 9),
    ],
)
def test_number_of_cities(system: str, moment: date, cities: int) -> None:
    types = Counter(row["type"] for unit in UNITS[system] for row in unit["full_names"] if holds(row, moment))
    assert types == {"city": cities, "province": len(UNITS[system]) - cities}


def test_type_agrees_with_the_first_words_of_the_name() -> None:
    first = {"province": "Tỉnh ", "city": "Thành phố "}
    for unit in UNITS["63"] + UNITS["34"]:
        assert all(row["name"].startswith(first[row["type"]]) for row in unit["full_names"])


def test_quang_ninh_had_177_communes_when_its_centre_opened() -> None:
    unit = next(unit for unit in UNITS["63"] if unit["slug"] == "quang-ninh")
    assert [row["value"] for row in unit["communes"] if holds(row, date(2020, 4, 16))] == [177]


def test_aliases_point_to_units_and_are_no_units_themselves() -> None:
    slugs = {unit["slug"] for units in UNITS.values() for unit in units}
    names = {unit["name"] for units in UNITS.values() for unit in units}
    assert set(COUNTRY["aliases"].values()) <= slugs
    assert not set(COUNTRY["aliases"]) & (slugs | names)


# agencies


def test_the_seventeen_roles_are_there_and_three_have_no_default() -> None:
    assert list(AGENCIES) == ROLES
    assert {name for name, role in AGENCIES.items() if not role["holders"]} == NO_DEFAULT


@pytest.mark.parametrize("role", [role for role in ROLES if role not in NO_DEFAULT])
@pytest.mark.parametrize("unit_type", ["province", "city"])
def test_one_agency_holds_a_role_on_any_day(role: str, unit_type: str) -> None:
    rows = [row for row in AGENCIES[role]["holders"] if row.get("unit_type", unit_type) == unit_type]
    assert not any(overlap(one, other) for one, other in combinations(rows, 2))
    changes = [date(2025, 3, 1), OLD_SYSTEM_ENDS]
    days = [date(2019, 1, 1), *changes, *(change - timedelta(days=1) for change in changes), date(2026, 11, 22)]
    assert all(sum(holds(row, moment) for row in rows) == 1 for moment in days)


def test_no_labour_department_after_february_2025() -> None:
    for role in AGENCIES.values():
        for row in role["holders"]:
            if "Thương binh" in row["name"]["vi"]:
                assert row["until"] == "2025-03-01"


def test_names_that_provinces_do_not_share_are_marked() -> None:
    marked = {name for name, role in AGENCIES.items() if any(row.get("varies") == "true" for row in role["holders"])}
    assert marked == {"LEAD_GE", "CULTURE", "BORDER"}


# law


def test_instruments_have_unique_ids_and_numbers() -> None:
    rows = REGISTERS["legal_register"]["instruments"]
    assert len(rows) == len(INSTRUMENTS) == len({row["number"] for row in rows}) == 76


def test_no_instrument_names_an_unknown_one() -> None:
    for row in INSTRUMENTS.values():
        assert row["replaced_by"] is None or row["replaced_by"] in INSTRUMENTS
        assert all(one.get("instrument", row["id"]) in INSTRUMENTS for one in row["amended_by"])


def test_what_replaces_an_instrument_starts_when_it_ends() -> None:
    for row in INSTRUMENTS.values():
        if row["replaced_by"]:
            assert row["until"] == INSTRUMENTS[row["replaced_by"]]["from"], row["id"]


def test_certainty_is_kept_field_by_field() -> None:
    for row in INSTRUMENTS.values():
        for owner in (row, *row["amended_by"]):
            marks = owner["certainty"]
            assert set(marks.values()) <= CERTAINTIES
            assert all(owner.get(name) is None for name, mark in marks.items() if mark == "not_found"), row["id"]
            assert all(owner.get(name) is not None for name, mark in marks.items() if mark != "not_found"), row["id"]
        assert {"number", "title", "issued", "from"} <= set(row["certainty"]), row["id"]
        assert row["until"] is None or "until" in row["certainty"], row["id"]


def test_an_instrument_does_not_take_effect_before_it_is_issued() -> None:
    for row in INSTRUMENTS.values():
        assert day(row["issued"], date.min) <= day(row["from"], date.max), row["id"]


@pytest.mark.parametrize("number", ["87/2025/QH15", "187/2025/NĐ-CP"])
def test_what_was_read_only_in_a_report_is_secondary(number: str) -> None:
    row = next(row for row in INSTRUMENTS.values() if row["number"] == number)
    assert row["certainty"]["number"] == "secondary"


def test_the_programme_on_gender_based_violence_is_not_mistaken() -> None:
    assert INSTRUMENTS["QD_2232_2020_TTG"]["until"] == "2026-01-01"
    assert INSTRUMENTS["QD_2282_2020_TTG"]["cite"] == "do_not_cite"


# legal limits


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_stands_on_an_instrument_and_shares_its_days(name: str) -> None:
    limit = LIMITS[name]
    instrument = INSTRUMENTS[limit["instrument"]]
    assert (limit["from"], limit["until"]) == (instrument["from"], instrument["until"])
    assert limit["certainty"] in CERTAINTIES
    assert limit["duty"]["vi"]
    assert limit["actor"]["vi"]


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_has_a_figure_with_its_unit_and_clock_or_none(name: str) -> None:
    limit = LIMITS[name]
    if limit["value"] is None:
        assert limit["unit"] is None
        return
    assert limit["value"] > 0
    assert limit["certainty"] != "not_found"
    assert "immediate" not in limit
    assert limit["starts"]
    clocks = {"hour": "elapsed", "day": "elapsed", "month": "elapsed", "working_day": "working", "meter": None}
    assert limit["clock"] == clocks[limit["unit"]]


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("BLGD_CTX_12H", 12, "hour"),
        ("BLGD_CTX_3D", 3, "day"),
        ("BLGD_COURT_4M", 4, "month"),
        ("BLGD_100M", 100, "meter"),
        ("BLGD_SUPERVISOR_1H", 1, "hour"),
        ("TE_EMERGENCY_12H", 12, "hour"),
        ("TE_SEPARATION_MAX_15D", 15, "day"),
        ("TE_PLAN_5WD", 5, "working_day"),
        ("CA_TRANSFER_24H", 24, "hour"),
        ("BLTTHS_147", 20, "day"),
        ("TGXH_STAY_3M", 3, "month"),
        ("PDPD_SUBJECT_REQUEST", 2, "working_day"),
    ],
)
def test_figures_of_the_law(name: str, value: int, unit: str) -> None:
    assert (LIMITS[name]["value"], LIMITS[name]["unit"]) == (value, unit)


def test_what_was_not_found_is_not_given_a_number() -> None:
    assert LIMITS["BLGD_ART11"]["certainty"] == "not_found"
    assert LIMITS["BLGD_ART11"]["value"] is None


# words


@pytest.mark.parametrize("name", ["country", "agencies", "legal_limits"])
@pytest.mark.parametrize("word", ["nạn nhân", "quản lý ca", "không đạt", "tạm trú ẩn", "hỗ trợ pháp lý"])
def test_terms_follow_the_glossary(name: str, word: str) -> None:
    assert word not in (FOLDER / f"{name}.yaml").read_text(encoding="utf-8").lower()
