"""The commune checklist: half a page for one commune, to be filled in by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rollout import texts
from rollout.model.blueprint import Blueprint
from rollout.model.profile import Profile
from rollout.reporting.frame import Head, framed
from rollout.reporting.options import Options
from rollout.reporting.report import Paragraph, Report, Section, Signature, Signatures
from rollout.reporting.table import Cell, Column, Row, Table, text
from rollout.reporting.wording import Wording


def commune_checklist(profile: Profile, blueprint: Blueprint, options: Options) -> Report:
    """Return the half page; its items are words of the country, in templates/texts/checklist.yaml."""
    wording = Wording(options.lang)
    say = wording.say
    columns = (
        Column(say("report.column.stt"), "stt", 5),
        Column(say("checklist.commune.column.item"), "text", 70),
        Column(say("checklist.column.result"), "tick", 25),
    )
    title = say("checklist.commune.section")
    rows = tuple(_row(number, item, wording) for number, item in enumerate(_items(options.lang), 1))
    name = say("report.sign.name")
    signed = tuple(Signature(say(f"checklist.commune.sign.{who}"), name) for who in ("focal", "head"))
    blocks = (
        Table(columns, rows, title),
        Paragraph(say("checklist.commune.warning"), "note"),
        Signatures(signed, say("report.sign.place")),
    )
    head = Head(
        "commune",
        say("checklist.commune.title"),
        "checklist.commune.description",
        say("checklist.commune.subtitle", province=profile.full_name),
        "half",
    )
    blank = replace(profile, data_status="blank")
    return framed(head, (Section("items", title, blocks),), blank, blueprint, options)


def _row(number: int, item: str, wording: Wording) -> Row:
    ticks = tuple(wording.say(f"checklist.commune.{word}") for word in ("yes", "no", "unsure"))
    return Row((text(str(number)), text(item), Cell(ticks=ticks)))


def _items(lang: str) -> Iterator[str]:
    """The items of the list, as many as there are."""
    number = 0
    while True:
        number += 1
        try:
            yield texts.text(f"checklist.commune.item.{number}", lang)
        except texts.TextMissing:
            return
