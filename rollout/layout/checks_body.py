"""Rules of the text: justified, indented, with gaps and lines of a certain distance."""

from __future__ import annotations

from collections.abc import Callable

from rollout.layout.document import Document, Paragraph
from rollout.layout.findings import Fault, Outcome, at, judged
from rollout.layout.patterns import Rule, Table

MM = {"docx": 0.3, "pdf": 0.8}
GAP_PT = {"docx": 0.2, "pdf": 0.9}
TIMES = {"docx": 0.02, "pdf": 0.06}


def justified(document: Document, rule: Rule, table: Table) -> Outcome:
    """Lines reach both margins."""

    def wrong(row: Paragraph) -> Fault | None:
        return at(row, f"align_{row.align}") if row.align in {"left", "right"} else None

    return _each(document, rule, wrong)


def indent(document: Document, rule: Rule, table: Table) -> Outcome:
    """First lines begin at one of the indents allowed."""
    near, allowed = MM[document.kind], [float(value) for value in rule["indents"]]

    def wrong(row: Paragraph) -> Fault | None:
        if row.first is None or row.align == "center" or any(abs(row.first - value) <= near for value in allowed):
            return None
        return at(row, "indent", found=round(row.first, 1))

    return _each(document, rule, wrong)


def gap(document: Document, rule: Rule, table: Table) -> Outcome:
    """Paragraphs of the text that follow each other stand apart."""
    least = float(rule["least"]) - GAP_PT[document.kind]
    roles = set(rule["roles"])
    before = {row.number: row.role for row in document.paragraphs}

    def wrong(row: Paragraph) -> Fault | None:
        if row.gap is None or row.gap >= least or before.get(row.number - 1) not in roles:
            return None
        return at(row, "gap", found=round(max(0.0, row.gap), 1))

    return _each(document, rule, wrong)


def spacing(document: Document, rule: Rule, table: Table) -> Outcome:
    """Lines stand apart between single and the most allowed."""
    near = TIMES[document.kind]
    least, most = map(float, rule["range"])

    def wrong(row: Paragraph) -> Fault | None:
        if row.spacing is None or least - near <= row.spacing <= most + near:
            return None
        return at(row, "spacing", found=round(row.spacing, 2))

    return _each(document, rule, wrong)


def _each(document: Document, rule: Rule, wrong: Callable[[Paragraph], Fault | None]) -> Outcome:
    rows = document.of(*rule["roles"])
    faults = [fault for row in rows for fault in [wrong(row)] if fault is not None]
    return judged(faults, seen=bool(rows))
