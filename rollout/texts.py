"""Every word for people, by id and language, read when it is first asked for.

templates/texts/<name>.yaml holds `<name>.<id>: {vi: …, en: …}`; templates/problems/<CODE>.yaml holds title, message,
why and fix, each {vi, en}, and an example with its correction. A folder chosen by the user, or ./templates, may
replace single texts; what it leaves out comes from the shipped files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from rollout import language
from rollout.files import read_bytes
from rollout.problems import Problem
from rollout.shipped import search_order

LANGUAGES = ("vi", "en")
LONGEST_FILE = 512 * 1024
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_CODE = re.compile(r"[A-Z][0-9]{3}")


class TextMissing(LookupError):
    """A text, a language or a value that a text needs is not there: a fault of ours, never of the input."""


@dataclass(frozen=True, slots=True)
class Message:
    """A problem in words: what is wrong, why it matters, what to do."""

    text: str
    why: str
    fix: str


def text(name: str, lang: str, **values: object) -> str:
    """Return the text `name` (as `gap.title`) in `lang`, its {placeholders} filled from `values`.

    Numbers are written the way the language writes them, lists joined by commas, pairs {vi, en} taken in `lang`;
    whatever must keep its form (a year, a code) is passed as a str. Raises TextMissing.
    """
    return fill(_words(_lookup(name), lang, name), lang, values)


def pair(name: str, **values: object) -> dict[str, str]:
    """Return the text in every language, as a pair {vi, en}."""
    return {lang: text(name, lang, **values) for lang in LANGUAGES}


def message(problem: Problem, lang: str) -> Message:
    """Return the words of `problem`. Raises TextMissing when its page or one of its values is missing."""
    page = problem_page(problem.code)
    filled = (
        fill(_words(page.get(part), lang, f"{problem.code} {part}"), lang, problem.values)
        for part in ("message", "why", "fix")
    )
    return Message(*filled)


def problem_page(code: str) -> Mapping[str, Any]:
    """Return templates/problems/<code>.yaml as it stands: title, message, why, fix, example, corrected."""
    if not _CODE.fullmatch(code):
        why = f"{code!r} is not a problem code"
        raise TextMissing(why)
    for directory in search_order("templates"):
        path = directory / "problems" / f"{code}.yaml"
        if path.is_file():
            return _table(path)
    why = f"no page templates/problems/{code}.yaml"
    raise TextMissing(why)


def fill(words: str, lang: str, values: Mapping[str, object]) -> str:
    """Put `values` into the {placeholders} of `words`; what is put in is never looked into again."""

    def value_of(match: re.Match[str]) -> str:
        name = match[1]
        if name not in values:
            why = f"no value for {{{name}}} in {words!r}"
            raise TextMissing(why)
        return _written(values[name], lang)

    return _PLACEHOLDER.sub(value_of, words)


def _written(value: object, lang: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _words(value, lang, "a value")
    if isinstance(value, (list, tuple)):
        return ", ".join(_written(item, lang) for item in value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return language.of(lang).number(value)
    return str(value)


def _words(entry: object, lang: str, what: str) -> str:
    words = entry.get(lang) if isinstance(entry, Mapping) else None
    if not isinstance(words, str):
        why = f"{what} has no words in {lang!r}"
        raise TextMissing(why)
    return words.rstrip("\n")


def _lookup(name: str) -> object:
    file, _, rest = name.partition(".")
    for directory in search_order("templates"):
        path = directory / "texts" / f"{file}.yaml"
        if file.isidentifier() and path.is_file():
            table = _table(path)
            entry = table.get(name, table.get(rest))
            if entry is not None:
                return entry
    why = f"no text {name!r} in templates/texts/{file}.yaml"
    raise TextMissing(why)


@cache
def _table(path: Path) -> Mapping[str, Any]:
    # BaseLoader: every scalar stays text, so `no` and `12` are words here too.
    table = yaml.load(read_bytes(path, LONGEST_FILE), Loader=yaml.CBaseLoader)  # noqa: S506  (makes nothing but text, lists and dicts)
    if not isinstance(table, dict):
        why = f"{path.name} is not a table of texts"
        raise TextMissing(why)
    return table
