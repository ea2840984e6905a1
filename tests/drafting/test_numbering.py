"""Numbers, letters and references; first and later mention of a law; both languages say the same parts."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import shipped_profiles
from drafting.drafts import FORMS, NOW, TEMPLATES, drafted, lines, shipped, text

from rollout import texts
from rollout.drafting.clauses import Line, ended
from rollout.drafting.instrument import Article, Instrument
from rollout.drafting.marks import CLOSE, OPEN
from rollout.drafting.order import Order
from rollout.drafting.spots import place_of, placed
from rollout.drafting.style import Style, roman
from rollout.drafting.wording import Wording
from rollout.problems import ProblemsFound

LETTERS = list("abcdđeghiklmnopqrstuvxy")
REFERENCE = re.compile(r"(?:điểm (\S) )?(?:khoản (\d+) )?Điều (\d+) Quy chế này")
HERE = re.compile(r"(?:điểm (\S) )?khoản (\d+) Điều này")


@pytest.fixture(params=["dak_lak_2026.yaml", "quang_ninh_2026.yaml"])
def it(request: pytest.FixtureRequest) -> Instrument:
    return shipped(request.param)


@pytest.fixture
def own_wording(tmp_path: Path) -> Path:
    """A copy of the templates that a test may break."""
    shutil.copytree(TEMPLATES, tmp_path / "regulation")
    return tmp_path


def test_articles_run_through_the_chapters(it: Instrument) -> None:
    articles = [row for part, row in it.all_articles() if part == "regulation"]
    assert [row.number for row in articles] == list(range(1, 37))
    assert [row.label for row in it.regulation.chapters] == [f"Chương {roman(n)}" for n in range(1, 7)]
    assert [row.number for row in it.articles] == [1, 2, 3]
    assert all(row.title for row in articles)
    assert not any(row.title for row in it.articles)


def test_clauses_and_points_are_numbered_without_a_gap(it: Instrument) -> None:
    for _, article in it.all_articles():
        numbers = [row.number for row in article.clauses if row.number]
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
        assert len(article.clauses) == 1 or numbers
        for clause in article.clauses:
            assert [row.letter for row in clause.points] == LETTERS[: len(clause.points)]
            assert len(clause.points) != 1, clause.id


def test_lists_end_as_lists_do(it: Instrument) -> None:
    closing = "./."
    for _, article in it.all_articles():
        for clause in article.clauses:
            assert clause.text.endswith(":" if clause.points else (".", ":")), clause.text
            assert all(row.text.endswith(";") for row in clause.points[:-1]), clause.id
            assert all(row.text.endswith(".") for row in clause.points[-1:]), clause.id
            assert all(row.text[0].upper() == row.text[0] for row in clause.points), clause.id
    last = it.regulation.chapters[-1].articles[-1].clauses[-1]
    assert (last.points[-1].text if last.points else last.text).endswith(closing)
    assert it.articles[-1].clauses[-1].text.endswith(closing)
    assert text(it).count(closing) == 2


def test_every_reference_leads_to_a_part_that_is_there(it: Instrument) -> None:
    assert OPEN not in text(it)
    assert CLOSE not in text(it)
    there = {}
    for part, article in it.all_articles():
        if part == "regulation":
            there[article.number] = {row.number: {one.letter for one in row.points} for row in article.clauses}
    for _, article in it.all_articles():
        for clause in article.clauses:
            for words in (clause.text, *(row.text for row in clause.points)):
                for letter, number, to in REFERENCE.findall(words):
                    assert not number or number in there[int(to)], words
                    assert not letter or letter in there[int(to)][number], words
                for letter, number in HERE.findall(words):
                    assert number in there[article.number], words
                    assert not letter or letter in there[article.number][number], words


def test_references_follow_when_a_clause_is_added(own_wording: Path) -> None:
    chapter = own_wording / "regulation" / "chapter_4.yaml"
    words = chapter.read_text("utf-8")
    assert "      - id: consent-1\n" in words
    added = "      - id: consent-0\n        from: [GOV-REG-01]\n        text: {vi: Một khoản mới., en: A new clause.}\n"
    chapter.write_text(words.replace("      - id: consent-1\n", added + "      - id: consent-1\n"), "utf-8")
    profile = shipped_profiles.profile("dak_lak_2026.yaml")
    it = drafted(profile, Order(NOW, FORMS[0], templates=own_wording))
    principle = dict(lines(it))["principles-2"]
    assert "khoản 4 Điều 26 Quy chế này" in principle


def test_a_broken_reference_names_its_place_in_the_template(own_wording: Path) -> None:
    chapter = own_wording / "regulation" / "chapter_1.yaml"
    words = chapter.read_text("utf-8").replace("ref('consent-3')", "ref('consent-99')")
    chapter.write_text(words, "utf-8")
    line = next(n for n, row in enumerate(words.splitlines(), 1) if "consent-99" in row)
    with pytest.raises(ProblemsFound) as caught:
        drafted(shipped_profiles.profile("dak_lak_2026.yaml"), Order(NOW, FORMS[0], templates=own_wording))
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["name"]) == ("D002", "consent-99")
    assert problem.place is not None
    assert problem.place.file.endswith("chapter_1.yaml")
    assert abs(problem.place.line - line) <= 1
    assert "consent-99" in texts.message(problem, "vi").text


def test_one_id_for_two_parts_is_refused(own_wording: Path) -> None:
    chapter = own_wording / "regulation" / "chapter_6.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("id: funding-1", "id: consent-3"), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        drafted(shipped_profiles.profile("dak_lak_2026.yaml"), Order(NOW, FORMS[0], templates=own_wording))
    assert {row.code for row in caught.value.problems} == {"D003"}


def test_more_points_than_letters_are_refused(own_wording: Path) -> None:
    chapter = own_wording / "regulation" / "chapter_1.yaml"
    words = chapter.read_text("utf-8")
    many = "".join(f"          - {{id: many-{n}, text: {{vi: Điểm {n};, en: Point {n};}}}}\n" for n in range(30))
    first = "          - id: scope-2-a\n"
    chapter.write_text(words.replace(first, many + first), "utf-8")
    with pytest.raises(ProblemsFound) as caught:
        drafted(shipped_profiles.profile("dak_lak_2026.yaml"), Order(NOW, FORMS[0], templates=own_wording))
    assert {row.code for row in caught.value.problems} == {"D005"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("day", [date(2022, 9, 1), NOW])
def test_both_languages_have_the_same_parts(form: str, day: date) -> None:
    if form == FORMS[2] and day < NOW:
        return
    vi, en = (shipped("dak_lak_2026.yaml", day, form, lang) for lang in ("vi", "en"))
    assert shape(vi) == shape(en)


def shape(it: Instrument) -> list[object]:
    """Everything but the words."""
    return [
        [(row.id, row.number, row.origins) for row in it.clauses()],
        [(one.id, one.letter, one.origins) for row in it.clauses() for one in row.points],
        [(row.id, row.law) for row in it.bases],
        [row.clause for row in it.blanks],
        [row.clause for row in it.remarks],
    ]


def test_a_law_is_named_in_full_once_and_then_by_its_number(it: Instrument) -> None:
    body = "\n".join(words for part, row in it.all_articles() if part == "regulation" for words in _texts(row))
    for name in it.uses.laws:
        law = shipped_profiles.country().instruments[name]
        full = [found.start() for found in re.finditer(re.escape(f"số {law.number} ngày"), body)]
        later = [found.start() for found in re.finditer(re.escape(f"số {law.number}"), body)]
        if later:
            assert len(full) == 1, name
            assert full[0] == later[0], name


def _texts(article: Article) -> list[str]:
    return [words for row in article.clauses for words in (row.text, *(one.text for one in row.points))]


def test_a_list_ends_with_a_stop_whatever_the_wording_had() -> None:
    rows = ended([Line("a", "một;"), Line("b", "Hai."), Line("c", "đây là ba;")])
    assert [row.text for row in rows] == ["Một;", "Hai;", "Đây là ba."]
    assert ended([]) == ()


def test_numbers_dates_and_moments() -> None:
    style = Style(Wording("vi").file("numbering").data, "vi")
    assert [style.count(n) for n in (2, 10, 1.5)] == ["02", "10", "1,5"]
    assert style.amount(12, "hour") == "12 giờ"
    assert style.day(date(2026, 3, 5)) == "05 tháng 3 năm 2026"
    assert style.day(date(2026, 2, 15)) == "15 tháng 02 năm 2026"
    assert style.event("khi nhận được phiếu", "working") == "ngày nhận được phiếu"
    assert [roman(n) for n in (1, 4, 6, 9, 14)] == ["I", "IV", "VI", "IX", "XIV"]


def test_places_are_told_in_words(it: Instrument) -> None:
    places = placed(it)
    assert places["consent-3"] == "Khoản 3 Điều 26 Quy chế"
    assert places["scope-2-b"] == "Điểm b khoản 2 Điều 1 Quy chế"
    assert places["decision-issue-1"] == "Điều 1 Quyết định"
    assert place_of("recipients", places, "vi") == "Nơi nhận của Quyết định"
    for row in (*it.blanks, *it.remarks):
        assert place_of(row.clause, places, "vi")


def test_a_unit_named_for_a_person_is_never_shortened() -> None:
    it = shipped("tp_hcm_2026.yaml")
    assert it.place == "Thành phố Hồ Chí Minh"
    assert it.title.endswith("trên địa bàn Thành phố Hồ Chí Minh")
    assert "của Ủy ban nhân dân Thành phố Hồ Chí Minh)" in it.regulation.issued_with
    assert it.head == it.authority == "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH"
    other = shipped("ha_noi_2026.yaml")
    assert (other.place, other.title.endswith("trên địa bàn thành phố Hà Nội")) == ("Hà Nội", True)
    assert "của Ủy ban nhân dân thành phố Hà Nội)" in other.regulation.issued_with
