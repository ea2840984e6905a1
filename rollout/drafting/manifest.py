"""manifest.json of a dossier: what it was made from, every clause and where it comes from, every file and its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rollout.drafting.instrument import Clause, Entry, Gaps, Instrument, Remark
from rollout.drafting.printed import Printed
from rollout.drafting.spots import place_of, placed

FORMAT = "rollout.dossier/1"
NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class About:
    """What the manifest says besides the text: versions and inputs {name: hash} as they are, warnings by code."""

    versions: Mapping[str, str]
    inputs: Mapping[str, str]
    asked: Mapping[str, Any]
    warnings: Sequence[Mapping[str, Any]] = ()
    to_confirm: Sequence[Mapping[str, Any]] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Shown:
    """Every text that is printed, by language, and the language of every file that prints them."""

    texts: Mapping[str, Sequence[Printed]]
    files: Mapping[str, str]


def manifest(instruments: Sequence[Instrument], about: About, files: Mapping[str, bytes], shown: Shown) -> bytes:
    """Return the manifest of one text in one or more languages; the first language names the places.

    Raises ValueError where two languages do not have the same clauses and entries.
    """
    first = instruments[0]
    if any(_ids(row) != _ids(first) for row in instruments[1:]):
        message = "the languages of a draft have the same clauses and entries"
        raise ValueError(message)
    places = placed(first)
    data = {
        "format": FORMAT,
        "versions": dict(about.versions),
        **about.asked,
        "inputs": dict(sorted(about.inputs.items())),
        "clauses": [_clause(i, instruments, places) for i in range(sum(1 for _ in first.clauses()))],
        "annexes": [_annex(i, instruments, places) for i in range(len(first.regulation.annexes))],
        "blanks": [_remark(row, places, first.lang) for row in first.blanks],
        "notes": [_remark(row, places, first.lang) for row in first.remarks],
        "gaps": _gaps(first.gaps),
        "to_confirm": list(about.to_confirm),
        "warnings": list(about.warnings),
        "files": {name: sha256(files[name]) for name in sorted(files)},
        "printed": dict(sorted(shown.files.items())),
        "texts": {lang: [row.data() for row in rows] for lang, rows in shown.texts.items()},
    }
    return (json.dumps({**data, "sha256": fingerprint(data)}, ensure_ascii=False, indent=1) + "\n").encode()


def fingerprint(data: Mapping[str, Any]) -> str:
    """Return the hash of all that a manifest says, whatever the spaces between it."""
    return sha256(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def sha256(data: bytes) -> str:
    """Return the hash of bytes in hex."""
    return hashlib.sha256(data).hexdigest()


def _ids(instrument: Instrument) -> list[tuple[str, ...]]:
    clauses = [(row.id, *(point.id for point in row.points)) for row in instrument.clauses()]
    return [*clauses, *((row.id, *(entry.id for entry in row.entries())) for row in instrument.regulation.annexes)]


def _clause(number: int, instruments: Sequence[Instrument], places: Mapping[str, str]) -> dict[str, Any]:
    rows = {row.lang: list(row.clauses())[number] for row in instruments}
    clause = rows[instruments[0].lang]
    made = {
        "id": clause.id,
        "place": places[clause.id],
        "origins": list(clause.origins),
        "sha256": {lang: _hash(row) for lang, row in rows.items()},
    }
    points = [{"id": row.id, "place": places[row.id], "origins": list(row.origins)} for row in clause.points]
    return {**made, "points": points} if points else made


def _annex(number: int, instruments: Sequence[Instrument], places: Mapping[str, str]) -> dict[str, Any]:
    rows = {row.lang: row.regulation.annexes[number] for row in instruments}
    annex = rows[instruments[0].lang]
    cells = {lang: [_cells(entry) for entry in row.entries()] for lang, row in rows.items()}
    entries = [
        {
            "id": entry.id,
            "place": places[entry.id],
            "origins": list(entry.origins),
            "sha256": {lang: sha256(said[i].encode()) for lang, said in cells.items()},
        }
        for i, entry in enumerate(annex.entries())
    ]
    return {"id": annex.id, "place": places[annex.id], "entries": entries}


def _cells(entry: Entry) -> str:
    """The words of an entry, a cell a line."""
    return "\n".join(entry.cells)


def _hash(clause: Clause) -> str:
    """The words of a clause and its points, so that whoever reads a file back can compare."""
    return sha256("\n".join([clause.text, *(point.text for point in clause.points)]).encode())


def _gaps(gaps: Gaps) -> dict[str, Any]:
    counts = {"in_text": len(gaps.written), "in_notes": len(gaps.noted), "unknown": len(gaps.unknown)}
    return {"as": gaps.manner, **counts, "withheld": gaps.withheld, "criteria_in_text": list(gaps.written)}


def _remark(row: Remark, places: dict[str, str], lang: str) -> dict[str, str]:
    return {"clause": row.clause, "place": place_of(row.clause, places, lang), "text": row.text}
