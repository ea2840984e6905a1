"""Gives every word that was read to the text it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

# A text of which less than this share is left is another text.
SAME_ENOUGH = 0.35
Pair = tuple[int, int]


def matched(mine: Sequence[str], owner: Sequence[int], theirs: Sequence[str]) -> list[int | None]:
    """Return, for each of `theirs`, the text it belongs to: `owner[k]` is that of `mine[k]`; None: to no text.

    The words of one text follow each other; words put in place of others belong to the text of those.
    """
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    pairs = [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]
    sizes, hits = Counter(owner), Counter(owner[a] for a, _ in pairs)
    kept = [(a, b) for a, b in pairs if hits[owner[a]] >= SAME_ENOUGH * sizes[owner[a]]]
    found: list[int | None] = [None] * len(theirs)
    for a, b in kept:
        found[b] = owner[a]
    for before, after in _between(kept, (len(mine), len(theirs))):
        belongs = _belongs(before[0], after[0], owner)
        found[before[1] + 1 : after[1]] = [belongs] * (after[1] - before[1] - 1)
    return found


def _between(pairs: Sequence[Pair], end: Pair) -> Iterator[tuple[Pair, Pair]]:
    yield from zip([(-1, -1), *pairs], [*pairs, end], strict=True)


def _belongs(before: int, after: int, owner: Sequence[int]) -> int | None:
    """Say which text the words between two matched ones belong to, given where these two stand in the texts."""
    last = owner[before] if before >= 0 else None
    following = owner[after] if after < len(owner) else None
    if last is not None and last == following:
        return last
    gap = owner[before + 1 : after]
    if last is not None and gap and gap[0] == last:
        return last
    return following if following is not None and gap and gap[-1] == following else None
