"""The schema of each type of question accepts what may be answered and nothing else, and both engines say the same."""

from __future__ import annotations

from typing import Any

import pytest

from rollout.load.validators import Validator
from rollout.model.profile_schema import answer_schema, definitions
from rollout.model.question import Question

TEXTS = {"ask": {"vi": "Hỏi?", "en": "Ask?"}, "label": {"vi": "nhãn", "en": "label"}}
CODES = {"a": {"vi": "a", "en": "a"}, "b": {"vi": "b", "en": "b"}}
NUMBER = {"type": "number", "min": 0, "max": 168}
WHOLE = {"type": "number", "min": 0, "max": 20, "whole": "yes"}
DOCUMENT = {"type": "document", "covers": CODES}
RECORDS = {"type": "records", "fields": {"name": {**TEXTS, "type": "text"}, "share": {**TEXTS, **NUMBER}}}

GOOD: list[tuple[dict[str, Any], list[Any]]] = [
    ({"type": "yes_no"}, ["yes", "no", "true", "false", {"value": "no", "status": "seen"}]),
    (NUMBER, [0, 40, 12.5, 168, {"between": [3, 5]}, {"value": {"between": [3, 5.5]}, "note": "n"}]),
    (WHOLE, [0, 20, {"between": [3, 5]}]),
    ({"type": "date"}, ["2022-05-30", "2024-02-29", "no"]),
    (DOCUMENT, ["no", {"number": "12/QĐ"}, {"date": "2022-05-30", "covers": []}, {"covers": ["a", "b"]}]),
    (
        DOCUMENT,
        [
            {
                "number": "1",
                "date": "2022-05-30",
                "issuer": "x",
                "valid_until": "2025-01-01",
                "reviewed_on": "2023-01-01",
            }
        ],
    ),
    ({"type": "choice", "options": CODES}, ["a", "b"]),
    ({"type": "choices", "options": CODES}, [[], ["a"], ["b", "a"]]),
    ({"type": "text"}, ["x", "x" * 300]),
    ({"type": "text", "max_length": 5}, ["12345"]),
    ({"type": "phone"}, ["111", "1800 1567", "(0203) 3 833 111", "+84 203 383 3111"]),
    (RECORDS, [{"complete": "yes", "items": []}, {"complete": "no", "items": [{"name": "x"}, {"share": "unknown"}]}]),
    ({"type": "yes_no", "may_not_apply": "yes"}, ["yes", {"not_applicable": "there are no islands here"}]),
    (
        {**NUMBER, "may_not_apply": "yes"},
        [3, {"between": [1, 2]}, {"value": {"not_applicable": "there are no islands here"}}],
    ),
]
BAD: list[tuple[dict[str, Any], list[Any]]] = [
    ({"type": "yes_no"}, ["có", "maybe", 1, [], {}, {"value": "maybe"}, {"value": "yes", "satus": "seen"}]),
    ({"type": "yes_no"}, [{"value": "yes", "status": "heard"}, {"value": "yes", "evidence": {"date": "2022-02-30"}}]),
    (
        NUMBER,
        [
            -1,
            168.5,
            "40",
            "12,5",
            [40],
            {"between": [3]},
            {"between": [3, 4, 5]},
            {"between": [3, 200]},
            {"between": [3, 5], "x": 1},
        ],
    ),
    (NUMBER, [{"not_applicable": "there are no islands here"}, ".nan", {"value": -1}]),
    (WHOLE, [2.5, {"between": [2.5, 4]}, 21]),
    ({"type": "date"}, ["2022-02-30", "30/05/2022", "yes", 2022, "2022-5-3", {"between": [1, 2]}]),
    (DOCUMENT, ["yes", {}, {"covers": ["c"]}, {"covers": ["a", "a"]}, {"date": "2022-13-01"}, {"title": "x"}]),
    ({"type": "document"}, [{"covers": ["a"]}]),
    ({"type": "choice", "options": CODES}, ["c", ["a"], "no"]),
    ({"type": "choices", "options": CODES}, ["a", ["c"], ["a", "a"], "no"]),
    ({"type": "text"}, ["x" * 301, 3, ["x"]]),
    ({"type": "phone"}, ["x", "call me", 111, "0" * 40]),
    (RECORDS, [[], {"items": []}, {"complete": "yes"}, {"complete": "maybe", "items": []}]),
    (RECORDS, [{"complete": "yes", "items": [{"nam": "x"}]}, {"complete": "yes", "items": [{"share": 200}]}]),
    ({"type": "yes_no", "may_not_apply": "yes"}, [{"not_applicable": "no"}, {"not_applicable": "x" * 20, "y": 1}]),
]


def rows(table: list[tuple[dict[str, Any], list[Any]]]) -> list[tuple[dict[str, Any], Any]]:
    return [(asked, given) for asked, answers in table for given in answers]


def accepts(asked: dict[str, Any], given: Any) -> bool:
    """What jsonschema-rs says; jsonschema must say the same."""
    question = Question.of("a.b.c", {**TEXTS, **asked})
    held = Validator({**answer_schema(question), "$defs": definitions()})
    valid = held.is_valid(given)
    assert valid is not any(held.errors(given))
    return valid


@pytest.mark.parametrize(("asked", "given"), rows(GOOD), ids=lambda value: str(value)[:40])
def test_what_may_be_answered(asked: dict[str, Any], given: Any) -> None:
    assert accepts(asked, given)


@pytest.mark.parametrize(("asked", "given"), rows(BAD), ids=lambda value: str(value)[:40])
def test_what_may_not(asked: dict[str, Any], given: Any) -> None:
    assert not accepts(asked, given)


@pytest.mark.parametrize("asked", [asked for asked, _ in GOOD], ids=lambda value: str(value["type"]))
@pytest.mark.parametrize("given", ["unknown", None, {"value": "unknown"}, {"value": None, "note": "asked twice"}])
def test_every_question_may_stay_unknown(asked: dict[str, Any], given: Any) -> None:
    assert accepts(asked, given)
