"""rollout gap: what a province has, what it lacks, what to do first; one line for each of several."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import PurePath

from rollout.analysis.assessment import Assessment, assess
from rollout.analysis.gap import Gap, gap
from rollout.cli import many, shared
from rollout.cli.agency import role
from rollout.cli.console import PLAIN_WIDTH, Console, columns
from rollout.cli.delivery import Delivery, delivery
from rollout.cli.failures import exit_code
from rollout.cli.misuse import Misuse
from rollout.cli.opening import STDIN_NAME, Opening
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked
from rollout.cli.summary import Summary, counted, one_line, summary_of
from rollout.cli.validate import file_lines
from rollout.cli.writers import WRITERS
from rollout.files import lock
from rollout.language import slug
from rollout.reporting.gap_json import gap_json
from rollout.reporting.gap_report import gap_report
from rollout.reporting.options import Options as Asked

FORMATS = (*WRITERS, "json")


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one profile: its problems, its summary (None where it cannot be used), its document."""

    checked: Checked
    summary: Summary | None
    document: bytes = b""


@shared.command("gap")
@shared.profiles
@shared.formats(FORMATS)
@shared.output()
@shared.option("--gate", is_flag=True)
@shared.option("--agency", metavar="ROLE")
@shared.audience
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Analyse profiles; return the exit code."""
    named = many.files(options.profiles)
    goes = delivery(options, console.say("file_gap"), named, FORMATS)
    wanted = _documents_wanted(options, goes, len(named))
    if options.gate and options.agency and goes.format != "json":
        raise Misuse("gate_or_agency")
    opening = Opening()
    if len(named) > many.WORTH_WORKERS:
        opening.profile(named[0])  # before the workers are forked, so that they share what is open
    with lock(goes.folder) if goes.folder else nullcontext():
        results = many.each(lambda file: tell(file, opening, options, goes if wanted else None), named, console)
        return _printed(results, len(named), goes, options, console)


def _documents_wanted(options: Options, goes: Delivery, count: int) -> bool:
    """One profile is told in full; of several, only what a folder or a stream of JSON can hold."""
    if count == 1 or goes.folder or options.format == "json":
        return not options.quiet or bool(options.output or options.format)
    if options.format is not None:
        raise Misuse("many_need_folder", format=options.format, count=count)
    return False


def tell(file: str, opening: Opening, options: Options, goes: Delivery | None) -> Told:
    """Analyse one profile; make its document where one goes somewhere."""
    read = opening.profile(file)
    problems = read.problems
    found: Assessment | None = None
    if read.profile is not None and read.model is not None:
        found = assess(read.profile, read.model.blueprint, read.model.country)
        problems = tuple(sorted((*problems, *found.problems)))
    checked = Checked(read.file, problems, read.lines(problems))
    if found is None:
        return Told(checked, None)
    document = b"" if goes is None else _document(gap(found), options, goes)
    return Told(checked, summary_of(found, public=options.audience == "public"), document)


def _document(found: Gap, options: Options, goes: Delivery) -> bytes:
    agency = role(options.agency, found.assessment.country) if options.agency else None
    asked = Asked(options.document_lang, options.audience, agency, options.gate)
    if goes.format == "json":
        return gap_json(found, asked, one_line=goes.stream).encode()
    return WRITERS[goes.format](gap_report(found, asked), columns() if options.output is None else PLAIN_WIDTH)


def _printed(results: Iterator[Told], count: int, goes: Delivery, options: Options, console: Console) -> int:
    code, broken = 0, []
    for row in results:
        for line in file_lines(row.checked, console):
            console.error(line)
        code = max(code, exit_code(row.checked.problems))
        if row.summary is None:
            broken.append(row.checked.file)
            continue
        if row.document:
            goes.deliver(row.document, row.checked.file, console)
        if count > 1:
            _line(one_line(row.summary, console), goes, console)
    if count == 1 and not broken:
        _ending(row, goes, options, console)
    if count > 1:
        _line(counted(count, broken, console), goes, console)
    return code


def _line(text: str, goes: Delivery, console: Console) -> None:
    """A line about a profile is a result, unless the results are documents on stdout."""
    if goes.folder or goes.format != "json":
        if not console.quiet:
            console.result(f"{text}\n")
    else:
        console.note(text)


def _ending(row: Told, goes: Delivery, options: Options, console: Console) -> None:
    """After a document: what to try next, then the one line that matters most."""
    if row.summary is None:
        return
    if options.output is None and options.format is None and row.checked.file != STDIN_NAME:
        stem = slug(PurePath(row.checked.file).stem)
        console.note(console.say("next_after_gap", profile=options.again(row.checked.file), file=f"{stem}.pdf"))
    console.note(one_line(row.summary, console))
