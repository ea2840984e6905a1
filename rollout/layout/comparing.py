"""Compares texts that must follow each other with a text that was read: what is missing, changed, added, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rollout.layout.matching import matched
from rollout.layout.wording import Words

Kind = Literal["missing", "changed", "added", "moved"]
# A short text may stand in many places; it marks none.
SHORTEST_ANCHOR = 16
# Words on both sides of a passage that are compared one by one; more is told as missing and added.
MOST_COMPARED = 4_000_000
AROUND, SHOWN = 4, 14


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs at text `number`; an addition stands after it (-1: before the first). The words of each side."""

    kind: Kind
    number: int
    wanted: str = ""
    found: str = ""


def compare(wanted: Sequence[str], found: str) -> tuple[Difference, ...]:
    """Return every difference, in the order of the wanted texts."""
    rows = tuple(_Aligning(tuple(Words.of(text) for text in wanted), Words.of(found)).differences())
    return tuple(sorted(_moved(rows), key=lambda row: row.number))


def _moved(rows: Sequence[Difference]) -> list[Difference]:
    """A text that is missing in one place and stands word by word in another was moved."""
    done = list(rows)
    for i, row in enumerate(done):
        if row.kind != "missing":
            continue
        at = next((j for j, other in enumerate(done) if other.kind == "added" and row.wanted in other.found), None)
        if at is not None:
            done[i] = Difference("moved", row.number, row.wanted)
            done[at] = replace(done[at], found=done[at].found.replace(row.wanted, "", 1).strip())
    return [row for row in done if row.kind != "added" or row.found]


@dataclass(frozen=True, eq=False)
class _Aligning:
    items: tuple[Words, ...]
    page: Words

    def differences(self) -> Iterator[Difference]:
        """Yield what differs."""
        work = [(0, len(self.items), 0, len(self.page.flat))]
        while work:
            i, j, low, high = self._trimmed(*work.pop())
            anchors = self._anchors(i, j, low, high)
            if not anchors:
                yield from self._left(i, j, low, high)
                continue
            for n, at in anchors:
                work.append((i, n, low, at))
                i, low = n + 1, at + len(self.items[n].flat)
            work.append((i, j, low, high))

    def _trimmed(self, i: int, j: int, low: int, high: int) -> tuple[int, int, int, int]:
        """Leave out the texts that stand where they must, from the front and from the back."""
        flat = self.page.flat
        while i < j and flat.startswith(self.items[i].flat, low, high):
            low += len(self.items[i].flat)
            i += 1
        while i < j and self._ends(self.items[j - 1].flat, low, high):
            j -= 1
            high -= len(self.items[j].flat)
        return i, j, low, high

    def _ends(self, flat: str, low: int, high: int) -> bool:
        start = high - len(flat)
        whole = start == low or (start > low and self.page.flat[start - 1] == " ")
        return whole and self.page.flat.endswith(flat, low, high)

    def _anchors(self, i: int, j: int, low: int, high: int) -> list[tuple[int, int]]:
        """Return texts found whole exactly once, with their places: the longest row of them that keeps the order."""
        found = []
        for n in range(i, j):
            flat = self.items[n].flat
            at = self._place(flat, low, high) if len(flat) >= SHORTEST_ANCHOR else -1
            if at >= 0 and self._place(flat, at + 1, high) < 0:
                found.append((n, at))
        return _rising(found)

    def _place(self, flat: str, low: int, high: int) -> int:
        """Return where a text stands as whole words, -1 for nowhere."""
        page = self.page.flat
        at = page.find(flat, low, high)
        while at > 0 and page[at - 1] != " ":
            at = page.find(flat, at + 1, high)
        return at

    def _left(self, i: int, j: int, low: int, high: int) -> Iterator[Difference]:
        """Compare word by word what stands nowhere whole."""
        mine = [word for n in range(i, j) for word in self.items[n].flat.split()]
        theirs = self.page.flat[low:high].split()
        if len(mine) * len(theirs) > MOST_COMPARED:
            owners: Sequence[int | None] = [None] * len(theirs)
        else:
            owners = matched(mine, [n for n in range(i, j) for _ in self.items[n].spans], theirs)
        yield from (Difference("missing", n, self._whole(n)) for n in range(i, j) if n not in owners)
        at, after = self.page.index(low), i - 1
        for owner, size in _runs(owners):
            if owner is None:
                yield Difference("added", after, "", self.page.said(at, at + size))
            else:
                yield from self._changed(owner, at, at + size)
                after = owner
            at += size

    def _changed(self, n: int, start: int, stop: int) -> Iterator[Difference]:
        item = self.items[n]
        mine, theirs = item.flat.split(), self.page.words(start, stop)
        if mine == theirs:
            return
        pairs = enumerate(zip(mine, theirs, strict=False))
        at = next((k for k, (a, b) in pairs if a != b), min(len(mine), len(theirs)))
        low = max(0, at - AROUND)
        wanted = item.said(low, min(len(mine), at + SHOWN))
        yield Difference("changed", n, wanted, self.page.said(start + low, min(stop, start + at + SHOWN)))

    def _whole(self, n: int) -> str:
        return self.items[n].said(0, len(self.items[n].spans))


def _runs(owners: Sequence[int | None]) -> Iterator[tuple[int | None, int]]:
    start = 0
    for k in range(1, len(owners) + 1):
        if k == len(owners) or owners[k] != owners[start]:
            yield owners[start], k - start
            start = k


def _rising(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest row of places that rise (their numbers do)."""
    tops: list[int] = []
    rows: list[int] = []
    before: list[int | None] = []
    for k, (_, at) in enumerate(found):
        pile = bisect_left(tops, at)
        before.append(rows[pile - 1] if pile else None)
        tops[pile : pile + 1] = [at]
        rows[pile : pile + 1] = [k]
    chain: list[tuple[int, int]] = []
    step = rows[-1] if rows else None
    while step is not None:
        chain.append(found[step])
        step = before[step]
    return chain[::-1]
