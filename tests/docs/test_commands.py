"""Every command of the tutorials runs as printed, page by page, and prints what the page says it prints.

```console           each line `$ …` is run; the lines below it must come in its output, in that order; `…` stands for
                     what is left out. `console exit=1` where the command is to fail.
<!-- file: NAME -->  the block below is written to the file.
<!-- edit: NAME -->  each key of the YAML block below replaces the line of the same key in the file; a new key of the
                     outermost level goes to the end, with all below it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from checkout import ROOT

PAGES = [*sorted((ROOT / "docs" / "tutorial").glob("*.md")), ROOT / "docs" / "writing_a_blueprint.md"]
BLOCK = re.compile(r"(?:^<!-- (file|edit): (\S+) -->\n)?^```(\w+)(?: exit=(\d))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Step:
    """One thing the reader does: run a command, write a file, or edit one."""

    kind: str
    subject: str
    body: tuple[str, ...]
    exit: int = 0


def steps(page: str) -> Iterator[Step]:
    for what, name, language, code, body in BLOCK.findall(page):
        lines = body.splitlines()
        if language == "console":
            starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
            for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
                yield Step("run", lines[start][2:], tuple(lines[start + 1 : end]), int(code or 0))
        elif what:
            yield Step(what, name, tuple(lines))


def _marked(page: Path) -> object:
    marks = [pytest.mark.slow] if page.parent.name == "tutorial" else []
    marks += [pytest.mark.pdf] if ".pdf" in page.read_text("utf-8") else []
    return pytest.param(page, marks=marks, id=page.name)


@pytest.mark.parametrize("page", [_marked(page) for page in PAGES])
def test_commands_of(page: Path, tmp_path: Path) -> None:
    (tmp_path / "province_profiles").symlink_to(ROOT / "province_profiles")
    done = 0
    for step in steps(page.read_text("utf-8")):
        if step.kind == "run":
            _run(step, tmp_path, "vi_VN.UTF-8" if page.name.endswith(".vi.md") else "en_US.UTF-8")
            done += 1
        elif step.kind == "edit":
            _edit(tmp_path / step.subject, step.body)
        else:
            (tmp_path / step.subject).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / step.subject).write_text("\n".join(step.body) + "\n", "utf-8")
    assert done, "a page without a command"


def _run(step: Step, folder: Path, lang: str) -> None:
    bin_first = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {"PATH": bin_first, "HOME": str(folder), "LANG": lang, "COLUMNS": "80", "PYTHONUTF8": "1"}
    command = ["bash", "-c", step.subject]
    ran = subprocess.run(
        command, cwd=folder, env=env, check=False, timeout=120, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output = ran.stdout.decode("utf-8").replace("\u00a0", " ")
    assert ran.returncode == step.exit, f"$ {step.subject}\n{output}"
    rest = iter(line.rstrip() for line in output.splitlines())
    for expected in (line.rstrip() for line in step.body):
        if expected not in ("", "…"):
            assert any(_same(line, expected) for line in rest), f"$ {step.subject}\nno line {expected!r} in\n{output}"


def _same(line: str, expected: str) -> bool:
    parts = (re.escape(part.strip()) for part in expected.split("…"))
    return re.fullmatch(".*".join(parts), line.strip()) is not None


def _edit(file: Path, body: tuple[str, ...]) -> None:
    lines = file.read_text("utf-8").splitlines()
    at = {path: number for number, path in _paths(lines)}
    wanted = _paths(list(body))
    for number, path in wanted:
        nested = any(longer[: len(path)] == path and longer != path for _, longer in wanted)
        if path[:1] not in at:
            lines.append(body[number])
        elif not nested:
            assert path in at, f"{file.name} has no line {'.'.join(path)}"
            lines[at[path]] = body[number]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _paths(lines: list[str]) -> list[tuple[int, tuple[str, ...]]]:
    """The number and the path of keys of each line `key: …`."""
    found = []
    above: list[tuple[int, str]] = []
    for number, line in enumerate(lines):
        match = re.match(r"( *)([A-Za-z_][\w-]*):", line)
        if match:
            depth = len(match[1])
            above = [*(row for row in above if row[0] < depth), (depth, match[2])]
            found.append((number, tuple(key for _, key in above)))
    return found
