"""Reading and writing: whatever the disk does, a named problem, the old file whole, nothing left behind."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from rollout import files, load
from rollout.problems import ProblemsFound
from rollout.texts import message

OPEN = os.open
ROOT = Path(__file__).parent.parent


def refusal(work: Callable[[], object]) -> str:
    """The code of the one problem that `work` ends with, its words filled in both languages."""
    with pytest.raises(ProblemsFound) as caught:
        work()
    (problem,) = caught.value.problems
    assert problem.place is None
    assert message(problem, "vi") != message(problem, "en")
    return problem.code


def failing(number: int, only: str = "") -> Callable[..., int]:
    """What stands in for a call to the system: it fails, on paths that hold `only`."""

    def fail(path: object, *more: int) -> int:
        if only in str(path):
            raise OSError(number, os.strerror(number))
        return OPEN(str(path), *more)

    return fail


def test_bytes_come_back(tmp_path: Path) -> None:
    path = tmp_path / "tệp.yaml"
    files.write_atomically(path, b"abc")
    assert files.read_bytes(path, 3) == b"abc"
    assert refusal(lambda: files.read_bytes(path, 2)) == "F006"


def test_what_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    os.mkfifo(tmp_path / "fifo")
    assert refusal(lambda: files.read_bytes(tmp_path / "none", 9)) == "F001"
    assert refusal(lambda: files.read_bytes(tmp_path, 9)) == "F002"
    assert refusal(lambda: files.read_bytes(tmp_path / "fifo", 9)) == "F003"
    assert refusal(lambda: files.read_bytes("/dev/zero", 9)) == "F003"
    assert refusal(lambda: files.read_bytes(loop, 9)) == "F004"
    assert refusal(lambda: files.read_bytes(tmp_path / ("x" * 300), 9)) == "F012"
    assert refusal(lambda: files.read_bytes("a\0b", 9)) == "F013"
    (tmp_path / "locked").write_bytes(b"x")
    monkeypatch.setattr(os, "open", failing(errno.EACCES, "locked"))
    assert refusal(lambda: files.read_bytes(tmp_path / "locked", 9)) == "F005"
    monkeypatch.setattr(os, "open", failing(errno.EIO, "locked"))
    assert refusal(lambda: files.read_bytes(tmp_path / "locked", 9)) == "F009"


def test_a_sparse_file_of_two_gigabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "sparse.yaml"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3 + 1)
    assert refusal(lambda: files.read_bytes(path, 9)) == "F007"
    assert [problem.code for problem in load.read(path).problems] == ["F007"]


def test_the_loader_tells_a_file_over_its_cap_from_one_that_is_absurd(tmp_path: Path) -> None:
    path = tmp_path / "long.yaml"
    path.write_bytes(b"a: x\n" * 200_000)
    (problem,) = load.read(path).problems
    assert (problem.code, str(problem.place)) == ("Y001", f"{path}:1:1")
    assert load.read(path, file="long.yaml").file == "long.yaml"


WRITING = [
    ("F010", errno.ENOSPC), ("F010", errno.EDQUOT), ("F011", errno.EROFS), ("F011", errno.EACCES), ("F009", errno.EIO),
]  # fmt: skip


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize(("code", "number"), WRITING, ids=[errno.errorcode[row[1]] for row in WRITING])
def test_a_failed_write_keeps_the_old_file_and_leaves_nothing(
    step: str, code: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, lambda *_: failing(number)(""))
    assert refusal(lambda: files.write_atomically(path, b"new")) == code
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("report.html", b"old")]


def test_ctrl_c_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "report.html"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        files.write_atomically(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["report.html"]


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert refusal(lambda: files.write_atomically(tmp_path, b"x")) == "F002"
    assert refusal(lambda: files.write_atomically(tmp_path / "fifo", b"x")) == "F003"
    assert refusal(lambda: files.write_atomically(tmp_path / "none" / "x", b"x")) == "F014"
    assert refusal(lambda: files.write_atomically(tmp_path / ("x" * 300), b"x")) == "F012"


def test_devices_are_written_to_and_never_replaced() -> None:
    files.write_atomically("/dev/null", b"x")
    assert Path("/dev/null").is_char_device()
    if Path("/dev/full").exists():
        assert refusal(lambda: files.write_atomically("/dev/full", b"x")) == "F010"


def test_a_link_keeps_being_one_and_rights_stay(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    files.write_atomically(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)


def test_new_files_can_be_read_by_others_as_the_system_allows(tmp_path: Path) -> None:
    files.write_atomically(tmp_path / "new", b"x")
    mask = os.umask(0o022)
    os.umask(mask)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_backup_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    files.write_atomically(path, b"one", backup=True)
    assert files.keep_backup(tmp_path / "none") is None
    assert not (tmp_path / "profile.yaml.bak").exists()
    files.write_atomically(path, b"two", backup=True)
    assert (tmp_path / "profile.yaml.bak").read_bytes() == b"one"
    assert path.read_bytes() == b"two"


def test_a_second_run_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "deep"
    with files.lock(folder):
        assert refusal(lambda: files.lock(folder).__enter__()) == "F015"
    with files.lock(folder):
        pass
    assert list(folder.iterdir()) == []
    (tmp_path / "file").write_bytes(b"")
    assert refusal(lambda: files.lock(tmp_path / "file").__enter__()) in {"F009", "F011"}


WRITER = """
import sys
from rollout.files import write_atomically
for turn in range(100_000):
    write_atomically(sys.argv[1], bytes([65 + turn % 26]) * 400_000)
"""


def test_a_killed_run_leaves_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(b"0" * 400_000)
    for wait in (0.25, 0.31, 0.37):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT) as run:
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
        data = path.read_bytes()
        assert len(data) == 400_000
        assert len(set(data)) == 1
