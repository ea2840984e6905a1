"""Plain text on a terminal: how wide text is, how it breaks, how a range is drawn with characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from math import ceil, floor

from rollout.reporting.words import Line, RangeBar

SURE, OPEN, TRACK = "█", "▒", "·"
BOX = "[ ]"


def width(text: str) -> int:
    """The columns `text` takes: marks none, East Asian wide characters two."""
    return sum(_width_of(char) for char in unicodedata.normalize("NFC", text))


def _width_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, columns: int) -> list[str]:
    """Break `text` at spaces into lines of at most `columns`; a longer word is cut. Empty text gives one empty line."""
    lines = [""]
    for word in text.split(" "):
        for piece in _pieces(word, columns):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(joined) <= columns:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, columns: int) -> list[str]:
    pieces = [""]
    for char in word:
        if width(pieces[-1] + char) > columns:
            pieces.append("")
        pieces[-1] += char
    return pieces


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """Fill `text` with spaces to `columns`."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def indent(lines: Iterable[str], by: int) -> list[str]:
    """Move lines to the right; empty lines stay empty."""
    return [" " * by + line if line else "" for line in lines]


def bar(item: RangeBar, columns: int) -> str:
    """Draw a range: certain part, part that depends on the unknown, rest of the track."""
    low = floor(round(item.low * columns, 6))
    high = low if item.high == item.low else ceil(round(item.high * columns, 6))
    return SURE * low + OPEN * (high - low) + TRACK * (columns - high)


def words(line: Line) -> str:
    """The text of a line with its source numbers."""
    return " ".join([line.text, *(f"[{number}]" for number in line.refs)])
