"""Each guard of the loader, and that it is this guard that holds: without it the same input passes or takes long."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest

from rollout import load
from rollout.load import characters, decoding, events, oddities, scalars, schema, validators
from rollout.load.scalars import resolve


def codes(data: bytes | str, held: dict[str, Any] | None = None) -> set[str]:
    data = data.encode() if isinstance(data, str) else data
    return {problem.code for problem in load.document(data, "x.yaml", held).problems}


# The package has a function of the same name.
reading = import_module("rollout.load.document")
NEVER = re.compile(r"(?!)")
HUGE = 10**9
SIGNS = "a: " + "[" * 60 + "]" * 60
CAPS = [
    ("Y001", b"a: x\n" + b"#" * reading.LARGEST_FILE, reading, "LARGEST_FILE", HUGE),
    ("Y012", b"a: [" + b"x," * 30_000 + b"x]", events, "MOST_NODES", HUGE),
    ("Y014", b"a: " + b"x" * 30_000, events, "LONGEST_SCALAR", HUGE),
    ("Y015", SIGNS.encode(), events, "DEEPEST", HUGE),
    ("Y004", "a: b\u200bc".encode(), characters, "FORBIDDEN", NEVER),
    ("Y031", "a:\n\u00a0b: c".encode(), characters, "_ODD_INDENT", NEVER),
    ("Y030", "a: b\ufffd".encode(), characters, "_DAMAGED", NEVER),
    ("Y008", b'a: "\\u0000"', oddities, "FORBIDDEN", NEVER),
    ("Y037", b"a: 1.320", oddities, "_LIKE_THOUSANDS", NEVER),
    ("Y005", b"%PDF-1.7", decoding, "_SIGNATURES", {}),
    ("Y003", "a: b\n".encode("utf-16-le"), decoding, "_WIDE_SHARE", 2),
]


@pytest.mark.parametrize(("code", "data", "module", "name", "without"), CAPS, ids=[cap[0] for cap in CAPS])
def test_a_guard_holds_and_nothing_else_does(
    code: str, data: bytes, module: object, name: str, without: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert code in codes(data)
    monkeypatch.setattr(module, name, without)
    if name == "LONGEST_SCALAR":
        monkeypatch.setattr(oddities, name, without)
    if name == "DEEPEST":
        monkeypatch.setattr(oddities, name, without)
    assert code not in codes(data)


def test_marks_without_end_are_refused_before_they_are_normalised(monkeypatch: pytest.MonkeyPatch) -> None:
    data = ("a: b" + "\u0301\u0323" * 600).encode()
    assert codes(data) == {"Y032"}
    monkeypatch.setattr(decoding, "too_many_marks", lambda *_: None)
    assert "Y032" not in codes(data)


def test_long_digits_stay_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve("9" * 19) == "9" * 19
    monkeypatch.setattr(scalars, "MOST_DIGITS", 5_000)
    assert resolve("9" * 19) == 10**19 - 1


@pytest.mark.parametrize(
    "data", ["a: &x 1", "a: *x", "<<: {b: 1}", "a: !x 1", "a: !!str 1", "&x a: 1", "%TAG ! x\n---\na: 1"]
)
def test_what_changes_meaning_leaves_no_data(data: str) -> None:
    read = load.document(data.encode(), "x.yaml")
    assert read.data is None
    assert {problem.code for problem in read.problems} <= {"Y011", "Y013"}


def test_a_quoted_merge_sign_is_a_key() -> None:
    assert load.document(b'"<<": 1', "x.yaml").data == {"<<": 1}


def test_a_repeated_key_keeps_the_first_value_and_its_place() -> None:
    read = load.document(b"a: 1\nb: {c: 2, c: 3, c: 4}\na: 5\n", "x.yaml")
    assert read.data == {"a": 1, "b": {"c": 2}}
    assert [(p.code, p.values["first"], p.values["second"]) for p in read.problems] == [
        ("Y017", 2, 2), ("Y017", 2, 2), ("Y017", 1, 3)]  # fmt: skip
    assert read.places.of(("a",)).line == 1


def test_problems_end_at_a_number_somebody_would_read() -> None:
    read = load.document(b"a: x\n" + b"a: y\n" * 1000, "x.yaml")
    assert len(read.problems) == characters.MOST_PROBLEMS + 1
    assert read.problems[0].code == "S099"


def test_no_reference_is_fetched() -> None:
    for address in ("http://127.0.0.1:9/schema", "file:///etc/passwd"):
        with pytest.raises(Exception, match=r"[Rr]etriev"):
            validators.validator({"$ref": address})


def test_equal_lists_of_tables_take_linear_time() -> None:
    held = {"properties": {"a": {"uniqueItems": True}, "b": {"type": "number"}}}
    rows = "".join(f"- {{k: v{number}}}\n" for number in range(3_000))
    assert codes(f"a:\n{rows}\nb: x", held) == {"S021"}


def test_deep_documents_have_calls_enough() -> None:
    held = {"$ref": "#/$defs/c", "$defs": {"c": {"if": {"type": "object"}, "then": {
        "additionalProperties": {"$ref": "#/$defs/c"}}, "else": {"const": "yes"}}}}  # fmt: skip
    deep = "".join("  " * level + "all:\n" for level in range(39)) + "  " * 39 + "x: no\n"
    assert codes(deep, held) == {"S006"}
    assert schema._CALLS > 1_000
