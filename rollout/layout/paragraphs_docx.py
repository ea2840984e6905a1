"""A Word file as a neutral document: every paragraph as it ends up looking, heads and feet as two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from rollout.layout.document import Document, Paragraph, Run, Sheet, numbered
from rollout.layout.numbers_docx import numbers
from rollout.layout.package_docx import opened
from rollout.layout.patterns import Table
from rollout.layout.rules_docx import Lines
from rollout.layout.styles_docx import ASSUMED, MM_PER_TWIP, Settings, Styles, W, line_spacing, theme_fonts

MM_PER_EMU = 25.4 / 914400
CELL_MARGIN = 1.9
RAISED = 0.6
MOST_COLUMNS = 3
UNSEEN = {"instrText", "del", "moveFrom", "pPr", "rPr"}
DRAWN = {"drawing", "pict", "AlternateContent", "object"}


def document_docx(data: bytes, name: str, table: Table) -> Document:
    """Return a Word file as a document; raises ProblemsFound (L…) where it is none or would explode."""
    package, theme = opened(data, name)
    sections = list(package.sections)
    reader = _Reader(Styles(package.styles.element, theme_fonts(theme)), table, [_sheet(row) for row in sections])
    reader.body(package.element.body)
    pictures = any(_local(node) in {"drawing", "pict"} for node in package.element.body.iter())
    sheets = [replace(row, tables=index in reader.tabled) for index, row in enumerate(reader.sheets)]
    paragraphs = numbered(row for row in reader.found if row.text)
    return Document("docx", tuple(sheets), paragraphs, numbers(sections, reader.styles), pictures)


def _sheet(section: Any) -> Sheet:
    def mm(length: Any) -> float:
        return 0.0 if length is None else float(length) * MM_PER_EMU

    return Sheet(
        mm(section.page_width),
        mm(section.page_height),
        top=mm(section.top_margin),
        bottom=mm(section.bottom_margin),
        left=mm(section.left_margin),
        right=mm(section.right_margin),
    )


@dataclass(eq=False)
class _Reader:
    styles: Styles
    table: Table
    sheets: list[Sheet]
    found: list[Paragraph] = field(default_factory=list)
    tabled: set[int] = field(default_factory=set)
    section: int = 0
    blocks: int = 0
    after: float = 0.0

    @property
    def width(self) -> float:
        sheet = self.sheets[min(self.section, len(self.sheets) - 1)]
        return sheet.width - (sheet.left or 0) - (sheet.right or 0)

    def body(self, body: Any) -> None:
        for node in _blocks(body):
            if _local(node) == "p":
                self._paragraph(node, self.width, {})
                if node.find(f"{W}pPr/{W}sectPr") is not None:
                    self.section += 1
            else:
                self._table(node)

    def _table(self, node: Any) -> None:
        words = ["".join(row.itertext()) for row in node.iter(f"{W}tc")]
        columns = max((len(row.findall(f"{W}tc")) for row in node.findall(f"{W}tr")), default=0)
        if columns > MOST_COLUMNS or not any(self.table.has(name, text) for text in words for name in ("head", "foot")):
            self.tabled.add(self.section)
            for row in node.iter(f"{W}p"):
                self._paragraph(row, self.width, {"table": True})
            return
        self.blocks += 1
        grid = [_twips(row.get(f"{W}w")) for row in node.findall(f"{W}tblGrid/{W}gridCol")]
        margin = _cell_margin(node)
        cells: dict[int, list[tuple[Any, float]]] = {}
        for row in node.findall(f"{W}tr"):
            for column, cell in enumerate(row.findall(f"{W}tc")):
                own = cell.find(f"{W}tcPr/{W}tcW")
                wide = _twips(own.get(f"{W}w")) if own is not None and own.get(f"{W}type") == "dxa" else 0
                wide = wide or (grid[column] if column < len(grid) else 0) or self.width / 2
                cells.setdefault(min(column, 1), []).append((cell, wide - margin))
        for column, rows in cells.items():
            for cell, wide in rows:
                for row in cell.iter(f"{W}p"):
                    self._paragraph(row, wide, {"block": self.blocks, "column": column})

    def _paragraph(self, node: Any, width: float, where: dict[str, Any]) -> None:
        properties = node.find(f"{W}pPr")
        shape, face = self.styles.paragraph(properties)
        room = width - shape.get("left", 0) - shape.get("right", 0)
        lines, drawn = self._runs(node, face)
        gap = self.after + shape.get("before", 0)
        rules = Lines(self.found[-1] if self.found else None, room)
        for runs in lines:
            size = next((run.size for run in runs if run.text.strip() and run.size), face.get("size", ASSUMED["size"]))
            made = Paragraph(
                runs,
                section=self.section,
                align=shape.get("align", "left"),
                first=shape.get("left", 0) + shape.get("first", 0),
                gap=gap,
                spacing=line_spacing(shape, size),
                counted=shape.get("counted", False),
                room=room,
                **where,
            )
            if rules.drawn_by(made):
                continue
            if made.text:
                self.found.append(made)
                rules.last = made
                gap = 0.0
        rules.bordered(shape, has_text=bool("".join(run.text for runs in lines for run in runs).strip()))
        if drawn is not None:
            rules.shape(drawn)
        self.after = shape.get("after", 0)

    def _runs(self, node: Any, face: Settings) -> tuple[list[tuple[Run, ...]], float | None]:
        """The runs of each line that somebody broke by hand, and the length of a line drawn in the paragraph."""
        lines: list[list[Run]] = [[]]
        drawn: float | None = None
        for run in _runs_of(node):
            look = self.styles.run(face, run.find(f"{W}rPr"))
            for child in run:
                kind = _local(child)
                if kind in DRAWN:
                    drawn = _drawn_line(child) or drawn
                elif kind in {"br", "cr"}:
                    lines.append([])
                elif not look.get("hidden"):
                    text = {"t": child.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(kind, "")
                    lines[-1].append(_run(text, look))
        return [tuple(row for row in line if row.text) for line in lines], drawn


def _run(text: str, look: Settings) -> Run:
    if look.get("caps"):
        text = text.upper()
    size = look.get("size", ASSUMED["size"])
    colour = look.get("colour", "000000")
    if look.get("raised"):  # notes are no words of the text; whatever else is raised is printed smaller
        text, size = ("" if text.strip().isdigit() else text), size * RAISED
    return Run(text, look.get("font", ASSUMED["font"]), size, bool(look.get("bold")), bool(look.get("italic")), colour)


def _blocks(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, those inside content controls too."""
    for node in body:
        kind = _local(node)
        if kind in {"p", "tbl"}:
            yield node
        elif kind in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _blocks(node)


def _runs_of(node: Any) -> Iterator[Any]:
    for child in node:
        kind = _local(child)
        if kind == "r":
            yield child
        elif kind not in UNSEEN and kind not in DRAWN:
            yield from _runs_of(child)


def _drawn_line(node: Any) -> float | None:
    """The length of a drawn shape so flat that it is a line."""
    for extent in node.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"):
        wide, high = (float(extent.get(side) or 0) * MM_PER_EMU for side in ("cx", "cy"))
        if high < 1 < wide:
            return wide
    for kind in ("line", "shape"):
        if any(_local(row) == kind and "height:0" in (row.get("style") or "height:0") for row in node.iter()):
            return 0.0
    return None


def _cell_margin(table: Any) -> float:
    found = table.find(f"{W}tblPr/{W}tblCellMar")
    if found is None:
        return 2 * CELL_MARGIN
    sides = [found.find(f"{W}{name}") for name in ("left", "start", "right", "end")]
    return sum(_twips(side.get(f"{W}w")) for side in sides if side is not None)


def _twips(value: str | None) -> float:
    try:
        return float(value or 0) * MM_PER_TWIP
    except ValueError:
        return 0.0


def _local(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
