"""A Report as terminal text: no colour, no markup, lines no longer than asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.terminal import BOX, bar, indent, pad, width, words, wrap
from rollout.documents.text_table import table
from rollout.reporting.report import (
    Bar,
    Blank,
    Callout,
    Columns,
    Cover,
    DefinitionRows,
    Paragraph,
    Report,
    Section,
    Signatures,
    Sources,
    Steps,
    Tick,
    TickList,
)
from rollout.reporting.table import Table

NARROWEST = 40
UNDERLINES = {2: "=", 3: "-"}


def text(report: Report, columns: int = 80) -> str:
    """Return the report as text at most `columns` (at least 40) wide, one newline at the end."""
    room = max(columns, NARROWEST)
    lines = [pad(" · ".join(report.marks), room, right=True), ""] if report.marks else []
    lines += wrap(report.eyebrow.upper(), room) + wrap(report.title, room) + wrap(report.subtitle, room) + [""]
    if report.cover:
        lines += _cover(report.cover, room)
    for section in report.sections:
        lines += _lines(section, room, 2)
    lines += ["─" * room, *wrap(report.foot, room)]
    return "\n".join(_squeezed(line.rstrip() for line in lines)) + "\n"


def _squeezed(lines: Iterable[str]) -> Iterable[str]:
    """Leave out an empty line after an empty line."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _cover(cover: Cover, columns: int) -> list[str]:
    lines = _terms([(term, [value]) for term, value in cover.rows], columns)
    if cover.figure:
        lines += ["", f"{cover.figure.label}: {cover.figure.figure} {cover.figure.unit}".rstrip()]
        lines += [bar(cover.figure.bar, min(columns, 60)), *wrap(cover.figure.note, columns)]
    for notice in (cover.stamp, *cover.notices):
        lines += ["", *wrap(notice, columns)] if notice else []
    return [*lines, ""]


@singledispatch
def _lines(block: object, columns: int, level: int) -> list[str]:
    message = f"no text for {type(block).__name__} at {level} in {columns} columns"
    raise TypeError(message)


@_lines.register
def _section(block: Section, columns: int, level: int) -> list[str]:
    title = f"{block.title} · {block.mark}" if block.mark else block.title
    lines = ["", *wrap(title, columns)]
    if level in UNDERLINES:
        lines.append(UNDERLINES[level] * min(columns, max(width(line) for line in lines)))
    lines += wrap(block.lead, columns) if block.lead else []
    for part in block.blocks:
        lines += ["", *_lines(part, columns, level + 1)]
    return [*lines, ""]


@_lines.register
def _columns(block: Columns, columns: int, level: int) -> list[str]:
    return [line for part in (*block.left, *block.right) for line in [*_lines(part, columns, level), ""]]


@_lines.register
def _table(block: Table, columns: int, _level: int) -> list[str]:
    return table(block, columns)


@_lines.register
def _paragraph(block: Paragraph, columns: int, _level: int) -> list[str]:
    return wrap(block.text, columns)


@_lines.register
def _bar(block: Bar, columns: int, _level: int) -> list[str]:
    drawn = [f"{block.title}: {block.bar.label}", bar(block.bar, min(columns, 60))]
    return drawn + (wrap(block.note, columns) if block.note else [])


@_lines.register
def _callout(block: Callout, columns: int, _level: int) -> list[str]:
    said = [line for line in (block.title, block.text, block.detail) if line]
    return indent([part for line in said for part in wrap(line, columns - 4)], 4)


@_lines.register
def _definition_rows(block: DefinitionRows, columns: int, _level: int) -> list[str]:
    return _terms([(term, [words(line) for line in lines]) for term, lines in block.rows], columns)


@_lines.register
def _blank(block: Blank, columns: int, _level: int) -> list[str]:
    return [*wrap(f"{block.label}: {'_' * 20}", columns), *["_" * columns] * block.lines]


@_lines.register
def _steps(block: Steps, columns: int, _level: int) -> list[str]:
    heads = [f"{number}." if block.numbers else "-" for number in range(1, len(block.items) + 1)]
    return _listed(heads, [[item.title, item.text, item.detail] for item in block.items], columns)


@_lines.register
def _diagram(block: Diagram, columns: int, _level: int) -> list[str]:
    return _listed(["→"] * len(block.said), [[name, after] for name, after in block.said], columns)


@_lines.register
def _tick_list(block: TickList, columns: int, _level: int) -> list[str]:
    return _listed(["-" if item.boxes else BOX for item in block.items], [_tick(item) for item in block.items], columns)


def _tick(item: Tick) -> list[str]:
    boxes = "  ".join(f"{BOX} {word}" for word in item.boxes)
    return [item.title, *(words(line) for line in item.lines), boxes, *["_" * 30] * item.write]


@_lines.register
def _signatures(block: Signatures, columns: int, _level: int) -> list[str]:
    titles = [f"{item.title} {item.note}: {'_' * 20}" for item in block.items]
    return [line for title in (block.place_and_date, *titles) if title for line in [*wrap(title, columns), ""]]


@_lines.register
def _sources(block: Sources, columns: int, _level: int) -> list[str]:
    said = [[item.title, " · ".join(filter(None, (item.where, item.certainty)))] for item in block.items]
    return _listed([f"[{item.number}]" for item in block.items], said, columns)


def _listed(heads: list[str], entries: list[list[str]], columns: int) -> list[str]:
    room = max((width(head) for head in heads), default=0) + 1
    lines: list[str] = []
    for head, entry in zip(heads, entries, strict=True):
        first, *rest = [part for line in entry if line for part in wrap(line, columns - room)]
        lines += [pad(head, room) + first, *indent(rest, room)]
    return lines


def _terms(rows: list[tuple[str, list[str]]], columns: int) -> list[str]:
    """Terms in one column, what they are in the other."""
    room = min(max((width(term) for term, _ in rows), default=0), columns // 3) + 2
    lines: list[str] = []
    for term, said in rows:
        left = wrap(term, room - 2)
        right = [part for line in said for part in wrap(line, columns - room)]
        for number in range(max(len(left), len(right))):
            start = left[number] if number < len(left) else ""
            end = right[number] if number < len(right) else ""
            lines.append(pad(start, room) + end)
    return lines
