"""The condition language: every form is read, and everything else is refused with the path of the fault."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from toy import condition

from rollout.model.condition import (
    All,
    AnyOf,
    Condition,
    During,
    Every,
    FromLimit,
    FromParameter,
    FromQuantity,
    FromTable,
    Misread,
    Not,
    QuantityTest,
    Some,
    quantities_of,
    questions_of,
    thresholds_of,
    walk,
)
from rollout.model.condition import (
    Test as Asks,
)
from rollout.model.criterion import entries
from rollout.model.days import Span

A, B = Asks("a", "is_yes"), Asks("b", "is_no")
FORMS: list[tuple[Any, Condition]] = [
    ({"a": "yes"}, A),
    ({"b": "no"}, B),
    ({"a": "yes", "b": "no"}, All((A, B))),
    ({"a": {"at_least": 168}}, Asks("a", "at_least", 168)),
    ({"a": {"at_most": 12.5}}, Asks("a", "at_most", 12.5)),
    ({"a": {"equals": 3}}, Asks("a", "equals", 3)),
    ({"a": {"equals": "state"}}, Asks("a", "equals", "state")),
    ({"a": {"one_of": ["x", "y"]}}, Asks("a", "one_of", ("x", "y"))),
    ({"a": {"includes": ["x"]}}, Asks("a", "includes", ("x",))),
    ({"a": {"includes_at_least": {"n": 2, "of": ["x", "y"]}}}, Asks("a", "includes_at_least", (2, ("x", "y")))),
    ({"a": {"age_at_most": {"months": 24}}}, Asks("a", "age_at_most", 24)),
    ({"a": {"in_force": "yes"}}, Asks("a", "in_force")),
    ({"a": {"at_least": {"quantity": "q"}}}, Asks("a", "at_least", FromQuantity("q"))),
    ({"a": {"at_least": {"parameter": "p"}}}, Asks("a", "at_least", FromParameter("p"))),
    ({"a": {"at_most": {"limit": "L"}}}, Asks("a", "at_most", FromLimit("L"))),
    (
        {"a": {"at_least": {"table": {"by": "q", "rows": [{"below": 2, "is": 30}, {"is": 80}]}}}},
        Asks("a", "at_least", FromTable("q", ((2, 30), (None, 80)))),
    ),
    ({"quantity": {"q": {"equals": 0}}}, QuantityTest("q", "equals", 0)),
    ({"all": [{"a": "yes"}, {"b": "no"}]}, All((A, B))),
    ({"any": [{"a": "yes"}, {"b": "no"}]}, AnyOf((A, B))),
    ({"not": {"a": "yes"}}, Not(A)),
    ({"every": {"in": "list", "is": {"a": "yes"}}}, Every("list", None, A)),
    ({"some": {"in": "list", "where": {"b": "no"}, "is": {"a": "yes"}}}, Some("list", B, A)),
    ({"from": "2024-01-01", "a": "yes"}, During(Span(date(2024, 1, 1)), A)),
    ({"until": "2024-01-01", "a": "yes", "b": "no"}, During(Span(None, date(2024, 1, 1)), All((A, B)))),
]


@pytest.mark.parametrize(("data", "tree"), FORMS, ids=[str(data)[:60] for data, _ in FORMS])
def test_each_form_is_read(data: Any, tree: Condition) -> None:
    assert condition(data) == tree


MISREADINGS: list[tuple[Any, str, tuple[str | int, ...]]] = [
    ("yes", "not_a_mapping", ()),
    ({}, "not_a_mapping", ()),
    (None, "not_a_mapping", ()),
    ({"from": "2024-01-01"}, "empty", ()),
    ({"any": {"a": "yes"}}, "not_a_list", ("any",)),
    ({"all": []}, "not_a_list", ("all",)),
    ({"all": [{"a": "yes"}, "b"]}, "not_a_mapping", ("all", 1)),
    ({"not": []}, "not_a_mapping", ("not",)),
    ({"a": {"min": 168}}, "operator", ("a", "min")),
    ({"a": {"is_yes": "yes"}}, "operator", ("a", "is_yes")),
    ({"quantity": {"q": {"one_of": [1]}}}, "operator", ("quantity", "q", "one_of")),
    ({"quantity": []}, "not_a_mapping", ("quantity",)),
    ({"a": "maybe"}, "test", ("a",)),
    ({"a": 3}, "test", ("a",)),
    ({"a": {}}, "test", ("a",)),
    ({"a": {"at_least": "many"}}, "threshold", ("a", "at_least")),
    ({"a": {"at_least": {"quantity": 3}}}, "threshold", ("a", "at_least")),
    ({"a": {"at_least": {"quantity": "q", "limit": "L"}}}, "threshold", ("a", "at_least")),
    ({"a": {"at_least": {"table": {"by": "q", "rows": []}}}}, "threshold", ("a", "at_least")),
    ({"a": {"at_least": {"table": {"by": "q", "rows": [{"below": 2, "is": 30}]}}}}, "threshold", ("a", "at_least")),
    (
        {"a": {"at_least": {"table": {"by": "q", "rows": [{"below": 5, "is": 1}, {"below": 2, "is": 2}, {"is": 3}]}}}},
        "threshold",
        ("a", "at_least"),
    ),
    ({"a": {"one_of": "x"}}, "not_a_list", ("a", "one_of")),
    ({"a": {"includes": []}}, "not_a_list", ("a", "includes")),
    ({"a": {"in_force": "no"}}, "argument", ("a", "in_force")),
    ({"a": {"age_at_most": 24}}, "argument", ("a", "age_at_most")),
    ({"a": {"age_at_most": {"months": 24, "days": 3}}}, "argument", ("a", "age_at_most")),
    ({"a": {"includes_at_least": {"n": 3, "of": ["x", "y"]}}}, "argument", ("a", "includes_at_least")),
    ({"a": {"includes_at_least": {"n": 0, "of": ["x", "y"]}}}, "argument", ("a", "includes_at_least")),
    ({"a": {"includes_at_least": {"n": 2, "of": ["x", "x"]}}}, "argument", ("a", "includes_at_least")),
    ({"every": {"languages": {"a": "yes"}}}, "records", ("every",)),
    ({"every": {"in": "list"}}, "records", ("every",)),
    ({"every": {"in": "list", "were": {"b": "yes"}, "is": {"a": "yes"}}}, "records", ("every",)),
    ({"some": {"in": "list", "is": {"a": {"min": 1}}}}, "operator", ("some", "is", "a", "min")),
    ({"from": "2024-13-01", "a": "yes"}, "argument", ("from",)),
    ({"until": "soon", "a": "yes"}, "argument", ("until",)),
]


@pytest.mark.parametrize(("data", "reason", "path"), MISREADINGS, ids=[str(row[0])[:60] for row in MISREADINGS])
def test_everything_else_is_refused_with_its_path(data: Any, reason: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(Misread) as caught:
        condition(data)
    assert (caught.value.reason, caught.value.path) == (reason, path)


def test_bare_names_belong_to_the_group_and_inside_lists_to_the_record() -> None:
    tree = condition(
        {"free": "yes", "house.safety.lock": "yes", "every": {"in": "list", "is": {"free": "yes"}}}, "care.line."
    )
    assert tree == All(
        (
            Asks("care.line.free", "is_yes"),
            Asks("house.safety.lock", "is_yes"),
            Every("care.line.list", None, Asks("free", "is_yes")),
        )
    )


@pytest.mark.parametrize(
    ("data", "count"),
    [
        ({"a": "yes"}, 1),
        ({"a": "yes", "b": "no"}, 2),
        ({"all": [{"a": "yes"}, {"b": "no"}, {"a": {"equals": 3}}]}, 3),
        ({"all": [{"a": "yes"}], "b": "no"}, 2),
        ({"a": {"at_least": 1, "at_most": 3}}, 1),
        ({"quantity": {"p": {"at_least": 1}, "q": {"at_least": 1}}}, 1),
        ({"any": [{"a": "yes"}, {"b": "no"}]}, 1),
        ({"from": "2024-01-01", "a": "yes", "b": "no"}, 1),
    ],
)
def test_entries_are_keys_or_items_and_several_tests_of_one_answer_are_one(data: Any, count: int) -> None:
    assert len(entries(condition(data))) == count


DEEP = condition(
    {
        "any": [{"not": {"a": {"at_least": {"quantity": "q"}}}}, {"from": "2024-01-01", "b": "yes"}],
        "every": {
            "in": "list",
            "where": {"x": {"at_least": {"limit": "L"}}},
            "is": {"quantity": {"inner": {"equals": 0}}},
        },
        "c": {"at_most": {"table": {"by": "years", "rows": [{"is": 3}]}}},
    }
)


def test_what_a_condition_reads() -> None:
    assert list(questions_of(DEEP)) == ["a", "b", "list", "c"]
    assert set(quantities_of(DEEP)) == {"q", "inner", "years"}
    assert FromLimit("L") in list(thresholds_of(DEEP))


def test_what_does_not_count_on_a_day_reads_nothing_on_it() -> None:
    assert list(questions_of(DEEP, date(2023, 12, 31))) == ["a", "list", "c"]
    assert list(questions_of(DEEP, date(2024, 1, 1))) == ["a", "b", "list", "c"]
    assert list(walk(None)) == []
