"""rollout layout: whether a Word file or a PDF keeps the prescribed layout, rule by rule."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rollout import texts
from rollout.cli import shared
from rollout.cli.console import Console, harmless
from rollout.cli.failures import WRONG
from rollout.cli.options import Options
from rollout.documents.terminal import indent, wrap
from rollout.files import read_bytes
from rollout.layout.findings import Status
from rollout.layout.patterns import Table, table
from rollout.layout.reading import LARGEST_FILE
from rollout.layout.report import as_values, groups, result, told
from rollout.layout.rules import Judged, judge

STYLES = {Status.BROKEN: "error", Status.UNKNOWN: "warning", Status.EQUIVALENT: "good", Status.KEPT: "good"}


@shared.command("layout")
@shared.argument("file")
@shared.formats(("text", "json"), about="format_layout")
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Judge one file; exit code 1 where a rule is broken."""
    rules = table()
    judged = judge(read_bytes(options.file, LARGEST_FILE), options.file, rules)
    if options.format == "json":
        values = as_values(judged, options.file, rules.data["decree"], console.lang)
        console.result(json.dumps(values, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in _lines(judged, options.file, rules, console):
            console.result(f"{line}\n")
    return WRONG if judged.broken else 0


def _lines(judged: Judged, file: str, rules: Table, console: Console) -> Iterator[str]:
    values = {"file": file, "rules": len(rules.rules), "decree": rules.data["decree"]}
    yield harmless(texts.text("layout.heading", console.lang, **values))
    for status, heading, rows in groups(judged, console.lang):
        if console.quiet and status is not Status.BROKEN:
            continue
        yield ""
        yield console.style(heading, STYLES.get(status, "muted"))
        for row in rows:
            head, *more = told(row, console.lang, every=console.verbose)
            yield from _wrapped(head, "  - ", console)
            for line in more:
                yield from _wrapped(line.strip(), "      ", console)
    yield ""
    yield console.style(result(judged, console.lang), "error" if judged.broken else "good")


def _wrapped(line: str, lead: str, console: Console) -> Iterator[str]:
    first, *rest = wrap(harmless(line), console.width - len(lead))
    yield lead + first
    yield from indent(rest, len(lead))
