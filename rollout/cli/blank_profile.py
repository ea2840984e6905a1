"""A profile with nothing answered: every question in order, its words as comments, valid as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rollout.cli.opening import Model
from rollout.documents.terminal import wrap
from rollout.model.blueprint import Blueprint
from rollout.model.country import Unit
from rollout.model.question import Question
from rollout.reporting.wording import Wording

WIDTH = 110
HEAD, GROUP, QUESTION = 0, 4, 6


def blank_profile(model: Model, unit: Unit, as_of: date, lang: str) -> str:
    """Return the YAML of a profile of `unit` at `as_of`; the comments are in `lang`."""
    words, blueprint = Wording(lang), model.blueprint
    lines = [*_head(blueprint, unit, as_of, words), *_agencies(model, unit, as_of, words), "answers:"]
    section = group = ""
    for question in blueprint.questions.values():
        if question.section != section:
            section = question.section
            lines += ["", *_comment(words.pick(blueprint.sections[section].title).upper(), 2), f"  {section}:"]
        if question.group != group:
            group = question.group
            title = words.pick(blueprint.groups[group].title)
            lines += ["", *_comment(title, GROUP), f"    {group.partition('.')[2]}:"]
        lines += _question(question, blueprint, words)
    return "\n".join(lines) + "\n"


def _head(blueprint: Blueprint, unit: Unit, as_of: date, words: Wording) -> Iterator[str]:
    values = {"province": unit.full_name(as_of).name, "date": words.date(as_of)}
    yield from (f"# {line}" for line in words.say("cli.blank.head", **values).splitlines())
    yield "format: rollout.profile/1"
    yield f"blueprint: {blueprint.id}@{blueprint.version}"
    yield f"province: {unit.slug}"
    yield f"as_of: {as_of.isoformat()}"
    if blueprint.variants:
        for variant in blueprint.variants.values():
            yield from _comment(f"{variant.id}: {words.pick(variant.title)}", HEAD)
        yield f"variant: {next(iter(blueprint.variants))}"
    yield f"# {words.say('cli.blank.centre')}"
    yield "centre: {state: planned}"
    yield f"# {words.say('cli.blank.status')}"
    yield "data_status: self_reported"


def _agencies(model: Model, unit: Unit, as_of: date, words: Wording) -> Iterator[str]:
    """The roles of the blueprint that nobody is known to hold in this unit."""
    used = {name for row in model.blueprint.criteria.values() for name in (row.remedy.lead, *row.remedy.support)}
    kind = unit.full_name(as_of).type
    roles = (row for row in model.country.roles.values() if row.id in used)
    unnamed = [row for row in roles if row.holder(as_of, kind) is None]
    if unnamed:
        yield from _comment(words.say("cli.blank.agencies"), HEAD)
    for role in unnamed:
        yield from _comment(f"  {role.id}: {words.pick(role.title)}", HEAD)


def _question(question: Question, blueprint: Blueprint, words: Wording) -> Iterator[str]:
    yield ""
    yield from _comment(words.pick(question.ask), QUESTION)
    yield from _hint(question, blueprint, words, "")
    for field in question.fields.values():
        yield from _comment(f"  {field.name}: {words.pick(field.ask)}", QUESTION)
        yield from _hint(field, blueprint, words, "    ")
    if question.may_not_apply:
        yield from _comment(words.say("cli.blank.may_not_apply"), QUESTION)
    yield f"      {question.name}: unknown"


def _hint(question: Question, blueprint: Blueprint, words: Wording, inset: str) -> Iterator[str]:
    """How the answer is written: on one line, so that it can be copied; then the codes to choose from."""
    yield f"{' ' * QUESTION}# {inset}{allowed(question, blueprint, words)}"
    for code, text in question.options.items():
        yield from _comment(f"{inset}  {code}: {words.pick(text)}", QUESTION)


def allowed(question: Question, blueprint: Blueprint, words: Wording) -> str:
    """Say how an answer to the question is written, and within which bounds."""
    if question.type == "number":
        unit = blueprint.unit(question.unit, words.lang) if question.unit else ""
        kind = "whole" if question.whole else "number"
        return words.say(f"cli.blank.{kind}", low=_plain(question.low), high=_plain(question.high), unit=unit).rstrip()
    kind = "covering" if question.type == "document" and question.options else question.type
    return words.say(f"cli.blank.{kind}")


def _plain(bound: float | None) -> str:
    """A number as it is written in YAML."""
    return "…" if bound is None else f"{bound:.15g}"


def _comment(text: str, indent: int) -> Iterator[str]:
    """Comment lines: whatever the text holds, nothing of it can become YAML."""
    flat = " ".join(text.split())
    hanging = " " * (len(text) - len(text.lstrip(" ")))
    for line in wrap(flat, WIDTH - indent - len(hanging) - 2):
        yield f"{' ' * indent}# {hanging}{line}".rstrip()
