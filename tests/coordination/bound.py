"""The shipped protocol bound by a made-up profile, with patches put on either before they are read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

import yaml
from checkout import ROOT
from toy import plain

from rollout.analysis.coordination.answer import answered
from rollout.analysis.coordination.bindings import Occasion
from rollout.analysis.coordination.checks import check
from rollout.analysis.coordination.subject import Subject
from rollout.cli.opening import Model, Opening
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol
from rollout.model.reading_profile import open_profile
from rollout.model.reading_protocol import protocol_of
from rollout.problems import Problem

PROTOCOL = ROOT / "blueprints" / "anh_duong" / "protocol.yaml"
PROFILE = ROOT / "tests" / "coordination" / "profile.yaml"
Patch = Sequence[dict[str, Any]]


@cache
def model() -> Model:
    return Opening().model("anh_duong")


@cache
def _data(file: str) -> str:
    return json.dumps(yaml.load((ROOT / file).read_text("utf-8"), Loader=yaml.CBaseLoader))


def protocol(patch: Patch = ()) -> Protocol:
    data = patched(json.loads(_data(str(PROTOCOL))), patch)
    found = protocol_of(written(data), "protocol.yaml")
    assert found.protocol is not None, [(row.code, row.values) for row in found.problems]
    return found.protocol


def profile(patch: Patch = ()) -> Profile:
    data = patched(json.loads(_data(str(PROFILE))), patch)
    found = open_profile(written(data), "profile.yaml", model().blueprint, model().country, model().schema)
    assert found.profile is not None, [(row.code, row.values) for row in found.problems]
    return found.profile


def subject(on_protocol: Patch = (), on_profile: Patch = (), day: date | None = None) -> Subject:
    bound = profile(on_profile)
    return Subject(protocol(on_protocol), Occasion(bound, model().blueprint, model().country, day or bound.as_of))


def found(on_protocol: Patch = (), on_profile: Patch = (), day: date | None = None) -> tuple[Problem, ...]:
    return check(subject(on_protocol, on_profile, day))


def computed(on_protocol: Patch = (), on_profile: Patch = ()) -> Profile:
    return answered(profile(on_profile), protocol(on_protocol), model().blueprint, model().country)


def written(data: Any) -> bytes:
    return json.dumps(plain(data), ensure_ascii=False, indent=1).encode()


def patched(data: Any, patch: Patch) -> Any:
    """`at` is a way of keys, positions and ids (* is every item); then set, remove, copy (from a way) or drop."""
    for row in patch:
        *way, last = row["at"].split(".")
        for node in list(_nodes(data, way)):
            _change(node, last, row, data)
    return data


def _change(node: Any, last: str, row: dict[str, Any], data: Any) -> None:
    key = _key(node, last)
    if "remove" in row:
        del node[key]
    elif "drop" in row:
        node[key] = [one for one in node.get(key, []) if not row["drop"].items() <= one.items()]
    elif "copy" in row:
        *way, name = row["copy"].split(".")
        node[key] = next(iter(_nodes(data, way)))[name]
    else:
        node[key] = row["set"]


def _nodes(node: Any, way: Sequence[str]) -> list[Any]:
    if not way:
        return [node]
    step, rest = way[0], way[1:]
    below = list(node) if step == "*" else [node[_key(node, step)]]
    return [last for one in below for last in _nodes(one, rest)]


def _key(node: Any, step: str) -> Any:
    if isinstance(node, dict):
        return step
    return int(step) if step.isdigit() else next(i for i, one in enumerate(node) if one["id"] == step)
