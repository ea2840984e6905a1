"""Words, numbers and dates of one report, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import isinf

from rollout import language, texts
from rollout.analysis.readiness import Range
from rollout.analysis.responsible import Responsible
from rollout.model.profile import Interval
from rollout.model.text import Text
from rollout.reporting.words import RangeBar, Verdict, VerdictCode

VERDICTS: tuple[VerdictCode, ...] = ("met", "partly", "not_met", "unknown", "not_applicable", "waived")
NO_BREAK = "\u00a0"
WHOLE_FROM = 100
SHORT_UNIT = 12


@dataclass(frozen=True)
class Wording:
    """Everything that depends on the language."""

    lang: str

    def say(self, text_id: str, /, **values: object) -> str:
        """Return a text of templates/texts/ by id."""
        return texts.text(text_id, self.lang, **values)

    def pick(self, text: Text) -> str:
        """Return the wording of a text of the blueprint."""
        return text.get(self.lang)

    def opening(self, text: Text) -> str:
        """Return a wording with a capital, for a heading."""
        words = self.pick(text)
        return words[:1].upper() + words[1:]

    def date(self, day: date | str) -> str:
        """Write a day in figures."""
        return language.of(self.lang).date(day)

    def number(self, value: float) -> str:
        """Write a number as it was given."""
        return language.of(self.lang).number(value)

    def rounded(self, value: float) -> str:
        """Write a computed figure with no more digits than can mean anything."""
        return language.of(self.lang).number(round(value) if abs(value) >= WHOLE_FROM else round(value, 2))

    def join(self, items: Sequence[str]) -> str:
        """Join with commas and "and"."""
        return language.of(self.lang).join(items)

    def interval(self, value: Interval, *, rounded: bool = False) -> str:
        """Write a number, or the two ends of what is known of it."""
        write = self.rounded if rounded else self.number
        low = write(value.low)
        if isinf(value.high):
            return self.say("report.need.at_least", value=low)
        high = write(value.high)
        return low if low == high else self.say("report.have.between", low=low, high=high)

    def with_unit(self, figure: str, unit: str) -> str:
        """Put the unit after a figure, a short one on the same line."""
        if unit in ("%", ""):
            return f"{figure}{unit}"
        return f"{figure}{NO_BREAK if len(unit) <= SHORT_UNIT else ' '}{unit}"

    def verdict(self, word: str) -> Verdict:
        """Return the sign and word of a verdict."""
        code = next(code for code in VERDICTS if code == word)
        return Verdict(code, self.say(f"report.verdict.{code}"))

    def range(self, found: Range) -> str:
        """Write a readiness range: low rounded down, high rounded up."""
        return language.of(self.lang).percent_range(found.low, found.high)

    def bounds(self, found: Range) -> tuple[str, str]:
        """Write the two ends of a readiness range without the sign."""
        low, _, high = self.range(found).rstrip("%").partition("–")
        return low, high or low

    def bar(self, found: Range, what: str) -> RangeBar:
        """Draw a readiness range, with the sentence that replaces the picture."""
        low, high = self.bounds(found)
        alt = self.say("report.readiness.alt", what=what, low=low, high=high)
        return RangeBar(float(found.low), float(found.high), self.range(found), alt)

    def agency(self, holder: Responsible) -> str:
        """Name who holds a role: to be confirmed, or not named yet, where that is so."""
        if holder.name is None:
            return self.say("report.agency.unnamed", title=self.pick(holder.title))
        name = self.pick(holder.name)
        return name if holder.confirmed else self.say("report.agency.unconfirmed", agency=name)

    def percent(self, share: Fraction) -> str:
        """Write a share as a whole percentage."""
        return language.of(self.lang).percent(share)
