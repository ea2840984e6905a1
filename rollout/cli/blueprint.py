"""rollout blueprint: list, show, check, schema, copy."""

from __future__ import annotations

import json
from collections import Counter

from rollout.cli import shared
from rollout.cli.blueprint_check import check_data, check_lines, checked
from rollout.cli.console import Console
from rollout.cli.help import HelpfulGroup
from rollout.cli.opening import Model, Opening, blueprint_names
from rollout.cli.options import Options
from rollout.cli.own_files import copy_folder
from rollout.documents.terminal import indent, pad, wrap
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.text import Text

COMMAND = HelpfulGroup("blueprint", shared.everywhere())
ID_ROOM = 20


@shared.command("list")
@shared.blueprints
def list_(options: Options, console: Console) -> int:
    """Name the blueprints there are."""
    opening = Opening()
    for name in blueprint_names():
        blueprint = opening.model(name).blueprint
        console.result(f"{name}@{blueprint.version}  {blueprint.title.get(options.lang)}\n")
    return 0


@shared.command("show")
@shared.argument("name")
@shared.blueprints
def show(options: Options, console: Console) -> int:
    """Say what a blueprint holds."""
    model = Opening().model(options.name)
    console.result("\n".join(_shown(model, console)) + "\n")
    console.note(console.say("next_after_show", criterion=next(iter(model.blueprint.criteria), "")))
    return 0


def _shown(model: Model, console: Console) -> list[str]:
    blueprint, lang = model.blueprint, console.lang
    levels = Counter(row.level for row in blueprint.criteria.values())
    lines = [
        console.style(blueprint.title.get(lang), "strong"),
        f"{blueprint.id}@{blueprint.version}  sha256 {blueprint.sha256}",
        console.say(
            "shown_counts",
            criteria=len(blueprint.criteria),
            essential=levels["essential"],
            recommended=levels["recommended"],
            questions=len(blueprint.questions),
            gate=len(blueprint.gate),
        ),
    ]
    variants = blueprint.variants.values()
    lines += [console.say("shown_variant", variant=row.id, title=_pair(row.title)) for row in variants]
    for section in blueprint.sections.values():
        lines += ["", console.style(section.title.get(lang), "strong")]
        for row in blueprint.criteria.values():
            if row.section == section.id:
                marks = " *" if row.id in blueprint.gate_criteria else ""
                first, *rest = wrap(row.title.get(lang) + marks, console.width - ID_ROOM - 2)
                lines += [f"  {pad(row.id, ID_ROOM)}{first}", *indent(rest, ID_ROOM + 2)]
    return [*lines, "", console.say("shown_gate")]


def _pair(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


@shared.command("check")
@shared.argument("name")
@shared.formats(("text", "json"), about="format_check")
@shared.blueprints
def check(options: Options, console: Console) -> int:
    """Check a blueprint; exit code 1 on any error."""
    found = checked(options.name)
    if options.format == "json":
        data = check_data(found, console.lang)
        console.result(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        for line in check_lines(found, console):
            console.result(f"{line}\n")
    return int(found.errors > 0)


@shared.command("schema")
@shared.argument("name")
@shared.blueprints
def schema(options: Options, console: Console) -> int:
    """Print the JSON Schema that profiles of a blueprint satisfy."""
    model = Opening().model(options.name)
    console.result(json.dumps(profile_schema(model.blueprint), ensure_ascii=False, indent=2) + "\n")
    return 0


@shared.command("copy")
@shared.argument("name")
@shared.argument("directory")
@shared.force
@shared.blueprints
def copy(options: Options, console: Console) -> int:
    """Copy a blueprint's folder, to be edited."""
    count = copy_folder(open_blueprint(options.name).folder, options.directory, console, force=options.force)
    console.note(console.say("copied", count=count, folder=options.directory))
    console.note(console.say("next_after_copy", folder=options.directory))
    return 0


for command in (list_, show, check, schema, copy):
    COMMAND.add_command(command)
