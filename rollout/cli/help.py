"""Help in the language of the run, examples first; words by id, so that a command module holds none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from rollout import language, texts
from rollout.cli.console import Console
from rollout.cli.misuse import Misuse

SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 80}


def words(ctx: click.Context, key: str, **values: object) -> str:
    """Return the text `cli.help.<key>` in the language of the run."""
    return texts.text(f"cli.help.{key}", ctx.find_root().obj["lang"], **values)


class HelpfulOption(click.Option):
    """An option explained by `cli.help.option.<name>`; `about` chooses another id."""

    def __init__(self, *declared: Any, about: str | None = None, **settings: Any) -> None:
        super().__init__(*declared, **settings)
        self.about = about or self.name

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        self.help = words(ctx, f"option.{self.about}")
        return super().get_help_record(ctx)


def _show_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        Console().result(f"{ctx.get_help()}\n")
        ctx.exit()


_HELP = HelpfulOption(
    ["-h", "--help"], about="help", is_flag=True, is_eager=True, expose_value=False, callback=_show_help
)


class OneOf(click.Choice[str]):
    """A choice whose refusal names what is allowed and what was probably meant."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices:
            return str(value)
        allowed = [str(choice) for choice in self.choices]
        meant = language.did_you_mean(str(value), allowed)
        option = max(param.opts, key=len) if param else ""
        values = {"option": option, "found": str(value), "allowed": ", ".join(allowed)}
        raise Misuse("bad_choice" if meant is None else "bad_choice_meant", **values, meant=meant or "")


class Helpful(click.Command):
    """Help in the order example, usage, explanation, options, where to read more."""

    def about(self, ctx: click.Context) -> str:
        """The id of the texts of this command, as validate or blueprint.list."""
        return ".".join(ctx.command_path.split()[1:]) or "rollout"

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(words(ctx, "examples").rstrip(":")):
            formatter.width += 40  # an example is copied as it stands: never broken
            for line in words(ctx, f"{self.about(ctx)}.examples").splitlines():
                formatter.write(f"{' ' * formatter.current_indent}{line}\n")
            formatter.width -= 40
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(words(ctx, f"{self.about(ctx)}.text"))
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, f"{words(ctx, 'usage')} ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = [words(ctx, "usage.options")]
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Argument):
                name = words(ctx, f"argument.{parameter.name}")
                pieces.append(name + ("…" if parameter.nargs != 1 else ""))
        return [piece if index == 0 or self._needed(index, ctx) else f"[{piece}]" for index, piece in enumerate(pieces)]

    def _needed(self, index: int, ctx: click.Context) -> bool:
        arguments = [row for row in self.get_params(ctx) if isinstance(row, click.Argument)]
        return arguments[index - 1].required if index <= len(arguments) else True

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [row.get_help_record(ctx) for row in self.get_params(ctx) if isinstance(row, click.Option)]
        with formatter.section(words(ctx, "options")):
            formatter.write_dl([row for row in rows if row is not None])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        for line in words(ctx, "more").splitlines():
            formatter.write_text(line)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _HELP

    def get_short_help_str(self, limit: int = 45) -> str:
        ctx = click.get_current_context(silent=True)
        return words(ctx, f"{self.name}.short") if ctx and ctx.find_root().obj else ""


class HelpfulGroup(Helpful, click.Group):
    """A group whose list of commands needs no command's module."""

    def __init__(self, name: str, params: Sequence[click.Parameter] = (), **settings: Any) -> None:
        super().__init__(name, params=list(params), context_settings=SETTINGS, no_args_is_help=True, **settings)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [words(ctx, "usage.options"), words(ctx, "usage.command")]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        above = self.about(ctx)
        prefix = "" if above == "rollout" else f"{above}."
        with formatter.section(words(ctx, "commands")):
            formatter.write_dl([(name, words(ctx, f"{prefix}{name}.short")) for name in self.list_commands(ctx)])
        super().format_options(ctx, formatter)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = self.list_commands(ctx)
            meant = language.did_you_mean(name, known)
            values = {"found": name, "known": ", ".join(known), "meant": f"{ctx.command_path} {meant}"}
            error = Misuse("no_command" if meant is None else "no_command_meant", **values)
            error.ctx = ctx
            raise error
        return super().resolve_command(ctx, args)


class HelpfulCommand(Helpful):
    """A command that does one thing."""

    def __init__(self, name: str, callback: Callable[..., Any], params: Sequence[click.Parameter] = ()) -> None:
        super().__init__(name, callback=callback, params=list(params), context_settings=SETTINGS)
