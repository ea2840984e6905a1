"""The opening gate: ready, not ready, or not known; never opened by an excuse of the province."""

from __future__ import annotations

from typing import Any

import pytest
import toy

SAFE = {"house.safety.lock": "yes", "house.safety.alarm": "yes"}
LINE = {"care.line.hours": 168, "care.line.free": "yes"}
SIGNED = {"care.law.agreement": {"date": "2022-05-01"}}
ALL = {**SAFE, **LINE, **SIGNED}


@pytest.mark.parametrize(
    ("answers", "state", "blocking", "waiting"),
    [
        (ALL, "ready", [], []),
        ({}, "undetermined", [], ["LINE-01", "SAFE-01", "agreement"]),
        ({**ALL, "care.line.hours": 167}, "not_ready", ["LINE-01"], []),
        ({**ALL, "care.line.hours": {"between": [167, 168]}}, "undetermined", [], ["LINE-01"]),
        # SAFE-01 may be met in part
        ({**ALL, "house.safety.alarm": "no"}, "ready", [], []),
        ({**ALL, "house.safety.alarm": "unknown"}, "ready", [], []),
        ({**ALL, "house.safety.alarm": "no", "house.safety.lock": "unknown"}, "undetermined", [], ["SAFE-01"]),
        ({**ALL, "house.safety.alarm": "no", "house.safety.lock": "no"}, "not_ready", ["SAFE-01"], []),
        ({**ALL, "care.law.agreement": "no"}, "not_ready", ["agreement"], []),
        ({**ALL, "care.law.agreement": {"number": "1"}}, "undetermined", [], ["agreement"]),
        # what blocks outweighs what is open
        ({"care.law.agreement": "no"}, "not_ready", ["agreement"], ["LINE-01", "SAFE-01"]),
    ],
)
def test_states(answers: dict[str, Any], state: str, blocking: list[str], waiting: list[str]) -> None:
    opening = toy.assessed(answers).opening
    assert (opening.state, list(opening.blocking), list(opening.open)) == (state, blocking, waiting)
    assert [row.entry.id for row in opening.entries] == ["LINE-01", "SAFE-01", "agreement"]


def test_no_province_may_excuse_itself_from_the_gate() -> None:
    for name in ("LINE-01", "SAFE-01"):
        found = toy.opened(ALL, not_applicable={name: "there is no need of it here"})
        assert found.profile is None
        assert [row.code for row in found.problems] == ["P016"]
