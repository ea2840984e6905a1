"""Blueprint, country and profiles for the commands: each is read once a run, the schema compiled once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from rollout import shipped
from rollout.analysis.coordination.answer import answered
from rollout.analysis.coordination.present import present
from rollout.files import read_bytes
from rollout.load import document
from rollout.load.document import LARGEST_FILE
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile import Profile
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_country import open_country
from rollout.model.reading_profile import open_profile
from rollout.model.reading_protocol import OpenedProtocol, open_protocol
from rollout.problems import Place, Problem, ProblemsFound

STDIN, STDIN_NAME = "-", "<stdin>"
# The profile says which schema it must satisfy, so this one key is read before the file is.
_BLUEPRINT = re.compile(rb"^blueprint:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


@dataclass(frozen=True, eq=False)
class Model:
    """A blueprint with its country and the schema of its profiles."""

    blueprint: Blueprint
    country: Country
    schema: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """A profile as far as it could be read: `profile` and `model` are None where it cannot be used."""

    file: str
    profile: Profile | None
    model: Model | None
    problems: tuple[Problem, ...]
    data: bytes = b""

    def lines(self, problems: Iterable[Problem]) -> dict[int, str]:
        """Return the lines of the file that problems stand in, by their number from 1."""
        numbers = {row.place.line for row in problems if row.place and row.place.file == self.file}
        if not numbers:
            return {}
        text = self.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return {number: line for number, line in enumerate(text.split("\n"), 1) if number in numbers}


@dataclass(eq=False)
class Opening:
    """Opens models by name, and profiles; keeps every model it has opened, and why it could not open one."""

    models: dict[str, Model | ProblemsFound] = field(default_factory=dict)
    protocols: dict[str, OpenedProtocol | None] = field(default_factory=dict)

    def model(self, name: str) -> Model:
        """Return the model of a blueprint (id, id@version or a folder); raises ProblemsFound."""
        if name not in self.models:
            try:
                self.models[name] = _open_model(name)
            except ProblemsFound as found:
                self.models[name] = found
        known = self.models[name]
        if isinstance(known, ProblemsFound):
            raise known
        return known

    def profile(self, path: str) -> ReadProfile:
        """Read the profile at `path` (- is stdin). Never raises; what is wrong is among its problems."""
        name = STDIN_NAME if path == STDIN else path
        try:
            data = _stdin() if path == STDIN else read_bytes(path, LARGEST_FILE)
        except ProblemsFound as found:
            return ReadProfile(name, None, None, tuple(_too_large(name, row) for row in found.problems))
        wanted = _BLUEPRINT.search(data)
        # A blueprint given as id@version is looked up by its id: another version is a problem with a place.
        asked = wanted[1].decode("utf-8", "replace").partition("@")[0] if wanted else default_blueprint()
        try:
            model = self.model(asked)
        except ProblemsFound as found:
            place = _place(name, data, wanted) if wanted else None
            problems = [*document(data, name).problems, *(_placed(row, place) for row in found.problems)]
            return ReadProfile(name, None, None, tuple(sorted(problems)), data)
        opened = open_profile(data, name, model.blueprint, model.country, model.schema)
        profile, told = opened.profile, opened.problems
        bound = profile is not None and profile.coordination is not None
        protocol = self.protocol(model.blueprint, profile) if profile is not None and bound else None
        if profile is not None and protocol is not None:
            told = tuple(sorted((*told, *protocol.problems)))
            if protocol.protocol is not None:
                profile = answered(profile, protocol.protocol, model.blueprint, model.country)
        return ReadProfile(name, profile, model, told, data)

    def protocol(self, blueprint: Blueprint, profile: Profile) -> OpenedProtocol | None:
        """Return the protocol of a blueprint for a profile, read when first asked for; None where it has none.

        Nothing in it is asked of a role that the profile says does not exist.
        """
        if blueprint.sha256 not in self.protocols:
            self.protocols[blueprint.sha256] = open_protocol(blueprint)
        opened = self.protocols[blueprint.sha256]
        if opened is None or opened.protocol is None:
            return opened
        return replace(opened, protocol=present(opened.protocol, profile))


def _stdin() -> bytes:
    """What comes in, up to the size at which it is refused; nothing where there is no stdin."""
    return sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin else b""


def default_blueprint() -> str:
    """The blueprint of a profile that names none: the first, by name, of the folders that are blueprints."""
    for name in shipped.known("blueprints"):
        if (shipped.find("blueprints", name) / "blueprint.yaml").is_file():
            return name
    raise ProblemsFound([Problem("F020", None, {"name": "blueprint.yaml", "folder": "blueprints", "known": []})])


def blueprint_names() -> list[str]:
    """The names of the blueprints that can be opened."""
    known = shipped.known("blueprints")
    return [name for name in known if (shipped.find("blueprints", name) / "blueprint.yaml").is_file()]


def _open_model(name: str) -> Model:
    opened = open_blueprint(name)
    if opened.blueprint is None:
        raise ProblemsFound(opened.problems)
    country = open_country(opened.blueprint.country, _beside(opened.folder))
    if country.country is None:
        raise ProblemsFound(country.problems)
    return Model(opened.blueprint, country.country, profile_schema(opened.blueprint))


def _beside(folder: Path) -> Path:
    """A blueprint brings its country in the folder beside it."""
    return folder.resolve().parent


def _place(file: str, data: bytes, found: re.Match[bytes]) -> Place:
    start = data.rfind(b"\n", 0, found.start(1)) + 1
    column = len(data[start : found.start(1)].decode("utf-8", "replace")) + 1
    return Place(file, data.count(b"\n", 0, found.start(1)) + 1, column)


def _placed(problem: Problem, place: Place | None) -> Problem:
    """A blueprint that is not there is a mistake of the profile that names it."""
    if problem.place is not None or place is None:
        return problem
    return Problem(problem.code, place, problem.values, problem.severity, "blueprint")


def _too_large(name: str, problem: Problem) -> Problem:
    if problem.code != "F006":
        return problem
    size = problem.values["size"]
    kib = size // 1024 if isinstance(size, int) else size
    return Problem("Y001", Place(name, 1, 1), {"size": kib, "most": LARGEST_FILE // 1024})
