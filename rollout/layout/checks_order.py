"""Rules of order: chapters, articles, clauses and points are numbered without a gap; articles have titles."""

from __future__ import annotations

import re
from collections.abc import Callable

from rollout.layout.checks_page import roman
from rollout.layout.document import Document
from rollout.layout.findings import Fault, Outcome, at, judged, unknown
from rollout.layout.patterns import Rule, Table

NUMBER = re.compile(r"\d+")
# What starts the count of each anew.
ABOVE = {
    "article": {"part"},
    "chapter": {"part"},
    "clause": {"article", "heading", "chapter", "section", "part"},
    "point": {"clause", "article", "heading", "chapter", "section", "part"},
}


def chapters(document: Document, rule: Rule, table: Table) -> Outcome:
    """Chapters follow each other; what is a part of several chapters counts on its own."""

    def place(text: str) -> int:
        number = text.rsplit(maxsplit=1)[-1].rstrip(".:")
        return int(number) if number.isdigit() else roman(number)

    return _ordered(document, "chapter", place)


def articles(document: Document, rule: Rule, table: Table) -> Outcome:
    """Articles follow each other through a text."""
    return _ordered(document, "article", _first_number)


def clauses(document: Document, rule: Rule, table: Table) -> Outcome:
    """Clauses follow each other in each article."""
    return _ordered(document, "clause", _first_number)


def points(document: Document, rule: Rule, table: Table) -> Outcome:
    """Points follow each other in each clause, in the order of the alphabet."""
    letters = list(table.data["letters"])

    def place(text: str) -> int:
        letter = text.partition(")")[0].lower()
        return letters.index(letter) + 1 if letter in letters else 0

    return _ordered(document, "point", place)


def _first_number(text: str) -> int:
    match = NUMBER.search(text)
    return int(match[0]) if match else 0


def _ordered(document: Document, role: str, value: Callable[[str], int]) -> Outcome:
    rows = [row for row in document.paragraphs if row.role in {role, *ABOVE[role]}]
    if any(row.counted for row in document.paragraphs if row.role == role or (row.counted and row.role == "text")):
        return unknown("counted")
    faults: list[Fault] = []
    before, part = 0, -1
    for row in rows:
        if row.part != part or row.role != role:
            before, part = 0, row.part
        if row.role != role:
            continue
        found = value(row.text)
        if found != before + 1 and (before or role in {"point", "article", "chapter"}):
            faults.append(at(row, "order", found=row.text.split()[0] if role == "point" else row.text[:12].strip()))
        before = found or before + 1
    return judged(faults, seen=any(row.role == role for row in rows))


def titled(document: Document, rule: Rule, table: Table) -> Outcome:
    """Where there are chapters, each chapter and each article has a title."""
    faults: list[Fault] = []
    rows = [row for row in document.paragraphs if row.role != "table"]
    chaptered = {row.part for row in rows if row.role in {"chapter", "section"}}
    for index, row in enumerate(rows):
        if row.part not in chaptered:
            continue
        following = rows[index + 1].role if index + 1 < len(rows) else ""
        bare = row.role == "article" and not _title(row.text, table)
        if bare or (row.role in {"chapter", "section"} and following not in {f"{row.role}_title", "section"}):
            faults.append(at(row, "untitled"))
    return judged(faults, seen=bool(chaptered))


def _title(text: str, table: Table) -> str:
    match = table.patterns["article"].match(text)
    return text[match.end() :].strip() if match else text
