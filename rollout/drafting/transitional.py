"""Gaps that the analysis found: transitional provisions in the text, or drafting notes beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rollout.analysis.gap import Finding, Gap
from rollout.drafting.clauses import Writer
from rollout.drafting.instrument import Gaps, Remark
from rollout.drafting.order import Order
from rollout.drafting.wording import Piece
from rollout.language import did_you_mean
from rollout.model.nearest import suggestion
from rollout.problems import Problem, ProblemsFound

FILE = "transitional"
IN_TEXT = "transitional"


@dataclass(frozen=True, slots=True)
class Provision:
    """One transitional provision as the wording sees it; its words are filled when they are asked for.

    Only then are agencies named in the order of the text, and blanks known by the point they stand in.
    """

    id: str
    origins: tuple[str, ...]
    by: str
    _role: str
    _piece: Piece
    _writer: Writer

    @property
    def lacking(self) -> str:
        """What there is not yet."""
        return self._writer.fill(self._piece.below("lacking"))

    @property
    def interim(self) -> str:
        """What is done meanwhile."""
        return self._writer.fill(self._piece.below("interim"))

    @property
    def agency(self) -> str:
        """Who does it, at the signing date."""
        return self._writer.names.role(self._role)


@dataclass(frozen=True, eq=False)
class GapWriter:
    """Writes the gaps of one profile into one text, or beside it.

    A gap is known: even the best that the answers allow is not enough. What nobody has answered is no gap.
    """

    gap: Gap
    writer: Writer
    order: Order

    def provisions(self) -> tuple[Provision, ...]:
        """Return what goes into the text; raises ProblemsFound D038, D039 for a table that names what it may not."""
        return tuple(self._provision(row) for row in self._written())

    def gaps(self) -> Gaps:
        """Return what became of every gap; keeps the notes among the remarks of the text."""
        written, told = self._written(), self._noted()
        secret = [row for row in self.gap.gaps if row.criterion.security]
        unknown = self._unknown()
        self.writer.remarks.extend(self._remarks(told, len(secret), unknown, bool(written)))
        return Gaps(self.order.gaps, _ids(written), _ids(told), _ids(unknown), len(secret))

    def _written(self) -> list[Finding]:
        if self.order.gaps != IN_TEXT:
            return []
        rules = self._checked()
        return [row for row in self.gap.gaps if row.criterion.id in rules and not row.criterion.security]

    def _noted(self) -> list[Finding]:
        written = {row.criterion.id for row in self._written()}
        return [row for row in self.gap.gaps if row.criterion.id not in written and not row.criterion.security]

    def _unknown(self) -> list[Finding]:
        rows = (row for row in self.gap.findings if row.word == "unknown" and not row.is_gap)
        return [row for row in rows if not row.criterion.security]

    @property
    def _table(self) -> Piece:
        return self.writer.wording.file(FILE)

    def _checked(self) -> dict[str, object]:
        rules = self._table.below("rules")
        wrong = list(self._wrong(rules))
        if wrong:
            raise ProblemsFound(wrong)
        return dict(rules.data)

    def _wrong(self, rules: Piece) -> Iterator[Problem]:
        criteria, roles = self.gap.assessment.blueprint.criteria, self.writer.names.country.roles
        for name, row in rules.data.items():
            if name not in criteria:
                yield rules.below(name).problem("D038", name=name, meant=suggestion(did_you_mean(name, criteria)))
            elif criteria[name].security:
                yield rules.below(name).problem("D039", name=name)
            elif "lead" in row and row["lead"] not in roles:
                found = str(row["lead"])
                place = rules.below(name, "lead")
                yield place.problem("D038", name=found, meant=suggestion(did_you_mean(found, roles)))

    def _provision(self, row: Finding) -> Provision:
        piece, name = self._table.below("rules", row.criterion.id), row.criterion.id
        last = self.order.moment + timedelta(weeks=row.criterion.remedy.weeks)
        role = str(piece.data.get("lead") or row.lead.role)
        day = self.writer.names.style.day(last)
        return Provision(f"{IN_TEXT}-{name.lower()}", (name,), day, role, piece, self.writer)

    def _remarks(self, told: list[Finding], secret: int, unknown: list[Finding], written: bool) -> Iterator[Remark]:
        about, lang = self._table.data["article"], self.order.lang
        notes = self._table.below("notes")
        if written:
            yield Remark(about, self.writer.fill(notes.below("days")))
        for row in told:
            yield Remark(about, self._told(row, notes))
        if secret:
            yield Remark(about, self.writer.fill(notes.below("withheld"), count=secret))
        if unknown:
            named = [f"{row.criterion.id} – {row.criterion.title.get(lang)}" for row in unknown]
            yield Remark(about, self.writer.fill(notes.below("unknown"), count=len(unknown), named=named))

    def _told(self, row: Finding, notes: Piece) -> str:
        lang, found = self.order.lang, row.criterion
        values = {
            "id": found.id,
            "title": found.title.get(lang),
            "verdict": self.writer.fill(notes.below("verdicts", row.word)),
            "agency": self.writer.names.told(row.lead.role),
            "remedy": found.remedy.do.get(lang),
        }
        return self.writer.fill(notes.below("gap"), **values)


def _ids(rows: list[Finding]) -> tuple[str, ...]:
    return tuple(row.criterion.id for row in rows)
