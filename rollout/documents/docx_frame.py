"""Head and foot that every text to be signed has in Word: issuer beside the name of the State, recipients beside
the signature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rollout.documents.docx_words import whole, with_whole_end
from rollout.documents.docx_writer import Writer
from rollout.documents.instrument_pdf import name_lines
from rollout.documents.measure import width_mm

if TYPE_CHECKING:
    from docx.table import _Cell

# Room between a word and its box: no-break spaces, since the engine that draws the box trims other ones.
ROOM = 2 * "\u00a0"


def head(writer: Writer, words: Mapping[str, str], issuer: str, parent: str = "") -> tuple[_Cell, _Cell]:
    """Write issuer and motto of the State with their rules, and return their cells to write on below.

    `parent` is the body above the issuer; it stands first and is not bold.
    """
    look, put = writer.look, writer.put
    rule, share, side = look["rule"], look["head"]["left"], look["styles"]["issuer"]["side"]
    if words["unofficial"]:
        put(writer.document, "unofficial", words["unofficial"])
    left, right = writer.beside(share)
    width = writer.width * share / 100
    if parent:
        _name(writer, left, "parent", parent, words, width - 2 * side)
    line = _name(writer, left, "issuer", issuer, words, width - 2 * side)
    writer.rule(left, line * rule["issuer"] / 100, width, rule["gap"])
    put(right, "nation", words["nation"])
    put(right, "motto", words["motto"])
    length = width_mm(words["motto"], "Bold", look["styles"]["motto"]["size_pt"])
    writer.rule(right, length, writer.width - width, rule["motto_gap"])
    return left, right


def _name(writer: Writer, cell: _Cell, role: str, name: str, words: Mapping[str, str], room: float) -> float:
    """Write the name of a body, its lines whole where there is room; return the length of the longest, in mm."""
    size = writer.look["styles"]["issuer"]["size_pt"]
    lines = {line: width_mm(line, "Bold", size) for line in name_lines(name, words["head_lines"])}
    writer.put(cell, role, " ".join(whole(line) if length <= room else line for line, length in lines.items()))
    return min(room, max(lines.values()))


def boxed(writer: Writer, cell: _Cell, marks: Iterable[str]) -> None:
    """Write each mark in a box of its own."""
    for mark in marks:
        writer.put(cell, "draft", f"{ROOM}{mark}{ROOM}")


def ruled(writer: Writer, role: str, text: str) -> None:
    """Write a heading across the page with its rule."""
    look, width = writer.look, writer.width
    writer.put(writer.document, role, with_whole_end(text))
    within = width - 2 * look["styles"][role]["side"]
    writer.rule(writer.document, within * look["rule"]["title"] / 100, width, look["rule"]["gap"])


def foot(writer: Writer, words: Mapping[str, str], recipients: Sequence[str], signature: Iterable[str]) -> None:
    """Write recipients and signature; they stay with the paragraph before them: a signature alone on its page could
    be put under any text."""
    look, put = writer.look["foot"], writer.put
    writer.document.paragraphs[-1].paragraph_format.keep_with_next = True
    left, right = writer.beside(look["left"], look["gap"])
    put(left, "to", words["recipients"])
    for line in recipients:
        put(left, "recipient", f"- {line}" if line.endswith(".") else f"- {line};")
    for line in signature:
        put(right, "signer", line)
