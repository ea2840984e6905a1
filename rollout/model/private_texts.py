"""What no profile may hold: a person's data, and where a shelter is. Names of people cannot be found by a pattern."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from rollout.load import Document
from rollout.load.showing import written
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Pattern
from rollout.problems import Problem, Severity

Path = tuple[str | int, ...]
LONG_NARRATIVE = 600
# Addresses of web pages are full of figures that are nobody's number.
_LINK = re.compile(r"https?://\S+")


def text_problems(found: Document, blueprint: Blueprint, country: Country) -> Iterator[Problem]:
    """Yield a problem for each text that holds what the country's patterns name, and for each long narrative.

    Works on any document whose top is a table, whether or not it satisfies its schema. The values are masked.
    """
    strings = _strings(found.data)
    # one search of everything for each pattern; single texts are looked into only where that one finds something
    everything = unicodedata.normalize("NFKC", "\n".join(words for _, words in strings))
    suspects = [(pattern, finder) for pattern, finder in _finders(country) if finder.search(everything)]
    for path, words in strings:
        if len(words) > LONG_NARRATIVE:
            values: dict[str, object] = {"length": len(words), "most": LONG_NARRATIVE}
            yield Problem("P012", found.places.of(path), values, Severity.WARNING, written(path))
        for pattern, finder in suspects:
            hit = finder.search(unicodedata.normalize("NFKC", _looked_at(words, path, pattern)))
            if hit and not ("phone" in pattern.id and _is_duty_line(path, blueprint)):
                severity = Severity.WARNING if pattern.severity == "warning" else Severity.ERROR
                values = {"what": {"vi": pattern.title.vi, "en": pattern.title.en}}
                if not _about_places(pattern):
                    values["found"] = masked(hit.group())
                code = "P011" if _about_places(pattern) else "P010"
                yield Problem(code, found.places.of(path), values, severity, written(path))


@cache
def _finders(country: Country) -> tuple[tuple[Pattern, re.Pattern[str]], ...]:
    return tuple((pattern, re.compile(pattern.pattern, re.IGNORECASE)) for pattern in country.patterns)


def _about_places(pattern: Pattern) -> bool:
    return "address" in pattern.id or "shelter" in pattern.id


def _looked_at(words: str, path: Path, pattern: Pattern) -> str:
    return _LINK.sub(" ", words) if path[0] == "sources" and not _about_places(pattern) else words


def _is_duty_line(path: Path, blueprint: Blueprint) -> bool:
    """Only the number itself: a note beside it is text like any other."""
    if path[0] != "answers" or path[4:] not in ((), ("value",)):
        return False
    asked = blueprint.questions.get(".".join(str(step) for step in path[1:4]))
    return asked is not None and asked.type == "phone" and asked.duty_line


def _strings(data: Any) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    # one flat loop: this runs over every scalar of every profile
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, node = waiting.pop()
        kind = type(node)
        if kind is str:
            found.append((path, node))
        elif kind is dict:
            waiting += [((*path, key), inner) for key, inner in node.items()]
        elif kind is list:
            waiting += [((*path, i), inner) for i, inner in enumerate(node)]
    return found


def masked(text: str) -> str:
    """Return `text` with all but its first and last two signs hidden, so that a message repeats nothing personal."""
    return f"{text[:2]}{'x' * max(1, len(text) - 4)}{text[-2:]}" if len(text) > 4 else "xxxx"
