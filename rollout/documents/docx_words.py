"""Paragraphs and what stands in them, made directly as parts of a Word document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.sax.saxutils import escape

from rollout.documents.docx_package import Xml, element
from rollout.documents.docx_styles import Spec
from rollout.reporting.words import Line

KEEP_SPACE = ' xml:space="preserve"'
NBSP = "\u00a0"
_BREAKS = re.compile("[\t\n\r]")


def run(text: str, character: str = "", *, bold: bool = False) -> Xml:
    """Return words on one line, as in HTML, in a character style or in the paragraph's own."""
    shape = element("rStyle", val=character) if character else element("b")
    keep = KEEP_SPACE if text != text.strip() else ""
    said = Xml(f"<w:t{keep}>{escape(_BREAKS.sub(' ', text))}</w:t>")
    return element("r", *([element("rPr", shape)] if character or bold else []), said)


def whole(text: str) -> str:
    """Keep words on one line."""
    return text.replace(" ", NBSP)


def with_whole_end(text: str) -> str:
    """Keep the last words of a title together: none of them stands alone on its last line."""
    said = text.split(" ")
    return " ".join([*said[:-3], whole(" ".join(said[-3:]))])


def tab() -> Xml:
    """Return a tab."""
    return element("r", element("tab"))


def paragraph(
    role: str,
    *runs: Xml,
    keep: bool = False,
    new_page: bool = False,
    align: str = "",
    stop: float = 0,
) -> Xml:
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


def kept(part: Xml) -> Xml:
    """Return a paragraph bound to the next one."""
    style, end, rest = part.partition("/>")
    return part if rest.startswith("<w:keepNext/>") else Xml(f"{style}{end}<w:keepNext/>{rest}")


@lru_cache(maxsize=1024)  # tables say the same in many cells
def put(role: str, text: str, *, keep: bool = False, align: str = "") -> Xml:
    """Return a paragraph of words."""
    return paragraph(role, *([run(text)] if text else []), keep=keep, align=align)


def said(line: Line, role: str, align: str = "") -> Xml:
    """Return a line with the numbers of its sources, each leading to its source."""
    return paragraph(role, *line_runs(line), align=align)


def line_runs(line: Line, character: str = "") -> list[Xml]:
    """Return the words of a line and its sources' numbers."""
    return [run(line.text, character), *references(line.refs)]


def references(numbers: Iterable[int]) -> list[Xml]:
    """Return the numbers of sources, each leading there."""
    return [part for number in numbers for part in (run(" "), _link(number))]


def _link(number: int) -> Xml:
    return element("hyperlink", run(f"[{number}]"), anchor=_anchor(number))


def bookmark(number: int) -> tuple[Xml, Xml]:
    """Return the start and end of what the references to a source lead to."""
    return element("bookmarkStart", id=number, name=_anchor(number)), element("bookmarkEnd", id=number)


def _anchor(number: int) -> str:
    return f"source_{number}"


def box(look: Spec) -> Xml:
    """Return a box to tick, in Word with a click."""
    signs = look["signs"]
    states = {"checkedState": signs["ticked"], "uncheckedState": signs["box"]}
    kinds = [element(f"w14:{name}", val=f"{ord(sign):04X}", font=signs["font"]) for name, sign in states.items()]
    about = element("sdtPr", element("w14:checkbox", element("w14:checked", val=0), *kinds))
    return element("sdt", about, element("sdtContent", run(signs["box"], "sign")))


def boxes(words: Iterable[str], look: Spec) -> list[Xml]:
    """Return boxes in a row, each kept with its word."""
    row: list[Xml] = []
    for word in words:
        row += [run(" " + NBSP + " ")] if row else []
        row += [box(look), run(NBSP + whole(word))]
    return row


def field(name: str) -> Xml:
    """Return a number that Word fills in: PAGE, NUMPAGES."""
    return element("fldSimple", run("1"), instr=name)
