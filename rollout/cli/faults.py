"""A fault of ours: a sentence for people, and a report for those who mend it that holds nothing of a profile."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

import rollout
from rollout.cli.console import Console
from rollout.files import write_atomically
from rollout.problems import ProblemsFound

PACKAGE = Path(rollout.__file__).parent.parent


def told(error: Exception, arguments: Sequence[str], console: Console) -> str:
    """Write the report and return what to tell; with --debug, the traceback too."""
    report = _report(error, arguments)
    path = Path(tempfile.gettempdir()) / f"rollout-{os.urandom(4).hex()}.txt"
    try:
        write_atomically(path, report.encode())
        words = _say(console, "fault", report=str(path))
    except ProblemsFound:
        words = f"{report}\n{_say(console, 'fault_unwritten')}"
    if "--debug" not in arguments:
        return words
    return f"{''.join(traceback.format_exception(error))}\n{words}"


def _say(console: Console, key: str, **values: str) -> str:
    """The words; where the texts themselves are at fault, the bare facts."""
    try:
        return console.say(key, **values)
    except Exception:  # noqa: BLE001 – nothing may hide the first fault
        return " ".join([key, *values.values()])


def _report(error: BaseException, arguments: Sequence[str]) -> str:
    """Types and lines of code only: the words of an error, and arguments that are no options, may be a profile's."""
    lines = [f"rollout {rollout.__version__}", f"python {sys.version.split()[0]} {platform.platform()}"]
    lines += [f"command {' '.join(_harmless(argument) for argument in arguments)}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        for frame in traceback.extract_tb(cause.__traceback__):
            lines.append(f"  {_base(frame.filename)}:{frame.lineno} {frame.name}")
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines) + "\n"


def _harmless(argument: str) -> str:
    known = argument.isascii() and argument.isalpha() and argument.islower()
    return argument.partition("=")[0] if argument.startswith("--") or known else "…"


def _base(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else f"…/{'/'.join(path.parts[-2:])}"
