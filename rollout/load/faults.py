"""jsonschema's errors, made flat: one fault for each key or value that a person must change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Path = tuple["str | int", ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A keyword of the schema that is not met: by which value, where, and what the schema says around it."""

    keyword: str
    path: Path
    value: Any
    expected: Any
    schema: Mapping[str, Any]
    at_key: bool = False

    @property
    def kind(self) -> str:
        """The annotation x-kind, or nothing."""
        return str(self.schema.get("x-kind", ""))


def faults(error: ValidationError) -> Iterator[Fault]:
    """Return the faults of one error; a choice between forms gives those of the form that comes nearest."""
    keyword = str(error.validator)
    if keyword in ("anyOf", "oneOf"):
        yield from _of_nearest(error)
    elif keyword in _BY_KEY:
        yield from _BY_KEY[keyword](error)
    else:
        yield _fault(error, keyword)


def _of_nearest(error: ValidationError) -> Iterator[Fault]:
    branches: dict[Any, list[ValidationError]] = {}
    for below in error.context or ():
        branches.setdefault(below.schema_path[0], []).append(below)
    right_type = [below for below in branches.values() if not any(_wrong_type(e) for e in below)]
    whole = _fault(error, "anyOf")
    if (whole.kind and not isinstance(whole.value, (dict, list))) or len(right_type) != 1:
        yield whole
        return
    for below in right_type[0]:
        yield from faults(below)


def _wrong_type(error: ValidationError) -> bool:
    return error.validator in ("type", "const", "enum") and len(error.relative_path) == 0


def _unknown_keys(error: ValidationError) -> Iterator[Fault]:
    schema = _schema(error)
    known = schema.get("properties", {})
    for key in _keys(error):
        if key not in known:
            path = (*error.absolute_path, key)
            yield Fault("additionalProperties", path, error.instance, tuple(known), schema, at_key=True)


def _missing_keys(error: ValidationError) -> Iterator[Fault]:
    # jsonschema gives one error for each missing key, but names the key only in its message.
    missing = [key for key in _value(error) if key not in _keys(error)]
    for key in [key for key in missing if error.message.startswith(repr(key))] or missing:
        yield Fault("required", tuple(error.absolute_path), error.instance, key, _schema(error), at_key=True)


def _dependent_keys(error: ValidationError) -> Iterator[Fault]:
    for key, needed in _value(error).items():
        for other in needed:
            if key in _keys(error) and other not in _keys(error):
                path = (*error.absolute_path, key)
                yield Fault("dependentRequired", path, error.instance, other, _schema(error), at_key=True)


def _fault(error: ValidationError, keyword: str) -> Fault:
    path = tuple(error.absolute_path)
    if "propertyNames" in list(error.relative_schema_path)[-2:]:
        name = str(error.instance)
        return Fault("propertyNames", (*path, name), name, error.validator_value, _schema(error), at_key=True)
    return Fault(keyword, path, error.instance, error.validator_value, _schema(error))


def _keys(error: ValidationError) -> Mapping[str, Any]:
    return error.instance if isinstance(error.instance, dict) else {}


def _value(error: ValidationError) -> Any:
    return error.validator_value


def _schema(error: ValidationError) -> Mapping[str, Any]:
    return error.schema if isinstance(error.schema, Mapping) else {}


_BY_KEY = {
    "additionalProperties": _unknown_keys,
    "unevaluatedProperties": _unknown_keys,
    "required": _missing_keys,
    "dependentRequired": _dependent_keys,
}
