"""A file that cannot be read back, and why; files come from anywhere, so each reader has its limits."""

from __future__ import annotations

from rollout import texts
from rollout.problems import Problem, ProblemsFound


def unreadable(name: str, reason: str) -> ProblemsFound:
    """Return the problem D048 for a file; `reason` names a text verify.unreadable.<reason>."""
    return ProblemsFound([Problem("D048", None, {"file": name, "reason": texts.pair(f"verify.unreadable.{reason}")})])
