"""rollout draft: the draft Decision and Regulation of a province, with what must be completed before it is signed."""

from __future__ import annotations

from rollout import language
from rollout.cli import shared
from rollout.cli.console import Console, columns
from rollout.cli.dossier import Asked, dossier
from rollout.cli.dossier_folder import deliver
from rollout.cli.failures import USAGE, exit_code
from rollout.cli.language import LANGUAGES
from rollout.cli.misuse import Misuse
from rollout.cli.opening import Opening, ReadProfile
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked
from rollout.cli.problems_text import problem_lines
from rollout.cli.validate import file_lines
from rollout.documents.drafting_reports import Frame, choice
from rollout.documents.text import text
from rollout.drafting.admitted import Admitted, admitted
from rollout.drafting.order import Order
from rollout.drafting.wording import Wording
from rollout.problems import Problem, ProblemsFound

BOTH = "both"


@shared.command("draft")
@shared.argument("profile")
@shared.option("--date", about="draft_date", metavar="DATE", type=shared.Day())
@shared.option("--form", metavar="FORM")
@shared.option("--proposer", metavar="ROLE")
@shared.languages((*LANGUAGES, BOTH))
@shared.option("--deputy", is_flag=True)
@shared.option("--final", is_flag=True)
@shared.output("draft_output")
@shared.option("--force", about="draft_force", is_flag=True)
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Draft for one profile; return the exit code."""
    if options.form is None:
        return _forms(options, console)
    if options.date is None:
        raise Misuse("draft_needs", option="--date")
    if options.output is None:
        raise Misuse("draft_needs", option="-o")
    opening = Opening()
    read = opening.profile(str(options.profile))
    for line in file_lines(Checked(read.file, read.problems, read.lines(read.problems)), console):
        console.error(line)
    if read.profile is None or read.model is None:
        return exit_code(read.problems)
    return _draft(_asked(read, opening, options), options, console)


def _forms(options: Options, console: Console) -> int:
    """Without a form there is no draft: show the arguments and leave the choice to whoever drafts."""
    forms = Wording(console.lang).file("forms").data
    day = options.date.isoformat() if options.date else ""
    frame = Frame("", day, "", console.lang)
    console.result(text(choice(forms, frame), columns()))
    console.error(console.say("draft_needs_form", known=", ".join(forms["forms"])))
    return USAGE


def _asked(read: ReadProfile, opening: Opening, options: Options) -> Asked:
    model, profile = read.model, read.profile
    if model is None or profile is None or options.date is None or options.form is None:
        message = "only a profile that could be read is drafted for"
        raise ValueError(message)
    opened = opening.protocol(model.blueprint)
    if opened is None:
        raise ProblemsFound([Problem("D030", None, {"name": model.blueprint.id})])
    if opened.protocol is None:
        raise ProblemsFound(opened.problems)
    languages = LANGUAGES if options.document_lang == BOTH else (options.document_lang,)
    proposer = (options.proposer or "").upper()
    order = Order(options.date, options.form, languages[0], proposer, options.deputy)
    return Asked(profile, model.blueprint, model.country, opened.protocol, order, languages, options.final)


def _draft(asked: Asked, options: Options, console: Console) -> int:
    allowed = admitted(asked.profile, asked.country, asked.order, final=asked.final)
    _warn(allowed, console)
    made = dossier(asked, allowed)
    folder = str(options.output)
    deliver(folder, made.files, console, force=options.force)
    name, day = allowed.unit.full_name(asked.order.moment).name, language.of(console.lang).date(asked.order.moment)
    console.note(console.say("drafted", province=name, day=day, files=len(made.files)))
    left = {"blanks": made.blanks, "notes": made.notes, "confirm": made.confirm}
    console.note(console.say("drafted_where", folder=folder, **left))
    return 0


def _warn(allowed: Admitted, console: Console) -> None:
    for problem in allowed.warnings:
        console.note("\n".join(problem_lines(problem, None, console)))
