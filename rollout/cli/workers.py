"""Two processes for a long list: each takes the next item when it is free and sends its results back.

The processes are forked after everything is open, so that they share it. Results are yielded in order; a worker that
is ahead waits at its full pipe, so that memory does not grow with the list.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

WORKERS = 2
_NUMBER = 8
T = TypeVar("T")
U = TypeVar("U")


@dataclass(slots=True)
class _Worker:
    """A process, where its results come from, and the number of the last one read."""

    process: int
    reader: int
    last: int = -1


def in_parallel(work: Callable[[U], T], items: Sequence[U]) -> Iterator[T]:
    """Yield work(item) for each item, in order; an exception of a worker is raised here."""
    # The pipe holds the number of the next item; whoever takes it puts back the one after.
    queue = os.pipe()
    os.write(queue[1], (0).to_bytes(_NUMBER, "big"))
    started: list[_Worker] = []
    try:
        started.extend(_start(work, items, queue) for _ in range(min(WORKERS, len(items))))
        early: dict[int, tuple[bool, Any]] = {}
        for index in range(len(items)):
            while index not in early:
                # Each worker's numbers rise: one that is past this item has not taken it.
                worker = next(row for row in started if row.last < index)
                worker.last, outcome = _receive(worker.reader)
                early[worker.last] = outcome
            worked, value = early.pop(index)
            if not worked:
                raise value
            yield value
    finally:
        _stop(started)
        for end in queue:
            os.close(end)


def _start(work: Callable[[U], T], items: Sequence[U], queue: tuple[int, int]) -> _Worker:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return _Worker(child, reader)
    code = 1
    try:
        # Ctrl-C reaches every process of the terminal; only the parent answers.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(reader)
        while (index := _next(queue)) < len(items):
            _send(writer, index, _outcome(work, items[index]))
        _send(writer, index, pickle.dumps((True, None)))  # past the last: an end that is none too early
        code = 0
    finally:
        os._exit(code)


def _next(queue: tuple[int, int]) -> int:
    index = int.from_bytes(_exactly(queue[0], _NUMBER), "big")
    os.write(queue[1], (index + 1).to_bytes(_NUMBER, "big"))
    return index


def _outcome(work: Callable[[U], T], item: U) -> bytes:
    try:
        return pickle.dumps((True, work(item)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 – carried to the parent and raised there
        fault = RuntimeError(f"{type(error).__name__} in a worker")
        return pickle.dumps((False, fault), pickle.HIGHEST_PROTOCOL)


def _send(writer: int, index: int, outcome: bytes) -> None:
    head = len(outcome).to_bytes(_NUMBER, "big") + index.to_bytes(_NUMBER, "big")
    rest = memoryview(head + outcome)
    while rest:
        rest = rest[os.write(writer, rest) :]


def _receive(reader: int) -> tuple[int, tuple[bool, Any]]:
    head = _exactly(reader, 2 * _NUMBER)
    data = _exactly(reader, int.from_bytes(head[:_NUMBER], "big"))
    outcome: tuple[bool, Any] = pickle.loads(data)  # noqa: S301 – from our own child
    return int.from_bytes(head[_NUMBER:], "big"), outcome


def _exactly(reader: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(reader, min(size, 1 << 20))
        if not part:
            raise ChildProcessError("a worker ended early")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _stop(started: Sequence[_Worker]) -> None:
    for row in started:
        os.close(row.reader)
        with suppress(ProcessLookupError):
            os.kill(row.process, signal.SIGTERM)
        with suppress(ChildProcessError):
            os.waitpid(row.process, 0)
