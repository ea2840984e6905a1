"""What a schema cannot say of a profile: for each code one profile that has the problem and one that does not."""

from __future__ import annotations

from typing import Any

import pytest
import toy

from rollout import texts
from rollout.problems import Severity

AGREEMENT, STAFF, LANGUAGES = "care.law.agreement", "care.line.staff", "house.safety.languages"


ROWS: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    (
        "P004",
        {"centre": {"state": "operating", "opened_on": "2023-07-01"}},
        {"centre": {"state": "operating", "opened_on": "2023-06-30"}},
        "centre.opened_on",
    ),
    (
        "P006",
        {"answers": {STAFF: {"between": [6, 4]}}},
        {"answers": {STAFF: {"between": [4, 4]}}},
        f"answers.{STAFF}.between",
    ),
    (
        "P006",
        {"answers": {STAFF: {"value": {"between": [6, 4]}}}},
        {"answers": {STAFF: {"value": {"between": [4, 6]}}}},
        f"answers.{STAFF}.value.between",
    ),
    (
        "P006",
        {"answers": {LANGUAGES: {"complete": "no", "items": [{"name": "x"}, {"share": {"between": [9, 5]}}]}}},
        {"answers": {LANGUAGES: {"complete": "no", "items": [{"name": "x"}, {"share": {"between": [5, 9]}}]}}},
        f"answers.{LANGUAGES}.items[2].share.between",
    ),
    (
        "P008",
        {"answers": {AGREEMENT: {"date": "2023-07-01"}}},
        {"answers": {AGREEMENT: {"date": "2023-06-30"}}},
        f"answers.{AGREEMENT}.date",
    ),
    (
        "P008",
        {"answers": {AGREEMENT: {"date": "2022-01-01", "reviewed_on": "2023-07-01"}}},
        {"answers": {AGREEMENT: {"date": "2022-01-01", "reviewed_on": "2023-06-30"}}},
        f"answers.{AGREEMENT}.reviewed_on",
    ),
    (
        "P008",
        {"answers": {STAFF: {"value": 4, "evidence": {"date": "2024-01-01"}}}},
        {"answers": {STAFF: {"value": 4, "evidence": {"date": "2023-01-01"}}}},
        f"answers.{STAFF}.evidence.date",
    ),
    (
        "P009",
        {"answers": {AGREEMENT: {"date": "2022-01-01", "valid_until": "2021-12-31"}}},
        {"answers": {AGREEMENT: {"date": "2022-01-01", "valid_until": "2022-01-01"}}},
        f"answers.{AGREEMENT}.valid_until",
    ),
    ("P013", {"agencies": {"CENTER": {"name": "x"}}}, {"agencies": {"CENTRE": {"name": "x"}}}, "agencies.CENTER"),
    (
        "P014",
        {"answers": {STAFF: {"value": 4, "sources": ["report-1", "report"]}}},
        {"answers": {STAFF: {"value": 4, "sources": ["report-1"]}}},
        f"answers.{STAFF}.sources[2]",
    ),
    (
        "P015",
        {"not_applicable": {"LANG-01": "nobody speaks anything else"}},
        {"not_applicable": {"BOAT-01": "the only island has a bridge"}},
        "not_applicable.LANG-01",
    ),
    (
        "P016",
        {"not_applicable": {"LINE-01": "the county has another line"}},
        {"not_applicable": {}},
        "not_applicable.LINE-01",
    ),
    ("P017", {"blueprint": "harbour@1"}, {"blueprint": "harbour@2"}, "blueprint"),
    ("P017", {"blueprint": "harbour@two"}, {"blueprint": "harbour"}, "blueprint"),
    ("P019", {"not_applicable": {"BOAT-1": "the only island has a bridge"}}, {}, "not_applicable.BOAT-1"),
    ("P019", {"waivers": [{"criterion": "LINE-2"}]}, {"waivers": [{"criterion": "LINE-02"}]}, "waivers[1].criterion"),
]
WARNINGS = {"P008"}


@pytest.mark.parametrize(("code", "bad", "good", "path"), ROWS, ids=[f"{row[0]} {row[3]}" for row in ROWS])
def test_each_problem_is_found_where_it_is_and_nowhere_else(
    code: str, bad: dict[str, Any], good: dict[str, Any], path: str
) -> None:
    found = toy.opened(**bad)
    assert [(row.code, row.path) for row in found.problems] == [(code, path)]
    assert toy.opened(**good).problems == ()
    [row] = found.problems
    assert row.place is not None
    assert row.place.line > 1
    assert (row.severity is Severity.WARNING) == (code in WARNINGS)
    assert (found.profile is None) == row.is_error
    for lang in texts.LANGUAGES:
        assert texts.message(row, lang).text


def test_a_source_of_the_profile_itself_may_be_cited() -> None:
    own = {"own-1": {"kind": "public", "certainty": "verified", "title": {"vi": "b", "en": "r"}}}
    assert toy.opened({STAFF: {"value": 4, "sources": ["own-1"]}}, sources=own).problems == ()


def test_a_suggestion_names_what_was_meant() -> None:
    [row] = toy.opened(agencies={"CENTER": {"name": "x"}}).problems
    assert texts.message(row, "en").text.endswith("Did you mean “CENTRE”?")
    assert texts.message(row, "vi").text.endswith("Có phải là “CENTRE” không?")


def test_no_staff_and_nobody_living_there_are_findings_and_not_crashes() -> None:
    found = toy.assessed({STAFF: 0, "care.line.posts": 0, "house.safety.places": 0})
    assert found.judged["LINE-02"].word == "not_met"


@pytest.mark.parametrize("share", [101, -1, 140.5])
def test_a_share_above_all_or_below_nothing_is_refused(share: float) -> None:
    found = toy.opened({"house.safety.share_assessed": share})
    assert found.profile is None
    assert [row.path for row in found.problems] == ["answers.house.safety.share_assessed"]


def test_a_section_or_group_left_blank_is_unanswered() -> None:
    found = toy.opened(answers={"care": None, "house": {"safety": None}})
    assert found.problems == ()
    assert found.profile is not None
    assert found.profile.answers == {}


def test_problems_come_in_the_order_of_the_file_and_all_at_once() -> None:
    found = toy.opened(
        {STAFF: {"between": [6, 4]}, AGREEMENT: {"date": "2022-01-01", "valid_until": "2021-12-31"}},
        agencies={"CENTER": {"name": "x"}},
        not_applicable={"LINE-01": "the county has another line"},
        centre={"state": "operating", "opened_on": "2024-01-01"},
    )
    assert [row.code for row in found.problems] == ["P004", "P006", "P009", "P013", "P016"]
    assert list(found.problems) == sorted(found.problems)
