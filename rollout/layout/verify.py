"""Compares the files of a dossier with its manifest: words clause by clause, and whether anybody touched a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from pathlib import PurePath

from rollout.drafting.manifest import NAME, sha256
from rollout.layout.comparing import Difference, compare
from rollout.layout.places import where
from rollout.layout.texts_akn import blocks, ids
from rollout.layout.texts_docx import paragraphs
from rollout.layout.texts_markdown import lines
from rollout.layout.texts_pdf import pages
from rollout.layout.told import Row, Told
from rollout.layout.wording import Words
from rollout.problems import Problem, ProblemsFound, Severity

READERS: dict[str, Callable[[bytes, str], tuple[str, ...]]] = {
    ".pdf": pages,
    ".docx": paragraphs,
    ".md": lines,
    ".xml": blocks,
}
"""Ending of a file → what reads its text, page by page."""
CODES = {"missing": "D044", "changed": "D045", "added": "D046", "moved": "D047"}
IDENTIFIED = ("basis", "clause", "point", "entry")
# In other files a picture holds no words that could be read.
DRAWS = ".pdf"
SHOWN = 160


@dataclass(frozen=True, slots=True)
class Verified:
    """One file: how many of its `total` texts are the same word for word (0 of 0: only its bytes are compared)."""

    file: str
    same: int = 0
    total: int = 0
    edited: bool = False
    problems: tuple[Problem, ...] = ()


def verified(told: Told, files: Mapping[str, bytes]) -> tuple[Verified, ...]:
    """Return what was found of every file, those that print the text first; `files` are those in the folder."""
    found = [_printed(name, lang, told, files) for name, lang in told.printed.items()]
    found += [_other(name, told, files) for name in told.files if name not in told.printed]
    if not told.whole:
        found.append(Verified(NAME, edited=True, problems=(Problem("D049", None, {"file": NAME}),)))
    strange = sorted(set(files) - {NAME, *told.files, *told.printed})
    extra = [Problem("D042", None, {"file": name}, Severity.WARNING) for name in strange]
    return (*found, *(Verified(str(row.values["file"]), problems=(row,)) for row in extra))


def _other(name: str, told: Told, files: Mapping[str, bytes]) -> Verified:
    if name not in files:
        return Verified(name, problems=(Problem("D041", None, {"file": name}),))
    edited = sha256(files[name]) != told.files[name]
    return Verified(name, edited=edited, problems=(_edited(name, Severity.ERROR),) if edited else ())


def _printed(name: str, lang: str, told: Told, files: Mapping[str, bytes]) -> Verified:
    drawn = [row for row in told.rows[lang] if row.kind == "drawn" and name.endswith(DRAWS)]
    rows = tuple(row for row in told.rows[lang] if row.kind != "drawn")
    total = len(rows) + len(drawn)
    if name not in files:
        return Verified(name, 0, total, problems=(Problem("D041", None, {"file": name}),))
    edited = sha256(files[name]) != told.files.get(name)
    read = READERS.get(PurePath(name).suffix)
    try:
        pages = read(files[name], name) if read else ()
    except ProblemsFound as found:
        return Verified(name, 0, total, edited, found.problems)
    bare, lost = _without_pictures(pages, drawn)
    differ = compare([row.text for row in rows], _joined(bare, rows))
    same = total - len(lost) - len({row.number for row in differ if row.kind != "added"})
    gone = (_problem(Difference("missing", n, row.text), lost, name) for n, row in enumerate(lost))
    problems = (*(_problem(row, rows, name) for row in differ), *gone)
    if read is blocks and not problems:
        problems = tuple(_renamed(rows, ids(files[name], name), name))
    if edited and not problems:
        problems = (_edited(name, Severity.WARNING),)
    return Verified(name, same, total, edited, problems)


def _edited(name: str, severity: Severity) -> Problem:
    return Problem("D043", None, {"file": name}, severity)


def _problem(row: Difference, rows: Sequence[Row], name: str) -> Problem:
    at = where(rows[row.number]) if row.number >= 0 else where(None)
    values = {"file": name, "where": at, "drafted": _short(row.wanted), "found": _short(row.found)}
    return Problem(CODES[row.kind], None, values)


def _renamed(rows: Sequence[Row], found: Sequence[str], name: str) -> Iterator[Problem]:
    """Yield the first part that no longer stands under its id: whoever looks it up would find another one."""
    named = [row for row in rows if row.kind in IDENTIFIED]
    wanted = {row.id for row in named}
    kept = [part for part in found if part in wanted]
    for row, part in zip_longest(named, kept):
        if row is None or row.id != part:
            values = {
                "file": name,
                "where": where(row),
                "drafted": f"wId={row.id if row else ''}",
                "found": f"wId={part or ''}",
            }
            yield Problem("D045", None, values)
            return


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rpartition(' ')[0]} …"


def _without_pictures(read: Sequence[str], drawn: Sequence[Row]) -> tuple[list[str], list[Row]]:
    """Take out the words of pictures, which may be painted before or after the text around them; say which are lost."""
    done, lost = list(read), []
    for row in drawn:
        words = Words.of(row.text)
        for number, text in enumerate(done):
            page = Words.of(text)
            at = f" {page.flat}".find(f" {words.flat}")
            if at >= 0:
                first = page.index(at)
                start, end = page.spans[first][0], page.spans[first + len(words.spans) - 1][1]
                done[number] = f"{page.source[:start]}\n{page.source[end:]}"
                break
        else:
            lost.append(row)
    return done, lost


def _joined(read: Sequence[str], rows: Sequence[Row]) -> str:
    """Put pages together; the head of a table that goes on over a page is printed again and counts once."""
    heads = tuple(_heads(rows))
    done: list[str] = []
    for page in read:
        done.append(_without_head(page, "\n".join(done), heads) if done and heads else page)
    return "\n".join(done)


def _heads(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Yield the head of every table with the text that stands before it where the table begins."""
    for before, row in pairwise(rows):
        if row.kind == "columns":
            yield Words.of(row.text).flat, Words.of(before.text).flat


def _without_head(page: str, before: str, heads: Sequence[tuple[str, str]]) -> str:
    words = Words.of(page)
    begins = [(head, lead) for head, lead in heads if words.flat.startswith(head)]
    earlier = Words.of(before).flat if begins else ""
    if not any(head in earlier for head, _ in begins) or any(earlier.endswith(lead) for _, lead in begins):
        return page
    count = begins[0][0].count(" ")
    return words.source[words.spans[count - 1][1] :]
