"""The real command, in this process or in one of its own, and what it said."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checkout import ROOT

from rollout.cli import opening
from rollout.cli.run import run as run_command
from rollout.shipped import choose

BAD = ROOT / "tests" / "examples" / "bad"
SMALL_MODEL = ("--blueprints", BAD / "blueprints")
SMALL = """format: rollout.profile/1
blueprint: base@1
province: bac-lieu
as_of: 2022-06-30
centre: {state: operating, opened_on: 2021-06-30}
data_status: illustrative
agencies: {HOST: {name: Trung tâm Công tác xã hội}}
answers: {care: {line: {hours: 40}}}
"""
ILLUSTRATIVE = ROOT / "province_profiles" / "bac_lieu_2022_minh_hoa.yaml"
PATIENCE = 60
TRACE = "Traceback (most recent call last)"


@dataclass(frozen=True)
class Said:
    """How a run ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def text(self) -> str:
        """Both streams and the exit code, as they are kept beside a bad example."""
        parts = [f"exit {self.code}\n"]
        parts += [f"--- {name}\n{text}" for name, text in (("stdout", self.out), ("stderr", self.err)) if text]
        return "".join(parts)


def run(*arguments: str | Path) -> Said:
    """Run the command here: quick, and whatever is patched in this process counts."""
    with _streams() as (out, err):
        try:
            code = run_command([str(argument) for argument in arguments])
        finally:
            choose("blueprints", None)
            choose("templates", None)
    return Said(code, _text(out), _text(err))


@contextmanager
def _streams() -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdout, sys.stderr
    made = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    sys.stdout, sys.stderr = made
    try:
        yield made
    finally:
        sys.stdout, sys.stderr = kept


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    data: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return data.decode("utf-8")


@cache
def shipped_model(name: str) -> opening.Model:
    """What the command opens for the shipped blueprint, opened once for all tests of this process."""
    return _open(name)


_open = opening._open_model


def open_once(name: str) -> Any:
    """Stand in for the command's own opening, where only profiles are tried; other blueprints are opened anew."""
    return shipped_model(name) if name == "anh_duong" else _open(name)


def surroundings(**changed: str) -> dict[str, str]:
    """The environment of a run of its own: a plain one, with what the test changes."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "TMPDIR")}
    return {**kept, "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), **changed}


def python(*arguments: str | Path) -> list[str]:
    """The words of a command line that runs the command in a process of its own."""
    return [sys.executable, "-m", "rollout", *(str(argument) for argument in arguments)]


def run_apart(
    *arguments: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None, before: Sequence[str] = ()
) -> Said:
    """Run the command in a process of its own; `before` is what it is started by (`unshare -n`)."""
    done = subprocess.run(
        [*before, *python(*arguments)],
        env=surroundings(**(env or {})),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def may_unshare(*kinds: str) -> bool:
    """Whether this machine lets us make namespaces (root, and a kernel that allows it)."""
    try:
        tried = subprocess.run(["unshare", *kinds, "true"], capture_output=True, timeout=PATIENCE, check=False)
    except OSError:
        return False
    return tried.returncode == 0
