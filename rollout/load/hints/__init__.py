"""For each kind of value (the annotation x-kind), what people write instead and how it is written here."""

from __future__ import annotations

from collections.abc import Callable

from rollout.load.faults import Fault
from rollout.load.hints.date import hint as date
from rollout.load.hints.number import hint as number
from rollout.load.hints.shapes import choices, document, identifier, phone, records, text_pair
from rollout.load.hints.yes_no import hint as yes_no

Hint = Callable[[Fault], "tuple[str, dict[str, object]] | None"]

HINTS: dict[str, Hint] = {
    "number": number,
    "date": date,
    "yes_no": yes_no,
    "document": document,
    "choices": choices,
    "records": records,
    "phone": phone,
    "text_pair": text_pair,
    "id": identifier,
}
