"""An Instrument as a Word file in the prescribed layout, from the same tree as its PDF: same input, same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rollout.documents import docx_frame as frame
from rollout.documents.docx_annex import annex
from rollout.documents.docx_package import Xml, blank, describe, packed
from rollout.documents.docx_styles import define, layout, set_page
from rollout.documents.docx_words import paragraph, run, whole, with_whole_end
from rollout.documents.docx_words import put as words_of
from rollout.documents.docx_writer import Writer
from rollout.documents.instrument_pdf import tied
from rollout.drafting.instrument import Article, Chapter, Clause, Instrument


def instrument_docx(instrument: Instrument, words: Mapping[str, str], day: str, *, draft: bool) -> bytes:
    """Return the decision, its regulation and annexes as a Word file.

    `words` are those of templates/regulation/words.yaml in the instrument's language, `day` the signing date (ISO);
    `draft` prints the draft mark. Raises ProblemsFound when the layout file is missing or broken.
    """
    look = layout()
    document = blank(words["locale"])
    writer = Writer(document, look, define(document, look, words))
    describe(document, _properties(instrument, words, draft=draft), day)
    _Text(instrument, words, writer, draft).write()
    return packed(document)


def _properties(instrument: Instrument, words: Mapping[str, str], *, draft: bool) -> dict[str, str]:
    return {
        "title": f"{instrument.kind} – {instrument.title}",
        "language": words["locale"],
        "content_status": words["draft"] if draft else "",
    }


@dataclass(frozen=True, eq=False)
class _Text:
    """The parts of an instrument in the order they are read."""

    it: Instrument
    words: Mapping[str, str]
    writer: Writer
    draft: bool

    def write(self) -> None:
        """Write the decision, then the regulation and each annex in a section with its own page numbers."""
        document, look = self.writer.document, self.writer.look
        set_page(document.sections[0], look)
        self.writer.page_numbers(document.sections[0])
        self._decision()
        set_page(self.writer.next_section(), look)
        self._regulation()
        for one in self.it.regulation.annexes:
            annex(self.writer, one)

    def _decision(self) -> None:
        it, put, document = self.it, self.writer.put, self.writer.document
        left, right = frame.head(self.writer, self.words, it.head)
        put(left, "number", it.number)
        frame.boxed(self.writer, left, [self.words["draft"]] if self.draft else [])
        put(right, "place", f"{it.place}, {whole(it.date_line)}")
        put(document, "kind", it.kind)
        frame.ruled(self.writer, "title", it.title)
        if it.opening == "authority_line":
            put(document, "authority", it.authority)
        for basis in it.bases:
            put(document, "basis", tied(basis.text))
        put(document, "decides" if it.opening == "authority_line" else "enacting", tied(it.decides))
        self.writer.write(part for article in it.articles for part in _article(article, titled=False))
        frame.foot(self.writer, self.words, it.recipients, it.signature)

    def _regulation(self) -> None:
        regulation, put, document = self.it.regulation, self.writer.put, self.writer.document
        frame.head(self.writer, self.words, self.it.head)
        put(document, "kind", regulation.kind)
        put(document, "title", with_whole_end(regulation.title))
        frame.ruled(self.writer, "issued", regulation.issued_with)
        self.writer.write(part for chapter in regulation.chapters for part in _chapter(chapter))


def _chapter(chapter: Chapter) -> Iterator[Xml]:
    yield words_of("chapter", chapter.label)
    yield words_of("chapter_title", chapter.title)
    for article in chapter.articles:
        yield from _article(article, titled=True)


def _article(article: Article, *, titled: bool) -> Iterator[Xml]:
    """An article: under its own heading, or, when all of it is one clause, run on after its number.

    What announces a list stays with its first entry.
    """
    if titled or len(article.clauses) > 1:
        yield words_of("article", tied(f"{article.label} {article.title}".rstrip()))
        for clause in article.clauses:
            yield words_of("clause", _numbered(clause), keep=clause.text.endswith(":"))
            yield from _points(clause)
    else:
        text = tied(article.clauses[0].text)
        yield paragraph("clause", run(article.label, bold=True), run(f" {text}"), keep=text.endswith(":"))
        yield from _points(article.clauses[0])


def _points(clause: Clause) -> Iterator[Xml]:
    return (words_of("point", tied(f"{point.letter}) {point.text}")) for point in clause.points)


def _numbered(clause: Clause) -> str:
    text = tied(clause.text)
    return f"{clause.number}. {text}" if clause.number else text
