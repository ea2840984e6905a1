"""Values worth trying for an unknown answer: thresholds, just below, just above, each choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from math import ceil, floor, isfinite

from rollout.analysis.conditions import bound
from rollout.analysis.facts import Facts
from rollout.model.condition import Condition, Every, Some, Test, walk
from rollout.model.days import months_before
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer, Value
from rollout.model.question import Question

DAY = timedelta(days=1)


def trial_values(question: Question, conditions: Iterable[Condition], facts: Facts) -> tuple[Value, ...]:
    """Return the values among which a verdict could differ, given the conditions that may read the question.

    What is known of the answer already (an interval, some fields of a document, some records) stays as it is.
    """
    uses = [part for condition in conditions for part in walk(condition)]
    own = [part for part in uses if isinstance(part, Test) and part.question == question.id]
    match question.type:
        case "yes_no":
            return True, False
        case "number":
            return tuple(_numbers(question, own, facts))
        case "date":
            return tuple(_dates(own, facts))
        case "document":
            return tuple(_documents(question, own, facts))
        case "choice":
            return tuple(question.options)
        case "choices":
            return tuple(_selections(question))
        case "text":
            return tuple(_texts(own))
        case "records":
            lists = [part for part in uses if isinstance(part, Every | Some) and part.records == question.id]
            return tuple(_lists(question, lists, facts))
    return ()


def _numbers(question: Question, own: list[Test], facts: Facts) -> Iterator[Value]:
    known = facts.value(question.id)
    low, high = (known.low, known.high) if isinstance(known, Interval) else (question.low or 0, question.high)
    wanted = {low, low + 1 if high is None else high}
    for test in own:
        needed = None if isinstance(test.argument, str) else bound(test.argument, facts)
        for end in (needed.low, needed.high) if needed else ():
            wanted.update(_around(end, question))
    for value in sorted(wanted):
        if low <= value and (high is None or value <= high):
            yield Interval(value, value)


def _around(end: float, question: Question) -> tuple[float, ...]:
    if not isfinite(end):
        return ()
    return (ceil(end) - 1, ceil(end), floor(end) + 1) if question.whole else (end - 0.01, end, end + 0.01)


def _dates(own: list[Test], facts: Facts) -> Iterator[Value]:
    yield facts.as_of
    yield False
    for test in own:
        if test.operator == "age_at_most":
            yield months_before(facts.as_of, test.argument)
            yield months_before(facts.as_of, test.argument) - DAY


def _documents(question: Question, own: list[Test], facts: Facts) -> Iterator[Value]:
    every = frozenset(question.options)
    known = facts.value(question.id)
    document = known if isinstance(known, DocumentAnswer) else DocumentAnswer()
    if document is not known:
        yield False
    covers = [every, frozenset[str](), *(every - {code} for code in question.options)]
    days = [facts.as_of, facts.as_of + DAY]
    days += [months_before(facts.as_of, test.argument) - DAY for test in own if test.operator == "age_at_most"]
    if document.covers is not None:
        covers = [document.covers]
    if document.issued_on is not None:
        days = [document.issued_on]
    for issued_on, covered in (*((days[0], some) for some in covers), *((one, covers[0]) for one in days[1:])):
        yield replace(document, issued_on=issued_on, covers=covered)


def _texts(own: list[Test]) -> Iterator[Value]:
    yield ""
    for test in own:
        yield from test.argument if isinstance(test.argument, tuple) else (test.argument,)


def _selections(question: Question) -> Iterator[Value]:
    codes = tuple(question.options)
    for n in range(len(codes) + 1):
        yield frozenset(codes[:n])
        yield frozenset(codes[n:])


def _lists(question: Question, lists: list[Every | Some], facts: Facts) -> Iterator[Value]:
    known = facts.value(question.id)
    items = known.items if isinstance(known, RecordsAnswer) else ()
    inner = [part for one in lists for part in (one.where, one.holds) if part is not None]
    tried = {name: trial_values(field, inner, facts) or (None,) for name, field in question.fields.items()}
    picks = [{name: values[pick] for name, values in tried.items()} for pick in (0, -1)]
    for record in picks if items else picks[:1]:
        yield RecordsAnswer(_filled(items, record), complete=True)
    if not isinstance(known, RecordsAnswer) or not known.complete:
        others = [{**picks[0], name: value} for name, values in tried.items() for value in values]
        for further in (*picks, *others):
            yield RecordsAnswer((*_filled(items, picks[0]), further), complete=True)


def _filled(items: Iterable[Mapping[str, Value]], record: Mapping[str, Value]) -> tuple[Mapping[str, Value], ...]:
    """The records with what is unknown in them taken from `record`."""
    return tuple({**record, **{name: value for name, value in item.items() if value is not None}} for item in items)
