"""Make the two derived font files of templates/fonts/ from the full ones (run by hand; needs fonttools and brotli).

- web/*.woff2: the Latin and Vietnamese part of Be Vietnam Pro, small enough to stand inside an HTML file;
- BeVietnamPro-Figures.ttf: its figures on one width, for columns (the family has no `tnum` feature), and an arrow drawn
  here (the family has none), so that "40 → 168" can be read, searched and copied as text.

    python tests/documents/make_fonts.py
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "templates" / "fonts"
WEB = "U+20-7E,U+A0-17F,U+1A0-1A1,U+1AF-1B0,U+2C6,U+2DA,U+2DC,U+1E80-1EF9,U+2010-2015,U+2018-201E,U+2020-2022"
WEB += ",U+2026,U+2030,U+2039-203A,U+20AB-20AC,U+2122,U+2212,U+2248,U+2260,U+2264-2265"
ARROW = (  # shaft and the two strokes of the head, in units of 1000 an em
    ((60, 252), (60, 322), (820, 322), (820, 252)),
    ((640, 490), (693, 537), (903, 287), (850, 240)),
    ((850, 334), (903, 287), (693, 37), (640, 84)),
)
FIGURES = "U+20,U+25,U+2B-2E,U+30-39,U+3A,U+A0,U+2013,U+2212"


def cut(source: str, target: Path, codes: str, *, woff2: bool) -> None:
    """Write the subset of one face."""
    options = subset.Options()
    options.layout_features = ["*"] if woff2 else ["kern"]
    options.recalc_timestamp = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(str(FONTS / source), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(codes))
    cutter.subset(font)
    if woff2:
        options.flavor = "woff2"
        options.with_zopfli = False
    else:
        level(font)
        add_arrow(font)
    subset.save_font(font, str(target), options)


def level(font: Any) -> None:
    """Centre every figure on the width of the widest, without kerning, and give the face a name of its own."""
    glyphs, widths, names = font["glyf"], font["hmtx"], font.getBestCmap()
    figures = [names[code] for code in range(0x30, 0x3A)]
    wide = max(widths[name][0] for name in figures)
    for name in figures:
        width, bearing = widths[name]
        shift = (wide - width) // 2
        glyphs[name].coordinates.translate((shift, 0))
        glyphs[name].recalcBounds(glyphs)
        widths[name] = (wide, bearing + shift)
    for table in ("GPOS", "GSUB", "kern", "DSIG"):
        if table in font:
            del font[table]
    for record in font["name"].names:
        text = record.toUnicode().replace("Be Vietnam Pro", "Be Vietnam Pro Figures")
        record.string = text.replace("BeVietnamPro-", "BeVietnamProFigures-")


def add_arrow(font: Any) -> None:
    """Add U+2192 to the face."""
    pen = TTGlyphPen(None)
    for contour in ARROW:
        pen.moveTo(contour[0])
        for point in contour[1:]:
            pen.lineTo(point)
        pen.closePath()
    font.setGlyphOrder([*font.getGlyphOrder(), "arrowright"])
    font["glyf"]["arrowright"] = pen.glyph()
    font["glyf"]["arrowright"].recalcBounds(font["glyf"])
    font["hmtx"]["arrowright"] = (960, 60)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2192] = "arrowright"


if __name__ == "__main__":
    (FONTS / "web").mkdir(exist_ok=True)
    for face in ("Regular", "Italic", "SemiBold", "Bold"):
        cut(f"BeVietnamPro-{face}.ttf", FONTS / "web" / f"BeVietnamPro-{face}.woff2", WEB, woff2=True)
    cut("BeVietnamPro-Regular.ttf", FONTS / "BeVietnamPro-Figures.ttf", FIGURES, woff2=False)
    figures = TTFont(FONTS / "BeVietnamPro-Figures.ttf", recalcTimestamp=False)
    figures.flavor = "woff2"
    figures.save(FONTS / "web" / "BeVietnamPro-Figures.woff2")
