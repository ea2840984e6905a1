"""The only module that opens, reads, writes or replaces files. Every failure is a named problem (F…)."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from rollout.problems import Problem, ProblemsFound

# Larger than any file a person could have written: not worth opening at all.
ABSURD_SIZE = 1024**3
try:
    import fcntl
except ImportError:  # Windows has no locks on folders; replacing files whole is all there is
    fcntl = None  # type: ignore[assignment]
_CODES = {
    errno.ENOENT: "F001",
    errno.ENOTDIR: "F001",
    errno.EISDIR: "F002",
    errno.ELOOP: "F004",
    errno.EACCES: "F005",
    errno.EPERM: "F005",
    errno.EROFS: "F011",
    errno.ENOSPC: "F010",
    errno.EDQUOT: "F010",
    errno.ENAMETOOLONG: "F012",
    errno.EINVAL: "F013",
}
_WRITING = {"F001": "F014", "F005": "F011"}


def read_bytes(path: Path | str, cap: int) -> bytes:
    """Return the bytes of a regular file of at most `cap` bytes.

    Raises ProblemsFound: F001 not there, F002 a directory, F003 not a regular file, F004 a loop of links,
    F005 not allowed, F006 larger than cap, F007 absurdly large, F009 any other failure, F012 name too long.
    """
    try:
        # O_NONBLOCK: opening a FIFO must not wait for somebody to write into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            _check_kind(path, os.fstat(stream.fileno()), cap)
            data = stream.read(cap + 1)
    except (OSError, ValueError) as error:
        _refuse(path, error)
    if len(data) > cap:
        raise _problem("F006", path, size=len(data), cap=cap)
    return data


def is_folder(path: Path | str) -> bool:
    """Tell whether `path` is a folder. Never raises: what cannot be looked at (a name too long, say) is none."""
    return os.path.isdir(path)  # noqa: PTH112 – Path.is_dir() raises there


def is_file(path: Path | str) -> bool:
    """Tell whether `path` is a regular file. Never raises, as `is_folder`."""
    return os.path.isfile(path)  # noqa: PTH113 – Path.is_file() raises there


def write_atomically(path: Path | str, data: bytes, *, backup: bool = False) -> None:
    """Replace `path` by `data`, whole or not at all; with `backup`, the old content stays as <name>.bak.

    The new bytes are on disk before they take the old one's place; nothing is left behind on any failure.
    Raises ProblemsFound: F002, F003, F004, F009–F014.
    """
    try:
        target = Path(os.path.realpath(path, strict=False))
        if _is_stream(target):
            target.write_bytes(data)
            return
        if backup:
            keep_backup(target)
        _replace(target, data)
    except (OSError, ValueError) as error:
        _refuse(path, error, writing=True)


def keep_backup(path: Path | str) -> Path | None:
    """Copy an existing file that a person may have edited to <name>.bak, replacing an older copy; None if none."""
    source = Path(path)
    if not source.is_file():
        return None
    copy = source.with_name(source.name + ".bak")
    try:
        _replace(copy, source.read_bytes())
        os.utime(copy, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns))
    except (OSError, ValueError) as error:
        _refuse(copy, error, writing=True)
    return copy


@contextmanager
def lock(folder: Path | str, named: Path | str = "") -> Iterator[None]:
    """Hold `folder` (made when missing) for one run; a second run is refused with F015 and may try again.

    The lock belongs to the process: a killed run leaves nothing to clean up. Problems name `named`, if given.
    """
    told = named or folder
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        if is_file(folder):
            _refuse(told, error, writing=True)
        raise _problem("F015", told) from None  # another run has just taken it away
    except (OSError, ValueError) as error:
        _refuse(told, error, writing=True)
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        raise _problem("F015", told) from None
    except OSError as error:
        _refuse(told, error, writing=True)
    try:
        _claim(folder, handle, told)
        yield
    finally:
        os.close(handle)


def check_room(path: Path | str) -> None:
    """See that a folder can be made in the place of `path`, by making one beside it for a moment.

    Raises ProblemsFound: F009–F014.
    """
    try:
        target = Path(os.path.realpath(path, strict=False))
        with suppress(FileNotFoundError):
            target.with_name(_working(target)).lstat()  # too long a name is too long here
        there = next(row for row in target.parents if row.exists())
        with TemporaryDirectory(dir=there, prefix=".rollout-"):
            pass
    except (OSError, ValueError) as error:
        _refuse(path, error, writing=True)


def write_folder(path: Path | str, files: Mapping[str, bytes], *, ours: frozenset[str] = frozenset()) -> Path | None:
    """Make `path` a folder of exactly these files, all of them or nothing; return where another folder was kept.

    The files are made in a hidden folder beside it, in one that takes its name once everything is on disk. A folder
    that was there is removed where it holds only files named in `ours`, else kept as <name>.bak, .bak2 …
    Raises ProblemsFound: F009–F015, F003 where `path` is something else.
    """
    try:
        target = Path(os.path.realpath(path, strict=False))
        if _is_no_folder(target):
            raise _problem("F003", target)
        work = target.with_name(_working(target))
        with lock(work, target):
            return _made(work, target, files, ours)
    except (OSError, ValueError) as error:
        _refuse(path, error, writing=True)


def _working(target: Path) -> str:
    return f".{target.name}.rollout-new"


def _made(work: Path, target: Path, files: Mapping[str, bytes], ours: frozenset[str]) -> Path | None:
    making, before = work / "new", work / "old"
    # a run may have been killed between the two renames, or before it removed what it had replaced
    _put_back(target, before, None)
    _remove(before)
    _remove(making)
    kept: Path | None = None
    try:
        making.mkdir()
        for name, data in files.items():
            _write_through(making / name, data)
        kept = _aside(target, before, ours)
        making.rename(target)
    except BaseException:  # Ctrl-C too
        with suppress(OSError):
            _remove(making)
        _put_back(target, before, kept)
        with suppress(OSError):
            work.rmdir()
        raise
    _remove(before)
    work.rmdir()
    return kept


def _aside(target: Path, before: Path, ours: frozenset[str]) -> Path | None:
    """Move a folder out of the way: to be removed later where all of it is ours, else to a name that is kept."""
    if not target.exists():
        return None
    if {row.name for row in target.iterdir()} <= ours:
        target.rename(before)
        return None
    names = (target.with_name(f"{target.name}.bak{number if number > 1 else ''}") for number in range(1, 1000))
    return target.rename(next(name for name in names if not name.exists()))


def _is_no_folder(target: Path) -> bool:
    with suppress(FileNotFoundError):
        return not stat.S_ISDIR(target.stat().st_mode)
    return False


def _put_back(target: Path, before: Path, kept: Path | None) -> None:
    moved = kept or before
    if moved.exists() and not target.exists():
        moved.rename(target)


def _remove(folder: Path) -> None:
    if folder.exists():
        _clear(folder)
        folder.rmdir()


def _clear(folder: Path) -> None:
    for row in folder.iterdir():
        row.unlink()


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def folder_files(folder: Path | str) -> tuple[str, ...]:
    """Return the names of what is in a folder, sorted; raises ProblemsFound as `read_bytes`."""
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 – names are all that is wanted
    except (OSError, ValueError) as error:
        _refuse(folder, error)


def _claim(folder: Path | str, handle: int, told: Path | str) -> None:
    if fcntl is None:
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        held = os.path.samestat(os.fstat(handle), os.stat(folder))  # noqa: PTH116 – of the name, whatever it is
    except OSError:
        held = False
    if not held:  # locked, or renamed between its opening and its locking
        raise _problem("F015", told)


def _replace(target: Path, data: bytes) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a directory", str(target))
    if target.exists() and not target.is_file():
        raise _problem("F003", target)
    temporary, handle = _beside(target)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except BaseException:  # Ctrl-C too: no half file may stay
        with suppress(OSError):
            temporary.unlink()
        raise


def _beside(target: Path) -> tuple[Path, int]:
    """A new empty file in the folder of `target`, where a rename cannot fail halfway, and its handle."""
    mode = 0o600 if target.exists() else 0o666
    number = 0
    while True:
        path = target.parent / f".rollout-{os.getpid()}-{number}.tmp"
        # A killed run may have left its own behind.
        with suppress(FileExistsError):
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
        number += 1


def _is_stream(target: Path) -> bool:
    """/dev/null and terminals are written to, never replaced."""
    return target.exists() and stat.S_ISCHR(target.stat().st_mode)


def _check_kind(path: Path | str, status: os.stat_result, cap: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _problem("F002", path)
    if not stat.S_ISREG(status.st_mode):
        raise _problem("F003", path)
    if status.st_size > cap:
        raise _problem("F007" if status.st_size >= ABSURD_SIZE else "F006", path, size=status.st_size, cap=cap)


def _refuse(path: Path | str, error: OSError | ValueError, *, writing: bool = False) -> NoReturn:
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    code = _CODES.get(number or 0, "F009")
    reason = error.strerror if isinstance(error, OSError) else str(error)
    raise _problem(_WRITING.get(code, code) if writing else code, path, reason=reason or "") from error


def _problem(code: str, path: Path | str, **values: object) -> ProblemsFound:
    name = os.fspath(path)
    shown = name if len(name) <= 120 else f"{name[:60]}…{name[-40:]}"
    return ProblemsFound([Problem(code, None, {"file": shown.replace("\0", "\\0"), **values})])
