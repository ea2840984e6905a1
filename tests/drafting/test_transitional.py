"""Gaps of a profile become transitional provisions or notes; what helps a perpetrator becomes neither."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
import shipped_profiles
import yaml
from drafting.drafts import FORMS, NOW, TEMPLATES, lines, protocol, text
from drafting.test_mistakes import MISTAKES

from rollout.analysis.assessment import assess
from rollout.analysis.gap import Gap, gap
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import Judged
from rollout.drafting.draft import draft
from rollout.drafting.instrument import Instrument, Point
from rollout.drafting.order import Order
from rollout.problems import ProblemsFound

PROFILES = ("bac_lieu_2022_minh_hoa.yaml", "quang_ninh_2020.yaml", "ca_mau_2026.yaml")
TABLE = yaml.safe_load((TEMPLATES / "transitional.yaml").read_text("utf-8"))
DAY = date(2022, 9, 1)


@cache
def found(name: str, *, everything: bool = False) -> Gap:
    """The gaps of a profile; `everything` makes each criterion of the model a gap."""
    made = gap(assess(shipped_profiles.profile(name), shipped_profiles.blueprint(), shipped_profiles.country()))
    if not everything:
        return made
    worst = Judged(Verdict.NOT_MET, Verdict.NOT_MET, None)
    rows = tuple(replace(row, word="not_met", judged=worst) for row in made.findings)
    return Gap(made.assessment, rows)


def drafted(name: str, order: Order, *, everything: bool = False) -> Instrument:
    profile = shipped_profiles.profile(name)
    unit = shipped_profiles.country().unit_at(profile.unit.slug, order.moment)
    assert unit is not None
    profile = replace(profile, as_of=order.moment)
    return draft(profile, unit, shipped_profiles.country(), protocol(), order, found(name, everything=everything))


def in_text(day: date = DAY, form: str = FORMS[0], lang: str = "vi", **more: bool) -> Instrument:
    return drafted(PROFILES[0], Order(day, form, lang, "LEAD_GE", gaps="transitional"), **more)


def points(it: Instrument) -> tuple[Point, ...]:
    return next((row.points for row in it.clauses() if row.id == "transitional"), ())


def test_the_table_covers_what_a_regulation_can_settle() -> None:
    assert len(TABLE["rules"]) >= 12
    criteria = shipped_profiles.blueprint().criteria
    assert set(TABLE["rules"]) <= set(criteria)


def test_a_known_gap_becomes_a_provision_with_agency_and_day() -> None:
    it = in_text()
    written = points(it)
    assert [row.origins for row in written] == [(name,) for name in it.gaps.written]
    assert written
    criteria = shipped_profiles.blueprint().criteria
    for row in written:
        (name,) = row.origins
        assert row.id == f"transitional-{name.lower()}"
        last = DAY + timedelta(weeks=criteria[name].remedy.weeks)
        assert re.search(rf"^Trong thời gian chưa .*; hoàn thành chậm nhất ngày 0?{last.day} tháng", row.text), row.text
        assert row.text.endswith(f"năm {last.year}{'.' if row is written[-1] else ';'}")


def test_notes_are_the_other_way_and_leave_the_text_alone() -> None:
    order = Order(DAY, FORMS[0], "vi", "LEAD_GE")
    it = drafted(PROFILES[0], order)
    assert not points(it)
    assert not it.gaps.written
    noted = [row.text for row in it.remarks if row.clause == "reporting-regime"]
    assert all(any(name in words for words in noted) for name in it.gaps.noted)
    assert "chủ trì" in noted[0]


@pytest.mark.parametrize("name", PROFILES)
def test_every_gap_is_somewhere_and_an_unknown_is_no_gap(name: str) -> None:
    day = NOW if "2026" in name else DAY
    it = drafted(name, Order(day, FORMS[0], "vi", "LEAD_GE", gaps="transitional"))
    gaps = found(name).gaps
    assert {*it.gaps.written, *it.gaps.noted} == {row.criterion.id for row in gaps if not row.criterion.security}
    assert it.gaps.withheld == sum(row.criterion.security for row in gaps)
    assert {row.criterion.id for row in found(name).findings if row.word in ("met", "waived", "not_applicable")} & {
        *it.gaps.written,
        *it.gaps.noted,
        *it.gaps.unknown,
    } == set()
    assert not set(it.gaps.unknown) & {row.criterion.id for row in gaps}
    if it.gaps.unknown:
        told = [row.text for row in it.remarks if row.text.startswith("Chưa có thông tin")]
        assert len(told) == 1
        few = len(it.gaps.unknown) <= 12
        assert (it.gaps.unknown[0] in told[0]) is few
        assert ("rollout gap" in told[0]) is not few
        assert f"về {len(it.gaps.unknown)} tiêu chí" in told[0]
        assert not any(row.origins[0] in it.gaps.unknown for row in points(it))


@pytest.mark.parametrize("manner", ["notes", "transitional"])
def test_what_helps_a_perpetrator_stands_nowhere(manner: str) -> None:
    secret = [row for row in shipped_profiles.blueprint().criteria.values() if row.security]
    it = drafted(PROFILES[0], Order(DAY, FORMS[0], "vi", "LEAD_GE", gaps=manner), everything=True)
    said = [words for _, words in lines(it)] + [row.text for row in (*it.remarks, *it.blanks)]
    assert it.gaps.withheld >= 8
    for row in secret:
        assert not any(row.id in words or row.remedy.do.get("vi") in words for words in said), row.id
        assert row.id not in (*it.gaps.written, *it.gaps.noted, *it.gaps.unknown)
    told = text(it).casefold()
    assert not re.search(r"chưa [^,]*(?:bảo vệ ban đêm|camera|tạm lánh|ca trực|danh bạ trực|phương tiện)", told)


def own(tmp_path: Path, old: str, new: str) -> Order:
    shutil.copytree(TEMPLATES, tmp_path / "regulation")
    table = tmp_path / "regulation" / "transitional.yaml"
    words = table.read_text("utf-8")
    assert old in words
    table.write_text(words.replace(old, new, 1), "utf-8")
    return Order(DAY, FORMS[0], "vi", "LEAD_GE", templates=tmp_path, gaps="transitional")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  SVC-HOTLINE-01:", "  SVC-HOTLINE-1:", "D038"),
        ("  SVC-HOTLINE-01:\n", "  SVC-HOTLINE-01:\n    lead: HOSPITAL_OF_NOWHERE\n", "D038"),
        ("  SVC-HOTLINE-01:", "  FAC-SEC-01:", "D039"),
    ],
)
def test_a_table_that_names_what_it_may_not_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        drafted(PROFILES[0], own(tmp_path, old, new))
    (problem,) = caught.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.file.endswith("transitional.yaml")
    assert problem.place.line > 7


def test_another_role_can_be_named(tmp_path: Path) -> None:
    it = drafted(
        PROFILES[0], own(tmp_path, "  SVC-HOTLINE-01:\n", "  SVC-HOTLINE-01:\n    lead: POLICE\n"), everything=True
    )
    row = next(row for row in points(it) if row.id == "transitional-svc-hotline-01")
    assert "Công an tỉnh" in row.text


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_both_languages_and_every_form_have_the_same_points(form: str, lang: str) -> None:
    it = drafted(PROFILES[2], Order(NOW, form, lang, "LEAD_GE", gaps="transitional"), everything=True)
    assert {row.origins[0] for row in points(it)} == set(TABLE["rules"]) & {
        row.criterion.id for row in found(PROFILES[2], everything=True).gaps
    }
    assert all(" bảo đảm" not in row.text for row in points(it) if lang == "en")


@pytest.mark.parametrize("form", FORMS)
def test_a_provision_makes_none_of_the_known_mistakes(form: str) -> None:
    it = drafted(PROFILES[2], Order(NOW, form, "vi", "LEAD_GE", gaps="transitional"), everything=True)
    wrong = [f"{name}: {one}" for name, check in MISTAKES.items() for one in check(it)]
    assert not wrong, "\n".join(wrong)
