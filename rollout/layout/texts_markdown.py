"""The words of our Markdown: its marks taken away, what was escaped as it was."""

from __future__ import annotations

import re
import unicodedata

from rollout.layout.unreadable import unreadable

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_TABLE_RULE = re.compile(r"^\|?[\s:|-]+\|?$")
# The dot after the number of a chapter or form stands in Markdown only, where number and title share a heading.
_CHAPTER = re.compile(r"^## ([^.]*[\dIVX])\. ")
_HEADING = re.compile(r"^#{1,6} ")


def lines(data: bytes, name: str) -> tuple[str, ...]:
    """Return the text as one page; raises ProblemsFound D048 where it is no UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(name, "text") from error
    return ("\n".join(_line(row) for row in unicodedata.normalize("NFC", text).splitlines()),)


def _line(row: str) -> str:
    if _TABLE_RULE.match(row):
        return ""
    row = _HEADING.sub("", _CHAPTER.sub(r"\1 ", row)).removesuffix("\\")
    # What is escaped hides behind a mark of its own while the marks of Markdown go.
    kept = _ESCAPED.sub(lambda found: chr(0xF0000 + ord(found[1])), row)
    bare = re.sub(r"\*+|(?:^|(?<=\s))\|(?=\s|$)|<br>", " ", kept)
    return re.sub("[\U000f0000-\U000f00ff]", lambda found: chr(ord(found[0]) - 0xF0000), bare)
