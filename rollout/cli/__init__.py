"""The command line: the only place that prints or exits.

`rollout --help` is answered from a page made beforehand (templates/help/), so that it comes at once; everything else
goes through the command table in group.py. A test holds that the page is what the group would print.
"""

# Importing pathlib would cost more time than all the rest of the page.
# ruff: noqa: PTH100, PTH118, PTH120, PTH123

from __future__ import annotations

import importlib
import os
import sys

import rollout

PAGE_WIDTH = 80
_HELP = (["--help"], ["-h"])


def main() -> None:
    """Run the command line of this process and exit with its code."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed before we started: what is written to it goes nowhere
            setattr(sys, stream, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 – stays open to the end
    arguments = sys.argv[1:]
    if arguments not in _HELP or not _page_printed():
        importlib.import_module("rollout.cli.run").main(arguments)


def _page_printed() -> bool:
    """Print the page of `rollout --help`; False where it is not there or would not fit the terminal."""
    page = _page() if _columns() >= PAGE_WIDTH else None
    if page is None:
        return False
    try:
        # past the buffer: what a full disk refuses must not wait there to fail again at the end
        while page:
            page = page[os.write(sys.stdout.fileno(), page) :]
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return False
    return True


def _page() -> bytes | None:
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    page = os.path.join("templates", "help", "en.txt" if spoken.lower().startswith("en") else "vi.txt")
    package = os.path.dirname(os.path.abspath(rollout.__file__))
    loader = getattr(rollout, "__loader__", None)
    for folder in ("", os.path.join(package, "_shipped"), os.path.dirname(package)):
        try:
            # The import system's own reader: rollout.files costs as much time as all the rest together.
            data: bytes = loader.get_data(os.path.join(folder, page))  # type: ignore[union-attr]
        except (OSError, AttributeError):
            continue
        return data
    return None


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):
        return PAGE_WIDTH
