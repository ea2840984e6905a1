"""Printing: results to stdout, messages to stderr, colour only where it is wanted and never alone."""

from __future__ import annotations

import errno
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TextIO

from rollout import texts
from rollout.cli.options import Options
from rollout.problems import Problem, ProblemsFound

COLOURS = {"error": "31;1", "warning": "33", "good": "32", "strong": "1", "muted": "2", "place": "36"}
# Names of files and words of a profile go to the terminal: nothing in them may steer it.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NARROWEST, PLAIN_WIDTH, WIDEST = 40, 80, 100


class ReaderGone(Exception):
    """Whoever read our output has closed it (`| head`): nothing is wrong, and nothing more is to be done."""


@dataclass(frozen=True)
class Console:
    """The two streams of one run."""

    lang: str = "vi"
    quiet: bool = False
    verbose: bool = False
    color: bool | None = None

    @classmethod
    def of(cls, options: Options) -> Console:
        """Return the console the options ask for."""
        return cls(options.lang, options.quiet, options.verbose, options.color)

    def say(self, key: str, **values: object) -> str:
        """Return the text `cli.<key>` in the language of this run."""
        return texts.text(f"cli.{key}", self.lang, **values)

    def result(self, text: str) -> None:
        """Print a result to stdout, as it is."""
        _write(sys.stdout, text)

    def data(self, data: bytes) -> None:
        """Write a document to stdout, byte for byte."""
        sys.stdout.flush()
        with _named(sys.stdout):
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()

    def note(self, text: str) -> None:
        """Print a message to stderr, unless the run is quiet."""
        if not self.quiet:
            _write(sys.stderr, f"{text}\n")

    def error(self, text: str) -> None:
        """Print an error to stderr."""
        _write(sys.stderr, f"{text}\n")

    def style(self, text: str, name: str, stream: TextIO | None = None) -> str:
        """Colour `text` where `stream` (stdout) takes colour."""
        return f"\x1b[{COLOURS[name]}m{text}\x1b[0m" if self.coloured(stream or sys.stdout) else text

    def coloured(self, stream: TextIO) -> bool:
        """Tell whether colour goes to `stream`: the option, FORCE_COLOR, NO_COLOR, then whether it is a terminal."""
        if self.color is not None:
            return self.color
        if os.environ.get("FORCE_COLOR", "") not in ("", "0"):
            return True
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return False
        return is_terminal(stream)

    @property
    def width(self) -> int:
        """The columns of the terminal, within what can be read."""
        return columns()


def columns() -> int:
    """The columns of the terminal (COLUMNS counts), within what can be read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns))


def is_terminal(stream: TextIO) -> bool:
    """Tell whether a person looks at `stream`."""
    with suppress(ValueError, AttributeError):
        return stream.isatty()
    return False


def harmless(text: str) -> str:
    """Return `text` with characters that could steer a terminal written out."""
    return _STEERING.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def speak_utf8() -> None:
    """Let stdout and stderr take every letter whatever the system's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _write(stream: TextIO, text: str) -> None:
    with _named(stream):
        stream.write(text)
        stream.flush()


@contextmanager
def _named(stream: TextIO) -> Iterator[None]:
    """A stream that takes nothing more (a full disk behind it) is a problem like any other; a closed one is not."""
    try:
        yield
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        values = {"file": "stdout" if stream is sys.stdout else "stderr", "reason": error.strerror or ""}
        raise ProblemsFound([Problem("F010" if error.errno == errno.ENOSPC else "F009", None, values)]) from error
