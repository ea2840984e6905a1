"""What a plain scalar means: a number, nothing, or the text as it stands."""

from __future__ import annotations

import re
from typing import TypeAlias

Scalar: TypeAlias = "str | int | float | None"

MOST_DIGITS = 18
_NOTHING = frozenset(("", "~", "null"))
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?")
_ZERO = re.compile(r"-[0.]+")


def resolve(text: str) -> Scalar:
    """Return the value of a plain scalar.

    `40` is a whole number and `12.5` a decimal, with at most 18 digits; nothing, `~` and `null` are None. All else is
    text as it was written: codes (`022`), clock times, dates, `no`, `1e3`, `.nan`, `-0`.
    """
    if text in _NOTHING:
        return None
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > MOST_DIGITS + 2:
        return text
    digits = len(text) - text.count("-") - text.count(".")
    if digits > MOST_DIGITS or _ZERO.fullmatch(text):
        return text
    return float(text) if match[1] else int(text)
