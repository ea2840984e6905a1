"""B036: a criterion, figure, parameter or plain entry of the gate without any source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from rollout.analysis.checks.subject import Subject
from rollout.model.source import Citation
from rollout.problems import Problem

CODE = "B036"


class Citing(Protocol):
    """Anything with an id and sources."""

    @property
    def id(self) -> str: ...
    @property
    def sources(self) -> tuple[Citation, ...]: ...


def find(subject: Subject) -> Iterator[Problem]:
    """Yield whatever states something and cites nothing; our own judgement is a source too."""
    blueprint = subject.blueprint
    tables: tuple[Mapping[str, Citing], ...] = (blueprint.criteria, blueprint.quantities, blueprint.parameters)
    for table in tables:
        for row in table.values():
            if not row.sources:
                yield Problem(CODE, subject.place(row.id), {"name": row.id})
    for entry in blueprint.gate:
        if entry.met and not entry.sources:
            yield Problem(CODE, subject.place(entry.id), {"name": entry.id})
