"""The command reference, made from the commands themselves: the page of `rollout --help`, and docs/cli.md."""

from __future__ import annotations

from collections.abc import Iterator

import click

from rollout import texts
from rollout.cli.group import GROUP
from rollout.cli.help import Helpful
from rollout.cli.language import LANGUAGES


def page(lang: str) -> str:
    """Return what `rollout --help` prints on 80 columns."""
    return _help(GROUP, None, "rollout", lang) + "\n"


def reference() -> str:
    """Return docs/cli.md: the help of every command, in every language."""
    lines = [_say("title", "vi"), "", _say("lead", "vi"), "", _say("lead", "en")]
    for path, command, ctx in _commands(GROUP, None, "rollout"):
        level = "##" if path.count(" ") < 2 else "###"
        lines += ["", f"{level} {path}"]
        for lang in LANGUAGES:
            lines += ["", "```text", _help(command, ctx, path, lang), "```"]
    return "\n".join(lines) + "\n"


def _say(key: str, lang: str) -> str:
    return texts.text(f"cli.reference.{key}", lang)


def _commands(
    command: click.Command, above: click.Context | None, path: str
) -> Iterator[tuple[str, click.Command, click.Context | None]]:
    """Yield every command with its path and the context above it, in the order of the help."""
    yield path, command, above
    if isinstance(command, click.Group):
        ctx = click.Context(command, parent=above, info_name=path.rpartition(" ")[2], obj={"lang": LANGUAGES[0]})
        for name in command.list_commands(ctx):
            found = command.get_command(ctx, name)
            if isinstance(found, Helpful):
                yield from _commands(found, ctx, f"{path} {name}")


def _help(command: click.Command, above: click.Context | None, path: str, lang: str) -> str:
    root = above.find_root() if above else None
    if root is not None:
        root.obj["lang"] = lang
    ctx = click.Context(
        command,
        parent=above,
        info_name=path.rpartition(" ")[2],
        obj=None if root else {"lang": lang},
        terminal_width=78,  # what click makes of 80 columns
        help_option_names=["-h", "--help"],
        color=False,
    )
    return command.get_help(ctx)
