"""Problems for people: place, what is wrong, the line with a caret, why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rollout import texts
from rollout.cli.console import Console, harmless
from rollout.documents.terminal import indent, width, wrap
from rollout.problems import Problem

PERSONAL = frozenset(("P010", "P011", "P012"))
"""Problems about what no profile may hold: their lines are not repeated on the screen."""
_NUMBER = re.compile(r"(?<![\w.])\+?\d[\d .\-]{7,}\d")
_MAIL = re.compile(r"[^\s@:'\"]+(?=@[^\s@]+\.)")
LEFT = 24
"""Columns kept before the caret in a line that is too long."""
NEAR = 300
"""Characters on each side of the caret within which a number or an address is recognised."""


def problem_lines(problem: Problem, line: str | None, console: Console) -> list[str]:
    """Return the lines that tell one problem; `line` is the line of the file it stands in."""
    word, message, why, fix = words(problem, console.lang)
    place = console.style(harmless(str(problem.place)), "place") + ": " if problem.place else ""
    head = console.style(f"{word} {problem.code}", problem.severity.value)
    lines = [f"{place}{head}: {harmless(message)}"]
    if problem.path:
        lines.append(f"    {console.say('at')} {harmless(problem.path)}")
    if line is not None and line.strip() and "\ufffd" not in line and problem.place is not None:
        lines += excerpt(line, problem.place.line, problem.place.column, console)
    for label, text in (("why", why), ("fix", fix)):
        if text:
            first, *rest = wrap(f"{console.say(label)} {harmless(text).replace(chr(10), ' ')}", console.width - 4)
            lines += indent([first, *indent(rest, 2)], 4)
    return lines


def words(problem: Problem, lang: str) -> tuple[str, str, str, str]:
    """Return the word for its severity, the message, why and fix; the code alone where its page is missing."""
    word = texts.text(f"cli.{problem.severity.value}_word", lang)
    try:
        found = texts.message(problem, lang)
    except texts.TextMissing:
        values = "; ".join(f"{name}: {value}" for name, value in problem.values.items())
        return word, values, "", ""
    return word, found.text, found.why, found.fix


def excerpt(line: str, number: int, column: int, console: Console) -> list[str]:
    """Return the line with its number and, under it, a caret at `column`."""
    # A line may be the whole file: masking and measuring look only at what may be shown.
    begin = max(0, column - 1 - NEAR)
    shown, column = _masked(line[begin : column - 1 + NEAR].replace("\t", " ")), column - begin
    room = console.width - 12
    start = 0 if width(shown) <= room else max(0, column - 1 - LEFT)
    before, after = shown[start : column - 1], shown[column - 1 :]
    lead = "…" if start or begin else ""
    while after and width(lead + before + after) > room:
        after = after[:-1]
    head = f"{number:>8} | "
    caret = console.style("^", "error")
    return [
        f"{head}{harmless(lead + before + after)}",
        f"{' ' * 8} | {' ' * width(lead + before)}{caret}",
    ]


def _masked(line: str) -> str:
    line = _MAIL.sub(lambda found: "x" * len(found[0]), line)
    return _NUMBER.sub(_hidden, line)


def _hidden(found: re.Match[str]) -> str:
    number = found[0]
    if sum(char.isdigit() for char in number) < 9:
        return number
    return number[:2] + re.sub(r"\d", "x", number[2:-1]) + number[-1]


def capped(problems: Sequence[Problem], most: int | None) -> tuple[Sequence[Problem], int]:
    """Return at most `most` problems, errors before warnings where some must go, and how many are left out."""
    if most is None or len(problems) <= most:
        return problems, 0
    kept = sorted(sorted(problems, key=lambda row: not row.is_error)[:most])
    return kept, len(problems) - most
