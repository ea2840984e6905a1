"""Words of a profile stay words in every document: nothing runs, nothing is fetched, attached or filled in."""

from __future__ import annotations

import html as markup
import io
import socket
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NoReturn

import pytest
from pypdf import PdfReader
from robustness.command import BAD, Said, open_once, run

from rollout.cli import opening
from rollout.documents import environment, pdf

SECRET = "Nội dung riêng của người đọc"
HOSTILE = ["54-markup-in-names", "55-attachment-of-a-file", "56-template-words"]
# A gap report of the whole model takes seconds to lay out; the part of one agency shows the same words.
PART = ("--agency", "BORDER")
# What a report is made of; a profile brings none of it.
OWN = {"script", "style", "link", "img", "iframe", "object", "embed", "base", "form", "meta"}


class Elements(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of this file may open a socket."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "_open_model", open_once)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    Path("canary.txt").write_text(SECRET, "utf-8")


def report(name: str, output: str, *options: str) -> Said:
    """The gap report of a bad profile, whose {canary} is a real file here."""
    text = (BAD / "profiles" / f"{name}.yaml").read_text("utf-8").replace("{canary}", str(Path("canary.txt").resolve()))
    Path("ho_so.yaml").write_text(text, "utf-8")
    said = run("gap", "ho_so.yaml", "-o", output, *options)
    assert said.code == 0, said.err
    return said


def own_elements(page: str) -> list[tuple[str, dict[str, str | None]]]:
    return [(tag, given) for tag, given in Elements(page).found if tag in OWN]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_holds_the_elements_of_any_report(name: str) -> None:
    report(name, "x.html", *PART)
    report("36-null-and-missing", "plain.html", *PART)
    page, plain = Path("x.html").read_text("utf-8"), Path("plain.html").read_text("utf-8")
    assert [tag for tag, _ in own_elements(page)] == [tag for tag, _ in own_elements(plain)]
    for _, given in Elements(page).found:
        assert not [key for key in given if key.startswith("on")]
        for key in ("href", "src", "data", "action"):
            assert str(given.get(key) or "#").startswith(("#", "data:"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("54-markup-in-names", "<script>document.title = 'CANARY'</script>"),
        ("55-attachment-of-a-file", '<link rel=attachment href="file://'),
        ("56-template-words", "{{ 7*7 }} {% for x in range(9) %}x{% endfor %}"),
    ],
)
def test_the_words_are_printed_as_they_stand(name: str, words: str) -> None:
    report(name, "x.html", *PART)
    page = Path("x.html").read_text("utf-8")
    assert words in " ".join("".join(Elements(page).words).split())
    report(name, "x.txt", *PART)
    assert "".join(words.split()) in "".join(Path("x.txt").read_text("utf-8").split())


def test_markup_is_escaped_because_of_autoescape(monkeypatch: pytest.MonkeyPatch) -> None:
    """The harm without the guard: the element of the profile is an element of the page."""
    report("54-markup-in-names", "x.html", *PART)
    assert "<script>document.title" not in Path("x.html").read_text("utf-8")
    monkeypatch.setattr(environment.environment(), "autoescape", False)
    environment.environment().cache.clear()  # type: ignore[union-attr]
    monkeypatch.setattr(environment, "escape", str)
    environment.environment().filters["unbroken"] = str
    try:
        report("54-markup-in-names", "x.html", *PART)
        assert "<script>document.title" in Path("x.html").read_text("utf-8")
    finally:
        environment.environment.cache_clear()


@pytest.mark.pdf
def test_a_pdf_has_the_words_no_attachment_and_nothing_of_another_file(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = fetched(monkeypatch)
    report("55-attachment-of-a-file", "x.pdf", *PART)
    data = Path("x.pdf").read_bytes()
    found = PdfReader(io.BytesIO(data))
    text = "".join("".join(page.extract_text() for page in found.pages).split())
    assert "rel=attachment" in text
    assert "".join(SECRET.split()) not in text
    assert not found.attachments
    assert b"/EmbeddedFile" not in data
    assert b"/Filespec" not in data
    assert all(address.startswith(("rollout:fonts/", "data:")) for address in asked)


@pytest.mark.pdf
def test_a_pdf_prints_what_a_template_would_fill_in() -> None:
    report("56-template-words", "x.pdf", *PART)
    text = "".join(page.extract_text() for page in PdfReader("x.pdf").pages)
    assert "{{ 7*7 }}" in " ".join(text.split())
    assert "{%forxinrange(9)%}x{%endfor%}" in "".join(text.split())


def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the layout engine asks for while a PDF is made."""
    asked: list[str] = []
    made = pdf.fetcher

    def watched() -> Any:
        guard = made()
        fetch = guard.fetch

        def seen(url: str, headers: object = None) -> Any:
            asked.append(url)
            return fetch(url, headers)

        guard.fetch = seen
        return guard

    monkeypatch.setattr(pdf, "fetcher", watched)
    return asked


ATTACHED = '<html lang="vi"><head><title>x</title>{}</head><body><p>x</p></body></html>'


@pytest.mark.pdf
def test_markup_that_got_through_would_still_fetch_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second guard: even a page with the attachment in it stops the run; with the engine's own fetcher it is in."""
    from weasyprint import HTML
    from weasyprint.urls import URLFetcher

    canary = Path("canary.txt").resolve()
    page = ATTACHED.format(f'<link rel="attachment" href="file://{markup.escape(str(canary))}">')
    monkeypatch.setattr(pdf, "markup", lambda *_: page)
    with pytest.raises(BaseException, match="canary"):
        pdf.pdf(type("Report", (), {"fingerprint": "0"})())
    harmed = HTML(string=page, url_fetcher=URLFetcher()).write_pdf()
    assert b"/EmbeddedFile" in harmed


def test_a_reference_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets are refused here: reading what refers to elsewhere is a problem of the file, never a fault."""
    monkeypatch.chdir(BAD)
    for name in ("76-reference-to-elsewhere", "76-folder-of-elsewhere"):
        assert run("blueprint", "check", name).code == 1
    assert run("validate", "profiles/76-reference-in-a-profile.yaml").code == 1
    with pytest.raises(AssertionError, match="socket"):
        socket.create_connection(("127.0.0.1", 9))
