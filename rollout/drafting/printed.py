"""Everything a draft prints, text by text in the order of the page: what a file that is read back must say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rollout.drafting.instrument import Annex, Article, Clause, Entry, Instrument, Picture

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Printed:
    """One text as it stands on the page, its number with it.

    `kind`: head, basis, chapter, article, clause, point, foot, annex, columns, entry, drawn (words in
    a diagram, which only a drawing of it prints). `at`: part (decision,
    regulation, annex), chapter, article, clause, point, annex, row – what its place is told by.
    """

    id: str
    kind: str
    text: str
    at: Mapping[str, str] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Return it as the manifest keeps it."""
        return {"id": self.id, "kind": self.kind, "text": " ".join(self.text.split()), **self.at}


def printed(it: Instrument, words: Words, *, draft: bool) -> tuple[Printed, ...]:
    """Return every text of the decision, the regulation and its annexes; `words` and `draft` as for the files."""
    return tuple(row for row in (*_decision(it, words, draft=draft), *_regulation(it, words)) if row.text.strip())


def _decision(it: Instrument, words: Words, *, draft: bool) -> Iterator[Printed]:
    part = {"part": "decision"}
    mark = words["draft"] if draft else ""
    head = (words["unofficial"], it.head, it.number, mark, words["nation"], words["motto"])
    authority = it.authority if it.opening == "authority_line" else ""
    for text in (*head, f"{it.place}, {it.date_line}", it.kind, it.title, authority):
        yield Printed("head", "head", text, part)
    yield from (Printed(row.id, "basis", row.text, part) for row in it.bases)
    yield Printed("decides", "head", it.decides, part)
    for article in it.articles:
        yield from _article(article, part)
    lines = (f"- {line}" if line.endswith(".") else f"- {line};" for line in it.recipients)
    for text in (words["recipients"], *lines, *it.signature):
        yield Printed("foot", "foot", text, part)


def _regulation(it: Instrument, words: Words) -> Iterator[Printed]:
    part, regulation = {"part": "regulation"}, it.regulation
    head = (words["unofficial"], it.head, words["nation"], words["motto"])
    for text in (*head, regulation.kind, regulation.title, regulation.issued_with):
        yield Printed("regulation", "head", text, part)
    for chapter in regulation.chapters:
        at = {**part, "chapter": chapter.label}
        yield Printed(chapter.id, "chapter", f"{chapter.label} {chapter.title}", at)
        for article in chapter.articles:
            yield from _article(article, part)
    for annex in regulation.annexes:
        yield from _annex(annex)


def _article(article: Article, part: Mapping[str, str]) -> Iterator[Printed]:
    at = {**part, "article": str(article.number)}
    alone = not article.title and len(article.clauses) == 1
    if not alone:
        yield Printed(article.id, "article", f"{article.label} {article.title}", at)
    for clause in article.clauses:
        lead = f"{article.label} " if alone else f"{clause.number}. " if clause.number else ""
        yield from _clause(clause, lead, at)


def _clause(clause: Clause, lead: str, at: Mapping[str, str]) -> Iterator[Printed]:
    at = {**at, "clause": clause.number}
    yield Printed(clause.id, "clause", f"{lead}{clause.text}", at)
    for point in clause.points:
        yield Printed(point.id, "point", f"{point.letter}) {point.text}", {**at, "point": point.letter})


def _annex(annex: Annex) -> Iterator[Printed]:
    at = {"part": "annex", "annex": annex.label}
    for text in (annex.label, annex.title, annex.issued_with, annex.lead):
        yield Printed(annex.id, "annex", text, at)
    for block in annex.blocks:
        head = [getattr(block, name, "") for name in ("number", "title", "about")]
        yield from (Printed(block.id, "annex", text, at) for text in head)
        if isinstance(block, Picture):
            yield Printed(block.id, "drawn", " ".join(f"{box.title} {box.note}" for box in block.diagram.boxes), at)
        yield Printed(block.id, "columns", " ".join(getattr(block, "columns", ())), at)
        for number, entry in enumerate(block.entries, 1):
            yield from _entry(entry, {**at, "row": str(number)})
    yield Printed(annex.id, "annex", annex.end_mark, at)


def _entry(entry: Entry, at: Mapping[str, str]) -> Iterator[Printed]:
    yield Printed(entry.id, "annex", entry.group, at)
    yield Printed(entry.id, "entry", " ".join(entry.cells), at)
