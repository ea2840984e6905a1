"""What stands around the content of a report: titles, marks, foot, fingerprint."""

from __future__ import annotations

import hashlib

from rollout.model.blueprint import Blueprint
from rollout.model.profile import Profile
from rollout.reporting.options import Options
from rollout.reporting.report import Cover, Kind, Paper, Report, Section
from rollout.reporting.wording import Wording


def framed(  # noqa: PLR0913 – a report has this many parts
    kind: Kind,
    title: str,
    sections: tuple[Section, ...],
    profile: Profile,
    blueprint: Blueprint,
    options: Options,
    *,
    subtitle: str = "",
    description: str = "",
    cover: Cover | None = None,
    paper: Paper = "a4",
) -> Report:
    """Put sections between the marks and the foot that every page carries."""
    wording = Wording(options.lang)
    date = wording.date(profile.as_of)
    named = f"{blueprint.id} {blueprint.version}"
    return Report(
        kind=kind,
        lang=options.lang,
        title=title,
        subtitle=subtitle or profile.full_name,
        eyebrow=wording.pick(blueprint.title),
        foot=wording.say("report.foot", province=profile.full_name, date=date, blueprint=named),
        date=profile.as_of.isoformat(),
        fingerprint=fingerprint(kind, blueprint.sha256, profile.sha256, profile.unit.slug, repr(options)),
        sections=sections,
        marks=marks(profile.data_status, options, wording),
        cover=cover,
        description=described(description, profile, blueprint, wording) if description else "",
        paper=paper,
    )


def described(text_id: str, profile: Profile, blueprint: Blueprint, wording: Wording) -> str:
    """Say in one sentence what the document is."""
    title, date = wording.pick(blueprint.title), wording.date(profile.as_of)
    return wording.say(text_id, province=profile.full_name, blueprint=title, date=date)


def marks(data_status: str, options: Options, wording: Wording) -> tuple[str, ...]:
    """Return what stands at the top of every page: the standing of the data, and who may read it."""
    return wording.say(f"report.status.{data_status}").upper(), wording.say(f"report.mark.{options.audience}")


def fingerprint(*inputs: str) -> str:
    """Name the inputs of a document: equal inputs, equal name."""
    return hashlib.sha256("\0".join(inputs).encode()).hexdigest()[:32]
