"""A profile in one line: province, date, readiness, opening, and what blocks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from rollout import language
from rollout.analysis.assessment import Assessment
from rollout.analysis.readiness import Range
from rollout.cli.console import Console
from rollout.documents.terminal import pad, width

NAME_ROOM = 22
MOST_NAMED = 3
MOST_BROKEN = 20


@dataclass(frozen=True, slots=True)
class Summary:
    """What the line says; ids of the gate's entries that block it, and of those still open."""

    province: str
    as_of: date
    readiness: Range | None
    state: str
    blocking: tuple[str, ...]
    open: tuple[str, ...]
    illustrative: bool


def summary_of(found: Assessment) -> Summary:
    """Return the summary of an assessed profile."""
    profile, gate = found.profile, found.opening
    illustrative = profile.data_status == "illustrative"
    return Summary(
        profile.full_name, profile.as_of, found.readiness, gate.state, gate.blocking, gate.open, illustrative
    )


def one_line(row: Summary, console: Console) -> str:
    """Province, date, low–high, opening, what blocks it."""
    words = language.of(console.lang)
    share = console.say("no_readiness")
    if row.readiness is not None:
        share = words.percent_range(row.readiness.low, row.readiness.high)
    named = row.blocking or row.open
    listed = ", ".join(named[:MOST_NAMED])
    if len(named) > MOST_NAMED:
        listed += ", …"
    state = console.say(f"opening_{row.state}", list=listed, count=len(named))
    style = {"ready": "good", "not_ready": "error"}.get(row.state, "warning")
    parts = [row.province, words.date(row.as_of), pad(share, 7, right=True), console.style(state, style)]
    if width(row.province) < NAME_ROOM:
        parts[0] = pad(row.province, NAME_ROOM)
    if row.illustrative:
        parts.append(console.say("illustrative"))
    return "  ".join(parts)


def counted(count: int, broken: Sequence[str], console: Console) -> str:
    """How many profiles were analysed, and which could not be."""
    if not broken:
        return console.style(console.say("analysed_all", count=count), "good")
    names = ", ".join(PurePath(name).name for name in broken[:MOST_BROKEN])
    if len(broken) > MOST_BROKEN:
        names = console.say("and_more", list=names, count=len(broken) - MOST_BROKEN)
    words = console.say("analysed_some", done=count - len(broken), count=count, broken=len(broken), list=names)
    return console.style(words, "error")
