"""rollout checklist: what to tick off on site, the empty survey, the half page for a commune."""

from __future__ import annotations

from contextlib import nullcontext

from rollout.analysis.assessment import assess
from rollout.analysis.gap import gap
from rollout.cli import many, shared
from rollout.cli.agency import role
from rollout.cli.console import PLAIN_WIDTH, Console, columns
from rollout.cli.delivery import Delivery, delivery
from rollout.cli.failures import exit_code
from rollout.cli.help import OneOf
from rollout.cli.misuse import Misuse
from rollout.cli.opening import STDIN_NAME, Model, Opening, ReadProfile, default_blueprint
from rollout.cli.options import Options
from rollout.cli.problem_formats import Checked
from rollout.cli.province import province
from rollout.cli.report_json import report_json
from rollout.cli.validate import file_lines
from rollout.cli.writers import WRITERS as REPORT_WRITERS
from rollout.cli.writers import Writer
from rollout.files import lock
from rollout.model.profile import Profile
from rollout.reporting.checklist import checklist
from rollout.reporting.commune import commune_checklist
from rollout.reporting.options import Options as Asked
from rollout.reporting.report import Report
from rollout.reporting.survey import blank_survey

WRITERS: dict[str, Writer] = {**REPORT_WRITERS, "json": lambda report, _: report_json(report).encode()}
FORMATS = tuple(WRITERS)


@shared.command("checklist")
@shared.maybe_profiles
@shared.option("--for", "reader", type=OneOf(shared.READERS), default="planner", about="for")
@shared.option("--gate", is_flag=True)
@shared.option("--agency", metavar="ROLE")
@shared.option("--commune", is_flag=True)
@shared.option("--blank", metavar="PROVINCE")
@shared.option("--date", metavar="DATE", type=shared.Day())
@shared.option("--blueprint", metavar="NAME")
@shared.audience
@shared.formats(FORMATS)
@shared.output()
@shared.blueprints
@shared.templates
def COMMAND(options: Options, console: Console) -> int:  # noqa: N802 – the name the command table looks for
    """Write checklists; return the exit code."""
    if options.blank is not None:
        return _survey(options.blank, options, console)
    if not options.profiles:
        raise Misuse("checklist_of_what")
    if options.date is not None:
        raise Misuse("date_with_blank")
    named = many.files(options.profiles)
    goes = delivery(options, console.say("file_checklist"), named, FORMATS)
    if len(named) > 1 and goes.folder is None:
        raise Misuse("many_need_folder", format=goes.format, count=len(named))
    opening, code = Opening(), 0
    with lock(goes.folder) if goes.folder else nullcontext():
        for read in many.each(opening.profile, named, console):
            for line in file_lines(Checked(read.file, read.problems, read.lines(read.problems)), console):
                console.error(line)
            code = max(code, exit_code(read.problems))
            if read.profile is not None and read.model is not None:
                report = _report(read.profile, read.model, options)
                _deliver(report, read, goes, (options, console))
    return code


def _report(profile: Profile, model: Model, options: Options) -> Report:
    asked = _asked(options, model)
    if options.commune:
        return commune_checklist(profile, model.blueprint, asked)
    return checklist(gap(assess(profile, model.blueprint, model.country)), asked)


def _asked(options: Options, model: Model) -> Asked:
    agency = role(options.agency, model.country) if options.agency else None
    return Asked(options.document_lang, options.audience, agency, options.gate, options.reader)


def _deliver(report: Report, read: ReadProfile, goes: Delivery, how: tuple[Options, Console]) -> None:
    options, console = how
    if not goes.shows or not options.quiet:
        goes.deliver(_bytes(report, goes, options), read.file, console)
    if options.output is None and options.format is None and read.file != STDIN_NAME:
        console.note(console.say("next_after_checklist", profile=options.again(read.file)))


def _bytes(report: Report, goes: Delivery, options: Options) -> bytes:
    return WRITERS[goes.format](report, columns() if options.output is None else PLAIN_WIDTH)


def _survey(written: str, options: Options, console: Console) -> int:
    if options.profiles or options.commune or options.gate:
        raise Misuse("blank_alone")
    if options.date is None:
        raise Misuse("needs_date", option="--blank")
    model = Opening().model(options.blueprint or default_blueprint())
    unit = province(written, options.date, model.country)
    report = blank_survey(model.blueprint, model.country, unit, options.date, _asked(options, model))
    goes = delivery(options, console.say("file_survey"), [unit.slug], FORMATS)
    with lock(goes.folder) if goes.folder else nullcontext():
        goes.deliver(_bytes(report, goes, options), unit.slug, console)
    if options.output is None and options.format is None:
        console.note(console.say("next_after_survey", province=unit.slug, date=options.date.isoformat()))
    return 0
