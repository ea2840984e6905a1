"""Names in a blueprint that lead nowhere, and tests that do not fit what they test."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from rollout.model.blueprint import Blueprint
from rollout.model.condition import (
    Condition,
    Every,
    FromParameter,
    FromQuantity,
    FromTable,
    QuantityTest,
    Some,
    Test,
    quantities_of,
    thresholds_of,
    walk,
)
from rollout.model.nearest import nearest
from rollout.model.quantity import Expression, parts_of
from rollout.model.question import Question
from rollout.model.source import Citation
from rollout.problems import Place, Problem

FACTS = ("population", "communes", "districts")
FITS = {
    "is_yes": ("yes_no",),
    "is_no": ("yes_no",),
    "at_least": ("number",),
    "at_most": ("number",),
    "equals": ("number", "choice", "text"),
    "one_of": ("choice", "text"),
    "includes": ("choices", "document"),
    "includes_at_least": ("choices", "document"),
    "age_at_most": ("date", "document"),
    "in_force": ("document",),
}


# What the name in an expression is, and the types of answer it can be made from.
LOOKED_UP = {
    "answer": ("number",),
    "count": ("records",),
    "expired": ("records",),
    "years_since": ("date", "document"),
}


def broken_references(blueprint: Blueprint) -> tuple[Problem, ...]:
    """Return a problem for each name that is not defined and each test on an answer of another type, once each."""
    found = (
        *_in_criteria(blueprint),
        *_in_gate(blueprint),
        *_in_quantities(blueprint),
        *_in_parameters(blueprint),
        *_in_questions(blueprint),
        *_circles(blueprint),
    )
    return tuple({(row.code, row.place, repr(row.values)): row for row in found}.values())


def _in_criteria(blueprint: Blueprint) -> Iterator[Problem]:
    for criterion in blueprint.criteria.values():
        place = blueprint.places.get(criterion.id)
        for condition in criterion.conditions:
            yield from _in_condition(condition, blueprint.questions, blueprint, place)
        yield from _uncited(criterion.sources, blueprint, place)
        for dependency in criterion.remedy.after:
            yield from _unknown("B015", dependency.criterion, blueprint.criteria, place)
        if criterion.benchmark and criterion.benchmark.quantity:
            yield from _unknown("B011", criterion.benchmark.quantity, blueprint.quantities, place)


def _in_gate(blueprint: Blueprint) -> Iterator[Problem]:
    for entry in blueprint.gate:
        place = blueprint.places.get(f"gate {entry.id}")
        if entry.criterion:
            yield from _unknown("B015", entry.criterion, blueprint.criteria, place)
        if entry.met:
            yield from _in_condition(entry.met, blueprint.questions, blueprint, place)
        yield from _uncited(entry.sources, blueprint, place)


def _unknown(code: str, name: str, known: Collection[str], place: Place | None) -> Iterator[Problem]:
    if name not in known:
        yield Problem(code, place, {"name": name, "meant": nearest(name, known)})


def _uncited(cited: Iterable[Citation], blueprint: Blueprint, place: Place | None) -> Iterator[Problem]:
    for citation in cited:
        yield from _unknown("B014", citation.source, blueprint.sources, place)


def _in_condition(
    condition: Condition, questions: Mapping[str, Question], blueprint: Blueprint, place: Place | None
) -> Iterator[Problem]:
    for part in walk(condition):
        match part:
            case Test():
                yield from _unknown("B010", part.question, questions, place)
                yield from _misfit(part, questions, place)
            case QuantityTest():
                yield from _unknown("B011", part.quantity, blueprint.quantities, place)
            case Every() | Some():
                yield from _unknown("B010", part.records, questions, place)
                yield from _in_records(part, questions.get(part.records), blueprint, place)
    for bound in thresholds_of(condition):
        match bound:
            case FromQuantity(name) | FromTable(by=name):
                yield from _unknown("B011", name, blueprint.quantities, place)
            case FromParameter(name):
                yield from _unknown("B012", name, blueprint.parameters, place)


def _in_records(
    condition: Every | Some, asked: Question | None, blueprint: Blueprint, place: Place | None
) -> Iterator[Problem]:
    if asked is None:
        return
    yield from _unfit(asked, ("records",), "every" if isinstance(condition, Every) else "some", place)
    for inner in (condition.where, condition.holds):
        if inner:
            yield from _in_condition(inner, asked.fields, blueprint, place)


def _misfit(test: Test, questions: Mapping[str, Question], place: Place | None) -> Iterator[Problem]:
    asked = questions.get(test.question)
    if asked is None:
        return
    fits = FITS[test.operator]
    if test.operator == "equals":
        fits = ("choice", "text") if isinstance(test.argument, str) else ("number",)
    yield from _unfit(asked, fits, "yes/no" if test.operator.startswith("is_") else test.operator, place)


def _unfit(asked: Question, fits: Collection[str], operator: str, place: Place | None) -> Iterator[Problem]:
    if asked.type not in fits:
        yield Problem("B020", place, {"name": asked.id, "type": asked.type, "operator": operator})


def _in_quantities(blueprint: Blueprint) -> Iterator[Problem]:
    for quantity in blueprint.quantities.values():
        place = blueprint.places.get(f"quantity {quantity.id}")
        yield from _uncited(quantity.sources, blueprint, place)
        if quantity.unit:
            yield from _unknown("B017", quantity.unit, blueprint.units, place)
        for part in parts_of(quantity.expression):
            yield from _in_expression(part, blueprint, place)


def _in_expression(part: Expression, blueprint: Blueprint, place: Place | None) -> Iterator[Problem]:
    match part.operation:
        case "quantity":
            yield from _unknown("B011", part.name, blueprint.quantities, place)
        case "parameter":
            yield from _unknown("B012", part.name, blueprint.parameters, place)
        case "fact":
            yield from _unknown("B021", part.name, FACTS, place)
        case operation if operation in LOOKED_UP and (operation, part.name) != ("years_since", "opening"):
            yield from _unknown("B010", part.name, blueprint.questions, place)
            asked = blueprint.questions.get(part.name)
            if asked:
                yield from _unfit(asked, LOOKED_UP[operation], operation, place)
                yield from _in_list(part, asked, blueprint, place)


def _in_list(part: Expression, asked: Question, blueprint: Blueprint, place: Place | None) -> Iterator[Problem]:
    if part.where:
        yield from _in_condition(part.where, asked.fields, blueprint, place)
    if part.by:
        yield from _unknown("B010", part.by, asked.fields, place)


def _in_parameters(blueprint: Blueprint) -> Iterator[Problem]:
    for parameter in blueprint.parameters.values():
        place = blueprint.places.get(f"parameter {parameter.id}")
        yield from _uncited(parameter.sources, blueprint, place)
        if parameter.unit:
            yield from _unknown("B017", parameter.unit, blueprint.units, place)
    for variant in blueprint.variants.values():
        for name in variant.parameters:
            yield from _unknown("B012", name, blueprint.parameters, blueprint.places.get(f"variant {variant.id}"))


def _in_questions(blueprint: Blueprint) -> Iterator[Problem]:
    for question in blueprint.questions.values():
        for asked in (question, *question.fields.values()):
            if asked.unit:
                yield from _unknown("B017", asked.unit, blueprint.units, blueprint.places.get(question.id))


def _circles(blueprint: Blueprint) -> Iterator[Problem]:
    edges = {name: [*_rests_on(row.expression)] for name, row in blueprint.quantities.items()}
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        circle = list(error.args[1])
        yield Problem("B022", blueprint.places.get(f"quantity {circle[0]}"), {"cycle": " → ".join(circle)})


def _rests_on(expression: Expression) -> Iterator[str]:
    for part in parts_of(expression):
        if part.operation == "quantity":
            yield part.name
        yield from quantities_of(part.where)
