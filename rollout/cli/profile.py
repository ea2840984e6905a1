"""rollout profile new: a blank profile to fill in."""

from __future__ import annotations

from rollout.cli import shared
from rollout.cli.blank_profile import blank_profile
from rollout.cli.console import Console
from rollout.cli.help import HelpfulGroup
from rollout.cli.misuse import Misuse
from rollout.cli.opening import STDIN, Opening, default_blueprint
from rollout.cli.options import Options
from rollout.cli.own_files import write_own
from rollout.cli.province import province

COMMAND = HelpfulGroup("profile", shared.everywhere())


@shared.command("new")
@shared.argument("province")
@shared.option("--date", metavar="DATE", type=shared.Day())
@shared.output(about="output_yaml")
@shared.option("--blueprint", metavar="NAME")
@shared.force
@shared.blueprints
def new(options: Options, console: Console) -> int:
    """Write a blank profile; return the exit code."""
    if options.date is None:
        raise Misuse("needs_date", option="profile new")
    model = Opening().model(options.blueprint or default_blueprint())
    unit = province(options.province, options.date, model.country)
    text = blank_profile(model, unit, options.date, options.document_lang)
    if options.output in (None, STDIN):
        console.data(text.encode())
        return 0
    write_own(str(options.output), text.encode(), console, force=options.force)
    console.note(console.say("written", file=str(options.output)))
    console.note(console.say("next_after_profile", file=options.again(str(options.output))))
    return 0


COMMAND.add_command(new)
