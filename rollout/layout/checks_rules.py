"""Rules of lines: whether one stands under an element, and how long it is."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.layout.document import Document, Paragraph
from rollout.layout.findings import Fault, Outcome, at, equivalent, judged, unknown
from rollout.layout.patterns import Rule, Table

# Widths of a Word file are reckoned from the letters, those of pages are seen.
NEAR = {"docx": 0.06, "pdf": 0.035}


def rule(document: Document, rule: Rule, table: Table) -> Outcome:
    """Every part has a line under the last of its paragraphs of these roles, of a length within a share of theirs."""
    last: dict[int, Paragraph] = {}
    for row in document.of(*rule["roles"]):
        before = last.get(row.part)
        if before is None or row.rule is not None or before.rule is None:
            last[row.part] = row
    drawn = [row for row in last.values() if row.rule is None and row.shape]
    if drawn:
        return unknown("shape")
    faults = [fault for row in last.values() for fault in _wrong(row, rule, NEAR[document.kind])]
    underlined = [row for row in last.values() if row.rule is not None and row.rule.underlined]
    if underlined and not faults:
        return equivalent("underlined")
    return judged(faults, seen=bool(last))


def _wrong(row: Paragraph, rule: Rule, near: float) -> Iterator[Fault]:
    if row.rule is None:
        yield at(row, "no_rule")
        return
    least, most = map(float, rule["share"])
    share = row.rule.length / row.rule.width if row.rule.width else 0.0
    if not least - near <= share <= most + near:
        yield at(row, "rule_length", share=round(100 * share))
