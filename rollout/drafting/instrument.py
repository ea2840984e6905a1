"""The Instrument tree: what a legal text says, numbered, in one language; no word on how a format draws it.

Every clause and point has an id that stays the same in every language and format, and the ids of what it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rollout.analysis.coordination.diagram import Diagram


@dataclass(frozen=True, slots=True)
class Point:
    """A điểm: its letter and its text."""

    id: str
    letter: str
    text: str
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A khoản: `number` is empty where it stands alone in its article."""

    id: str
    number: str
    text: str
    points: tuple[Point, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A điều: `label` is its printed head (“Điều 7.”), `title` empty in a decision."""

    id: str
    number: int
    label: str
    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chương with its printed label (“Chương II”)."""

    id: str
    label: str
    title: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """One line of the legal bases; `law` is the instrument it cites, empty for the proposal."""

    id: str
    text: str
    law: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table in an annex; `group` is a heading that stands above it and applies until the next one."""

    id: str
    cells: tuple[str, ...]
    group: str = ""
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in an annex; `widths` are shares of the text width in percent, one a column."""

    id: str
    title: str
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form to be filled in: an entry of one cell for each field, its `group` a part of the form."""

    id: str
    number: str
    title: str
    about: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A diagram: who leads each step and, an entry a step, what it leads to in words."""

    id: str
    title: str
    diagram: Diagram
    entries: tuple[Entry, ...]
    columns: tuple[str, ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A phụ lục: `label` is its printed head (“Phụ lục I”); `wide` pages lie on their side."""

    id: str
    label: str
    title: str
    issued_with: str
    lead: str
    blocks: tuple[Grid | Sheet | Picture, ...]
    end_mark: str = ""
    wide: bool = False

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in the order of the page."""
        for block in self.blocks:
            yield from block.entries


@dataclass(frozen=True, slots=True)
class Regulation:
    """The text a decision promulgates, with its annexes."""

    kind: str
    title: str
    issued_with: str
    chapters: tuple[Chapter, ...]
    annexes: tuple[Annex, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to the drafter, outside the text to be signed; `clause` is what it is about."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Uses:
    """What a text rests on and the first part that does: roles, instruments and legal limits by id."""

    roles: dict[str, str] = field(default_factory=dict)
    laws: dict[str, str] = field(default_factory=dict)
    limits: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What became of the gaps, criterion ids: written into the text, noted beside it, not known to be gaps.

    `withheld` counts those that would help a perpetrator; they are named nowhere.
    """

    manner: str = ""
    written: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    withheld: int = 0


@dataclass(frozen=True, slots=True)
class Instrument:
    """A decision and the regulation issued with it. `opening`: authority_line | enacting_sentence; `replaces`: the
    instruments that it ends, as it names them."""

    lang: str
    form: str
    layout: str
    head: str
    number: str
    place: str
    date_line: str
    kind: str
    title: str
    opening: str
    authority: str
    bases: tuple[Basis, ...]
    decides: str
    articles: tuple[Article, ...]
    regulation: Regulation
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    blanks: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    uses: Uses = field(default_factory=Uses)
    gaps: Gaps = Gaps()
    replaces: tuple[str, ...] = ()

    def all_articles(self) -> Iterator[tuple[str, Article]]:
        """Yield every article with the part it stands in: decision | regulation."""
        yield from (("decision", article) for article in self.articles)
        yield from (("regulation", article) for chapter in self.regulation.chapters for article in chapter.articles)

    def clauses(self) -> Iterator[Clause]:
        """Yield every clause of the decision and the regulation, in order."""
        for _, article in self.all_articles():
            yield from article.clauses
