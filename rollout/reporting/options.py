"""What a reader asks of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Audience = Literal["internal", "public"]
Reader = Literal["province", "planner"]


@dataclass(frozen=True)
class Options:
    """`agency` is a role: only what it leads or supports. `gate` keeps to the conditions for opening.

    In public no detail of a site's security is told, and counts of persons from 1 to 4 print as "<5".
    """

    lang: str = "vi"
    audience: Audience = "internal"
    agency: str | None = None
    gate: bool = False
    reader: Reader = "planner"

    @property
    def public(self) -> bool:
        """Tell whether anybody may read it."""
        return self.audience == "public"
