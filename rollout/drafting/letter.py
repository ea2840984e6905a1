"""The Letter tree: a letter, note or list that goes with a draft, in one language; no word on how a format draws it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from rollout.drafting.instrument import Grid, Remark, Uses

Kind = Literal["section", "part", "text", "point", "aside"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: section “I. …”, part “1. …”, text, point “a) …”, or an aside below the end.

    `label` is its printed number, empty where it has none.
    """

    id: str
    kind: Kind
    label: str
    text: str

    @property
    def printed(self) -> str:
        """The paragraph as it stands on the page."""
        return f"{self.label} {self.text}".lstrip()


@dataclass(frozen=True, slots=True)
class Letter:
    """One text with its head and foot. `parent` is the body above the issuer; `subject` stands under the number of a
    letter that names no `kind`; `marks` are boxed; pages of a `wide` one lie on their side."""

    id: str
    lang: str
    parent: str
    issuer: str
    number: str
    subject: str
    place: str
    date_line: str
    kind: str
    title: str
    to: tuple[str, ...]
    body: tuple[Line | Grid, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    marks: tuple[str, ...] = ()
    wide: bool = False
    printed: bool = False
    blanks: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    uses: Uses = field(default_factory=Uses)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text with the id of its part, in the order of the page."""
        for name in ("parent", "issuer", "number", "subject", "date_line", "kind", "title"):
            yield name, getattr(self, name)
        yield from (("marks", row) for row in self.marks)
        yield from (("to", row) for row in self.to)
        for block in self.body:
            if isinstance(block, Line):
                yield block.id, block.printed
            else:
                yield from ((entry.id, cell) for entry in block.entries for cell in (entry.group, *entry.cells))
        yield from (("recipients", row) for row in self.recipients)
        yield from (("signature", row) for row in self.signature)
