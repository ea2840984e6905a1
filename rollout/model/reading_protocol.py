"""A protocol file becomes a Protocol, or the problems that prevent it; read only when somebody asks for it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from rollout.files import is_file, read_bytes
from rollout.load import Document, Places, document
from rollout.load.document import LARGEST_FILE
from rollout.model.blueprint import Blueprint
from rollout.model.days import Span
from rollout.model.protocol import (
    Budget,
    Duty,
    Form,
    Function,
    Handover,
    Next,
    Path,
    Precedence,
    Protocol,
    Rule,
    Standing,
    Step,
    Within,
)
from rollout.model.reading_blueprint import PROTOCOL
from rollout.model.source import citations
from rollout.model.text import Text
from rollout.problems import Place, Problem
from rollout.schemas import schema

YES = ("yes", "true", True)
Row = dict[str, Any]
Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class OpenedProtocol:
    """A protocol (None where it cannot be used) and every problem of its file."""

    protocol: Protocol | None
    problems: tuple[Problem, ...]


def open_protocol(blueprint: Blueprint) -> OpenedProtocol | None:
    """Read the protocol of a blueprint, that of the last of its folders that has one; None where none has."""
    file = _file(blueprint.folders)
    return None if file is None else protocol_of(read_bytes(file, LARGEST_FILE), str(file))


def has_protocol(blueprint: Blueprint) -> bool:
    """Tell whether a blueprint has a protocol, without reading it."""
    return _file(blueprint.folders) is not None


def _file(folders: Sequence[str]) -> FilePath | None:
    files = [FilePath(folder) / PROTOCOL for folder in reversed(folders)]
    return next((file for file in files if is_file(file)), None)


def protocol_of(data: bytes, file: str) -> OpenedProtocol:
    """Read a protocol; never raises."""
    found = document(data, file, schema("protocol"))
    if not found.ok:
        return OpenedProtocol(None, found.problems)
    return OpenedProtocol(_Reader(found).protocol(hashlib.sha256(data).hexdigest()), found.problems)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads a document that satisfies the schema."""

    found: Document

    @property
    def places(self) -> Places:
        return self.found.places

    def protocol(self, sha256: str) -> Protocol:
        data = self.found.data
        rules = [self._precedence(row, ("precedence", i)) for i, row in enumerate(data.get("precedence", ()))]
        return Protocol(
            file=self.found.file,
            sha256=sha256,
            standing=_standing(data),
            forms={name: self._form(name, row) for name, row in data["forms"].items()},
            events={name: Text.of(words) for name, words in data["events"].items()},
            steps=tuple(self._step(row, ("steps", i)) for i, row in enumerate(data["steps"])),
            paths=tuple(self._path(row, ("paths", i)) for i, row in enumerate(data.get("paths", ()))),
            precedence=tuple(rules),
            functions=tuple(self._function(row, ("functions", i)) for i, row in enumerate(data.get("functions", ()))),
            computes=data.get("computes"),
            places={f"event {name}": self.places.key(("events", name)) for name in data["events"]},
        )

    def _step(self, row: Row, where: Where) -> Step:
        lead = row.get("lead", ())
        return Step(
            **self._part(row, where, "duties"),
            leads=(lead,) if isinstance(lead, str) else tuple(lead),
            support=tuple(row.get("support", ())),
            informed=tuple(row.get("informed", ())),
            hours=row["hours"],
            waits_for=tuple(row.get("waits_for", ())),
            next=tuple(
                Next(one["to"], Text.of(one["when"]), self.places.of((*where, "next", i)))
                for i, one in enumerate(row.get("next", ()))
            ),
            ends=row.get("ends") in YES,
        )

    def _path(self, row: Row, where: Where) -> Path:
        return Path(**self._part(row, where, "changes"))

    def _part(self, row: Row, where: Where, duties: str) -> dict[str, Any]:
        return {
            "id": row["id"],
            "title": Text.of(row["title"]),
            "when": Text.of(row["when"]),
            "duties": tuple(self._duty(one, (*where, duties, i)) for i, one in enumerate(row[duties])),
            "handovers": tuple(
                self._handover(one, (*where, "handovers", i)) for i, one in enumerate(row.get("handovers", ()))
            ),
            "records": tuple(row.get("records", ())),
            "rules": tuple(
                Rule(one["id"], Text.of(one["text"]), citations(one.get("sources"))) for one in row.get("rules", ())
            ),
            "budget": _budget(row.get("budget"), self.places.of((*where, "budget"))),
            "joint_session": row.get("joint_session"),
            "sources": citations(row.get("sources")),
            "place": self.places.of((*where, "id")),
        }

    def _duty(self, row: Row, where: Where) -> Duty:
        return Duty(
            row["id"],
            row["role"],
            Text.of(row["do"]),
            _within(row.get("within")),
            row.get("limit"),
            row.get("chair") in YES,
            row.get("request") in YES,
            self.places.of((*where, "id")),
            Span.of(row),
        )

    def _handover(self, row: Row, where: Where) -> Handover:
        return Handover(
            row.get("form", ""),
            row.get("from", ""),
            row.get("to", ""),
            _within(row.get("within")),
            _within(row.get("feedback")),
            row.get("consent", ""),
            tuple(row.get("basis", ())),
            Text.of(row.get("when")),
            self.places.of(where),
        )

    def _form(self, name: str, row: Row) -> Form:
        return Form(
            name,
            Text.of(row["title"]),
            tuple(Text.of(words) for words in row["fields"]),
            row.get("statutory", ""),
            row.get("reports") in YES,
            Text.of(row.get("note")),
            citations(row.get("sources")),
            self.places.key(("forms", name)),
        )

    def _precedence(self, row: Row, where: Where) -> Precedence:
        between, cited = tuple(row["between"]), citations(row["sources"])
        return Precedence(
            row["id"], between, Text.of(row["function"]), Text.of(row["rule"]), cited, self.places.of((*where, "id"))
        )

    def _function(self, row: Row, where: Where) -> Function:
        place = self.places.of((*where, "id"))
        return Function(row["id"], Text.of(row["title"]), tuple(row["roles"]), row.get("settled_by"), place)


def _within(row: Row | None) -> Within | None:
    if row is None:
        return None
    if "immediate" in row:
        return Within(row["from"])
    return Within(row["from"], row["value"], row["unit"], row["clock"])


def _budget(row: Row | None, place: Place) -> Budget | None:
    if row is None:
        return None
    return Budget(row["limit"], row["from"], tuple(row["duties"]), tuple(row.get("steps", ())), place)


def _standing(data: Row) -> Standing:
    roles, services = data["roles"], data["services"]
    sets = {
        **{key: frozenset(roles[key]) for key in ("outside", "addresses", "headed")},
        **{key: frozenset(services[key]) for key in ("at_all_hours", "care", "not_after")},
    }
    return Standing(roles["centre"], present=roles.get("present", {}), **sets)
