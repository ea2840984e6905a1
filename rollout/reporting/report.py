"""The Report tree: what a document says, without a word on how a format draws it.

Every text in it is final: in the report's language, NFC, numbers and dates written out. Nothing in it is markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rollout.analysis.coordination.diagram import Diagram
from rollout.reporting.table import Table
from rollout.reporting.words import Line, RangeBar

Tone = Literal["blocked", "open", "ready", "notice"]
Kind = Literal["gap", "checklist", "survey", "commune", "coordination", "dossier"]
Paper = Literal["a4", "half"]


@dataclass(frozen=True)
class Paragraph:
    """Running text; `lead` is the grey sentence under a heading, `note` the small print."""

    text: str
    style: Literal["plain", "lead", "note", "strong"] = "plain"


@dataclass(frozen=True)
class Bar:
    """A range bar that stands alone, with the words that say the same."""

    title: str
    bar: RangeBar
    note: str = ""


@dataclass(frozen=True)
class Callout:
    """What the reader must decide: a title, one sentence, and the ids it rests on."""

    tone: Tone
    title: str
    text: str
    detail: str = ""


@dataclass(frozen=True)
class Step:
    """One entry of a numbered list: what to do, then what it depends on."""

    title: str
    text: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Steps:
    """A numbered list; `numbers` False draws plain bullets."""

    items: tuple[Step, ...]
    numbers: bool = True


@dataclass(frozen=True)
class Tick:
    """A thing to tick off: a box for each of `boxes` (one unnamed box when there are none), `write` ruled lines."""

    title: str
    boxes: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    write: int = 0


@dataclass(frozen=True)
class TickList:
    """Boxes to tick by hand."""

    items: tuple[Tick, ...]


@dataclass(frozen=True)
class DefinitionRows:
    """Terms at the left, what they are at the right."""

    rows: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True)
class Blank:
    """Room to write: a label and `lines` ruled lines (0: the rest of the label's own line)."""

    label: str
    lines: int = 0


@dataclass(frozen=True)
class Signature:
    """Who signs, and what stands under it in small print (date, full name, stamp)."""

    title: str
    note: str


@dataclass(frozen=True)
class Signatures:
    """Signature blocks side by side, at most three."""

    items: tuple[Signature, ...]
    place_and_date: str = ""


@dataclass(frozen=True)
class Source:
    """A numbered source: what it is, where, how sure we are of it in words, and whether to warn about that."""

    number: int
    title: str
    where: str
    certainty: str
    warn: bool = False


@dataclass(frozen=True)
class Sources:
    """The numbered sources of the report."""

    items: tuple[Source, ...]


@dataclass(frozen=True)
class Columns:
    """Two columns beside each other; below each other where there is no room."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]


@dataclass(frozen=True)
class Filter:
    """A way to narrow the rows of a section: `key` is a data attribute of its rows."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; sections nest."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    lead: str = ""
    mark: str = ""
    new_page: bool = False
    filters: tuple[Filter, ...] = ()


Block = (
    Paragraph
    | Table
    | Bar
    | Callout
    | Steps
    | TickList
    | DefinitionRows
    | Blank
    | Signatures
    | Sources
    | Columns
    | Diagram
    | Section
)


@dataclass(frozen=True)
class KeyFigure:
    """The one figure that matters, its unit, its bar and what it means."""

    label: str
    figure: str
    unit: str
    bar: RangeBar
    note: str


@dataclass(frozen=True)
class Cover:
    """The first page: what was looked at, and the one figure."""

    rows: tuple[tuple[str, str], ...]
    figure: KeyFigure | None = None
    stamp: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A whole document.

    `marks` stand at the top right of every page, `foot` at its bottom left. `date` is the ISO date of the data, the
    only date a file carries; `fingerprint` (hex) names the inputs, so that equal inputs give equal bytes. Without a
    cover the title stands above the first section.
    """

    kind: Kind
    lang: str
    title: str
    subtitle: str
    eyebrow: str
    foot: str
    date: str
    fingerprint: str
    sections: tuple[Section, ...]
    marks: tuple[str, ...] = ()
    cover: Cover | None = None
    description: str = ""
    paper: Paper = "a4"
