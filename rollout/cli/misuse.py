"""A command line that asks for something impossible, in our own words."""

from __future__ import annotations

import click


class Misuse(click.UsageError):
    """A usage error whose words are the text `cli.<key>`, filled with `values`; exit code 2."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values
