"""The cases of a blueprint: its own tests."""

from __future__ import annotations

from pathlib import Path

from rollout.load import Document, read
from rollout.model.blueprint import Blueprint, Case
from rollout.problems import Problem
from rollout.schemas import schema

SETTINGS = ("as_of", "province", "centre", "variant")


def read_cases(blueprint: Blueprint) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return the cases of cases/<section>.yaml in the sections' order, and the problems of those files."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for section in blueprint.sections:
        path = Path(blueprint.folder) / "cases" / f"{section}.yaml"
        if not path.is_file():
            continue
        found = read(path, schema("cases"))
        problems += found.problems
        if found.ok:
            _gather(found, blueprint, cases, problems)
    return tuple(cases), tuple(problems)


def _gather(found: Document, blueprint: Blueprint, cases: list[Case], problems: list[Problem]) -> None:
    for criterion, rows in found.data["cases"].items():
        if criterion not in blueprint.criteria:
            problems.append(Problem("B015", found.places.key(("cases", criterion)), {"name": criterion, "meant": "–"}))
            continue
        for i, row in enumerate(rows):
            settings = {key: row[key] for key in SETTINGS if key in row}
            place = found.places.of(("cases", criterion, i))
            bounds = row.get("at_least"), row.get("at_most")
            cases.append(Case(criterion, row["answers"], row["expect"], settings, *bounds, place))
