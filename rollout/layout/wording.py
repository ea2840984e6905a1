"""Words of a text, so that two texts can be compared whatever broke their lines or set their spaces."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

# A mark is a word of its own: a line may end after the hyphen or stroke of a number without a word being changed.
_WORD = re.compile(r"\w+|[^\w\s]")
# Soft hyphens, and what stands for a line's own hyphen in texts read from a page.
_HYPHENS = str.maketrans({"\u00ad": "", "\u200b": "", "\ufffe": "-", "\x02": "-", "\u2011": "-"})


@dataclass(frozen=True, eq=False)
class Words:
    """A text as words: `flat` is every word with a space after it, `starts` where each begins in it."""

    source: str
    spans: tuple[tuple[int, int], ...]
    flat: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Return the words of a text, letters and their marks in one form."""
        source = unicodedata.normalize("NFC", text.translate(_HYPHENS))
        found = list(_WORD.finditer(source))
        flat = "".join(f"{row[0]} " for row in found)
        return cls(source, tuple(row.span() for row in found), flat, tuple(_starts(found)))

    def index(self, offset: int) -> int:
        """Return which word begins at `offset` of `flat`; the number of words at its end."""
        return bisect_left(self.starts, offset)

    def words(self, first: int, last: int) -> list[str]:
        """Return the words from `first` up to `last`."""
        return [self.source[start:end] for start, end in self.spans[first:last]]

    def said(self, first: int, last: int) -> str:
        """Return the words from `first` up to `last` as the text has them, on one line."""
        if first >= last:
            return ""
        return " ".join(self.source[self.spans[first][0] : self.spans[last - 1][1]].split())


def _starts(found: list[re.Match[str]]) -> Iterator[int]:
    at = 0
    for row in found:
        yield at
        at += len(row[0]) + 1
