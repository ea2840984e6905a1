"""Nothing out of force and nobody who is gone: every month and every change of the registers from 2020 to 2026."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
import shipped_profiles
import yaml
from checkout import ROOT
from drafting.drafts import FORMS, TEMPLATES, drafted, forms_at, text

from rollout.drafting.instrument import Instrument
from rollout.drafting.order import Order
from rollout.load import read
from rollout.model.country import Country
from rollout.model.days import Span
from rollout.model.profile import Profile

FIRST, LAST = date(2020, 1, 1), date(2026, 12, 31)
TWO_LEVELS = date(2025, 7, 1)
NUMBER = re.compile(r"\d+/\d{4}/[A-ZĐ][\w-]+")
NEVER_CITED = {"format_rule", "format_rule_if_qppl", "background", "model_text", "historic", "data_only", "do_not_cite"}
DISTRICTS = re.compile(r"\b(?:huyện|thị trấn|thị xã|quận)\b", re.IGNORECASE)
ENDED = re.compile(
    r"Sở Lao động|(?<!B)LĐTBXH|Phòng Lao động|Sở Thông tin và Truyền thông|Sở Kế hoạch và Đầu tư|Công an cấp huyện"
    r"|Công an huyện|Ủy ban nhân dân cấp huyện|Tòa án nhân dân cấp huyện|Viện kiểm sát nhân dân cấp huyện"
)
SLUGS = ("quang-ninh", "da-nang", "dak-lak")
Sign = tuple[bool, ...]


def spans(country: Country) -> Iterator[Span]:
    """Every span of every register, in a fixed order."""
    yield from (row.span for row in country.instruments.values())
    yield from (row.span for row in country.limits.values())
    yield from (row.span for role in country.roles.values() for row in role.holders)
    yield from (row.span for row in country.eras)
    yield from (row.span for row in country.systems)
    yield from (name.span for unit in country.units for name in unit.full_names)


@cache
def turns() -> tuple[date, ...]:
    """Every day on which a register or the wording changes."""
    found = {day for span in spans(shipped_profiles.country()) for day in (span.start, span.until) if day}
    wording = "".join(path.read_text("utf-8") for path in sorted(TEMPLATES.glob("*.yaml")))
    found |= {date.fromisoformat(day) for day in re.findall(r"'(\d{4}-\d{2}-\d{2})'", wording)}
    return tuple(sorted(day for day in found if FIRST < day <= LAST))


@cache
def days() -> tuple[date, ...]:
    """The first and last day of every month, the day of every change and the day before."""
    months = [(year, month) for year in range(FIRST.year, LAST.year + 1) for month in range(1, 13)]
    found = {date(year, month, 1) for year, month in months}
    found |= {date(year, month, monthrange(year, month)[1]) for year, month in months}
    found |= {day for turn in turns() for day in (turn, turn - timedelta(days=1))}
    return tuple(sorted(found))


def orders() -> Iterator[tuple[date, str]]:
    """Every day in every form that exists on it."""
    return ((day, form) for day in days() for form in forms_at(day))


@cache
def amending() -> dict[str, str]:
    """Numbers that the register knows only as amendments, with their first day in force."""
    register: dict[str, Any] = yaml.load(
        (ROOT / "blueprints" / "viet_nam" / "legal_register.yaml").read_text("utf-8"), yaml.CBaseLoader
    )
    rows = [row for law in register["instruments"] for row in law.get("amended_by") or () if row.get("from")]
    return {row["number"]: row["from"] for row in rows}


def profile_at(slug: str, day: date) -> Profile:
    """A profile that still names the agencies of 2020."""
    unit = shipped_profiles.country().unit_at(slug, day)
    assert unit is not None
    return replace(shipped_profiles.profile("quang_ninh_2020.yaml"), unit=unit, as_of=day)


def faults(it: Instrument, day: date, slug: str) -> Iterator[str]:
    country, said = shipped_profiles.country(), text(it)
    for name in {*it.uses.laws, *(row.law for row in it.bases if row.law)}:
        law = country.instruments[name]
        if not law.span.holds(day) or not law.from_known:
            yield f"{name} is not in force"
        if law.cite in NEVER_CITED or (law.cite == "only_if_qppl" and it.form == FORMS[0]):
            yield f"{name} is not to be cited: {law.cite}"
    for number in set(NUMBER.findall(said)):
        known = country.instrument_numbered(number)
        if not (known.span.holds(day) if known else amending().get(number, "9") <= day.isoformat()):
            yield f"{number} is not in force, or not in the register"
    if day >= TWO_LEVELS:
        yield from (f"ended in 2025: {words}" for words in ENDED.findall(said))
    yield from (f"{name} is gone or not there yet" for name in strangers(country, day) if name in said)
    if day >= TWO_LEVELS and DISTRICTS.search(said):
        yield f"a district: {DISTRICTS.findall(said)}"
    if day < TWO_LEVELS and "đặc khu" in said:
        yield "a special zone before there were any"
    unit = country.unit_at(slug, day)
    assert unit is not None
    if unit.full_name(day).name.casefold() not in it.title.casefold():
        yield f"not called {unit.full_name(day).name}"


@cache
def strangers(country: Country, day: date) -> tuple[str, ...]:
    """Names of agencies that nobody bears on that day."""
    rows = [row for role in country.roles.values() for row in role.holders]
    here = {row.name.get("vi") for row in rows if row.span.holds(day)}
    gone = {row.name.get("vi") for row in rows} - here
    return tuple(sorted(name for name in gone if not any(name in other for other in here)))


def test_no_law_agency_or_unit_is_out_of_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rollout.drafting.wording.read", cache(read))  # the same files for every day
    wrong = []
    for i, (day, form) in enumerate(orders()):
        slug = SLUGS[i % len(SLUGS)]
        it = drafted(profile_at(slug, day), Order(day, form, "vi", "LEAD_GE"))
        wrong += [f"{day} {form} {slug}: {fault}" for fault in faults(it, day, slug)]
    assert not wrong, "\n".join(wrong[:40])


def test_the_days_walked_are_all_there() -> None:
    assert len(days()) > 200
    assert {date(2023, 6, 30), date(2023, 7, 1), date(2025, 2, 28), date(2025, 3, 1), date(2026, 9, 1)} <= set(days())
    walked = set(orders())
    assert {(day, form) for day in days() for form in forms_at(day)} == walked
    assert {form for _, form in walked} == set(FORMS)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2023, 6, 30), "02/2007/QH12"),
        (date(2023, 7, 1), "13/2022/QH15"),
        (date(2025, 2, 28), "Sở Lao động - Thương binh và Xã hội"),
        (date(2025, 3, 1), "Sở Nội vụ"),
        (date(2025, 6, 30), "cấp huyện"),
        (date(2026, 8, 31), "tỉnh Quảng Ninh"),
        (date(2026, 9, 1), "thành phố Quảng Ninh"),
    ],
)
def test_a_change_is_seen_on_its_day(day: date, words: str) -> None:
    it = drafted(profile_at("quang-ninh", day), Order(day, "qppl_ubnd", "vi", "LEAD_GE"))
    assert words in text(it)


def test_a_fault_would_be_seen() -> None:
    day = date(2022, 9, 1)
    it = drafted(profile_at("quang-ninh", day), Order(day, FORMS[0], "vi", "LEAD_GE"))
    assert list(faults(it, date(2026, 10, 1), "quang-ninh"))
    assert not list(faults(it, day, "quang-ninh"))
    told = " ".join(faults(it, date(2026, 10, 1), "quang-ninh"))
    assert "ended in 2025: Sở Lao động" in told
    assert "a district" in told
