"""Document against schema: every error as a problem of ours, with a place."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from rollout.load.characters import MOST_PROBLEMS
from rollout.load.faults import faults
from rollout.load.places import Places
from rollout.load.showing import last_key, written
from rollout.load.validators import validator
from rollout.load.wording import word
from rollout.problems import Problem

# jsonschema goes some fifteen calls deeper for each level of a document, of which there may be forty.
_CALLS = 6000


def find_errors(data: Any, schema: Mapping[str, Any], places: Places) -> list[Problem]:
    """Return every way in which `data` is not what `schema` asks for."""
    held = validator(schema)
    if held.is_valid(data):
        return []
    with _deeper_calls():
        problems = list(islice(_problems(held.errors(data), places), MOST_PROBLEMS + 1))
    return problems or [Problem("S090", places.of(()), {"key": "", "keyword": "", "found": ""})]


def _problems(errors: Iterator[Any], places: Places) -> Iterator[Problem]:
    told: set[tuple[str, str, str]] = set()
    for error in errors:
        for fault in faults(error):
            code, values = word(fault)
            path = written(fault.path)
            # A value that is no date fails its pattern and its calendar: that is one mistake.
            mistake = (path, code, repr(values))
            if mistake not in told:
                told.add(mistake)
                place = places.key(fault.path) if fault.at_key else places.of(fault.path)
                yield Problem(code, place, {"key": last_key(fault.path), **values}, path=path)


@contextmanager
def _deeper_calls() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
