"""Chapter II: each step of the protocol as its five clauses (when, lead, support, time, hand-over)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rollout.drafting.clauses import Line, Writer, ended
from rollout.drafting.wording import Piece
from rollout.model.protocol import Duty, Handover, Step

Reference = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class SaidDuty:
    """A duty as the wording sees it."""

    subject: str
    do: str
    request: bool


@dataclass(frozen=True, slots=True)
class SaidHandover:
    """A hand-over as the wording sees it."""

    form: str
    statutory: str
    sender: str
    recipient: str
    outside: bool
    when: str
    feedback: str
    consent: str


@dataclass(frozen=True, slots=True)
class SaidTime:
    """Duties with one time: where they stand, how many, when, and the law where the time is the law's own."""

    refs: str
    many: bool
    when: str
    law: str
    at: str


@dataclass(frozen=True, slots=True)
class StepWriter:
    """Writes steps; `outside` are the roles beyond the executive, which are asked and never ordered."""

    writer: Writer
    outside: frozenset[str]

    def step(self, step: Step, before: int, *, one: bool) -> list[Line]:
        """Return the clauses of a step; `before` clauses stand before them in the article."""
        parts = {piece.data["id"]: piece for piece in self.writer.wording.file("step").listed("clauses")}
        self.writer.names.clause = step.id
        rows = [self._when(parts["when"], step, one=one)]
        duties = [duty for duty in step.duties if self.counts(duty)]
        mine = [duty for duty in duties if duty.role == step.leads[0]]
        others = [duty for duty in duties if duty.role != step.leads[0]]
        rows.append(self._lead(parts["lead"], step, mine))
        rows.append(self._support(parts["support"], step, others))
        placed = [*self._placed(mine, before + 2), *self._placed(others, before + 3)]
        rows.append(self._time(parts["time"], step, placed, one=one))
        rows.append(self._handover(parts["handover"], step))
        rows += [Line(rule.id, rule.text.get(self._lang()), (step.id, rule.id)) for rule in step.rules]
        return rows

    def counts(self, duty: Duty) -> bool:
        """Tell whether a duty exists at the signing date: not before the law that knows it or sets its limit."""
        if not duty.span.holds(self.writer.names.moment):
            return False
        limit = self.writer.names.country.limits.get(duty.limit or "")
        return limit is None or limit.span.holds(self.writer.names.moment)

    def _lang(self) -> str:
        return self.writer.names.style.lang

    def _when(self, piece: Piece, step: Step, *, one: bool) -> Line:
        lang = self._lang()
        said = {"title": step.title.get(lang), "when": step.when.get(lang)}
        text = self.writer.fill(piece.below("one" if one else "many"), step=said)
        return Line(f"{step.id}-when", text, (step.id,))

    def _lead(self, piece: Piece, step: Step, duties: list[Duty]) -> Line:
        lead = self.writer.names.role(step.leads[0])
        inside = tuple(role for role in step.support if role not in self.outside)
        support = self._row(n for n in map(self.writer.names.role, inside) if n != lead)
        if len(duties) == 1:
            said = SaidDuty(lead, duties[0].do.get(self._lang()), request=False)
            text = self.writer.fill(piece.below("single"), lead=lead, support=support, duty=said)
            return Line(f"{step.id}-lead", text, (step.id, duties[0].id))
        points = [self._duty_point(piece, duty, lead) for duty in duties]
        text = self.writer.fill(piece.below("text"), lead=lead, support=support)
        return Line(f"{step.id}-lead", text, (step.id,), ended(points))

    def said(self, duty: Duty) -> SaidDuty:
        """Return a duty as the wording sees it; the head of the agency where the duty is personal."""
        subject = self.writer.names.role(duty.role)
        if duty.head:
            subject = self.writer.fill(self.writer.wording.file("numbering").below("chair"), agency=subject)
        return SaidDuty(subject, duty.do.get(self._lang()), duty.request)

    def _duty_point(self, piece: Piece, duty: Duty, lead: str) -> Line:
        said = self.said(duty)
        kind = "point" if said.subject == lead else "point_other_subject"
        return Line(duty.id, self.writer.fill(piece.below(kind), duty=said), _origins(duty))

    def _support(self, piece: Piece, step: Step, duties: list[Duty]) -> Line:
        if not duties:
            lead = self.writer.names.role(step.leads[0])
            return Line(f"{step.id}-support", self.writer.fill(piece.below("none"), lead=lead), (step.id,))
        if len(duties) == 1:
            said = self.said(duties[0])
            kind = "single_request" if said.request else "single"
            return Line(f"{step.id}-support", self.writer.fill(piece.below(kind), duty=said), _origins(duties[0]))
        points = []
        for duty in duties:
            said = self.said(duty)
            kind = "point_request" if said.request else "point"
            points.append(Line(duty.id, self.writer.fill(piece.below(kind), duty=said), _origins(duty)))
        return Line(f"{step.id}-support", self.writer.fill(piece.below("text")), (step.id,), ended(points))

    def _time(self, piece: Piece, step: Step, placed: list[tuple[Duty, Reference]], *, one: bool) -> Line:
        groups = list(self._timed(placed))
        clock = "around_the_clock" if one else "around_the_clock_many"
        round_the_clock = step.hours == "around_the_clock"
        if len(groups) == 1 and not round_the_clock:
            return Line(f"{step.id}-time", self.writer.fill(piece.below("single"), group=groups[0]), (step.id,))
        points = [
            Line(f"{step.id}-time-{i}", self.writer.fill(piece.below("point"), group=group), (step.id,))
            for i, group in enumerate(groups, 1)
        ]
        if round_the_clock:
            said = {"title": step.title.get(self._lang())}
            points.append(Line(f"{step.id}-hours", self.writer.fill(piece.below(clock), step=said), (step.id,)))
        return Line(f"{step.id}-time", self.writer.fill(piece.below("text")), (step.id,), ended(points))

    def _placed(self, duties: list[Duty], clause: int) -> Iterator[tuple[Duty, Reference]]:
        alone = len(duties) == 1
        for i, duty in enumerate(duties):
            yield duty, (duty.id, clause, "" if alone else self.writer.names.style.letters[i])

    def _timed(self, placed: list[tuple[Duty, Reference]]) -> Iterator[SaidTime]:
        groups: dict[tuple[str, str, str], list[Reference]] = {}
        for duty, reference in placed:
            if duty.within is None:
                continue
            law, at = self.law_of(duty)
            groups.setdefault((self.writer.names.time(duty.within), law, at), []).append(reference)
        for (when, law, at), references in groups.items():
            yield SaidTime(self._references(references), len(references) > 1, when, law, at)

    def law_of(self, duty: Duty) -> tuple[str, str]:
        """Return the law and the place in it, where the time of a duty is the law's own and the law is in force."""
        names = self.writer.names
        limit = names.country.limits.get(duty.limit or "")
        if limit is None or duty.within is None or not limit.span.holds(names.moment):
            return "", ""
        law = names.country.instruments.get(limit.instrument)
        if law is None or not law.from_known or not law.span.holds(names.moment):
            return "", ""
        own = limit.value is None if duty.within.immediate else limit.value == duty.within.value
        names.uses.limits.setdefault(limit.id, duty.id)
        return (limit.instrument, limit.article) if own else ("", "")

    def _references(self, references: list[Reference]) -> str:
        style, by_clause = self.writer.names.style, dict[int, list[str]]()
        for _, clause, letter in references:
            by_clause.setdefault(clause, []).append(letter)
        said = []
        for clause, letters in by_clause.items():
            if letters == [""]:
                said.append(style.put("references", "local", "clause", c=clause))
            else:
                said.append(style.put("references", "local", "points", list=self._letters(letters), c=clause))
        return style.words("references", "local", "and").join(said)

    def _letters(self, letters: list[str]) -> str:
        style = self.writer.names.style
        if len(letters) == 1:
            return style.put("references", "local", "point", p=letters[0])
        listed = style.words("references", "local", "and").join((", ".join(letters[:-1]), letters[-1]))
        return style.put("references", "local", "many", list=listed)

    def _handover(self, piece: Piece, step: Step) -> Line:
        points = [self._handover_point(piece, row, step, i) for i, row in enumerate(step.handovers, 1)]
        informed = self._informed(step)
        if informed:
            told = self.writer.fill(piece.below("informed"), informed=informed)
            points.append(Line(f"{step.id}-informed", told, (step.id,)))
        if not points:
            return Line(f"{step.id}-handover", self.writer.fill(piece.below("none")), (step.id,))
        if len(points) == 1:
            only = self.writer.fill(piece.below("single"), only=points[0].text.rstrip(";."))
            return Line(f"{step.id}-handover", only, points[0].origins)
        return Line(f"{step.id}-handover", self.writer.fill(piece.below("text")), (step.id,), ended(points))

    def _informed(self, step: Step) -> str:
        """Name who is told of a step; whoever takes part in it knows."""
        names = self.writer.names
        part = {names.role(role) for role in (*step.leads, *step.support)}
        return self._row(name for name in map(names.role, step.informed) if name not in part)

    def _row(self, names: Iterable[str]) -> str:
        return self.writer.names.style.words("agencies", self._lang()).join(dict.fromkeys(names))

    def _handover_point(self, piece: Piece, row: Handover, step: Step, number: int) -> Line:
        names, lang = self.writer.names, self._lang()
        form = names.protocol.forms[row.form]
        said = SaidHandover(
            _lower_first(form.title.get(lang)),
            form.statutory,
            names.role(row.sender),
            names.role(row.receiver),
            row.receiver in self.outside,
            names.time(row.within) if row.within else "",
            names.time(row.feedback) if row.feedback else "",
            row.consent,
        )
        text = self.writer.fill(piece.below("point"), handover=said)
        return Line(f"{step.id}-handover-{number}", text, (step.id, form.id))


def _origins(duty: Duty) -> tuple[str, ...]:
    return (duty.id, *((duty.limit,) if duty.limit else ()))


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
