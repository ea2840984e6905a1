"""A blueprint folder becomes a Blueprint, or the problems that prevent it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from rollout import shipped
from rollout.files import is_file, read_bytes
from rollout.load import Document, Places, read
from rollout.load.document import LARGEST_FILE
from rollout.model import reading_section
from rollout.model.blueprint import Blueprint, GateEntry, Group, Parameter, Section, Variant
from rollout.model.condition import Misread, Reader
from rollout.model.criterion import Criterion
from rollout.model.nearest import nearest
from rollout.model.quantity import Quantity
from rollout.model.question import Question
from rollout.model.reading_conditions import problem as misread_problem
from rollout.model.references import broken_references
from rollout.model.source import Source, citations
from rollout.model.text import Text
from rollout.problems import Place, Problem, ProblemsFound
from rollout.schemas import schema

DEEPEST_EXTENDS = 5
PROTOCOL = "protocol.yaml"
NOT_REMOVED = frozenset(("weights", "case_settings", "places", "units", "folders"))


@dataclass(slots=True)
class Parts:
    """What a blueprint is put together from, by id; a folder that extends another replaces whole parts."""

    sections: dict[str, Section] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    criteria: dict[str, Criterion] = field(default_factory=dict)
    gate: dict[str, GateEntry] = field(default_factory=dict)
    variants: dict[str, Variant] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    quantities: dict[str, Quantity] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    units: dict[str, Text] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)
    case_settings: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def remove(self, name: str) -> bool:
        """Take out whatever is called `name`, with all that stands in it; tell whether there was anything."""
        holding = [table for table in self._tables() if name in table]
        for table in holding:
            del table[name]
        inside = [key for table in (self.groups, self.questions) for key in table if key.startswith(f"{name}.")]
        inside += [row.id for row in self.criteria.values() if name in (row.group, row.section)]
        for key in inside:
            self.remove(key)
        return bool(holding or inside)

    def names(self) -> list[str]:
        """Everything that can be removed."""
        return [name for table in self._tables() for name in table]

    def _tables(self) -> list[dict[str, Any]]:
        return [getattr(self, row.name) for row in fields(self) if row.name not in NOT_REMOVED]


@dataclass(frozen=True, slots=True)
class OpenedBlueprint:
    """A blueprint (None where it cannot be used) and every problem of its files."""

    blueprint: Blueprint | None
    problems: tuple[Problem, ...]
    folder: Path


def open_blueprint(name: str, directory: Path | None = None) -> OpenedBlueprint:
    """Read the blueprint folder `name` (an id, `id@version` or a path); raises ProblemsFound when there is none."""
    wanted, _, version = name.partition("@")
    folder = Path(wanted) if is_file(Path(wanted) / "blueprint.yaml") else shipped.find("blueprints", wanted, directory)
    problems: list[Problem] = []
    parts, digest = Parts(), hashlib.sha256()
    root = _read_folder(folder, parts, problems, digest, DEEPEST_EXTENDS)
    if root is None or any(row.is_error for row in problems):
        return OpenedBlueprint(None, tuple(sorted(problems)), folder)
    if version and version != str(root["version"]):
        values = {"wanted": name, "found": f"{root['id']}@{root['version']}"}
        raise ProblemsFound([Problem("P017", None, values)])
    blueprint = _assembled(root, parts, digest.hexdigest())
    problems += broken_references(blueprint)
    usable = not any(row.is_error for row in problems)
    return OpenedBlueprint(blueprint if usable else None, tuple(sorted(problems)), folder)


def _assembled(root: dict[str, Any], parts: Parts, sha256: str) -> Blueprint:
    return Blueprint(
        id=root["id"],
        version=root["version"],
        title=Text.of(root["title"]),
        country=root["country"],
        sha256=sha256,
        gate=tuple(parts.gate.values()),
        **{row.name: getattr(parts, row.name) for row in fields(Parts) if row.name != "gate"},
    )


def _read_folder(
    folder: Path, parts: Parts, problems: list[Problem], digest: hashlib._Hash, depth: int
) -> dict[str, Any] | None:
    root = _read(folder / "blueprint.yaml", "blueprint", problems, digest)
    if not root.ok:
        return None
    data: dict[str, Any] = root.data
    if "extends" in data:
        if depth == 0:
            problems.append(Problem("B006", root.places.of(("extends",)), {"name": data["extends"]}))
            return None
        try:
            base = shipped.find("blueprints", data["extends"], folder.parent)
        except ProblemsFound as missing:
            problems += [replace(row, place=root.places.of(("extends",))) for row in missing.problems]
            return None
        below = _read_folder(base, parts, problems, digest, depth - 1)
        data = {**(below or {}), **data}
    problems += _remove(root, parts)
    _read_root(root.data, root.places, parts, problems)
    for name in [row["id"] for row in root.data.get("sections", ())]:
        found = _read(folder / f"{name}.yaml", "section", problems, digest)
        if found.ok:
            reading_section.add(name, found, parts, problems)
    _read_quantities(folder / "quantities.yaml", parts, problems, digest)
    if (folder / "sources.yaml").is_file():
        cited = _read(folder / "sources.yaml", "sources", problems, digest)
        for source_id, row in (cited.data["sources"] if cited.ok else {}).items():
            parts.sources[source_id] = Source.of(source_id, row)
            parts.places[source_id] = cited.places.key(("sources", source_id))
    if is_file(folder / PROTOCOL):
        # it counts for what the blueprint is, but is read only by those who ask for it
        digest.update(PROTOCOL.encode() + b"\0" + read_bytes(folder / PROTOCOL, LARGEST_FILE))
    parts.folders.append(str(folder))
    return data


def _remove(root: Document, parts: Parts) -> Iterator[Problem]:
    """Take out of what has been read so far, that is of the folders below."""
    for i, name in enumerate(root.data.get("remove", ())):
        if not parts.remove(name):
            values = {"name": name, "meant": nearest(name, parts.names())}
            yield Problem("B007", root.places.of(("remove", i)), values)


def _read(path: Path, kind: str, problems: list[Problem], digest: hashlib._Hash) -> Document:
    found = read(path, schema(kind))
    problems += found.problems
    if path.is_file():
        digest.update(path.name.encode() + b"\0" + read_bytes(path, LARGEST_FILE))
    return found


def _read_root(data: dict[str, Any], places: Places, parts: Parts, problems: list[Problem]) -> None:
    parts.sections.update({row["id"]: Section(row["id"], Text.of(row["title"])) for row in data.get("sections", ())})
    parts.weights.update(data.get("weights", {}))
    parts.units.update({name: Text.of(words) for name, words in data.get("units", {}).items()})
    parts.case_settings.update(data.get("cases", {}))
    for name, row in data.get("variants", {}).items():
        parts.variants[name] = Variant(name, Text.of(row.get("title")), row.get("roles", {}), row.get("parameters", {}))
        parts.places[f"variant {name}"] = places.key(("variants", name))
    for name, row in data.get("parameters", {}).items():
        low, high = row.get("low", row["value"]), row.get("high", row["value"])
        title, cited = Text.of(row.get("title")), citations(row.get("sources"))
        parts.parameters[name] = Parameter(name, title, row["value"], low, high, row.get("unit", ""), cited)
        parts.places[f"parameter {name}"] = places.key(("parameters", name))
    for i, row in enumerate(data.get("gate", ())):
        try:
            entry = _gate_entry(row)
        except Misread as fault:
            problems.append(misread_problem(fault, places, ("gate", i, "met")))
            continue
        parts.gate[entry.id] = entry
        parts.places[f"gate {entry.id}"] = places.of(("gate", i))


def _gate_entry(row: dict[str, Any]) -> GateEntry:
    if "criterion" in row:
        return GateEntry(row["criterion"], row["criterion"], row.get("accept") == "partly")
    met = Reader("").read(row["met"])
    return GateEntry(row["id"], None, False, Text.of(row["title"]), met, citations(row.get("sources")))


def _read_quantities(path: Path, parts: Parts, problems: list[Problem], digest: hashlib._Hash) -> None:
    if not path.is_file():
        return
    found = _read(path, "quantities", problems, digest)
    for name, row in (found.data["quantities"] if found.ok else {}).items():
        try:
            parts.quantities[name] = Quantity.of(name, row)
        except Misread as fault:
            problems.append(misread_problem(fault, found.places, ("quantities", name)))
        parts.places[f"quantity {name}"] = found.places.key(("quantities", name))
