"""rollout draft: the draft Decision and Regulation of a province, with what must be completed before it is signed."""

from __future__ import annotations

from collections.abc import Sequence

from rollout import language
from rollout.cli import many, shared
from rollout.cli.console import Console, columns
from rollout.cli.dossier import Asked, dossier
from rollout.cli.dossier_folder import deliver, replaceable
from rollout.cli.dossiers import several
from rollout.cli.failures import USAGE, ended, exit_code
from rollout.cli.help import OneOf
from rollout.cli.language import LANGUAGES
from rollout.cli.misuse import Misuse
from rollout.cli.opening import Model, Opening
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked
from rollout.cli.problems_text import problem_lines
from rollout.cli.validate import file_lines
from rollout.cli.verification import verification
from rollout.documents.drafting_reports import Frame, choice
from rollout.documents.text import text
from rollout.drafting.admitted import Admitted, admitted
from rollout.drafting.order import Order
from rollout.drafting.wording import Wording
from rollout.model.profile import Profile
from rollout.problems import Problem, ProblemsFound

BOTH = "both"
GAPS = ("notes", "transitional")


@shared.command("draft")
@shared.maybe_profiles
@shared.option("--date", about="draft_date", metavar="DATE", type=shared.Day())
@shared.option("--form", "forms", about="form", metavar="FORM", multiple=True)
@shared.option("--proposer", metavar="ROLE")
@shared.languages((*LANGUAGES, BOTH))
@shared.option("--deputy", is_flag=True)
@shared.option("--final", is_flag=True)
@shared.option("--gaps", type=OneOf(GAPS), default=GAPS[0])
@shared.output("draft_output")
@shared.option("--force", about="draft_force", is_flag=True)
@shared.option("--verify", metavar="DIR")
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Draft for one profile and form, or for several of them, or compare a dossier; return the exit code."""
    if options.verify is not None:
        if options.profiles or options.forms or options.date or options.output:
            raise Misuse("verify_alone")
        return verification(options.verify, console)
    if not options.profiles:
        raise Misuse("missing_argument", argument=console.say("help.argument.profiles"))
    if not options.forms:
        return _forms(options, console)
    if options.date is None:
        raise Misuse("draft_needs", option="--date")
    if options.output is None:
        raise Misuse("draft_needs", option="-o")
    opening = Opening()
    named, forms = many.files(options.profiles), tuple(dict.fromkeys(options.forms))
    found = [_orders(name, forms, opening, options, console) for name in named]
    asked = [row for rows, _ in found for row in rows]
    code = max(code for _, code in found)
    if len(named) * len(forms) == 1:
        return _draft(asked[0], options, console) if asked else code
    return max(code, several(asked, options, console))


def _forms(options: Options, console: Console) -> int:
    """Without a form there is no draft: show the arguments and leave the choice to whoever drafts."""
    forms = Wording(console.lang).file("forms").data
    day = options.date.isoformat() if options.date else ""
    frame = Frame("", day, "", console.lang)
    console.result(text(choice(forms, frame), columns()))
    console.error(console.say("draft_needs_form", known=", ".join(forms["forms"])))
    return USAGE


def _orders(
    name: str, forms: Sequence[str], opening: Opening, options: Options, console: Console
) -> tuple[list[Asked], int]:
    """Read a profile, tell its problems, and return what is to be drafted for it, with the exit code."""
    read = opening.profile(name)
    for line in file_lines(Checked(read.file, read.problems, read.lines(read.problems)), console):
        console.error(line)
    if read.profile is None or read.model is None:
        return [], exit_code(read.problems)
    try:
        return [_asked(read.profile, read.model, opening, options, form) for form in forms], 0
    except ProblemsFound as found:
        return [], ended(found.problems, console)


def _asked(profile: Profile, model: Model, opening: Opening, options: Options, form: str) -> Asked:
    opened = opening.protocol(model.blueprint, profile)
    if opened is None:
        raise ProblemsFound([Problem("D030", None, {"name": model.blueprint.id})])
    if opened.protocol is None:
        raise ProblemsFound(opened.problems)
    if options.date is None:
        raise Misuse("draft_needs", option="--date")
    languages = LANGUAGES if options.document_lang == BOTH else (options.document_lang,)
    proposer = (options.proposer or "").upper()
    order = Order(options.date, form, languages[0], proposer, options.deputy, gaps=options.gaps)
    return Asked(profile, model.blueprint, model.country, opened.protocol, order, languages, options.final)


def _draft(asked: Asked, options: Options, console: Console) -> int:
    allowed = admitted(asked.profile, asked.country, asked.order, final=asked.final)
    _warn(allowed, console)
    folder = str(options.output)
    replaceable(folder, force=options.force)
    made = dossier(asked, allowed)
    deliver(folder, made.files, console, force=options.force)
    name, day = allowed.unit.full_name(asked.order.moment).name, language.of(console.lang).date(asked.order.moment)
    console.note(console.say("drafted", province=name, day=day, files=len(made.files)))
    left = {"blanks": made.blanks, "notes": made.notes, "confirm": made.confirm}
    console.note(console.say("drafted_gaps", written=len(made.gaps.written), noted=len(made.gaps.noted)))
    console.note(console.say("drafted_where", folder=folder, **left))
    return 0


def _warn(allowed: Admitted, console: Console) -> None:
    for problem in allowed.warnings:
        console.note("\n".join(problem_lines(problem, None, console)))
