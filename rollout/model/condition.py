"""The closed condition language as a tree, read from YAML (docs/formats.md 1.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rollout.model.days import Span, day

OPERATORS = frozenset(
    "at_least at_most equals one_of includes includes_at_least age_at_most in_force is_yes is_no".split()
)
RESERVED = frozenset("all any not every some quantity from until value".split())


@dataclass(frozen=True, slots=True)
class FromQuantity:
    """A threshold that is a computed figure."""

    name: str


@dataclass(frozen=True, slots=True)
class FromParameter:
    """A threshold that is a parameter of the blueprint."""

    name: str


@dataclass(frozen=True, slots=True)
class FromLimit:
    """A threshold that is a legal limit of the country, if in force."""

    name: str


@dataclass(frozen=True, slots=True)
class FromTable:
    """A threshold looked up by a computed figure: rows of (below, threshold), the last without bound."""

    by: str
    rows: tuple[tuple[float | None, float], ...]


Threshold = float | FromQuantity | FromParameter | FromLimit | FromTable


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one answer; `argument` is a threshold, codes, months or a text by operator."""

    question: str
    operator: str
    argument: Any = None


@dataclass(frozen=True, slots=True)
class QuantityTest:
    """One test on a computed figure."""

    quantity: str
    operator: str
    argument: Threshold


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Every:
    """Each record of a list that `where` picks satisfies `holds`."""

    records: str
    where: Condition | None
    holds: Condition


@dataclass(frozen=True, slots=True)
class Some:
    """At least one record of a list that `where` picks satisfies `holds`."""

    records: str
    where: Condition | None
    holds: Condition


@dataclass(frozen=True, slots=True)
class During:
    """The part counts only within a span of days; outside it is skipped."""

    span: Span
    part: Condition


Condition = Test | QuantityTest | All | AnyOf | Not | Every | Some | During


class Misread(Exception):
    """A condition that is not of the language; holds the path to the fault and a reason id."""

    def __init__(self, path: tuple[str | int, ...], reason: str, found: object = "") -> None:
        super().__init__(reason)
        self.path, self.reason, self.found = path, reason, found


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads conditions of one group; `prefix` ("services.hotline.") completes bare names, "" inside records."""

    prefix: str

    def read(self, data: object, path: tuple[str | int, ...] = ()) -> Condition:
        """Return the tree of `data`; raises Misread with the path of the first fault."""
        if not isinstance(data, Mapping) or not data:
            raise Misread(path, "not_a_mapping", data)
        span = _span(data, path)
        parts = tuple(self._entry(key, data[key], (*path, key)) for key in data if key not in ("from", "until"))
        if not parts:
            raise Misread(path, "empty")
        # several tests of one answer are one entry, so they stay together inside a whole of their own
        several_tests = isinstance(parts[0], All) and "all" not in data
        whole = parts[0] if len(parts) == 1 and not several_tests else All(parts)
        return During(span, whole) if span else whole

    def _entry(self, key: str, data: Any, path: tuple[str | int, ...]) -> Condition:
        match key:
            case "all" | "any":
                parts = tuple(self.read(part, (*path, i)) for i, part in enumerate(_listed(data, path)))
                return All(parts) if key == "all" else AnyOf(parts)
            case "not":
                return Not(self.read(data, path))
            case "every" | "some":
                return self._over_records(key, data, path)
            case "quantity":
                return self._quantities(data, path)
        return self._tests(self.full(key), data, path)

    def full(self, name: str) -> str:
        """Return the full name of a question: bare names belong to the group being read."""
        return name if "." in name else self.prefix + name

    def _over_records(self, key: str, data: Any, path: tuple[str | int, ...]) -> Condition:
        if not isinstance(data, Mapping) or not isinstance(data.get("in"), str) or "is" not in data:
            raise Misread(path, "records", data)
        if not data.keys() <= {"in", "where", "is"}:
            raise Misread(path, "records", next(key for key in data if key not in ("in", "where", "is")))
        inside = Reader("")
        where = inside.read(data["where"], (*path, "where")) if "where" in data else None
        holds = inside.read(data["is"], (*path, "is"))
        kind = Every if key == "every" else Some
        return kind(self.full(data["in"]), where, holds)

    def _quantities(self, data: Any, path: tuple[str | int, ...]) -> Condition:
        if not isinstance(data, Mapping) or not data:
            raise Misread(path, "not_a_mapping", data)
        tests: list[Condition] = []
        for name, body in data.items():
            for operator, argument in _operators(body, (*path, name)):
                if operator not in ("at_least", "at_most", "equals"):
                    raise Misread((*path, name, operator), "operator", operator)
                tests.append(QuantityTest(name, operator, threshold(argument, (*path, name, operator))))
        return tests[0] if len(tests) == 1 else All(tuple(tests))

    def _tests(self, question: str, data: Any, path: tuple[str | int, ...]) -> Condition:
        if data in ("yes", "no"):
            return Test(question, f"is_{data}")
        tests = tuple(
            Test(question, operator, _argument(operator, argument, (*path, operator)))
            for operator, argument in _operators(data, path)
        )
        return tests[0] if len(tests) == 1 else All(tests)


def _span(data: Mapping[str, Any], path: tuple[str | int, ...]) -> Span | None:
    for key in ("from", "until"):
        if key in data and day(data[key]) is None:
            raise Misread((*path, key), "argument", data[key])
    return Span.of(data) if "from" in data or "until" in data else None


def _listed(data: Any, path: tuple[str | int, ...]) -> list[Any]:
    if not isinstance(data, list) or not data:
        raise Misread(path, "not_a_list", data)
    return data


def _operators(data: Any, path: tuple[str | int, ...]) -> list[tuple[str, Any]]:
    if not isinstance(data, Mapping) or not data:
        raise Misread(path, "test", data)
    unknown = [key for key in data if key not in OPERATORS or key.startswith("is_")]
    if unknown:
        raise Misread((*path, unknown[0]), "operator", unknown[0])
    return list(data.items())


def _argument(operator: str, data: Any, path: tuple[str | int, ...]) -> Any:
    match operator:
        case "at_least" | "at_most":
            return threshold(data, path)
        case "equals":
            return data if isinstance(data, str) else threshold(data, path)
        case "one_of" | "includes":
            return _codes(data, path)
        case "in_force" if data == "yes":
            return None
        case "age_at_most" if _has(data, "months") and isinstance(data["months"], int) and data["months"] >= 0:
            return data["months"]
        case "includes_at_least" if _has(data, "n", "of") and isinstance(data["n"], int):
            codes = _codes(data["of"], path)
            if 1 <= data["n"] <= len(set(codes)):
                return data["n"], codes
    raise Misread(path, "argument", data)


def _has(data: Any, *keys: str) -> bool:
    return isinstance(data, Mapping) and data.keys() == set(keys)


def _codes(data: Any, path: tuple[str | int, ...]) -> tuple[str, ...]:
    return tuple(str(code) for code in _listed(data, path))


def threshold(data: Any, path: tuple[str | int, ...]) -> Threshold:
    """Return the threshold written as a number or as {quantity|parameter|limit|table}; raises Misread."""
    if isinstance(data, int | float):
        return float(data) if isinstance(data, float) else data
    match data:
        # a pattern takes no notice of further keys, and nothing may be dropped silently
        case Mapping() if len(data) != 1:
            pass
        case {"quantity": str(name)}:
            return FromQuantity(name)
        case {"parameter": str(name)}:
            return FromParameter(name)
        case {"limit": str(name)}:
            return FromLimit(name)
        case {"table": {"by": str(by), "rows": [*rows]}} if len(data["table"]) == 2 and _are_rows(rows):
            return FromTable(by, tuple((row.get("below"), row["is"]) for row in rows))
    raise Misread(path, "threshold", data)


def _are_rows(rows: list[Any]) -> bool:
    """Every row but the last has a bound, the bounds rise, and each row gives a number."""
    if not rows or not all(isinstance(row, Mapping) and isinstance(row.get("is"), int | float) for row in rows):
        return False
    if not _has(rows[-1], "is") or not all(_has(row, "below", "is") for row in rows[:-1]):
        return False
    bounds = [row["below"] for row in rows[:-1]]
    return all(isinstance(bound, int | float) for bound in bounds) and bounds == sorted(set(bounds))


def walk(condition: Condition | None, on: date | None = None) -> Iterator[Condition]:
    """Yield the condition and every part of it, but not what stands inside lists of records.

    With a day, parts that do not count on that day are left out.
    """
    if condition is None or (on and isinstance(condition, During) and not condition.span.holds(on)):
        return
    yield condition
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from walk(part, on)
        case Not(part) | During(_, part):
            yield from walk(part, on)


def questions_of(condition: Condition | None, on: date | None = None) -> Iterator[str]:
    """Yield the full names of the questions that a condition reads itself (not through quantities)."""
    for part in walk(condition, on):
        match part:
            case Test(question=name) | Every(records=name) | Some(records=name):
                yield name


def walk_inside(condition: Condition | None, on: date | None = None) -> Iterator[Condition]:
    """Yield the condition and every part of it, with what stands inside lists of records; see walk."""
    for part in walk(condition, on):
        yield part
        if isinstance(part, Every | Some):
            yield from walk_inside(part.where, on)
            yield from walk_inside(part.holds, on)


def thresholds_of(condition: Condition | None, on: date | None = None) -> Iterator[Threshold]:
    """Yield every threshold a condition compares with, those inside lists of records included."""
    for part in walk_inside(condition, on):
        match part:
            case Test(operator="at_least" | "at_most" | "equals", argument=argument) if not isinstance(argument, str):
                yield argument
            case QuantityTest(argument=argument):
                yield argument


def quantities_of(condition: Condition | None, on: date | None = None) -> Iterator[str]:
    """Yield the names of the quantities a condition tests or compares with, lists of records included."""
    for part in walk_inside(condition, on):
        if isinstance(part, QuantityTest):
            yield part.quantity
    for bound in thresholds_of(condition, on):
        match bound:
            case FromQuantity(name) | FromTable(by=name):
                yield name
