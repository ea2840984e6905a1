"""A criterion in full: what it says, when it is met, where it comes from, what to do; and its verdict, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rollout.analysis.assessment import assess
from rollout.analysis.gap import Finding, gap
from rollout.cli.condition_words import ConditionWords, Step
from rollout.cli.console import Console
from rollout.cli.opening import Model
from rollout.documents.terminal import indent, wrap
from rollout.model.condition import Condition
from rollout.model.criterion import Criterion
from rollout.model.profile import Profile
from rollout.model.source import Citation
from rollout.reporting.options import Options as Asked
from rollout.reporting.setting import Setting, setting
from rollout.reporting.wording import Wording


def criterion_lines(criterion: Criterion, model: Model, profile: Profile | None, console: Console) -> list[str]:
    """Return the lines; without a profile, those that hold for every province."""
    found = assess(profile, model.blueprint, model.country) if profile else None
    at = setting(gap(found), Asked(console.lang)) if found else None
    world = found.world if found else None
    words = ConditionWords(Wording(console.lang), model.blueprint, model.country, world, profile)
    lines = [*_head(criterion, model, console), "", *wrap(criterion.statement.get(console.lang), console.width)]
    if at is not None:
        lines += _verdict(criterion, at, words, console)
    else:
        lines += _conditions(criterion, words, console)
    for key, text in (("evidence", criterion.evidence), ("notes", criterion.notes)):
        if text.get(console.lang):
            lines += _part(f"criterion_{key}", [text.get(console.lang)], console)
    lines += _part("criterion_remedy", _remedy(criterion, model, at, console), console)
    return [*lines, *_part("criterion_sources", _sources(criterion.sources, model, console), console)]


def _head(criterion: Criterion, model: Model, console: Console) -> Iterator[str]:
    lang, blueprint = console.lang, model.blueprint
    yield console.style(f"{criterion.id}  {criterion.title.get(lang)}", "strong")
    law = any(blueprint.sources[row.source].kind == "law" for row in criterion.sources)
    level = "recommended" if criterion.level != "essential" else "essential.law" if law else "essential.model"
    marks = [
        blueprint.sections[criterion.section].title.get(lang),
        blueprint.groups[criterion.group].title.get(lang),
        Wording(lang).say(f"report.level.{level}"),
    ]
    if criterion.id in blueprint.gate_criteria:
        marks.append(Wording(lang).say("report.level.gate"))
    yield from wrap(" · ".join(marks), console.width)


def _part(key: str, texts: Iterable[str], console: Console) -> list[str]:
    lines = [line for text in texts for line in _bullet(" ".join(text.split()), console.width - 2)]
    return ["", console.style(console.say(key), "strong"), *indent(lines, 2)] if lines else []


def _bullet(text: str, columns: int) -> list[str]:
    if not text.startswith("- "):
        return wrap(text, columns)
    first, *rest = wrap(text, columns - 2)
    return [first, *indent(rest, 2)]


def _conditions(criterion: Criterion, words: ConditionWords, console: Console) -> list[str]:
    parts: tuple[tuple[str, Condition | None], ...] = (
        ("applies_when", criterion.applies_when),
        ("met", criterion.met),
        ("partly", criterion.partly),
        ("before_opening", criterion.before_opening),
    )
    lines = []
    for key, tree in parts:
        if tree is not None:
            lines += ["", console.style(console.say(f"criterion_{key}"), "strong"), *_steps(words.steps(tree), console)]
        elif key == "partly" and len(list(words.steps(criterion.met))) > 1:
            lines += _part("criterion_partly", [console.say("criterion_partly_usual")], console)
    return lines


def _steps(steps: Iterable[Step], console: Console) -> list[str]:
    lines = []
    for step in steps:
        left = 2 + 2 * step.depth
        mark = f"[{step.mark}] " if step.mark else "- "
        first, *rest = wrap(mark + step.text, console.width - left)
        lines += indent([first, *indent(rest, 2)], left)
        lines += indent([part for text in step.basis for part in wrap(text, console.width - left - 6)], left + 6)
    return lines


def _verdict(criterion: Criterion, at: Setting, words: ConditionWords, console: Console) -> list[str]:
    finding = next(row for row in at.gap.findings if row.criterion.id == criterion.id)
    profile = at.gap.assessment.profile
    values = {"province": profile.full_name, "date": at.wording.date(profile.as_of)}
    lines = ["", console.style(console.say("verdict", verdict=_word(finding, at), **values), "strong")]
    judged = finding.judged
    if judged.excused:
        lines += indent(wrap(console.say(f"excused_{judged.excused}"), console.width - 2), 2)
    if criterion.id in profile.not_applicable:
        lines += indent(wrap(profile.not_applicable[criterion.id], console.width - 2), 2)
    if criterion.applies_when is not None:
        title = console.style(console.say("criterion_applies_when"), "strong")
        lines += ["", title, *_steps(words.steps(criterion.applies_when), console)]
    if judged.reading is not None and judged.reading is not criterion.applies_when:
        key = "criterion_before_opening" if judged.reading is criterion.before_opening else "criterion_met"
        lines += ["", console.style(console.say(key), "strong"), *_steps(words.steps(judged.reading), console)]
        if judged.reading is criterion.met and criterion.partly is not None:
            title = console.style(console.say("criterion_partly"), "strong")
            lines += ["", title, *_steps(words.steps(criterion.partly), console)]
    lacks = [at.needs.line(row) for row in finding.shortfalls]
    return [*lines, *_part("criterion_lacks", lacks, console), *_effect(finding, console)]


def _word(finding: Finding, at: Setting) -> str:
    word = at.wording.verdict(finding.word).word
    if finding.known_bound:
        word = f"{word} ({at.wording.say(f'report.bound.{finding.known_bound}')})"
    if finding.would_be:
        word = f"{word} ({at.wording.verdict(finding.would_be).word})"
    return word


def _effect(finding: Finding, console: Console) -> list[str]:
    if not finding.in_gate:
        return []
    return ["", console.say("blocks_opening" if finding.blocks_opening else "counts_for_opening")]


def _remedy(criterion: Criterion, model: Model, at: Setting | None, console: Console) -> Iterator[str]:
    lang, remedy = console.lang, criterion.remedy
    yield remedy.do.get(lang)
    yield console.say("remedy_weeks", weeks=remedy.weeks)
    yield console.say("remedy_lead", agency=_agency(remedy.lead, model, at, console))
    if remedy.support:
        helpers = [_agency(role, model, at, console) for role in remedy.support]
        yield console.say("remedy_support", agencies="; ".join(helpers))
    for row in remedy.after:
        title = model.blueprint.criteria[row.criterion].title.get(lang)
        yield console.say("remedy_after_soft" if row.soft else "remedy_after", criterion=row.criterion, title=title)


def _agency(role: str, model: Model, at: Setting | None, console: Console) -> str:
    if at is not None:
        return at.wording.agency(at.holder(role))
    known = model.country.roles.get(role)
    return f"{known.title.get(console.lang)} ({role})" if known else role


def _sources(citations: Iterable[Citation], model: Model, console: Console) -> Iterator[str]:
    lang = console.lang
    for row in citations:
        source = model.blueprint.sources[row.source]
        certainty = Wording(lang).say(f"report.certainty.{source.certainty}")
        parts = [f"- {source.id}: {source.title.get(lang)}", row.at, f"({certainty})"]
        if row.part.get(lang):
            parts.append(console.say("source_part", part=row.part.get(lang)))
        yield " ".join(part for part in parts if part)
