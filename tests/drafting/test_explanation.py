"""The explanation of a draft: every clause once, every origin known, both directions the same, the same bytes twice."""

from __future__ import annotations

import io
import re
from collections import Counter
from datetime import date
from functools import cache

import docx
import pytest
import shipped_profiles
import yaml
from checkout import ROOT
from drafting import drafts

from rollout import texts
from rollout.documents.drafting_reports import Frame
from rollout.documents.explanation import explanation
from rollout.documents.html import html
from rollout.documents.note_docx import note_docx
from rollout.drafting.instrument import Instrument, Sheet
from rollout.drafting.origins import Origin, Origins, Traced, served, traced
from rollout.drafting.spots import placed
from rollout.drafting.style import Style
from rollout.drafting.wording import Wording
from rollout.reporting.report import Report, Section
from rollout.reporting.table import Row, Table

PROFILE = "bac_lieu_2022_minh_hoa.yaml"
MODERN = "quang_ninh_2020.yaml"
DAYS = [
    (PROFILE, date(2022, 9, 1), "ca_biet"),
    (MODERN, drafts.NOW, "qppl_chu_tich"),
    (MODERN, date(2021, 3, 1), "ca_biet"),
]


def origins(it: Instrument, name: str, day: date) -> Origins:
    style = Style(Wording(it.lang).file("numbering").data, it.lang)
    model = (shipped_profiles.profile(name), shipped_profiles.blueprint(), shipped_profiles.country())
    return Origins(*model, drafts.protocol(), day, style, placed(it))


@cache
def rows(name: str, day: date, form: str, lang: str = "vi") -> tuple[Traced, ...]:
    it = drafts.shipped(name, day, form, lang)
    return traced(it, origins(it, name, day))


@cache
def report(name: str, day: date, form: str, lang: str = "vi") -> Report:
    it = drafts.shipped(name, day, form, lang)
    return explanation(it, origins(it, name, day), Frame("Tỉnh", day.isoformat(), "ab" * 16, lang))


def words(lang: str = "vi") -> dict[str, str]:
    table = yaml.safe_load((ROOT / "templates/regulation/words.yaml").read_text("utf-8"))["words"]
    return {key: pair[lang] for key, pair in table.items()}


def tables(section: Section) -> list[Table]:
    found: list[Table] = []
    for block in section.blocks:
        found += tables(block) if isinstance(block, Section) else [block] if isinstance(block, Table) else []
    return found


def body(at: Report, section: str) -> list[Row]:
    (wanted,) = (one for one in at.sections if one.id == section)
    return [row for table in tables(wanted) for row in table.rows]


@pytest.mark.parametrize("at", DAYS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_clause_point_and_row_of_an_annex_stands_there_once(at: tuple[str, date, str], lang: str) -> None:
    it = drafts.shipped(*at, lang)
    wanted = [part for row in it.clauses() for part in (row.id, *(point.id for point in row.points))]
    for block in (block for one in it.regulation.annexes for block in one.blocks):
        wanted += [block.id] if isinstance(block, Sheet) else [row.id for row in block.entries]
    assert [row.data[0][1] for row in body(report(*at, lang), "clauses")] == wanted
    assert [name for name, count in Counter(wanted).items() if count > 1] == []


@pytest.mark.parametrize("at", DAYS)
def test_every_origin_is_known_and_named(at: tuple[str, date, str]) -> None:
    found = [one for row in rows(*at) for one in row.origins]
    assert [one.id for one in found if one.kind == "unknown"] == []
    assert [one.id for one in found if not one.title and one.kind != "rule"] == []
    assert {"criterion", "step", "duty", "limit", "source"} <= {one.kind for one in found}


@pytest.mark.parametrize("at", DAYS)
def test_a_clause_without_an_origin_leads_in_or_is_a_point(at: tuple[str, date, str]) -> None:
    assert [row.id for row in rows(*at) if not (row.origins or row.opening or row.under)] == []


@pytest.mark.parametrize("at", DAYS)
def test_both_directions_say_the_same(at: tuple[str, date, str]) -> None:
    there = {(row.id, one) for row in rows(*at) for one in row.origins}
    back = {(row.id, one) for one, clauses in served(rows(*at)).items() for row in clauses}
    assert there == back
    found, places = report(*at), {row.id: row.place for row in rows(*at)}
    table = {row.data[0][1]: row.cells[1].lines[0].text for row in body(found, "origins")}
    assert len(table) == len(body(found, "origins"))
    for name, wanted in table.items():
        served_by = [part for part, one in sorted(there, key=str) if f"{one.kind}:{one.id}" == name]
        assert sorted(wanted.split("; ")) == sorted(places[part] for part in served_by), name


def test_every_duty_of_the_text_is_a_duty_of_the_protocol() -> None:
    duties = {duty.id for _, duty in drafts.protocol().duties()}
    assert {one.id for row in rows(*DAYS[0]) for one in row.origins if one.kind == "duty"} <= duties


def named(at: tuple[str, date, str], origin: str) -> str:
    found = next(row for row in body(report(*at), "origins") if row.data[0][1] == origin)
    return " ".join(line.text for line in (*found.cells[0].lines, *found.cells[2].lines))


def test_law_not_in_force_is_called_so() -> None:
    told = texts.text("draft.explanation.not_in_force", "vi")
    assert told in named(DAYS[0], "law:law-13-2022")
    assert told not in named(DAYS[1], "law:law-13-2022")


def test_a_source_not_verified_is_called_so() -> None:
    unsure = [
        one
        for one in {one for row in rows(*DAYS[0]) for one in row.origins}
        if one.kind == "source" and one.certainty == "remembered"
    ]
    assert unsure
    for one in unsure:
        assert "chưa kiểm chứng" in named(DAYS[0], f"source:{one.id}")


def test_a_decision_of_another_province_is_no_law() -> None:
    (found,) = {one for row in rows(*DAYS[0]) for one in row.origins if one.id == "qd-2996-2021"}
    assert found.kind == "source"


def test_a_name_that_is_a_step_and_a_form_is_both() -> None:
    look = origins(drafts.shipped(*DAYS[0]), PROFILE, DAYS[0][1])
    assert [one.kind for one in look.of(("closure",))] == ["step"]
    assert [one.kind for one in look.of(("closure", "closure"))] == ["step", "form"]


def test_an_id_nobody_knows_is_shown_as_such() -> None:
    look = origins(drafts.shipped(*DAYS[0]), PROFILE, DAYS[0][1])
    assert look.of(("no-such",)) == (Origin("unknown", "no-such", "no-such"),)


def test_html_and_word_say_the_same_and_are_not_signed() -> None:
    at, mark = report(*DAYS[0]), "KHÔNG THUỘC VĂN BẢN TRÌNH KÝ"
    page, document = html(at), docx.Document(io.BytesIO(note_docx(at)))
    assert mark in page
    ids = re.findall(r'data-clause="([^"]*)"', page)
    first = document.tables[0]._tbl
    cells = [[cell.xpath("string(.)") for cell in row.tc_lst] for row in first.tr_lst]
    whole = [row for row in cells[1:] if len(row) == 5]
    assert [row[0].endswith(part) for row, part in zip(whole, ids, strict=True)] == [True] * len(ids)
    page_one = document.sections[0]
    assert page_one.page_width is not None
    assert page_one.page_height is not None
    assert page_one.page_width > page_one.page_height
    assert not page_one.different_first_page_header_footer
    assert page_one.header.paragraphs[0].text == mark


def test_the_head_of_each_word_table_repeats() -> None:
    document = docx.Document(io.BytesIO(note_docx(report(*DAYS[0]))))
    tables = [table for table in document.tables if table._tbl.xpath("w:tblPr/w:tblCaption")]
    assert len(tables) > 5
    for table in tables:
        assert table._tbl.tr_lst[0].xpath("w:trPr/w:tblHeader")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_same_input_same_bytes(lang: str) -> None:
    name, day, form = DAYS[0]
    it = drafts.shipped(name, day, form, lang)
    again = explanation(it, origins(it, name, day), Frame("Tỉnh", day.isoformat(), "ab" * 16, lang))
    assert html(again) == html(report(*DAYS[0], lang))
    assert note_docx(again) == note_docx(report(*DAYS[0], lang))
