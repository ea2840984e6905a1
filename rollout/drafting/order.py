"""What the consultant asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Order:
    """`proposer` is the role that submits the draft, empty where nobody says; `deputy` signs for the head.

    `gaps`: notes | transitional, what becomes of what the analysis found missing.
    """

    moment: date
    form: str
    lang: str = "vi"
    proposer: str = ""
    deputy: bool = False
    templates: Path | None = None
    gaps: str = "notes"
