"""Rules of type: font, colour, size, bold, italic, capitals, and whether an element is centred."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.layout.document import Document, Paragraph, Run
from rollout.layout.findings import Fault, Outcome, at, equivalent, judged, unknown
from rollout.layout.patterns import Rule, Table

NEAR_PT = 0.3
# Words of YAML stay text.
YES = "true"


def look(document: Document, rule: Rule, table: Table) -> Outcome:
    """The paragraphs of some roles have the type a rule asks for."""
    rows = document.of(*rule["roles"])
    return judged([fault for row in rows for fault in _wrong(row, rule)], seen=bool(rows))


def _wrong(row: Paragraph, rule: Rule) -> Iterator[Fault]:
    if rule.get("upper") == YES and row.text != row.text.upper():
        yield at(row, "lower")
    yield from _wrong_size(row, rule, row.inked)
    for key, unset in (("bold", "upright_weight"), ("italic", "upright")):
        if key not in rule:
            continue
        wanted = rule[key] == YES
        is_so = [bool(getattr(run, key)) for run in row.inked if any(map(str.isalnum, run.text))]
        if any(value != wanted for value in is_so):
            yield at(row, unset if wanted else key)
    if (
        rule.get("mostly_upright") == YES
        and sum(len(run.text) for run in row.inked if run.italic) > len(row.text) * 0.8
    ):
        yield at(row, "italic")
    if "align" in rule and row.align not in {rule["align"], None}:
        yield at(row, f"align_{row.align}")


def _wrong_size(row: Paragraph, rule: Rule, runs: tuple[Run, ...]) -> Iterator[Fault]:
    least, most = map(float, rule["size"])
    for run in runs:
        letters = any(map(str.isalnum, run.text))
        if letters and run.size is not None and not least - NEAR_PT <= run.size <= most + NEAR_PT:
            yield at(row, "size", size=round(run.size, 1))
            return


def lead(document: Document, rule: Rule, table: Table) -> Outcome:
    """Word and number of an article are upright and bold; its title too, where articles have one of their own."""
    rows = document.of(*rule["roles"])
    chaptered = {row.part for row in document.of("chapter")}
    faults: list[Fault] = []
    for row in rows:
        match = table.patterns["article"].match(row.text)
        runs = row.inked if row.part in chaptered else _covering(row, len(match[0]) if match else 1)
        if row.part in chaptered:  # one that runs on into its text is of the size of the text, whose rule tells
            faults += _wrong_size(row, rule, runs)
        if any(not run.bold for run in runs):
            faults.append(at(row, "upright_weight"))
        if any(run.italic for run in runs):
            faults.append(at(row, "italic"))
    return judged(faults, seen=bool(rows))


def _covering(row: Paragraph, length: int) -> tuple[Run, ...]:
    """The runs that the first `length` letters stand in."""
    found: list[Run] = []
    told = 0
    for run in row.inked:
        found.append(run)
        told += len("".join(run.text.split()))
        if told >= length - 2:
            break
    return tuple(found)


def font(document: Document, rule: Rule, table: Table) -> Outcome:
    """Every letter is of a family that is prescribed, or of one with the same measures."""
    right, alike = (_folded(rule[key]) for key in ("families", "equivalents"))
    faults: list[Fault] = []
    used: dict[str, None] = {}
    seen: set[str] = set()
    for row, run in _lettered(document):
        family = _fold(run.font)
        if family in alike:
            used[run.font] = None
        elif family not in right and family not in seen:
            seen.add(family)
            faults.append(at(row, "font", font=run.font))
    if used and not faults:
        return equivalent("font", fonts=list(used))
    return judged(faults)


def colour(document: Document, rule: Rule, table: Table) -> Outcome:
    """Every letter is black."""
    faults: list[Fault] = []
    seen: set[str] = set()
    unread = False
    for row, run in _lettered(document):
        if run.colour is None:
            unread = True
        elif run.colour != rule["black"] and run.colour not in seen:
            seen.add(run.colour)
            faults.append(at(row, "colour", colour=run.colour))
    if unread and not faults:
        return unknown("colour")
    return judged(faults)


def sizes_together(document: Document, rule: Rule, table: Table) -> Outcome:
    """Motto and place are of one size, the name of the State at most one smaller."""
    sizes = [[row.inked[0].size or 0.0 for row in document.of(role)[:1]] for role in ("nation", "motto", "place")]
    if not all(sizes):
        return judged((), seen=False)
    nation, motto, place = (size[0] for size in sizes)
    if abs(motto - place) > NEAR_PT or not -NEAR_PT <= motto - nation <= 1 + NEAR_PT:
        values = {"nation": round(nation, 1), "motto": round(motto, 1), "place": round(place, 1)}
        return judged([at(document.of("motto")[0], "sizes", **values)])
    return judged(())


def _lettered(document: Document) -> Iterator[tuple[Paragraph, Run]]:
    for row in document.paragraphs:
        for run in row.inked:
            if any(map(str.isalpha, run.text)):
                yield row, run


def _folded(names: list[str]) -> set[str]:
    return {_fold(name) for name in names}


def _fold(name: str) -> str:
    return "".join(name.split()).casefold()
