"""The gap analysis as JSON (rollout/schemas/gap.schema.json): the same keys whatever the language."""

from __future__ import annotations

import json
from fractions import Fraction
from math import ceil, floor
from typing import Any

from rollout.analysis.gap import Finding, Gap, Used
from rollout.analysis.next_questions import NextQuestion
from rollout.analysis.readiness import Range
from rollout.analysis.responsible import Responsible
from rollout.analysis.shortfall import Shortfall
from rollout.model.profile import Interval, Value
from rollout.model.question import Question
from rollout.model.source import Citation
from rollout.reporting.json_values import condition, interval, iso, pair, place, value
from rollout.reporting.options import Options
from rollout.reporting.setting import Setting, setting

FORMAT = "rollout.gap/1"
FEW = "<5"
Row = dict[str, Any]


def gap_json(gap: Gap, options: Options, *, one_line: bool = False) -> str:
    """Return the analysis as JSON text; `gate` and `agency` narrow the findings, never the figures."""
    return json.dumps(gap_data(gap, options), ensure_ascii=False, indent=None if one_line else 2) + "\n"


def gap_data(gap: Gap, options: Options) -> Row:
    """Return the analysis as JSON values."""
    at = setting(gap, options)
    assessment = gap.assessment
    blueprint, profile = assessment.blueprint, assessment.profile
    opening = assessment.opening
    return {
        "format": FORMAT,
        "blueprint": {"id": blueprint.id, "version": blueprint.version, "sha256": blueprint.sha256},
        "province": {"slug": profile.unit.slug, "name": profile.full_name},
        "as_of": profile.as_of.isoformat(),
        "data_status": profile.data_status,
        "readiness": _readiness(at),
        "opening": {"state": opening.state, **_entries(at)},
        "counts": assessment.counts,
        "findings": [_finding(row, at) for row in at.shown(gap.findings) if _asked_for(row, options)],
        "next_questions": [_next(row) for row in gap.next_questions if at.shows_question(row.question)],
    }


def _entries(at: Setting) -> Row:
    """The entries that block and those still open; in public without those about security."""
    opening = at.gap.assessment.opening
    hidden = {row.entry.criterion for row in opening.entries if not at.shows_entry(row.entry)}
    return {
        "blocking": [name for name in opening.blocking if name not in hidden],
        "open": [name for name in opening.open if name not in hidden],
    }


def _readiness(at: Setting) -> Row:
    assessment = at.gap.assessment
    by_section = {name: _range(at.section_range(name)) for name in assessment.sections}
    found = {**_range(assessment.readiness), "by_section": by_section}
    if assessment.without_waivers is not None:
        found["without_waivers"] = _range(assessment.without_waivers)
    return found


def _range(found: Range | None) -> Row:
    """Four decimals, low rounded down and high rounded up, so that the range never claims too much."""
    if found is None:
        return {"low": None, "high": None}
    if found.low == found.high:
        same = round(float(found.low), 4)
        return {"low": same, "high": same}
    return {"low": _decimals(floor(found.low * 10_000)), "high": _decimals(ceil(found.high * 10_000))}


def _decimals(ten_thousandths: int) -> float:
    return float(Fraction(ten_thousandths, 10_000))


def _asked_for(row: Finding, options: Options) -> bool:
    if options.gate and not row.in_gate:
        return False
    return options.agency is None or options.agency in (row.lead.role, *(one.role for one in row.support))


def _finding(row: Finding, at: Setting) -> Row:
    criterion = row.criterion
    found: Row = {
        "criterion": criterion.id,
        "level": criterion.level,
        "verdict": row.word,
        "score": _score(row),
    }
    if row.would_be:
        found["would_be"] = row.would_be
    return found | {
        "answers": [_answer(used, at) for used in row.answers],
        "needed": condition(row.judged.reading, at.gap.assessment.world) if row.judged.reading else None,
        "shortfall": [_shortfall(lack, at) for lack in row.shortfalls],
        "remedy": _remedy(row),
        "responsible": {**_holder(row.lead), "support": [_holder(one) for one in row.support]},
        "sources": [_source(citation, at) for citation in criterion.sources],
        "place": place(at.gap.assessment.blueprint.places.get(criterion.id), 1),
    }


def _score(row: Finding) -> Row:
    if row.judged.excused:
        return {"low": None, "high": None}
    return {"low": row.judged.worst / 2, "high": row.judged.best / 2}


def _answer(used: Used, at: Setting) -> Row:
    answer = used.answer
    return {
        "question": used.question.id,
        "value": _shown(used.question, answer.value, at),
        "status": answer.status,
        "evidence": {"document": answer.document, "date": iso(answer.dated), "age_days": used.age_days},
        "sources": list(answer.sources),
        "place": place(used.place),
    }


def _shown(question: Question, found: Value, at: Setting) -> Any:
    return FEW if at.answers.hides(question, found) else value(found)


def _shortfall(lack: Shortfall, at: Setting) -> Row:
    blueprint = at.gap.assessment.blueprint
    about = blueprint.quantities[lack.about] if lack.is_quantity else blueprint.questions[lack.about]
    have = value(lack.have) if lack.is_quantity else _shown(blueprint.questions[lack.about], lack.have, at)
    return {
        "question": lack.about,
        "have": have,
        "need": _need(lack),
        "by": None if have == FEW else lack.by,
        "unit": about.unit or None,
    }


def _need(lack: Shortfall) -> Any:
    """What the answer would have to be: a number stands for "at least", anything else names its test."""
    match lack.operator, lack.need:
        case "is_yes" | "is_no", _:
            return lack.operator == "is_yes"
        case "at_least", Interval() as needed:
            return interval(needed)
        case _, Interval() as needed:
            return {lack.operator: interval(needed)}
        case "includes_at_least", (int(n), tuple(codes)):
            return {"includes_at_least": {"n": n, "of": list(codes)}}
        case "age_at_most", months:
            return {"age_at_most": {"months": months}}
        case "every", _:
            return {"every": {"failing": [index + 1 for index in lack.failing]}}
        case _, None:
            return {lack.operator: True}
        case _, tuple() as codes:
            return {lack.operator: list(codes)}
    return {lack.operator: lack.need}


def _remedy(row: Finding) -> Row:
    remedy = row.criterion.remedy
    return {
        "do": pair(remedy.do),
        "weeks": remedy.weeks,
        "after": [{"criterion": one.criterion, "soft": one.soft} for one in remedy.after],
    }


def _holder(holder: Responsible) -> Row:
    name = pair(holder.name) if holder.name else None
    return {"role": holder.role, "agency": name, "confirmed": holder.confirmed, "certainty": holder.certainty}


def _source(citation: Citation, at: Setting) -> Row:
    source = at.gap.assessment.blueprint.sources[citation.source]
    return {
        "source": source.id,
        "kind": source.kind,
        "certainty": source.certainty,
        "title": pair(source.title),
        "where": source.where,
        "at": citation.at,
        "for": pair(citation.part) if citation.part.vi or citation.part.en else None,
    }


def _next(row: NextQuestion) -> Row:
    return {"question": row.question.id, "changes": row.changes, "gate": row.gate}
