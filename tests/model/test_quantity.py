"""Expressions: every operation is read, and everything else is refused."""

from __future__ import annotations

from typing import Any

import pytest

from rollout.model.condition import Misread
from rollout.model.condition import Test as Asks
from rollout.model.quantity import Expression, expression, parts_of

N = Expression("number", number=2)
FORMS: list[tuple[Any, Expression]] = [
    (2, N),
    ({"fact": "population"}, Expression("fact", name="population")),
    ({"answer": "a.b.c"}, Expression("answer", name="a.b.c")),
    ({"parameter": "p"}, Expression("parameter", name="p")),
    ({"quantity": "q"}, Expression("quantity", name="q")),
    ({"years_since": "opening"}, Expression("years_since", name="opening")),
    ({"sum": [2, 2, 2]}, Expression("sum", parts=(N, N, N))),
    ({"product": [2]}, Expression("product", parts=(N,))),
    ({"max": [2, 2]}, Expression("max", parts=(N, N))),
    ({"quotient": [2, 2]}, Expression("quotient", parts=(N, N))),
    ({"difference": [2, 2]}, Expression("difference", parts=(N, N))),
    ({"ceil": 2}, Expression("ceil", parts=(N,))),
    ({"count": {"in": "a.b.c"}}, Expression("count", name="a.b.c")),
    ({"count": {"in": "l", "where": {"x": "yes"}}}, Expression("count", name="l", where=Asks("x", "is_yes"))),
    ({"expired": {"in": "l", "by": "number"}}, Expression("expired", name="l", by="number")),
    ({"poisson_places": {"mean": 2, "exceed": 0.05}}, Expression("poisson_places", parts=(N,), number=0.05)),
]


@pytest.mark.parametrize(("data", "tree"), FORMS, ids=[str(data) for data, _ in FORMS])
def test_each_operation_is_read(data: Any, tree: Expression) -> None:
    assert expression(data, ()) == tree


@pytest.mark.parametrize(
    "data",
    [
        "2",
        None,
        {},
        {"answer": "a.b.c", "times": 2},
        {"average": [2, 2]},
        {"sum": []},
        {"quotient": [2]},
        {"difference": [2, 2, 2]},
        {"fact": 3},
        {"count": {"where": {"x": "yes"}}},
        {"count": {"in": "l", "were": {"x": "yes"}}},
        {"expired": {"in": "l"}},
        {"poisson_places": {"mean": 2, "exceed": 0}},
        {"poisson_places": {"mean": 2, "exceed": 1}},
        {"poisson_places": {"mean": 2, "exceed": 1.5}},
        {"sum": [2, {"sum": "x"}]},
    ],
    ids=str,
)
def test_everything_else_is_refused(data: Any) -> None:
    with pytest.raises(Misread) as caught:
        expression(data, ())
    assert caught.value.reason == "expression"


def test_parts_are_all_there_is() -> None:
    tree = expression({"max": [2, {"ceil": {"quotient": [{"answer": "a"}, 2]}}]}, ())
    assert [part.operation for part in parts_of(tree)] == ["max", "number", "ceil", "quotient", "answer", "number"]
