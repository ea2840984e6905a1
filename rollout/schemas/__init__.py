"""JSON Schemas of what goes in and of what comes out."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from rollout.files import read_bytes

FOLDER = Path(__file__).parent
LARGEST = 256 * 1024


@cache
def schema(kind: str) -> dict[str, Any]:
    """Return the schema called `kind` (blueprint, section, … gap); raises ProblemsFound when there is none."""
    found: dict[str, Any] = json.loads(read_bytes(FOLDER / f"{kind}.schema.json", LARGEST))
    return found
