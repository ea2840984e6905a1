"""Answers become values by the type of their question."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rollout.model.answers import answer, value
from rollout.model.profile import Answer, DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.question import TYPES, Question

FIELDS = {"name": {"type": "text"}, "share": {"type": "number", "min": 0, "max": 100}, "free": {"type": "yes_no"}}


def question(kind: str) -> Question:
    return Question.of("a.b.c", {"type": kind, "fields": FIELDS if kind == "records" else {}})


DOCUMENT = {"number": "12/QĐ", "date": "2022-05-30", "issuer": "UB", "valid_until": "2025-01-01", "covers": ["a"]}
KNOWN: list[tuple[str, Any, Value]] = [
    ("yes_no", "yes", True),
    ("yes_no", "true", True),
    ("yes_no", "no", False),
    ("yes_no", "false", False),
    ("number", 40, Interval(40, 40)),
    ("number", {"between": [3, 5.5]}, Interval(3, 5.5)),
    ("date", "2022-05-30", date(2022, 5, 30)),
    ("date", "no", False),
    ("document", "no", False),
    ("document", DOCUMENT, DocumentAnswer("12/QĐ", date(2022, 5, 30), "UB", date(2025, 1, 1), None, frozenset("a"))),
    ("document", {"number": "1"}, DocumentAnswer("1")),
    ("choice", "state", "state"),
    ("choices", [], frozenset()),
    ("choices", ["b", "a"], frozenset("ab")),
    ("text", "x", "x"),
    ("phone", "111", "111"),
    ("records", {"complete": "no", "items": []}, RecordsAnswer((), complete=False)),
    (
        "records",
        {"complete": "yes", "items": [{"name": "x", "share": {"between": [3, 5]}, "free": "unknown"}]},
        RecordsAnswer(({"name": "x", "share": Interval(3, 5), "free": None},), complete=True),
    ),
    ("yes_no", {"not_applicable": "no islands"}, NotApplicable("no islands")),
]


@pytest.mark.parametrize(("kind", "data", "expected"), KNOWN)
def test_known_values(kind: str, data: Any, expected: Value) -> None:
    assert value(question(kind), data) == expected


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("data", [None, "unknown", {"value": None}, {"value": "unknown"}])
def test_unknown_is_none_and_never_no(kind: str, data: Any) -> None:
    assert answer(question(kind), data).value is None


def test_a_bare_value_counts_as_reported() -> None:
    assert answer(question("number"), 40) == Answer(Interval(40, 40), "reported")


def test_an_envelope_keeps_how_it_is_known() -> None:
    data = {
        "value": "no",
        "status": "document",
        "evidence": {"document": "12/BC", "date": "2022-05-30"},
        "sources": ["seed-004"],
        "note": "n",
    }
    assert answer(question("yes_no"), data) == Answer(False, "document", "12/BC", date(2022, 5, 30), ("seed-004",), "n")
