"""Answers a province could give, for property tests: whatever a question allows, and whatever tells more than that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from rollout.model.answers import value
from rollout.model.blueprint import Blueprint
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer, Value
from rollout.model.question import Question

DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31)).map(date.isoformat)
# The same examples on every machine, however slow it is today.
STEADY = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
REASON = "there is none of it here"


def written(question: Question, *, inside: bool = False) -> st.SearchStrategy[Any]:
    """An answer as a profile writes it, unknown among them; `inside` records there are no envelopes."""
    known: st.SearchStrategy[Any] = KNOWN[question.type](question)
    if question.may_not_apply:
        known |= st.just({"not_applicable": REASON})
    bare = st.sampled_from(["unknown", None]) | known
    if inside:
        return bare
    envelope = {"value": bare, "status": st.sampled_from(["reported", "seen", "document"])}
    return bare | st.fixed_dictionaries(envelope)


def _number(question: Question) -> st.SearchStrategy[Any]:
    one = st.integers(int(question.low or 0), int(question.high or 0))
    return one | st.tuples(one, one).map(lambda pair: {"between": sorted(pair)})


def _document(question: Question) -> st.SearchStrategy[Any]:
    covers = st.lists(st.sampled_from(list(question.options)), unique=True) if question.options else st.just([])
    fields: dict[str, st.SearchStrategy[Any]] = {
        "number": st.just("A 1"),
        "date": DAYS,
        "reviewed_on": DAYS,
        "valid_until": st.just("2026-12-31"),
    }
    if question.options:
        fields["covers"] = covers
    return st.just("no") | st.fixed_dictionaries({}, optional=fields).filter(bool)


def _records(question: Question) -> st.SearchStrategy[Any]:
    fields = {name: written(field, inside=True) for name, field in question.fields.items()}
    items = st.lists(st.fixed_dictionaries({}, optional=fields), max_size=3)
    return st.fixed_dictionaries({"complete": st.sampled_from(["yes", "no"]), "items": items})


KNOWN: Mapping[str, Any] = {
    "yes_no": lambda _: st.sampled_from(["yes", "no"]),
    "number": _number,
    "date": lambda _: st.just("no") | DAYS,
    "document": _document,
    "choice": lambda question: st.sampled_from(list(question.options)),
    "choices": lambda question: st.lists(st.sampled_from(list(question.options)), unique=True),
    "text": lambda _: st.sampled_from(["7/2021", "5/2010", "9/1999", "x"]),
    "phone": lambda _: st.just("111"),
    "records": _records,
}


def answers(blueprint: Blueprint) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to some questions, by full name, as a profile writes them."""
    asked = {name: written(question) for name, question in blueprint.questions.items()}
    return st.fixed_dictionaries({}, optional=asked)


def values(blueprint: Blueprint) -> st.SearchStrategy[dict[str, Value]]:
    """Values of some answers, by full name."""
    return st.fixed_dictionaries({}, optional={name: _value(asked) for name, asked in blueprint.questions.items()})


def _value(question: Question) -> st.SearchStrategy[Value]:
    return written(question, inside=True).map(lambda data: value(question, data))


def whole_values(blueprint: Blueprint) -> st.SearchStrategy[dict[str, Value]]:
    """A value of every answer, nothing of it open."""
    return st.fixed_dictionaries({name: whole_value(question) for name, question in blueprint.questions.items()})


def whole_value(question: Question) -> st.SearchStrategy[Value]:
    """A value of an answer, nothing of it open."""
    if question.type == "records":
        fields = {name: whole_value(field) for name, field in question.fields.items()}
        items = st.lists(st.fixed_dictionaries(fields), max_size=3).map(tuple)
        return items.map(lambda rows: RecordsAnswer(rows, complete=True))
    if question.type == "document":
        covers = st.frozensets(st.sampled_from(list(question.options)))
        days = st.dates(date(2019, 1, 1), date(2025, 12, 31))
        return st.just(False) | st.builds(DocumentAnswer, issued_on=days, covers=covers)
    if question.type == "number":
        return st.integers(int(question.low or 0), int(question.high or 0)).map(lambda one: Interval(one, one))
    known: st.SearchStrategy[Any] = KNOWN[question.type](question)
    return known.map(lambda data: value(question, data))


def more(question: Question, known: Value) -> st.SearchStrategy[Value]:
    """The same answer, or one that tells more without taking anything back."""
    if known is None:
        return st.none() | _value(question)
    if isinstance(known, Interval):
        inside = st.integers(int(known.low), int(known.high))
        return st.tuples(inside, inside).map(lambda pair: Interval(min(pair), max(pair)))
    if isinstance(known, DocumentAnswer):
        return _more_of_document(question, known)
    if isinstance(known, RecordsAnswer):
        return _more_of_records(question, known)
    return st.just(known)


def _more_of_document(question: Question, known: DocumentAnswer) -> st.SearchStrategy[Value]:
    days = st.dates(date(2019, 1, 1), date(2025, 12, 31))
    issued = st.none() | days if known.issued_on is None else st.just(known.issued_on)
    covers: st.SearchStrategy[Any] = st.just(known.covers)
    if known.covers is None and question.options:
        covers = st.none() | st.frozensets(st.sampled_from(list(question.options)))
    return st.tuples(issued, covers).map(lambda pair: replace(known, issued_on=pair[0], covers=pair[1]))


def _more_of_records(question: Question, known: RecordsAnswer) -> st.SearchStrategy[Value]:
    items = st.tuples(*(_more_of_item(question, item) for item in known.items))
    if known.complete:
        return st.builds(RecordsAnswer, items, st.just(True))
    further = st.lists(_more_of_item(question, {}), max_size=2).map(tuple)
    both = st.tuples(items, further).map(lambda pair: pair[0] + pair[1])
    return st.builds(RecordsAnswer, both, st.booleans())


def _more_of_item(question: Question, item: Mapping[str, Value]) -> st.SearchStrategy[dict[str, Value]]:
    return st.fixed_dictionaries({name: more(field, item.get(name)) for name, field in question.fields.items()})
