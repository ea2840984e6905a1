"""A role as somebody writes it on the command line."""

from __future__ import annotations

from rollout import language
from rollout.cli.misuse import Misuse
from rollout.model.country import Country


def role(written: str, country: Country) -> str:
    """Return the id of the role meant; raises Misuse, naming the roles, when there is none."""
    if written.upper() in country.roles:
        return written.upper()
    meant = language.did_you_mean(written.upper(), country.roles)
    values = {"option": "--agency", "found": written, "allowed": ", ".join(country.roles), "meant": meant or ""}
    raise Misuse("bad_choice" if meant is None else "bad_choice_meant", **values)
