"""Every rule of the table against a document; documents of another regime are not judged by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rollout.layout import checks_body, checks_order, checks_page, checks_rules, checks_type, checks_words
from rollout.layout.document import Document
from rollout.layout.findings import Finding, Outcome, Status, judged, unknown
from rollout.layout.patterns import Rule, Table
from rollout.layout.reading import document

Check = Callable[[Document, Rule, Table], Outcome]
MODULES = (checks_page, checks_type, checks_words, checks_rules, checks_order, checks_body)


@dataclass(frozen=True)
class Judged:
    """A document with what came of every rule; `secondary` is a regulation of another regime."""

    findings: tuple[Finding, ...]
    kind: str
    secondary: bool

    def of(self, *statuses: Status) -> tuple[Finding, ...]:
        """Return the findings of these statuses, in the order of the rules."""
        return tuple(row for row in self.findings if row.outcome.status in statuses)

    @property
    def broken(self) -> bool:
        """Tell whether any rule is broken."""
        return bool(self.of(Status.BROKEN))


def judge(data: bytes, name: str, table: Table) -> Judged:
    """Return what a file keeps and breaks; raises ProblemsFound (L…) where it cannot be looked at."""
    read = document(data, name, table)
    secondary = any(table.has("secondary", row.text) for row in read.of("number"))
    findings = tuple(Finding(rule, _outcome(read, rule, table, secondary=secondary)) for rule in table.rules)
    return Judged(findings, read.kind, secondary)


def _outcome(read: Document, rule: Rule, table: Table, *, secondary: bool) -> Outcome:
    if rule["check"] == "unseen":
        return unknown(rule["reason"])
    if secondary:
        return unknown("secondary")
    if rule.get("needed") == checks_type.YES and not read.of(*rule["roles"]):
        return judged((), seen=False) if _annex_alone(read) else checks_words.missing(rule)
    return _check(rule["check"])(read, rule, table)


def _check(name: str) -> Check:
    found: Check = next(vars(module)[name] for module in MODULES if name in vars(module))
    return found


def _annex_alone(read: Document) -> bool:
    """Tell whether a file holds an annex that was handed on without its document."""
    return bool(read.of("annex_label")) and not read.of("nation")
