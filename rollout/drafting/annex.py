"""What the makers of annexes share: their part of the wording, filled, and where the articles they sum up stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rollout.drafting.clauses import Writer
from rollout.drafting.numbered import Spot
from rollout.drafting.steps import StepWriter
from rollout.drafting.wording import Piece
from rollout.model.protocol import Part, Protocol, Step


@dataclass(frozen=True, eq=False)
class Maker:
    """One annex under way: `piece` is its part of the wording, `words` those of all annexes, `found` every article."""

    piece: Piece
    words: Piece
    steps: StepWriter
    found: Mapping[str, Spot]

    @property
    def writer(self) -> Writer:
        """What fills the wording."""
        return self.steps.writer

    @property
    def protocol(self) -> Protocol:
        """What the annexes sum up."""
        return self.writer.names.protocol

    @property
    def lang(self) -> str:
        """The language of the text."""
        return self.writer.names.style.lang

    def say(self, name: str, **more: Any) -> str:
        """Return a text of this annex, filled."""
        return self.writer.fill(self.piece.below(name), **more)

    def columns(self) -> tuple[str, ...]:
        """Return the heads of the columns."""
        return tuple(self.writer.fill(row) for row in self.piece.listed("columns"))

    def role(self, role: str) -> str:
        """Return who holds a role, as the articles name it."""
        return self.writer.names.role(role)

    def article(self, part: Part) -> int:
        """Return the number of the article that prints a step or a special path; 0 where none does."""
        printed = (*(row.id for row in part.duties), *(row.id for row in part.rules))
        names = (f"{part.id}-when",) if isinstance(part, Step) else printed
        return next((self.found[name].article for name in names if name in self.found), 0)

    def said(self, step: Step) -> Mapping[str, object]:
        """Return a step as the wording sees it."""
        number = self.protocol.steps.index(step) + 1
        return {"number": number, "title": step.title.get(self.lang), "article": self.article(step)}

    def head(self, part: Part) -> str:
        """Return the heading of a step or special path, with its article."""
        if isinstance(part, Step):
            return self.writer.fill(self.words.below("step"), step=self.said(part))
        article = self.article(part)
        said = {"title": part.title.get(self.lang), "article": article}
        return self.writer.fill(self.words.below("path" if article else "path_alone"), path=said)


def opened(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"
