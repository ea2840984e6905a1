"""Typed questions: what a province is asked (docs/formats.md 1.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rollout.model.text import Text

TYPES = ("yes_no", "number", "date", "document", "choice", "choices", "text", "phone", "records")


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `id` is section.group.name, inside records the field's bare name."""

    id: str
    type: str
    ask: Text
    label: Text
    unit: str = ""
    low: float | None = None
    high: float | None = None
    whole: bool = False
    options: Mapping[str, Text] = field(default_factory=dict)
    fields: Mapping[str, Question] = field(default_factory=dict)
    may_not_apply: bool = False
    persons: bool = False
    context: bool = False
    duty_line: bool = False
    whom: str | None = None
    max_length: int = 300

    @property
    def section(self) -> str:
        """The section that holds it."""
        return self.id.split(".")[0]

    @property
    def group(self) -> str:
        """The group that holds it, as section.group."""
        return self.id.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Its name within the group."""
        return self.id.rpartition(".")[2]

    @classmethod
    def of(cls, question_id: str, data: Mapping[str, Any]) -> Question:
        """Read one entry of `questions:` or of a record's `fields:`."""
        options = data.get("options") or data.get("covers") or {}
        return cls(
            question_id,
            data["type"],
            Text.of(data.get("ask")),
            Text.of(data.get("label")),
            data.get("unit", ""),
            data.get("min"),
            data.get("max"),
            data.get("whole") == "yes" or data.get("whole") == "true",
            {code: Text.of(text) for code, text in options.items()},
            {name: cls.of(name, body) for name, body in (data.get("fields") or {}).items()},
            _flag(data, "may_not_apply"),
            _flag(data, "persons"),
            _flag(data, "context"),
            _flag(data, "duty_line"),
            data.get("whom"),
            data.get("max_length", 300),
        )


def _flag(data: Mapping[str, Any], key: str) -> bool:
    return data.get(key) in ("yes", "true")
