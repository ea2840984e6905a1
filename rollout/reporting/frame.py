"""What stands around the content of a report: titles, marks, foot, fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from rollout.model.blueprint import Blueprint
from rollout.model.profile import Profile
from rollout.reporting.options import Options
from rollout.reporting.report import Cover, Kind, Paper, Report, Section
from rollout.reporting.wording import Wording


@dataclass(frozen=True)
class Head:
    """What a document is: its kind, its title, whom or what it is about, and the text id that describes it."""

    kind: Kind
    title: str
    description: str
    subtitle: str = ""
    paper: Paper = "a4"
    cover: Cover | None = None


def framed(
    head: Head, sections: tuple[Section, ...], profile: Profile, blueprint: Blueprint, options: Options
) -> Report:
    """Put sections between the marks and the foot that every page carries."""
    wording = Wording(options.lang)
    date = wording.date(profile.as_of)
    named = f"{blueprint.id} {blueprint.version}"
    return Report(
        kind=head.kind,
        lang=options.lang,
        title=head.title,
        subtitle=head.subtitle or profile.full_name,
        eyebrow=wording.pick(blueprint.title),
        foot=wording.say("report.foot", province=profile.full_name, date=date, blueprint=named),
        date=profile.as_of.isoformat(),
        fingerprint=fingerprint(head.kind, blueprint.sha256, profile.sha256, profile.unit.slug, repr(options)),
        sections=sections,
        marks=marks(profile.data_status, options, wording),
        cover=head.cover,
        description=described(head.description, profile, blueprint, wording),
        paper=head.paper,
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
