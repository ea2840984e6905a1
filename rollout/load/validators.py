"""JSON Schema twice: jsonschema-rs says valid or not in microseconds, jsonschema tells every error.

Both get the same schema, prepared so that they agree: real dates by the annotation `x-kind: date`, no network, one
meaning of patterns. Compiled schemas are kept, since thousands of files are held against one.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

DATE_FORMAT = "real-date"
FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST_KEPT = 32
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_real_date(value: object) -> bool:
    """A day that exists, in the years that this work can speak of; whatever is not text passes."""
    if not isinstance(value, str):
        return True
    if not _DATE.fullmatch(value):
        return False
    try:
        return FIRST_YEAR <= dt.date.fromisoformat(value).year <= LAST_YEAR
    except ValueError:
        return False


class Validator:
    """One schema, compiled when first asked."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self.schema = schema
        self._prepared = _prepared(schema)
        self._fast = jsonschema_rs.Draft202012Validator(
            self._prepared, formats={DATE_FORMAT: is_real_date}, validate_formats=True, offline=True
        )

    def is_valid(self, data: Any) -> bool:
        """Whether the schema accepts `data`."""
        return bool(self._fast.is_valid(data))

    def errors(self, data: Any) -> Iterator[ValidationError]:
        """Every error, in the order of the schema's keywords."""
        return iter(self._thorough.iter_errors(data))

    @cached_property
    def _thorough(self) -> Any:
        # 130 ms to import: only files with errors pay for it.
        import jsonschema  # noqa: PLC0415
        import referencing  # noqa: PLC0415

        checker = jsonschema.FormatChecker(formats=())
        checker.checks(DATE_FORMAT)(is_real_date)
        extend: Any = jsonschema.validators.extend
        draft = extend(jsonschema.Draft202012Validator, {"uniqueItems": _unique, "pattern": _pattern})
        return draft(self._prepared, format_checker=checker, registry=referencing.Registry())


def validator(schema: Mapping[str, Any]) -> Validator:
    """Return the compiled form of `schema`, the same object for the same object."""
    known = _kept.get(id(schema))
    if known is None or known.schema is not schema:
        known = _kept[id(schema)] = Validator(schema)
        if len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(id(schema))
    return known


_kept: OrderedDict[int, Validator] = OrderedDict()


def _prepared(schema: Any) -> Any:
    """A copy in which dates are checked as dates and no other `format` counts."""
    if isinstance(schema, (list, tuple)):
        return [_prepared(part) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    copy = {key: _prepared(part) for key, part in schema.items() if key != "format" or not isinstance(part, str)}
    if copy.get("x-kind") == "date":
        copy["format"] = DATE_FORMAT
    if isinstance(copy.get("properties"), dict):
        # jsonschema forgets the name of a property whose schema is `false`.
        copy["properties"] = {key: {"not": {}} if part is False else part for key, part in copy["properties"].items()}
    return copy


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """As ECMA 262 means it: \\d and \\w are ASCII, $ is the very end (Python's also stands before a last newline)."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415  (as above)

    if isinstance(value, str):
        strict = re.sub(r"(?<!\\)\$", r"\\Z", pattern)
        if not re.search(strict, value, re.ASCII):
            yield ValidationError("pattern")


def _unique(_: Any, wanted: bool, value: Any, __: Any) -> Iterator[ValidationError]:
    """In linear time; jsonschema compares every pair of tables."""
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415  (as above)

    if wanted and isinstance(value, list):
        seen = {json.dumps(item, sort_keys=True) for item in value}
        if len(seen) < len(value):
            yield ValidationError("uniqueItems")
