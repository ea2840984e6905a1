"""An Instrument as Markdown: one paragraph a clause; somebody's own words are escaped, so that they stay words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rollout.documents.annex_markdown import annex_markdown
from rollout.documents.markdown import escaped
from rollout.drafting.instrument import Article, Instrument

HARD_BREAK = "\\\n"


def instrument_markdown(instrument: Instrument, words: Mapping[str, str], *, draft: bool) -> str:
    """Return the decision, its regulation and annexes as Markdown; `draft` prints the draft mark."""
    parts = [*_decision(instrument, words, draft=draft), "---", *_regulation(instrument, words)]
    for one in instrument.regulation.annexes:
        parts += ["---", *annex_markdown(one)]
    return "\n\n".join(parts) + "\n"


def _decision(it: Instrument, words: Mapping[str, str], *, draft: bool) -> Iterator[str]:
    mark = (f"**{escaped(words['draft'])}**",) if draft else ()
    yield from _head(it, words, escaped(" ".join(it.number.split())), *mark)
    yield f"*{escaped(f'{it.place}, {it.date_line}')}*"
    yield f"# {escaped(it.kind)}"
    yield f"**{escaped(it.title)}**"
    if it.opening == "authority_line":
        yield f"**{escaped(it.authority)}**"
    yield from (f"*{escaped(basis.text)}*" for basis in it.bases)
    yield f"**{escaped(it.decides)}**" if it.opening == "authority_line" else escaped(it.decides)
    for article in it.articles:
        yield from _article(article)
    lines = [f"- {line}" if line.endswith(".") else f"- {line};" for line in map(escaped, it.recipients)]
    yield _lines(f"**{escaped(words['recipients'])}**", *lines)
    yield _lines(*(f"**{escaped(line)}**" for line in it.signature))


def _head(it: Instrument, words: Mapping[str, str], *below: str) -> Iterator[str]:
    if words.get("unofficial"):
        yield f"*{escaped(words['unofficial'])}*"
    yield _lines(f"**{escaped(it.head)}**", *below)
    yield _lines(f"**{escaped(words['nation'])}**", f"**{escaped(words['motto'])}**")


def _regulation(it: Instrument, words: Mapping[str, str]) -> Iterator[str]:
    yield from _head(it, words)
    yield f"# {escaped(it.regulation.kind)}"
    yield f"**{escaped(it.regulation.title)}**"
    yield f"*{escaped(it.regulation.issued_with)}*"
    for chapter in it.regulation.chapters:
        yield f"## {escaped(chapter.label)}. {escaped(chapter.title)}"
        for article in chapter.articles:
            yield from _article(article)


def _article(article: Article) -> Iterator[str]:
    heading = bool(article.title) or len(article.clauses) > 1
    if heading:
        yield f"### {escaped(f'{article.label} {article.title}'.rstrip())}"
    for clause in article.clauses:
        lead = f"{clause.number}\\. " if clause.number else ""
        yield f"{lead}{escaped(clause.text)}" if heading else f"**{escaped(article.label)}** {escaped(clause.text)}"
        # Letters as text: a list of Markdown would number the points by itself.
        yield from (f"{point.letter}) {escaped(point.text)}" for point in clause.points)


def _lines(*lines: str) -> str:
    return HARD_BREAK.join(lines)
