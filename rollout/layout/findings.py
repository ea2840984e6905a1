"""What came of each rule: its status, and for a broken one the places, what was found there and where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from rollout import texts
from rollout.layout.document import Paragraph

EXCERPT = 60
Pair = Mapping[str, str]


class Status(Enum):
    """The worst first."""

    BROKEN = "broken"
    UNKNOWN = "not_evaluated"
    EQUIVALENT = "equivalent"
    KEPT = "kept"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that breaks a rule; `page` is known of pages only, `paragraph` counts those with text."""

    found: Pair
    page: int | None = None
    paragraph: int | None = None
    section: int | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found; `reason` says why a rule was not evaluated, or is kept only by an equivalent."""

    status: Status
    faults: tuple[Fault, ...] = ()
    reason: Pair | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule with its outcome."""

    rule: Mapping[str, Any]
    outcome: Outcome


def at(row: Paragraph, name: str, **values: object) -> Fault:
    """Return a fault of a paragraph; `name` is that of the text layout.found_<name>."""
    text = row.text if len(row.text) <= EXCERPT else f"{row.text[:EXCERPT].rstrip()}…"
    section = row.section + 1 if row.page is None else None
    return Fault(texts.pair(f"layout.found_{name}", **values), row.page, row.number, section, text)


def judged(faults: Iterable[Fault], *, seen: bool = True) -> Outcome:
    """Return broken with the faults, kept where there are none, absent where there was nothing to look at."""
    rows = tuple(faults)
    if rows:
        return Outcome(Status.BROKEN, rows)
    return Outcome(Status.KEPT if seen else Status.ABSENT)


def unknown(name: str, **values: object) -> Outcome:
    """Return not evaluated, for the reason layout.reason_<name>."""
    return Outcome(Status.UNKNOWN, reason=texts.pair(f"layout.reason_{name}", **values))


def equivalent(name: str, **values: object) -> Outcome:
    """Return kept by an equivalent, said by layout.reason_<name>."""
    return Outcome(Status.EQUIVALENT, reason=texts.pair(f"layout.reason_{name}", **values))
