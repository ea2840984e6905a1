"""The cover of a gap report: what was looked at, and the one figure."""

from __future__ import annotations

from collections.abc import Iterator

from rollout.analysis.readiness import Range
from rollout.analysis.verdicts import EXCUSED_CLAIM
from rollout.model.profile import Centre
from rollout.reporting.report import Cover, KeyFigure
from rollout.reporting.setting import Setting
from rollout.reporting.wording import Wording

ILLUSTRATIVE = "illustrative"
SHORT = 12


def cover(at: Setting) -> Cover:
    """Return the cover."""
    assessment = at.gap.assessment
    figure = key_figure(assessment.readiness, at.wording) if assessment.readiness else None
    illustrative = assessment.profile.data_status == ILLUSTRATIVE
    return Cover(
        rows=tuple(_rows(at)),
        figure=figure,
        stamp=at.wording.say("report.status.illustrative") if illustrative else "",
        notices=tuple(_notices(at)),
    )


def _rows(at: Setting) -> Iterator[tuple[str, str]]:
    assessment, say = at.gap.assessment, at.wording.say
    profile, blueprint = assessment.profile, assessment.blueprint
    yield say("report.cover.as_of"), at.wording.date(profile.as_of)
    yield say("report.cover.centre"), centre_words(profile.centre, at.wording)
    variant = blueprint.variants.get(profile.variant or "")
    if variant:
        yield say("report.cover.variant"), at.wording.pick(variant.title)
    yield say("report.cover.status"), say(f"report.status.{profile.data_status}")
    title = at.wording.pick(blueprint.title)
    yield (
        say("report.cover.blueprint"),
        say("report.cover.blueprint.value", title=title, blueprint=blueprint.id, version=str(blueprint.version)),
    )
    yield say("report.cover.profile"), profile.file.replace("\\", "/").rpartition("/")[2]
    marks = {"blueprint": blueprint.sha256[:SHORT], "profile": profile.sha256[:SHORT]}
    yield say("report.cover.fingerprint"), say("report.cover.fingerprint.value", **marks)


def centre_words(centre: Centre, wording: Wording) -> str:
    """Say whether the centre is open, and since when."""
    if not centre.operating:
        return wording.say("report.cover.centre.planned")
    if centre.opened_on is None:
        return wording.say("report.cover.centre.operating")
    return wording.say("report.cover.centre.since", date=wording.date(centre.opened_on))


def key_figure(found: Range, wording: Wording) -> KeyFigure:
    """Return the readiness range with what it means."""
    low, high = wording.bounds(found)
    label = wording.say("report.readiness")
    if found.low == found.high:
        note = wording.say("report.readiness.exact.note")
    else:
        unknown = wording.percent(found.unknown)
        note = wording.say("report.readiness.range.note", low=low, high=high, unknown=unknown)
    return KeyFigure(label, low if low == high else f"{low}–{high}", "%", wording.bar(found, label), note)


def _notices(at: Setting) -> Iterator[str]:
    assessment, say = at.gap.assessment, at.wording.say
    if assessment.profile.data_status == ILLUSTRATIVE:
        yield say("report.status.illustrative.notice")
    if assessment.readiness is None:
        yield say("report.readiness.none")
    if assessment.without_waivers is not None:
        yield say("report.readiness.waived", range=at.wording.range(assessment.without_waivers))
    for name, reason in assessment.profile.not_applicable.items():
        if assessment.judged[name].excused == EXCUSED_CLAIM:
            title = at.wording.pick(assessment.blueprint.criteria[name].title)
            yield say("report.cover.claimed", criterion=name, title=title, reason=reason)
