"""Values worth trying for an unknown answer: thresholds, just below, just above, each choice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from rollout.analysis.conditions import bound
from rollout.analysis.facts import Facts
from rollout.model.condition import Condition, Every, Some, Test, walk
from rollout.model.days import months_before
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer, Value
from rollout.model.question import Question

DAY = timedelta(days=1)


def trial_values(question: Question, conditions: Iterable[Condition], facts: Facts) -> tuple[Value, ...]:
    """Return the values among which a verdict could differ, given the conditions that may read the question."""
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
        case "records":
            lists = [part for part in uses if isinstance(part, Every | Some) and part.records == question.id]
            return tuple(_lists(question, lists, facts))
    return ()


def _numbers(question: Question, own: list[Test], facts: Facts) -> Iterator[Value]:
    known = facts.value(question.id)
    low, high = (known.low, known.high) if isinstance(known, Interval) else (question.low or 0, question.high)
    step = 1 if question.whole else 0.01
    wanted = {low, low + 1 if high is None else high}
    for test in own:
        needed = None if isinstance(test.argument, str) else bound(test.argument, facts)
        for end in (needed.low, needed.high) if needed else ():
            wanted.update((end - step, end, end + step))
    for value in sorted(wanted):
        if low <= value and (high is None or value <= high):
            yield Interval(value, value)


def _dates(own: list[Test], facts: Facts) -> Iterator[Value]:
    yield facts.as_of
    yield False
    for test in own:
        if test.operator == "age_at_most":
            yield months_before(facts.as_of, test.argument)
            yield months_before(facts.as_of, test.argument) - DAY


def _documents(question: Question, own: list[Test], facts: Facts) -> Iterator[Value]:
    every = frozenset(question.options)
    yield False
    yield DocumentAnswer(issued_on=facts.as_of, reviewed_on=facts.as_of, covers=every)
    yield DocumentAnswer(issued_on=facts.as_of, covers=frozenset())
    for code in question.options:
        yield DocumentAnswer(issued_on=facts.as_of, covers=every - {code})
    for test in own:
        if test.operator == "age_at_most":
            yield DocumentAnswer(issued_on=months_before(facts.as_of, test.argument) - DAY, covers=every)


def _selections(question: Question) -> Iterator[Value]:
    codes = tuple(question.options)
    for n in range(len(codes) + 1):
        yield frozenset(codes[:n])
        yield frozenset(codes[n:])


def _lists(question: Question, lists: list[Every | Some], facts: Facts) -> Iterator[Value]:
    yield RecordsAnswer((), complete=True)
    inner = [part for one in lists for part in (one.where, one.holds) if part is not None]
    tried = {name: trial_values(field, inner, facts) or (None,) for name, field in question.fields.items()}
    for pick in (0, -1):
        yield RecordsAnswer(({name: values[pick] for name, values in tried.items()},), complete=True)
    for name, values in tried.items():
        for value in values:
            record = {other: choices[0] for other, choices in tried.items()}
            yield RecordsAnswer(({**record, name: value},), complete=True)
