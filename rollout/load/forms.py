"""The form a text must have, in words: from the annotation x-form, or read off a simple pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rollout.texts import LANGUAGES, pair, text

_SIMPLE = re.compile(r"\^(?:\[(?:\\.|[^\]\\^])+\](?:\{\d*,?\d*\}|[*+?])?)+\$")
_CLASS = re.compile(r"\[((?:\\.|[^\]\\])+)\]")
_RANGES = {"a-z": "load.form_small", "A-Z": "load.form_capital", "0-9": "load.form_digits"}


def form_of(schema: Mapping[str, Any], pattern: str) -> Mapping[str, str]:
    """What `pattern` allows, as a pair {vi, en}: kinds of letters and signs, or the pattern itself."""
    given = schema.get("x-form")
    if isinstance(given, Mapping):
        return given
    if not _SIMPLE.fullmatch(pattern):
        return pair("load.form_pattern", pattern=pattern)
    allowed = "".join(_CLASS.findall(pattern))
    names = [name for letters, name in _RANGES.items() if letters in allowed]
    for letters in _RANGES:
        allowed = allowed.replace(letters, "")
    signs = " ".join(sorted(set(allowed.replace("\\", "")) - {" "}))
    return {lang: text("load.form_only", lang, kinds=_kinds(names, signs, lang)) for lang in LANGUAGES}


def _kinds(names: list[str], signs: str, lang: str) -> str:
    kinds = [text(name, lang) for name in names]
    return ", ".join([*kinds, text("load.form_signs", lang, signs=signs)] if signs else kinds)
