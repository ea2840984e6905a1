"""What `rollout blueprint check` finds, as figures and problems, for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rollout.analysis.checks import check
from rollout.analysis.checks.subject import Subject
from rollout.analysis.checks.wordings_missing import texts
from rollout.cli.console import Console
from rollout.cli.problems_text import capped, problem_lines, words
from rollout.files import read_bytes
from rollout.load.document import LARGEST_FILE
from rollout.model.blueprint import Blueprint, Case
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_cases import read_cases
from rollout.model.reading_country import open_country
from rollout.model.reading_protocol import open_protocol
from rollout.problems import Problem, ProblemsFound

FORMAT = "rollout.blueprint_check/1"
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Checked:
    """A blueprint (None where its files cannot be used), its cases and all its problems."""

    blueprint: Blueprint | None
    cases: tuple[Case, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(row.is_error for row in self.problems)


def checked(name: str) -> Checked:
    """Open the blueprint `name` and run every check; raises ProblemsFound when there is none of that name."""
    opened = open_blueprint(name)
    blueprint = opened.blueprint
    if blueprint is None:
        return Checked(None, (), opened.problems)
    try:
        country = open_country(blueprint.country, opened.folder.resolve().parent)
    except ProblemsFound as found:
        return Checked(blueprint, (), (*opened.problems, *found.problems))
    cases, problems = read_cases(blueprint)
    protocol = open_protocol(blueprint)
    known = [*opened.problems, *country.problems, *problems, *(protocol.problems if protocol else ())]
    if country.country is not None:
        known += check(Subject(blueprint, country.country, cases))
    return Checked(blueprint, cases, tuple(sorted(known)))


def figures(found: Checked) -> dict[str, int]:
    """Count criteria, wordings that are missing, criteria without a source, and cases."""
    if found.blueprint is None:
        return dict.fromkeys(
            ("criteria", "missing_vi", "missing_en", "without_source", "cases", "cases_per_criterion_min"), 0
        )
    criteria = found.blueprint.criteria
    wordings = [text for _, _, text in texts(found.blueprint)]
    cases = Counter(case.criterion for case in found.cases)
    return {
        "criteria": len(criteria),
        "missing_vi": sum(not text.vi.strip() for text in wordings),
        "missing_en": sum(not text.en.strip() for text in wordings),
        "without_source": sum(not row.sources for row in criteria.values()),
        "cases": len(found.cases),
        "cases_per_criterion_min": min((cases[name] for name in criteria), default=0),
    }


def check_data(found: Checked, lang: str) -> dict[str, Any]:
    """Return figures and problems as JSON values."""
    return {"format": FORMAT, **figures(found), "problems": [_row(row, lang) for row in found.problems]}


def _row(problem: Problem, lang: str) -> dict[str, Any]:
    _, message, why, fix = words(problem, lang)
    place = str(problem.place) if problem.place else None
    severity = problem.severity.value
    return {"code": problem.code, "severity": severity, "place": place, "message": message, "why": why, "fix": fix}


def check_lines(found: Checked, console: Console) -> Iterator[str]:
    """Yield the problems, the figures, and at the end whether all is well."""
    shown, left = capped(found.problems, None if console.verbose else MOST_SHOWN)
    for problem in shown:
        yield from problem_lines(problem, _line(problem), console)
        yield ""
    if left:
        yield console.say("more_problems_here", count=left)
        yield ""
    if console.quiet:
        return
    yield console.say("check_figures", **figures(found))
    warnings = len(found.problems) - found.errors
    if found.errors:
        yield console.style(console.say("check_errors", errors=found.errors, warnings=warnings), "error")
    else:
        yield console.style(console.say("check_valid", warnings=warnings), "good")


def _line(problem: Problem) -> str | None:
    if problem.place is None:
        return None
    try:
        lines = read_bytes(problem.place.file, LARGEST_FILE).decode("utf-8", "replace").splitlines()
    except ProblemsFound:
        return None
    return lines[problem.place.line - 1] if problem.place.line <= len(lines) else None
