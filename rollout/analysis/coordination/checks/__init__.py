"""What can be wrong with a protocol although its file is well formed: one module a problem code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rollout.analysis.coordination.checks import (
    care_waits,
    centre_as_address,
    closed_agency,
    closed_hours,
    consent_asked,
    consent_missing,
    dead_end,
    endless,
    gone_agency,
    handover_incomplete,
    head_or_body,
    joint_session,
    limit_not_in_force,
    loosened,
    never_starts,
    no_lead,
    no_part,
    no_time,
    ordered_outside,
    over_budget,
    over_limit,
    overlap,
    two_leads,
    unbound,
    undefined,
    unreachable,
    unused,
    working_on_elapsed,
)
from rollout.analysis.coordination.subject import Subject
from rollout.problems import Problem

CHECKS: tuple[Callable[[Subject], Iterator[Problem]], ...] = (
    no_lead.find,
    two_leads.find,
    overlap.find,
    unbound.find,
    gone_agency.find,
    handover_incomplete.find,
    no_time.find,
    closed_hours.find,
    closed_agency.find,
    over_limit.find,
    over_budget.find,
    working_on_elapsed.find,
    care_waits.find,
    consent_missing.find,
    consent_asked.find,
    joint_session.find,
    centre_as_address.find,
    head_or_body.find,
    ordered_outside.find,
    unreachable.find,
    dead_end.find,
    endless.find,
    never_starts.find,
    no_part.find,
    undefined.find,
    unused.find,
    loosened.find,
    limit_not_in_force.find,
)


def check(subject: Subject) -> tuple[Problem, ...]:
    """Return every problem the checks find, by place."""
    return tuple(sorted(problem for find in CHECKS for problem in find(subject)))
