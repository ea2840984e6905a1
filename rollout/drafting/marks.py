"""Marks around the id of a part that is referred to; they are replaced once everything is numbered."""

from __future__ import annotations

import re

OPEN, CLOSE = "\ue000", "\ue001"
MARK = re.compile(f"{OPEN}([^{CLOSE}]*){CLOSE}")


def mark(part: str) -> str:
    """Return the mark of a part."""
    return f"{OPEN}{part}{CLOSE}"


def unmarked(text: str) -> str:
    """Return somebody's own words on one line, without anything that could be taken for a mark."""
    return " ".join(text.replace(OPEN, "").replace(CLOSE, "").split())
