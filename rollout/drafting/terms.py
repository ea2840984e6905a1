"""Terms used and not defined, defined and not used, in the text as it stands on one date in one form and language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rollout.drafting.instrument import Instrument
from rollout.drafting.spots import placed
from rollout.drafting.wording import Piece, Wording
from rollout.problems import Problem

FILE = "terms"


def faulty_terms(instrument: Instrument, wording: Wording) -> Iterator[Problem]:
    """Yield D036 for a term that is used and not defined, D037 for one that is defined and not used."""
    parts = _parts(instrument)
    for piece in wording.file(FILE).listed("terms"):
        yield from _faults(piece, parts, instrument)


def _parts(instrument: Instrument) -> dict[str, str]:
    """The words of every clause of the regulation with its points, by id, in lower case."""
    articles = (article for chapter in instrument.regulation.chapters for article in chapter.articles)
    return {
        clause.id: " ".join([clause.text, *(point.text for point in clause.points)]).casefold()
        for article in articles
        for clause in article.clauses
    }


def _faults(piece: Piece, parts: dict[str, str], instrument: Instrument) -> Iterator[Problem]:
    written = piece.below(instrument.lang).data
    defining = [name for name in piece.below("clauses").data if _says(written, parts.get(name, ""))]
    elsewhere = next((name for name, words in parts.items() if name not in defining and _says(written, words)), "")
    if elsewhere and not defining and piece.data.get("must") == "yes":
        where, clauses = placed(instrument)[elsewhere], ", ".join(piece.data["clauses"])
        yield piece.problem("D036", term=written[0], where=where, clause=elsewhere, clauses=clauses)
    if defining and not elsewhere:
        where = placed(instrument)[defining[0]]
        yield piece.problem("D037", term=written[0], where=where, clause=defining[0])


def _says(written: list[str], words: str) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) for one in map(str.casefold, written) if one in words
    )
