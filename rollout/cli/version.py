"""rollout --version: the tool, the formats it reads and writes, the blueprints at hand."""

from __future__ import annotations

import rollout
from rollout.cli import problem_formats
from rollout.cli.blueprint_check import FORMAT as CHECK_FORMAT
from rollout.cli.console import Console
from rollout.cli.opening import blueprint_names
from rollout.cli.report_json import FORMAT as REPORT_FORMAT
from rollout.load import read
from rollout.reporting.gap_json import FORMAT as GAP_FORMAT
from rollout.shipped import find

READS = ("rollout.profile/1", "rollout.blueprint/1", "rollout.country/1")
WRITES = (GAP_FORMAT, REPORT_FORMAT, problem_formats.FORMAT, CHECK_FORMAT)


def tell() -> None:
    """Print the versions, one kind a line."""
    named = []
    for name in blueprint_names():
        data = read(find("blueprints", name) / "blueprint.yaml").data
        named.append(f"{name}@{data.get('version') if isinstance(data, dict) else '?'}")
    lines = [f"rollout {rollout.__version__}", f"formats: {', '.join((*READS, *WRITES))}"]
    Console().result("\n".join([*lines, f"blueprints: {', '.join(named)}"]) + "\n")
