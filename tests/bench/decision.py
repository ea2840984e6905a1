"""The process `make bench` measures: a profile becomes a Decision as PDF, nothing else of the dossier."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rollout.cli.opening import Opening
from rollout.documents.instrument_pdf import instrument_pdf
from rollout.drafting.admitted import admitted
from rollout.drafting.draft import draft
from rollout.drafting.instrument import Instrument
from rollout.drafting.order import Order
from rollout.drafting.wording import Wording

DAY, FORM, LANG = date(2026, 10, 1), "ca_biet", "vi"


@dataclass(frozen=True)
class Drafted:
    """A text with the words around it."""

    text: Instrument
    words: dict[str, str]
    day: str = DAY.isoformat()


def drafted(profile: Path) -> Drafted:
    """Draft for a profile as `rollout draft` does."""
    opening = Opening()
    read = opening.profile(str(profile))
    if read.profile is None or read.model is None:
        raise SystemExit(f"{profile} is not valid")
    opened = opening.protocol(read.model.blueprint, read.profile)
    if opened is None or opened.protocol is None:
        raise SystemExit("the protocol cannot be read")
    order = Order(DAY, FORM, LANG)
    unit = admitted(read.profile, read.model.country, order).unit
    table = Wording(LANG).file("words").below("words").data
    words = {name: pair[LANG] for name, pair in table.items()}
    return Drafted(draft(read.profile, unit, read.model.country, opened.protocol, order), words)


if __name__ == "__main__":
    made = drafted(Path(sys.argv[1]))
    Path(sys.argv[2]).write_bytes(instrument_pdf(made.text, made.words, made.day, draft=True))
