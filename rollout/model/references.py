"""Names in a blueprint that lead nowhere, and tests that do not fit what they test."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from rollout.language.folding import did_you_mean
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
    thresholds_of,
    walk,
)
from rollout.model.quantity import parts_of
from rollout.model.question import Question
from rollout.model.source import Citation
from rollout.problems import Place, Problem

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


def broken_references(blueprint: Blueprint) -> Iterator[Problem]:
    """Yield a problem for each name that is not defined and each test on an answer of another type."""
    yield from _in_criteria(blueprint)
    yield from _in_gate(blueprint)
    yield from _in_quantities(blueprint)
    for parameter in blueprint.parameters.values():
        yield from _uncited(parameter.sources, blueprint, blueprint.places.get(f"parameter {parameter.id}"))
    for question in blueprint.questions.values():
        if question.unit:
            yield from _unknown("B017", question.unit, blueprint.units, blueprint.places.get(question.id))


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
        yield Problem(code, place, {"name": name, "meant": did_you_mean(name, known) or "–"})


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
                asked = questions.get(part.records)
                for inner in (part.where, part.holds):
                    if asked and inner:
                        yield from _in_condition(inner, asked.fields, blueprint, place)
    for bound in thresholds_of(condition):
        match bound:
            case FromQuantity(name) | FromTable(by=name):
                yield from _unknown("B011", name, blueprint.quantities, place)
            case FromParameter(name):
                yield from _unknown("B012", name, blueprint.parameters, place)


def _misfit(test: Test, questions: Mapping[str, Question], place: Place | None) -> Iterator[Problem]:
    asked = questions.get(test.question)
    if asked and asked.type not in FITS[test.operator]:
        operator = "yes/no" if test.operator.startswith("is_") else test.operator
        yield Problem("B020", place, {"name": test.question, "type": asked.type, "operator": operator})


def _in_quantities(blueprint: Blueprint) -> Iterator[Problem]:
    kinds: Mapping[str, tuple[str, Collection[str]]] = {
        "quantity": ("B011", blueprint.quantities),
        "parameter": ("B012", blueprint.parameters),
        "answer": ("B010", blueprint.questions),
        "count": ("B010", blueprint.questions),
        "expired": ("B010", blueprint.questions),
        "years_since": ("B010", [*blueprint.questions, "opening"]),
        "fact": ("B021", ("population", "communes", "districts")),
    }
    for quantity in blueprint.quantities.values():
        place = blueprint.places.get(f"quantity {quantity.id}")
        yield from _uncited(quantity.sources, blueprint, place)
        for part in parts_of(quantity.expression):
            if part.operation in kinds:
                code, known = kinds[part.operation]
                yield from _unknown(code, part.name, known, place)
