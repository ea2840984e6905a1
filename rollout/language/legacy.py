"""Vietnamese text from before Unicode, saved as if it were Unicode: TCVN3 (fonts named .Vn…) and VNI (VNI-…).

TCVN3 capitals look like small letters without their font, so that a preview shows them small. The table is one
letter for one letter, checked in tests/language/test_legacy.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ",
)
_SIGNS = "©ª«¬®µ¶·¸¹»¼½¾Þß\xad"
_TCVN3_SIGN = re.compile(f"(?<=[^\\W\\d_])[{_SIGNS}]|[{_SIGNS}](?=[^\\W\\d_])")
# Signs that touch letters in other texts too: quotation marks, units, marks of owners.
_NOT_TCVN3 = re.compile(r"«[^«»]{0,200}»|(?<![^\W\d_])µ[A-Za-z]{1,3}\b|©\s?[A-Z]|[A-Za-z]+®(?=\s|$)")

_VNI_MARKS = {
    "ø": "\u0300",
    "ù": "\u0301",
    "û": "\u0309",
    "õ": "\u0303",
    "ï": "\u0323",
    "â": "\u0302",
    "à": "\u0302\u0300",
    "á": "\u0302\u0301",
    "å": "\u0302\u0309",
    "ã": "\u0302\u0303",
    "ä": "\u0302\u0323",
    "ê": "\u0306",
    "è": "\u0306\u0300",
    "é": "\u0306\u0301",
    "ú": "\u0306\u0309",
    "ü": "\u0306\u0303",
    "ë": "\u0306\u0323",
}
_VNI_LETTERS = {
    "ñ": "đ",
    "ô": "ơ",
    "ö": "ư",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
    "Ñ": "Đ",
    "Ô": "Ơ",
    "Ö": "Ư",
    "Æ": "Ỉ",
    "Ó": "Ĩ",
    "Ò": "Ị",
    "Î": "Ỵ",
}
_VNI_PAIR = re.compile(f"([aeouyôöAEOUYÔÖ])([{''.join(_VNI_MARKS)}{''.join(_VNI_MARKS).upper()}])")
_VNI_LETTER = re.compile(f"[{''.join(_VNI_LETTERS)}]")
# Pairs that no word in Unicode has, so that ordinary Vietnamese or French does not count.
_VNI_SIGN = re.compile("[aeouyôöAEOUYÔÖ][øûïØÛÏ]|[aeôöAEÔÖ][ùõÙÕ]|[aeoAEO][âÂ]|ñ[aeiouyöô]|Ñ[aeiouyöôAEIOUYÖÔ]")
# No text in VNI does without these, and no Vietnamese text in Unicode has them.
_VNI_ONLY = "øûïñØÛÏÑ"
_UNICODE = re.compile("[\u1ea0-\u1ef9ăđơưĂĐƠƯ]")
LONGEST_SHOWN = 60
ENOUGH = 3
"""Signs in a file before it is called old text; one or two may be anything."""


@dataclass(frozen=True, slots=True)
class OldText:
    """Where old text first stands (counted from 1), how it looks, how it reads, and the whole text put right."""

    line: int
    column: int
    found: str
    preview: str
    converted: str


def find_tcvn3(text: str) -> OldText | None:
    """Find TCVN3 text, in lines that have no Vietnamese letters of Unicode."""
    if not any(sign in text for sign in _SIGNS):
        return None
    return _find(text, _TCVN3_SIGN, _NOT_TCVN3, from_tcvn3)


def find_vni(text: str) -> OldText | None:
    """Find VNI text, in lines that have no Vietnamese letters of Unicode; a guess, since some names look alike."""
    if not any(letter in text for letter in _VNI_ONLY):
        return None
    return _find(text, _VNI_SIGN, None, from_vni)


def from_tcvn3(text: str) -> str:
    """h¶i phßng → hải phòng."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """hoøa bình → hòa bình."""

    def join(pair: re.Match[str]) -> str:
        vowel = _VNI_LETTERS.get(pair[1], pair[1])
        return unicodedata.normalize("NFC", vowel + _VNI_MARKS[pair[2].lower()])

    parts = []
    end = 0
    for pair in _VNI_PAIR.finditer(text):
        parts += [_vni_letters(text[end : pair.start()]), join(pair)]
        end = pair.end()
    return "".join([*parts, _vni_letters(text[end:])])


def _vni_letters(text: str) -> str:
    return _VNI_LETTER.sub(lambda letter: _VNI_LETTERS[letter[0]], text)


def _find(
    text: str, sign: re.Pattern[str], exception: re.Pattern[str] | None, convert: Callable[[str], str]
) -> OldText | None:
    lines = text.split("\n")
    hits = []
    for number, line in enumerate(lines):
        if not line.isascii() and not _UNICODE.search(line):
            looked_at = line if exception is None else exception.sub(_blank, line)
            hits += [(number, found.start(), found[0]) for found in sign.finditer(looked_at)]
    # Two kinds at least: a text full of one sign is rather in another language.
    if len(hits) < ENOUGH or len({kind for _, _, kind in hits}) < 2:
        return None
    old = {number for number, _, _ in hits}
    converted = "\n".join(convert(line) if number in old else line for number, line in enumerate(lines))
    number, index, _ = hits[0]
    start = max(_shown_from(lines[number], index), 0)
    found = lines[number][start : start + LONGEST_SHOWN].strip()
    return OldText(number + 1, index + 1, found, convert(found), converted)


def _shown_from(line: str, index: int) -> int:
    return max(line.rfind(": ", 0, index) + 1, line.rfind('"', 0, index) + 1, index - LONGEST_SHOWN // 2)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
