"""rollout explain: a criterion or a problem in full; with a profile, the verdict step by step."""

from __future__ import annotations

import re
from pathlib import Path

from rollout import shipped, texts
from rollout.cli import shared
from rollout.cli.console import Console, harmless
from rollout.cli.explain_criterion import criterion_lines
from rollout.cli.failures import exit_code
from rollout.cli.misuse import Misuse
from rollout.cli.opening import Model, Opening, ReadProfile, default_blueprint
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked
from rollout.cli.validate import file_lines
from rollout.documents.terminal import indent, wrap
from rollout.language import did_you_mean

PROBLEM = re.compile(r"[A-Z][0-9]{3}")


@shared.command("explain")
@shared.argument("code")
@shared.argument("profile", required=False)
@shared.option("--blueprint", metavar="NAME")
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Explain a code; return the exit code."""
    code = options.code.upper()
    if PROBLEM.fullmatch(code) and code in problem_codes():
        console.result("\n".join(problem_page_lines(code, console)) + "\n")
        return 0
    opening = Opening()
    read = opening.profile(options.profile) if options.profile is not None else None
    model = read.model if read and read.model else opening.model(options.blueprint or default_blueprint())
    if code not in model.blueprint.criteria:
        raise _no_code(options.code, model)
    lines = criterion_lines(model.blueprint.criteria[code], model, read.profile if read else None, console)
    console.result("\n".join(lines) + "\n")
    return _problems_told(read, console) if read else 0


def _problems_told(read: ReadProfile, console: Console) -> int:
    for line in file_lines(Checked(read.file, read.problems, read.lines(read.problems)), console):
        console.error(line)
    if read.profile is None:
        console.error(console.say("explained_without_profile", profile=harmless(read.file)))
    return exit_code(read.problems)


def problem_codes() -> list[str]:
    """The codes that have a page."""
    folders = [folder / "problems" for folder in shipped.search_order("templates")]
    pages = [path for folder in folders if folder.is_dir() for path in Path(folder).glob("*.yaml")]
    return sorted({path.stem for path in pages})


def problem_page_lines(code: str, console: Console) -> list[str]:
    """Return the page of a problem: what it says, why it matters, what to do, an example and its correction."""
    page, lang = texts.problem_page(code), console.lang
    lines = [console.style(f"{code}  {page['title'][lang]}", "strong")]
    for part in ("message", "why", "fix"):
        lines += ["", console.say(f"page_{part}"), *indent(wrap(" ".join(page[part][lang].split()), console.width), 2)]
    for part in ("example", "corrected"):
        if page.get(part):
            lines += ["", console.say(f"page_{part}"), *indent(page[part].rstrip("\n").split("\n"), 4)]
    return lines


def _no_code(written: str, model: Model) -> Misuse:
    known = [*model.blueprint.criteria, *problem_codes()]
    guess = did_you_mean(written.upper(), known)
    if guess is None:
        return Misuse("no_code", found=written)
    return Misuse("no_code_meant", found=written, meant=guess)
