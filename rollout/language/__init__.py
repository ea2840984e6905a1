"""What differs between languages (numbers, dates, order of words), and what does not (folding, slugs)."""

from __future__ import annotations

from rollout.language import en, vi
from rollout.language.folding import did_you_mean, fold, slug
from rollout.language.shape import Language

__all__ = ["Language", "did_you_mean", "fold", "of", "slug"]

_LANGUAGES: dict[str, Language] = {"vi": vi, "en": en}


def of(lang: str) -> Language:
    """Return the language `lang` (`vi` or `en`). Raises ValueError for any other."""
    try:
        return _LANGUAGES[lang]
    except KeyError:
        why = f"unknown language {lang!r}; known: {', '.join(_LANGUAGES)}"
        raise ValueError(why) from None
