"""The explanation of a draft as a Report: from every clause to what it comes from, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from rollout.documents.drafting_reports import Frame
from rollout.drafting.instrument import Article, Instrument
from rollout.drafting.origins import Kind, Origin, Origins, Traced, served, traced
from rollout.drafting.spots import placed
from rollout.model.source import Citation
from rollout.reporting.citing import Citing, cite
from rollout.reporting.report import Block, Report, Section
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording
from rollout.reporting.words import Line

LEGAL, DIRECT = ("limit", "law"), "source"
CLAUSES = (("clause", 13), ("what", 40), ("basis", 15), ("reason", 19), ("source", 13))
ORIGINS = (("origin", 42), ("served", 33), ("source", 25))


def explanation(instrument: Instrument, origins: Origins, frame: Frame) -> Report:
    """Return the two tables and the list of sources. Every clause and point has a row of its own in the first table;
    every criterion, limit, step and source has one in the second."""
    rows = traced(instrument, origins)
    known = (origins.blueprint.sources, origins.country.sources)
    cited = cite(Wording(frame.lang), (one.source for row in rows for o in row.origins for one in o.cited), *known)
    tables = _Tables(instrument, rows, cited, frame)
    parts: dict[str, tuple[Block, ...]] = {"clauses": (tables.clauses(),), "origins": tuple(tables.origins())}
    sections = [
        Section(name, frame.say(f"explanation.{name}"), blocks, frame.say(f"explanation.{name}_lead"))
        for name, blocks in parts.items()
    ]
    sections += cited.sections()
    return frame.report("explanation", frame.say("explanation"), sections)


@dataclass(frozen=True, eq=False)
class _Tables:
    instrument: Instrument
    rows: tuple[Traced, ...]
    cited: Citing
    frame: Frame

    def clauses(self) -> Table:
        """Return every clause and point with its law, its reason and its sources."""
        heads, notes = self._heads(), self._notes()
        seen: set[str] = set()
        made = []
        for row in self.rows:
            about, head = notes.pop(row.id, ()), ""
            if row.article not in seen:
                about, head = (*notes.pop(row.article, ()), *about), heads[row.article]
            seen.add(row.article)
            made.append(self._clause(row, head, about))
        return self._table("clauses", CLAUSES, made)

    def origins(self) -> Iterator[Section]:
        """Return a table for each kind of origin that the text has."""
        found = served(self.rows)
        for kind in get_args(Kind):
            mine = [self._origin(one, clauses) for one, clauses in found.items() if one.kind == kind]
            if mine:
                title = self.frame.say(f"explanation.kinds.{kind}")
                yield Section(f"origins-{kind}", title, (self._table(f"kinds.{kind}", ORIGINS, mine),))

    def _notes(self) -> dict[str, Sequence[str]]:
        """The drafting notes by the clause they are about."""
        found: dict[str, list[str]] = {}
        for remark in self.instrument.remarks:
            found.setdefault(remark.clause, []).append(self.frame.say("explanation.note", text=remark.text))
        return dict(found)

    def _heads(self) -> dict[str, str]:
        """The heading over the clauses of each article and the rows of each annex."""
        places = placed(self.instrument)
        found = {article.id: self._head(article, places) for _, article in self.instrument.all_articles()}
        named = self.frame.say
        annexes = self.instrument.regulation.annexes
        return found | {row.id: named("explanation.article", place=row.label, title=row.title) for row in annexes}

    def _head(self, article: Article, places: Mapping[str, str]) -> str:
        place = places[article.id]
        return self.frame.say("explanation.article", place=place, title=article.title) if article.title else place

    def _clause(self, row: Traced, head: str, notes: Iterable[str]) -> Row:
        legal = [self._named(one) for one in row.origins if one.kind in LEGAL]
        why = [self._named(one) for one in row.origins if one.kind not in (*LEGAL, DIRECT)]
        direct = [self._named(one) for one in row.origins if one.kind == DIRECT]
        if not row.origins and (row.opening or row.under):
            why.append(Line(self.frame.say(f"explanation.{'as_clause' if row.under else 'opening'}"), "muted"))
        noted = [Line(note, "muted") for note in notes]
        sources = (*direct, *self.cited.lines(_whole(row.origins)))
        where, basis, reason = text(row.place, Line(row.id, "muted")), text(*legal), text(*why, *noted)
        return Row((where, text(row.text), basis, reason, Cell(sources)), (("clause", row.id),), head=head)

    def _origin(self, origin: Origin, clauses: Sequence[Traced]) -> Row:
        named = self._named(origin)
        lines = [named if origin.kind != DIRECT else Line(named.text, "strong")]
        about = text(*lines, origin.detail, Line(origin.id, "muted"))
        places = text("; ".join(row.place for row in clauses))
        return Row((about, places, Cell(self.cited.lines(origin.cited))), (("origin", f"{origin.kind}:{origin.id}"),))

    def _named(self, origin: Origin) -> Line:
        title = self.frame.say(
            f"explanation.named.{origin.kind}", id=origin.id, title=origin.title, part=_inside(origin.part)
        )
        doubts = [self.frame.say(f"certainty.{origin.certainty}")] if origin.certainty else []
        if not origin.in_force:
            doubts.append(self.frame.say("explanation.not_in_force"))
        if not origin.answered:
            doubts.append(self.frame.say("explanation.not_answered"))
        if doubts:
            title = self.frame.say("explanation.sure", title=title, certainty="; ".join(doubts))
        return Line(title)

    def _table(self, name: str, columns: Sequence[tuple[str, float]], rows: Sequence[Row]) -> Table:
        heads = tuple(Column(self.frame.say(f"column.{head}"), width=width) for head, width in columns)
        return Table(heads, tuple(rows), self.frame.say(f"explanation.{name}"))


def _whole(origins: Iterable[Origin]) -> Iterator[Citation]:
    """The sources behind a clause, each once: what part of its criterion or step a source supports is said there."""
    names = dict.fromkeys(one.source for origin in origins for one in origin.cited)
    return (Citation(name) for name in names)


def _inside(title: str) -> str:
    return title[:1].lower() + title[1:]
