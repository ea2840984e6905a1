"""The name that was probably meant, as a sentence for a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rollout.language.folding import did_you_mean
from rollout.texts import pair


def nearest(word: str, known: Iterable[str]) -> Mapping[str, str]:
    """Return “Did you mean …?” with the nearest of the known names, or that none comes near, as a pair {vi, en}."""
    return suggestion(did_you_mean(word, known))


def suggestion(name: str | None) -> Mapping[str, str]:
    """Return “Did you mean …?” for a name, or that none comes near, as a pair {vi, en}."""
    return pair("model.nothing_near") if name is None else pair("model.meant", word=name)
