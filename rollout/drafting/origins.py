"""What the origins of a clause are: their ids looked up in the model, the protocol, the law and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from rollout.drafting.instrument import Instrument, Sheet
from rollout.drafting.spots import placed
from rollout.drafting.style import Style
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.country import Instrument as Law
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.model.source import Citation, Source

Kind = Literal[
    "limit", "law", "criterion", "step", "path", "duty", "rule", "form", "precedence", "answer", "clause", "source",
    "unknown",
]  # fmt: skip
ALL_PRECEDENCE = "precedence"
# From the surest to the least sure: what is said of an instrument is what holds of its least sure field.
DOUBTS = ("secondary", "reported", "remembered", "not_found")


@dataclass(frozen=True, slots=True)
class Origin:
    """One thing a clause comes from.

    `part` is the title of the step or path it belongs to, `detail` what it says, `cited` what it rests on itself.
    `in_force` is False for law that is not in force at the signing date, `answered` for a question left open.
    """

    kind: Kind
    id: str
    title: str
    part: str = ""
    detail: str = ""
    certainty: str = ""
    in_force: bool = True
    answered: bool = True
    cited: tuple[Citation, ...] = ()


@dataclass(frozen=True, eq=False)
class Origins:
    """Looks origins up, for one draft in one language."""

    profile: Profile
    blueprint: Blueprint
    country: Country
    protocol: Protocol
    moment: date
    style: Style
    places: dict[str, str]
    _known: dict[str, list[Origin]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A name can be both a step and a form: the step is meant first."""
        for row in (*self._parts(), *self._papers()):
            self._known.setdefault(row.id, []).append(row)

    def of(self, names: tuple[str, ...]) -> tuple[Origin, ...]:
        """Return what these ids name; an id that stands there twice names first a step, then its form."""
        found: list[Origin] = []
        for i, name in enumerate(names):
            known = self._known.get(name)
            if name == ALL_PRECEDENCE:
                found += [row for rows in self._known.values() for row in rows if row.kind == "precedence"]
            elif known:
                found.append(known[min(names[:i].count(name), len(known) - 1)])
            else:
                found.append(self._other(name))
        return tuple(dict.fromkeys(found))

    def _parts(self) -> Iterator[Origin]:
        lang, protocol = self.style.lang, self.protocol
        steps = {row.id for row in protocol.steps}
        for part in protocol.parts:
            title = part.title.get(lang)
            kind: Kind = "step" if part.id in steps else "path"
            yield Origin(kind, part.id, title, cited=part.sources)
            for duty in part.duties:
                role = self.country.roles[duty.role].title.get(lang)
                yield Origin("duty", duty.id, role, title, duty.do.get(lang), cited=part.sources)
            for rule in part.rules:
                cited = rule.sources or part.sources
                yield Origin("rule", rule.id, "", title, rule.text.get(lang), cited=cited)

    def _papers(self) -> Iterator[Origin]:
        lang, protocol = self.style.lang, self.protocol
        for form in protocol.forms.values():
            yield Origin("form", form.id, form.title.get(lang), cited=form.sources)
        for row in protocol.precedence:
            title, detail = row.function.get(lang), row.rule.get(lang)
            yield Origin("precedence", row.id, title, detail=detail, cited=row.sources)

    def _other(self, name: str) -> Origin:
        lang, blueprint, country = self.style.lang, self.blueprint, self.country
        if name in blueprint.criteria:
            row = blueprint.criteria[name]
            return Origin("criterion", name, row.title.get(lang), detail=row.statement.get(lang), cited=row.sources)
        if name in country.limits:
            return self._limit(name)
        if name in country.instruments:
            return self._law(name, country.instruments[name])
        source = blueprint.sources.get(name) or country.sources.get(name)
        if source is not None:
            return self._source(source)
        return self._answer(name)

    def _answer(self, name: str) -> Origin:
        lang, blueprint = self.style.lang, self.blueprint
        if name in blueprint.questions:
            asked = blueprint.questions[name].label.get(lang)
            return Origin("answer", name, asked, answered=name in self.profile.answers)
        if name in blueprint.groups:
            answered = any(full.startswith(f"{name}.") for full in self.profile.answers)
            return Origin("answer", name, blueprint.groups[name].title.get(lang), answered=answered)
        if name in self.places:
            return Origin("clause", name, self.places[name])
        return Origin("unknown", name, name)

    def _limit(self, name: str) -> Origin:
        limit = self.country.limits[name]
        law = self.country.instruments[limit.instrument]
        units = self.style.table["numbers"]["units"][self.style.lang]
        told = [limit.actor.get(self.style.lang)]
        if limit.value is not None and limit.unit in units:
            told.append(self.style.amount(limit.value, limit.unit))
        holds = limit.span.holds(self.moment) and law.span.holds(self.moment)
        article = self.style.foreign(limit.article)
        title = f"{article[:1].upper()}{article[1:]} {self._named(law)}"
        detail = ": ".join(row for row in told if row)
        return Origin("limit", name, title, detail=detail, certainty=limit.certainty, in_force=holds)

    def _law(self, name: str, law: Law) -> Origin:
        doubts = [row for row in DOUBTS if row in law.certainty.values()]
        certainty = doubts[-1] if doubts else "verified"
        return Origin("law", name, self._named(law), certainty=certainty, in_force=law.span.holds(self.moment))

    def _source(self, source: Source) -> Origin:
        law = self.country.instruments.get(source.instrument or "")
        holds = law is None or law.span.holds(self.moment)
        # a decision of one province is an example to the others, and stands in no register of the law
        kind: Kind = "law" if law is not None else "source"
        title = source.title.get(self.style.lang) or source.id
        cited = (Citation(source.id),)
        return Origin(kind, source.id, title, certainty=source.certainty, in_force=holds, cited=cited)

    def _named(self, law: Law) -> str:
        title = law.title if self.style.lang == "vi" else law.title_en or law.title
        return f"{title} ({law.number})" if law.number else title


@dataclass(frozen=True, slots=True)
class Traced:
    """A clause, a point of the clause `under`, a row or form of an annex, with what it comes from; `article` is the id
    of its article or annex."""

    id: str
    place: str
    text: str
    article: str
    origins: tuple[Origin, ...]
    under: str = ""
    opening: bool = False


def traced(instrument: Instrument, origins: Origins) -> tuple[Traced, ...]:
    """Return every clause and point, then every row and form of the annexes, in the order of the text; `opening` marks
    a sentence that only leads in."""
    return (*_traced(instrument, origins), *_annexes(instrument, origins))


def _traced(instrument: Instrument, origins: Origins) -> Iterator[Traced]:
    places = placed(instrument)
    for _, article in instrument.all_articles():
        for clause in article.clauses:
            opening = not clause.number and len(article.clauses) > 1
            own, text = origins.of(clause.origins), f"{clause.number}. {clause.text}" if clause.number else clause.text
            yield Traced(clause.id, places[clause.id], text, article.id, own, opening=opening)
            for point in clause.points:
                own, text = origins.of(point.origins), f"{point.letter}) {point.text}"
                yield Traced(point.id, places[point.id], text, article.id, own, under=clause.id)


def _annexes(instrument: Instrument, origins: Origins) -> Iterator[Traced]:
    """A form comes whole from the protocol: its fields are not traced one by one."""
    places = placed(instrument)
    for annex in instrument.regulation.annexes:
        for block in annex.blocks:
            if isinstance(block, Sheet):
                own = origins.of(block.entries[0].origins if block.entries else ())
                yield Traced(block.id, places[block.id], f"{block.number}. {block.title}", annex.id, own)
                continue
            for entry in block.entries:
                text = ", ".join(cell.rstrip(".") for cell in entry.cells if cell)
                yield Traced(entry.id, places[entry.id], text, annex.id, origins.of(entry.origins))


def served(rows: tuple[Traced, ...]) -> dict[Origin, tuple[Traced, ...]]:
    """Return the other way round: for everything the text comes from, the clauses and points that come from it."""
    found: dict[Origin, list[Traced]] = {}
    for row in rows:
        for origin in row.origins:
            found.setdefault(origin, []).append(row)
    return {origin: tuple(clauses) for origin, clauses in found.items()}
