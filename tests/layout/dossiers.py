"""Small dossiers for the tests: the shipped draft in every format, without a profile being read for each test."""

from __future__ import annotations

from datetime import date
from functools import cache

from drafting.drafts import shipped

from rollout.documents.instrument_akn import instrument_akn
from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.instrument_markdown import instrument_markdown
from rollout.documents.instrument_pdf import instrument_pdf
from rollout.drafting.identity import Identity
from rollout.drafting.instrument import Instrument
from rollout.drafting.manifest import About, Shown, manifest
from rollout.drafting.printed import printed
from rollout.drafting.wording import Wording

NAME = "quang_ninh_2020.yaml"
DAY = date(2021, 9, 6)
PDF, WORD, AKN, MD = "quyet_dinh.pdf", "quyet_dinh.docx", "quy_che.akn.xml", "quy_che.md"
LIST = "danh_muc_can_bo_sung.md"


def words(lang: str) -> dict[str, str]:
    return {name: pair[lang] for name, pair in Wording(lang).file("words").below("words").data.items()}


@cache
def texts(day: date = DAY) -> dict[str, bytes]:
    """The files that print the text, but for PDF."""
    return written(shipped(NAME, day), day)


@cache
def pdf(day: date = DAY, lang: str = "vi") -> bytes:
    return instrument_pdf(shipped(NAME, day, "ca_biet", lang), words(lang), day.isoformat(), draft=True)


def written(it: Instrument, day: date = DAY) -> dict[str, bytes]:
    said, when = words(it.lang), day.isoformat()
    return {
        WORD: instrument_docx(it, said, when, draft=True),
        AKN: instrument_akn(it, said, when, Identity("22", (), ()), draft=True),
        MD: instrument_markdown(it, said, draft=True).encode(),
    }


def told_of(it: Instrument, files: dict[str, bytes]) -> bytes:
    """The manifest of these files; the list among them prints no text."""
    shown = Shown({it.lang: printed(it, words(it.lang), draft=True)}, {name: it.lang for name in files if name != LIST})
    return manifest([it], About({}, {}, {}), files, shown)
