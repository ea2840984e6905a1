"""The wording of regulations: YAML files of templates/regulation/, filled by a sandboxed template engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.environment import TemplateExpression
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rollout import shipped
from rollout.drafting.marks import MARK
from rollout.load import Document, read
from rollout.problems import Problem, ProblemsFound

FOLDER = "regulation"
LONGEST_REPEAT = 200
# What an expression of a template can raise besides the engine's own errors.
_FAULTS = (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RecursionError)
Step = str | int
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template file: its data and where it stands."""

    document: Document
    path: tuple[Step, ...]
    data: Any

    def below(self, *steps: Step) -> Piece:
        """Return the part at `steps` below this one; raises ProblemsFound D004 when it is not there."""
        piece = self
        for step in steps:
            try:
                piece = Piece(self.document, (*piece.path, step), piece.data[step])
            except (LookupError, TypeError):
                raise ProblemsFound([piece.problem("D004", name=str(step))]) from None
        return piece

    def listed(self, name: str) -> tuple[Piece, ...]:
        """Return the entries of a list below this one; none where there is no such list."""
        return tuple(self.below(name, i) for i in range(len(self.data.get(name, ()))))

    def problem(self, code: str, **values: object) -> Problem:
        """Return a problem at this place of the template."""
        path = ".".join(str(step + 1 if isinstance(step, int) else step) for step in self.path)
        return Problem(code, self.document.places.of(self.path), values, path=path)


class _Engine(ImmutableSandboxedEnvironment):
    """The sandbox, in which no expression can grow without bound either."""

    intercepted_binops = frozenset(["*", "**"])

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse powers, and repeating something more often than a text could need."""
        if operator == "**" or any(isinstance(one, int) and abs(one) > LONGEST_REPEAT for one in (left, right)):
            reason = f"{operator} is not allowed here"
            raise SecurityError(reason)
        return super().call_binop(context, operator, left, right)


ENGINE = _Engine(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)


@lru_cache(maxsize=4096)
def _template(source: str) -> Template:
    return ENGINE.from_string(source)


@lru_cache(maxsize=512)
def _expression(source: str) -> TemplateExpression:
    return ENGINE.compile_expression(source, undefined_to_none=False)


@dataclass(frozen=True, eq=False)
class Wording:
    """The template files, read once, and the engine that fills them in one language.

    `referred` keeps every part that a text refers to and the first place that does.
    """

    lang: str
    directory: Path | None = None
    referred: dict[str, Piece] = field(default_factory=dict)
    _read: dict[str, Piece] = field(default_factory=dict)

    def file(self, name: str) -> Piece:
        """Return a template file; raises ProblemsFound when it is missing or broken."""
        if name not in self._read:
            found = read(shipped.find("templates", f"{FOLDER}/{name}.yaml", self.directory))
            if not found.ok:
                raise ProblemsFound(found.problems)
            self._read[name] = Piece(found, (), found.data)
        return self._read[name]

    def fill(self, piece: Piece, names: Mapping[str, Any]) -> str:
        """Return a text {vi, en} (or plain text) filled with `names`; raises ProblemsFound with its place."""
        source = piece.below(self.lang).data if isinstance(piece.data, Mapping) else str(piece.data)
        filled = self._guarded(piece, lambda: _template(source).render(names))
        for part in MARK.findall(filled):
            self.referred.setdefault(part, piece)
        return filled

    def holds(self, piece: Piece, names: Mapping[str, Any]) -> bool:
        """Tell whether a part counts: it has no `when`, or the expression in it is true."""
        if not isinstance(piece.data, Mapping) or "when" not in piece.data:
            return True
        source = str(piece.data["when"])
        compiled = self._guarded(piece, lambda: _expression(source))
        return bool(self._guarded(piece, lambda: bool(compiled(**names))))

    def _guarded(self, piece: Piece, run: Callable[[], T]) -> T:
        try:
            return run()
        except ProblemsFound as found:
            raise ProblemsFound([_placed(row, piece) for row in found.problems]) from found
        except _FAULTS as error:
            reason = getattr(error, "message", None) or str(error)
            raise ProblemsFound([piece.problem("D001", reason=reason)]) from error


def _placed(problem: Problem, piece: Piece) -> Problem:
    """A problem found while a text is filled stands where the text does."""
    if problem.place is not None:
        return problem
    return piece.problem(problem.code, **problem.values)
