"""The cover of a gap report: what was looked at, and the one figure."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from rollout.analysis.readiness import Range
from rollout.analysis.verdicts import EXCUSED_CLAIM
from rollout.model.profile import Centre
from rollout.reporting.report import Cover, KeyFigure
from rollout.reporting.setting import Setting
from rollout.reporting.wording import Wording

ILLUSTRATIVE = "illustrative"
SHORT = 12
# Lines of small print left at the foot of a cover, characters a line, and the room between two notices.
ROOM, LINE, BETWEEN = 8.0, 100, 0.75


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
    yield from _claims(at)


def _claims(at: Setting) -> Iterator[str]:
    """What the province states not to apply, with its reasons, or where these stand when the page has no room."""
    assessment, say = at.gap.assessment, at.wording.say
    claims = {
        row.criterion.id: (at.wording.pick(row.criterion.title), assessment.profile.not_applicable[row.criterion.id])
        for row in at.shown(at.gap.findings)
        if row.judged.excused == EXCUSED_CLAIM
    }
    said = [
        say("report.cover.claimed", criterion=name, title=title, reason=why) for name, (title, why) in claims.items()
    ]
    if sum(ceil(len(one) / LINE) + BETWEEN for one in said) <= ROOM:
        yield from said
    else:
        where = say("report.excused.title")
        yield say("report.cover.claimed.many", count=len(claims), list=", ".join(claims), title=where)
