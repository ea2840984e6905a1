"""libyaml's words for broken YAML → the mistake a person made, at the line where it was made."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from rollout.load.oddities import DEEPEST
from rollout.load.showing import shown
from rollout.problems import Place, Problem

LONGEST_JUDGED = 2000
_TAB = re.compile(r" *\t")
_OPEN_QUOTE = re.compile(r"""^\s*(?:-\s+)?(?:[^\s'"#][^:'"#]*:\s+|-\s+)?(["'])(?:(?!\1).)*$""")
_CLOSED_QUOTE = re.compile(r"""(?:^|[\s:,\[{])(["'])((?:(?!\1).)*)\1\s*[^\s#,\]}]""")
_TWO_COLONS = re.compile(r"""^\s*(?:-\s+)?[^\s:#'"][^:#'"]*:\s+[^\s'"\[{|>].*:(?:\s|$)""")
_NO_KEY = re.compile(r"\s*:(?:\s|$)")
_LINE_OF_ITS_OWN = re.compile(r"""^\s*(?:#|-\s|[^\s:#][^:#]*:(?:\s|$))""")


@dataclass(frozen=True, slots=True)
class _Fault:
    """libyaml's account: what it missed (`problem`) at `line`, `column`, while in `context` from line `began`."""

    lines: list[str]
    problem: str
    context: str
    line: int
    column: int
    began: int
    began_column: int

    def text(self, line: int) -> str:
        return self.lines[line][:LONGEST_JUDGED] if 0 <= line < len(self.lines) else ""


def explain(text: str, file: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem that stands for a syntax error in `text`."""
    mark = error.problem_mark or error.context_mark
    began = error.context_mark or mark
    fault = _Fault(
        text.split("\n"),
        error.problem or "",
        error.context or "",
        mark.line if mark else 0,
        mark.column if mark else 0,
        began.line if began else 0,
        began.column if began else 0,
    )
    if "nesting depth" in fault.problem:
        return _too_deep(fault, file)
    code, line, column = _diagnose(fault)
    from_there = fault.text(line)[column:].split() or [""]
    values = {"found": shown(fault.text(line)), "sign": shown(from_there[0])}
    return Problem(code, Place(file, line + 1, column + 1), values)


def _too_deep(fault: _Fault, file: str) -> Problem:
    """A newer libyaml reads ahead and gives up before it tells of the brackets: they are counted here."""
    brackets = [at for at, sign in enumerate(fault.text(fault.line)) if sign in "[{"]
    column = brackets[DEEPEST - 1] if len(brackets) >= DEEPEST else fault.column
    return Problem("Y015", Place(file, fault.line + 1, column + 1), {"most": DEEPEST})


def _diagnose(fault: _Fault) -> tuple[str, int, int]:
    for judge in (_tab, _quote, _bracket, _sign, _colon, _indentation):
        verdict = judge(fault)
        if verdict is not None:
            return verdict
    return "Y023", fault.line, fault.column


def _tab(fault: _Fault) -> tuple[str, int, int] | None:
    for line in (fault.line, fault.line - 1, fault.began):
        found = _TAB.match(fault.text(line))
        if found is not None:
            return "Y018", line, found.end() - 1
    return None


def _quote(fault: _Fault) -> tuple[str, int, int] | None:
    if "escape" in fault.problem or "hexdecimal" in fault.problem:
        return "Y035", fault.line, fault.column
    if "quoted scalar" in fault.context:
        line = _first_open_quote(fault, fault.began)
        return ("Y019", fault.began, fault.began_column) if line is None else ("Y019", *line)
    if "'" not in fault.text(fault.line) and '"' not in fault.text(fault.line):
        return None
    opened = _first_open_quote(fault, fault.line)
    if opened is not None:
        return ("Y019", *opened)
    found = _CLOSED_QUOTE.search(fault.text(fault.line))
    return None if found is None else ("Y034", fault.line, fault.column)


def _first_open_quote(fault: _Fault, last: int) -> tuple[int, int] | None:
    """The line at or before `last` whose quote is not closed on it: where a person would look first."""
    for line in range(last, -1, -1):
        found = _OPEN_QUOTE.match(fault.text(line))
        if found is not None:
            return line, found.start(1)
    return None


def _bracket(fault: _Fault) -> tuple[str, int, int] | None:
    if "flow" in fault.context or "',' or" in fault.problem:
        return "Y025", fault.began, fault.began_column
    return None


def _sign(fault: _Fault) -> tuple[str, int, int] | None:
    """A value that begins with a sign that YAML keeps for itself."""
    if "tag" in fault.context or "tag" in fault.problem:
        return "Y013", fault.began, fault.began_column
    known = ("cannot start any token", "alphabetic or numeric", "comment or line break", "directive")
    if any(words in fault.problem for words in known) or "directive" in fault.context or "anchor" in fault.context:
        return "Y029", fault.began if "anchor" in fault.context else fault.line, fault.column
    return None


def _colon(fault: _Fault) -> tuple[str, int, int] | None:
    text = fault.text(fault.line)
    if "mapping values are not allowed" in fault.problem and _TWO_COLONS.match(text):
        return "Y020", fault.line, fault.column
    if "could not find expected ':'" in fault.problem:
        return "Y036", fault.began, fault.began_column
    if _NO_KEY.match(text):
        return "Y033", fault.line, fault.column
    above = fault.text(fault.line - 1)
    if "mapping values are not allowed" in fault.problem and above.strip() and not _LINE_OF_ITS_OWN.match(above):
        return "Y036", fault.line - 1, len(above) - len(above.lstrip())
    return None


def _indentation(fault: _Fault) -> tuple[str, int, int] | None:
    if "'-' indicator" in fault.problem or "block sequence entries" in fault.problem:
        return "Y026", fault.line, fault.column
    known = ("expected key", "mapping values are not allowed", "<document start>", "block end", "block mapping")
    if any(words in fault.problem or words in fault.context for words in known):
        return "Y024", fault.line, fault.column
    return None
