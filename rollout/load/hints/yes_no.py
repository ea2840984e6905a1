"""Yes and no, in the words people use."""

from __future__ import annotations

from rollout.language import fold
from rollout.language.spoken import NO, YES
from rollout.load.faults import Fault
from rollout.load.showing import found


def hint(fault: Fault) -> tuple[str, dict[str, object]] | None:
    """Return the word to write for what was found, or that only yes and no will do."""
    value = fault.value
    if isinstance(value, (str, int)):
        text = fold(str(value)[:20]).strip(" .!")
        for words, suggestion in ((YES, "yes"), (NO, "no")):
            if text in words:
                return "S040", {"found": found(value), "suggestion": suggestion}
    return "S041", {"found": found(value)}
