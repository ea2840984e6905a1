"""The JSON Schema of a profile, made from the questions of a blueprint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rollout.model.blueprint import Blueprint
from rollout.model.question import Question

Schema = dict[str, Any]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
DATE: Schema = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "x-kind": "date"}
YES_NO: Schema = {"enum": ["yes", "no", "true", "false", True, False], "x-kind": "yes_no"}
PAIR: Schema = {
    "type": "object",
    "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
    "required": ["vi", "en"],
    "additionalProperties": False,
    "x-kind": "text_pair",
}
SOURCE: Schema = {
    "type": "object",
    "properties": {
        "kind": {"enum": ["seed", "law", "guidance", "public", "judgement"]},
        "certainty": {"enum": ["verified", "secondary", "remembered", "judgement"]},
        "title": {"$ref": "#/$defs/pair"},
        "where": {"type": "string"},
        "instrument": {"type": "string"},
        "note": {"$ref": "#/$defs/pair"},
    },
    "required": ["kind", "certainty", "title"],
    "additionalProperties": False,
}
PHONE: Schema = {"type": "string", "pattern": r"^[0-9+(][0-9 ().+-]{2,24}$", "x-kind": "phone"}
LONGEST_NOTE = 2000


def profile_schema(blueprint: Blueprint) -> Schema:
    """Return the schema (draft 2020-12) that every profile of `blueprint` must satisfy."""
    return {
        "$schema": DRAFT,
        "$id": f"rollout:profile/{blueprint.id}/{blueprint.version}/{blueprint.sha256[:12]}",
        "type": "object",
        "properties": {
            "format": {"const": "rollout.profile/1"},
            "blueprint": {"type": "string", "minLength": 1},
            "province": _text(100),
            "as_of": {"$ref": "#/$defs/date"},
            "variant": {"enum": list(blueprint.variants)} if blueprint.variants else {"type": "string"},
            "centre": _centre(),
            "data_status": {"enum": ["illustrative", "public_record", "self_reported", "verified"]},
            "agencies": {
                "type": "object",
                "additionalProperties": _closed({"name": _text(200), "source": _text(200)}, "name"),
            },
            "sources": {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}},
            "answers": _answers(blueprint),
            "not_applicable": {"type": "object", "additionalProperties": {"type": "string", "minLength": 10}},
            "waivers": {"type": "array", "items": _waiver()},
            "coordination": _coordination(),
        },
        "required": ["format", "blueprint", "province", "as_of", "centre", "data_status", "answers"],
        "additionalProperties": False,
        "$defs": definitions(),
    }


def definitions() -> Schema:
    """Return what answer_schema refers to, as the value of `$defs`."""
    return {"date": DATE, "yes_no": YES_NO, "pair": PAIR, "source": SOURCE, "evidence": _evidence()}


def _closed(properties: Mapping[str, Any], *required: str) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def _text(longest: int) -> Schema:
    return {"type": "string", "maxLength": longest, "x-kind": "text"}


def _centre() -> Schema:
    operating = _closed({"state": {"const": "operating"}, "opened_on": {"$ref": "#/$defs/date"}}, "state", "opened_on")
    waiting = _closed({"state": {"enum": ["planned", "operating"]}}, "state")
    return {
        "if": {"type": "object", "properties": {"state": {"const": "operating"}}, "required": ["state"]},
        "then": operating,
        "else": waiting,
    }


def _coordination() -> Schema:
    """How a unit binds the protocol; whether its duties exist is known only once the protocol is read."""
    contact = {
        "agency": _text(200),
        "post": _text(200),
        "phone": PHONE,
        "hours": {"enum": ["around_the_clock", "office_hours"]},
    }
    number: Schema = {"type": "number", "exclusiveMinimum": 0, "x-kind": "number"}
    time = {"value": number, "unit": {"enum": ["minute", "hour", "day", "working_day", "week", "month"]}}
    ended = {"kind": _text(60), "number": _text(60), "date": {"$ref": "#/$defs/date"}, "issuer": _text(200)}
    return _closed(
        {
            "roles": {"type": "object", "additionalProperties": _closed(contact)},
            "times": {"type": "object", "additionalProperties": _closed(time, "value", "unit")},
            "replaces": {"type": "array", "items": _closed({**ended, "about": _text(400)}, *ended, "about")},
        }
    )


def _evidence() -> Schema:
    return _closed({"document": _text(300), "date": {"$ref": "#/$defs/date"}})


def _waiver() -> Schema:
    return _closed(
        {"criterion": _text(60), "reason": _text(600), "approved_by": _text(200), "until": {"$ref": "#/$defs/date"}},
        "criterion",
    )


def _answers(blueprint: Blueprint) -> Schema:
    sections: dict[str, dict[str, dict[str, Schema]]] = {name: {} for name in blueprint.sections}
    for question in blueprint.questions.values():
        group = question.group.partition(".")[2]
        sections[question.section].setdefault(group, {})[question.name] = answer_schema(question)
    return _closed(
        {name: _or_empty({g: _or_empty(asked) for g, asked in groups.items()}) for name, groups in sections.items()}
    )


def _or_empty(properties: Mapping[str, Any]) -> Schema:
    """A table, or nothing where whoever fills in the profile has left a whole section or group blank."""
    return {**_closed(properties), "type": ["object", "null"]}


def answer_schema(question: Question) -> Schema:
    """Return the schema of an answer: the bare value, or an envelope with `value`."""
    value = bare_schema(question)
    envelope = _closed(
        {
            "value": value,
            "status": {"enum": ["reported", "seen", "document"]},
            "evidence": {"$ref": "#/$defs/evidence"},
            "sources": {"type": "array", "items": {"type": "string"}},
            "note": _text(LONGEST_NOTE),
        },
        "value",
    )
    return {"if": {"type": "object", "required": ["value"]}, "then": envelope, "else": value}


def bare_schema(question: Question) -> Schema:
    """Return the schema of a value: unknown, not applicable where allowed, or by the question's type."""
    known = BY_TYPE[question.type](question)
    if question.may_not_apply:
        excuse = _closed({"not_applicable": {"type": "string", "minLength": 10}}, "not_applicable")
        known = {"if": {"type": "object", "required": ["not_applicable"]}, "then": excuse, "else": known}
    return {"if": {"enum": ["unknown", None]}, "then": True, "else": known}


def _number(question: Question) -> Schema:
    number: Schema = {"type": "integer" if question.whole else "number", "x-kind": "number"}
    if question.low is not None:
        number["minimum"] = question.low
    if question.high is not None:
        number["maximum"] = question.high
    between = {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
    return {"if": {"type": "object"}, "then": _closed({"between": between}, "between"), "else": number}


def _or_none(known: Schema) -> Schema:
    return {"if": {"enum": ["no", False]}, "then": True, "else": known}


def _document(question: Question) -> Schema:
    dates = ("date", "valid_until", "reviewed_on")
    properties: Schema = {name: {"$ref": "#/$defs/date"} for name in dates}
    properties |= {"number": _text(120), "issuer": _text(200)}
    if question.options:
        properties["covers"] = _choices(question)
    return _or_none({**_closed(properties), "minProperties": 1, "x-kind": "document"})


def _choices(question: Question) -> Schema:
    codes = {"enum": list(question.options), "x-kind": "choice"}
    return {"type": "array", "items": codes, "uniqueItems": True, "x-kind": "choices"}


def _records(question: Question) -> Schema:
    fields = {name: bare_schema(field) for name, field in question.fields.items()}
    items = {"type": "array", "items": _closed(fields), "maxItems": 400}
    return {
        **_closed({"complete": {"$ref": "#/$defs/yes_no"}, "items": items}, "complete", "items"),
        "x-kind": "records",
    }


BY_TYPE = {
    "yes_no": lambda _: {"$ref": "#/$defs/yes_no"},
    "number": _number,
    "date": lambda _: _or_none({"$ref": "#/$defs/date"}),
    "document": _document,
    "choice": lambda question: {"enum": list(question.options), "x-kind": "choice"},
    "choices": _choices,
    "text": lambda question: _text(question.max_length),
    "phone": lambda _: PHONE,
    "records": _records,
}
