"""Medians of interleaved pairs: ours and a peer in turn, so that a slow minute of the machine hits both."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """The result of one job: medians in seconds and the median ratio of ours to the peer."""

    job: str
    peer: str
    ours: float
    theirs: float
    ratio: float
    reach: float
    rounds: int

    @property
    def row(self) -> str:
        """The result as a row of a Markdown table."""
        kept = "yes" if self.ratio <= self.reach else "**missed**"
        figures = f"{self.ours * 1000:.1f} ms | {self.theirs * 1000:.1f} ms | {self.ratio:.2f} | {self.reach:.2f}"
        return f"| {self.job} | {self.peer} | {figures} | {kept} | {self.rounds} |"


def pair(
    job: str, peer: str, reach: float, run: tuple[Callable[[], object], Callable[[], object]], rounds: int
) -> Pair:
    """Measure two callables in turn, `rounds` times after one warm-up each."""
    ours, theirs = run
    ours()
    theirs()
    taken = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    mine, others = zip(*taken, strict=True)
    ratio = statistics.median(a / b for a, b in taken)
    return Pair(job, peer, statistics.median(mine), statistics.median(others), ratio, reach, rounds)


def seconds(run: Callable[[], object]) -> float:
    """Return how long a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def process(*command: str, codes: tuple[int, ...] = (0,)) -> Callable[[], None]:
    """Return a callable that runs a command to its end; an unexpected exit code stops the measurement."""

    def run() -> None:
        done = subprocess.run(command, capture_output=True, check=False)
        if done.returncode not in codes:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-400:]!r}")

    return run


def peak_mebibytes(*command: str) -> float:
    """Return the peak memory of a command and its children, in MiB, measured in a process of its own."""
    script = (
        "import resource,subprocess,sys;"
        "subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(["python3", "-c", script, *command], capture_output=True, check=True, text=True)
    return int(done.stdout) / 1024
