"""rollout template copy: the shipped templates, to be edited and used with --templates."""

from __future__ import annotations

from rollout.cli import shared
from rollout.cli.console import Console
from rollout.cli.help import HelpfulGroup
from rollout.cli.options import Options
from rollout.cli.own_files import copy_folder
from rollout.shipped import shipped

COMMAND = HelpfulGroup("template", shared.everywhere())


@shared.command("copy")
@shared.argument("directory")
@shared.force
def copy(options: Options, console: Console) -> int:
    """Copy the templates; return the exit code."""
    count = copy_folder(shipped("templates"), options.directory, console, force=options.force)
    console.note(console.say("copied", count=count, folder=options.directory))
    console.note(console.say("next_after_template", folder=options.directory))
    return 0


COMMAND.add_command(copy)
