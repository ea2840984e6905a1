"""The shipped profiles, each read and assessed once against the shipped blueprint and country."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checkout import ROOT

from rollout.analysis.assessment import Assessment, assess
from rollout.model.blueprint import Blueprint
from rollout.model.country import Country
from rollout.model.profile import Profile
from rollout.model.profile_schema import profile_schema
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_country import open_country
from rollout.model.reading_profile import OpenedProfile, open_profile

FOLDER = ROOT / "province_profiles"


def files() -> list[Path]:
    """Every shipped profile, in order."""
    return sorted(FOLDER.glob("*.yaml"))


@cache
def blueprint() -> Blueprint:
    opened = open_blueprint("anh_duong", ROOT / "blueprints")
    assert opened.blueprint is not None, opened.problems
    return opened.blueprint


@cache
def country() -> Country:
    opened = open_country("viet_nam", ROOT / "blueprints")
    assert opened.country is not None, opened.problems
    return opened.country


@cache
def opened(name: str) -> OpenedProfile:
    """The shipped profile with that file name, and the problems of its file."""
    return open_profile((FOLDER / name).read_bytes(), name, blueprint(), country(), profile_schema(blueprint()))


def profile(name: str) -> Profile:
    found = opened(name)
    assert found.profile is not None, found.problems
    return found.profile


@cache
def assessed(name: str) -> Assessment:
    return assess(profile(name), blueprint(), country())
