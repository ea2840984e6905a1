"""The letters that go with a draft, from the wording in templates/regulation/letters/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rollout.drafting.clauses import Line as Draft
from rollout.drafting.clauses import Writer, ended
from rollout.drafting.instrument import Entry, Grid, Instrument, Remark, Uses
from rollout.drafting.letter import Letter, Line
from rollout.drafting.letter_facts import Matter, facts
from rollout.drafting.names import Names
from rollout.drafting.spots import letter_part
from rollout.drafting.style import Style, roman
from rollout.drafting.wording import Piece, Wording
from rollout.problems import Problem, ProblemsFound

FOLDER = "letters"
COMMON = f"{FOLDER}/{FOLDER}"
SUBMITTING = "proposer"


def letters(matter: Matter) -> tuple[Letter, ...]:
    """Return every letter the wording lists, in its order; raises ProblemsFound as `draft` does."""
    order = matter.order
    wording = Wording(order.lang, order.templates)
    style = Style(wording.file("numbering").data, order.lang)
    found = facts(matter, style, wording.file(COMMON).data)
    return tuple(_letter(name, matter, wording, style, found) for name in wording.file(COMMON).data["letters"])


def with_letters(made: Instrument, rows: tuple[Letter, ...]) -> Instrument:
    """Return the draft with what its letters leave open and rest on: for the lists that a drafter reads."""
    uses = Uses(*(dict(getattr(made.uses, name)) for name in ("roles", "laws", "limits")))
    for row in rows:
        for name in ("roles", "laws", "limits"):
            for key, part in getattr(row.uses, name).items():
                getattr(uses, name).setdefault(key, part)
    blanks = (*made.blanks, *(one for row in rows for one in row.blanks))
    remarks = (*made.remarks, *(one for row in rows for one in row.remarks))
    return replace(made, blanks=blanks, remarks=remarks, uses=uses)


def _letter(name: str, matter: Matter, wording: Wording, style: Style, found: Mapping[str, Any]) -> Letter:
    order = matter.order
    names = Names(matter.profile, matter.country, matter.protocol, matter.unit, order.moment, order.form, style)
    more = dict(found)
    writer = Writer(wording, names, more, [])
    made = _Writing(name, wording.file(f"{FOLDER}/{name}"), writer, matter)
    made.at("")
    common = wording.file(COMMON)
    more[SUBMITTING] = made.proposer() if made.submitted else ""
    for phrase in common.below("phrases").data:
        more[phrase] = writer.fill(common.below("phrases", phrase))
    return made.letter(common)


@dataclass(eq=False)
class _Writing:
    """One letter under way; `section` and `part` count its headings."""

    name: str
    file: Piece
    writer: Writer
    matter: Matter
    section: int = 0
    part: int = 0

    def at(self, label: str) -> None:
        """Say where blanks and notes stand from now on."""
        name = self.file.below("letter", "name").data[self.matter.order.lang]
        self.writer.names.clause = letter_part(name, label)

    def letter(self, common: Piece) -> Letter:
        """Return the letter with what it leaves open."""
        about, fill, names = self.file.below("letter"), self.writer.fill, self.writer.names
        issuer = self._issuer(about, common)
        self.writer.more = {**self.writer.more, "code": self._code(common) if "number" in about.data else ""}
        head = {part: self._filled(about, part) for part in ("number", "subject", "kind", "title")}
        names.blank(names.style.words("dates", "blank_is"))
        date_line = names.style.put("dates", "blank", y=names.moment.year)
        body = tuple(self._body())
        self.at("")
        return Letter(
            id=self.name,
            lang=self.matter.order.lang,
            parent=fill(common.below("parent")),
            issuer=fill(issuer.below("name")),
            place=self.matter.made.place,
            date_line=date_line,
            to=tuple(self._to()),
            body=body,
            recipients=tuple(fill(row) for row in self.file.listed("recipients") if self.writer.holds(row)),
            signature=tuple(issuer.below("signature").data[self.matter.order.lang]),
            marks=tuple(self._marks(about, common)),
            wide=bool(about.data.get("wide")),
            printed=bool(about.data.get("pdf")),
            blanks=tuple(names.blanks),
            remarks=tuple(self.writer.remarks),
            uses=names.uses,
            **head,
        )

    def _issuer(self, about: Piece, common: Piece) -> Piece:
        """Who signs; raises ProblemsFound D004 at the letter that names nobody known."""
        asked = about.below("issuer")
        if asked.data not in common.data["issuers"]:
            raise ProblemsFound([asked.problem("D004", name=str(asked.data))])
        return common.below("issuers", asked.data)

    def _filled(self, piece: Piece, part: str) -> str:
        return self.writer.fill(piece.below(part)) if part in piece.data else ""

    @property
    def submitted(self) -> bool:
        """Tell whether the agency that submits the draft signs this letter."""
        return bool(self.file.below("letter").data["issuer"] == SUBMITTING)

    def proposer(self) -> str:
        """Return the agency that submits the draft; a blank where nobody says."""
        names, role = self.writer.names, self.matter.order.proposer
        return names.role(role) if role else names.blank(names.style.words("proposer"))

    def _code(self, common: Piece) -> str:
        """The letters that stand for the submitting agency in a number; a blank where the table does not know them."""
        names, known = self.writer.names, common.data["codes"]
        found = names.held.get(self.matter.order.proposer)
        name = found.holder.name.get("vi") if found and found.holder else ""
        return str(known[name]) if name in known else names.blank(self.writer.fill(common.below("code_blank")))

    def _marks(self, about: Piece, common: Piece) -> Iterator[str]:
        yield from (self.writer.fill(row) for row in about.listed("marks"))
        if about.data.get("figures") and self.matter.profile.data_status == "illustrative":
            yield self.writer.fill(common.below("illustrative"))

    def _to(self) -> Iterator[str]:
        """Yield each recipient once, without the letter's own issuer."""
        seen = {self.writer.more[SUBMITTING]}
        for row in self.file.listed("to"):
            if not self.writer.holds(row):
                continue
            given = [self.writer.names.full(role) for role in row.data.get("roles", ())] or [self.writer.fill(row)]
            for one in given:
                if one not in seen:
                    yield one
                seen.add(one)

    def _body(self) -> Iterator[Line | Grid]:
        for piece in self.file.listed("body"):
            if not self.writer.holds(piece):
                continue
            yield from self._heading(piece)
            self._remark(piece)
            yield from self._block(piece)

    def _heading(self, piece: Piece) -> Iterator[Line]:
        name = piece.data["id"]
        if "section" in piece.data:
            self.section, self.part = self.section + 1, 0
            self.at(roman(self.section))
            yield Line(name, "section", f"{roman(self.section)}.", self.writer.fill(piece.below("section")))
        if "part" in piece.data:
            self.part += 1
            self.at(f"{roman(self.section)}.{self.part}" if self.section else str(self.part))
            yield Line(name, "part", f"{self.part}.", self.writer.fill(piece.below("part")))

    def _block(self, piece: Piece) -> Iterator[Line | Grid]:
        data, name, fill = piece.data, piece.data["id"], self.writer.fill
        points = [Draft(row.data["id"], fill(row)) for row in piece.listed("points") if self.writer.holds(row)]
        if "point" in data:
            rows = enumerate(self._items(piece), 1)
            points = [Draft(f"{name}-{i}", fill(piece.below("point"), item=row)) for i, row in rows]
        if "text" in data:
            yield Line(name, "text", "", fill(piece.below("text")))
        yield from self._points(points)
        if "aside" in data:
            yield Line(name, "aside", "", fill(piece.below("aside")))
        if "grid" in data:
            yield self._grid(piece.below("grid"), name)

    def _items(self, piece: Piece) -> Sequence[Any]:
        """Return the rows that `each` names: “contacts”, “review.unmet”."""
        first, *rest = str(piece.data["each"]).split(".")
        found = self.writer.more.get(first)
        for name in rest:
            found = getattr(found, name, None)
        if not isinstance(found, Sequence):
            raise ProblemsFound([piece.problem("D004", name=piece.data["each"])])
        return found

    def _points(self, rows: list[Draft]) -> Iterator[Line]:
        letters_ = self.writer.names.style.letters
        if len(rows) > len(letters_):
            raise ProblemsFound([Problem("D005", None, {"name": rows[0].id, "most": len(letters_)})])
        for letter, row in zip(letters_, ended(rows), strict=False):
            yield Line(row.id, "point", f"{letter})", row.text)

    def _grid(self, piece: Piece, name: str) -> Grid:
        columns = piece.listed("columns")
        cells, fill = piece.listed("cells"), self.writer.fill
        entries = []
        for i, item in enumerate(self._items(piece), 1):
            row = tuple(fill(cell, item=item, number=i) for cell in cells)
            group = fill(piece.below("group"), item=item) if "group" in piece.data else ""
            entries.append(Entry(f"{name}-{i}", row, group))
        widths = tuple(float(column.data["width"]) for column in columns)
        return Grid(name, "", tuple(fill(column) for column in columns), widths, tuple(entries))

    def _remark(self, piece: Piece) -> None:
        text = self._filled(piece, "note")
        if text:
            self.writer.remarks.append(Remark(self.writer.names.clause, text))
