"""A Report as Markdown (with pipe tables); words of a profile are escaped, so that they stay words."""

from __future__ import annotations

import re
from functools import singledispatch

from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.terminal import BOX, bar
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
from rollout.reporting.table import Cell, Row, Table
from rollout.reporting.words import Line, RangeBar

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&])")
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$|=|-)")
BAR = 20
WRITTEN = "\\_" * 12


def markdown(report: Report) -> str:
    """Return the report as Markdown, one newline at the end."""
    parts = [f"**{escaped(' · '.join(report.marks))}**"] if report.marks else []
    parts += [escaped(report.eyebrow), f"# {escaped(report.title)}", f"**{escaped(report.subtitle)}**"]
    parts += _cover(report.cover) if report.cover else []
    for section in report.sections:
        parts += _parts(section, 2)
    return "\n\n".join([*parts, "---", escaped(report.foot)]) + "\n"


def escaped(text: str) -> str:
    """Write `text` so that no reader of Markdown takes a part of it for markup."""
    safe = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", safe)


def _line(line: Line) -> str:
    said = "".join([escaped(line.text), *(f" \\[{number}\\]" for number in line.refs)])
    return f"**{said}**" if line.style == "strong" else said


def _drawn(item: RangeBar) -> str:
    return f"`{bar(item, BAR)}`"


def _cover(cover: Cover) -> list[str]:
    parts = ["\n".join(f"- {escaped(term)}: {escaped(value)}" for term, value in cover.rows)] if cover.rows else []
    if cover.figure:
        figure = escaped(f"{cover.figure.label}: {cover.figure.figure} {cover.figure.unit}".rstrip())
        parts += [f"**{figure}** {_drawn(cover.figure.bar)}", escaped(cover.figure.note)]
    return parts + [f"**{escaped(notice)}**" for notice in (cover.stamp, *cover.notices) if notice]


@singledispatch
def _parts(block: object, level: int) -> list[str]:
    message = f"no Markdown for {type(block).__name__} at {level}"
    raise TypeError(message)


@_parts.register
def _section(block: Section, level: int) -> list[str]:
    title = f"{block.title} · {block.mark}" if block.mark else block.title
    parts = [f"{'#' * min(level, 6)} {escaped(title)}"]
    parts += [escaped(block.lead)] if block.lead else []
    for part in block.blocks:
        parts += _parts(part, level + 1)
    return parts


@_parts.register
def _columns(block: Columns, level: int) -> list[str]:
    return [part for inner in (*block.left, *block.right) for part in _parts(inner, level)]


@_parts.register
def _paragraph(block: Paragraph, _level: int) -> list[str]:
    return [escaped(block.text)]


@_parts.register
def _bar(block: Bar, _level: int) -> list[str]:
    drawn = f"**{escaped(block.title)}** {escaped(block.bar.label)} {_drawn(block.bar)}"
    return [drawn, *([escaped(block.note)] if block.note else [])]


@_parts.register
def _callout(block: Callout, _level: int) -> list[str]:
    lines = [f"**{escaped(block.title)}**", escaped(block.text), escaped(block.detail)]
    return ["\n>\n".join(f"> {line}" for line in lines if line)]


@_parts.register
def _definition_rows(block: DefinitionRows, _level: int) -> list[str]:
    return ["\n".join(f"- {escaped(term)}: {'; '.join(map(_line, lines))}" for term, lines in block.rows)]


@_parts.register
def _blank(block: Blank, _level: int) -> list[str]:
    return [f"{escaped(block.label)}: {WRITTEN}", *[WRITTEN * 3] * block.lines]


@_parts.register
def _steps(block: Steps, _level: int) -> list[str]:
    lines = []
    for number, item in enumerate(block.items, 1):
        said = (f"**{escaped(item.title)}**" if item.title else "", escaped(item.text), escaped(item.detail))
        lines.append(f"{f'{number}.' if block.numbers else '-'} {' – '.join(filter(None, said))}")
    return ["\n".join(lines)]


@_parts.register
def _diagram(block: Diagram, _level: int) -> list[str]:
    return ["\n".join(f"- **{escaped(name)}** → {escaped(after)}" for name, after in block.said)]


@_parts.register
def _tick_list(block: TickList, _level: int) -> list[str]:
    return ["\n".join(_tick(item) for item in block.items)]


def _tick(item: Tick) -> str:
    head = f"- {escaped(item.title)}" if item.boxes else f"- {BOX} {escaped(item.title)}"
    return " – ".join([head, *map(_line, item.lines), *_boxes(item.boxes)])


@_parts.register
def _signatures(block: Signatures, _level: int) -> list[str]:
    signers = "\n".join(f"- {escaped(item.title)} {escaped(item.note)}: {WRITTEN}" for item in block.items)
    return [*([escaped(block.place_and_date)] if block.place_and_date else []), signers]


@_parts.register
def _sources(block: Sources, _level: int) -> list[str]:
    said = [" · ".join(filter(None, (item.title, item.where, item.certainty))) for item in block.items]
    return ["\n".join(f"- \\[{item.number}\\] {escaped(text)}" for item, text in zip(block.items, said, strict=True))]


@_parts.register
def _table(block: Table, _level: int) -> list[str]:
    rules = ["---:" if column.kind == "number" else "---" for column in block.columns]
    rows = [[escaped(column.title) for column in block.columns], rules]
    for row in block.rows:
        rows += [[f"**{escaped(row.head)}**", *[""] * (len(block.columns) - 1)]] if row.head else []
        rows.append(_row(row, block))
    return ["\n".join(f"| {' | '.join(row)} |" for row in rows)]


def _row(row: Row, block: Table) -> list[str]:
    cells = [_cell(cell) for cell in row.cells]
    if row.note:
        cells[max(block.row_head, 0)] += "<br>" + " · ".join(_line(line) for line in row.note)
    return cells


def _cell(cell: Cell) -> str:
    parts = [_line(line) for line in cell.lines]
    if cell.verdict:
        parts.insert(0, escaped(cell.verdict.word))
    if cell.bar:
        parts.insert(0, _drawn(cell.bar))
    return "<br>".join([*parts, *_boxes(cell.ticks), *[WRITTEN] * min(cell.write, 1)])


def _boxes(words: tuple[str, ...]) -> list[str]:
    return [f"☐ {escaped(word)}" for word in words]
