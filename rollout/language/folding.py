"""Text without tone marks: for search, for did-you-mean and for names of files."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])")
_SEPARATORS = re.compile(r"[\s_\-./]+")
# Đắc Lắc is 0.67 like Đắk Lắk.
CLOSE_ENOUGH = 0.65
LONGEST_COMPARED = 60


def fold(text: str) -> str:
    """Đắk Lắk → dak lak: small letters without marks, đ as d; other characters stay."""
    parts = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def slug(text: str, longest: int = 60) -> str:
    """Return a name for a file that every system accepts: a–z, 0–9 and hyphens, never empty or reserved.

    Where letters alone would make two names one (too long, empty, reserved, or in another script), a short
    fingerprint of the whole text follows, so that different texts keep different names.
    """
    folded = fold(text)
    name = _NOT_IN_NAMES.sub("-", folded).strip("-")
    lost = any(not char.isascii() and char.isalnum() for char in folded)
    if name and not lost and len(name) <= longest and not _RESERVED.fullmatch(name):
        return name
    mark = hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name[: longest - 9].strip('-') or 'x'}-{mark}"


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice nearest to `word`, tones, case and separators left aside; None when none is near."""
    wanted = _bare(word)
    best, nearest = CLOSE_ENOUGH, None
    for choice in choices:
        likeness = _likeness(wanted, _bare(choice))
        if likeness > best or (likeness == best and nearest is None):
            best, nearest = likeness, choice
    return nearest


def _bare(word: str) -> str:
    return _SEPARATORS.sub("", fold(word[:LONGEST_COMPARED]))


def _likeness(wanted: str, choice: str) -> float:
    if wanted == choice:
        return 1.0
    matcher = SequenceMatcher(None, wanted, choice, autojunk=False)
    return 0.0 if matcher.real_quick_ratio() < CLOSE_ENOUGH else matcher.ratio()
