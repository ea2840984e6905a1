"""Letters for the tests: those of the shipped wording, model and profiles unless a test says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import shipped_profiles
from drafting.drafts import NOW, drafted, protocol, shipped

from rollout.drafting.instrument import Instrument
from rollout.drafting.letter import Letter, Line
from rollout.drafting.letter_facts import Matter
from rollout.drafting.letters import letters
from rollout.drafting.order import Order
from rollout.model.profile import Profile


def written(profile: Profile, order: Order, made: Instrument | None = None) -> dict[str, Letter]:
    """The letters of a profile by their id; `made` spares drafting where only dates differ."""
    country = shipped_profiles.country()
    unit = country.unit_at(profile.unit.slug, order.moment)
    assert unit is not None
    made = made or drafted(profile, order)
    matter = Matter(made, profile, unit, shipped_profiles.blueprint(), country, protocol(), order)
    return {row.id: row for row in letters(matter)}


@cache
def shipped_letters(
    name: str, day: date = NOW, form: str = "ca_biet", lang: str = "vi", proposer: str = "LEAD_GE"
) -> dict[str, Letter]:
    profile = replace(shipped_profiles.profile(name), as_of=day)
    return written(profile, Order(day, form, lang, proposer), shipped(name, day, form, lang))


def body(letter: Letter) -> Iterator[tuple[str, str]]:
    """What a letter says in sentences and tables: no head, number, recipients, signature."""
    head = {"parent", "issuer", "number", "date_line", "marks", "recipients", "signature", "kind"}
    return ((part, words) for part, words in letter.texts() if part not in head and words)


def paragraphs(letter: Letter) -> list[Line]:
    return [row for row in letter.body if isinstance(row, Line)]


def said(letter: Letter) -> str:
    return "\n".join(words for _, words in letter.texts())
