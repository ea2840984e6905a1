"""A file that cannot be looked at, as a named problem; L001 another kind of file, L002 broken, L003 locked, L004 too
large once unpacked, L005 pictures of pages without text."""

from __future__ import annotations

from rollout import texts
from rollout.problems import Problem, ProblemsFound


def refused(code: str, name: str, kind: str = "") -> ProblemsFound:
    """Return the problem; `kind` is docx or pdf where the message tells it."""
    values: dict[str, object] = {"file": name}
    if kind:
        values["kind"] = texts.pair(f"layout.kind_{kind}")
    return ProblemsFound([Problem(code, None, values)])
