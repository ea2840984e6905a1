"""Named figures computed from the profile, the register and parameters (docs/formats.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rollout.model.condition import Condition, Misread, Reader
from rollout.model.source import Citation, citations
from rollout.model.text import NO_TEXT, Text

SEVERAL = frozenset(("sum", "product", "max", "quotient", "difference"))
PAIRS = frozenset(("quotient", "difference"))
OPTIONS = {"count": {"in", "where"}, "expired": {"in", "by"}, "poisson_places": {"mean", "exceed"}}
NAMED = frozenset(("fact", "answer", "parameter", "quantity", "years_since"))


@dataclass(frozen=True, slots=True)
class Expression:
    """One operation; `name` for what is looked up, `parts` for what is combined."""

    operation: str
    name: str = ""
    parts: tuple[Expression, ...] = ()
    number: float = 0
    where: Condition | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit and the expression that gives it."""

    id: str
    title: Text
    unit: str
    expression: Expression
    sources: tuple[Citation, ...] = ()
    notes: Text = NO_TEXT

    @classmethod
    def of(cls, quantity_id: str, data: Mapping[str, Any]) -> Quantity:
        """Read one entry of quantities.yaml; raises Misread."""
        return cls(
            quantity_id,
            Text.of(data.get("title")),
            data.get("unit", ""),
            expression(data["is"], ("is",)),
            citations(data.get("sources")),
            Text.of(data.get("notes")),
        )


def expression(data: Any, path: tuple[str | int, ...]) -> Expression:
    """Return the tree of an expression; raises Misread with the path of the fault."""
    if isinstance(data, int | float):
        return Expression("number", number=data)
    if not isinstance(data, Mapping) or len(data) != 1:
        raise Misread(path, "expression", data)
    [(operation, body)] = data.items()
    inner = (*path, operation)
    if operation in NAMED and isinstance(body, str):
        return Expression(operation, name=body)
    if operation in SEVERAL and isinstance(body, list) and (len(body) == 2 if operation in PAIRS else body):
        return Expression(operation, parts=tuple(expression(part, (*inner, i)) for i, part in enumerate(body)))
    if operation == "ceil":
        return Expression("ceil", parts=(expression(body, inner),))
    if isinstance(body, Mapping):
        return _with_options(operation, body, inner)
    raise Misread(path, "expression", data)


def _with_options(operation: str, body: Mapping[str, Any], path: tuple[str | int, ...]) -> Expression:
    if not body.keys() <= OPTIONS.get(operation, set()):
        raise Misread(path, "expression", body)
    match operation, body:
        case "count", {"in": str(records)}:
            where = Reader("").read(body["where"], (*path, "where")) if "where" in body else None
            return Expression("count", name=records, where=where)
        case "expired", {"in": str(records), "by": str(by)}:
            return Expression("expired", name=records, by=by)
        case "poisson_places", {"mean": mean, "exceed": float() as exceed} if 0 < exceed < 1:
            return Expression("poisson_places", parts=(expression(mean, (*path, "mean")),), number=exceed)
    raise Misread(path, "expression", body)


def parts_of(tree: Expression) -> Iterator[Expression]:
    """Yield the expression and every part of it."""
    yield tree
    for part in tree.parts:
        yield from parts_of(part)
