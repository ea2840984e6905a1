"""Named styles and the page of a Word file, from the layout in templates/regulation/."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rollout.documents.docx_package import element
from rollout.load import read
from rollout.problems import ProblemsFound
from rollout.shipped import find

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle

LAYOUT = "regulation/nd30_word.yaml"
# Word finds no text without these; everything else of the engine's sample is replaced.
KEPT = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
TWIPS = 1440 / 25.4
Spec = Mapping[str, Any]


def layout(name: str = LAYOUT) -> Spec:
    """Return a layout; lengths in millimetres. Raises ProblemsFound when its file is missing or broken."""
    found = read(find("templates", name))
    if not found.ok:
        raise ProblemsFound(found.problems)
    return dict(found.data)


def define(document: Document, look: Spec, words: Mapping[str, str]) -> dict[str, ParagraphStyle]:
    """Give a blank document the styles of the layout, named by `words` (`style_<role>`), and return them by role.

    The role is the style's id in the file, the same in every language.
    """
    styles: Any = document.styles.element
    kept = [style for style in styles if style.get(_name("styleId")) in KEPT]
    styles[:] = [_defaults(look, words["locale"]), _hidden(), *kept]
    made = {role: _add(document, role, words[f"style_{role}"], spec) for role, spec in look["styles"].items()}
    for role, spec in look["styles"].items():
        made[role].next_paragraph_style = made[spec.get("next", role)]
    return made


def set_page(section: Section, look: Spec) -> None:
    """Give a section its paper and margins; its first page shows no number and counts as 1."""
    from docx.shared import Twips  # noqa: PLC0415 – an engine

    # Word counts in whole twips; rounded down, a margin would fall below what is prescribed.
    page = {name: Twips(math.ceil(length * TWIPS)) for name, length in look["page"].items()}
    section.page_width, section.page_height = page["width"], page["height"]
    section.top_margin, section.bottom_margin = page["top"], page["bottom"]
    section.left_margin, section.right_margin = page["left"], page["right"]
    section.header_distance = section.footer_distance = page["number_from_top"]
    section.different_first_page_header_footer = True
    properties: Any = section._sectPr  # noqa: SLF001 – the engine has no name for where numbers start
    properties.attrib.clear()
    for old in properties.findall(_name("pgNumType")):
        properties.remove(old)
    properties.find(_name("pgMar")).addnext(element("pgNumType", start=1))


def _name(local: str) -> str:
    from docx.oxml.ns import qn  # noqa: PLC0415 – an engine

    return str(qn(f"w:{local}"))


def _defaults(look: Spec, locale: str) -> Any:
    font, size = look["font"], _half_points(look["size_pt"])
    run = element(
        "rPr",
        element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font),
        element("sz", val=size),
        element("szCs", val=size),
        element("lang", val=locale, eastAsia=locale, bidi="ar-SA"),
    )
    spacing = element("spacing", before=0, after=0, line=round(240 * look["line"]), lineRule="auto")
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr", spacing)))


def _hidden() -> Any:
    """Keep the several hundred styles built into Word out of the list a drafter chooses from."""
    flags = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    return element("latentStyles", **flags, count=376)


def _half_points(size: float) -> int:
    return round(2 * size)


def _add(document: Document, role: str, name: str, spec: Spec) -> ParagraphStyle:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 – an engine

    style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.styleId = role
    style.base_style, style.quick_style = document.styles["Normal"], True
    style.priority = len(document.styles)
    _borders(style, spec)
    _font(style, spec)
    _paragraph(style, spec)
    if "outline" in spec:
        style.element.get_or_add_pPr().append(element("outlineLvl", val=spec["outline"] - 1))
    made: ParagraphStyle = style
    return made


def _borders(style: Any, spec: Spec) -> None:
    """First of all: the engine keeps the schema's order around what it finds, and knows no borders itself."""
    if "box" in spec:
        style.element.get_or_add_rPr().append(element("bdr", val="single", sz=6, space=spec["box"], color="auto"))


def _font(style: Any, spec: Spec) -> None:
    from docx.shared import Pt  # noqa: PLC0415 – an engine

    face = str(spec.get("face", "")).split()
    style.font.bold = "bold" in face or None
    style.font.italic = "italic" in face or None
    style.font.size = Pt(spec["size_pt"]) if "size_pt" in spec else None


def _paragraph(style: Any, spec: Spec) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 – an engine
    from docx.shared import Mm, Pt  # noqa: PLC0415 – an engine

    shape = style.paragraph_format
    shape.alignment = getattr(WD_ALIGN_PARAGRAPH, spec["align"].upper())
    shape.space_before = Pt(spec["before_pt"]) if "before_pt" in spec else Mm(spec.get("before", 0))
    shape.space_after = Mm(spec.get("after", 0))
    shape.left_indent = shape.right_indent = Mm(spec["side"]) if "side" in spec else None
    shape.first_line_indent = Mm(spec["first"]) if "first" in spec else None
    shape.line_spacing = Pt(spec["exact_pt"]) if "exact_pt" in spec else spec.get("line")
    shape.keep_with_next = "keep" in spec or None
    shape.widow_control = True
