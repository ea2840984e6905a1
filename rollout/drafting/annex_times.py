"""The table of times of an annex: every duty the articles print, by whom, by when, and the law that sets the time."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.drafting.annex import Maker, opened
from rollout.drafting.instrument import Entry, Grid
from rollout.drafting.steps import SaidTime
from rollout.model.protocol import Duty, Part, Step


def times(maker: Maker) -> tuple[Grid, ...]:
    """Return the times of the steps, then those of the special cases that an article prints."""
    entries = tuple(entry for part in maker.protocol.parts if maker.article(part) for entry in _part(part, maker))
    widths = tuple(map(float, maker.piece.data["widths"]))
    return (Grid(f"{maker.piece.data['id']}-table", "", maker.columns(), widths, entries),)


def _part(part: Part, maker: Maker) -> Iterator[Entry]:
    head = maker.head(part)
    duties = [duty for duty in part.duties if maker.steps.counts(duty)]
    if isinstance(part, Step):
        duties.sort(key=lambda duty: duty.role != part.leads[0])
    for duty in duties:
        yield _entry(part, duty, head, maker)
        head = ""
    if isinstance(part, Step) and part.hours == "around_the_clock":
        cells = (maker.say("hours"), maker.say("hours_who"), maker.say("hours_when"), "")
        yield Entry(f"{maker.piece.data['id']}-{part.id}-hours", cells, head, (part.id,))


def _entry(part: Part, duty: Duty, head: str, maker: Maker) -> Entry:
    said = maker.steps.said(duty)
    cells = (opened(said.do), said.subject, _when(duty, maker), _basis(duty, maker))
    origins = (part.id, duty.id, *((duty.limit,) if duty.limit else ()))
    return Entry(f"{maker.piece.data['id']}-{duty.id}", cells, head, origins)


def _when(duty: Duty, maker: Maker) -> str:
    """A body that is only asked has no time."""
    if duty.request or duty.role in maker.steps.outside:
        return maker.say("asked")
    return opened(maker.writer.names.time(duty.within)) if duty.within else ""


def _basis(duty: Duty, maker: Maker) -> str:
    law, at = maker.steps.law_of(duty)
    return opened(maker.say("basis", due=SaidTime("", False, "", law, at))) if law else ""
