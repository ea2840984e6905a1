"""Where the headers and footers of a Word file put the number of the page, section by section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rollout.layout.document import Numbers
from rollout.layout.styles_docx import ASSUMED, Settings, Styles, W

ARABIC = {None, "decimal", "numberInDash"}


def numbers(sections: Iterable[Any], styles: Styles) -> tuple[Numbers, ...]:
    """Return the page numbers of each section."""
    return tuple(_numbers(section, index, styles) for index, section in enumerate(sections))


def _numbers(section: Any, index: int, styles: Styles) -> Numbers:
    kind = section._sectPr.find(f"{W}pgNumType")  # noqa: SLF001 – the engine has no name for it
    start = kind.get(f"{W}start") if kind is not None else None
    arabic = (kind.get(f"{W}fmt") if kind is not None else None) in ARABIC
    different = bool(section.different_first_page_header_footer)
    first = (section.first_page_header, section.first_page_footer)
    hidden = different and not any(_fields(part) for part in first)
    restarts = index == 0 or start in {"0", "1"}
    for place, part in (("top", section.header), ("bottom", section.footer)):
        for paragraph, run in _fields(part):
            shape, face = styles.paragraph(paragraph.find(f"{W}pPr"))
            look = styles.run(face, run.find(f"{W}rPr") if run is not None else None)
            return Numbers(
                place,
                _centred(paragraph, shape),
                look.get("size", ASSUMED["size"]),
                not look.get("italic"),
                arabic,
                hidden,
                restarts,
                section=index,
            )
    return Numbers("", restarts=restarts, section=index)


def _fields(part: Any) -> list[tuple[Any, Any]]:
    """Paragraph and run of every field that prints the number of the page; the run may be missing."""
    return list(_found(part._element))  # noqa: SLF001 – the engine knows no fields


def _found(element: Any) -> Iterator[tuple[Any, Any]]:
    for paragraph in element.iter(f"{W}p"):
        for node in paragraph.iter(f"{W}fldSimple", f"{W}instrText"):
            simple = node.tag == f"{W}fldSimple"
            if "PAGE" in str(node.get(f"{W}instr") if simple else node.text).upper().split():
                yield paragraph, node.find(f"{W}r") if simple else node.getparent()


def _centred(paragraph: Any, shape: Settings) -> bool:
    frame = paragraph.find(f"{W}pPr/{W}framePr")
    if frame is not None and frame.get(f"{W}xAlign"):
        return bool(frame.get(f"{W}xAlign") == "center")
    tab = any(node.get(f"{W}alignment") == "center" for node in paragraph.iter(f"{W}ptab"))
    return tab or shape.get("align") == "center"
