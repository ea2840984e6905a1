"""What a report says, every format says: no word of the tree is lost, and none of it is taken for markup."""

from __future__ import annotations

import html.parser
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from xml.etree import ElementTree as ET

import pytest
from documents.sample import report

from rollout.documents.html import html as render_html
from rollout.documents.markdown import markdown
from rollout.documents.report_docx import report_docx
from rollout.documents.terminal import width
from rollout.documents.text import text
from rollout.reporting.report import Report
from rollout.reporting.table import Table

SILENT = {
    "kind", "lang", "date", "fingerprint", "description", "paper", "id", "style", "tone", "code", "alt", "data",
    "filters", "caption", "eyebrow",
}  # fmt: skip
HOSTILE = (
    """<script>alert(1)</script> {{ 7*7 }} {% for x in y %} | *x* _y_ `z` &amp; "}@import url(file:///etc/passwd);"""
)


def words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from words(inner)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in SILENT:
                yield from words(getattr(part, field.name))


def tables(part: object) -> Iterator[Table]:
    if isinstance(part, Table):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from tables(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from tables(getattr(part, field.name))


def bare(said: str) -> str:
    return re.sub(r"\s+", "", said)


class Visible(html.parser.HTMLParser):
    """The text of a page outside its head."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.silent += tag in ("script", "style")
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "data", "srcset")]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.text.append(data)


def page(made: Report) -> Visible:
    seen = Visible()
    seen.feed(render_html(made))
    return seen


def word(made: Report) -> str:
    """The text of a Word file, with the head and foot of its pages."""
    with zipfile.ZipFile(io.BytesIO(report_docx(made))) as package:
        parts = [name for name in package.namelist() if re.search(r"/(document|header\d|footer\d)\.xml$", name)]
        trees = [ET.fromstring(package.read(name)) for name in sorted(parts)]
    return " ".join(node.text or "" for tree in trees for node in tree.iter() if node.tag.endswith("}t"))


def unescaped(said: str) -> str:
    return re.sub(r"\\([^a-zA-Z0-9\s])", r"\1", said)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_text_says_everything_within_its_width(columns: int) -> None:
    made = text(report(), columns)
    assert max(width(line) for line in made.splitlines()) <= columns
    heads = {column.title for table in tables(report()) for column in table.columns}
    lost = {word for said in words(report()) if said not in heads for word in said.split() if word not in made}
    assert {word for word in lost if word.upper() not in made and width(word) < columns // 3} == set()


def test_text_keeps_every_row_in_order() -> None:
    made = text(report(), 80)
    numbers = [line.split(".")[0] for line in made.splitlines() if line[:1].isdigit() and "Đường dây nóng" in line]
    assert numbers == [str(number) for number in range(1, 14)]


def test_markdown_says_everything() -> None:
    squeezed = bare(unescaped(markdown(report())).replace("*", "").replace("_", ""))
    lost = [said for said in words(report()) if bare(said).replace("_", "").replace("*", "") not in squeezed]
    assert lost == []


def test_html_says_everything() -> None:
    squeezed = bare("".join(page(report()).text))
    assert [said for said in words(report()) if bare(said) not in squeezed] == []


def test_word_says_everything_in_the_same_order() -> None:
    squeezed = bare(word(report()))
    assert [said for said in words(report()) if bare(said) not in squeezed] == []
    # In both, what is said only once stands where it stands: cover, sections, tables, lists, forms, sources.
    page_text = bare("".join(page(report()).text))
    once = [bare(said) for said in words(report().sections)]
    once = [said for said in once if len(said) > 8 and squeezed.count(said) == 1 == page_text.count(said)]
    assert len(once) > 40
    assert sorted(once, key=squeezed.index) == sorted(once, key=page_text.index)


def test_words_of_a_profile_are_never_markup() -> None:
    made = report(HOSTILE)
    seen = page(made)
    assert bare(HOSTILE) in bare("".join(seen.text))
    assert seen.tags.count("script") == 1
    assert bare(HOSTILE) in bare(text(made))
    assert bare(HOSTILE) in bare(word(made))
    for line in markdown(made).splitlines():
        assert "<script>" not in line.replace("\\<", "")


def test_marks_and_foot_cannot_leave_their_style_sheet() -> None:
    made = render_html(Report(**{**vars(report()), "foot": HOSTILE, "marks": (HOSTILE,)}))
    styles = re.findall(r"<style>(.*?)</style>", made, re.DOTALL)
    assert not any("@import" in sheet or "passwd)" in sheet for sheet in styles)


def test_html_asks_for_nothing_outside_itself() -> None:
    made = render_html(report())
    assert all(address.startswith(("#", "data:")) for address in page(report()).addresses)
    assert set(re.findall(r"url\(\"?(\w+):", made)) == {"data"}
    assert "default-src 'none'" in made


def test_output_is_nfc_and_the_same_twice() -> None:
    for render in (render_html, markdown, text):
        made = render(report())
        assert made == unicodedata.normalize("NFC", made)
        assert made == render(report())


def test_the_policy_allows_the_script_and_no_other() -> None:
    import base64
    import hashlib

    made = render_html(report())
    [script] = re.findall(r"<script>(.*?)</script>", made, re.DOTALL)
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in made


def test_tables_and_landmarks_can_be_heard() -> None:
    made = render_html(report())
    for needed in ('class="skip"', "<main", "<nav", 'scope="col"', 'scope="row"', "<caption", 'role="img"', "<title>"):
        assert needed in made
    assert made.count("<th scope") >= made.count("<table")
