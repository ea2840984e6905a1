"""An answer in words: what a province said, and how it is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rollout.analysis.gap import Used
from rollout.model.blueprint import Blueprint
from rollout.model.profile import Answer, DocumentAnswer, Interval, NotApplicable, RecordsAnswer, Value
from rollout.model.question import Question
from rollout.reporting.wording import Wording

FEW = range(1, 5)


@dataclass(frozen=True)
class Answers:
    """Writes answers; in public, small counts of persons are hidden (four people can be recognised)."""

    wording: Wording
    blueprint: Blueprint
    as_of: date
    public: bool

    def value(self, question: Question, value: Value) -> str:
        """Write the value of an answer, its unit included."""
        say = self.wording.say
        match value:
            case None:
                return say("report.have.unknown")
            case bool():
                return self._yes_no(question, value)
            case Interval():
                return self.number(question, value)
            case date():
                return self.wording.date(value)
            case DocumentAnswer():
                return self._document(value)
            case RecordsAnswer(items, complete):
                return say("report.have.records" if complete else "report.have.records.open", count=len(items))
            case NotApplicable(reason):
                return say("report.have.not_applicable", reason=reason)
            case frozenset():
                return self.options(question, value) or say("report.have.nothing_chosen")
        return self.wording.pick(question.options[value]) if value in question.options else str(value)

    def _yes_no(self, question: Question, value: bool) -> str:
        if question.type == "yes_no":
            return self.wording.say("report.have.yes" if value else "report.have.no")
        return self.wording.say("report.have.never" if question.type == "date" else "report.have.none")

    def number(self, question: Question, value: Interval) -> str:
        """Write a number with its unit; hides what counts few persons in public."""
        unit = self.blueprint.unit(question.unit, self.wording.lang) if question.unit else ""
        if self.hides(question, value):
            return self.wording.with_unit(self.wording.say("report.have.few"), unit)
        return self.wording.with_unit(self.wording.interval(value), unit)

    def hides(self, question: Question, value: Value) -> bool:
        """Tell whether the value counts so few persons that the public must not see it."""
        few = isinstance(value, Interval) and any(value.low <= count <= value.high for count in FEW)
        return self.public and question.persons and few

    def options(self, question: Question, codes: Iterable[str]) -> str:
        """List choices in the order of the question."""
        chosen = set(codes)
        return ", ".join(self.wording.pick(text) for code, text in question.options.items() if code in chosen)

    def _document(self, answer: DocumentAnswer) -> str:
        say = self.wording.say
        day = self.wording.date(answer.issued_on) if answer.issued_on else ""
        if answer.number:
            form = "report.have.document" if day else "report.have.document.undated"
            text = say(form, number=answer.number, date=day)
        else:
            text = say("report.have.document.unnumbered", date=day) if day else say("report.have.document.bare")
        if answer.valid_until and answer.valid_until < self.as_of:
            return say("report.have.document.expired", document=text, date=self.wording.date(answer.valid_until))
        return text

    def basis(self, used: Iterable[Used]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Say how the answers are known and in which lines of the profile they stand, with the ids of their sources."""
        ways: dict[tuple[str, tuple[str, ...]], list[int]] = {}
        for row in used:
            status = self.wording.say(f"report.basis.{known_how(row.answer)}")
            if row.answer.dated:
                status = self.wording.say("report.basis.dated", status=status, date=self.wording.date(row.answer.dated))
            lines = ways.setdefault((status, row.answer.sources), [])
            lines += [row.place.line] if row.place and not self.public else []
        return tuple((self._with_lines(way, sorted(set(lines))), sources) for (way, sources), lines in ways.items())

    def _with_lines(self, basis: str, lines: list[int]) -> str:
        if not lines:
            return basis
        return self.wording.say("report.basis.lines", basis=basis, lines=", ".join(map(str, lines)))


def known_how(answer: Answer) -> str:
    """Whose word an answer is: what a cited source says is not what the province reports of itself."""
    return "sourced" if answer.status == "reported" and answer.sources else answer.status
