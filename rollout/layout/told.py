"""What the manifest of a dossier tells of its files and of every text they print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rollout import texts
from rollout.drafting.manifest import FORMAT, fingerprint
from rollout.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Row:
    """One text: its id, its kind, its words, and the numbers its place is told by."""

    id: str
    kind: str
    text: str
    at: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """Hashes by file, the language of each file that prints the text, the texts by language; `whole`: as written."""

    files: Mapping[str, str]
    printed: Mapping[str, str]
    rows: Mapping[str, tuple[Row, ...]]
    whole: bool


def told(data: bytes, folder: str) -> Told:
    """Read a manifest; raises ProblemsFound D040 where it is none, or one of another format."""
    try:
        found = json.loads(data)
        if found["format"] != FORMAT:
            raise ValueError(FORMAT)
        whole = found.pop("sha256", None) == fingerprint(found)
        rows = {str(lang): tuple(map(_row, listed)) for lang, listed in found["texts"].items()}
        files = {str(name): str(value) for name, value in found["files"].items()}
        printed = {str(name): str(lang) for name, lang in found["printed"].items() if lang in rows}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        reason = texts.pair("verify.unreadable.manifest", format=FORMAT)
        raise ProblemsFound([Problem("D040", None, {"folder": folder, "reason": reason})]) from error
    return Told(files, printed, rows, whole)


def _row(data: Mapping[str, Any]) -> Row:
    at = {str(name): str(value) for name, value in data.items()}
    return Row(at.pop("id"), at.pop("kind"), at.pop("text"), at)
