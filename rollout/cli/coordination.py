"""rollout coordination check: the coordination protocol as a province binds it, for overlaps and gaps."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from rollout import language
from rollout.analysis.coordination.bindings import Occasion
from rollout.analysis.coordination.checks import check as checks
from rollout.analysis.coordination.subject import Subject
from rollout.cli import shared
from rollout.cli.console import PLAIN_WIDTH, Console
from rollout.cli.failures import exit_code
from rollout.cli.help import HelpfulGroup
from rollout.cli.opening import STDIN, STDIN_NAME, Model, Opening, ReadProfile
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked, as_json
from rollout.cli.problems_text import problem_lines
from rollout.cli.writers import WRITERS, format_of
from rollout.files import read_bytes, write_atomically
from rollout.load import document
from rollout.load.document import LARGEST_FILE
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.model.provinces import unit_problems
from rollout.problems import Problem, ProblemsFound
from rollout.reporting.coordination import coordination_report
from rollout.reporting.options import Options as Asked

COMMAND = HelpfulGroup("coordination", shared.everywhere())
FORMAT = "rollout.coordination_check/1"


@shared.command("check")
@shared.argument("profile")
@shared.option("--date", about="coordination_date", metavar="DATE", type=shared.Day())
@shared.formats(("text", "json"), about="format_check")
@shared.output("coordination_output")
@shared.blueprints
@shared.templates
def check(options: Options, console: Console) -> int:
    """Check the protocol on a day, by default the profile's; exit code 1 on any error."""
    opening = Opening()
    read = opening.profile(options.profile or "")
    if read.profile is None or read.model is None:
        raise ProblemsFound(read.problems)
    moment = options.date or read.profile.as_of
    subject = _subject(read, read.profile, read.model, moment, opening)
    problems = tuple(sorted((*read.problems, *checks(subject))))
    if options.output not in (None, STDIN):
        _write(options.output or "", subject, problems, options, console)
    if options.format == "json":
        console.result(_json(subject, problems, console.lang))
    else:
        for line in _lines(subject, problems, read, console):
            console.result(f"{line}\n")
    return exit_code(problems)


def _write(file: str, subject: Subject, problems: tuple[Problem, ...], options: Options, console: Console) -> None:
    """Write the report, or the check as JSON, in the format the file's name asks for."""
    kind = format_of(file, (*WRITERS, "json"))
    if kind == "json":
        data = _json(subject, problems, console.lang).encode()
    else:
        data = WRITERS[kind](coordination_report(subject, problems, Asked(options.document_lang)), PLAIN_WIDTH)
    write_atomically(file, data)
    console.note(console.say("written", file=file))


def _subject(read: ReadProfile, profile: Profile, model: Model, moment: date, opening: Opening) -> Subject:
    """Return what is checked; raises ProblemsFound where blueprint or unit have nothing to check on that day."""
    opened = opening.protocol(model.blueprint, profile)
    if opened is None or opened.protocol is None:
        missing = [Problem("F020", None, {"name": "protocol.yaml", "folder": model.blueprint.id, "known": []})]
        raise ProblemsFound(opened.problems if opened else missing)
    places = document(read.data, read.file).places
    ended = list(unit_problems(profile.unit.slug, moment, model.country, places))
    if ended:
        raise ProblemsFound(ended)
    return Subject(opened.protocol, Occasion(profile, model.blueprint, model.country, moment))


def _json(subject: Subject, problems: tuple[Problem, ...], lang: str) -> str:
    file = subject.occasion.profile.file
    found: dict[str, Any] = json.loads(as_json([Checked(file, problems, {})], lang))
    rows = [
        {**row, "file": problem.place.file if problem.place else None}
        for row, problem in zip(found["files"][0]["problems"], problems, strict=True)
    ]
    told = {
        "format": FORMAT,
        "province": subject.occasion.profile.unit.slug,
        "date": subject.occasion.moment.isoformat(),
        **_figures(subject.protocol),
        "agencies": {role: row.name.vi if row.name else None for role, row in subject.bound.items()},
        "valid": found["valid"],
        "errors": found["errors"],
        "warnings": found["warnings"],
        "problems": rows,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _figures(protocol: Protocol) -> dict[str, int]:
    return {
        "steps": len(protocol.steps),
        "paths": len(protocol.paths),
        "duties": sum(1 for _ in protocol.duties()),
        "handovers": sum(1 for _ in protocol.handovers()),
        "roles": len(protocol.roles),
    }


def _lines(subject: Subject, problems: tuple[Problem, ...], read: ReadProfile, console: Console) -> Iterator[str]:
    for problem in problems:
        if problem.is_error or not console.quiet:
            yield from problem_lines(problem, _line(problem, read), console)
            yield ""
    if console.quiet:
        return
    day = language.of(console.lang).date(subject.occasion.moment)
    yield console.say("coordination_figures", day=day, **_figures(subject.protocol))
    errors = sum(row.is_error for row in problems)
    words = "check_errors" if errors else "check_valid"
    said = console.say(words, errors=errors, warnings=len(problems) - errors)
    yield console.style(said, "error" if errors else "good")


def _line(problem: Problem, read: ReadProfile) -> str | None:
    """The line a problem stands in, of the profile or of the protocol."""
    place = problem.place
    if place is None or read.file == STDIN_NAME == place.file:
        return None
    if place.file == read.file:
        return read.lines([problem]).get(place.line)
    lines = read_bytes(place.file, LARGEST_FILE).decode("utf-8", "replace").splitlines()
    return lines[place.line - 1] if place.line <= len(lines) else None


COMMAND.add_command(check)
