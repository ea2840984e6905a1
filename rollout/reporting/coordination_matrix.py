"""Who leads, who supports and who is told in each step: steps down, agencies across."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.coordination.subject import Subject
from rollout.model.protocol import Step
from rollout.reporting.report import Paragraph, Section
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording
from rollout.reporting.words import Line

PARTS = ("leads", "support", "informed")
FIRST = 30


def section(subject: Subject, wording: Wording) -> Section:
    """Return the matrix and the key to its columns; an agency that holds several roles has one column."""
    steps = subject.protocol.steps
    agencies = list(dict.fromkeys(name for step in steps for name, _ in _parts(step, subject, wording)))
    numbers = {name: str(number) for number, name in enumerate(agencies, 1)}
    key = Paragraph(" · ".join(f"{number}: {name}" for name, number in numbers.items()), "note")
    title = wording.say("coordination.matrix.title")
    width = (100 - FIRST) / max(len(agencies), 1)
    columns = (
        Column(wording.say("coordination.column.step"), "text", FIRST),
        *(Column(number, "text", round(width, 2)) for number in numbers.values()),
    )
    rows = tuple(
        Row((text(f"{number}. {wording.pick(step.title)}"), *_cells(step, agencies, subject, wording)))
        for number, step in enumerate(steps)
    )
    return Section("matrix", title, (Table(columns, rows, title), key), lead=wording.say("coordination.matrix.lead"))


def _cells(step: Step, agencies: list[str], subject: Subject, wording: Wording) -> Iterator[Cell]:
    found: dict[str, str] = {}
    for name, part in _parts(step, subject, wording):
        found.setdefault(name, part)
    return (_cell(found.get(name, ""), wording) for name in agencies)


def _cell(part: str, wording: Wording) -> Cell:
    if not part:
        return Cell()
    return Cell((Line(wording.say(f"coordination.matrix.{part}"), "strong" if part == "leads" else "plain"),))


def _parts(step: Step, subject: Subject, wording: Wording) -> Iterator[tuple[str, str]]:
    """Each agency with its part, the greatest first."""
    for part, roles in zip(PARTS, (step.leads, step.support, step.informed), strict=True):
        yield from ((subject.agency(role)[wording.lang], part) for role in roles)
