"""Drafts for the tests: the shipped model, profile and templates unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import shipped_profiles
from checkout import ROOT

from rollout.analysis.coordination.present import present
from rollout.drafting.draft import draft
from rollout.drafting.instrument import Article, Instrument
from rollout.drafting.order import Order
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.model.reading_protocol import open_protocol

FORMS = ("ca_biet", "qppl_ubnd", "qppl_chu_tich")
CHAIR_FROM = date(2025, 7, 1)
NOW = date(2026, 10, 1)
TEMPLATES = ROOT / "templates" / "regulation"


@cache
def protocol() -> Protocol:
    opened = open_protocol(shipped_profiles.blueprint())
    assert opened is not None
    assert opened.protocol is not None, opened.problems
    return opened.protocol


def forms_at(day: date) -> tuple[str, ...]:
    """The legal forms that exist on a day."""
    return FORMS if day >= CHAIR_FROM else FORMS[:2]


def drafted(profile: Profile, order: Order) -> Instrument:
    unit = shipped_profiles.country().unit_at(profile.unit.slug, order.moment)
    assert unit is not None
    return draft(profile, unit, shipped_profiles.country(), present(protocol(), profile), order)


@cache
def shipped(name: str, day: date = NOW, form: str = "ca_biet", lang: str = "vi") -> Instrument:
    """The draft of a shipped profile, as of the day of signature whatever day the profile is of."""
    profile = replace(shipped_profiles.profile(name), as_of=day)
    return drafted(profile, Order(day, form, lang, "LEAD_GE"))


def lines(it: Instrument) -> Iterator[tuple[str, str]]:
    """Every text of the decision and the regulation by the id of its part."""
    yield from (("head", text) for text in (it.head, it.number, it.date_line, it.title, it.authority, it.decides))
    yield from ((row.id, row.text) for row in it.bases)
    for _, article in it.all_articles():
        yield from article_lines(article)
    yield ("issued", it.regulation.issued_with)
    yield from (("recipients", text) for text in it.recipients)
    yield from (("signature", text) for text in it.signature)


def article_lines(article: Article) -> Iterator[tuple[str, str]]:
    if article.title:
        yield article.id, article.title
    for clause in article.clauses:
        yield clause.id, clause.text
        yield from ((point.id, point.text) for point in clause.points)


def text(it: Instrument) -> str:
    return "\n".join(words for _, words in lines(it))
