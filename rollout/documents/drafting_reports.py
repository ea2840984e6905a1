"""What goes with a draft and is not signed: the list of what must be completed, and the note on the legal form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rollout import language, texts
from rollout.drafting.confirm import Confirmation
from rollout.drafting.instrument import Instrument, Remark
from rollout.drafting.spots import place_of, placed
from rollout.reporting.report import Block, DefinitionRows, Paragraph, Report, Section, Step, Steps
from rollout.reporting.table import Column, Row, Table, text
from rollout.reporting.words import Line

SHARES = {"where": 24, "thing": 26}
"""Of the width of a table, in percent; the other columns share the rest."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of these lists says: the province, the ISO signing date (or nothing), the inputs' name."""

    province: str
    date: str
    fingerprint: str
    lang: str

    def say(self, key: str, **values: object) -> str:
        """Return a text of templates/texts/draft.yaml."""
        return texts.text(f"draft.{key}", self.lang, **values)

    def report(self, name: str, title: str, sections: Sequence[Section]) -> Report:
        """Return a report of these sections."""
        day = language.of(self.lang).date(self.date) if self.date else ""
        foot = self.say("foot", province=self.province, date=day) if day else self.say("eyebrow")
        eyebrow, subtitle = self.say("eyebrow"), self.province
        return Report(
            "dossier", self.lang, title, subtitle, eyebrow, foot, self.date, self.fingerprint, tuple(sections),
            marks=(self.say("mark"),), description=self.say(f"{name}_about"),
        )  # fmt: skip


def completion(
    instrument: Instrument, confirm: Sequence[Confirmation], warnings: Sequence[str], frame: Frame
) -> Report:
    """Return the list of blanks, notes and things to confirm; every entry says where it stands."""
    places = placed(instrument)
    warned = Steps(tuple(Step("", row) for row in warnings), numbers=False)
    sections = [
        _section("warnings", frame, [warned] if warnings else []),
        _section("blanks", frame, _listed("blanks", instrument.blanks, places, frame)),
        _section("notes", frame, _listed("notes", instrument.remarks, places, frame)),
        _section("confirm", frame, _to_confirm(confirm, places, frame)),
    ]
    return frame.report("completion", frame.say("completion"), sections)


def confirmed_how(row: Confirmation, lang: str) -> str:
    """Say what is to be confirmed and why."""
    fields = ", ".join(texts.text(f"draft.field.{name}", lang) for name in row.fields)
    certainty = texts.text(f"draft.certainty.{row.certainty}", lang) if row.certainty else ""
    said = texts.text(f"draft.confirm.{row.kind}", lang, fields=fields, certainty=certainty)
    return f"{said} {row.note}".strip()


def _section(name: str, frame: Frame, blocks: Sequence[Block]) -> Section:
    return Section(name, frame.say(f"section.{name}"), tuple(blocks) or (Paragraph(frame.say("nothing")),))


def _listed(name: str, rows: Iterable[Remark], places: dict[str, str], frame: Frame) -> list[Block]:
    found = [(place_of(row.clause, places, frame.lang), row.text) for row in rows]
    return [_table(name, ("where", "what"), found, frame)] if found else []


def _to_confirm(rows: Iterable[Confirmation], places: dict[str, str], frame: Frame) -> list[Block]:
    found = [(place_of(row.part, places, frame.lang), row.what, confirmed_how(row, frame.lang)) for row in rows]
    return [_table("confirm", ("where", "thing", "why"), found, frame)] if found else []


def _table(name: str, heads: Sequence[str], found: Sequence[tuple[str, ...]], frame: Frame) -> Table:
    said = (Column(frame.say(f"column.{head}"), width=SHARES.get(head, 0)) for head in heads)
    columns = (Column(frame.say("column.number"), "stt", 5), *said)
    rows = [Row((text(str(i)), *(text(cell) for cell in row))) for i, row in enumerate(found, 1)]
    return Table(columns, tuple(rows), frame.say(f"section.{name}"))


def choice(forms: Mapping[str, Any], frame: Frame, chosen: str | None = None) -> Report:
    """Return the note on the legal forms: the arguments for and against each, and which one this draft takes."""
    lang, about = frame.lang, forms["choice"]
    questions = Steps(tuple(Step("", row[lang]) for row in about["tests"]), numbers=False)
    sections = [Section("tests", frame.say("choice.tests"), (questions,), lead=about["intro"][lang])]
    if chosen is not None:
        said = frame.say("choice.chosen", title=forms["forms"][chosen]["title"][lang])
        sections.insert(0, Section("chosen", frame.say("choice.chosen_title"), (Paragraph(said),)))
    sections += [_form(name, row, forms, frame) for name, row in forms["forms"].items()]
    return frame.report("choice", about["title"][lang], sections)


def _form(name: str, row: Mapping[str, Any], forms: Mapping[str, Any], frame: Frame) -> Section:
    lang = frame.lang
    layout = forms["layouts"][row["layout"]][lang]
    facts = [("option", f"--form {name}"), ("effect", row["effect"][lang]), ("layout", layout)]
    if row.get("from"):
        facts.append(("from", language.of(lang).date(row["from"])))
    facts.append(("certainty", frame.say(f"certainty.{row['certainty']}")))
    blocks: list[Block] = [DefinitionRows(tuple((frame.say(f"choice.{key}"), (Line(said),)) for key, said in facts))]
    for part in ("for", "against", "before_signing", "precedents"):
        items = Steps(tuple(Step("", one[lang]) for one in row[part]), numbers=False)
        blocks.append(Section(f"{name}-{part}", frame.say(f"choice.{part}"), (items,)))
    return Section(name, row["title"][lang], tuple(blocks))
