"""Rules of words: how an element is written, how the lines of a list end, what may not be written."""

from __future__ import annotations

import re

from rollout import texts
from rollout.layout.document import Document, Paragraph
from rollout.layout.findings import Fault, Outcome, at, judged
from rollout.layout.patterns import Rule, Table


def words(document: Document, rule: Rule, table: Table) -> Outcome:
    """The paragraphs of some roles are written as a pattern tells."""
    pattern = re.compile(rule["pattern"])
    rows = [row for row in document.of(*rule["roles"]) if not row.counted]
    return judged([at(row, "words") for row in rows if not pattern.search(row.text)], seen=bool(rows))


def forbids(document: Document, rule: Rule, table: Table) -> Outcome:
    """Some words are written nowhere in the text."""
    pattern = re.compile(rule["pattern"])
    rows = document.of(*rule["roles"])
    faults = [at(row, "said", found=match[0]) for row in rows for match in [pattern.search(row.text)] if match]
    return judged(faults, seen=bool(rows))


def unnamed(document: Document, rule: Rule, table: Table) -> Outcome:
    """Some paragraphs do not begin with what a pattern tells."""
    rows = document.of(*rule["roles"])
    return judged([at(row, "words") for row in rows if table.has(rule["pattern_name"], row.text)], seen=bool(rows))


def ends(document: Document, rule: Rule, table: Table) -> Outcome:
    """Each paragraph of a list ends with its sign, the last one with another."""
    faults: list[Fault] = []
    rows = document.of(*rule["roles"])
    for part in sorted({row.part for row in rows}):
        of_part = [row for row in rows if row.part == part]
        for row in of_part:
            sign = rule["last"] if row is of_part[-1] else rule["each"]
            if not row.text.endswith(sign):
                faults.append(at(row, "end", end=row.text[-1:], sign=sign))
    return judged(faults, seen=bool(rows))


def recipients(document: Document, rule: Rule, table: Table) -> Outcome:
    """Each line of the recipients is written as one pattern tells, the last as another."""
    faults: list[Fault] = []
    rows = document.of("recipient")
    each, last = re.compile(rule["pattern"]), re.compile(rule["last"])
    for block in dict.fromkeys(row.block for row in rows):
        of_block = [row for row in rows if row.block == block]
        wrong = (row for row in of_block if not (last if row is of_block[-1] else each).search(row.text))
        faults.extend(at(row, "words") for row in wrong)
    return judged(faults, seen=bool(rows))


def addressed(document: Document, rule: Rule, table: Table) -> Outcome:
    """A colon after the first words; several addressees are a list."""
    rows, listed = document.of("addressed"), document.of("addressee")
    faults = [at(row, "words") for row in rows if ":" not in row.text]
    for row in listed:
        sign = "." if row is listed[-1] else ";"
        if not row.text.endswith(sign):
            faults.append(at(row, "end", end=row.text[-1:], sign=sign))
    return judged(faults, seen=bool(rows))


def power(document: Document, rule: Rule, table: Table) -> Outcome:
    """Who signs for a body says so; the head of an organ who decides does not."""
    signers, deciding = document.of("signer"), document.of("authority")
    if not signers or not deciding:
        return judged((), seen=False)
    for_body = signers[0].text.upper().startswith(rule["sign"].upper())
    one_person = table.has("post", deciding[0].text)
    if for_body == one_person:
        name = "power_person" if one_person else "power_body"
        return judged([at(signers[0], name, authority=deciding[0].text, sign=rule["sign"])])
    return judged(())


def ending(document: Document, rule: Rule, table: Table) -> Outcome:
    """The last paragraph of each text that is no annex ends with its sign."""
    roles = {"text", "clause", "point", "article"}
    last: dict[int, Paragraph] = {row.part: row for row in document.paragraphs if row.role in roles}
    faults = [at(row, "end", end=row.text[-3:], sign=rule["sign"]) for row in last.values() if not _ended(row, rule)]
    return judged(faults, seen=bool(last))


def _ended(row: Paragraph, rule: Rule) -> bool:
    return "".join(row.text.split()).endswith(rule["sign"])


def missing(rule: Rule) -> Outcome:
    """An element every document has is not there."""
    return judged([Fault(texts.pair("layout.found_missing"))])
