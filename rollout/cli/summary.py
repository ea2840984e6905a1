"""A profile in one line: province, date, readiness, opening, and what blocks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from rollout import language
from rollout.analysis.assessment import Assessment
from rollout.analysis.gate import NOT_READY
from rollout.analysis.readiness import Range
from rollout.cli.console import Console
from rollout.documents.terminal import pad, width

NAME_ROOM = 22
MOST_NAMED = 3
MOST_BROKEN = 20


@dataclass(frozen=True, slots=True)
class Summary:
    """What the line says; ids of the gate's entries that block it, of those still open, and how many decide."""

    province: str
    as_of: date
    readiness: Range | None
    state: str
    blocking: tuple[str, ...]
    open: tuple[str, ...]
    illustrative: bool
    count: int


def summary_of(found: Assessment, *, public: bool = False) -> Summary:
    """Return the summary of an assessed profile; in public it names nothing about the security of the site."""
    profile, gate = found.profile, found.opening
    secret = {name for name, row in found.blueprint.criteria.items() if public and row.security}
    illustrative = profile.data_status == "illustrative"
    return Summary(
        profile.full_name,
        profile.as_of,
        found.readiness,
        gate.state,
        tuple(name for name in gate.blocking if name not in secret),
        tuple(name for name in gate.open if name not in secret),
        illustrative,
        len(gate.blocking) or len(gate.open),
    )


def one_line(row: Summary, console: Console) -> str:
    """Province, date, low–high, opening, what blocks it."""
    words = language.of(console.lang)
    share = console.say("no_readiness")
    if row.readiness is not None:
        share = words.percent_range(row.readiness.low, row.readiness.high)
    named = row.blocking if row.state == NOT_READY else row.open
    listed = ", ".join(named[:MOST_NAMED])
    if row.count > len(named[:MOST_NAMED]):
        listed += ", …"
    state = console.say(f"opening_{row.state}", list=listed, count=row.count)
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
