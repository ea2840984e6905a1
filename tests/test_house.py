"""The house rules that a reader would otherwise have to check by eye (CONTRIBUTING.md says why each is there)."""

from __future__ import annotations

import ast
import re
import statistics
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from checkout import ROOT, name_of, sources, tracked

BAGS = {"util", "utils", "helper", "helpers", "common", "misc", "core", "base", "stuff", "tools", "lib", "manager"}
# Broken on purpose (other encodings, decomposed letters, lone bytes), and this file, which names what it looks for.
EXEMPT = ("tests/examples/bad/", "tests/test_house.py")
BINARY = {".ttf", ".woff2", ".png", ".jpg", ".pdf"}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|HACK)\b")
OURSELVES = re.compile(
    r"(?<![\w.:/~-])/(?:home|root|work|Users|opt|mnt|srv)/[\w.-]+|\.\./shared\b"
    r"|pypi\.org|files\.pythonhosted|registry\.npmjs|--(?:extra-)?index-url|--find-links|--trusted-host"
)
CODE = re.compile(r"[A-Z][0-9]{3}")
PARTS = ("title", "message", "why", "fix")
TEXT_CALLS = {"text", "pair"}


@cache
def texts() -> tuple[tuple[str, str], ...]:
    """Name and text of every tracked file that is text; a file that should be and is not is an error."""
    return tuple(
        (name_of(file), file.read_bytes().decode("utf-8"))
        for file in tracked()
        if file.suffix not in BINARY and not name_of(file).startswith(EXEMPT)
    )


def found(pattern: re.Pattern[str], among: tuple[tuple[str, str], ...]) -> list[str]:
    """`file:line: what` of every match."""
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in among
        for number, line in enumerate(text.splitlines(), 1)
        for match in [pattern.search(line)]
        if match
    ]


@cache
def trees() -> tuple[tuple[str, str, ast.Module], ...]:
    """Name, text and syntax tree of every module of the package."""
    return tuple((name_of(file), text := file.read_text("utf-8"), ast.parse(text)) for file in sources())


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for name, _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{name}:{node.lineno} {node.name}", node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    first = node.body[0]
    doc = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(node) is not None else 0
    return (node.end_lineno or 0) - node.lineno + 1 - doc


def test_a_docstring_is_not_counted() -> None:
    function = ast.parse('def f():\n    """One\n\n    two."""\n    return 1\n').body[0]
    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 2


def test_modules_stay_small() -> None:
    sizes = {name: text.count("\n") for name, text, _ in trees() if text.count("\n") > 3}
    assert [f"{name}: {size}" for name, size in sizes.items() if size > 400] == []
    assert statistics.median(sizes.values()) <= 100


def test_functions_stay_small() -> None:
    sizes = {name: length(node) for name, node in functions()}
    assert [f"{name}: {size}" for name, size in sizes.items() if size > 50] == []
    assert statistics.median(sizes.values()) <= 10


def test_functions_take_few_parameters() -> None:
    counts = {
        name: len(node.args.posonlyargs + node.args.args + node.args.kwonlyargs)
        - (bool(node.args.args) and node.args.args[0].arg in {"self", "cls"})
        for name, node in functions()
    }
    assert [f"{name}: {count}" for name, count in counts.items() if count > 8] == []


def test_no_module_is_a_bag() -> None:
    assert [name for name, _, _ in trees() if BAGS & set(Path(name).with_suffix("").parts)] == []


def test_nothing_is_left_unfinished() -> None:
    assert found(UNFINISHED, texts()) == []


@pytest.mark.parametrize("line", ["# TODO later", "x = 1  # FIXME", "HACK: y"])
def test_something_unfinished_is_seen(line: str) -> None:
    assert found(UNFINISHED, (("x", line),))


def test_nothing_names_a_machine_or_a_registry() -> None:
    assert found(OURSELVES, texts()) == []


@pytest.mark.parametrize(
    "line", ["see /home/an/rollout", "cp /work/main/x .", "../shared/facts", "https://pypi.org/simple", "--index-url x"]
)
def test_a_named_machine_is_seen(line: str) -> None:
    assert found(OURSELVES, (("x", line),))


@pytest.mark.parametrize("line", ["https://example.org/home/page", "SWP391/work/x", "a/b/root/c"])
def test_an_address_is_no_machine(line: str) -> None:
    assert not found(OURSELVES, (("x", line),))


def test_every_text_is_nfc() -> None:
    assert [name for name, text in texts() if not unicodedata.is_normalized("NFC", text)] == []


def table(path: Path) -> dict[str, Any]:
    loaded = yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)
    assert isinstance(loaded, dict), path
    return loaded


def placeholders(words: str) -> set[str]:
    return set(re.findall(r"\{([a-z][a-z0-9_]*)\}", words))


def incomplete(name: str, pair: object) -> Iterator[str]:
    """What is wrong with a pair of words: a language missing or empty, or placeholders that differ."""
    if not isinstance(pair, dict) or set(pair) != {"vi", "en"}:
        yield f"{name}: not a pair {{vi, en}}"
    elif not all(isinstance(words, str) and words.strip() for words in pair.values()):
        yield f"{name}: empty"
    elif placeholders(pair["vi"]) != placeholders(pair["en"]):
        yield f"{name}: {placeholders(pair['vi']) ^ placeholders(pair['en'])} in one language only"


@pytest.mark.parametrize(
    "pair",
    [
        None,
        "words",
        {"vi": "một"},
        {"vi": "một", "en": " "},
        {"vi": "{a}", "en": "{b}"},
        {"vi": "1", "en": "1", "fr": "1"},
    ],
)
def test_an_incomplete_pair_is_seen(pair: object) -> None:
    assert list(incomplete("x", pair))


@cache
def text_ids() -> dict[str, object]:
    """Every id of templates/texts with its words, written in full: `<file>.<id>`."""
    ids: dict[str, object] = {}
    for path in sorted((ROOT / "templates" / "texts").glob("*.yaml")):
        for key, words in table(path).items():
            ids[key if key.startswith(path.stem + ".") else f"{path.stem}.{key}"] = words
    return ids


def test_every_text_is_in_both_languages() -> None:
    assert [what for key, words in text_ids().items() for what in incomplete(key, words)] == []


def test_every_text_asked_for_is_there() -> None:
    asked = {
        (name, node.args[0].value)
        for name, _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        if isinstance(node.func, ast.Name | ast.Attribute)
        if (node.func.id if isinstance(node.func, ast.Name) else node.func.attr) in TEXT_CALLS
        if isinstance(node.args[0].value, str) and "." in node.args[0].value
    }
    assert sorted(f"{name}: {key}" for name, key in asked if key not in text_ids()) == []


@cache
def raised() -> dict[str, str]:
    """Every problem code in the package, and the first file that has it."""
    return {
        node.value: name
        for name, _, tree in reversed(trees())
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


@cache
def pages() -> dict[str, dict[str, Any]]:
    return {path.stem: table(path) for path in sorted((ROOT / "templates" / "problems").glob("*.yaml"))}


def test_every_problem_has_a_page_and_every_page_a_problem() -> None:
    missing = [f"{name} raises {code}: no page" for code, name in sorted(raised().items()) if code not in pages()]
    idle = [f"{code}: raised nowhere" for code in pages() if code not in raised()]
    assert missing + idle == []


def test_every_problem_page_is_whole_in_both_languages() -> None:
    wrong = [
        what
        for code, page in pages().items()
        for part in PARTS
        for what in incomplete(f"{code} {part}", page.get(part))
    ]
    assert wrong == []
