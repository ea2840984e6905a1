"""The question a bound protocol answers by itself: its steps, each with its leads, time and form."""

from __future__ import annotations

from dataclasses import replace

from rollout.analysis.coordination.bindings import Occasion
from rollout.analysis.coordination.subject import Subject
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile import Answer, Interval, Profile, RecordsAnswer, Value
from rollout.model.protocol import Protocol, Step


def answered(profile: Profile, protocol: Protocol, blueprint: Blueprint, country: Country) -> Profile:
    """Return the profile with that question answered from the protocol as it binds it, in place of its own answer.

    The same profile where it binds no protocol, or where the protocol computes no question of this blueprint.
    """
    question, bound = protocol.computes, profile.coordination
    if bound is None or not bound.binds or question is None or question not in blueprint.questions:
        return profile
    subject = Subject(protocol, Occasion(profile, blueprint, country, profile.as_of))
    items = tuple(_record(step, subject) for step in protocol.steps)
    computed = Answer(RecordsAnswer(items, complete=True))
    return replace(profile, answers={**profile.answers, question: computed})


def _record(step: Step, subject: Subject) -> dict[str, Value]:
    """One step: leads held by an agency count; every duty needs a time or be a request; a form handed over or kept."""
    leads = sum(subject.bound[role].name is not None for role in dict.fromkeys(step.leads))
    timed = all(duty.within is not None or duty.request for duty in step.duties)
    form = any(row.form for row in step.handovers) or bool(step.records)
    return {"step": step.title.vi, "leads": Interval(leads, leads), "deadline": timed, "form": form}
