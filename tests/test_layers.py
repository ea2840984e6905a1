"""The floors of the house (docs/architecture.md): imports flow one way, one module touches files, one floor speaks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import PACKAGE, name_of, sources

BASE = {"problems", "shipped", "files", "texts", "language", "schemas"}
# Lowest first; floors on one line are siblings and never import each other.
FLOORS = [{"load"}, {"model"}, {"analysis"}, {"reporting", "drafting"}, {"documents"}, {"layout"}, {"cli"}]
# Imported inside the function that needs them: engines over 50 ms, and what only one operating system has.
LATE = {
    "weasyprint",
    "fontTools",
    "docx",
    "resvg_py",
    "jsonschema",
    "referencing",
    "jsonschema_rs",
    "jinja2",
    "fcntl",
    "msvcrt",
    "lxml",
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
}

OPENING_MODULES = {"fileinput", "mmap", "sqlite3", "dbm", "glob"}
OPENING_OS = {
    "open",
    "fdopen",
    "replace",
    "rename",
    "remove",
    "unlink",
    "link",
    "symlink",
    "mkdir",
    "makedirs",
    "rmdir",
}
OPENING_METHODS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "touch", "unlink", "mkdir", "rmdir", "rename",
    "symlink_to", "hardlink_to",
}  # fmt: skip
NETWORK = {"socket", "http", "requests", "ftplib", "smtplib", "httpx", "aiohttp"}
SPEAKING = {"print", "input", "exit", "quit", "breakpoint"}
SPEAKING_SYS = {"stdout", "stderr", "stdin", "exit"}


def part_of(file: Path) -> str:
    """The floor or base module that `file` belongs to; "" is the package's own __init__."""
    first = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
    return {"__init__": "", "__main__": "cli"}.get(first, first)


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of every import anywhere in the file, function bodies too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{alias.name}") for alias in node.names)


def allowed(part: str) -> set[str]:
    """The parts of the package that `part` may import."""
    if part == "":
        return set()
    if part in BASE:
        return BASE
    below: set[str] = set(BASE)
    for floor in FLOORS:
        if part in floor:
            return below | {part}
        below |= floor
    raise AssertionError(f"rollout/{part} stands on no floor: place it in FLOORS and in docs/architecture.md")


def wrong_imports(part: str, tree: ast.AST) -> Iterator[str]:
    """Every import of ours that goes up, sideways or is relative."""
    may = allowed(part)
    for line, name in imported(tree):
        if name.startswith("."):
            yield f"{line}: relative import of {name}"
        path = name.split(".")
        if path[0] == "rollout" and len(path) > 1 and path[1] not in may and not path[1].startswith("__version"):
            yield f"{line}: {part or 'rollout'} imports {name}"


def late_imports(part: str, tree: ast.AST) -> Iterator[str]:
    """Every import inside a function that is not of a slow engine; calls of the import machinery outside cli."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for line, name in imported(function):
                if name.split(".")[0] not in LATE:
                    yield f"{line}: {name} imported inside a function"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and part != "cli" and called(node) in {"importlib.import_module", "__import__"}:
            yield f"{node.lineno}: {called(node)} outside cli"
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from (f"{line}: {name} hidden" for line, name in imported(node) if name.split(".")[0] not in LATE)


def called(node: ast.Call) -> str:
    """What is called, as written: `os.open`, `.read_text`, `open`."""
    match node.func:
        case ast.Name(name):
            return name
        case ast.Attribute(ast.Name(owner), method):
            return f"{owner}.{method}"
        case ast.Attribute(_, method):
            return f".{method}"
    return ""


def file_access(tree: ast.AST) -> Iterator[str]:
    """Every way to a file or to the network that the file takes."""
    for line, name in imported(tree):
        top = name.split(".")[0]
        if top in OPENING_MODULES | NETWORK or name.startswith(("urllib.request", "shutil.", "tempfile.")):
            yield f"{line}: imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and opens(called(node)) and "os.devnull" not in map(ast.unparse, node.args):
            yield f"{node.lineno}: {called(node)}(…)"


def opens(call: str) -> bool:
    """Whether a call written like this opens, makes, moves or removes a file; `files` is ours, `formatter` click's,
    `package` a zip in memory."""
    owner, dot, method = call.rpartition(".")
    if owner == "os":
        return method in OPENING_OS
    if owner in {"shutil", "tempfile"}:
        return method not in {"get_terminal_size", "gettempdir"}
    return method in OPENING_METHODS and owner not in {"files", "formatter", "package"} if dot else method == "open"


def speech(tree: ast.AST) -> Iterator[str]:
    """Every way the file takes to print, to ask or to end the process."""
    for line, name in imported(tree):
        if name.split(".")[0] in {"click", "getpass"}:
            yield f"{line}: imports {name}"
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Name(name)) if name in SPEAKING:
                yield f"{node.lineno}: {name}(…)"
            case ast.Call(ast.Attribute(ast.Name("logging"), name)) if name not in {
                "getLogger",
                "Handler",
                "NullHandler",
            }:
                yield f"{node.lineno}: logging.{name}(…)"
            case ast.Attribute(ast.Name("sys"), name) if name in SPEAKING_SYS:
                yield f"{node.lineno}: sys.{name}"
            case ast.Name("SystemExit") | ast.Attribute(ast.Name("os"), "_exit"):
                yield f"{node.lineno}: ends the process"


def parsed(file: Path) -> ast.AST:
    return ast.parse(file.read_text("utf-8"))


def test_imports_flow_one_way() -> None:
    wrong = [f"{name_of(file)}:{what}" for file in sources() for what in wrong_imports(part_of(file), parsed(file))]
    assert not wrong, "\n".join(wrong)


def test_only_slow_engines_are_imported_late() -> None:
    wrong = [f"{name_of(file)}:{what}" for file in sources() for what in late_imports(part_of(file), parsed(file))]
    assert not wrong, "\n".join(wrong)


def test_only_one_module_touches_files() -> None:
    wrong = [
        f"{name_of(file)}:{what}"
        for file in sources()
        if part_of(file) != "files"
        for what in file_access(parsed(file))
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_command_line_speaks() -> None:
    quiet = [file for file in sources() if part_of(file) != "cli"]
    wrong = [f"{name_of(file)}:{what}" for file in quiet for what in speech(parsed(file))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("", "from rollout.load import read"),
        ("problems", "from rollout.load import read"),
        ("load", "from rollout.model.profile import Profile"),
        ("model", "import rollout.cli"),
        ("analysis", "def late():\n    from rollout.reporting.report import Report"),
        ("reporting", "from rollout.drafting import clause"),
        ("drafting", "from rollout.reporting.report import Report"),
        ("documents", "from rollout.cli import main"),
        ("documents", "from rollout.layout.verify import verified"),
        ("model", "from .profile import Profile"),
    ],
)
def test_a_wrong_import_is_seen(part: str, code: str) -> None:
    assert list(wrong_imports(part, ast.parse(code)))


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("problems", "from rollout.texts import text"),
        ("documents", "from rollout.reporting.report import Report\nfrom rollout.drafting import clause"),
        ("cli", "from rollout import __version__"),
    ],
)
def test_a_right_import_is_left_alone(part: str, code: str) -> None:
    assert not list(wrong_imports(part, ast.parse(code)))


def test_a_part_without_a_floor_is_refused() -> None:
    with pytest.raises(AssertionError, match="stands on no floor"):
        allowed("helpers")


@pytest.mark.parametrize(
    "code",
    [
        "def f():\n    import yaml",
        "import importlib\nimportlib.import_module('rollout.cli')",
        "if TYPE_CHECKING:\n    from rollout.model.profile import Profile",
    ],
)
def test_a_late_import_is_seen(code: str) -> None:
    assert list(late_imports("model", ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "path.open()",
        "(folder / 'x').read_text('utf-8')",
        "Path('x').write_bytes(b'')",
        "os.replace(a, b)",
        "shutil.copy(a, b)",
        "tempfile.mkstemp()",
        "import socket",
        "from urllib.request import urlopen",
    ],
)
def test_a_way_to_a_file_is_seen(code: str) -> None:
    assert list(file_access(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "print('x')",
        "import click",
        "sys.exit(1)",
        "raise SystemExit",
        "sys.stderr.write('x')",
        "os._exit(1)",
        "input()",
    ],
)
def test_speech_is_heard(code: str) -> None:
    assert list(speech(ast.parse(code)))
