"""Numbers for chapters, articles, clauses and points, and the references that follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rollout.drafting.clauses import Line
from rollout.drafting.instrument import Article, Chapter, Clause, Point
from rollout.drafting.marks import MARK
from rollout.drafting.style import Style, roman
from rollout.problems import Problem, ProblemsFound


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """An article before numbering."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a part stands: article, clause number (empty: it is the article), point letter (empty: none); or annex."""

    article: int
    clause: str = ""
    point: str = ""
    annex: str = ""


def article(row: Unnumbered, number: int, style: Style) -> Article:
    """Return an article with its clauses and points numbered."""
    counted = [line for line in row.lines if line.numbered]
    numbers = {line.id: str(i) for i, line in enumerate(counted, 1)} if len(row.lines) > 1 else {}
    clauses = tuple(
        Clause(line.id, numbers.get(line.id, ""), line.text, _points(line, style), line.origins) for line in row.lines
    )
    return Article(row.id, number, style.put("articles", "head", n=number), row.title, clauses)


def _points(clause: Line, style: Style) -> tuple[Point, ...]:
    if len(clause.points) > len(style.letters):
        raise ProblemsFound([Problem("D005", None, {"name": clause.id, "most": len(style.letters)})])
    return tuple(Point(row.id, style.letters[i], row.text, row.origins) for i, row in enumerate(clause.points))


def chapter(chapter_id: str, title: str, position: int, articles: tuple[Article, ...], style: Style) -> Chapter:
    """Return a chapter with its Roman number."""
    return Chapter(chapter_id, style.put("chapters", "label", n=roman(position)), title, articles)


def spots(articles: Iterable[Article]) -> dict[str, Spot]:
    """Return where every part stands; raises ProblemsFound when two parts have one id."""
    found: dict[str, Spot] = {}
    for row in articles:
        _add(found, row.id, Spot(row.number))
        for clause in row.clauses:
            _add(found, clause.id, Spot(row.number, clause.number))
            for point in clause.points:
                _add(found, point.id, Spot(row.number, clause.number, point.letter))
    return found


def _add(found: dict[str, Spot], part: str, spot: Spot) -> None:
    # an article and its only clause may share an id: both are cited as the article
    if part in found and found[part] != Spot(spot.article):
        raise ProblemsFound([Problem("D003", None, {"name": part})])
    found.setdefault(part, spot)


def linked(row: Article, found: dict[str, Spot], style: Style) -> Article:
    """Return an article with its references printed; raises ProblemsFound when one leads nowhere."""
    clauses = []
    for clause in row.clauses:
        here = Spot(row.number, clause.number)
        points = tuple(replace(point, text=printed(point.text, found, style, here)) for point in clause.points)
        clauses.append(replace(clause, text=printed(clause.text, found, style, here), points=points))
    return replace(row, clauses=tuple(clauses))


def printed(text: str, found: dict[str, Spot], style: Style, here: Spot | None = None) -> str:
    """Return a text with its marks replaced by references."""

    def reference(match: re.Match[str]) -> str:
        if match[1] not in found:
            raise ProblemsFound([Problem("D002", None, {"name": match[1]})])
        return _reference(found[match[1]], here, style)

    return MARK.sub(reference, text)


def _reference(spot: Spot, here: Spot | None, style: Style) -> str:
    if spot.annex:
        return style.put("references", "annex", n=spot.annex)
    values = {"a": spot.article, "c": spot.clause, "p": spot.point}
    kind = "point" if spot.point else "clause" if spot.clause else "article"
    if here and here.article == spot.article and kind != "article":
        if kind == "point" and here.clause == spot.clause:
            return style.put("references", "same_clause", "point", **values)
        return style.put("references", "same_article", kind, **values)
    return style.put("references", "regulation", kind, **values)


def closed(last: Chapter, mark: str) -> Chapter:
    """Return the last chapter with `mark` in place of the full stop at its very end."""
    *articles, final = last.articles
    *clauses, end = final.clauses
    if end.points:
        point = end.points[-1]
        end = replace(end, points=(*end.points[:-1], replace(point, text=f"{point.text.rstrip('.')}{mark}")))
    else:
        end = replace(end, text=f"{end.text.rstrip('.')}{mark}")
    return replace(last, articles=(*articles, replace(final, clauses=(*clauses, end))))
