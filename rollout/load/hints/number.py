"""Numbers as people write them: decimal commas, dots between thousands, units, quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rollout.language import fold
from rollout.language.spoken import BETWEEN
from rollout.load.faults import Fault
from rollout.load.scalars import MOST_DIGITS
from rollout.load.showing import found

Answer = tuple[str, dict[str, object]]
LONGEST = 60
_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_COMMA = re.compile(r"-?[0-9]+,[0-9]+")
_ONE_GROUP = re.compile(r"-?[1-9][0-9]{0,2},[0-9]{3}")
_GROUPS = re.compile(r"-?[0-9]{1,3}(?:([.,' _\u00a0\u202f])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]+)?")
_UNDERSCORES = re.compile(r"-?[0-9]+(?:_[0-9]+)+")
_WITH_UNIT = re.compile(r"(-?[0-9][0-9.,]*)\s*(?:[^\W\d_]|[%°₫/])\D*[23]?")
_OTHER = re.compile(r"[-+]?(?:0x[0-9a-f]+|0o[0-7]+|0b[01]+|[0-9]*\.?[0-9]+(?:e[-+]?[0-9]{1,2})?|[0-9]+\.)")
_NO_NUMBER = frozenset((".nan", ".inf", "-.inf", "+.inf", "nan", "inf", "-inf", "infinity", "-infinity"))
_BASES = {"0x": 16, "0o": 8, "0b": 2}


def hint(fault: Fault) -> Answer | None:
    """Return what to say of text where a number is asked for; None where the general words do."""
    if not isinstance(fault.value, str) or fault.keyword not in ("type", "anyOf", "oneOf"):
        return None
    text = unicodedata.normalize("NFKC", fault.value[: LONGEST + 1]).strip()
    if sum(char.isdigit() for char in fault.value[:20_000]) > MOST_DIGITS:
        return "S030", {"found": found(fault.value), "most": MOST_DIGITS}
    for judge in _JUDGES:
        answer = judge(text)
        if answer is not None:
            code, suggestion = answer
            values: dict[str, object] = {"found": found(fault.value), "suggestion": suggestion}
            return (code, values) if code != "S051" else (code, {**values, **_readings(suggestion)})
    return "S021", {"found": found(fault.value)}


def _quoted(text: str) -> tuple[str, str] | None:
    return ("S027", text) if _PLAIN.fullmatch(text) and not text.startswith("-0") else None


def _either(text: str) -> tuple[str, str] | None:
    """1,320: thousands to some, a decimal to others."""
    if not _ONE_GROUP.fullmatch(text):
        return None
    return "S051", text


def _readings(text: str) -> dict[str, object]:
    return {"thousands": text.replace(",", ""), "decimal": _trimmed(text.replace(",", "."))}


def _decimal_comma(text: str) -> tuple[str, str] | None:
    return ("S023", _trimmed(text.replace(",", "."))) if _COMMA.fullmatch(text) else None


def _thousands(text: str) -> tuple[str, str] | None:
    groups = _GROUPS.fullmatch(text)
    if groups is None:
        return ("S024", text.replace("_", "")) if _UNDERSCORES.fullmatch(text) else None
    whole = text.replace(groups[1], "").replace(",", ".")
    return "S024", whole if whole.count(".") <= 1 else whole.replace(".", "")


def _no_number(text: str) -> tuple[str, str] | None:
    return ("S026", "") if text.lower() in _NO_NUMBER else None


def _other_notation(text: str) -> tuple[str, str] | None:
    lowered = text.lower()
    if not _OTHER.fullmatch(lowered):
        return None
    base = _BASES.get(lowered.lstrip("+-")[:2])
    value = float(int(lowered, base)) if base else float(lowered)
    if value.is_integer():
        return "S025", str(abs(int(value)) if value == 0 else int(value))
    return "S025", _trimmed(f"{value:f}")


def _two_numbers(text: str) -> tuple[str, str] | None:
    two = BETWEEN.fullmatch(fold(text))
    return ("S029", f"{_spelt(two[1])}, {_spelt(two[2])}") if two else None


def _with_unit(text: str) -> tuple[str, str] | None:
    parts = _WITH_UNIT.fullmatch(text)
    return ("S028", _spelt(parts[1])) if parts else None


def _spelt(text: str) -> str:
    """The part of a text that is a number, spelt as asked; as it stands where that is not clear."""
    if _PLAIN.fullmatch(text):
        return text
    answers = (judge(text) for judge in (_thousands, _decimal_comma, _other_notation))
    return next((answer[1] for answer in answers if answer is not None), text)


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


_JUDGES: tuple[Callable[[str], tuple[str, str] | None], ...] = (
    _quoted,
    _either,
    _thousands,
    _decimal_comma,
    _no_number,
    _other_notation,
    _two_numbers,
    _with_unit,
)
