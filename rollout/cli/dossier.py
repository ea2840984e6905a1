"""The files of a dossier, made in memory: nothing is written before all of them are there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import rollout
from rollout import language, shipped, texts
from rollout.analysis.assessment import assess
from rollout.analysis.gap import gap
from rollout.cli.dossier_letters import letter_files, list_files
from rollout.documents.drafting_reports import Frame, choice, completion, confirmed_how
from rollout.documents.explanation import explanation
from rollout.documents.html import html
from rollout.documents.instrument_akn import instrument_akn
from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.instrument_markdown import instrument_markdown
from rollout.documents.instrument_pdf import instrument_pdf
from rollout.documents.note_docx import note_docx
from rollout.drafting.admitted import Admitted
from rollout.drafting.confirm import Confirmation, confirmations
from rollout.drafting.draft import draft
from rollout.drafting.identity import identity
from rollout.drafting.instrument import Gaps, Instrument
from rollout.drafting.letter_facts import Matter
from rollout.drafting.letters import letters, with_letters
from rollout.drafting.manifest import NAME, About, Shown, manifest, sha256
from rollout.drafting.order import Order
from rollout.drafting.origins import Origins
from rollout.drafting.printed import Printed, printed
from rollout.drafting.spots import placed
from rollout.drafting.style import Style
from rollout.drafting.wording import Wording
from rollout.files import folder_files, is_file, read_bytes
from rollout.load.document import LARGEST_FILE
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country, Unit
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.problems import Problem, ProblemsFound

TEMPLATES = ("regulation", "regulation/letters")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Words = Mapping[str, str]
Writer = Callable[[Instrument, Words, str, bool], bytes]


def _pdf(it: Instrument, words: Words, day: str, is_draft: bool) -> bytes:
    try:
        return instrument_pdf(it, words, day, draft=is_draft)
    except OSError as error:  # the native libraries are not there
        raise ProblemsFound([Problem("F030", None, {})]) from error


WRITERS: dict[tuple[str, str], Writer] = {
    ("decision", "pdf"): _pdf,
    ("decision", "docx"): lambda it, words, day, is_draft: instrument_docx(it, words, day, draft=is_draft),
    ("regulation", "md"): lambda it, words, _, is_draft: instrument_markdown(it, words, draft=is_draft).encode(),
}
"""Which text in which format → what writes it."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A profile with everything it is read against, and what the consultant asks for, in one or more languages."""

    profile: Profile
    blueprint: Blueprint
    country: Country
    protocol: Protocol
    order: Order
    languages: tuple[str, ...]
    final: bool


@dataclass(frozen=True, eq=False)
class Dossier:
    """Files by name, the manifest among them, and how much is left to do."""

    files: Mapping[str, bytes]
    blanks: int
    notes: int
    confirm: int
    gaps: Gaps


def dossier(asked: Asked, allowed: Admitted) -> Dossier:
    """Make every file of a dossier; raises ProblemsFound as `draft` does."""
    files: dict[str, bytes] = {}
    drafts: list[Instrument] = []
    confirm: tuple[Confirmation, ...] = ()
    inputs = _inputs(asked)
    shown: dict[str, tuple[Printed, ...]] = {}
    printing: dict[str, str] = {}
    found = gap(assess(asked.profile, asked.blueprint, asked.country))
    for lang in asked.languages:
        order = replace(asked.order, lang=lang)
        made = draft(asked.profile, allowed.unit, asked.country, asked.protocol, order, found)
        model = (asked.profile, allowed.unit, asked.blueprint, asked.country, asked.protocol)
        written = letters(Matter(made, *model, order))
        whole = with_letters(made, written)
        rows = confirmations(whole, asked.profile, allowed.unit, asked.country, order.moment)
        page = {**_texts(made, asked, order), **_structured(made, asked, allowed.unit, order)}
        files.update(page)
        printing.update(dict.fromkeys(page, lang))
        shown[lang] = printed(made, _words(lang), draft=not asked.final)
        files.update(letter_files(written, _words(lang), order.moment.isoformat(), draft=not asked.final))
        frame = _frame(allowed, order, sha256(repr(sorted(inputs.items())).encode()))
        files.update(_lists(whole, rows, allowed, (order, frame)))
        files.update(_explained(made, asked, frame))
        confirm = confirm if drafts else rows
        drafts.append(whole)
    files[NAME] = manifest(drafts, _about(asked, allowed, confirm, inputs), files, Shown(shown, printing))
    return Dossier(files, len(drafts[0].blanks), len(drafts[0].remarks), len(confirm), drafts[0].gaps)


def _texts(made: Instrument, asked: Asked, order: Order) -> Mapping[str, bytes]:
    words = _words(order.lang)
    return {
        f"{texts.text(f'draft.file.{text}', order.lang)}.{ending}": write(
            made, words, order.moment.isoformat(), not asked.final
        )
        for (text, ending), write in WRITERS.items()
    }


def _structured(made: Instrument, asked: Asked, unit: Unit, order: Order) -> Mapping[str, bytes]:
    about = identity(made, asked.profile, unit, asked.country, order.moment)
    page = instrument_akn(made, _words(order.lang), order.moment.isoformat(), about, draft=not asked.final)
    return {f"{texts.text('draft.file.regulation', order.lang)}.akn.xml": page}


def _words(lang: str) -> Words:
    table = Wording(lang).file("words").below("words").data
    return {name: pair[lang] for name, pair in table.items()}


def _frame(allowed: Admitted, order: Order, fingerprint: str) -> Frame:
    return Frame(allowed.unit.full_name(order.moment).name, order.moment.isoformat(), fingerprint[:32], order.lang)


def _explained(made: Instrument, asked: Asked, frame: Frame) -> Mapping[str, bytes]:
    style = Style(Wording(made.lang).file("numbering").data, made.lang)
    model = (asked.profile, asked.blueprint, asked.country, asked.protocol)
    report = explanation(made, Origins(*model, asked.order.moment, style, placed(made)), frame)
    name = texts.text("draft.file.explanation", made.lang)
    return {f"{name}.html": html(report).encode(), f"{name}.docx": note_docx(report)}


def _lists(
    made: Instrument, rows: tuple[Confirmation, ...], allowed: Admitted, at: tuple[Order, Frame]
) -> Mapping[str, bytes]:
    order, frame = at
    lang = order.lang
    warned = [texts.message(_with_dates(problem, lang), lang).text for problem in allowed.warnings]
    forms = Wording(lang).file("forms").data
    reports = {"completion": completion(made, rows, warned, frame), "choice": choice(forms, frame, order.form)}
    files: dict[str, bytes] = {}
    for name, report in reports.items():
        files.update(list_files(texts.text(f"draft.file.{name}", lang), report, _words(lang)))
    return files


def _with_dates(problem: Problem, lang: str) -> Problem:
    """In a paper days are written as people write them; on the terminal, as they are typed."""
    said = language.of(lang)
    values = {
        name: said.date(str(text)) if _DAY.fullmatch(str(text)) else text for name, text in problem.values.items()
    }
    return replace(problem, values=values)


def _about(asked: Asked, allowed: Admitted, confirm: tuple[Confirmation, ...], inputs: Mapping[str, str]) -> About:
    order, unit, lang = asked.order, allowed.unit, asked.languages[0]
    said: dict[str, Any] = {
        "province": {"system": unit.system, "code": unit.code, "slug": unit.slug},
        "province_name": unit.full_name(order.moment).name,
        "date": order.moment.isoformat(),
        "as_of": asked.profile.as_of.isoformat(),
        "data_status": asked.profile.data_status,
        "data_horizon": asked.country.horizon.isoformat() if asked.country.horizon else None,
        "form": order.form,
        "proposer": order.proposer or None,
        "deputy": order.deputy,
        "final": asked.final,
        "languages": list(asked.languages),
    }
    versions = {"rollout": rollout.__version__, asked.blueprint.id: str(asked.blueprint.version)}
    warnings = [{"code": row.code, "text": texts.message(row, lang).text} for row in allowed.warnings]
    return About(versions, inputs, said, warnings, [_confirm(row, lang) for row in confirm])


def _confirm(row: Confirmation, lang: str) -> Mapping[str, str]:
    return {"kind": row.kind, "what": row.what, "clause": row.part, "text": confirmed_how(row, lang)}


def _inputs(asked: Asked) -> dict[str, str]:
    """Every input by name, never by where it stands on this machine."""
    found = {
        "profile": asked.profile.sha256,
        "blueprint": asked.blueprint.sha256,
        "protocol": asked.protocol.sha256,
    }
    for part in TEMPLATES:
        for name in folder_files(shipped.shipped("templates") / part):
            path = shipped.find("templates", f"{part}/{name}")
            if is_file(path):
                found[f"templates/{part}/{name}"] = _hash(path)
    beside = Path(asked.blueprint.folders[-1]).resolve().parent
    folder = shipped.find("blueprints", asked.blueprint.country, beside)
    for name in folder_files(folder):
        found[f"{asked.blueprint.country}/{name}"] = _hash(folder / name)
    return found


def _hash(path: Path) -> str:
    return sha256(read_bytes(path, LARGEST_FILE))
