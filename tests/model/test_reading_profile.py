"""A profile's bytes become a profile; whatever the bytes, there is an answer and no crash."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
import toy

from rollout.model.profile import Answer, DocumentAnswer, Interval
from rollout.model.reading_profile import OpenedProfile, open_profile


def opened(data: bytes) -> OpenedProfile:
    return open_profile(data, "east.yaml", toy.blueprint(), toy.country(), toy.schema())


def test_the_toy_profile_says_what_its_file_says() -> None:
    found = opened(toy.PROFILE.read_bytes())
    assert found.problems == ()
    profile = found.profile
    assert profile is not None
    assert (profile.unit.slug, profile.as_of, profile.variant) == ("east", date(2023, 6, 30), "town")
    assert (profile.full_name, profile.data_status) == ("County of East", "self_reported")
    assert profile.centre == toy.OPERATING
    assert profile.answers["care.line.staff"] == Answer(Interval(4, 6))
    agreement = DocumentAnswer(None, date(2022, 5, 1), None, None, date(2023, 1, 10), frozenset(("money", "roles")))
    assert profile.answers["care.law.agreement"] == Answer(agreement, "document", "A 1", date(2023, 2, 1))
    assert profile.agencies["CENTRE"].name == "East Harbour House"
    [waiver] = profile.waivers
    assert (waiver.criterion, waiver.until) == ("LINE-02", date(2023, 12, 31))
    assert len(profile.sha256) == 64


def test_each_answer_knows_its_line() -> None:
    profile = opened(toy.PROFILE.read_bytes()).profile
    assert profile is not None
    lines = toy.PROFILE.read_text("utf-8").splitlines()
    for name, place in profile.places.items():
        assert lines[place.line - 1][place.column - 1 :].startswith(name.rpartition(".")[2])
    assert set(profile.places) == set(profile.answers)
    with pytest.raises(KeyError):
        profile.places["house.safety.alarm"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"a: [",
        b"- 1",
        b"x",
        b"format: rollout.profile/1",
        b"answers: {care: 3}",
        b"as_of: [1]\nprovince: {}",
    ],
)
def test_whatever_the_bytes_there_are_problems_and_no_crash(data: bytes) -> None:
    found = opened(data)
    assert found.profile is None
    assert any(row.is_error for row in found.problems)


def test_decomposed_letters_change_nothing() -> None:
    text = toy.PROFILE.read_text("utf-8").replace("East Harbour House", "Ngôi nhà Ánh Dương")
    composed, decomposed = (unicodedata.normalize(form, text).encode() for form in ("NFC", "NFD"))
    assert composed != decomposed
    one, other = opened(composed).profile, opened(decomposed).profile
    assert one is not None
    assert other is not None
    assert one.agencies == other.agencies
    assert one.answers == other.answers
