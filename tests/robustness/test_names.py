"""Names that no file system takes are a named problem wherever a name is given; none ends in a fault of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from robustness.command import ILLUSTRATIVE, SMALL, SMALL_MODEL, run

from rollout import files, language
from rollout.cli import many

LONG = "a" * 300
GIVEN = [
    ("validate", LONG),
    ("validate", f"{LONG}.yaml"),
    ("validate", "--blueprints", LONG, ILLUSTRATIVE),
    ("gap", ILLUSTRATIVE, "-o", f"{LONG}.html"),
    ("gap", ILLUSTRATIVE, "-o", f"{LONG}/"),
    ("gap", ILLUSTRATIVE, "-o", f"{'/'.join(['a' * 200] * 30)}/x.md"),
    ("checklist", ILLUSTRATIVE, "--templates", LONG),
    ("checklist", "--blank", LONG, "--date", "2022-06-30"),
    ("explain", LONG),
    ("profile", "new", "bac-lieu", "--date", "2022-06-30", "-o", f"{LONG}.yaml"),
    ("profile", "new", LONG, "--date", "2022-06-30"),
    ("blueprint", "show", LONG),
    ("blueprint", "check", LONG),
    ("blueprint", "copy", "anh_duong", LONG),
    ("template", "copy", LONG),
]


@pytest.mark.parametrize("arguments", GIVEN, ids=lambda given: " ".join(map(str, given))[:40])
def test_a_name_of_300_characters_is_named(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(*arguments)
    assert said.code == 2
    assert said.err.strip()
    assert list(tmp_path.rglob("*")) == []


def test_the_guard_is_what_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(many, "is_folder", lambda name: bool(Path(name).stat()))
    assert run("validate", LONG).code == 3


@pytest.mark.parametrize("name", ["x" * 300, "\0", "a\0b", "", "\ud800"])
def test_looking_at_a_name_never_raises(name: str) -> None:
    assert not files.is_folder(name)
    assert not files.is_file(name)


RESERVED = ["CON", "con", "aux", "PRN", "nul", "COM1", "lpt9", " ", ".", "...", "đ", "Ð", "A b", "a-b", "省", "x" * 230]


def test_documents_of_awkward_names_are_all_kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every profile gets a file of its own, with a name that Windows takes too, or the run is refused before it."""
    monkeypatch.chdir(tmp_path)
    for name in RESERVED:
        Path(f"{name}.yaml").write_text(SMALL, "utf-8")
    kept = {language.slug(name): name for name in RESERVED}
    said = run("gap", *(f"{name}.yaml" for name in kept.values()), *SMALL_MODEL, "-o", "out/")
    assert (said.code, said.err.count("Traceback")) == (0, 0)
    made = sorted(path.name for path in Path("out").iterdir())
    assert len({name.lower() for name in made}) == len(kept)
    for name in made:
        assert name.isascii()
        assert len(name) < 100
        assert name.split(".")[0] not in ("", "con", "prn", "aux", "nul", "com1", "lpt9")
    both = run("gap", "A b.yaml", "a-b.yaml", *SMALL_MODEL, "-o", "again/")
    assert both.code == 2
    assert not Path("again").exists()
