"""Names in a blueprint that lead nowhere, and tests that do not fit: each fault alone in a copy of the toy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import toy

from rollout import texts

Change = Callable[[dict[str, Any]], None]


def met(section: str, group: str, index: int, condition: Any) -> Change:
    """Give a criterion another condition."""

    def change(data: dict[str, Any]) -> None:
        data[section][group]["criteria"][index]["met"] = condition

    return change


def criterion(key: str, value: Any) -> Change:
    """Give LAW-01 another value of a key."""

    def change(data: dict[str, Any]) -> None:
        data["care"]["law"]["criteria"][0][key] = value

    return change


def quantity(expression: Any, **rest: Any) -> Change:
    """Add a computed figure."""

    def change(data: dict[str, Any]) -> None:
        data["quantities"]["new"] = {"title": {"vi": "m", "en": "n"}, "is": expression, **rest}

    return change


def root(**rest: Any) -> Change:
    """Give blueprint.yaml other values."""
    return lambda data: data.update(rest)


TITLE = {"vi": "m", "en": "n"}
REMEDY = {"do": TITLE, "weeks": 1, "lead": "LEAD"}
FAULTS: list[tuple[str, str, str, Change]] = [
    ("B010", "care.law.reply_hour", "care", met("care", "law", 0, {"reply_hour": {"at_most": 24}})),
    ("B010", "house.safety.lok", "care", met("care", "law", 0, {"house.safety.lok": "yes"})),
    (
        "B010",
        "shares",
        "house",
        met("house", "safety", 2, {"every": {"in": "languages", "is": {"shares": {"at_least": 5}}}}),
    ),
    (
        "B010",
        "house.safety.language",
        "house",
        met("house", "safety", 2, {"some": {"in": "language", "is": {"share": {"at_least": 5}}}}),
    ),
    ("B010", "care.law.cite", "quantities", quantity({"count": {"in": "care.law.cite"}})),
    (
        "B010",
        "numbers",
        "quantities",
        quantity({"count": {"in": "care.law.cites", "where": {"numbers": {"equals": "x"}}}}),
    ),
    ("B010", "numbers", "quantities", quantity({"expired": {"in": "care.law.cites", "by": "numbers"}})),
    ("B010", "open", "quantities", quantity({"years_since": "open"})),
    (
        "B011",
        "place_needed",
        "house",
        met("house", "safety", 1, {"places": {"at_least": {"quantity": "place_needed"}}}),
    ),
    (
        "B011",
        "year_open",
        "care",
        met("care", "law", 0, {"reply_hours": {"at_most": {"table": {"by": "year_open", "rows": [{"is": 3}]}}}}),
    ),
    ("B011", "old_law", "care", met("care", "law", 0, {"quantity": {"old_law": {"equals": 0}}})),
    ("B011", "place_needed", "quantities", quantity({"quantity": "place_needed"})),
    ("B011", "place_needed", "care", criterion("benchmark", {"title": TITLE, "value": {"quantity": "place_needed"}})),
    ("B012", "staff_facto", "care", met("care", "law", 0, {"reply_hours": {"at_most": {"parameter": "staff_facto"}}})),
    ("B012", "staff_facto", "quantities", quantity({"parameter": "staff_facto"})),
    ("B012", "staff_facto", "blueprint", root(variants={"x": {"title": TITLE, "parameters": {"staff_facto": 3}}})),
    ("B014", "report-2", "care", criterion("sources", ["report-2"])),
    ("B014", "report-2", "quantities", quantity(3, sources=["report-2"])),
    ("B015", "LINE-2", "care", criterion("remedy", {**REMEDY, "after": ["LINE-2"]})),
    ("B015", "LINE-1", "blueprint", root(gate=[{"criterion": "LINE-1"}])),
    ("B017", "persons", "quantities", quantity(3, unit="persons")),
    ("B017", "places", "blueprint", root(parameters={"staff_factor": {"title": TITLE, "value": 3, "unit": "places"}})),
    ("B020", "care.law.reply_hours", "care", met("care", "law", 0, {"reply_hours": "yes"})),
    ("B020", "care.law.updated", "care", met("care", "law", 0, {"updated": {"at_least": 1}})),
    ("B020", "care.law.reply_hours", "care", met("care", "law", 0, {"reply_hours": {"equals": "soon"}})),
    ("B020", "house.safety.who_owns", "house", met("house", "safety", 0, {"who_owns": {"equals": 3}})),
    (
        "B020",
        "care.law.agreement",
        "care",
        met("care", "law", 0, {"some": {"in": "agreement", "is": {"quantity": {"old_laws": {"equals": 0}}}}}),
    ),
    ("B020", "share", "house", met("house", "safety", 2, {"every": {"in": "languages", "is": {"share": "yes"}}})),
    ("B020", "care.law.updated", "quantities", quantity({"answer": "care.law.updated"})),
    ("B020", "care.line.hours", "quantities", quantity({"years_since": "care.line.hours"})),
    ("B021", "people", "quantities", quantity({"fact": "people"})),
    ("B022", "new → new", "quantities", quantity({"sum": [{"quantity": "new"}, 1]})),
]


@pytest.mark.parametrize(
    ("code", "name", "file", "change"), FAULTS, ids=[f"{row[0]} {row[1]} {row[2]}" for row in FAULTS]
)
def test_each_fault_is_named_once(tmp_path: Path, code: str, name: str, file: str, change: Change) -> None:
    folder = toy.copied(tmp_path, **{f"harbour__{file}": change})
    opened = toy.reopened(folder)
    assert opened.blueprint is None
    found = [(row.code, row.values.get("name", row.values.get("cycle"))) for row in opened.problems]
    assert found == [(code, name)]
    [row] = opened.problems
    assert row.place is not None
    assert row.place.file.endswith(f"{file}.yaml")
    for lang in texts.LANGUAGES:
        assert name in texts.message(row, lang).text


def test_figures_that_rest_on_each_other_are_named_in_a_circle(tmp_path: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        for one, other in (("a", "b"), ("b", "c"), ("c", "a")):
            data["quantities"][one] = {"title": TITLE, "is": {"ceil": {"quantity": other}}}

    [row] = toy.reopened(toy.copied(tmp_path, harbour__quantities=change)).problems
    assert row.code == "B022"
    assert set(str(row.values["cycle"]).split(" → ")) == {"a", "b", "c"}


def test_the_toy_has_no_fault() -> None:
    assert toy.reopened(toy.FOLDER).problems == ()
