"""The shipped fonts draw every Vietnamese letter, on paper and inside an HTML file."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "templates" / "fonts"
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
SIGNS = string.ascii_letters + string.digits + string.punctuation + " \u00a0–—…·•“”‘’×÷≤≥½°"
FULL = sorted(FONTS.glob("BeVietnamPro-[!F]*.ttf")) + sorted(FONTS.glob("Tinos-*.ttf"))
WEB = sorted((FONTS / "web").glob("*-[!F]*.woff2"))


@pytest.mark.parametrize("path", FULL + WEB, ids=lambda path: path.name)
def test_every_letter_and_sign_is_there(path: Path) -> None:
    pytest.importorskip("brotli") if path.suffix == ".woff2" else None
    known = TTFont(path).getBestCmap()
    assert [char for char in LETTERS + LETTERS.upper() + SIGNS if ord(char) not in known] == []


def test_figures_of_columns_have_one_width_and_there_is_an_arrow() -> None:
    face = TTFont(FONTS / "BeVietnamPro-Figures.ttf")
    known = face.getBestCmap()
    assert len({face["hmtx"][known[ord(figure)]][0] for figure in string.digits}) == 1
    assert ord("→") in known


def test_each_family_comes_with_its_licence() -> None:
    for family in ("BeVietnamPro", "Tinos"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"{family}-OFL.txt").read_text("utf-8").upper()


def test_what_is_not_looked_into_is_there() -> None:
    from rollout.documents.glyphs import _UNUSUAL, _known

    usual = [chr(code) for code in range(0x20, 0x2200) if not _UNUSUAL.match(chr(code)) and chr(code).isprintable()]
    assert [char for char in usual if char not in _known()] == []
