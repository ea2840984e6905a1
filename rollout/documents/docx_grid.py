"""Tables of Word.

Their parts are made directly: asked cell by cell, the engine takes a time that grows with the square of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rollout.documents.docx_package import Xml, element
from rollout.documents.docx_styles import TWIPS, Spec, color
from rollout.documents.docx_words import paragraph

SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
Content = Sequence[Xml]


@dataclass(frozen=True, eq=False)
class GridRow:
    """A row: what stands in each cell, and how many columns the last cell takes.

    A `head` is repeated on every page; no line is drawn where a row is open towards the next or the one before. A row
    that `splits` may go on over a page.
    """

    cells: Sequence[Content]
    span: int = 1
    head: bool = False
    open_above: bool = False
    open_below: bool = False
    splits: bool = False


def grid(look: Spec, widths: Sequence[int], rows: Sequence[GridRow], caption: str = "") -> Xml:
    """Return a table; `widths` in twentieths of a point, `caption` names it for those who hear it."""
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", _properties(look, sum(widths), caption), columns, *(_row(look, row, widths) for row in rows))


def shares(total: float, *given: float) -> list[int]:
    """Divide `total` mm by percent into whole twentieths of a point; those without a share have what is left."""
    open_columns = given.count(0)
    rest = (100 - sum(given)) / open_columns if open_columns else 0
    scale = total * TWIPS / (sum(given) + rest * open_columns)
    return [round((share or rest) * scale) for share in given]


def panel(look: Spec, width: float, content: Content, *, bar: str, shade: str = "", **sizes: float) -> Xml:
    """Return one cell with a thick bar at its left; `sizes` (mm, `bar_pt` in points): side, top, height."""
    side, top = round(sizes["side"] * TWIPS), round(sizes.get("top", 0) * TWIPS)
    whole = round(width * TWIPS - 20 * sizes["bar_pt"])  # the bar stands beside the cell
    line = element("left", val="single", sz=round(8 * sizes["bar_pt"]), space=0, color=color(look, bar))
    table = element(
        "tblPr",
        element("tblW", w=whole, type="dxa"),
        element("tblBorders", line),
        element("tblLayout", type="fixed"),
        _margins(top, side),
    )
    about = [element("tcW", w=whole, type="dxa")]
    if shade:
        about.append(element("shd", val="clear", color="auto", fill=color(look, shade)))
    about.append(element("vAlign", val="center"))
    row = [element("cantSplit")]
    if "height" in sizes:
        row.append(element("trHeight", val=round(sizes["height"] * TWIPS), hRule="atLeast"))
    cell = element("tc", element("tcPr", *about), *content)
    return element(
        "tbl", table, element("tblGrid", element("gridCol", w=whole)), element("tr", element("trPr", *row), cell)
    )


def _properties(look: Spec, width: int, caption: str) -> Xml:
    line = _line(look["rule"]["width_pt"], color(look, look["rule"].get("color", "")))
    sides = look["table"]["sides"]
    return element(
        "tblPr",
        element("tblW", w=width, type="dxa"),
        element("tblBorders", *(element(side, **line) for side in SIDES if side in sides)),
        element("tblLayout", type="fixed"),
        _margins(round(look["cell"]["top"] * TWIPS), round(look["cell"]["side"] * TWIPS), boxed=_boxed(look)),
        *([element("tblCaption", val=caption)] if caption else []),
    )


def _line(width: float, name: str) -> dict[str, object]:
    return {"val": "single", "sz": round(8 * width), "space": 0, "color": name}


def _boxed(look: Spec) -> bool:
    return "insideV" in look["table"]["sides"]


def _margins(top: int, side: int, *, boxed: bool = True) -> Xml:
    """Without lines between columns, words begin at the edge of the text."""
    margins = {"top": top, "left": side if boxed else 0, "bottom": top, "right": side}
    return element("tblCellMar", *(element(name, w=room, type="dxa") for name, room in margins.items()))


def _row(look: Spec, row: GridRow, widths: Sequence[int]) -> Xml:
    kept = [element(name) for name, holds in (("cantSplit", not row.splits), ("tblHeader", row.head)) if holds]
    last = len(row.cells) - 1
    room = [*widths[:last], sum(widths[last : last + row.span])]
    lines = _lines(look, row)
    cells = [
        _cell(content, width, row.span if place == last else 1, lines)
        for place, (content, width) in enumerate(zip(row.cells, room, strict=True))
    ]
    return element("tr", element("trPr", *kept), *cells)


def _lines(look: Spec, row: GridRow) -> dict[str, dict[str, object]]:
    """Return the lines of a row that differ from those of its table."""
    if _boxed(look):
        return {}
    lines: dict[str, dict[str, object]] = {}
    if row.open_above:
        lines["top"] = {"val": "nil"}
    if row.open_below:
        lines["bottom"] = {"val": "nil"}
    if row.head:
        lines["bottom"] = _line(look["table"]["head_pt"], color(look, look["table"]["head"]))
    return lines


def _cell(content: Content, width: int, span: int, lines: dict[str, dict[str, object]]) -> Xml:
    about = [element("tcW", w=width, type="dxa")]
    if span > 1:
        about.append(element("gridSpan", val=span))
    if lines:
        about.append(element("tcBorders", *(element(side, **line) for side, line in lines.items())))
    return element("tc", element("tcPr", *about), *(content or [paragraph("cell")]))
