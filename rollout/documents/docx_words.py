"""Paragraphs and what stands in them, made directly as parts of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rollout.documents.docx_package import element
from rollout.documents.docx_styles import Spec
from rollout.reporting.words import Line

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

KEEP_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NBSP = "\u00a0"
_BREAKS = re.compile("[\t\n\r]")


def run(text: str, character: str = "", *, bold: bool = False) -> BaseOxmlElement:
    """Return words on one line, as in HTML, in a character style or in the paragraph's own."""
    shape = element("rStyle", val=character) if character else element("b")
    said = element("t")
    said.text = _BREAKS.sub(" ", text)
    if text != text.strip():
        said.set(KEEP_SPACE, "preserve")
    return element("r", *([element("rPr", shape)] if character or bold else []), said)


def tab() -> BaseOxmlElement:
    """Return a tab."""
    return element("r", element("tab"))


def paragraph(
    role: str,
    *runs: BaseOxmlElement,
    keep: bool = False,
    new_page: bool = False,
    align: str = "",
    stop: float = 0,
) -> BaseOxmlElement:
    """Return a paragraph in the style of `role`; `stop` is where a tab ends its words, in twentieths of a point."""
    shape = [element("pStyle", val=role)]
    if keep:
        shape.append(element("keepNext"))
    if new_page:
        shape.append(element("pageBreakBefore"))
    if stop:
        shape.append(element("tabs", element("tab", val="right", pos=round(stop))))
    if align:
        shape.append(element("jc", val=align))
    return element("p", element("pPr", *shape), *runs)


def put(role: str, text: str, *, keep: bool = False, align: str = "") -> BaseOxmlElement:
    """Return a paragraph of words."""
    return paragraph(role, *([run(text)] if text else []), keep=keep, align=align)


def said(line: Line, role: str, align: str = "") -> BaseOxmlElement:
    """Return a line with the numbers of its sources, each leading to its source."""
    return paragraph(role, *line_runs(line), align=align)


def line_runs(line: Line, character: str = "") -> list[BaseOxmlElement]:
    """Return the words of a line and its sources' numbers."""
    return [run(line.text, character), *references(line.refs)]


def references(numbers: Iterable[int]) -> list[BaseOxmlElement]:
    """Return the numbers of sources, each leading there."""
    return [part for number in numbers for part in (run(" "), _link(number))]


def _link(number: int) -> BaseOxmlElement:
    return element("hyperlink", run(f"[{number}]"), anchor=_anchor(number))


def bookmark(number: int) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Return the start and end of what the references to a source lead to."""
    return element("bookmarkStart", id=number, name=_anchor(number)), element("bookmarkEnd", id=number)


def _anchor(number: int) -> str:
    return f"source_{number}"


def box(look: Spec) -> BaseOxmlElement:
    """Return a box to tick, in Word with a click."""
    signs = look["signs"]
    states = {"checkedState": signs["ticked"], "uncheckedState": signs["box"]}
    kinds = [element(f"w14:{name}", val=f"{ord(sign):04X}", font=signs["font"]) for name, sign in states.items()]
    about = element("sdtPr", element("w14:checkbox", element("w14:checked", val=0), *kinds))
    return element("sdt", about, element("sdtContent", run(signs["box"], "sign")))


def boxes(words: Iterable[str], look: Spec) -> list[BaseOxmlElement]:
    """Return boxes in a row, each kept with its word."""
    row: list[BaseOxmlElement] = []
    for word in words:
        row += [run(" " + NBSP + " ")] if row else []
        row += [box(look), run(NBSP + word.replace(" ", NBSP))]
    return row


def field(name: str) -> BaseOxmlElement:
    """Return a number that Word fills in: PAGE, NUMPAGES."""
    return element("fldSimple", run("1"), instr=name)
