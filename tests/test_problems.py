"""Problems, their order and their words; texts and where they are looked up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rollout import load, shipped, texts
from rollout.problems import Place, Problem, ProblemsFound, Severity

PAGES = sorted(path.stem for path in (shipped.shipped("templates") / "problems").glob("*.yaml"))
PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")


def test_problems_sort_by_place_then_code() -> None:
    place = Place("a.yaml", 2, 1)
    ordered = [
        Problem("F001"),
        Problem("Y001", Place("a.yaml", 1, 9)),
        Problem("S001", place, {"a": 1}),
        Problem("Y001", place, {"b": 2}),
        Problem("Y001", Place("a.yaml", 10, 1)),
        Problem("S001", Place("b.yaml", 1, 1)),
    ]
    assert ProblemsFound(set(ordered)).problems == tuple(ordered)
    assert ProblemsFound(reversed(ordered)).problems == tuple(ordered)
    assert str(place) == "a.yaml:2:1"
    assert len(set(ordered)) == 6


def test_a_warning_is_no_error() -> None:
    assert Problem("Y001").is_error
    assert not Problem("Y001", severity=Severity.WARNING).is_error


@pytest.mark.parametrize("code", PAGES)
def test_both_languages_of_a_page_use_the_same_values(code: str) -> None:
    page = texts.problem_page(code)
    for part in ("title", "message", "why", "fix"):
        assert set(PLACEHOLDER.findall(page[part]["vi"])) == set(PLACEHOLDER.findall(page[part]["en"])), part
    assert ("example" in page) == ("corrected" in page)


@pytest.mark.parametrize("code", [code for code in PAGES if code[0] == "Y" and "example" in texts.problem_page(code)])
def test_the_example_of_a_page_has_its_problem_and_the_correction_has_none(code: str) -> None:
    page = texts.problem_page(code)
    wrong = load.document(page["example"].encode(), "x.yaml")
    assert code in {problem.code for problem in wrong.problems}
    assert load.document(page["corrected"].encode(), "x.yaml").problems == ()


@pytest.mark.parametrize("code", [code for code in PAGES if code[0] == "S" and "example" in texts.problem_page(code)])
def test_examples_of_schema_problems_can_be_read(code: str) -> None:
    for part in ("example", "corrected"):
        assert load.document(texts.problem_page(code)[part].encode(), "x.yaml").ok


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, with templates/texts and templates/problems."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates" / "texts").mkdir(parents=True)
    (tmp_path / "templates" / "problems").mkdir()
    texts._table.cache_clear()
    return tmp_path


def test_values_are_put_in_as_they_are_and_never_looked_into() -> None:
    assert texts.fill("{a}, {b} {c: d} {{ e }}", "vi", {"a": "{b}", "b": 1234.5}) == "{b}, 1.234,5 {c: d} {{ e }}"
    assert texts.fill("{a}", "en", {"a": {"vi": "một", "en": "one"}}) == "one"
    assert texts.fill("{a}", "vi", {"a": ["x", 1000]}) == "x, 1.000"
    assert texts.fill("{a.__class__} {a!r} {a[0]}", "vi", {"a": "x"}) == "{a.__class__} {a!r} {a[0]}"


def test_what_is_missing_raises() -> None:
    for work in (
        lambda: texts.text("load.found_list", "vi"),
        lambda: texts.text("load.nothing_like_it", "vi"),
        lambda: texts.text("nothing.at_all", "vi"),
        lambda: texts.text("../problems/Y001.title", "vi"),
        lambda: texts.text("load.top", "fr"),
        lambda: texts.problem_page("Y999"),
        lambda: texts.problem_page("../texts/load"),
        lambda: texts.fill("{a}", "vi", {"a": {"vi": "x"}}) and texts.fill("{a}", "en", {"a": {"vi": "x"}}),
    ):
        with pytest.raises(texts.TextMissing):
            work()


def test_own_texts_come_first_and_the_shipped_ones_fill_in(own: Path) -> None:
    (own / "templates" / "texts" / "load.yaml").write_text("load.top: {vi: đầu tệp, en: the top}\n", "utf-8")
    assert texts.text("load.top", "vi") == "đầu tệp"
    assert texts.pair("load.found_list", count=2)["en"] == "a list of 2"


def test_a_chosen_folder_comes_before_all(own: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "chosen"
    (chosen / "texts").mkdir(parents=True)
    (chosen / "texts" / "load.yaml").write_text("load.top: {vi: nơi chọn, en: chosen}\n", "utf-8")
    shipped.choose("templates", chosen)
    try:
        assert texts.text("load.top", "vi") == "nơi chọn"
    finally:
        shipped.choose("templates", None)
    assert texts.text("load.top", "vi") == "phần ngoài cùng của tệp"


def test_names_are_found_in_the_own_folder_then_in_the_shipped_one(own: Path) -> None:
    (own / "blueprints" / "mine").mkdir(parents=True)
    assert shipped.find("blueprints", "mine") == Path("blueprints/mine")
    assert shipped.find("blueprints", "anh_duong") == shipped.shipped("blueprints") / "anh_duong"
    assert {"mine", "anh_duong"} <= set(shipped.known("blueprints"))
    other = own / "other"
    (other / "anh_duong").mkdir(parents=True)
    assert shipped.find("blueprints", "anh_duong", other) == other / "anh_duong"


@pytest.mark.parametrize(
    ("name", "code"), [("nothing", "F020"), ("../x", "F021"), ("/etc/passwd", "F021"), ("a\\b", "F021"), ("", "F021")]
)
def test_names_that_lead_nowhere_or_elsewhere(name: str, code: str) -> None:
    with pytest.raises(ProblemsFound) as caught:
        shipped.find("blueprints", name)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert name in texts.message(problem, "vi").text


def test_only_known_folders_are_shipped() -> None:
    with pytest.raises(ValueError, match="not shipped"):
        shipped.shipped("docs")
