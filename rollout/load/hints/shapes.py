"""Values with a shape of their own: documents, lists of codes, records, telephone numbers, pairs of texts, ids."""

from __future__ import annotations

import re

from rollout.language import did_you_mean, fold, slug
from rollout.language.spoken import YES
from rollout.load.faults import Fault
from rollout.load.forms import form_of
from rollout.load.showing import found, shown

Answer = tuple[str, dict[str, object]]
_SHAPE = ("type", "anyOf", "oneOf")
_PATH = re.compile(r"[/\\]|\.\.")
_NUMBER = re.compile(r"\d[\w.-]*/(?:[\w.-]*[^\W\d][\w.-]*)")
_PLAIN = re.compile(r"[\w./ -]+")
_CODES = re.compile(r"[\w.-]+(?:\s*[,;]\s*[\w.-]+)*")


def document(fault: Fault) -> Answer | None:
    """A document is told by number and date; "yes" alone cannot be checked."""
    if fault.keyword not in _SHAPE:
        return None
    if isinstance(fault.value, str) and fold(fault.value[:20]).strip() in YES:
        return "S043", {"found": found(fault.value)}
    return "S042", {"found": found(fault.value), "suggestion": f"{{number: {_number(fault.value)}, date: …}}"}


def _number(value: object) -> str:
    """The number of a document, alone: a whole sentence with a comma in it would not be read back as one number."""
    if not isinstance(value, (str, int)):
        return "…"
    numbered = _NUMBER.search(str(value))
    return shown(numbered[0] if numbered else str(value)) if numbered or _PLAIN.fullmatch(str(value)) else "…"


def choices(fault: Fault) -> Answer | None:
    """A list of codes, of which somebody wrote one, or several with commas between."""
    if fault.keyword not in _SHAPE:
        return None
    text = str(fault.value)
    codes = re.split(r"\s*[,;]\s*", text) if isinstance(fault.value, str) and _CODES.fullmatch(text) else ["…"]
    allowed = [str(code) for code in fault.schema.get("items", {}).get("enum", ())]
    named = [did_you_mean(code, allowed) or code for code in codes[:20]]
    return "S044", {"found": found(fault.value), "suggestion": f"[{', '.join(map(shown, named))}]"}


def records(fault: Fault) -> Answer | None:
    """A list of records says whether it is complete."""
    return ("S045", {"found": found(fault.value)}) if fault.keyword in _SHAPE else None


def phone(fault: Fault) -> Answer | None:
    """A telephone number is text of digits."""
    return "S046", {"found": found(fault.value)}


def text_pair(fault: Fault) -> Answer | None:
    """Text for people in two languages."""
    return ("S049", {"found": found(fault.value)}) if fault.keyword in _SHAPE else None


def identifier(fault: Fault) -> Answer | None:
    """A name for the machine; often somebody wrote the name for people."""
    if fault.keyword != "pattern" or not isinstance(fault.value, str):
        return None
    suggestion = slug(fault.value[:200])
    if not _PATH.search(fault.value) and re.search(str(fault.expected), suggestion):
        return "S048", {"found": found(fault.value), "suggestion": suggestion}
    return "S047", {"found": found(fault.value), "form": form_of(fault.schema, str(fault.expected))}
