"""Patterns that a country brings: each must compile, and none may take for ever on a text made to delay it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from rollout.load import Document
from rollout.load.showing import shown
from rollout.problems import Problem

KEYS = ("personal_data", "shelter_address")
_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_SIGN = re.compile(rf"\\.|{_CLASS}|\(|\)|[*+?]|\{{[0-9]*,?[0-9]*\}}|.", re.DOTALL)
_COUNTED = re.compile(r"\{([0-9]*)(,?)([0-9]*)\}")


def pattern_problems(country: Document) -> Iterator[Problem]:
    """Yield a problem for each pattern of country.yaml that cannot be used (B023) or can take for ever (B024)."""
    rows: Mapping[str, Any] = country.data
    for key in KEYS:
        for i, row in enumerate(rows.get(key, ())):
            place, values = country.places.of((key, i, "pattern")), {"id": row["id"], "pattern": shown(row["pattern"])}
            try:
                re.compile(row["pattern"])
            except (re.error, OverflowError, RecursionError):
                yield Problem("B023", place, values)
            else:
                if repeats_a_repeat(row["pattern"]):
                    yield Problem("B024", place, values)


def repeats_a_repeat(pattern: str) -> bool:
    """Tell whether a group that holds a repeat is itself repeated, as in (a+)+: exponential time on the wrong text."""
    signs = _SIGN.findall(pattern)
    # one entry a group that is open: whether a repeat stands in it
    groups, closed = [False], False
    for sign in signs:
        if sign == "(":
            groups.append(False)
        elif sign == ")" and len(groups) > 1:
            closed = groups.pop()
            groups[-1] |= closed
            continue
        elif _varies(sign):
            groups[-1] = True
        if closed and _several(sign):
            return True
        closed = False
    return False


def _varies(sign: str) -> bool:
    """Tell whether a sign lets what stands before it fill more or less of the text."""
    counted = _COUNTED.fullmatch(sign)
    return sign in ("*", "+") or bool(counted and counted[2] and counted[1] != counted[3] and counted[3] != "1")


def _several(sign: str) -> bool:
    """Tell whether a sign asks for more than one of what stands before it."""
    counted = _COUNTED.fullmatch(sign)
    return sign in ("*", "+") or bool(counted and (counted[3] or counted[1] * (not counted[2])) not in ("0", "1"))
