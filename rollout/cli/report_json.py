"""A Report as JSON: the tree as it is, each block under the name of its kind."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from rollout.reporting.report import Report

FORMAT = "rollout.report/1"


def report_json(report: Report) -> str:
    """Return the report as JSON text: titles, sections and blocks, words as they would be printed."""
    return json.dumps({"format": FORMAT, **_node(report)}, ensure_ascii=False, indent=2) + "\n"


def _node(part: Any) -> dict[str, Any]:
    return {row.name: _value(getattr(part, row.name)) for row in fields(part)}


def _value(part: Any) -> Any:
    if is_dataclass(part):
        return {"block": type(part).__name__, **_node(part)}
    if isinstance(part, tuple):
        return [_value(one) for one in part]
    return part
