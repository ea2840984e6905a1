"""Rules of paper, margins and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rollout import texts
from rollout.layout.document import Document, Numbers, Sheet
from rollout.layout.findings import Fault, Outcome, Status, judged, unknown
from rollout.layout.patterns import Rule, Table

MM, LOOSE_MM = 0.4, 0.8
# Room between the edge of the text area and the letters in it, as far as pages tell.
SLACK_MM = {"top": 4.0, "bottom": 14.0, "left": 0.8, "right": 3.0}
# A Word file does not say how many pages it has; less text than this may well be one.
ONE_PAGE = 2200


def paper(document: Document, rule: Rule, table: Table) -> Outcome:
    """Every sheet is of the size, whichever way it lies."""
    wanted = sorted(rule["size"])
    return judged(
        _of(sheet, index, "paper", width=_mm(sheet.width), height=_mm(sheet.height))
        for index, sheet in enumerate(document.sheets)
        if any(abs(side - want) > 1 for side, want in zip(sorted((sheet.width, sheet.height)), wanted, strict=True))
    )


def orientation(document: Document, rule: Rule, table: Table) -> Outcome:
    """A sheet lies sideways only where tables stand."""
    sideways = [(index, row) for index, row in enumerate(document.sheets) if row.width > row.height + 1]
    return judged(_of(row, index, "sideways") for index, row in sideways if not row.tables)


def margin(document: Document, rule: Rule, table: Table) -> Outcome:
    """A margin of every upright sheet is within its range."""
    upright = [(index, row) for index, row in enumerate(document.sheets) if row.width < row.height + 1]
    faults = [_margin(row, index, rule["side"], *map(float, rule["range"])) for index, row in upright]
    return judged([fault for fault in faults if fault is not None], seen=bool(upright))


def _margin(sheet: Sheet, index: int, side: str, low: float, high: float) -> Fault | None:
    found = getattr(sheet, side)
    give, slack = (LOOSE_MM, SLACK_MM[side]) if sheet.loose else (MM, MM)
    if found is None or low - give <= found <= high + slack:
        return None
    return _of(sheet, index, "margin", found=_mm(found))


def number_shown(document: Document, rule: Rule, table: Table) -> Outcome:
    """Every page of a part from its second on has a number."""
    rows = [row for row in document.numbers if row.several is not False]
    faults = [_numbers(row, "missing_numbers", pages=list(row.missing)) for row in rows if row.missing]
    silent = [row for row in rows if row.several is None and not row.place]
    if silent and document.kind == "docx":
        if sum(len(row.text) for row in document.paragraphs) < ONE_PAGE:
            return unknown("pages_of_word")
        faults += [_numbers(row, "no_numbers") for row in silent]
    return judged(faults, seen=bool(rows))


def number_place(document: Document, rule: Rule, table: Table) -> Outcome:
    """Numbers stand in the top margin, in the middle."""
    rows = [row for row in document.numbers if row.place]
    low = [_numbers(row, "number_bottom") for row in rows if row.place == "bottom"]
    aside = [_numbers(row, "number_aside") for row in rows if row.place == "top" and row.centred is False]
    return judged(low + aside, seen=bool(rows))


def number_type(document: Document, rule: Rule, table: Table) -> Outcome:
    """Numbers are Arabic, upright and of the size."""
    least, most = map(float, rule["size"])
    return judged(
        (fault for row in document.numbers if row.place for fault in _type(row, least, most)),
        seen=any(row.place for row in document.numbers),
    )


def _type(row: Numbers, least: float, most: float) -> Iterator[Fault]:
    if not row.arabic:
        yield _numbers(row, "number_roman")
    if row.upright is False:
        yield _numbers(row, "italic")
    if row.size is not None and not least - 0.3 <= row.size <= most + 0.3:
        yield _numbers(row, "size", size=round(row.size, 1))


def number_first(document: Document, rule: Rule, table: Table) -> Outcome:
    """The first page of a part shows no number."""
    rows = [row for row in document.numbers if row.place and (row.section == 0 or row.restarts)]
    return judged((_numbers(row, "number_first") for row in rows if row.first_hidden is False), seen=bool(rows))


def annex_pages(document: Document, rule: Rule, table: Table) -> Outcome:
    """The numbers of pages start anew with each annex."""
    labels = document.of("annex_label")
    faults = []
    for row in labels:
        if document.kind == "docx":
            first = next(other for other in document.paragraphs if other.section == row.section) is row
            own = first and next((part.restarts for part in document.numbers if part.section == row.section), True)
        else:
            known = [part for part in document.numbers if part.start is not None and part.start <= (row.page or 0)]
            own = not known or not known[-1].place or known[-1].restarts
        if not own:
            faults.append(Fault(texts.pair("layout.found_annex_pages"), row.page, row.number, excerpt=row.text))
    return judged(faults, seen=bool(labels))


def annexes(document: Document, rule: Rule, table: Table) -> Outcome:
    """Two annexes or more are numbered in order."""
    rows = document.of("annex_label")
    values = [roman(row.text.rpartition(" ")[2]) for row in rows]
    faults = []
    for (_, before), (row, value) in pairwise([(None, 0), *zip(rows, values, strict=True)]):
        if row is not None and len(rows) > 1 and value != before + 1:
            faults.append(Fault(texts.pair("layout.found_order", found=row.text), row.page, row.number))
    return judged(faults, seen=bool(rows))


def roman(text: str) -> int:
    """Return the value of a Roman number, 0 for what is none."""
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    if not text or any(sign not in worth for sign in text):
        return 0
    values = [worth[sign] for sign in text]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def scans(document: Document, rule: Rule, table: Table) -> Outcome:
    """Pages that are pictures cannot be looked at."""
    if document.textless:
        return unknown("scans", pages=list(document.textless))
    return Outcome(Status.ABSENT)


def _mm(length: float) -> float:
    return round(length, 1)


def _of(sheet: Sheet, index: int, name: str, **values: object) -> Fault:
    found = texts.pair(f"layout.found_{name}", **values)
    return Fault(found, sheet.page, section=None if sheet.page else index + 1)


def _numbers(row: Numbers, name: str, **values: object) -> Fault:
    found = texts.pair(f"layout.found_{name}", **values)
    return Fault(found, row.page, section=None if row.page else row.section + 1)
