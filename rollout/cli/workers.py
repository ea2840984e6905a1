"""Two processes for a long list: each takes every second item and sends its results back in order.

The processes are forked after everything is open, so that they share it; a pipe that is full makes a worker wait, so
that memory does not grow with the list.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

WORKERS = 2
_HEADER = 8
T = TypeVar("T")


def in_parallel(work: Callable[[str], T], items: Sequence[str]) -> Iterator[T]:
    """Yield work(item) for each item, in order; an exception of a worker is raised here."""
    started = [_start(work, items[number::WORKERS]) for number in range(WORKERS)]
    try:
        for index in range(len(items)):
            worked, value = _receive(started[index % WORKERS][1])
            if not worked:
                raise value
            yield value
    finally:
        _stop(started)


def _start(work: Callable[[str], T], items: Sequence[str]) -> tuple[int, int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    code = 1
    try:
        # Ctrl-C reaches every process of the terminal; only the parent answers.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        os.close(reader)
        for item in items:
            _send(writer, _outcome(work, item))
        code = 0
    finally:
        os._exit(code)


def _outcome(work: Callable[[str], T], item: str) -> bytes:
    try:
        return pickle.dumps((True, work(item)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 – carried to the parent and raised there
        fault = RuntimeError(f"{type(error).__name__} in a worker")
        return pickle.dumps((False, fault), pickle.HIGHEST_PROTOCOL)


def _send(writer: int, data: bytes) -> None:
    rest = memoryview(len(data).to_bytes(_HEADER, "big") + data)
    while rest:
        rest = rest[os.write(writer, rest) :]


def _receive(reader: int) -> tuple[bool, Any]:
    size = int.from_bytes(_exactly(reader, _HEADER), "big")
    outcome: tuple[bool, Any] = pickle.loads(_exactly(reader, size))  # noqa: S301 – from our own child
    return outcome


def _exactly(reader: int, size: int) -> bytes:
    parts = []
    while size:
        part = os.read(reader, min(size, 1 << 20))
        if not part:
            raise ChildProcessError("a worker ended early")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _stop(started: Sequence[tuple[int, int]]) -> None:
    for child, reader in started:
        os.close(reader)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
        with suppress(ChildProcessError):
            os.waitpid(child, 0)
