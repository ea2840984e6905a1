"""How a value from a file is shown in a message: short, and never a person's number or address in full."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rollout.texts import pair

LONGEST_SHOWN = 60
# Telephone numbers and identity numbers begin with 0 or +84 and have nine digits or more.
_PERSONAL = re.compile(r"(?<!\d)((?:\+?84|0)[ .\-]?\d)((?:[ .\-]?\d){6,})(\d)(?!\d)")
_MAIL = re.compile(r"[^\s@<>\"']+@(?=[^\s@]+\.)")


def shown(text: str) -> str:
    """The text, cut to one short line, with what could be a person's number or e-mail masked."""
    line = " ".join(text[: LONGEST_SHOWN * 20].split())
    line = _MAIL.sub("…@", _PERSONAL.sub(r"\1…\3", line))
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"


def found(value: Any) -> str | Mapping[str, str]:
    """What stands in the file: “text”, a number as it is written, or a word for anything larger."""
    if isinstance(value, str):
        return f"“{shown(value)}”"
    if value is None:
        return pair("load.found_nothing")
    if isinstance(value, (list, dict)):
        return pair("load.found_list" if isinstance(value, list) else "load.found_table", count=len(value))
    return str(value)


def written(path: tuple[str | int, ...]) -> str:
    """answers.services[1].name: keys joined by dots, list items counted from 1."""
    parts = [f"[{step + 1}]" if isinstance(step, int) else f".{shown(str(step))}" for step in path]
    return "".join(parts).removeprefix(".")


def last_key(path: tuple[str | int, ...]) -> str | Mapping[str, str]:
    """The nearest name above a value; an item of a list is called by the list's name and its number."""
    for index in range(len(path) - 1, -1, -1):
        if isinstance(path[index], str):
            return f"“{written(path[index:])}”"
    return pair("load.top")
