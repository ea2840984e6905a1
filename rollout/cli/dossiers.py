"""Several dossiers in one run: a folder each, made on two processor cores, the failure of one in nobody's way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rollout.cli import many
from rollout.cli.console import Console
from rollout.cli.dossier import Asked, Dossier, dossier
from rollout.cli.dossier_folder import deliver
from rollout.cli.failures import exit_code
from rollout.cli.misuse import Misuse
from rollout.cli.options import Options
from rollout.cli.problems_text import problem_lines
from rollout.documents.engines import ready
from rollout.drafting.admitted import admitted
from rollout.drafting.draft import draft
from rollout.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier with the warnings about it, or the problems that it could not be made for."""

    dossier: Dossier | None
    warnings: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()


def several(asked: Sequence[Asked], options: Options, console: Console) -> int:
    """Make every dossier in a folder of its own under the output folder; return the exit code."""
    folders = _folders(asked, Path(str(options.output)))
    if not asked:
        return 0
    console.note(console.say("drafting_many", total=len(asked)))
    _prepare(asked)
    results = many.shared(make, asked)
    if not console.quiet:
        results = many.shown(results, len(asked), console, ("drafting_left", ""))
    return _delivered(zip(folders, results, strict=True), len(asked), options, console)


def make(asked: Asked) -> Made:
    """Make one dossier; what is wrong with it comes back instead of being raised."""
    try:
        allowed = admitted(asked.profile, asked.country, asked.order, final=asked.final)
        return Made(dossier(asked, allowed), allowed.warnings)
    except ProblemsFound as found:
        return Made(None, problems=found.problems)


def _folders(asked: Sequence[Asked], output: Path) -> list[Path]:
    """A folder a dossier; two that would stand in the same one are refused before anything is made."""
    taken: dict[Path, Asked] = {}
    for row in asked:
        name = f"{row.profile.unit.slug}-{row.order.moment.isoformat()}-{row.order.form}"
        first = taken.setdefault(output / name, row)
        if first is not row:
            raise Misuse("same_dossier", folder=name)
    return list(taken)


def _prepare(asked: Sequence[Asked]) -> None:
    """Do once what every worker would do for itself: import the engines, read and compile the wording."""
    ready()
    for row in asked:
        with suppress(ProblemsFound):
            allowed = admitted(row.profile, row.country, row.order, final=row.final)
            draft(row.profile, allowed.unit, row.country, row.protocol, row.order)
            return


def _delivered(results: Iterable[tuple[Path, Made]], count: int, options: Options, console: Console) -> int:
    lines, codes, told = [], [0], set[str]()
    for folder, made in results:
        problems = made.problems
        if made.dossier is not None:
            problems = _written(folder, made.dossier, options, console)
        _tell((*made.warnings, *problems), told, console)
        codes.append(exit_code(problems))
        lines.append(_line(folder, made, problems, console))
    for line in lines if not console.quiet else ():
        console.result(f"{line}\n")
    failed = sum(1 for code in codes if code)
    key = "drafted_some" if failed else "drafted_all"
    words = console.say(key, done=count - failed, count=count)
    console.note(console.style(words, "error" if failed else "good"))
    return max(codes)


def _written(folder: Path, made: Dossier, options: Options, console: Console) -> tuple[Problem, ...]:
    try:
        deliver(str(folder), made.files, console, force=options.force)
    except ProblemsFound as found:
        return found.problems
    return ()


def _line(folder: Path, made: Made, problems: Sequence[Problem], console: Console) -> str:
    codes = ", ".join(dict.fromkeys(row.code for row in (*problems, *made.warnings)))
    if made.dossier is None or problems:
        return console.say("dossier_failed", folder=str(folder), codes=codes)
    left = {"blanks": made.dossier.blanks, "notes": made.dossier.notes, "confirm": made.dossier.confirm}
    line = console.say("drafted_where", folder=str(folder), **left)
    return f"{line} {console.say('dossier_warned', codes=codes)}" if codes else line


def _tell(problems: Sequence[Problem], told: set[str], console: Console) -> None:
    """Tell a problem in full once, however many dossiers have it; the line of each dossier names its code."""
    for row in problems:
        words = "\n".join(problem_lines(row, None, console))
        if words not in told:
            told.add(words)
            (console.error if row.is_error else console.note)(words)
