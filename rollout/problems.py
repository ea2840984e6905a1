"""Problem, Place and Severity: what is wrong with an input, and where. Values only; nothing here prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum


class Severity(Enum):
    """An error makes the input wrong; a warning only asks somebody to look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: line and column are counted from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `code` names a page templates/problems/<code>.yaml, whose words are filled with `values`: text, numbers, lists of
    these, or pairs {vi, en} of text. `path` is where the value stands in the document, as `answers.services[1].name`,
    list items counted from 1. Problems sort by place (those without a place first), then by code.
    """

    code: str
    place: Place | None = None
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    severity: Severity = Severity.ERROR
    path: str = ""

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def _order(self) -> tuple[str, int, int, str, str]:
        place = self.place
        return (
            ("", 0, 0, self.code, self.path)
            if place is None
            else (place.file, place.line, place.column, self.code, self.path)
        )

    def __lt__(self, other: Problem) -> bool:
        return self._order() < other._order()


class ProblemsFound(Exception):
    """Raised where work cannot go on; carries every problem known at that point, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__(", ".join(problem.code for problem in self.problems))
