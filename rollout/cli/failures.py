"""What ended a run early, in words: usage errors of click, and problems that stop everything."""

from __future__ import annotations

from collections.abc import Iterable

import click

from rollout import language
from rollout.cli.console import Console, harmless
from rollout.cli.misuse import Misuse
from rollout.cli.problems_text import problem_lines
from rollout.problems import Problem

WRONG, USAGE = 1, 2


def exit_code(problems: Iterable[Problem]) -> int:
    """2 where a file or folder could not be used (F without a place in a file, L), else 1 where there is an error."""
    errors = [problem for problem in problems if problem.is_error]
    if any(problem.code.startswith(("F", "L")) and problem.place is None for problem in errors):
        return USAGE
    return WRONG if errors else 0


def ended(problems: Iterable[Problem], console: Console) -> int:
    """Print problems that no work could go on with; return the exit code."""
    known = tuple(problems)
    for problem in known:
        console.error("\n".join(problem_lines(problem, None, console)))
    return exit_code(known)


def usage(error: click.UsageError, console: Console) -> str:
    """Return what is wrong with a command line, and where its help is."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help() if error.ctx else ""
    command = error.ctx.command_path if error.ctx else "rollout"
    lead = console.style(console.say("error"), "error")
    return f"{lead} {harmless(_words(error, console))}\n{console.say('see_help', command=command)}"


def _words(error: click.UsageError, console: Console) -> str:
    match error:
        case Misuse():
            return console.say(error.key, **error.values)
        case click.exceptions.NoSuchOption():
            return _no_option(error, console)
        case click.MissingParameter():
            return console.say("missing_argument", argument=_argument(error, console))
        case click.BadOptionUsage():
            return console.say("option_needs_value", option=error.option_name)
        case click.BadParameter():
            return console.say("bad_value", argument=_argument(error, console), reason=error.message)
    found = error.message.rpartition("(")[2].rstrip(").")
    return console.say("unexpected_argument", found=found)


def _no_option(error: click.exceptions.NoSuchOption, console: Console) -> str:
    params = error.ctx.command.params if error.ctx else ()
    known = [name for row in params for name in row.opts if name.startswith("--")]
    meant = language.did_you_mean(error.option_name, known)
    values = {"option": error.option_name, "meant": meant or ""}
    return console.say("no_option" if meant is None else "no_option_meant", **values)


def _argument(error: click.BadParameter, console: Console) -> str:
    if isinstance(error.param, click.Argument):
        return console.say(f"help.argument.{error.param.name}")
    return max(error.param.opts, key=len) if error.param else ""
