"""Answers and conditions as JSON values."""

from __future__ import annotations

from datetime import date
from math import isfinite
from pathlib import PurePath
from typing import Any

from rollout.analysis.conditions import bound
from rollout.analysis.facts import Facts
from rollout.model.condition import All, AnyOf, Condition, During, Every, Not, QuantityTest, Some, Test
from rollout.model.profile import DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.text import Text
from rollout.problems import Place


def value(found: Value) -> Any:
    """An answer as JSON: null is unknown, false a date or document that does not exist."""
    match found:
        case Interval():
            return interval(found)
        case date():
            return found.isoformat()
        case DocumentAnswer():
            return _document(found)
        case RecordsAnswer(items, complete):
            return {"complete": complete, "items": [{name: value(one) for name, one in row.items()} for row in items]}
        case NotApplicable(reason):
            return {"not_applicable": reason}
        case frozenset():
            return sorted(found)
    return found


def interval(found: Interval) -> Any:
    """A number, or {"between": [low, high]} with null for an end that is not known; null when neither is."""
    if found.exact:
        return found.low
    ends = [end if isfinite(end) else None for end in (found.low, found.high)]
    return None if ends == [None, None] else {"between": ends}


def _document(found: DocumentAnswer) -> dict[str, Any]:
    return {
        "number": found.number,
        "date": iso(found.issued_on),
        "issuer": found.issuer,
        "valid_until": iso(found.valid_until),
        "reviewed_on": iso(found.reviewed_on),
        "covers": None if found.covers is None else sorted(found.covers),
    }


def iso(day: date | None) -> str | None:
    """2026-07-01, or null."""
    return day.isoformat() if day else None


def pair(text: Text) -> dict[str, str]:
    """A text in every language."""
    return {"vi": text.vi, "en": text.en}


def place(found: Place | None, folders: int = 0) -> str | None:
    """file:line:column, the file by its base name and `folders` above it: equal inputs give equal bytes anywhere."""
    if found is None:
        return None
    parts = PurePath(found.file).parts[-1 - folders :]
    return f"{'/'.join(parts)}:{found.line}:{found.column}"


def condition(tree: Condition, facts: Facts) -> dict[str, Any]:
    """A condition with its thresholds as the numbers they are in this profile."""
    match tree:
        case Test(question, operator, argument):
            return {"question": question, **_operator(operator, argument, facts)}
        case QuantityTest(quantity, operator, argument):
            return {"quantity": quantity, operator: _bound(argument, facts)}
        case All(parts):
            return {"all": [condition(part, facts) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition(part, facts) for part in parts]}
        case Not(part):
            return {"not": condition(part, facts)}
        case During(span, part):
            return {"from": iso(span.start), "until": iso(span.until), "holds": condition(part, facts)}
    return _over_records(tree, facts)


def _over_records(tree: Every | Some, facts: Facts) -> dict[str, Any]:
    inside = {"in": tree.records, "is": condition(tree.holds, facts)}
    if tree.where is not None:
        inside["where"] = condition(tree.where, facts)
    return {"every" if isinstance(tree, Every) else "some": inside}


def _operator(operator: str, argument: Any, facts: Facts) -> dict[str, Any]:
    match operator:
        case "is_yes" | "is_no":
            return {"equals": operator == "is_yes"}
        case "in_force":
            return {"in_force": True}
        case "age_at_most":
            return {"age_at_most": {"months": argument}}
        case "includes_at_least":
            return {"includes_at_least": {"n": argument[0], "of": list(argument[1])}}
        case "one_of" | "includes":
            return {operator: list(argument)}
        case "equals" if isinstance(argument, str):
            return {"equals": argument}
    return {operator: _bound(argument, facts)}


def _bound(argument: Any, facts: Facts) -> Any:
    found = bound(argument, facts)
    return None if found is None else interval(found)
