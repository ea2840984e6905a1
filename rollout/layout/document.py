"""What a document looks like, whatever file it came from: paper, paragraphs with their type, rules, page numbers.

Lengths are millimetres, sizes and gaps points. None stands for what the file does not tell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one type; `colour` is six hexadecimal digits."""

    text: str
    font: str
    size: float | None
    bold: bool
    italic: bool
    colour: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line under a text: its length, and that of the widest line of the text."""

    length: float
    width: float
    underlined: bool = False
    """The text itself is underlined: as long as the text, but no line of its own."""


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph; its role is given when the whole document is known."""

    runs: tuple[Run, ...]
    section: int = 0
    number: int = 0
    """Place in the file, from 1, of the paragraphs that have text."""
    page: int | None = None
    align: str | None = None
    first: float | None = None
    """Where its first line begins, from the margin."""
    gap: float | None = None
    """Space to the paragraph before it."""
    spacing: float | None = None
    """Distance of its lines, in times single spacing."""
    block: int | None = None
    column: int | None = None
    """Cell of a head or a foot whose two columns stand side by side."""
    table: bool = False
    counted: bool = False
    """Its number is made by the word processor and is not among its words."""
    room: float | None = None
    """How wide its lines may be."""
    rule: Rule | None = None
    shape: bool = False
    """A drawn line hangs on it, whose place the file tells only to a word processor."""
    role: str = ""
    part: int = 0
    """Which of the texts in the file it belongs to: each begins with a head or is an annex."""

    @property
    def text(self) -> str:
        """The words, with single spaces."""
        return " ".join(unicodedata.normalize("NFC", "".join(run.text for run in self.runs)).split())

    @property
    def inked(self) -> tuple[Run, ...]:
        """The runs that print something."""
        return tuple(run for run in self.runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper and margins of a section, or of the pages of one size; `loose` margins are measured from the text, and may
    look wider than they are by the room around its letters."""

    width: float
    height: float
    top: float | None
    bottom: float | None
    left: float | None
    right: float | None
    tables: bool = False
    loose: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """Page numbers of one part: `place` is top, bottom or "" for none; `missing` are pages that should show one."""

    place: str
    centred: bool | None = None
    size: float | None = None
    upright: bool | None = None
    arabic: bool = True
    first_hidden: bool | None = None
    restarts: bool = True
    missing: tuple[int, ...] = ()
    page: int | None = None
    section: int = 0
    start: int | None = None
    """The first page of the part."""
    several: bool | None = None
    """Whether the part has more than one page."""


@dataclass(frozen=True, eq=False)
class Document:
    """A document as read; `kind` is docx or pdf."""

    kind: str
    sheets: tuple[Sheet, ...]
    paragraphs: tuple[Paragraph, ...]
    numbers: tuple[Numbers, ...]
    pictures: bool = False
    textless: tuple[int, ...] = ()
    """Pages that are pictures without text."""
    roles: dict[str, list[Paragraph]] = field(default_factory=dict)

    def of(self, *roles: str) -> list[Paragraph]:
        """Return the paragraphs of these roles, in order."""
        found = (row for role in roles for row in self.roles.get(role, ()))
        return sorted(found, key=lambda row: row.number)

    def index(self) -> None:
        """Number the paragraphs and make them known by role."""
        self.roles.clear()
        for row in self.paragraphs:
            self.roles.setdefault(row.role, []).append(row)


def numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Number paragraphs from 1."""
    rows = tuple(paragraphs)
    for number, row in enumerate(rows, 1):
        row.number = number
    return rows
