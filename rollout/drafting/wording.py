"""The wording of regulations: YAML files of templates/regulation/, filled by a sandboxed template engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rollout import shipped
from rollout.load import Document, read
from rollout.problems import Problem, ProblemsFound

FOLDER = "regulation"
Step = str | int
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a template file: its data and where it stands."""

    document: Document
    path: tuple[Step, ...]
    data: Any

    def below(self, *steps: Step) -> Piece:
        """Return the part at `steps` below this one."""
        data = self.data
        for step in steps:
            data = data[step]
        return Piece(self.document, (*self.path, *steps), data)

    def listed(self, name: str) -> tuple[Piece, ...]:
        """Return the entries of a list below this one; none where there is no such list."""
        return tuple(self.below(name, i) for i in range(len(self.data.get(name, ()))))

    def problem(self, code: str, **values: object) -> Problem:
        """Return a problem at this place of the template."""
        path = ".".join(str(step) for step in self.path)
        return Problem(code, self.document.places.of(self.path), values, path=path)


@dataclass(frozen=True, eq=False)
class Wording:
    """The template files, read once, and the engine that fills them in one language."""

    lang: str
    directory: Path | None = None
    _read: dict[str, Piece] = field(default_factory=dict)

    def file(self, name: str) -> Piece:
        """Return a template file; raises ProblemsFound when it is missing or broken."""
        if name not in self._read:
            found = read(shipped.find("templates", f"{FOLDER}/{name}.yaml", self.directory))
            if not found.ok:
                raise ProblemsFound(found.problems)
            self._read[name] = Piece(found, (), found.data)
        return self._read[name]

    @cached_property
    def _engine(self) -> ImmutableSandboxedEnvironment:
        return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False, keep_trailing_newline=False)

    def fill(self, piece: Piece, names: Mapping[str, Any]) -> str:
        """Return a text {vi, en} (or plain text) filled with `names`; raises ProblemsFound with its place."""
        source = piece.data[self.lang] if isinstance(piece.data, Mapping) else str(piece.data)
        return self._guarded(piece, lambda: self._engine.from_string(source).render(names))

    def holds(self, piece: Piece, names: Mapping[str, Any]) -> bool:
        """Tell whether a part counts: it has no `when`, or the expression in it is true."""
        if not isinstance(piece.data, Mapping) or "when" not in piece.data:
            return True
        source = str(piece.data["when"])
        compiled = self._guarded(piece, lambda: self._engine.compile_expression(source, undefined_to_none=False))
        return bool(self._guarded(piece, lambda: bool(compiled(**names))))

    def _guarded(self, piece: Piece, run: Callable[[], T]) -> T:
        try:
            return run()
        except TemplateError as error:
            raise ProblemsFound([piece.problem("D001", reason=str(error.message))]) from error
