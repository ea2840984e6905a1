"""One run: set up the streams, do the command, and turn whatever ends it into words and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from rollout.cli import faults, language
from rollout.cli.console import Console, ReaderGone, speak_utf8
from rollout.cli.failures import ended, usage
from rollout.cli.group import GROUP
from rollout.problems import ProblemsFound

DONE, WRONG, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
_COLOUR_WORDS = {"--color=always": ["--color"], "--color=never": ["--no-color"], "--color=auto": []}


def main(arguments: Sequence[str]) -> NoReturn:
    """Run the command line and exit."""
    code = run(arguments)
    try:
        sys.stdout.flush()
    except OSError:
        _stop_writing()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command line; return its exit code. The only place that catches everything."""
    speak_utf8()
    given = [part for argument in arguments for part in _COLOUR_WORDS.get(argument, [argument])]
    lang = language.chosen(given) or language.of_environment(os.environ)
    console = Console(lang, "--quiet" in given or "-q" in given, "--verbose" in given or "-v" in given)
    try:
        code = GROUP.main(given, prog_name="rollout", standalone_mode=False, obj={"lang": lang})
        sys.stdout.flush()
    except click.UsageError as error:
        return _said(console, usage(error, console), USAGE)
    except ProblemsFound as found:
        return ended(found.problems, console)
    except (KeyboardInterrupt, click.Abort):
        return _said(console, console.say("interrupted"), INTERRUPTED)
    except ReaderGone:
        _stop_writing()
        return DONE
    except Exception as error:  # noqa: BLE001 – the last resort: whatever it is, people get a sentence and a report
        return _said(console, faults.told(error, given, console), FAULT)
    return code if isinstance(code, int) else DONE


def _said(console: Console, words: str, code: int) -> int:
    try:
        console.error(words)
    except (ReaderGone, ProblemsFound):
        _stop_writing()
    return code


def _stop_writing() -> None:
    """Nobody reads on: what is still to be written, at exit too, goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
