"""Characters that must not be in a file: they cannot be seen, turn text around, or come from a damaged copy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rollout.problems import Place, Problem, Severity

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ufffe\\uffff"
_INVISIBLE = (
    "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164"
    "\\ufeff\\uffa0\\ufff9-\\ufffb\\U000e0000-\\U000e007f"
)
FORBIDDEN = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_IS_CONTROL = re.compile(f"[{_CONTROL}]")
_DAMAGED = re.compile("\ufffd")
_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD_INDENT = re.compile(f"^([ \t]*)([{_ODD_SPACE}])[{_ODD_SPACE} \t]*(?=\\S)", re.MULTILINE)
# What is refused although str.isprintable() lets it pass.
_PRINTABLE_BUT_REFUSED = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffd"
# Unicode normalisation takes quadratic time on long runs of combining marks; no script needs as many as these.
MOST_MARKS = 1000
_LONG_RUN = re.compile(f"[^\\x00-\\x7f]{{{MOST_MARKS},}}")
MOST_PROBLEMS = 300
"""Problems of one file that are told; with more, the file must be mended before the rest is worth reading."""


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """Return `text` without what must not be in it, and a problem for each place where something was."""
    if text.replace("\n", "").isprintable() and not any(char in text for char in _PRINTABLE_BUT_REFUSED):
        return text, []
    problems = [*_forbidden(text, file), *_each(_DAMAGED, text, file, "Y030", Severity.WARNING)]
    problems += _each(_ODD_INDENT, text, file, "Y031")
    if problems:
        text = FORBIDDEN.sub("", text)
        text = _ODD_INDENT.sub(lambda found: " " * len(found[0]), text)
    return text, problems


def too_many_marks(text: str, file: str) -> Problem | None:
    """A run of combining marks that no writing needs and that would take minutes to normalise."""
    for number, line in enumerate(text.split("\n"), 1):
        for run in _LONG_RUN.finditer(line) if len(line) >= MOST_MARKS else ():
            marks = 0
            for index, char in enumerate(run[0], run.start()):
                marks = marks + 1 if unicodedata.combining(char) else 0
                if marks >= MOST_MARKS:
                    return Problem("Y032", Place(file, number, index + 1), {"most": MOST_MARKS})
    return None


def place_at(text: str, index: int, file: str) -> Place:
    """The place of the character at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - start + 1)


def name_of(char: str) -> str:
    """U+200B ZERO WIDTH SPACE."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def code_for(char: str) -> str:
    """The problem of one forbidden character."""
    return "Y008" if _IS_CONTROL.match(char) else "Y004"


def _forbidden(text: str, file: str) -> Iterator[Problem]:
    for count, found in enumerate(FORBIDDEN.finditer(text)):
        if count > MOST_PROBLEMS:
            return
        yield Problem(code_for(found[0]), place_at(text, found.start(), file), {"character": name_of(found[0])})


def _each(
    pattern: re.Pattern[str], text: str, file: str, code: str, severity: Severity = Severity.ERROR
) -> Iterator[Problem]:
    for count, found in enumerate(pattern.finditer(text)):
        if count > MOST_PROBLEMS:
            return
        group = found.lastindex or 0
        values = {"character": name_of(found[group])}
        yield Problem(code, place_at(text, found.start(group), file), values, severity)
