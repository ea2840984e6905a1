"""The conventions a command line is held against, each a row: its number, and what shows that it is kept."""

from __future__ import annotations

import ast
import hashlib
import io
import json
import os
import pty
import re
import signal
import socket
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from checkout import PACKAGE, ROOT
from cli.runs import HEAD, ILLUSTRATIVE, PROFILE, Run

from rollout.cli import many
from rollout.cli.console import Console
from rollout.cli.group import GROUP
from rollout.cli.help import Helpful

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
COMMAND = [sys.executable, "-m", "rollout"]


def commands() -> list[tuple[list[str], click.Command]]:
    """Every command and group, with the words that call it."""
    found: list[tuple[list[str], click.Command]] = [([], GROUP)]
    ctx = click.Context(GROUP, info_name="rollout", obj={"lang": "vi"})
    for name in GROUP.list_commands(ctx):
        command = GROUP.get_command(ctx, name)
        assert command is not None
        found.append(([name], command))
        if isinstance(command, click.Group):
            found += [([name, below], one) for below, one in command.commands.items()]
    return found


def outside(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, env={**os.environ, **environment}, stdin=subprocess.DEVNULL,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.fixture
def world(rollout: Run, good: Path, bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    return World(rollout, good, bad, tmp_path, monkeypatch)


class World:
    """What a row may use."""

    def __init__(self, run: Run, good: Path, bad: Path, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.run, self.good, self.bad, self.folder, self.patch = run, good, bad, folder, patch


def data_on_stdout(at: World) -> None:
    done = at.run("gap", at.good, "--format", "json")
    assert json.loads(done.out)["format"] == "rollout.gap/1"
    assert done.err


def help_everywhere(at: World) -> None:
    for words, _ in commands():
        for flag in ("-h", "--help"):
            done = at.run(*words, flag)
            assert (done.code, done.err) == (0, ""), words
            assert done.out, words


def help_without_arguments(at: World) -> None:
    done = at.run()
    assert done.code == 2
    assert "validate" in done.err


def example_first(at: World) -> None:
    for words, _ in commands():
        lines = at.run(*words, "--help").out.splitlines()
        assert lines[0] == "Ví dụ:", words
        assert lines[1].startswith(" ".join(["  rollout", *words])), words


def where_to_read_and_ask(at: World) -> None:
    for words, _ in commands():
        out = at.run(*words, "--help").out
        assert "docs/" in out, words
        assert "CONTRIBUTING.md" in out, words


def version(at: World) -> None:
    out = at.run("--version").out
    assert "rollout.profile/1" in out
    assert "anh_duong@1" in out


def did_you_mean(at: World) -> None:
    assert "rollout validate" in at.run("validte").err
    assert "--format" in at.run("validate", "--formt", "x").err
    assert "hours_per_week" in at.run("validate", at.bad).out
    assert "quang-ninh" in at.run("profile", "new", "Quang Nin", "--date", "2026-07-01").err
    at.good.write_text(at.good.read_text("utf-8").replace("quang-ninh", "dak lak"), "utf-8")
    assert at.run("validate", at.good).code == 1


def tells_what_was_written(at: World) -> None:
    target = at.folder / "r.md"
    assert str(target) in at.run("gap", at.good, "-o", target).err


def suggests_the_next_command(at: World) -> None:
    assert "rollout gap" in at.run("validate", at.good).err
    assert "rollout explain" in at.run("validate", at.bad).err
    assert "rollout checklist" in at.run("gap", at.good).err


def colour_carries_nothing_alone(at: World) -> None:
    coloured, plain = at.run("validate", at.bad, "--color"), at.run("validate", at.bad, "--no-color")
    assert ANSI.search(coloured.out)
    assert ANSI.sub("", coloured.out) == plain.out
    assert "lỗi" in plain.out


def no_colour_where_not_wanted(at: World) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert Console().coloured(Terminal())
    assert not Console().coloured(io.StringIO())
    assert not Console(color=False).coloured(Terminal())
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with at.patch.context() as patch:
            patch.setenv(name, value)
            assert not Console().coloured(Terminal())
            patch.setenv("FORCE_COLOR", "1")
            assert Console().coloured(io.StringIO())
    reader, writer = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "validate", str(at.bad)], cwd=ROOT, env={**os.environ, "NO_COLOR": "1"}, stdout=writer,
        stderr=subprocess.DEVNULL, timeout=60, check=False,
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == 1
    assert b"\x1b" not in os.read(reader, 100_000)
    os.close(reader)


def no_animation_off_a_terminal(at: World) -> None:
    at.patch.setattr(many, "PATIENCE", 0)
    err = at.run("gap", at.good, PROFILE, ILLUSTRATIVE).err
    assert "\r" not in err
    assert "\x1b" not in err
    assert err.count("Đang xử lý 3 hồ sơ") == 1


def quiet_is_silent(at: World) -> None:
    assert at.run("validate", "-q", at.good).said == ""
    assert at.run("gap", "-q", at.good).said == ""
    assert at.run("gap", "--quiet", at.good, "-o", at.folder / "r.txt").said == ""
    assert at.run("validate", "-q", at.bad).out


def traceback_only_for_debug(at: World) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("Nguyễn Thị Bí Mật")

    at.patch.setattr("rollout.cli.validate.check", broken)
    done = at.run("validate", at.good)
    assert done.code == 3
    assert "Traceback" not in done.err
    assert "Traceback" in at.run("validate", at.good, "--debug").err


def progress_with_count_and_time(at: World) -> None:
    at.patch.setattr(many, "PATIENCE", 0)
    at.patch.setattr(many, "is_terminal", lambda _: True)
    err = at.run("gap", at.good, PROFILE, ILLUSTRATIVE).err
    assert "Đã xử lý 2/3 hồ sơ, còn khoảng" in err
    assert err.rstrip().endswith("\x1b[K") or "\r\x1b[K" in err


def first_output_soon(at: World) -> None:
    script = "import sys; sys.argv = ['rollout', '--help']; from rollout.cli import main; main(); "
    script += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, timeout=60, check=True)
    assert done.stdout
    heavy = {"click", "yaml", "jinja2", "jsonschema", "jsonschema_rs", "weasyprint", "pathlib"}
    # What the interpreter itself brought, before a line of ours ran, is not ours.
    bare = subprocess.run([sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, check=True)
    assert not (set(done.stderr.decode().split()) - set(bare.stdout.decode().split())) & heavy


def dash_is_a_stream(at: World) -> None:
    at.patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(at.bad.read_bytes())))
    assert "<stdin>:10:7" in at.run("validate", "-").out
    assert at.run("gap", at.good, "-o", "-").out


def order_of_flags_does_not_matter(at: World) -> None:
    orders = (
        ("--lang", "en", "validate", "--no-color", at.bad),
        ("validate", at.bad, "--no-color", "--lang", "en"),
        ("--no-color", "validate", "--lang", "en", at.bad),
    )
    assert len({at.run(*words).out for words in orders}) == 1


def errors_say_where_what_and_how(at: World) -> None:
    for lang, needed in (("vi", ("giá trị cho phép", "từ 0 đến 168", "Cách sửa")), ("en", ("0", "168", "To fix it"))):
        out = at.run("validate", at.bad, "--lang", lang).out
        assert f"{at.bad}:11:23:" in out
        assert "answers.services.hotline.hours_per_week" in out
        assert "400" in out
        assert all(word in out for word in needed)
        assert re.search(r"11 \|       hours_per_week: 400\n +\| {23}\^", out)


def all_errors_capped(at: World) -> None:
    rows = "".join(f"      wrong_key_number_{number}: 1\n" for number in range(57))
    at.bad.write_text(f"{HEAD}answers:\n  services:\n    hotline:\n{rows}", "utf-8")
    done = at.run("validate", at.bad)
    assert "và 37 lỗi nữa" in done.out
    assert "57 lỗi" in done.out.splitlines()[-1]
    assert at.run("validate", at.bad, "-v").out.count("wrong_key_number_56") > 0


def stable_codes(at: World) -> None:
    codes = set(re.findall(r"lỗi ([A-Z]\d{3}):", at.run("validate", at.bad).out))
    assert codes == {"S003", "S007"}
    for code in codes:
        assert at.run("explain", code).out.startswith(code)


def most_important_line_last(at: World) -> None:
    assert at.run("validate", at.bad).out.splitlines()[-1].startswith("CÓ LỖI: 2 lỗi")
    assert "đưa vào hoạt động" in at.run("gap", ILLUSTRATIVE).err.splitlines()[-1]


def interrupted(at: World) -> None:
    process = subprocess.Popen(
        # whoever runs the tests in the background may have the signal ignored, and children inherit that
        ["env", "--default-signal=INT", *COMMAND, "gap", "-", "-o", str(at.folder / "r.html")],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    wait_until_reading(process.pid)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Đã dừng" in err.decode()
    assert b"Traceback" not in err
    assert not list(at.folder.glob("*r*html*"))


def wait_until_reading(pid: int) -> None:
    """Wait until the process waits for its input (all that is imported is imported)."""
    for _ in range(600):
        if "pipe" in Path(f"/proc/{pid}/wchan").read_text("utf-8"):
            return
        time.sleep(0.05)
    pytest.skip("this system does not say what a process waits for")


def same_bytes_again(at: World) -> None:
    hashes = set()
    for name in ("a.html", "b.html"):
        at.run("gap", ILLUSTRATIVE, "-o", at.folder / name)
        hashes.add(hashlib.sha256((at.folder / name).read_bytes()).hexdigest())
    assert len(hashes) == 1


def no_today(at: World) -> None:
    outs = {outside("gap", PROFILE, "--format", "json", TZ=zone).stdout for zone in ("UTC", "Asia/Ho_Chi_Minh")}
    assert len(outs) == 1
    reading = [path for path in PACKAGE.rglob("*.py") if re.search(r"\.today\(|\.now\(|time\.time\(", path.read_text())]
    assert reading == []


def no_network(at: World) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    at.patch.setattr(socket, "socket", refuse)
    at.patch.setattr(socket, "create_connection", refuse)
    assert at.run("gap", PROFILE, "-o", at.folder / "r.html").code == 0
    assert at.run("validate", "province_profiles").code == 0


def everything_inside(at: World) -> None:
    at.run("gap", PROFILE, "-o", at.folder / "r.html")
    page = (at.folder / "r.html").read_text("utf-8")
    assert "data:font/woff2" in page
    assert not re.search(r"""(src|href)=["']https?:|url\(["']?https?:|@import""", page)


def languages(at: World) -> None:
    assert "Cách sửa" in at.run("validate", at.bad).out
    assert "To fix it" in at.run("validate", at.bad, "--lang", "en").out
    at.patch.setenv("LANG", "en_GB.UTF-8")
    assert "To fix it" in at.run("validate", at.bad).out
    done = at.run("gap", at.good)
    assert "Báo cáo rà soát" in done.out
    assert "NOT READY" in done.err
    assert "readiness" in at.run("gap", at.good, "--lang", "en").out


def no_abbreviations(at: World) -> None:
    assert at.run("val", at.good).code == 2
    assert at.run("validate", "--form", "json", at.good).code == 2


def same_flag_same_meaning(at: World) -> None:
    seen: dict[str, tuple[object, ...]] = {}
    for _, command in commands():
        for row in command.params:
            if isinstance(row, click.Option):
                shape = (row.opts, row.is_flag, row.metavar, type(row.type).__name__)
                assert seen.setdefault(max(row.opts, key=len), shape) == shape


def completion(at: World) -> None:
    for shell in ("bash", "zsh", "fish"):
        # click asks bash for its version; where there is no bash it still prints the script.
        done = outside(_ROLLOUT_COMPLETE=f"{shell}_source")
        assert b"rollout" in done.stdout, shell
    done = outside(_ROLLOUT_COMPLETE="bash_complete", COMP_WORDS="rollout val", COMP_CWORD="1")
    assert b"validate" in done.stdout


def utf8_whatever_the_system(at: World) -> None:
    done = outside("validate", str(at.bad), PYTHONIOENCODING="cp1252")
    assert "Cách sửa" in done.stdout.decode("utf-8")


def letters_line_up(at: World) -> None:
    lines = at.run("gap", PROFILE, ILLUSTRATIVE, "province_profiles/da_nang_2022.yaml").out.splitlines()[:3]
    starts = {unicodedata.normalize("NFC", line).index("/20") for line in lines}
    assert len(starts) == 1


def nothing_outside_is_waited_for(at: World) -> None:
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.name for alias in node.names] + [getattr(node, "module", "") or ""]
                assert not {"subprocess", "socket", "urllib.request"} & set(names), path


ROWS: dict[int, Callable[[World], None]] = {
    2: data_on_stdout,
    3: help_everywhere,
    4: help_without_arguments,
    5: example_first,
    6: where_to_read_and_ask,
    7: version,
    8: did_you_mean,
    11: tells_what_was_written,
    12: suggests_the_next_command,
    13: colour_carries_nothing_alone,
    14: no_colour_where_not_wanted,
    16: no_animation_off_a_terminal,
    17: quiet_is_silent,
    18: traceback_only_for_debug,
    19: progress_with_count_and_time,
    20: first_output_soon,
    25: dash_is_a_stream,
    26: order_of_flags_does_not_matter,
    27: errors_say_where_what_and_how,
    28: all_errors_capped,
    29: stable_codes,
    30: most_important_line_last,
    32: interrupted,
    34: same_bytes_again,
    35: no_today,
    39: no_network,
    40: everything_inside,
    41: languages,
    43: no_abbreviations,
    44: same_flag_same_meaning,
    45: completion,
    47: utf8_whatever_the_system,
    48: letters_line_up,
    50: nothing_outside_is_waited_for,
}


@pytest.mark.parametrize("number", ROWS, ids=[f"{number}-{row.__name__}" for number, row in ROWS.items()])
def test_convention(number: int, world: World) -> None:
    ROWS[number](world)


def test_every_command_explains_itself() -> None:
    assert all(isinstance(command, Helpful) for _, command in commands())
