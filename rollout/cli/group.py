"""The group: a table from command to module, read only when a command is called."""

from __future__ import annotations

import importlib

import click

from rollout.cli.help import HelpfulGroup, HelpfulOption
from rollout.cli.shared import everywhere

TABLE = {
    "validate": "rollout.cli.validate",
    "gap": "rollout.cli.gap",
    "checklist": "rollout.cli.checklist",
    "coordination": "rollout.cli.coordination",
    "draft": "rollout.cli.draft",
    "layout": "rollout.cli.layout",
    "explain": "rollout.cli.explain",
    "blueprint": "rollout.cli.blueprint",
    "template": "rollout.cli.template",
    "profile": "rollout.cli.profile",
}
"""Command → module with a click command called COMMAND."""


class LazyGroup(HelpfulGroup):
    """Imports a command's module when the command is called; help needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(TABLE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in TABLE:
            return None
        found: click.Command = importlib.import_module(TABLE[cmd_name]).COMMAND
        return found


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        importlib.import_module("rollout.cli.version").tell()
        ctx.exit()


VERSION = HelpfulOption(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version)
GROUP = LazyGroup("rollout", [*everywhere(), VERSION])
