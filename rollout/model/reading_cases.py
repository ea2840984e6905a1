"""The cases of a blueprint: its own tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rollout.load import Document, read
from rollout.load.validators import Validator
from rollout.model.blueprint import Blueprint, Case
from rollout.model.nearest import nearest
from rollout.model.profile_schema import answer_schema, definitions
from rollout.problems import Place, Problem
from rollout.schemas import schema

SETTINGS = ("as_of", "province", "centre", "variant")


def read_cases(blueprint: Blueprint) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Return the cases of cases/<section>.yaml in the sections' order, and the problems of those files.

    Of a blueprint that extends another, the cases of a criterion are those of the last folder that gives any.
    """
    cases: dict[str, list[Case]] = {}
    problems: list[Problem] = []
    for folder in blueprint.folders:
        reader = _Reader(blueprint, inherited=folder != blueprint.folders[-1])
        for section in blueprint.sections:
            path = Path(folder) / "cases" / f"{section}.yaml"
            if path.is_file():
                reader.read(path)
        cases.update(reader.cases)
        problems += reader.problems
    return tuple(case for rows in cases.values() for case in rows), tuple(sorted(problems))


@dataclass(slots=True)
class _Reader:
    """Reads the cases of one folder; those `inherited` may be of criteria that are gone."""

    blueprint: Blueprint
    inherited: bool
    cases: dict[str, list[Case]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    validators: dict[str, Validator] = field(default_factory=dict)

    def read(self, path: Path) -> None:
        found = read(path, schema("cases"))
        self.problems += found.problems
        for criterion, rows in found.data["cases"].items() if found.ok else ():
            if criterion in self.blueprint.criteria:
                self.cases.setdefault(criterion, []).extend(self._cases(criterion, rows, found))
            elif not self.inherited:
                values = {"name": criterion, "meant": nearest(criterion, self.blueprint.criteria)}
                self.problems.append(Problem("B015", found.places.key(("cases", criterion)), values))

    def _cases(self, criterion: str, rows: list[Mapping[str, Any]], found: Document) -> Iterator[Case]:
        group = self.blueprint.criteria[criterion].group
        for i, row in enumerate(rows):
            path = ("cases", criterion, i, "answers")
            answers = {name if "." in name else f"{group}.{name}": given for name, given in row["answers"].items()}
            wrong = [
                problem
                for (name, given), written in zip(answers.items(), row["answers"], strict=True)
                for problem in self._faults(criterion, name, given, found.places.key((*path, written)))
            ]
            self.problems += wrong
            if not wrong:
                settings = {key: row[key] for key in SETTINGS if key in row}
                bounds = row.get("at_least"), row.get("at_most")
                yield Case(criterion, answers, row["expect"], settings, *bounds, found.places.of(path[:-1]))

    def _faults(self, criterion: str, name: str, given: object, place: Place) -> Iterator[Problem]:
        if name not in self.blueprint.questions:
            yield Problem("B010", place, {"name": name, "meant": nearest(name, self.blueprint.questions)})
            return
        if name not in self.validators:
            asked = {**answer_schema(self.blueprint.questions[name]), "$defs": definitions()}
            self.validators[name] = Validator(asked)
        if not self.validators[name].is_valid(given):
            yield Problem("B041", place, {"criterion": criterion, "question": name})
