"""What the letters may say about a province: its figures, what the review of its profile found, the draft's parts.

Nothing here tells of the security of a site or of who is on duty when: a letter is read by many.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rollout import language
from rollout.analysis.assessment import Assessment, assess
from rollout.analysis.coordination.bindings import Bound, Occasion, bindings
from rollout.analysis.gate import BLOCKING
from rollout.drafting.instrument import Chapter, Instrument
from rollout.drafting.marks import unmarked
from rollout.drafting.order import Order
from rollout.drafting.style import Style
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Unit
from rollout.model.criterion import Criterion
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol

VERDICTS = ("met", "partly", "not_met", "unknown", "not_applicable", "waived")


@dataclass(frozen=True, eq=False)
class Matter:
    """A draft and everything it was made from; `unit` is the province as it is at the signing date."""

    made: Instrument
    profile: Profile
    unit: Unit
    blueprint: Blueprint
    country: Country
    protocol: Protocol
    order: Order


@dataclass(frozen=True, slots=True)
class Said:
    """A figure in words, empty where the register has none; `about` says what it counts and where it is from."""

    value: str = ""
    year: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many criteria of a section, or of all, have each verdict; figures in words, "" for none."""

    title: str
    total: str
    met: str
    partly: str
    not_met: str
    unknown: str
    not_applicable: str
    waived: str


@dataclass(frozen=True, slots=True)
class Review:
    """The review of the profile on its day. `named` are entries of the gate that are not met and may be named,
    `more` how many others there are."""

    day: str
    model: str
    whole: Counted
    unmet: tuple[Counted, ...]
    unknown: tuple[Counted, ...]
    named: tuple[str, ...]
    more: str
    operating: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter of the regulation and where its articles begin and end."""

    label: str
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Provision:
    """An article as a list of opinions names it; `group` only at the first of its part."""

    label: str
    title: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class Reached:
    """Who stands for a role: post, institutional telephone, hours; "" where the profile does not say."""

    role: str
    title: str
    post: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class _Words:
    """Figures and titles in one language."""

    style: Style
    hours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        return self.style.lang

    def counted(self, title: str, words: Sequence[str]) -> Counted:
        found = {word: self.style.count(words.count(word)) if word in words else "" for word in VERDICTS}
        return Counted(title, self.style.count(len(words)), **found)


def facts(matter: Matter, style: Style, common: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the names that letters are offered beyond those of every text; `common` is letters.yaml."""
    words = _Words(style, common["hours"])
    regulation, made = matter.made.regulation, matter.made
    title = made.title[:1].lower() + made.title[1:]
    return {
        "proposer_role": matter.order.proposer,
        "matter": title,
        "count": style.count,
        "population": _population(matter, style.lang),
        "communes": _units(matter, "communes", style),
        "districts": _units(matter, "districts", style),
        "review": _review(matter, words, frozenset(common["named_sections"])),
        "replaces": made.replaces,
        "decision_articles": style.count(len(made.articles)),
        "chapters": tuple(_part(row) for row in regulation.chapters),
        "annexes": len(regulation.annexes),
        "article": {row.id: row.number for _, row in made.all_articles()},
        "provisions": tuple(_provisions(made, common, style.lang)),
        "contacts": tuple(_contacts(matter, words)),
    }


def _population(matter: Matter, lang: str) -> Said:
    found = matter.unit.fact("population", matter.order.moment)
    if found is None:
        return Said()
    basis, source = matter.country.population_bases.get(found.basis), matter.country.sources.get(found.source)
    about = "; ".join(
        row for row in (basis.get(lang) if basis else "", source.title.get(lang) if source else "") if row
    )
    return Said(language.of(lang).number(int(found.value)), str(found.year or ""), about)


def _units(matter: Matter, name: str, style: Style) -> str:
    found = matter.unit.fact(name, matter.order.moment)
    return style.count(found.value) if found and found.value else ""


def _review(matter: Matter, words: _Words, nameable: frozenset[str]) -> Review:
    at, lang = assess(matter.profile, matter.blueprint, matter.country), words.lang
    shown = [row for row in matter.blueprint.criteria.values() if not row.security]
    sections = [
        words.counted(section.title.get(lang), [at.word(row.id) for row in shown if row.section == section.id])
        for section in matter.blueprint.sections.values()
    ]
    blocking, named = list(_blocking(at, shown)), tuple(_named(at, shown, nameable, lang))
    rest = len(blocking) - len(named)
    return Review(
        day=words.style.day(matter.profile.as_of),
        model=matter.blueprint.title.get(lang),
        whole=words.counted("", [at.word(row.id) for row in shown]),
        unmet=tuple(row for row in sections if row.partly or row.not_met),
        unknown=tuple(row for row in sections if row.unknown and not (row.partly or row.not_met)),
        named=named,
        more=words.style.count(rest) if rest else "",
        operating=matter.profile.centre.operating,
    )


def _blocking(at: Assessment, shown: Sequence[Criterion]) -> Iterator[Criterion | None]:
    """Yield the criterion of each entry that is known to block; None for an entry without one."""
    known = {row.id: row for row in shown}
    for row in at.opening.entries:
        if row.state == BLOCKING and (row.entry.criterion is None or row.entry.criterion in known):
            yield known[row.entry.criterion] if row.entry.criterion else None


def _named(at: Assessment, shown: Sequence[Criterion], nameable: frozenset[str], lang: str) -> Iterator[str]:
    for row in _blocking(at, shown):
        if row is not None and row.section in nameable:
            yield row.title.get(lang)


def _part(row: Chapter) -> Part:
    return Part(row.label, row.title, row.articles[0].number, row.articles[-1].number)


def _provisions(made: Instrument, common: Mapping[str, Any], lang: str) -> Iterator[Provision]:
    groups = common["groups"]
    for i, row in enumerate(made.articles):
        yield Provision(row.label.rstrip("."), "", groups["decision"][lang] if i == 0 else "")
    for chapter in made.regulation.chapters:
        for i, row in enumerate(chapter.articles):
            head = f"{groups['regulation'][lang]}, {chapter.label}. {chapter.title}" if i == 0 else ""
            yield Provision(row.label.rstrip("."), row.title, head)
    for annex in made.regulation.annexes:
        yield Provision(annex.label, annex.title)
    yield Provision("", groups["other"][lang], groups["other_head"][lang])


def _contacts(matter: Matter, words: _Words) -> Iterator[Reached]:
    """Yield who stands for each role of the protocol that the draft names, in the register's order."""
    occasion = Occasion(matter.profile, matter.blueprint, matter.country, matter.order.moment)
    bound = bindings(matter.protocol.roles, occasion)
    for role in matter.country.roles:
        if role in bound and role in matter.made.uses.roles:
            yield _reached(role, bound[role], words)


def _reached(role: str, bound: Bound, words: _Words) -> Reached:
    contact = bound.contact
    hours = words.hours[contact.hours][words.lang] if contact.hours in words.hours else ""
    return Reached(role, bound.title.get(words.lang), unmarked(contact.post), unmarked(contact.phone), hours)
