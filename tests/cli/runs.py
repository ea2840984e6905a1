"""What the tests of the command line share: small profiles, and what a run leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

PROFILE = "province_profiles/quang_ninh_2020.yaml"
ILLUSTRATIVE = "province_profiles/bac_lieu_2022_minh_hoa.yaml"
HEAD = """\
format: rollout.profile/1
blueprint: anh_duong@1
province: quang-ninh
as_of: 2022-06-30
centre: {state: planned}
data_status: public_record
"""
GOOD = HEAD + "answers: {services: {hotline: {hours_per_week: 40}}}\n"
BAD = HEAD + "answers:\n  services:\n    hotline:\n      hours_per_weak: 40\n      hours_per_week: 400\n"


@dataclass(frozen=True)
class Done:
    """What a run left behind."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


Run = Callable[..., Done]


def faults_go_to(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let reports of faults be written to `folder`."""
    monkeypatch.setattr("rollout.cli.faults.tempfile", SimpleNamespace(gettempdir=lambda: str(folder)))
