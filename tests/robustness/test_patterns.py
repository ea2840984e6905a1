"""No pattern of ours repeats what already repeats: on the wrong text it would keep the program busy for hours."""

from __future__ import annotations

import ast
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from checkout import PACKAGE, ROOT, name_of, sources
from robustness.command import BAD, run, shipped_model

from rollout.load import read
from rollout.model import reading_country
from rollout.model.patterns import repeats_a_repeat

# Each turn of the outer repeat begins with a sign that the inner one cannot match, so there is one way to read a text.
LINEAR = {
    r"\^(?:\[(?:\\.|[^\]\\^])+\](?:\{\d*,?\d*\}|[*+?])?)+\$",
    r"-?[0-9]+(?:_[0-9]+)+",
    r"[\w.-]+(?:\s*[,;]\s*[\w.-]+)*",
}
USING = {"compile", "search", "match", "fullmatch", "sub", "split", "findall", "finditer"}


@pytest.mark.parametrize(
    "pattern",
    ["^(a+)+$", "(a*)*", "(?:a{1,3}){2,}", "((ab)+c)*", "(x[)]+)+", "(a+){5}", r"(\w+\s?)*", "(?:(a+)b)+", "([^)]*,)+"],
)
def test_a_repeat_of_a_repeat_is_seen(pattern: str) -> None:
    assert repeats_a_repeat(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "a+b+",
        "([a+]+)x",
        r"(\(+)",
        "(ab?)+",
        "(a{2}){3}",
        "(a+)?",
        "(a+){0,1}",
        "(a+)b+",
        "(?:[.][a-z]{2})+",
        "[()+]+",
    ],
)
def test_what_takes_linear_time_passes(pattern: str) -> None:
    assert not repeats_a_repeat(pattern)


def patterns_of(schema: Any) -> Iterator[str]:
    """Every pattern of a JSON Schema, those for names of keys too."""
    if isinstance(schema, dict):
        if isinstance(schema.get("pattern"), str):
            yield schema["pattern"]
        yield from schema.get("patternProperties", {})
        for part in schema.values():
            yield from patterns_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from patterns_of(part)


@pytest.mark.parametrize("path", sorted((PACKAGE / "schemas").glob("*.json")), ids=lambda path: path.stem)
def test_patterns_of_the_schemas(path: Any) -> None:
    import json

    assert [pattern for pattern in patterns_of(json.loads(path.read_text("utf-8"))) if repeats_a_repeat(pattern)] == []


def test_patterns_of_the_profile_schema() -> None:
    found = list(patterns_of(shipped_model("anh_duong").schema))
    assert found
    assert [pattern for pattern in found if repeats_a_repeat(pattern)] == []


def test_patterns_of_every_country() -> None:
    countries = sorted((ROOT / "blueprints").glob("*/country.yaml"))
    assert countries
    for path in countries:
        data = read(path).data
        rows = [*data.get("personal_data", ()), *data.get("shelter_address", ())]
        assert [row["id"] for row in rows if repeats_a_repeat(row["pattern"])] == []


def test_patterns_of_the_program() -> None:
    """Those written out in the code; they meet the text of profiles too."""
    found = [
        (name_of(path), node.args[0].value)
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        if isinstance(node.func, ast.Attribute)
        if isinstance(node.func.value, ast.Name)
        if node.func.value.id == "re"
        if node.func.attr in USING
        if node.args
        if isinstance(node.args[0], ast.Constant)
        if isinstance(node.args[0].value, str)
    ]
    assert len(found) > 20
    assert [where for where, pattern in found if repeats_a_repeat(pattern) and pattern not in LINEAR] == []


PROFILE = """format: rollout.profile/1
blueprint: blueprints/77-nested-quantifier
province: empty
as_of: 2022-06-30
centre: {state: planned}
data_status: illustrative
agencies: {HOST: {name: aaaaaaaaaaaaaaaaaaaaaab}}
answers: {care: {}}
"""


def test_the_guard_is_what_keeps_a_profile_quick(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ho_so.yaml").write_text(PROFILE, "utf-8")
    monkeypatch.chdir(BAD)
    said = run("validate", tmp_path / "ho_so.yaml")
    assert said.code == 1
    assert "B024" in said.out
    monkeypatch.setattr(reading_country, "pattern_problems", lambda _: ())
    started = time.process_time()
    assert run("validate", tmp_path / "ho_so.yaml").code == 0
    slow = time.process_time() - started
    started = time.process_time()
    assert re.search("a+$", "a" * 22 + "b") is None
    assert slow > 100 * (time.process_time() - started)
