"""The protocol of one unit: without the roles that its profile says do not exist there."""

from __future__ import annotations

from rollout.model.profile import Profile
from rollout.model.protocol import Protocol


def present(protocol: Protocol, profile: Profile) -> Protocol:
    """Return the protocol without each role whose question the profile answers “no”; not answered leaves the role."""
    asked = protocol.standing.present
    return protocol.without(frozenset(role for role, question in asked.items() if _no(profile, question)))


def _no(profile: Profile, question: str) -> bool:
    answer = profile.answers.get(question)
    return answer is not None and answer.value is False
