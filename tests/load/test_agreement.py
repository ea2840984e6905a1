"""jsonschema-rs and jsonschema say the same of every example, and of whatever examples turn into."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tiny_schema import TINY

from rollout import load
from rollout.load.validators import Validator, validator

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "rollout" / "schemas"
ODD = st.sampled_from(
    [None, 0, -1, 3.5, 1e17, 168, 169, "", "x", "yes", "no", "unknown", "có", "40", "12,5", "2022-05-30", "2025-02-30",
     "2022-05-30\n", "0000-01-01", "1899-12-31", "２０２２-05-30", "22", "022", "1800 1567", "ha-noi", "Hà Nội", "a\n",
     [], {}, ["zalo", "zalo"], ["zalo", None], {"vi": "x"}, {"vi": "x", "en": "y"}, {"between": [1, 2]},
     {"value": "yes"},
     {"number": "1"}, {"mo_cua": "yes"}, [1, 1.0], [{"a": 1}, {"a": 1}], "x" * 2001]
)  # fmt: skip
FILES = {
    "blueprint.schema.json": "blueprints/anh_duong/blueprint.yaml",
    "section.schema.json": "blueprints/anh_duong/services.yaml",
    "quantities.schema.json": "blueprints/anh_duong/quantities.yaml",
    "sources.schema.json": "blueprints/anh_duong/sources.yaml",
    "cases.schema.json": "blueprints/anh_duong/cases/services.yaml",
    "country.schema.json": "blueprints/viet_nam/country.yaml",
    "agencies.schema.json": "blueprints/viet_nam/agencies.yaml",
    "legal_limits.schema.json": "blueprints/viet_nam/legal_limits.yaml",
}


def agree(held: Validator, data: Any) -> bool:
    return held.is_valid(data) == (next(held.errors(data), None) is None)


@given(st.dictionaries(st.sampled_from([*TINY["properties"], "la"]), ODD, max_size=6))
def test_on_generated_documents(data: dict[str, Any]) -> None:
    assert agree(validator(TINY), data)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "examples" / "bad").glob("*.yaml")), ids=lambda path: path.stem
)
def test_on_every_bad_example(path: Path) -> None:
    data = load.document(path.read_bytes(), path.name).data
    assert data is None or agree(validator(TINY), data)


@cache
def shipped(name: str) -> tuple[Validator, Any]:
    data = load.read(ROOT / FILES[name]).data
    return validator(json.loads((SCHEMAS / name).read_text("utf-8"))), data


def steps(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of all nodes below the top."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for step, value in inside for found in [(*path, step), *steps(value, (*path, step))]]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(FILES)), st.data())
def test_on_mutations_of_the_shipped_files(name: str, choose: st.DataObject) -> None:
    held, original = shipped(name)
    data = copy.deepcopy(original)
    path = choose.draw(st.sampled_from(steps(data)))
    parent = data
    for step in path[:-1]:
        parent = parent[step]
    kind = choose.draw(st.sampled_from(["replace", "remove", "rename"]))
    if kind == "replace" or isinstance(parent, list):
        parent[path[-1]] = choose.draw(ODD)
    elif kind == "remove":
        del parent[path[-1]]
    else:
        parent[f"{path[-1]}x"] = parent.pop(path[-1])
    assert agree(held, data)
