"""Options that several commands have, as decorators: one name, one meaning everywhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from rollout.cli import language
from rollout.cli.console import Console
from rollout.cli.help import HelpfulCommand, HelpfulOption, OneOf
from rollout.cli.misuse import Misuse
from rollout.cli.options import Options
from rollout.files import is_folder
from rollout.shipped import choose

Work = Callable[[Options, Console], int]
Decorator = Callable[[Work], Work]
AUDIENCES = ("internal", "public")
READERS = ("planner", "province")


def command(name: str) -> Callable[[Work], HelpfulCommand]:
    """Make a command of a function from options and console to exit code; decorators below add its parameters."""

    def make(work: Work) -> HelpfulCommand:
        def callback(**given: Any) -> int:
            options = Options.of({**click.get_current_context().find_root().obj, **given})
            choose("blueprints", options.blueprints)
            choose("templates", options.templates)
            return work(options, Console.of(options))

        params = list(reversed(_params_of(work)))
        own = {row.name for row in params}
        return HelpfulCommand(name, callback, [*params, *(row for row in everywhere() if row.name not in own)])

    return make


def everywhere() -> list[click.Parameter]:
    """The options of every command and of the group; the last one given counts, wherever it stands."""
    return [
        _kept("--lang", type=OneOf(language.LANGUAGES)),
        _kept("-q", "--quiet", is_flag=True),
        _kept("-v", "--verbose", is_flag=True),
        _kept("--debug", is_flag=True),
        _kept("--color/--no-color", default=None),
        _kept("--no-input", is_flag=True),
    ]


def profiles(work: Work) -> Work:
    """PROFILE…: files, folders of them, or - for stdin."""
    return _with(work, click.Argument(["profiles"], nargs=-1, required=True))


def maybe_profiles(work: Work) -> Work:
    """[PROFILE…]: as `profiles`, where something else may be asked for instead."""
    return _with(work, click.Argument(["profiles"], nargs=-1, required=False))


def argument(name: str, *, required: bool = True) -> Decorator:
    """One positional argument."""
    return lambda work: _with(work, click.Argument([name], required=required))


def option(*declared: str, about: str | None = None, **settings: Any) -> Decorator:
    """One more option; its words are `cli.help.option.<about or name>`."""
    return lambda work: _with(work, HelpfulOption(list(declared), about=about, **settings))


def formats(known: Sequence[str], about: str = "format") -> Decorator:
    """--format, one of the keys of a table of writers."""
    return option("--format", about=about, type=OneOf(known))


def output(about: str = "output") -> Decorator:
    """-o FILE, - for stdout; a second one is refused, or the first file would silently not be written."""
    return option("-o", "--output", about=about, metavar="FILE", multiple=True, callback=_once)


def _once(_: click.Context, param: click.Parameter, given: tuple[str, ...]) -> str | None:
    if len(given) > 1:
        raise Misuse("given_twice", option="-o" if "-o" in param.opts else param.opts[0])
    return given[0] if given else None


def blueprints(work: Work) -> Work:
    """--blueprints DIR."""
    return option("--blueprints", metavar="DIR", type=Folder())(work)


def templates(work: Work) -> Work:
    """--templates DIR."""
    return option("--templates", metavar="DIR", type=Folder())(work)


def languages(known: Sequence[str]) -> Decorator:
    """--lang with more choices for the document than there are languages of messages."""
    keep = {"expose_value": False, "callback": _keep_language}
    return option("--lang", about="document_lang", type=OneOf(known), **keep)


def force(work: Work) -> Work:
    """--force."""
    return option("--force", is_flag=True)(work)


def audience(work: Work) -> Work:
    """--audience internal|public."""
    return option("--audience", type=OneOf(AUDIENCES), default="internal")(work)


class Folder(click.ParamType[Any]):
    """A folder that exists."""

    name = "folder"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        if not is_folder(value):
            raise Misuse("not_a_folder", folder=str(value), option=max(param.opts, key=len) if param else "")
        return Path(value)


class Day(click.ParamType[Any]):
    """A day, as 2026-07-01 or 01/07/2026."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        day, slash, rest = str(value).partition("/")
        month, _, year = rest.partition("/")
        try:
            return dt.date(int(year), int(month), int(day)) if slash else dt.date.fromisoformat(value)
        except ValueError:
            raise Misuse("bad_day", found=str(value), option=max(param.opts, key=len) if param else "") from None


def _kept(*declared: str, **settings: Any) -> click.Option:
    return HelpfulOption(list(declared), expose_value=False, callback=_keep, **settings)


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    given = ctx.find_root().obj
    if param.name is None or ctx.get_parameter_source(param.name) is not click.core.ParameterSource.COMMANDLINE:
        return
    given[param.name] = value
    if param.name == "lang":
        given["document_lang"] = value


def _keep_language(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    given = ctx.find_root().obj
    if ctx.get_parameter_source(str(param.name)) is click.core.ParameterSource.COMMANDLINE:
        given["document_lang"] = value
        if value in language.LANGUAGES:
            given["lang"] = value


def _with(work: Work, parameter: click.Parameter) -> Work:
    _params_of(work).append(parameter)
    return work


def _params_of(work: Work) -> list[click.Parameter]:
    found: list[click.Parameter] = work.__dict__.setdefault("parameters", [])
    return found
