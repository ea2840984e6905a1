"""The Instrument tree: what a legal text says, numbered, in one language; no word on how a format draws it.

Every clause and point has an id that stays the same in every language and format, and the ids of what it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


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
class Regulation:
    """The text a decision promulgates."""

    kind: str
    title: str
    issued_with: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A note to the drafter, outside the text to be signed; `clause` is what it is about."""

    clause: str
    text: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A decision and the regulation issued with it. `opening`: authority_line | enacting_sentence."""

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

    def clauses(self) -> Iterator[Clause]:
        """Yield every clause of the decision and the regulation, in order."""
        for article in (*self.articles, *(a for chapter in self.regulation.chapters for a in chapter.articles)):
            yield from article.clauses
