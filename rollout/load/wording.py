"""Which problem a fault is: by the kind of value asked for first, then by the keyword that is not met."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from rollout.language import did_you_mean
from rollout.load.faults import Fault
from rollout.load.forms import form_of
from rollout.load.hints import HINTS
from rollout.load.showing import found, shown
from rollout.texts import pair

Wording: TypeAlias = tuple[str, dict[str, object]]
# Comparing words costs time; a list of more than this needs to be read, not guessed from.
MOST_COMPARED = 400
MOST_LISTED = 12
_TYPES = {"object": "S018", "array": "S019", "string": "S020", "number": "S021", "integer": "S021"}
_NOT_VALUES = frozenset(("required", "additionalProperties", "dependentRequired", "propertyNames"))


def word(fault: Fault) -> Wording:
    """Return the code of a fault's problem and the values its words need."""
    if fault.value is None and fault.keyword not in _NOT_VALUES:
        return "S050", {"allowed": _asked_for(fault)}
    if fault.kind in HINTS and fault.keyword not in _NOT_VALUES:
        hint = HINTS[fault.kind](fault)
        if hint is not None:
            return hint
    return _BY_KEYWORD.get(fault.keyword, _other)(fault)


def _other(fault: Fault) -> Wording:
    return "S090", {"keyword": shown(fault.keyword), "found": found(fault.value)}


def _unknown_key(fault: Fault) -> Wording:
    key, known = str(fault.path[-1]), fault.expected
    nearest = did_you_mean(key, known[:MOST_COMPARED])
    values = {"name": shown(key), "allowed": listed(known)}
    return ("S002", values) if nearest is None else ("S003", {**values, "suggestion": nearest})


def _missing_key(fault: Fault) -> Wording:
    return "S001", {"missing": fault.expected}


def _dependent_key(fault: Fault) -> Wording:
    return "S015", {"missing": fault.expected}


def _bad_name(fault: Fault) -> Wording:
    return "S008", {"name": shown(str(fault.path[-1])), "form": form_of(fault.schema, str(fault.expected))}


def _choice(fault: Fault) -> Wording:
    allowed = [value for value in fault.expected if isinstance(value, (str, int, float)) and value is not True]
    allowed = [value for value in allowed if value is not False]
    names = [str(value) for value in allowed]
    values: dict[str, object] = {"found": found(fault.value), "allowed": listed(names)}
    nearest = did_you_mean(fault.value, names[:MOST_COMPARED]) if isinstance(fault.value, str) else None
    return ("S004", values) if nearest is None else ("S005", {**values, "suggestion": nearest})


def _constant(fault: Fault) -> Wording:
    return "S006", {"found": found(fault.value), "allowed": str(fault.expected)}


def _range(fault: Fault) -> Wording:
    return "S007", {"found": found(fault.value), "allowed": bounds(fault.schema)}


def _pattern(fault: Fault) -> Wording:
    return "S009", {"found": found(fault.value), "form": form_of(fault.schema, str(fault.expected))}


def _length(fault: Fault) -> Wording:
    code = "S010" if fault.keyword == "minLength" else "S011"
    return code, {"found": found(fault.value), "size": len(fault.value), "limit": fault.expected}


def _count(fault: Fault) -> Wording:
    code = "S012" if fault.keyword.startswith("min") else "S013"
    return code, {"size": len(fault.value), "limit": fault.expected}


def _repeated(fault: Fault) -> Wording:
    seen: list[object] = []
    twice = [item for item in fault.value if item in seen or seen.append(item)]  # type: ignore[func-returns-value]
    return "S014", {"found": found(twice[0] if twice else fault.value)}


def _forbidden(fault: Fault) -> Wording:
    return ("S016", {}) if fault.expected == {} else _other(fault)


def _type(fault: Fault) -> Wording:
    wanted = fault.expected if isinstance(fault.expected, str) else str(fault.expected[0])
    if wanted == "string" and isinstance(fault.value, (int, float)):
        return "S017", {"found": found(fault.value), "suggestion": f'"{fault.value}"'}
    if wanted == "integer" and isinstance(fault.value, float):
        return "S022", {"found": found(fault.value)}
    if wanted not in _TYPES:
        return _other(fault)
    return _TYPES[wanted], {"found": found(fault.value)}


def _asked_for(fault: Fault) -> object:
    kind = fault.kind or {"object": "table", "array": "list", "string": "text"}.get(str(fault.expected), "")
    return pair(f"load.asked_{kind}") if kind else pair("load.asked_value")


def bounds(schema: Mapping[str, Any]) -> Mapping[str, str]:
    """The range a schema allows, in words."""
    low = schema.get("minimum", schema.get("exclusiveMinimum"))
    high = schema.get("maximum", schema.get("exclusiveMaximum"))
    if low is not None and high is not None:
        return pair("load.from_to", low=low, high=high)
    return pair("load.at_least", low=low) if high is None else pair("load.at_most", high=high)


def listed(names: Any) -> object:
    """The names that are allowed, the first dozen of a long list."""
    names = [shown(str(name)) for name in names]
    if not names:
        return pair("load.none_allowed")
    if len(names) <= MOST_LISTED:
        return ", ".join(names)
    return pair("load.and_more", names=", ".join(names[:MOST_LISTED]), more=len(names) - MOST_LISTED)


_BY_KEYWORD: dict[str, Callable[[Fault], Wording]] = {
    "additionalProperties": _unknown_key,
    "required": _missing_key,
    "dependentRequired": _dependent_key,
    "propertyNames": _bad_name,
    "enum": _choice,
    "const": _constant,
    "minimum": _range,
    "maximum": _range,
    "exclusiveMinimum": _range,
    "exclusiveMaximum": _range,
    "pattern": _pattern,
    "minLength": _length,
    "maxLength": _length,
    "minItems": _count,
    "maxItems": _count,
    "minProperties": _count,
    "maxProperties": _count,
    "uniqueItems": _repeated,
    "not": _forbidden,
    "type": _type,
}
