"""Times, legal limits and lists as words of a problem, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from rollout.model.country import Country, Limit
from rollout.model.protocol import Within
from rollout.texts import LANGUAGES, pair

Pair = dict[str, str]


def said(within: Within) -> Pair:
    """Write a time without its moment: at once, 2 hours, 3 working days."""
    return pair("coordination.now") if within.immediate else amount(within.value, within.unit)


def amount(value: float, unit: str) -> Pair:
    """Write a number of units."""
    name = f"coordination.unit.{unit}.one" if value == 1 else f"coordination.unit.{unit}"
    return pair("coordination.amount", value=value, unit=pair(name))


def limit_said(limit: Limit) -> Pair:
    """Write how long a legal limit allows."""
    return pair("coordination.now") if limit.value is None else amount(limit.value, limit.unit)


def article(limit: Limit, country: Country) -> Pair:
    """Write where the law sets a limit."""
    instrument = country.instruments.get(limit.instrument)
    number = instrument.number if instrument else limit.instrument
    kind = instrument.kind if instrument else ""
    return pair("coordination.article", article=limit.article, kind=kind, number=number)


def listed(items: Iterable[Pair]) -> Pair:
    """Join words with commas, each once."""
    rows = list(items)
    return {lang: ", ".join(dict.fromkeys(row[lang] for row in rows)) for lang in LANGUAGES}
