"""The verdict on one criterion, as bounds (architecture: semantics 4 to 7)."""

from __future__ import annotations

from dataclasses import dataclass

from rollout.analysis.conditions import truth
from rollout.analysis.facts import Facts
from rollout.analysis.truth import Truth, Verdict, any_of
from rollout.model.condition import Condition, questions_of
from rollout.model.criterion import Criterion, entries
from rollout.model.profile import NotApplicable

NOT_APPLICABLE = "not_applicable"
UNKNOWN = "unknown"
WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Judged:
    """Bounds of a verdict, or the reason id why the criterion does not apply.

    `reading` is the condition that decided: the criterion's own, or its reading before opening.
    """

    worst: Verdict
    best: Verdict
    reading: Condition | None
    excused: str = ""

    @property
    def word(self) -> str:
        """Return met | partly | not_met | unknown | not_applicable."""
        if self.excused:
            return NOT_APPLICABLE
        return self.worst.word if self.worst is self.best else UNKNOWN


EXCUSED_RULE = "no_rule_at_that_date"
EXCUSED_APPLIES = "applies_when"
EXCUSED_CLAIM = "claimed"


def judge(criterion: Criterion, facts: Facts) -> Judged:
    """Return the bounds of the verdict on a criterion."""
    if not criterion.span.holds(facts.as_of):
        return _excuse(EXCUSED_RULE)
    if criterion.applies_when is not None:
        applies = truth(criterion.applies_when, facts)
        if applies is Truth.FALSE:
            return _excuse(EXCUSED_APPLIES, criterion.applies_when)
        if applies is not Truth.TRUE:
            return Judged(Verdict.NOT_MET, Verdict.MET, criterion.applies_when)
    return _bounds(*readings(criterion, facts), facts)


def _excuse(reason: str, reading: Condition | None = None) -> Judged:
    return Judged(Verdict.NOT_MET, Verdict.MET, reading, reason)


def readings(criterion: Criterion, facts: Facts) -> tuple[Condition, Condition | None]:
    """Return the condition for met and the explicit one for partly, as the state of the centre asks them."""
    if criterion.before_opening is not None and not facts.centre.operating:
        return criterion.before_opening, None
    return criterion.met, criterion.partly


def conditions_in_play(criterion: Criterion, facts: Facts) -> tuple[Condition, ...]:
    """Return the conditions that can decide the verdict while the centre is in its present state."""
    return tuple(c for c in (criterion.applies_when, *readings(criterion, facts)) if c is not None)


def partly_truth(met: Condition, partly: Condition | None, facts: Facts) -> Truth | None:
    """Return whether the criterion is at least partly met: the explicit condition, or any top-level entry of met."""
    if partly is not None:
        return truth(partly, facts)
    parts = entries(met)
    return any_of(truth(part, facts) for part in parts) if len(parts) > 1 else None


def _why_skipped(met: Condition, facts: Facts) -> str:
    """Nothing of a condition counts: because of answers “not applicable”, else because no law or era asks for it."""
    answers = (facts.value(name) for name in questions_of(met, facts.as_of))
    return EXCUSED_APPLIES if any(isinstance(value, NotApplicable) for value in answers) else EXCUSED_RULE


def _bounds(met: Condition, partly: Condition | None, facts: Facts) -> Judged:
    whole = truth(met, facts)
    if whole is None:
        return _excuse(_why_skipped(met, facts), met)
    if whole is Truth.TRUE:
        return Judged(Verdict.MET, Verdict.MET, met)
    some = partly_truth(met, partly, facts)
    best = Verdict.MET
    if whole is Truth.FALSE:
        best = Verdict.PARTLY if some not in (None, Truth.FALSE) else Verdict.NOT_MET
    worst = Verdict.PARTLY if some is Truth.TRUE else Verdict.NOT_MET
    return Judged(worst, best, met)
