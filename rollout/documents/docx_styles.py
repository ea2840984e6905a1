"""Named styles and the page of a Word file, from a layout under templates/."""

from __future__ import annotations

import math
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from rollout.documents.docx_package import element, parsed
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
_MADE: dict[str, list[Any]] = {}
"""Styles by what they were made from: a dossier has many Word files and few layouts."""


def layout(name: str = LAYOUT, variant: str = "") -> Spec:
    """Return a layout; lengths in millimetres. Raises ProblemsFound when its file is missing or broken.

    What a layout does not say itself is said by the one it is `like`; a `variant` is a part of it that changes the
    rest.
    """
    found = read(find("templates", name))
    if not found.ok:
        raise ProblemsFound(found.problems)
    look = dict(found.data)
    if "like" in look:
        look = _changed(layout(look["like"]), look)
    return _changed(look, look[variant]) if variant else look


def _changed(look: Spec, changes: Spec) -> dict[str, Any]:
    changed = {
        key: _changed(look[key], value) if _both(look.get(key), value) else value for key, value in changes.items()
    }
    return {**look, **changed}


def _both(old: object, new: object) -> bool:
    """Tell whether both are made of parts; what is emptied stays empty."""
    return isinstance(old, Mapping) and isinstance(new, Mapping) and bool(new)


def sideways(look: Spec) -> Spec:
    """Return a layout with its page on its side; the margins stay where they are."""
    page = look["page"]
    return {**look, "page": {**page, "width": page["height"], "height": page["width"]}}


def define(document: Document, look: Spec, words: Mapping[str, str]) -> dict[str, ParagraphStyle]:
    """Give a blank document the styles of the layout, named by `words` (`style_<role>`), and return them by role.

    The role is the style's id in the file, the same in every language.
    """
    styles: Any = document.styles.element
    known = repr((look, words["locale"], [name for key, name in words.items() if key.startswith("style_")]))
    if known not in _MADE:
        _MADE[known] = _defined(document, look, words)
    styles[:] = [deepcopy(style) for style in _MADE[known]]
    return {style.style_id: style for style in document.styles if style.style_id in look["styles"]}


def _defined(document: Document, look: Spec, words: Mapping[str, str]) -> list[Any]:
    styles: Any = document.styles.element
    kept = [style for style in styles if style.get(_name("styleId")) in KEPT]
    styles[:] = [_defaults(look, words["locale"]), _hidden(), *kept]
    made = {role: _add(document, role, words[f"style_{role}"], look) for role in look["styles"]}
    for role, spec in look["styles"].items():
        made[role].next_paragraph_style = made[spec.get("next", role)]
    for role, spec in look.get("characters", {}).items():
        _font(_named(document, role, words[f"style_{role}"], "CHARACTER"), spec, look)
    return [deepcopy(style) for style in styles]


def color(look: Spec, name: str) -> str:
    """Return a colour of the layout; without a name the one Word takes by itself."""
    return str(look["colors"][name]) if name else "auto"


def set_page(section: Section, look: Spec) -> None:
    """Give a section its paper and margins; its first page shows no number and counts as 1."""
    from docx.enum.section import WD_ORIENTATION  # noqa: PLC0415 – an engine
    from docx.shared import Twips  # noqa: PLC0415 – an engine

    # Word counts in whole twips; rounded down, a margin would fall below what is prescribed.
    page = {name: Twips(math.ceil(length * TWIPS)) for name, length in look["page"].items()}
    section.page_width, section.page_height = page["width"], page["height"]
    lies = page["width"] > page["height"]
    section.orientation = WD_ORIENTATION.LANDSCAPE if lies else WD_ORIENTATION.PORTRAIT
    section.top_margin, section.bottom_margin = page["top"], page["bottom"]
    section.left_margin, section.right_margin = page["left"], page["right"]
    section.header_distance = section.footer_distance = page["number_from_top"]
    section.different_first_page_header_footer = True
    properties: Any = section._sectPr  # noqa: SLF001 – the engine has no name for where numbers start
    properties.attrib.clear()
    for old in properties.findall(_name("pgNumType")):
        properties.remove(old)
    properties.find(_name("pgMar")).addnext(parsed(element("pgNumType", start=1)))


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
    return parsed(element("docDefaults", element("rPrDefault", run), element("pPrDefault", element("pPr", spacing))))


def _hidden() -> Any:
    """Keep the several hundred styles built into Word out of the list a drafter chooses from."""
    flags = {"defLockedState": 0, "defUIPriority": 99, "defSemiHidden": 1, "defUnhideWhenUsed": 1, "defQFormat": 0}
    return parsed(element("latentStyles", **flags, count=376))


def _half_points(size: float) -> int:
    return round(2 * size)


def _add(document: Document, role: str, name: str, look: Spec) -> ParagraphStyle:
    style, spec = _named(document, role, name, "PARAGRAPH"), look["styles"][role]
    style.base_style = document.styles["Normal"]
    _borders(style, spec, look)
    _font(style, spec, look)
    _paragraph(style, spec)
    if "outline" in spec:
        style.element.get_or_add_pPr().append(parsed(element("outlineLvl", val=spec["outline"] - 1)))
    made: ParagraphStyle = style
    return made


def _named(document: Document, role: str, name: str, kind: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 – an engine

    style: Any = document.styles.add_style(name, WD_STYLE_TYPE[kind])
    style.element.styleId = role
    style.quick_style = True
    style.priority = len(document.styles)
    return style


def _borders(style: Any, spec: Spec, look: Spec) -> None:
    """First of all: the engine keeps the schema's order around what it finds, and knows none of these itself."""
    paragraph, run = style.element.get_or_add_pPr, style.element.get_or_add_rPr
    if spec.get("rules"):
        rules = {"val": "single", "sz": round(8 * look["rule"]["width_pt"]), "space": 1}
        rows = (element(side, **rules, color=color(look, name)) for side, name in spec["rules"].items())
        paragraph().append(parsed(element("pBdr", *rows)))
    if spec.get("spaced_pt"):
        run().append(parsed(element("spacing", val=round(20 * spec["spaced_pt"]))))
    if "box" in spec:
        frame = color(look, spec.get("color", ""))
        run().append(parsed(element("bdr", val="single", sz=6, space=spec["box"], color=frame)))


def _font(style: Any, spec: Spec, look: Spec) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 – an engine

    face = str(spec.get("face", "")).split()
    # “plain” among bold words says that these are not bold.
    style.font.bold = "bold" in face or (False if "plain" in face else None)
    style.font.italic = "italic" in face or None
    style.font.size = Pt(spec["size_pt"]) if "size_pt" in spec else None
    style.font.all_caps = "caps" in face or None
    if "color" in spec:
        style.font.color.rgb = RGBColor.from_string(color(look, spec["color"]))
    if "font" in spec:
        font = look[spec["font"]]["font"]
        style.element.get_or_add_rPr().insert(
            0, parsed(element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
        )


def _paragraph(style: Any, spec: Spec) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 – an engine
    from docx.shared import Mm, Pt  # noqa: PLC0415 – an engine

    shape = style.paragraph_format
    shape.alignment = getattr(WD_ALIGN_PARAGRAPH, spec["align"].upper())
    shape.space_before = Pt(spec["before_pt"]) if "before_pt" in spec else Mm(spec.get("before", 0))
    shape.space_after = Mm(spec.get("after", 0))
    left, right = spec.get("left", spec.get("side")), spec.get("side")
    shape.left_indent = None if left is None else Mm(left)
    shape.right_indent = None if right is None else Mm(right)
    first = -spec["hanging"] if "hanging" in spec else spec.get("first")
    shape.first_line_indent = None if first is None else Mm(first)
    shape.line_spacing = Pt(spec["exact_pt"]) if "exact_pt" in spec else spec.get("line")
    shape.keep_with_next = "keep" in spec or None
    shape.widow_control = True
