"""What was asked on the command line, between click and the work: no module below knows the name of an option."""

from __future__ import annotations

import shlex
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal


@dataclass(frozen=True)
class Options:
    """Every option of every command; those a command does not have keep their defaults.

    `lang` is for messages and follows the environment; `document_lang` is for what is handed on and is Vietnamese
    unless --lang says otherwise.
    """

    lang: str = "vi"
    document_lang: str = "vi"
    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    color: bool | None = None
    no_input: bool = False
    profiles: tuple[str, ...] = ()
    format: str | None = None
    output: str | None = None
    force: bool = False
    blueprints: Path | None = None
    templates: Path | None = None
    gate: bool = False
    agency: str | None = None
    audience: Literal["internal", "public"] = "internal"
    reader: Literal["planner", "province"] = "planner"
    commune: bool = False
    blank: str | None = None
    date: date | None = None
    name: str = ""
    province: str = ""
    code: str = ""
    file: str = ""
    profile: str | None = None
    directory: str = ""
    blueprint: str | None = None
    forms: tuple[str, ...] = ()
    proposer: str | None = None
    deputy: bool = False
    final: bool = False
    verify: str | None = None
    gaps: Literal["notes", "transitional"] = "notes"

    def again(self, path: str) -> str:
        """Return `path` as it is typed in the next command, with the folders this one was told to look in."""
        looked_in = (("--blueprints", self.blueprints), ("--templates", self.templates))
        more = [f"{name} {shlex.quote(str(folder))}" for name, folder in looked_in if folder is not None]
        return " ".join([shlex.quote(path), *more])

    @classmethod
    def of(cls, given: dict[str, Any]) -> Options:
        """Return the options that click parsed; what was not given keeps its default."""
        known = {row.name for row in fields(cls)}
        return cls(**{name: value for name, value in given.items() if name in known and value is not None})
