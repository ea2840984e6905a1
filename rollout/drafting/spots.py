"""Where a part stands, in words: for lists that a drafter reads beside the text."""

from __future__ import annotations

from collections.abc import Iterator

from rollout import texts
from rollout.drafting.instrument import Annex, Instrument, Sheet

LETTER = "letter"


def letter_part(name: str, label: str) -> str:
    """Return the id of a part of a letter of that name; `label` is the number of its heading, empty for the whole."""
    return f"{LETTER}/{name}/{label}"


def placed(instrument: Instrument) -> dict[str, str]:
    """Return, for the id of every article, clause, point, annex and entry, where it stands, in the text's language."""
    lang, found = instrument.lang, {}
    for part, article in instrument.all_articles():
        where = texts.text(f"draft.part.{part}", lang)
        found[article.id] = texts.text("draft.place.article", lang, article=str(article.number), part=where)
        for clause in article.clauses:
            values = {"article": str(article.number), "clause": clause.number, "part": where}
            kind = "clause" if clause.number else "article"
            found[clause.id] = texts.text(f"draft.place.{kind}", lang, **values)
            for point in clause.points:
                kind = "point" if clause.number else "point_alone"
                found[point.id] = texts.text(f"draft.place.{kind}", lang, point=point.letter, **values)
    return found | {part: where for annex in instrument.regulation.annexes for part, where in _annex(annex, lang)}


def _annex(annex: Annex, lang: str) -> Iterator[tuple[str, str]]:
    """Entries are counted through their table; those of a form stand in the form."""
    yield annex.id, annex.label
    for block in annex.blocks:
        about = {"annex": annex.label, "form": block.number if isinstance(block, Sheet) else ""}
        yield block.id, texts.text("annex.place.form", lang, **about) if about["form"] else annex.label
        kind = "field" if about["form"] else "row"
        for number, entry in enumerate(block.entries, 1):
            yield entry.id, texts.text(f"annex.place.{kind}", lang, number=str(number), **about)


def place_of(part: str, places: dict[str, str], lang: str) -> str:
    """Return where a part stands; a step that shares its article stands where its first clause does."""
    if part in places:
        return places[part]
    if part.startswith(f"{LETTER}/"):
        _, name, label = part.split("/", 2)
        return texts.text("letters.part", lang, letter=name, label=label) if label else name
    if part in ("head", "issued", "recipients", "bases"):
        return texts.text(f"draft.place.{part}", lang)
    first = next((where for name, where in places.items() if name.startswith(f"{part}-")), None)
    return first or texts.text("draft.place.bases", lang)
