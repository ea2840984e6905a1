"""The worst inputs under the size cap stay within 300 MiB and 2 seconds, in a process of their own."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from load.test_bad_examples import MADE
from robustness.command import python, surroundings

from rollout.cli import problems_text
from rollout.cli.console import Console

MOST_MEMORY = 300 * 1024
"""KiB."""
MOST_TIME = 2.0
BIGGEST = 512 * 1024
WORST = {
    "04-brackets": MADE["04-brackets-30000"],
    "07-scalar-20-mb": MADE["07-scalar-20-mb"],
    "08-scalars": b"a: [" + b"1," * (BIGGEST // 2 - 10) + b"1]",
    "11-keys": b"".join(b"k%d: 1\n" % number for number in range(40_000)),
    "17-tabs": b"\t" * BIGGEST,
    "44-lines": b"\r" * BIGGEST,
    "48-controls": b"a: " + b"\x01" * (BIGGEST - 10),
}


# In a process between: a child begins with the greatest memory of the one that started it, and pytest's is large.
BETWEEN = """
import os, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(done.returncode, used.ru_maxrss, used.ru_utime + used.ru_stime)
"""


@pytest.mark.parametrize("name", WORST)
def test_a_bad_file_takes_little(name: str, tmp_path: Path) -> None:
    (tmp_path / "ho_so.yaml").write_bytes(WORST[name])
    words = python("validate", "--quiet", str(tmp_path / "ho_so.yaml"))
    between = [sys.executable, "-c", BETWEEN, *words]
    told = subprocess.run(between, env=surroundings(), capture_output=True, check=True, text=True).stdout
    code, memory, seconds = (float(figure) for figure in told.split())
    assert code == 1
    assert memory < MOST_MEMORY
    assert seconds < MOST_TIME


def test_a_line_as_long_as_the_file_is_shown_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Masking takes quadratic time on a line without spaces; it sees only what may be shown."""
    line = f"{'a' * 2_000}: 0900000001{'b' * 2_000}"
    console = Console(color=False)
    started = time.process_time()
    shown = problems_text.excerpt(line, 1, 2_003, console)
    quick = time.process_time() - started
    assert "09xxxxxx1" not in shown[0]
    assert "0900000001" not in shown[0]
    monkeypatch.setattr(problems_text, "NEAR", 10**9)
    started = time.process_time()
    problems_text.excerpt(line, 1, 2_003, console)
    assert time.process_time() - started > 10 * quick
