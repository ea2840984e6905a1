"""A whole draft: the decision and the regulation for one province, signing date, form and language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rollout.analysis.gap import Gap
from rollout.drafting.annexes import annex_spots, annexes, linked_annex
from rollout.drafting.clauses import Line, Writer
from rollout.drafting.instrument import Article, Basis, Chapter, Instrument, Regulation, Remark
from rollout.drafting.marks import unmarked
from rollout.drafting.names import Names
from rollout.drafting.numbered import Spot, Unnumbered, article, chapter, closed, linked, printed, spots
from rollout.drafting.order import Order
from rollout.drafting.paths import printed_path
from rollout.drafting.steps import StepWriter
from rollout.drafting.style import Style
from rollout.drafting.terms import faulty_terms
from rollout.drafting.transitional import GapWriter
from rollout.drafting.wording import Piece, Wording
from rollout.model.country import Country, Unit
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.problems import ProblemsFound

PROPOSAL = "base-proposal"
CHAPTERS = tuple(f"chapter_{n}" for n in range(1, 7))


def draft(
    profile: Profile, unit: Unit, country: Country, protocol: Protocol, order: Order, gap: Gap | None = None
) -> Instrument:
    """Return the instrument; `unit` is the province as it is at the signing date, `gap` the analysis of the profile.

    Raises ProblemsFound: D001 a fault in the wording, D002 a broken reference, D003 an id used twice,
    D004 a part missing in the wording, D005 more points than letters, D010 an instrument not in force, D011 one whose
    first day is not known, D006 an annex that nothing draws, D012 no legal limit at that date, D036 a term not
    defined, D037 a term not used, D038 an unknown name
    in the table of transitional provisions, D039 a gap there that may not be told.
    """
    wording = Wording(order.lang, order.templates)
    style = Style(wording.file("numbering").data, order.lang)
    names = Names(profile, country, protocol, unit, order.moment, order.form, style)
    form = wording.file("forms").below("forms", order.form)
    more: dict[str, Any] = {
        "proposer": "",
        "proposal": "",
        "effective": "",
        "replaces": (),
        "transitional": (),
        "precedence": tuple(_rules(protocol, order.lang)),
        "number_annex": "",
    }
    remarks: list[Remark] = []
    writer = Writer(wording, names, more, remarks)
    names.clause = PROPOSAL
    more["proposer"] = names.role(order.proposer) if order.proposer else names.blank(style.words("proposer"))
    more["opening"] = _opening(form, writer)
    more["number_annex"] = writer.fill(form.below("number_annex"))
    more["replaces"] = tuple(_ended(profile, writer))
    gaps = GapWriter(gap, writer, order) if gap is not None else None
    if gaps is not None:
        more["transitional"] = gaps.provisions()
    made = _Drafter(writer, style, form, order).instrument()
    wrong = list(faulty_terms(made, wording))
    if wrong:
        raise ProblemsFound(wrong)
    if gaps is None:
        return made
    became = gaps.gaps()
    return replace(made, gaps=became, remarks=tuple(remarks))


def _rules(protocol: Protocol, lang: str) -> Iterator[Mapping[str, str]]:
    for row in protocol.precedence:
        yield {"rule": row.rule.get(lang).rstrip(".")}


def _ended(profile: Profile, writer: Writer) -> Iterator[str]:
    """The instruments that the profile says this text ends; one not yet issued on the signing day is told apart."""
    decision, style = writer.wording.file("decision"), writer.names.style
    for row in profile.coordination.replaces if profile.coordination else ():
        said = {name: unmarked(getattr(row, name)) for name in ("kind", "number", "issuer", "about")}
        text = writer.fill(decision.below("ended"), item={**said, "day": style.day(row.date)})
        if row.date < writer.names.moment:
            yield text
        else:
            writer.remarks.append(Remark("decision-effect", writer.fill(decision.below("not_ended"), item=text)))


def _opening(form: Piece, writer: Writer) -> str:
    asked = str(form.data["opening"])
    if " if " not in asked:
        return asked
    first, _, rest = asked.partition(" if ")
    condition, _, other = rest.partition(" else ")
    holds = writer.wording.holds(Piece(form.document, form.path, {"when": condition}), writer.names.offered())
    return first if holds else other


@dataclass(frozen=True, slots=True)
class _Drafter:
    writer: Writer
    style: Style
    form: Piece
    order: Order

    def instrument(self) -> Instrument:
        """Return the numbered, linked instrument."""
        decision = self.writer.wording.file("decision")
        head = self.writer.fill(self.form.below("head"))
        title, opening = self.writer.fill(decision.below("title")), str(self.writer.more["opening"])
        bases = tuple(self._bases(decision, opening))
        articles = tuple(article(row, n, self.style) for n, row in enumerate(self._decision_articles(decision), 1))
        regulation = self._regulation(decision)
        signature = self.writer.wording.file("forms").below("signatures", self.form.data["signature"])
        signer = signature.below("deputy" if self.order.deputy else "chair").data[self.order.lang]
        self.writer.names.clause = "recipients"
        recipients = tuple(
            self.writer.fill(piece) for piece in decision.listed("recipients") if self.writer.holds(piece)
        )
        names = self.writer.names
        return Instrument(
            lang=self.order.lang,
            form=self.order.form,
            layout=self.form.data["layout"],
            head=head,
            number=self.writer.fill(self.form.below("number")),
            place=names.place,
            date_line=self._date_line(),
            kind=self.writer.fill(decision.below("kind")),
            title=title,
            opening=opening,
            authority=self.writer.fill(decision.below("authority_line")),
            bases=bases,
            decides=self.writer.fill(decision.below("decides" if opening == "authority_line" else "enacting")),
            articles=articles,
            regulation=regulation,
            recipients=recipients,
            signature=tuple(signer),
            blanks=tuple(names.blanks),
            remarks=tuple(self.writer.remarks),
            uses=names.uses,
            replaces=tuple(self.writer.more["replaces"]),
        )

    def _date_line(self) -> str:
        self.writer.names.clause = "head"
        self.writer.names.blank(self.style.words("dates", "blank_is"))
        return self.style.put("dates", "blank", y=self.order.moment.year)

    def _bases(self, decision: Piece, opening: str) -> Iterator[Basis]:
        names = self.writer.names
        names.in_bases = True
        kept = [
            piece for piece in decision.listed("bases") if self.writer.holds(piece) and self._citable(piece, decision)
        ]
        for i, piece in enumerate(kept):
            names.clause = piece.data["id"]
            end = "." if i == len(kept) - 1 and opening == "authority_line" else ";"
            yield Basis(piece.data["id"], self.writer.fill(piece.below("text")) + end, piece.data.get("law", ""))
            self.writer.remark(piece)
        names.in_bases = False

    def _citable(self, piece: Piece, decision: Piece) -> bool:
        """An instrument whose first day in force is not known is never cited; the drafter is told."""
        law = self.writer.names.country.instruments.get(piece.data.get("law", ""))
        if law is None or law.from_known:
            return True
        text = self.writer.fill(decision.below("not_cited"), number=f"{law.kind} {law.number}", title=law.title)
        self.writer.remarks.append(Remark(piece.data["id"], text))
        return False

    def _decision_articles(self, decision: Piece) -> Iterator[Unnumbered]:
        for piece in decision.listed("articles"):
            lines = self.writer.clauses(piece.listed("clauses"))
            self.writer.remark(piece)
            yield Unnumbered(piece.data["id"], "", tuple(lines))

    def _regulation(self, decision: Piece) -> Regulation:
        self.writer.names.named.clear()
        files = [self.writer.wording.file(name) for name in CHAPTERS]
        written = [(piece, [self._article(row) for row in piece.listed("articles")]) for piece in files]
        numbered: list[Chapter] = []
        first = 1
        for position, (piece, rows) in enumerate(written, 1):
            made = tuple(article(row, first + i, self.style) for i, row in enumerate(rows))
            first += len(made)
            title = self.writer.fill(piece.below("chapter", "title"))
            numbered.append(chapter(piece.data["chapter"]["id"], title, position, made, self.style))
        found = spots(row for one in numbered for row in one.articles)
        added = annexes(self.writer.wording.file("annexes"), self._step_writer(), found)
        found |= annex_spots(added, found)
        self._check(found)
        linked_up = tuple(self._linked(one, found) for one in numbered)
        place = decision.below("regulation_title")
        self.writer.names.clause = "issued"
        issued = self.writer.fill(place.below("issued_with"))
        kind, name = self.writer.fill(place.below("kind")), self.writer.fill(place.below("name"))
        ended = closed(linked_up[-1], self.style.words("end_mark", "regulation"))
        last = tuple(linked_annex(row, found, self.style) for row in added)
        return Regulation(kind, name, printed(issued, found, self.style), (*linked_up[:-1], ended), last)

    def _check(self, found: dict[str, Spot]) -> None:
        """Every part that a text refers to is there; raises ProblemsFound D002 at each text that refers to none."""
        referred = self.writer.wording.referred
        broken = [piece.problem("D002", name=part) for part, piece in referred.items() if part not in found]
        if broken:
            raise ProblemsFound(broken)

    def _linked(self, one: Chapter, found: dict[str, Spot]) -> Chapter:
        rows: tuple[Article, ...] = tuple(linked(row, found, self.style) for row in one.articles)
        return Chapter(one.id, one.label, one.title, rows)

    def _article(self, piece: Piece) -> Unnumbered:
        self.writer.names.clause = piece.data["id"]
        title = self.writer.fill(piece.below("title"))
        lines: list[Line] = []
        if "steps" in piece.data:
            lines += self._steps(piece.data["steps"])
        for row in (*piece.listed("clauses"), *piece.listed("also")):
            if not self.writer.holds(row):
                continue
            lines += printed_path(row, self._step_writer()) if "print" in row.data else self.writer.clause(row)
        self.writer.remark(piece)
        return Unnumbered(piece.data["id"], title, tuple(lines))

    def _steps(self, wanted: list[str]) -> list[Line]:
        steps = {row.id: row for row in self.writer.names.protocol.steps}
        lines: list[Line] = []
        for name in wanted:
            lines += self._step_writer().step(steps[name], len(lines), one=len(wanted) == 1)
        return lines

    def _step_writer(self) -> StepWriter:
        return StepWriter(self.writer, self.writer.names.protocol.standing.outside)
