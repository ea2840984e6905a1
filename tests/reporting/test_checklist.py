"""Checklist, survey and commune page: everything once, room to write, nothing that must not be written down."""

from __future__ import annotations

import io
from collections import Counter
from datetime import date
from functools import cache

import pypdf
import pytest
from look.shipped import IN_FULL, analysed, model
from reporting.tree import parts, said

from rollout.documents.pdf import pdf
from rollout.reporting.checklist import checklist
from rollout.reporting.commune import commune_checklist
from rollout.reporting.options import Options
from rollout.reporting.report import Report, Signature, Sources
from rollout.reporting.survey import blank_survey
from rollout.reporting.table import Row, Table

ILLUSTRATIVE = IN_FULL[0]


@cache
def made(options: Options) -> Report:
    return checklist(analysed(ILLUSTRATIVE), options)


@cache
def survey(lang: str = "vi") -> Report:
    blueprint, country = model()
    unit = country.unit_at("ca-mau", date(2026, 7, 1))
    assert unit is not None
    return blank_survey(blueprint, country, unit, date(2026, 7, 1), Options(lang=lang))


def noted(report: Report) -> Counter[str]:
    known = model()[0].criteria
    return Counter(line.text for row in parts(report, Row) for line in row.note if line.text in known)


@pytest.mark.parametrize("options", [Options(reader="planner"), Options(reader="province"), Options(lang="en")])
def test_every_criterion_can_be_ticked_once(options: Options) -> None:
    report = made(options)
    assert noted(report) == Counter(list(model()[0].criteria))
    for row in parts(report, Row):
        assert len(row.cells[3].ticks) == 4
        assert row.cells[4].write


def test_rows_are_numbered_through() -> None:
    numbers = [row.cells[0].lines[0].text for row in parts(made(Options()), Row)]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_planner_and_province_are_told_different_things() -> None:
    planner, province = said(made(Options(reader="planner"))), said(made(Options(reader="province")))
    assert "Hồ sơ ghi: " in planner
    assert "Hồ sơ ghi: " not in province
    assert "Nếu chưa đạt: " in province
    assert "Nếu chưa đạt: " not in planner
    assert not list(parts(made(Options(reader="province")), Sources))


def test_the_gate_has_its_criteria_and_its_other_conditions() -> None:
    report = made(Options(gate=True))
    assert set(noted(report)) == set(model()[0].gate_criteria)
    assert len(list(parts(report, Row))) == len(model()[0].gate)


def test_one_agencys_list() -> None:
    found = {row.criterion.id: row.lead.role for row in analysed(ILLUSTRATIVE).findings}
    assert {found[name] for name in noted(made(Options(agency="POLICE")))} == {"POLICE"}


def test_an_agency_that_leads_nothing_is_told_so() -> None:
    assert "Không có tiêu chí nào" in said(made(Options(agency="NOBODY")))


def test_the_public_list_leaves_security_out() -> None:
    secret = {row.id for row in model()[0].criteria.values() if row.security}
    assert not secret & set(noted(made(Options(audience="public"))))


def test_there_is_room_to_sign() -> None:
    for report in (made(Options()), survey()):
        assert len(list(parts(report, Signature))) >= 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_survey_asks_every_question_once(lang: str) -> None:
    asked = Counter(row.cells[1].lines[0].text for row in parts(survey(lang), Row) if row.cells[1].lines)
    assert asked == Counter(question.ask.get(lang) for question in model()[0].questions.values())


def test_every_answer_may_be_unknown() -> None:
    for row in parts(survey(), Row):
        if row.cells[1].lines:
            assert row.cells[2].ticks[-1] == "chưa có thông tin"


def test_every_list_has_its_table() -> None:
    lists = [question for question in model()[0].questions.values() if question.type == "records"]
    told = survey()
    titles = [table.caption for table in parts(told, Table) if table.caption.startswith("Biểu ")]
    assert len(titles) == len(lists)
    for number in range(1, len(lists) + 1):
        assert f"Ghi vào biểu {number} kèm theo" in said(told)


def test_forms_warn_before_anybody_writes() -> None:
    assert "không được ghi nơi tạm lánh" in said(survey())
    assert "không ghi địa điểm tạm lánh" in said(made(Options()))


@pytest.mark.pdf
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_commune_checklist_is_half_a_page(lang: str) -> None:
    assessment = analysed(ILLUSTRATIVE).assessment
    report = commune_checklist(assessment.profile, assessment.blueprint, Options(lang=lang))
    read = pypdf.PdfReader(io.BytesIO(pdf(report)))
    assert len(read.pages) == 1
    box = read.pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 420)
    assert report.marks[0] != "SỐ LIỆU MINH HỌA"
