"""How the figures were computed, and the closing blocks: sign-off."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.model.profile import Interval
from rollout.model.source import Citation
from rollout.reporting.report import Block, DefinitionRows, Section, Signature, Signatures
from rollout.reporting.setting import Setting
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording
from rollout.reporting.words import Line


def section(at: Setting) -> Section:
    """Return the rules, then parameters and computed figures."""
    say = at.wording.say
    rules = ("range", "weights", "unknown", "partly", "essential")
    rows = tuple((say(f"report.method.{name}.term"), (Line(_rule(name, at)),)) for name in rules)
    figures = (*_figures("parameters", _parameters(at), at), *_figures("quantities", _quantities(at), at))
    blocks: tuple[Block, ...] = (DefinitionRows(rows), *figures)
    return Section("method", say("report.method.title"), blocks, new_page=True)


def _rule(name: str, at: Setting) -> str:
    say = at.wording.say
    if name != "weights":
        return say(f"report.method.{name}")
    weights = at.gap.assessment.blueprint.weights.items()
    levels = [(say(f"report.method.level.{level}"), weight) for level, weight in weights]
    return ", ".join(say("report.method.weight", level=level, weight=weight) for level, weight in levels)


def _figures(name: str, rows: Iterator[Row], at: Setting) -> tuple[Section, ...]:
    say, made = at.wording.say, tuple(rows)
    if not made:
        return ()
    columns = (
        Column(say("report.column.figure"), "text", 44),
        Column(say("report.column.value"), "text", 26),
        Column(say("report.column.sources"), "text", 30),
    )
    title = say(f"report.method.{name}")
    return (Section(name, title, (Table(columns, made, title),)),)


def _parameters(at: Setting) -> Iterator[Row]:
    assessment, wording = at.gap.assessment, at.wording
    for name, row in assessment.blueprint.parameters.items():
        value = wording.number(assessment.world.parameters.get(name, row.value))
        if row.low != row.high:
            low, high = wording.number(row.low), wording.number(row.high)
            value = wording.say("report.method.interval", value=value, low=low, high=high)
        unit = assessment.blueprint.unit(row.unit, wording.lang) if row.unit else ""
        yield Row((text(wording.pick(row.title)), text(wording.with_unit(value, unit)), _cited(row.sources, at)))


def _quantities(at: Setting) -> Iterator[Row]:
    assessment, wording = at.gap.assessment, at.wording
    for row in assessment.blueprint.quantities.values():
        if not at.shows_figure(row.id):
            continue
        found = assessment.world.quantity(row.id).interval
        unit = assessment.blueprint.unit(row.unit, wording.lang) if row.unit else ""
        value = _value(found, unit, wording)
        if at.needs.hides(row.id):
            value = wording.say("report.have.hidden")
        yield Row((text(wording.pick(row.title)), text(value), _cited(row.sources, at)))


def _value(found: Interval | None, unit: str, wording: Wording) -> str:
    return (
        wording.with_unit(wording.interval(found, rounded=True), unit)
        if found
        else wording.say("report.method.no_figure")
    )


def _cited(citations: tuple[Citation, ...], at: Setting) -> Cell:
    return Cell(lines=at.citing.lines(citations))


def sign_off(wording: Wording) -> Section:
    """Return the blocks for the reviewer, the unit and the head's signature and stamp."""
    say = wording.say
    items = (
        Signature(say("report.sign.reviewer"), say("report.sign.name")),
        Signature(say("report.sign.unit"), say("report.sign.name")),
        Signature(say("report.sign.head"), say("report.sign.stamp")),
    )
    return Section("sign-off", say("report.sign.title"), (Signatures(items, say("report.sign.place")),))
