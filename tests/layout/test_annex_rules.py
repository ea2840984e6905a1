"""The rules on annexes: the shipped draft keeps them, and each fault planted in it is found as that rule alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from layout.dossiers import WORD, texts
from layout.pages import broken, of_role
from layout.test_rules_word import say, setting


def runs_on(document: Any) -> None:
    """The last annex counts its pages on from the one before."""
    properties = document.sections[-1]._sectPr
    for row in properties.findall(qn("w:pgNumType")):
        properties.remove(row)


def spoilt(spoil: Callable[[Any], None]) -> bytes:
    document = docx.Document(io.BytesIO(texts()[WORD]))
    spoil(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


FAULTS: dict[str, tuple[str, Callable[[Any], None]]] = {
    "label upright but not bold": ("annex_label", setting("annex", font_bold=False)),
    "label too small": ("annex_label", setting("annex", font_size=Pt(12))),
    "an Arabic number": ("annex_number", say("annex", "Phụ lục 2", 1)),
    "a number left out": ("annex_number", say("annex", "Phụ lục III", 1)),
    "title in lower case": ("annex_title", say("annex_title", "Ma trận trách nhiệm", 1)),
    "title not bold": ("annex_title", setting("annex_title", font_bold=False)),
    "where it belongs, upright": ("issued", setting("issued", font_italic=False)),
    "pages counted on": ("annex_pages", runs_on),
}


def test_the_shipped_draft_has_annexes_and_breaks_nothing() -> None:
    assert len(of_role(docx.Document(io.BytesIO(texts()[WORD])), "annex")) == 4
    assert broken(texts()[WORD]) == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_an_annex_is_found_as_its_rule_alone(name: str) -> None:
    rule, spoil = FAULTS[name]
    assert broken(spoilt(spoil)) == {rule}
