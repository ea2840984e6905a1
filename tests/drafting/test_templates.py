"""Words of a profile are words; templates run in a sandbox, and what is wrong in one is told with its place."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import shipped_profiles
from drafting.drafts import FORMS, NOW, TEMPLATES, drafted, lines, text

from rollout.documents.instrument_markdown import instrument_markdown
from rollout.documents.instrument_pdf import instrument_markup
from rollout.drafting.marks import CLOSE, OPEN
from rollout.drafting.order import Order
from rollout.drafting.wording import Wording
from rollout.model.profile import Agency, Profile
from rollout.problems import Problem, ProblemsFound

HOSTILE = [
    "Trung tâm {{ 7*7 }}",
    "{% for x in range(9) %}x{% endfor %}",
    "<script>alert(1)</script>",
    "file:///etc/passwd",
    f"Trung tâm {OPEN}consent-3{CLOSE}",
    "Trung tâm\nĐiều 99. Bỏ",
    "**đậm** [x](file:///x) # a",
]


def with_host(name: str) -> Profile:
    profile = shipped_profiles.profile("dak_lak_2026.yaml")
    return replace(profile, agencies={**profile.agencies, "HOST": Agency(name)})


@pytest.mark.parametrize("name", HOSTILE)
def test_words_of_a_profile_stay_words(name: str) -> None:
    it = drafted(with_host(name), Order(NOW, FORMS[0]))
    said = " ".join(name.replace(OPEN, "").replace(CLOSE, "").split())
    assert said.casefold() in dict(lines(it))["subjects-1-c"].casefold()
    assert "49" not in dict(lines(it))["subjects-1-c"]
    words = {key: pair["vi"] for key, pair in Wording("vi").file("words").below("words").data.items()}
    page = instrument_markup(it, words, NOW.isoformat(), draft=True)
    assert "<script>alert" not in page
    assert 'src="file:' not in page
    made = instrument_markdown(it, words, draft=True)
    assert "<script>" not in made
    assert "[x](" not in made
    assert "**đậm**" not in made


ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ role.__globals__ }}",
    "{{ role.__func__.__code__ }}",
    "{{ law.__self__.profile }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% set x = unit.update({'name': 'x'}) %}",
    "{{ range(10**9) | list }}",
    "{{ 'x' * 10**9 }}",
    "{{ 9**9**9 }}",
    "{{ 1 / 0 }}",
    "{{ nothing_of_that_name }}",
    "{{ unit.nothing }}",
    "{{ unclosed",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{{ law('NO_SUCH_LAW') }}",
    "{{ 'a' + 1 }}",
]


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Order]:
    """An order with templates in which the first clause says something else."""

    def make(words: str) -> Order:
        shutil.copytree(TEMPLATES, tmp_path / "regulation")
        chapter = tmp_path / "regulation" / "chapter_1.yaml"
        before, after = chapter.read_text("utf-8").split('          vi: "Quy chế này quy định nguyên tắc', 1)
        rest = after.split("\n", 1)[1]
        chapter.write_text(f"{before}          vi: {json.dumps(words, ensure_ascii=False)}\n{rest}", "utf-8")
        return Order(NOW, FORMS[0], templates=tmp_path)

    return make


def problem(order: Order) -> Problem:
    with pytest.raises(ProblemsFound) as caught:
        drafted(shipped_profiles.profile("dak_lak_2026.yaml"), order)
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize("words", ATTACKS)
def test_a_template_can_do_nothing_but_say_its_words(words: str, own: Callable[[str], Order]) -> None:
    found = problem(own(words))
    assert found.code == ("D010" if "NO_SUCH" in words else "D001")
    assert found.place is not None
    assert found.place.file.endswith("chapter_1.yaml")
    assert found.place.line > 5
    assert found.path.startswith("articles.1.clauses.1.text")


def test_a_text_missing_in_a_language_is_told(own: Callable[[str], Order]) -> None:
    order = own("Một khoản.")
    assert order.templates is not None
    chapter = order.templates / "regulation" / "chapter_1.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace('          vi: "Một khoản."\n', ""), "utf-8")
    found = problem(order)
    assert (found.code, found.values["name"]) == ("D004", "vi")
    assert found.place is not None


def test_a_consultant_changes_the_wording_without_code(own: Callable[[str], Order]) -> None:
    it = drafted(
        shipped_profiles.profile("dak_lak_2026.yaml"), own("Quy chế này áp dụng tại {{ unit.name }} từ {{ date }}.")
    )
    assert "Quy chế này áp dụng tại tỉnh Đắk Lắk từ 2026-10-01." in text(it)
