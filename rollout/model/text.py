"""A text for people, in the languages of the product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in Vietnamese and English."""

    vi: str
    en: str

    def get(self, lang: str) -> str:
        """Return the wording in `lang` ("vi" or "en")."""
        return self.en if lang == "en" else self.vi

    @classmethod
    def of(cls, data: Mapping[str, Any] | str | None) -> Text:
        """Read `{vi, en}`; one string stands for both, a missing wording is empty (the checks report it)."""
        if data is None:
            return cls("", "")
        if isinstance(data, str):
            return cls(data, data)
        return cls(str(data.get("vi") or ""), str(data.get("en") or ""))


NO_TEXT = Text("", "")
