"""Problems for machines: JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import rollout
from rollout import texts
from rollout.cli.problems_text import words
from rollout.problems import Problem

FORMAT = "rollout.validate/1"
SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and its problems; `lines` are those of its lines that a problem stands in."""

    file: str
    problems: tuple[Problem, ...]
    lines: dict[int, str]

    @property
    def errors(self) -> int:
        """How many errors it has."""
        return sum(problem.is_error for problem in self.problems)


Writer = Callable[[Sequence[Checked], str], str]


def as_json(checked: Sequence[Checked], lang: str) -> str:
    """Return every problem of every file."""
    rows = [
        {"file": row.file, "valid": not row.errors, "problems": [_row(problem, lang) for problem in row.problems]}
        for row in checked
    ]
    errors = sum(row.errors for row in checked)
    warnings = sum(len(row.problems) for row in checked) - errors
    found = {"format": FORMAT, "valid": not errors, "errors": errors, "warnings": warnings, "files": rows}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _row(problem: Problem, lang: str) -> dict[str, Any]:
    _, message, why, fix = words(problem, lang)
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "path": problem.path,
        "message": message,
        "why": why,
        "fix": fix,
    }


def as_github(checked: Sequence[Checked], lang: str) -> str:
    """Return workflow commands that annotate the lines of a pull request."""
    return "".join(_annotation(row.file, problem, lang) for row in checked for problem in row.problems)


def _annotation(file: str, problem: Problem, lang: str) -> str:
    word, message, _, fix = words(problem, lang)
    where = {"file": file, "title": f"{word} {problem.code}"}
    if problem.place:
        where |= {"line": str(problem.place.line), "col": str(problem.place.column)}
    said = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in where.items())
    return f"::{problem.severity.value} {said}::{_escaped(f'{message} {fix}'.strip())}\n"


def _escaped(text: str, more: str = "") -> str:
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text


def as_sarif(checked: Sequence[Checked], lang: str) -> str:
    """Return a SARIF 2.1.0 log: the codes as rules, each problem as a result with its region."""
    problems = [(row.file, problem) for row in checked for problem in row.problems]
    codes = sorted({problem.code for _, problem in problems})
    driver = {
        "name": "rollout",
        "version": rollout.__version__,
        "rules": [_rule(code, lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(file, problem, codes, lang) for file, problem in problems],
    }
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, lang: str) -> dict[str, Any]:
    try:
        title = texts.problem_page(code)["title"][lang]
    except (texts.TextMissing, KeyError):
        title = code
    return {"id": code, "shortDescription": {"text": title}}


def _result(file: str, problem: Problem, codes: Sequence[str], lang: str) -> dict[str, Any]:
    _, message, _, fix = words(problem, lang)
    location: dict[str, Any] = {"artifactLocation": {"uri": PurePath(file).as_posix()}}
    if problem.place:
        location["region"] = {"startLine": problem.place.line, "startColumn": problem.place.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity.value,
        "message": {"text": f"{message} {fix}".strip()},
        "locations": [{"physicalLocation": location}],
    }


WRITERS: dict[str, Writer] = {"json": as_json, "github": as_github, "sarif": as_sarif}


def codes_of(checked: Iterable[Checked]) -> list[str]:
    """The codes of all problems, in the order of files."""
    return list(dict.fromkeys(problem.code for row in checked for problem in row.problems))
