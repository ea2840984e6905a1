"""rollout validate: every problem of every profile, with its place, why it matters and what to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import PurePath

from rollout.analysis.assessment import assess
from rollout.cli import many, shared
from rollout.cli.console import Console
from rollout.cli.failures import exit_code
from rollout.cli.opening import STDIN_NAME, Opening
from rollout.cli.options import Options
from rollout.cli.problem_formats import WRITERS, Checked, codes_of
from rollout.cli.problems_text import PERSONAL, capped, problem_lines

FORMATS = ("text", *WRITERS)
MOST_SHOWN = 20
FEW_FILES = 20


@shared.command("validate")
@shared.profiles
@shared.formats(FORMATS, about="format_validate")
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Validate profiles; return the exit code."""
    named = many.files(options.profiles)
    opening = Opening()
    if len(named) > many.WORTH_WORKERS:
        opening.profile(named[0])  # before the workers are forked, so that they share what is open
    checked = many.each(lambda file: check(file, opening), named, console)
    if options.format in (None, "text"):
        return _told(checked, options, console)
    rows = list(checked)
    console.result(WRITERS[options.format](rows, console.lang))
    return _code(rows)


def check(file: str, opening: Opening) -> Checked:
    """Read one profile and return its problems, with the lines they stand in."""
    read = opening.profile(file)
    problems = read.problems
    if read.profile is not None and read.model is not None and read.profile.waivers:
        # Whether a waiver counts depends on the verdict it covers.
        found = assess(read.profile, read.model.blueprint, read.model.country)
        problems = tuple(sorted((*problems, *found.problems)))
    return Checked(read.file, problems, read.lines(problems))


def _told(checked: Iterator[Checked], options: Options, console: Console) -> int:
    rows = []
    for row in checked:
        rows.append(Checked(row.file, row.problems, {}))
        for line in file_lines(row, console):
            console.result(f"{line}\n")
    valid = [row for row in rows if not row.errors]
    few = len(rows) <= FEW_FILES or console.verbose
    for row in valid if few and not console.quiet else ():
        if not row.problems:
            console.result(f"{row.file}: {console.style(console.say('valid'), 'good')}\n")
    _suggest(rows, valid, options, console)
    if not console.quiet:
        console.result(_summary(rows, len(valid), console))
    return _code(rows)


def file_lines(row: Checked, console: Console) -> Iterator[str]:
    """Yield the lines that tell the problems of one file."""
    problems = [problem for problem in row.problems if problem.is_error or not console.quiet]
    shown, left = capped(problems, None if console.verbose else MOST_SHOWN)
    # A line that holds what no profile may hold is not repeated, whatever else is wrong with it.
    private = {row.place.line for row in problems if row.place and row.code in PERSONAL}
    for problem in shown:
        place = problem.place
        line = row.lines.get(place.line) if place and place.file == row.file and place.line not in private else None
        yield from problem_lines(problem, line, console)
        yield ""
    if left:
        yield console.say("more_problems", count=left, file=row.file)
        yield ""


def _suggest(rows: list[Checked], valid: list[Checked], options: Options, console: Console) -> None:
    codes = codes_of(rows)
    if codes:
        console.note(console.say("next_explain", code=codes[0]))
    elif len(valid) == 1 and rows[0].file != STDIN_NAME:
        console.note(console.say("next_gap", file=options.again(rows[0].file)))


def _summary(rows: list[Checked], valid: int, console: Console) -> str:
    errors = sum(row.errors for row in rows)
    warnings = sum(len(row.problems) for row in rows) - errors
    if not errors:
        words = console.say("summary_warnings" if warnings else "summary_valid", files=len(rows), warnings=warnings)
        return console.style(words, "warning" if warnings else "good") + "\n"
    broken = [PurePath(row.file).name for row in rows if row.errors]
    words = console.say("summary_errors", files=len(rows), valid=valid, errors=errors, warnings=warnings)
    listed = f" ({', '.join(broken)})" if len(rows) > 1 and len(broken) <= FEW_FILES else ""
    return console.style(words, "error", sys.stdout) + listed + "\n"


def _code(rows: list[Checked]) -> int:
    return exit_code(problem for row in rows for problem in row.problems)
