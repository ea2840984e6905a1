"""Vietnamese: numbers, dates, lists and the order of words (letters first, then tones)."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

from rollout.language.figures import day_of, grouped, percent_bounds, whole_percent
from rollout.language.shape import Number

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_LETTERS, 1000)}
# Tone marks in the order of Vietnamese dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def number(value: Number, decimals: int | None = None) -> str:
    """12345.5 → 12.345,5."""
    return grouped(value, decimals, ".", ",")


def percent(share: Number) -> str:
    """0.125 → 13%."""
    return f"{whole_percent(share)}%"


def percent_range(low: Number, high: Number) -> str:
    """0.421, 0.575 → 42–58%."""
    least, most = percent_bounds(low, high)
    return f"{least}%" if least == most else f"{least}–{most}%"


def date(day: dt.date | str) -> str:
    """2026-07-01 → 01/07/2026."""
    return f"{day_of(day):%d/%m/%Y}"


def long_date(day: dt.date | str) -> str:
    """2026-02-05 → ngày 05 tháng 02 năm 2026.

    Days below 10 and the months 1 and 2 take a 0 in front (rule `place` of templates/regulation/nd30_rules.yaml).
    """
    known = day_of(day)
    month = f"{known.month:02}" if known.month < 3 else str(known.month)
    return f"ngày {known.day:02} tháng {month} năm {known.year}"


def join(items: Sequence[str]) -> str:
    """a, b và c."""
    return _join(items, "và")


def join_or(items: Sequence[str]) -> str:
    """a, b hoặc c."""
    return _join(items, "hoặc")


def sort_key(text: str) -> tuple[object, ...]:
    """Letters in the order a ă â b c d đ e ê …; where they are equal, tones; then small letters before capitals."""
    letters: list[int] = []
    tones: list[int] = []
    capitals: list[bool] = []
    for char in unicodedata.normalize("NFC", text):
        letter, tone = _split(char.lower())
        letters.append(_RANKS.get(letter, min(ord(letter), 999) if ord(letter) < 0x250 else ord(letter) + 2000))
        tones.append(tone)
        capitals.append(char != char.lower())
    return tuple(letters), tuple(tones), tuple(capitals), text


def _split(char: str) -> tuple[str, int]:
    """ệ → (ê, 5): a letter and the rank of its tone."""
    tone, rest = 0, ""
    for part in unicodedata.normalize("NFD", char):
        if part in _TONES:
            tone = _TONES[part]
        else:
            rest += part
    return unicodedata.normalize("NFC", rest)[:1] or char, tone


def _join(items: Sequence[str], last: str) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
