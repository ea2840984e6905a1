"""Table of rules and the patterns that tell what a paragraph is; both are content, from templates/regulation/."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from rollout.load import read
from rollout.problems import ProblemsFound
from rollout.shipped import find

TABLE = "regulation/nd30_rules.yaml"
Rule = Mapping[str, Any]


class Table:
    """The rules in the order they are reported, and compiled patterns by name."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules as they stand in the file."""
        return tuple(self.data["rules"])

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Patterns by name; letters of either case match."""
        kinds = "|".join(map(re.escape, self.data["kinds"]))
        return {
            name: re.compile(text.replace("KINDS", kinds), re.IGNORECASE)
            for name, text in self.data["patterns"].items()
        }

    def has(self, name: str, text: str) -> bool:
        """Tell whether `text` holds the pattern `name`."""
        return self.patterns[name].search(text) is not None


def table() -> Table:
    """Return the table; raises ProblemsFound when its file is missing or broken."""
    found = read(find("templates", TABLE))
    if not found.ok:
        raise ProblemsFound(found.problems)
    return Table(found.data)
