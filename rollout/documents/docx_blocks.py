"""The blocks of a Report as parts of a Word document."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from typing import Any

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.docx_chart import flow, range_bar
from rollout.documents.docx_form import blank, definition_rows, signatures, sources, tick_list
from rollout.documents.docx_grid import GridRow, grid, panel, shares
from rollout.documents.docx_styles import TWIPS
from rollout.documents.docx_table import table
from rollout.documents.docx_words import paragraph, put, run, tab
from rollout.documents.docx_writer import Writer
from rollout.reporting.report import (
    Bar,
    Blank,
    Callout,
    Columns,
    DefinitionRows,
    Paragraph,
    Section,
    Signatures,
    Sources,
    Step,
    Steps,
    TickList,
)
from rollout.reporting.table import Table

# Paragraphs and tables of the engine, which is not imported for its types: these are read when the module is.
Parts = list[Any]
DEEPEST = 4
GUTTER = 8  # mm between two columns


def section(writer: Writer, block: Section, level: int, *, new_page: bool = False) -> Parts:
    """Return a heading and what stands under it; the heading opens a page where it is told to."""
    mark = [tab(), run(block.mark, "section_mark")] if block.mark else []
    parts = [
        paragraph(
            f"section_{min(level, DEEPEST)}",
            run(block.title),
            *mark,
            new_page=new_page or block.new_page,
            stop=writer.width * TWIPS if mark else 0,
        )
    ]
    if block.lead:
        parts.append(put("lead", block.lead))
    for part in block.blocks:
        parts += parts_of(part, writer, level + 1)
    return parts


@singledispatch
def parts_of(block: object, writer: Writer, level: int) -> Parts:
    """Return the paragraphs and tables of a block; raises TypeError for one that cannot be written."""
    message = f"no Word for {type(block).__name__} at {level} in {writer.width} mm"
    raise TypeError(message)


@parts_of.register
def _section(block: Section, writer: Writer, level: int) -> Parts:
    return section(writer, block, level)


@parts_of.register
def _columns(block: Columns, writer: Writer, level: int) -> Parts:
    half = replace(writer, column=(writer.width - GUTTER) / 2)
    sides = [[part for inner in side for part in parts_of(inner, half, level)] for side in (block.left, block.right)]
    return [gap(), beside(writer, *sides), gap()]


@parts_of.register
def _paragraph(block: Paragraph, _writer: Writer, _level: int) -> Parts:
    return [put("text" if block.style == "plain" else block.style, block.text)]


@parts_of.register
def _bar(block: Bar, writer: Writer, _level: int) -> Parts:
    drawn = range_bar(writer, block.bar, writer.width, writer.look["picture"]["bar_height"])
    title = paragraph("bar_title", run(block.title), run(f" {block.bar.label}", "plain"))
    note = [put("note", block.note)] if block.note else []
    return [title, paragraph("picture", drawn, keep=bool(note)), *note]


@parts_of.register
def _callout(block: Callout, writer: Writer, _level: int) -> Parts:
    said = [put("panel_title", block.title), put("panel_text", block.text)]
    if block.detail:
        said.append(put("panel_note", block.detail))
    return [gap(), notice(writer, said, writer.look["tones"][block.tone]), gap()]


@parts_of.register
def _steps(block: Steps, _writer: Writer, _level: int) -> Parts:
    parts: Parts = []
    for number, item in enumerate(block.items, 1):
        parts += _step(item, f"{number}." if block.numbers else "•")
    return parts


def _step(item: Step, sign: str) -> Parts:
    """A number and what is to be done, kept with what it depends on."""
    rows = [("step", item.title), ("step_text" if item.title else "step_first", item.text), ("step_note", item.detail)]
    (first, title), *rest = [(role, said) for role, said in rows if said] or [("step_first", "")]
    parts = [paragraph(first, run(sign, "plain"), tab(), run(title), keep=bool(rest))]
    return parts + [put(role, said, keep=place < len(rest)) for place, (role, said) in enumerate(rest, 1)]


@parts_of.register
def _diagram(block: Diagram, writer: Writer, _level: int) -> Parts:
    return flow(writer, block)


@parts_of.register
def _table(block: Table, writer: Writer, _level: int) -> Parts:
    return [table(writer, block), gap()]


@parts_of.register
def _definition_rows(block: DefinitionRows, writer: Writer, _level: int) -> Parts:
    return [*definition_rows(writer, block), gap()]


@parts_of.register
def _tick_list(block: TickList, writer: Writer, _level: int) -> Parts:
    return [*tick_list(writer, block), gap()]


@parts_of.register
def _blank(block: Blank, writer: Writer, _level: int) -> Parts:
    return blank(writer, block)


@parts_of.register
def _signatures(block: Signatures, writer: Writer, _level: int) -> Parts:
    return [*signatures(writer, block), gap()]


@parts_of.register
def _sources(block: Sources, writer: Writer, _level: int) -> Parts:
    return [*sources(writer, block), gap()]


def gap() -> Any:
    """Return what keeps two tables from becoming one."""
    return paragraph("gap")


def beside(writer: Writer, left: Parts, right: Parts) -> Any:
    """Return two columns, which may go on over a page."""
    bare = {**writer.look, "cell": {"side": GUTTER, "top": 0}, "table": {**writer.look["table"], "sides": []}}
    return grid(bare, shares(writer.width + GUTTER, 0, 0), [GridRow([left, right], splits=True)])


def notice(writer: Writer, said: Parts, bar: str) -> Any:
    """Return words beside a thick bar."""
    sizes = writer.look["panel"]
    return panel(writer.look, writer.width, said, bar=bar, side=sizes["side"], top=sizes["top"], bar_pt=sizes["bar_pt"])
