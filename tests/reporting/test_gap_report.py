"""The gap report: every criterion once, sources numbered, security and small counts kept from the public."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from look.shipped import IN_FULL, analysed, model, profiles
from reporting.tree import parts, said

from rollout import texts
from rollout.reporting.gap_report import gap_report
from rollout.reporting.options import Options
from rollout.reporting.report import Report, Section, Sources
from rollout.reporting.table import Table
from rollout.reporting.words import Line

ILLUSTRATIVE, REAL = IN_FULL
PUBLIC = Options(audience="public")


@cache
def whole(name: str, options: Options = Options()) -> Report:  # noqa: B008 – frozen
    return gap_report(analysed(name), options)


def section(report: Report, name: str) -> Section:
    return next(row for row in parts(report, Section) if row.id == name)


def ids(part: object) -> Counter[str]:
    """How often each criterion heads a row."""
    known = model()[0].criteria
    rows = (row for table in parts(part, Table) for row in table.rows)
    return Counter(line.text for row in rows for line in row.cells[1].lines if line.text in known)


@pytest.mark.parametrize("name", profiles())
def test_every_criterion_stands_in_the_report_once(name: str) -> None:
    report = whole(name)
    told = ids(section(report, "gaps")) + ids(section(report, "met")) + ids(section(report, "excused"))
    assert told == Counter(list(model()[0].criteria))


@pytest.mark.parametrize(
    "options", [Options(), Options(lang="en"), PUBLIC, Options(gate=True), Options(agency="HEALTH")]
)
def test_sources_are_numbered_in_the_order_of_reading_and_none_is_idle(options: Options) -> None:
    report = whole(ILLUSTRATIVE, options)
    used = list(dict.fromkeys(number for line in parts(report, Line) for number in line.refs))
    [listed] = parts(report, Sources)
    assert used == list(range(1, len(used) + 1)) == [item.number for item in listed.items]


def test_what_is_only_remembered_says_so() -> None:
    [listed] = parts(whole(REAL), Sources)
    doubtful = [item for item in listed.items if item.warn]
    assert doubtful
    assert all("chưa kiểm chứng" in item.certainty for item in doubtful)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_essential_always_says_whose_rule(lang: str) -> None:
    report = whole(ILLUSTRATIVE, Options(lang=lang))
    notes = {row.note[0].text for table in parts(report, Table) for row in table.rows if row.note}
    levels = ("essential.model", "essential.law", "recommended")
    assert notes == {texts.text(f"report.level.{level}", lang) for level in levels}
    assert all("(" in note for note in notes if note.startswith(texts.text("report.method.level.essential", lang)))


def test_the_public_learns_nothing_of_a_sites_security() -> None:
    secret = [row for row in model()[0].criteria.values() if row.security]
    assert secret
    told = said(whole(ILLUSTRATIVE, PUBLIC))
    internal = said(whole(ILLUSTRATIVE))
    for criterion in secret:
        assert criterion.id in internal
        assert criterion.id not in told
        for text in (criterion.title.vi, criterion.statement.vi, criterion.remedy.do.vi):
            assert text not in told.splitlines()
    assert "không nêu chi tiết trong bản công khai" in told


def test_the_public_is_not_asked_what_would_tell_of_security() -> None:
    blueprint, _ = model()
    told = said(whole(REAL, PUBLIC))
    secret = [row for row in blueprint.criteria.values() if row.security]
    groups = {row.group for row in secret} - {row.group for row in blueprint.criteria.values() if not row.security}
    questions = [row for row in blueprint.questions.values() if row.group in groups and not row.context]
    assert questions
    assert [row.id for row in questions if row.ask.vi in told] == []


def test_small_counts_of_persons_are_not_told_to_the_public() -> None:
    assert re.search(r"\b3\u00a0người", said(section(whole(REAL), "context")))
    told = said(section(whole(REAL, PUBLIC), "context"))
    assert "<5\u00a0người" in told
    assert not re.search(r"\b[1-4]\u00a0người", told)


def test_lines_of_the_profile_are_for_those_who_have_it() -> None:
    assert "(dòng " in said(whole(ILLUSTRATIVE))
    assert "(dòng " not in said(whole(ILLUSTRATIVE, PUBLIC))


def test_marks_say_what_the_data_are_and_who_may_read() -> None:
    assert whole(ILLUSTRATIVE).marks == ("SỐ LIỆU MINH HỌA", "LƯU HÀNH NỘI BỘ")
    assert whole(REAL, PUBLIC).marks == ("SỐ LIỆU TỪ NGUỒN CÔNG KHAI", "BẢN CÔNG KHAI")
    cover = whole(ILLUSTRATIVE).cover
    assert cover is not None
    assert cover.stamp == "Số liệu minh họa"


def test_a_claim_that_something_does_not_apply_stands_on_page_one() -> None:
    found = analysed(ILLUSTRATIVE)
    cover = whole(ILLUSTRATIVE).cover
    assert found.assessment.profile.not_applicable
    assert cover is not None
    for criterion, reason in found.assessment.profile.not_applicable.items():
        assert any(criterion in notice and reason in notice for notice in cover.notices)


def test_the_key_figure_is_rounded_outwards() -> None:
    found = analysed(ILLUSTRATIVE).assessment.readiness
    cover = whole(ILLUSTRATIVE).cover
    assert found is not None
    assert cover is not None
    assert cover.figure is not None
    low, high = (int(part) for part in cover.figure.figure.split("–"))
    assert low <= found.low * 100 < low + 1
    assert high - 1 < found.high * 100 <= high


def test_english_keeps_to_english() -> None:
    told = said(whole(ILLUSTRATIVE, Options(lang="en")))
    for criterion in model()[0].criteria.values():
        assert criterion.statement.vi not in told
        assert criterion.title.vi not in told


def test_one_agencys_page_has_what_it_leads_and_supports() -> None:
    report = whole(ILLUSTRATIVE, Options(agency="HEALTH"))
    found = {row.criterion.id: row for row in analysed(ILLUSTRATIVE).findings}
    led = ids(section(report, "agency-health"))
    helped = ids(section(report, "support"))
    assert led
    assert all(found[name].lead.role == "HEALTH" for name in led)
    assert all(any(one.role == "HEALTH" for one in found[name].support) for name in helped)
    assert report.cover is None


def test_the_gate_alone_has_every_entry() -> None:
    report = whole(ILLUSTRATIVE, Options(gate=True))
    [table] = parts(section(report, "gate"), Table)
    assert len(table.rows) == len(model()[0].gate)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_same_report_twice(lang: str) -> None:
    assert whole(ILLUSTRATIVE, Options(lang=lang)) == gap_report(analysed(ILLUSTRATIVE), Options(lang=lang))


def test_different_readers_have_different_files() -> None:
    prints = [
        whole(REAL, options).fingerprint for options in (Options(), PUBLIC, Options(lang="en"), Options(gate=True))
    ]
    assert len(set(prints)) == len(prints)


def test_a_share_of_all_is_not_asked_for_as_at_least_all() -> None:
    assert "ít nhất 100%" not in said(whole(REAL))


def test_no_verdict_on_security_follows_from_the_counts_of_a_section() -> None:
    secret = {row.id for row in model()[0].criteria.values() if row.security}
    [table] = list(parts(section(whole(ILLUSTRATIVE, PUBLIC), "summary"), Table))
    told = sum(int(cell.lines[0].text) for row in table.rows for cell in row.cells[4:])
    shown = [row for row in analysed(ILLUSTRATIVE).findings if row.criterion.id not in secret]
    assert told == sum(row.word in ("not_met", "partly", "unknown") for row in shown)


def test_what_a_source_says_is_not_called_self_reported() -> None:
    told = said(whole(REAL))
    assert "theo nguồn được dẫn" in told
    assert "tự báo cáo (dòng" not in told
