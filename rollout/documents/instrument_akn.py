"""An Instrument as Akoma Ntoso 3.0: its structure, its addresses, the law it cites; same input, same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup, escape

from rollout.documents.environment import environment
from rollout.drafting.identity import Cited, Identity
from rollout.drafting.instrument import Instrument
from rollout.language import slug
from rollout.load import read
from rollout.problems import ProblemsFound
from rollout.shipped import find

# What no XML may hold, escaped or not.
_NEVER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REF = Markup('<ref href="{}">{}</ref>')


def instrument_akn(
    instrument: Instrument, words: Mapping[str, str], day: str, about: Identity, *, draft: bool
) -> bytes:
    """Return the decision, its regulation and annexes as Akoma Ntoso.

    `words` are those of templates/regulation/words.yaml, `day` the intended date of signature (ISO), `about` what the
    text is known by; `draft` prints the draft mark. Raises ProblemsFound when the table of names is missing or broken.
    """
    table = _table()
    made = environment().overlay(autoescape=True)
    made.filters = {
        **made.filters,
        "href": lambda law: _href(law, table),
        "letter": _letter,
        "linked": _linker(about, table),
        "oneline": lambda text: " ".join(text.split()),
        "slug": slug,
    }
    template = made.get_template("regulation/instrument.akn.xml.j2")
    at = _addresses(instrument, day, about, table)
    page = template.render(it=instrument, words=words, day=day, draft=draft, about=about, akn=table, at=at)
    return _NEVER.sub("", page).encode()


def _table() -> Mapping[str, Any]:
    found = read(find("templates", "regulation/akoma_ntoso.yaml"))
    if not found.ok:
        raise ProblemsFound(found.problems)
    table: Mapping[str, Any] = found.data
    return table


def _addresses(it: Instrument, day: str, about: Identity, table: Mapping[str, Any]) -> Mapping[str, str]:
    place, language = f"{table['country']}-{about.code}", table["languages"][it.lang]
    symbol = it.number.partition("/")[2]
    number = f"{table['no_number']}-{slug(symbol)}"
    work = f"/akn/{place}/act/{table['work']}/{day}/{number}"
    expression = f"{work}/{language}@{day}"
    return {"place": place, "language": language, "number": number, "work": work, "expression": expression}


def _href(law: Cited, table: Mapping[str, Any]) -> str:
    return "/".join(filter(None, ("/akn", table["country"], "act", slug(law.kind), law.day, slug(law.number))))


def _linker(about: Identity, table: Mapping[str, Any]) -> Callable[[str], Markup]:
    """Return what escapes a text and links the instruments it names; longer names count before shorter ones."""
    known = {name: _href(law, table) for law in reversed(about.laws) for name in law.names}
    if not known:
        return escape
    names = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)({names})(?!\w)")

    def linked(text: str) -> Markup:
        parts = pattern.split(text)
        done = (_REF.format(known[part], part) if i % 2 else escape(part) for i, part in enumerate(parts))
        return Markup("").join(done)

    return linked


def _letter(letter: str) -> str:
    """đ has no letter of its own in addresses."""
    return letter.replace("đ", "dd")
