"""What every section of a gap report needs: the analysis, the reader's wishes, and the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rollout.analysis.gap import Finding, Gap
from rollout.analysis.readers import Readers, readers
from rollout.analysis.readiness import Range, readiness
from rollout.analysis.responsible import Responsible, responsible
from rollout.model.blueprint import GateEntry
from rollout.model.condition import quantities_of
from rollout.model.question import Question
from rollout.reporting.answers import Answers
from rollout.reporting.citing import Citing, cite, references
from rollout.reporting.needs import Needs
from rollout.reporting.options import Options
from rollout.reporting.report import Section
from rollout.reporting.wording import Wording


@dataclass(frozen=True, eq=False)
class Setting:
    """One gap analysis about to be told."""

    gap: Gap
    options: Options
    wording: Wording
    answers: Answers
    needs: Needs
    citing: Citing
    readers: Readers

    def shows(self, row: Finding) -> bool:
        """Tell whether this reader may see the finding in detail."""
        return not (self.options.public and row.criterion.security)

    def shows_entry(self, entry: GateEntry) -> bool:
        """Tell whether this reader may see an entry of the gate."""
        criterion = self.gap.assessment.blueprint.criteria.get(entry.criterion or "")
        return not (self.options.public and criterion is not None and criterion.security)

    def shows_question(self, question: Question) -> bool:
        """Tell whether this reader may see that an answer is missing: not when a hidden criterion rests on it."""
        criteria = self.gap.assessment.blueprint.criteria
        read_by = self.readers.criteria.get(question.id, ())
        return not (self.options.public and any(criteria[name].security for name in read_by))

    def shows_figure(self, quantity: str) -> bool:
        """Tell whether this reader may see a computed figure: not when a hidden criterion is measured by it."""
        if not self.options.public:
            return True
        hidden = [row for row in self.gap.assessment.blueprint.criteria.values() if row.security]
        measured = {name for row in hidden for condition in row.conditions for name in quantities_of(condition)}
        return quantity not in measured | {row.benchmark.quantity for row in hidden if row.benchmark}

    def holder(self, role: str) -> Responsible:
        """Say who holds a role."""
        return responsible(role, self.gap.assessment)

    def role(self, question: Question) -> str:
        """Return the role to ask: the question's own, else the lead of the first criterion that reads it, else none."""
        criteria = self.gap.assessment.blueprint.criteria
        read_by = self.readers.criteria.get(question.id, ())
        return question.whom or next((criteria[name].remedy.lead for name in read_by), "")

    def whom(self, question: Question) -> str:
        """Name whom to ask, if anybody in particular."""
        role = self.role(question)
        if not role:
            return ""
        holder = self.holder(role)
        return self.wording.agency(holder) if holder.name else self.wording.pick(holder.title)

    def shown(self, rows: Iterable[Finding]) -> tuple[Finding, ...]:
        """Keep the findings this reader may see."""
        return tuple(row for row in rows if self.shows(row))

    def of_section(self, name: str) -> tuple[Finding, ...]:
        """The findings of a section that this reader may see: a count of all would tell the hidden by subtraction."""
        return self.shown(row for row in self.gap.findings if row.criterion.section == name)

    def section_range(self, name: str) -> Range | None:
        """The readiness of a section over what this reader may see of it."""
        pairs = ((row.criterion, row.judged) for row in self.of_section(name))
        return readiness(pairs, self.gap.assessment.blueprint.weights)


def numbered(build: Callable[[Setting], tuple[Section, ...]], at: Setting) -> tuple[Section, ...]:
    """Build sections, then again with only the sources they refer to, numbered in the order of reading."""
    used = references(build(at))
    return build(replace(at, citing=at.citing.only(used)))


def setting(gap: Gap, options: Options) -> Setting:
    """Prepare the telling of a gap analysis."""
    assessment = gap.assessment
    blueprint, profile = assessment.blueprint, assessment.profile
    wording = Wording(options.lang)
    answers = Answers(wording, blueprint, profile.as_of, options.public)
    known = readers(blueprint)
    made = Setting(
        gap,
        options,
        wording,
        answers,
        Needs(answers, assessment.world),
        cite(wording, (), {}),
        known,
    )
    cited = cite(wording, _cited(made), profile.sources, blueprint.sources, assessment.country.sources)
    return Setting(gap, options, wording, answers, made.needs, cited, known)


def _cited(made: Setting) -> Iterator[str]:
    """The ids of every source the report will refer to, in the order of the blueprint."""
    blueprint = made.gap.assessment.blueprint
    for row in made.shown(made.gap.findings):
        yield from (citation.source for citation in row.criterion.sources)
        yield from (name for used in row.answers for name in used.answer.sources)
    for entry in blueprint.gate:
        yield from (citation.source for citation in entry.sources)
    for name, answer in made.gap.assessment.profile.answers.items():
        if name in blueprint.questions and blueprint.questions[name].context:
            yield from answer.sources
    figures = [row.sources for row in blueprint.parameters.values()]
    figures += [row.sources for row in blueprint.quantities.values()]
    yield from (citation.source for citations in figures for citation in citations)
