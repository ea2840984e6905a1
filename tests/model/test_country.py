"""The registers of a country, by date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import toy

from rollout.model.country import Figure, FullName, Holder, Role, Unit
from rollout.model.days import ALWAYS, Span
from rollout.model.reading_country import open_country
from rollout.model.text import Text
from rollout.problems import ProblemsFound

OLD, NEW = date(2023, 12, 31), date(2024, 1, 1)


def test_units_belong_to_the_system_of_the_day() -> None:
    country = toy.country()
    assert [country.system_at(OLD), country.system_at(NEW)] == ["old", "new"]
    assert [unit.slug for unit in country.units_at(OLD)] == ["east", "west"]
    assert [unit.slug for unit in country.units_at(NEW)] == ["coast"]
    assert country.unit_at("east", NEW) is None
    coast = country.unit_at("coast", NEW)
    assert coast is not None
    assert coast.predecessors == ("east", "west")


def unit(**figures: tuple[Figure, ...]) -> Unit:
    names = (FullName("Tỉnh X", "province", Span(None, NEW)), FullName("Thành phố X", "city", Span(NEW)))
    rows = {"population": (), "communes": (), "districts": (), **figures}
    return Unit("old", "1", "x", "X", names, rows["population"], rows["communes"], rows["districts"])


def test_the_official_name_is_that_of_the_day() -> None:
    assert [unit().full_name(OLD).type, unit().full_name(NEW).type] == ["province", "city"]


@pytest.mark.parametrize(("year", "expected"), [(2018, None), (2019, 10), (2020, 20), (2030, 20)])
def test_the_newest_population_not_after_the_day_counts(year: int, expected: float | None) -> None:
    figures = (Figure(20, ALWAYS, year=2020), Figure(10, ALWAYS, year=2019))
    found = unit(population=figures).fact("population", date(year, 6, 30))
    assert (found.value if found else None) == expected


def test_counts_of_communes_are_those_of_the_day() -> None:
    figures = (Figure(186, Span(None, NEW)), Figure(177, Span(NEW)))
    found = [unit(communes=figures).fact("communes", moment) for moment in (OLD, NEW)]
    assert [row.value if row else None for row in found] == [186, 177]
    assert unit().fact("districts", OLD) is None


def holder(name: str, span: Span = ALWAYS, unit_type: str | None = None) -> Holder:
    return Holder(Text(name, name), span, unit_type=unit_type)


def test_a_role_is_held_by_era_and_kind_of_unit() -> None:
    rows = (holder("all", Span(None, NEW)), holder("city", Span(None, NEW), "city"), holder("later", Span(NEW)))
    role = Role("R", Text("r", "r"), rows)
    held = [role.holder(OLD, "province"), role.holder(OLD, "city"), role.holder(NEW, "city")]
    assert [row.name.vi if row else None for row in held] == ["all", "city", "later"]
    assert Role("R", Text("r", "r"), ()).holder(OLD, "city") is None


def test_a_legal_limit_counts_only_while_its_law_is_in_force() -> None:
    limit = toy.country().limit_at("REPLY_24H", date(2022, 1, 1))
    assert limit is not None
    assert limit.value == 24
    assert toy.country().limit_at("REPLY_24H", date(2021, 12, 31)) is None
    assert toy.country().limit_at("NO_SUCH", NEW) is None


@pytest.mark.parametrize("number", ["7/2021", "7 / 2021", " 7/2021 "])
def test_instruments_are_found_by_number(number: str) -> None:
    found = toy.country().instrument_numbered(number)
    assert found is not None
    assert found.id == "ACT-7"
    assert toy.country().instrument_numbered("8/2021") is None


def test_a_broken_register_gives_problems_and_no_country(tmp_path: Path) -> None:
    folder = toy.copied(tmp_path)
    path = folder / "norland" / "provinces_old.yaml"
    path.write_text(path.read_text("utf-8").replace("slug: east", "slug: 7"), "utf-8")
    opened = open_country("norland", folder)
    assert opened.country is None
    assert [row.place.file.rpartition("/")[2] for row in opened.problems if row.place] == ["provinces_old.yaml"]


def test_a_country_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        open_country("nowhere", toy.copied(tmp_path))
    assert [row.code for row in caught.value.problems] == ["F020"]
