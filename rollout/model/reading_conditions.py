"""Turning a misread condition into a named problem with its place."""

from __future__ import annotations

from rollout.load import Places
from rollout.load.showing import found, shown, written
from rollout.model.condition import OPERATORS, Misread
from rollout.model.nearest import nearest
from rollout.problems import Problem

CODES = {
    "not_a_mapping": "B001",
    "empty": "B001",
    "not_a_list": "B001",
    "operator": "B002",
    "test": "B003",
    "argument": "B003",
    "threshold": "B003",
    "records": "B004",
    "expression": "B005",
}
WRITTEN_OPERATORS = sorted(name for name in OPERATORS if not name.startswith("is_"))


def problem(fault: Misread, places: Places, above: tuple[str | int, ...]) -> Problem:
    """Return the problem of a fault found below the path `above`."""
    path, code = (*above, *fault.path), CODES[fault.reason]
    values: dict[str, object] = {"found": found(fault.found)}
    if code == "B002":
        name = shown(str(fault.found))
        values = {"found": name, "operators": WRITTEN_OPERATORS, "meant": nearest(name, WRITTEN_OPERATORS)}
    return Problem(code, places.of(path), values, path=written(path))
