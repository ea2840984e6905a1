"""Each check of documents to be signed sees what it is for, and nothing on a page that is well made."""

from __future__ import annotations

import pytest
from drafting.drafts import shipped
from look.paper import paper_faults

from rollout.documents.instrument_pdf import instrument_pdf
from rollout.drafting.wording import Wording

pytestmark = pytest.mark.pdf
STYLE = """<style>
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); vertical-align: middle } }
@page :first { @top-center { content: none } }
@page wide { size: A4 landscape }
body { margin: 0; font: 14pt/1.3 Tinos } p, h4 { margin: 0 } .off { break-before: page }
table { border-collapse: collapse; width: 100% } td, th { border: 1pt solid }
</style>"""
LINES = "<p>một dòng</p>" * 4


def found(markup: str, *, ours: bool = False, style: str = STYLE) -> str:
    from weasyprint import HTML

    return "\n".join(paper_faults(HTML(string=style + markup).write_pdf(), ours=ours))


def test_pages_well_made_have_no_faults() -> None:
    table = "<table><thead><tr><th>Nội dung</th></tr></thead>" + "<tr><td>ô</td></tr>" * 60 + "</table>"
    assert found(f"{LINES}<div class=off>{LINES}</div><div class=off>{table}{LINES}</div>") == ""


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ('<p style="margin-left:-12mm">ra ngoài</p>', "outside the margins: 'ra'"),
        ('<p style="position:absolute;top:-14mm">chữ trên lề</p>', "in the top margin"),
        ("<p>còn None ở đây</p>", "'None' in the text"),
        ('<p style="position:absolute;top:1mm;left:2mm">hai</p>', "stands on"),
        ("<p>Trách nhiệm của cơ quan:</p>", "left alone at the foot: 'Trách nhiệm của cơ quan:'"),
        ("<h4>Điều 2. Đối tượng</h4>", "heading left alone: 'Điều 2. Đối tượng'"),
        ("<div class=off><p>Nơi nhận:</p><p>a</p><p>b</p></div>", "page 2: the signature stands alone"),
        ("<div class=off><p>một dòng</p></div>", "page 2: almost nothing on the page"),
        ("<div class=off style='height:2mm'></div>", "page 2: nothing on the page"),
        (
            "<table style='table-layout:fixed'><tr><td style='width:20mm'>nghiêngnghiêngnghiêng<td></table>",
            "a line of a table runs through",
        ),
    ],
)
def test_a_fault_is_seen(markup: str, said: str) -> None:
    assert said in found(LINES + markup)


def test_a_strange_font_is_seen_in_what_we_laid_out() -> None:
    strange = "<p style='font-family: DejaVu Sans'>chữ</p>"
    assert "not shipped" in found(LINES + strange, ours=True)
    assert "not shipped" not in found(LINES + strange)


def test_pages_numbered_wrongly_are_seen() -> None:
    pages = f"{LINES}<div class=off>{LINES}</div><div class=off>{LINES}</div>"
    jumps = "<style>@page{counter-increment:page 2}</style>"
    assert "page 3 is numbered 6 after 4" in found(pages, style=STYLE + jumps)
    assert "no page is numbered" in found(pages, style=STYLE + "<style>@page{@top-center{content:none}}</style>")


def test_a_table_that_goes_on_without_its_head_is_seen() -> None:
    head = "<tr><th>Nội dung</th><th>Cơ quan</th></tr>"
    rows = "".join(f"<tr><td>ô {number}</td><td>x</td></tr>" for number in range(60))
    assert "head of the table is not repeated" in found(f"<table>{head}{rows}</table>")
    assert found(f"<table><thead>{head}</thead>{rows}</table>{LINES}") == ""


def test_text_may_reach_the_edge_of_the_prescribed_page() -> None:
    assert found(f"<p style='text-align:right'>lề phải</p>{LINES}") == ""


def test_a_shipped_draft_is_well_made() -> None:
    """Justified lines end at the margin, and what announces a list is on the page of its first entry."""
    words = {name: pair["vi"] for name, pair in Wording("vi").file("words").below("words").data.items()}
    made = shipped("tp_hcm_2026.yaml")
    assert paper_faults(instrument_pdf(made, words, "2026-10-01", draft=True), ours=True) == []
