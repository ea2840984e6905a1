"""What a paragraph of a Word file ends up looking like: defaults, then its chain of styles, then its own settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MM_PER_TWIP = 25.4 / 1440
# Height of a line of single spacing, in sizes of the letter, of the face that is prescribed.
SINGLE = 1.149
LONGEST_CHAIN = 50
OFF = {"0", "false", "off", "none"}
# What a word processor assumes where nothing is said.
ASSUMED = {"size": 10.0, "font": "Times New Roman"}
Settings = dict[str, Any]


class Styles:
    """The styles of a file, their fonts resolved through its theme."""

    def __init__(self, styles: Any, theme: Mapping[str, str]) -> None:
        self.theme = theme
        self.by_id = {row.get(f"{W}styleId"): row for row in styles.iter(f"{W}style")} if styles is not None else {}
        self.defaults: tuple[Settings, Settings] = ({}, {})
        kinds = {(row.get(f"{W}type"), row.get(f"{W}default")): key for key, row in self.by_id.items()}
        self.normal = kinds.get(("paragraph", "1")) or kinds.get(("paragraph", "true"))
        if styles is not None:
            shape = styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
            face = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            self.defaults = (shaped(shape), self.faced(face))

    def paragraph(self, properties: Any) -> tuple[Settings, Settings]:
        """Return shape and type of a paragraph from its own w:pPr, or None."""
        shape, face = dict(self.defaults[0]), dict(self.defaults[1])
        for style in self._chain(_value(properties, "pStyle") or self.normal):
            shape |= shaped(style.find(f"{W}pPr"))
            face |= self.faced(style.find(f"{W}rPr"))
        return shape | shaped(properties), face

    def run(self, face: Settings, properties: Any) -> Settings:
        """Return the type of a run in a paragraph of type `face`."""
        found = dict(face)
        for style in self._chain(_value(properties, "rStyle")):
            found |= self.faced(style.find(f"{W}rPr"))
        return found | self.faced(properties)

    def _chain(self, name: str | None) -> Iterator[Any]:
        """The styles a style is based on, the first ancestor first."""
        chain: list[Any] = []
        while name in self.by_id and len(chain) < LONGEST_CHAIN:
            chain.append(self.by_id[name])
            name = _value(chain[-1], "basedOn")
        yield from reversed(chain)

    def faced(self, properties: Any) -> Settings:
        """Return what a w:rPr sets."""
        found: Settings = {}
        if properties is None:
            return found
        for name, key in (("b", "bold"), ("i", "italic"), ("caps", "caps"), ("u", "underline"), ("vanish", "hidden")):
            node = properties.find(f"{W}{name}")
            if node is not None:
                found[key] = (node.get(f"{W}val") or "true") not in OFF
        size = _value(properties, "sz")
        if size:
            found["size"] = _number(size) / 2
        if _value(properties, "vertAlign") in {"superscript", "subscript"}:
            found["raised"] = True
        return found | self._font(properties) | _colour(properties)

    def _font(self, properties: Any) -> Settings:
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            return {}
        themed = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme")
        name = self.theme.get(str(themed)[:5]) if themed else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
        return {"font": name} if name else {}


def theme_fonts(theme: Any) -> dict[str, str]:
    """Return the fonts of a theme by the first letters of the names they are used under."""
    found = {}
    for name in ("major", "minor"):
        node = theme.find(f".//{A}{name}Font/{A}latin") if theme is not None else None
        if node is not None and node.get("typeface"):
            found[name] = str(node.get("typeface"))
    return found


def shaped(properties: Any) -> Settings:
    """Return what a w:pPr sets: align, left, right, first, before, after, line, rule above and below, numbering."""
    found: Settings = {}
    if properties is None:
        return found
    align = _value(properties, "jc")
    if align:
        found["align"] = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}.get(align, align)
    found |= _indents(properties.find(f"{W}ind")) | _spacing(properties.find(f"{W}spacing"))
    numbers = properties.find(f"{W}numPr")
    if numbers is not None:
        found["counted"] = (_value(numbers, "numId") or "0") != "0"
    lines = properties.find(f"{W}pBdr")
    for side in ("top", "bottom") if lines is not None else ():
        line = lines.find(f"{W}{side}")
        found[f"line_{side}"] = line is not None and line.get(f"{W}val") not in {"nil", "none", None}
    return found


def _indents(node: Any) -> Settings:
    if node is None:
        return {}
    found: Settings = {}
    for key, names in (("left", ("left", "start")), ("right", ("right", "end")), ("first", ("firstLine",))):
        value = next((node.get(f"{W}{name}") for name in names if node.get(f"{W}{name}") is not None), None)
        if value is not None:
            found[key] = _number(value) * MM_PER_TWIP
    if _number(node.get(f"{W}hanging")):
        found["first"] = -_number(node.get(f"{W}hanging")) * MM_PER_TWIP
    return found


def _spacing(node: Any) -> Settings:
    if node is None:
        return {}
    found: Settings = {
        key: _number(node.get(f"{W}{key}")) / 20 for key in ("before", "after") if node.get(f"{W}{key}") is not None
    }
    for key in ("before", "after"):
        if node.get(f"{W}{key}Autospacing") in {"1", "true", "on"}:
            found[key] = 14.0
    if node.get(f"{W}line") is not None:
        kind = node.get(f"{W}lineRule") or "auto"
        found["line"] = (kind, _number(node.get(f"{W}line")) / (240 if kind == "auto" else 20))
    return found


def line_spacing(shape: Settings, size: float) -> float:
    """Return the distance of lines in times single spacing."""
    kind, value = shape.get("line", ("auto", 1.0))
    if kind == "auto":
        return float(value)
    times = float(value) / (size * SINGLE)
    return max(1.0, times) if kind == "atLeast" else times


def _colour(properties: Any) -> Settings:
    node = properties.find(f"{W}color")
    if node is None:
        return {}
    value = str(node.get(f"{W}val") or "")
    if value.lower() == "auto" or node.get(f"{W}themeColor") in {"text1", "dark1"}:
        return {"colour": "000000"}
    return {"colour": value.upper() if len(value) == 6 else None}


def _value(node: Any, name: str) -> str | None:
    found = node.find(f"{W}{name}") if node is not None else None
    return None if found is None else found.get(f"{W}val")


def _number(value: str | None) -> float:
    """Numbers of a file that somebody else wrote: what is none counts as nothing."""
    try:
        return float((value or "0").removesuffix("pt"))
    except ValueError:
        return 0.0
