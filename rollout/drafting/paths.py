"""The special paths of the protocol where a chapter prints them: one clause each, or one clause with points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rollout.drafting.clauses import Line, ended
from rollout.drafting.steps import StepWriter
from rollout.drafting.wording import Piece
from rollout.model.protocol import Duty, Path


@dataclass(frozen=True, slots=True)
class SaidChange:
    """What a special path changes, as the wording sees it."""

    subject: str
    do: str
    when: str
    law: str
    at: str


def printed_path(piece: Piece, steps: StepWriter) -> list[Line]:
    """Return the clauses of the path that a chapter prints at `piece`."""
    writer = steps.writer
    path = next(row for row in writer.names.protocol.paths if row.id == piece.data["print"])
    manner = writer.wording.file("chapter_3").below("path", piece.data.get("as", "single"))
    rows = list(_rows(path, manner, steps))
    if piece.data.get("as") != "many":
        return rows
    said = {"when": path.when.get(writer.names.style.lang)}
    writer.names.clause = piece.data["id"]
    return [Line(piece.data["id"], writer.fill(manner.below("opening"), path=said), (path.id,), ended(rows))]


def _rows(path: Path, manner: Piece, steps: StepWriter) -> Iterator[Line]:
    writer = steps.writer
    for change in (duty for duty in path.duties if steps.counts(duty)):
        writer.names.clause = change.id
        kind = "request" if change.request else "change"
        yield Line(change.id, writer.fill(manner.below(kind), change=_said(change, steps)), (path.id, change.id))
    for rule in path.rules:
        writer.names.clause = rule.id
        said = {"text": rule.text.get(writer.names.style.lang)}
        yield Line(rule.id, writer.fill(manner.below("rule"), rule=said), (path.id, rule.id))


def _said(change: Duty, steps: StepWriter) -> SaidChange:
    duty = steps.said(change)
    when = steps.writer.names.time(change.within) if change.within else ""
    law, at = steps.law_of(change)
    return SaidChange(duty.subject, duty.do, when, law, at)
