"""Sources and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rollout.model.text import NO_TEXT, Text

CERTAINTIES = ("verified", "secondary", "remembered", "judgement", "not_found")


@dataclass(frozen=True, slots=True)
class Source:
    """What is cited: kind seed | law | guidance | public | judgement; certainty verified | remembered | judgement."""

    id: str
    kind: str
    certainty: str
    title: Text
    where: str = ""
    instrument: str | None = None
    note: Text = NO_TEXT

    @classmethod
    def of(cls, source_id: str, data: Mapping[str, Any]) -> Source:
        """Read one entry of sources.yaml."""
        return cls(
            source_id,
            data.get("kind", "public"),
            data.get("certainty", "remembered"),
            Text.of(data.get("title")),
            str(data.get("where") or ""),
            data.get("instrument"),
            Text.of(data.get("note")),
        )


@dataclass(frozen=True, slots=True)
class Citation:
    """A source, the place in it, and the part of the sentence it supports (empty: the whole)."""

    source: str
    at: str = ""
    part: Text = NO_TEXT

    @classmethod
    def of(cls, data: Mapping[str, Any] | str) -> Citation:
        """Read `id` or `{source, at, for}`."""
        if isinstance(data, str):
            return cls(data)
        return cls(data["source"], str(data.get("at") or ""), Text.of(data.get("for")))


def citations(data: Any) -> tuple[Citation, ...]:
    """Read a list of citations; nothing gives none."""
    return tuple(Citation.of(item) for item in data or ())
