"""How the parts of a text are numbered, and how dates, times and laws are written (templates/regulation)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

MONTHS = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, eq=False)
class Style:
    """The numbering table in one language."""

    table: Mapping[str, Any]
    lang: str

    def words(self, *path: str) -> str:
        """Return the entry at `path`, in this language where it is a pair."""
        entry: Any = self.table
        for step in path:
            entry = entry[step]
        return str(entry[self.lang] if isinstance(entry, Mapping) else entry)

    def put(self, *path: str, **values: object) -> str:
        """Return the entry at `path` with its {placeholders} filled."""
        text = self.words(*path)
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def foreign(self, words: str) -> str:
        """Return Vietnamese words of a citation as a reading copy in this language writes them."""
        if self.lang == "vi":
            return words
        table: Mapping[str, str] = self.table["laws"]["english"]
        return re.sub("|".join(map(re.escape, table)), lambda match: table[match[0]], words)

    @property
    def letters(self) -> list[str]:
        """The letters of points, in order."""
        found: list[str] = self.table["points"]["letters"]
        return found

    def count(self, value: float) -> str:
        """Return a number as legal texts write it: two digits under ten."""
        whole = int(value)
        if whole != value:
            return f"{value:g}".replace(".", self.words("numbers", "decimal"))
        return f"{whole:02d}" if whole < int(self.table["numbers"]["two_digits_below"]) else str(whole)

    def amount(self, value: float, unit: str) -> str:
        """Return a number with its unit: “12 giờ”."""
        return f"{self.count(value)} {self.table['numbers']['units'][self.lang][unit]}"

    def day(self, moment: date) -> str:
        """Return a date in words without the leading word for day: “05 tháng 3 năm 2026”."""
        pad = self.table["dates"]["pad"]
        d = f"{moment.day:02d}" if moment.day < pad["day_below"] else str(moment.day)
        m = f"{moment.month:02d}" if moment.month < pad["month_below"] else str(moment.month)
        if self.lang == "en":
            d, m = str(moment.day), MONTHS[moment.month - 1]
        return self.put("dates", "bare", d=d, m=m, month=m, y=moment.year)

    def event(self, words: str, manner: str = "immediate") -> str:
        """Return a moment as it follows “ngay” (immediate), or a time in days (working)."""
        for start, put in self.table["times"][f"{manner}_starts"][self.lang].items():
            if words.startswith(start):
                return f"{put}{words[len(start) :]}"
        return words


def roman(number: int) -> str:
    """Return a number in Roman numerals."""
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, sign in signs:
        while number >= value:
            text, number = text + sign, number - value
    return text
