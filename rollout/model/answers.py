"""The values of answers, as the question's type reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rollout.model.days import day
from rollout.model.profile import Answer, DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.question import Question

UNKNOWN = (None, "unknown")
YES = ("yes", "true", True)
NO = ("no", "false", False)


def answer(question: Question, data: Any) -> Answer:
    """Return the answer written bare or in an envelope."""
    if not (isinstance(data, dict) and "value" in data):
        return Answer(value(question, data))
    evidence = data.get("evidence") or {}
    return Answer(
        value(question, data["value"]),
        data.get("status", "reported"),
        evidence.get("document"),
        day(evidence.get("date")),
        tuple(data.get("sources", ())),
        data.get("note", ""),
    )


def value(question: Question, data: Any) -> Value:
    """Return a value valid under the question's schema; None for unknown."""
    if data in UNKNOWN:
        return None
    if isinstance(data, dict) and "not_applicable" in data:
        return NotApplicable(data["not_applicable"])
    match question.type:
        case "yes_no":
            return data in YES
        case "number":
            return _number(data)
        case "date":
            return False if data in NO else day(data)
        case "document":
            return False if data in NO else _document(data)
        case "choices":
            return frozenset(data)
        case "records":
            return _records(question, data)
    return str(data)


def _number(data: Any) -> Interval:
    if isinstance(data, dict):
        return Interval(*data["between"])
    return Interval(data, data)


def _document(data: Mapping[str, Any]) -> DocumentAnswer:
    return DocumentAnswer(
        data.get("number"),
        day(data.get("date")),
        data.get("issuer"),
        day(data.get("valid_until")),
        day(data.get("reviewed_on")),
        frozenset(data["covers"]) if "covers" in data else None,
    )


def _records(question: Question, data: Mapping[str, Any]) -> RecordsAnswer:
    fields = question.fields
    items = tuple({name: value(fields[name], found) for name, found in row.items()} for row in data["items"])
    return RecordsAnswer(items, data["complete"] in YES)
