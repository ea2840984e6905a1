"""What came of the rules, in words: lines for people, and values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rollout.layout.findings import Fault, Finding, Status
from rollout.layout.rules import Judged
from rollout.texts import text

FORMAT = "rollout.layout/1"
FEW_PLACES = 3
# In the order they are told: what is wrong first.
GROUPS = (Status.BROKEN, Status.UNKNOWN, Status.EQUIVALENT, Status.KEPT, Status.ABSENT)


def clause(at: Mapping[str, Any], lang: str) -> str:
    """Return where in the decree a rule stands, from the smallest unit up."""
    named = {"annex": "I", **at}
    order = ("point", "clause", "section", "part", "annex")
    return " ".join(text(f"layout.at_{unit}", lang, n=str(named[unit])) for unit in order if unit in named)


def place(fault: Fault, lang: str) -> str:
    """Return where a rule is broken, with the first words there."""
    values = {"page": str(fault.page), "paragraph": str(fault.paragraph), "section": str(fault.section)}
    if fault.paragraph is not None:
        where = text("layout.place_page" if fault.page is not None else "layout.place_paragraph", lang, **values)
    elif fault.page is not None or fault.section is not None:
        where = text("layout.place_only_page" if fault.page is not None else "layout.place_section", lang, **values)
    else:
        where = text("layout.place_whole", lang)
    return f"{where} “{fault.excerpt}”" if fault.excerpt else where


def told(row: Finding, lang: str, *, every: bool) -> Iterator[str]:
    """Return the lines of one rule: title and clause, each place that breaks it, what is allowed, what to do."""
    outcome = row.outcome
    head = f"{row.rule['title'][lang]} ({clause(row.rule['at'], lang)})"
    yield f"{head}: {outcome.reason[lang]}" if outcome.reason else head
    shown = outcome.faults if every else outcome.faults[:FEW_PLACES]
    for fault in shown:
        yield "    " + text("layout.line_found", lang, place=place(fault, lang), found=fault.found[lang])
    if len(shown) < len(outcome.faults):
        yield "    " + text("layout.more_places", lang, count=len(outcome.faults) - len(shown))
    if outcome.faults:
        yield "    " + text("layout.line_allowed", lang, allowed=row.rule["allowed"][lang])
        yield "    " + text("layout.line_fix", lang, fix=row.rule["fix"][lang])


def groups(judged: Judged, lang: str) -> Iterator[tuple[Status, str, tuple[Finding, ...]]]:
    """Return the rules by what came of them, each group with its heading; empty groups are left out."""
    for status in GROUPS:
        rows = judged.of(status)
        if rows:
            yield status, text(f"layout.group_{status.value}", lang, count=len(rows)), rows


def result(judged: Judged, lang: str) -> str:
    """Return the last line; nothing that was not looked at is ever said to be right."""
    broken, unseen = len(judged.of(Status.BROKEN)), len(judged.of(Status.UNKNOWN))
    name = "broken" if broken else "kept" if unseen else "all"
    return text(f"layout.result_{name}", lang, broken=broken, unknown=unseen)


def as_values(judged: Judged, file: str, decree: str, lang: str) -> dict[str, Any]:
    """Return everything for programs; the words are in `lang`."""
    counts = {status.value: len(judged.of(status)) for status in GROUPS}
    rules = [_rule(row, lang) for row in judged.findings]
    return {"format": FORMAT, "file": file, "kind": judged.kind, "decree": decree, "counts": counts, "rules": rules}


def _rule(row: Finding, lang: str) -> dict[str, Any]:
    rule, outcome = row.rule, row.outcome
    return {
        "id": rule["id"],
        "clause": clause(rule["at"], lang),
        "title": rule["title"][lang],
        "status": outcome.status.value,
        "reason": outcome.reason[lang] if outcome.reason else None,
        "allowed": rule["allowed"][lang],
        "fix": rule["fix"][lang] if outcome.faults else None,
        "places": [_place(fault, lang) for fault in outcome.faults],
    }


def _place(fault: Fault, lang: str) -> dict[str, Any]:
    return {
        "page": fault.page,
        "section": fault.section,
        "paragraph": fault.paragraph,
        "excerpt": fault.excerpt,
        "found": fault.found[lang],
    }
