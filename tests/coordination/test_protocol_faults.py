"""The shipped protocol is clean; each seeded fault is found under its code, and every code has one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import ROOT
from coordination import bound

from rollout import texts
from rollout.analysis.coordination import checks

FAULTS = sorted((ROOT / "tests" / "protocol_faults").glob("*.yaml"))
CODES = [__import__(find.__module__, fromlist=["CODE"]).CODE for find in checks.CHECKS]


def fault(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    return loaded


def test_the_shipped_protocol_is_clean() -> None:
    assert bound.found() == ()


def test_there_is_a_fault_for_every_code() -> None:
    assert len(FAULTS) >= 25
    assert sorted(set(CODES)) == sorted({fault(path)["expect"] for path in FAULTS})
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("path", FAULTS, ids=lambda path: path.stem)
def test_a_seeded_fault_is_found_under_its_code(path: Path) -> None:
    given = fault(path)
    problems = bound.found(given.get("protocol", ()), given.get("profile", ()))
    codes = {problem.code for problem in problems}
    assert given["expect"] in codes
    if given["expect"] != "K028":
        codes -= {"K028"}
    assert codes <= {given["expect"], *given.get("also", ())}
    for problem in problems:
        for lang in texts.LANGUAGES:
            assert "{" not in texts.message(problem, lang).text


def test_taking_away_each_rule_of_precedence_brings_its_overlap_back() -> None:
    for shared in bound.protocol().functions:
        back = bound.found([{"at": f"precedence.{shared.settled_by}", "remove": "yes"}])
        assert [(row.code, row.path) for row in back] == [("K003", shared.id)]
    assert bound.found() == ()


def test_two_roles_of_one_agency_do_not_overlap() -> None:
    """Until March 2025 one department held children and gender equality: without the family body, nothing to settle."""
    patch: list[dict[str, Any]] = [
        {"at": "functions.child-support.roles", "set": ["SOCIAL", "LEAD_GE"]},
        {"at": "precedence.child-lead", "remove": "yes"},
    ]
    own: list[dict[str, Any]] = [{"at": "agencies.LEAD_GE", "remove": "yes"}]
    then: list[dict[str, Any]] = [{"at": "as_of", "set": "2024-06-30"}]
    assert "K003" in {row.code for row in bound.found(patch, own)}
    assert "K003" not in {row.code for row in bound.found(patch, [*own, *then])}


def test_on_no_day_is_anything_wrong_but_the_age_of_the_law() -> None:
    patch: list[dict[str, Any]] = [{"at": "agencies.LEAD_GE", "remove": "yes"}]
    months = [date(year, month, 1) for year in range(2020, 2027) for month in range(1, 13)]
    codes = {day: {row.code for row in bound.found((), patch, day)} for day in months}
    assert {day: found for day, found in codes.items() if found - {"K028"}} == {}
    assert {day for day, found in codes.items() if not found} == {day for day in months if day >= date(2025, 10, 1)}
