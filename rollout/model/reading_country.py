"""A country folder becomes a Country, or the problems that prevent it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rollout import shipped
from rollout.load import Document, read
from rollout.model.answers import YES
from rollout.model.country import (
    Country,
    Era,
    Figure,
    FullName,
    Holder,
    Instrument,
    Limit,
    Pattern,
    Role,
    System,
    Unit,
)
from rollout.model.days import Span, day
from rollout.model.patterns import pattern_problems
from rollout.model.source import Source
from rollout.model.text import Text
from rollout.problems import Problem
from rollout.schemas import schema

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class OpenedCountry:
    """A country (None where it cannot be used) and every problem of its files."""

    country: Country | None
    problems: tuple[Problem, ...]


def open_country(name: str, directory: Path | None = None) -> OpenedCountry:
    """Read the country folder `name`; raises ProblemsFound when there is none."""
    folder = shipped.find("blueprints", name, directory)
    documents = {"country": read(folder / "country.yaml", schema("country"))}
    for kind in ("agencies", "legal_register", "legal_limits"):
        if (folder / f"{kind}.yaml").is_file():
            documents[kind] = read(folder / f"{kind}.yaml", schema(kind))
    root = documents["country"]
    systems = root.data.get("systems", {}) if root.ok else {}
    for system, row in systems.items():
        documents[f"system {system}"] = read(folder / row["file"], schema("provinces"))
    unusable = pattern_problems(root) if root.ok else ()
    problems = tuple(sorted([*unusable, *(row for found in documents.values() for row in found.problems)]))
    if any(row.is_error for row in problems):
        return OpenedCountry(None, problems)
    return OpenedCountry(_country(documents), problems)


def _country(documents: Mapping[str, Document]) -> Country:
    root = documents["country"].data
    patterns = [_pattern(row) for key in ("personal_data", "shelter_address") for row in root.get(key, ())]
    return Country(
        id=root["id"],
        title=Text.of(root["title"]),
        systems=tuple(System(name, row["file"], Span.of(row)) for name, row in root["systems"].items()),
        units=tuple(
            _unit(row, found.data["system"])
            for name, found in documents.items()
            if name.startswith("system ")
            for row in found.data["provinces"]
        ),
        roles={name: _role(name, row) for name, row in _rows(documents, "agencies", "roles").items()},
        instruments={row["id"]: _instrument(row) for row in _list(documents, "legal_register", "instruments")},
        limits={name: _limit(name, row) for name, row in _rows(documents, "legal_limits", "limits").items()},
        patterns=tuple(patterns),
        aliases=_aliases(root.get("aliases", {})),
        population_bases={name: Text.of(words) for name, words in root.get("population_bases", {}).items()},
        sources={name: Source.of(name, row) for name, row in root.get("sources", {}).items()},
        horizon=_horizon(documents),
        eras=tuple(Era(row["id"], row.get("levels", ""), Span.of(row)) for row in root.get("eras", ())),
    )


def _rows(documents: Mapping[str, Document], kind: str, key: str) -> Row:
    found: Row = documents[kind].data[key] if kind in documents else {}
    return found


def _list(documents: Mapping[str, Document], kind: str, key: str) -> list[Row]:
    found: list[Row] = documents[kind].data[key] if kind in documents else []
    return found


def _horizon(documents: Mapping[str, Document]) -> date | None:
    return day(documents["legal_register"].data.get("data_horizon")) if "legal_register" in documents else None


def _pattern(row: Row) -> Pattern:
    return Pattern(row["id"], row["pattern"], Text.of(row["title"]), row.get("severity", "error"))


def _aliases(data: Any) -> dict[str, str]:
    if isinstance(data, Mapping):
        return {alias: slug for alias, slug in data.items() if isinstance(slug, str)}
    return {row["alias"]: row["slug"] for row in data if isinstance(row.get("slug"), str)}


def _unit(row: Row, system: str) -> Unit:
    successor = row.get("successor")
    return Unit(
        system=system,
        code=row["code"],
        slug=row["slug"],
        name=row["name"],
        full_names=tuple(_full_name(name) for name in row["full_names"]),
        population=_figures(row, "population"),
        communes=_figures(row, "communes"),
        districts=_figures(row, "districts"),
        successor=successor["slug"] if successor else None,
        predecessors=tuple(one["slug"] for one in row.get("predecessors", ())),
    )


def _full_name(row: Row) -> FullName:
    return FullName(row["name"], row["type"], Span.of(row), row.get("source") or "", row.get("whole") in YES)


def _figures(row: Row, kind: str) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            value=figure["value"],
            span=Span.of(figure),
            year=figure.get("year") if isinstance(figure.get("year"), int) else None,
            basis=figure.get("basis") or "",
            source=figure.get("source") or "",
        )
        for figure in row.get(kind, ())
        if figure["value"] is not None
    )


def _role(name: str, row: Row) -> Role:
    return Role(name, Text.of(row["title"]), tuple(_holder(holder) for holder in row["holders"]))


def _holder(row: Row) -> Holder:
    return Holder(
        name=Text.of(row["name"]),
        span=Span.of(row),
        varies=row.get("varies") in ("yes", "true"),
        unit_type=row.get("unit_type"),
        certainty=row["certainty"],
        sources=tuple(row.get("sources", ())),
        note=Text.of(row.get("note") or row.get("notes")),
    )


def _instrument(row: Row) -> Instrument:
    return Instrument(
        id=row["id"],
        kind=row["kind"],
        number=row["number"],
        title=row["title"],
        issued=day(row.get("issued")),
        span=Span.of(row),
        replaced_by=row.get("replaced_by"),
        certainty=row.get("certainty", {}),
        from_known=row.get("from") is not None,
        issuer=row.get("issuer") or "",
        title_en=row.get("title_en") or "",
        cite=row.get("cite") or "",
    )


def _limit(name: str, row: Row) -> Limit:
    return Limit(
        id=name,
        instrument=row["instrument"],
        article=row.get("article") or "",
        value=row.get("value"),
        unit=row.get("unit") or "",
        clock=row.get("clock") or "elapsed",
        span=Span.of(row),
        certainty=row["certainty"],
        immediate=row.get("immediate") in ("yes", "true"),
        actor=Text.of(row.get("actor")),
    )
