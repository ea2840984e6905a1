"""Every shipped profile is valid, named for its unit and year, and claims nothing without a source."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import shipped_profiles
from shipped_profiles import FOLDER, assessed, blueprint, country, opened, profile

from rollout.analysis.assessment import WORDS
from rollout.model.profile import DocumentAnswer, Interval, RecordsAnswer
from rollout.model.provinces import meant

NAMES = [file.name for file in shipped_profiles.files()]
ILLUSTRATIVE = "bac_lieu_2022_minh_hoa.yaml"
PUBLIC = [name for name in NAMES if name != ILLUSTRATIVE]
NAME = re.compile(r"(?P<unit>[a-z]+(?:_[a-z]+)*)_(?P<year>20[0-9]{2})(?P<kind>_minh_hoa)?\.yaml")
WANTED = """
    quang_ninh_2020 quang_ninh_2026 thanh_hoa_2022 khanh_hoa_2022 ha_noi_2022 da_nang_2022 ha_tinh_2022 bac_lieu_2022
    tp_hcm_2022 dak_lak_2022 ca_mau_2026 da_nang_2026 dak_lak_2026 tp_hcm_2026 ha_noi_2026 bac_lieu_2022_minh_hoa
""".split()


def known(name: str) -> set[str]:
    return {question for question, answer in profile(name).answers.items() if answer.value is not None}


def test_all_units_asked_for_are_there() -> None:
    assert {name.removesuffix(".yaml") for name in NAMES} >= set(WANTED)


def test_the_folder_holds_nothing_else() -> None:
    assert {file.name for file in FOLDER.iterdir()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_valid_without_problems_or_warnings(name: str) -> None:
    assert [(row.code, str(row.place), dict(row.values)) for row in opened(name).problems] == []
    assert [(row.code, dict(row.values)) for row in assessed(name).problems] == []


@pytest.mark.parametrize("name", NAMES)
def test_file_name_is_unit_and_year(name: str) -> None:
    found = NAME.fullmatch(name)
    assert found is not None, name
    subject = profile(name)
    assert meant(found["unit"].replace("_", " "), subject.as_of, country()) == subject.unit.slug
    assert int(found["year"]) == subject.as_of.year
    assert bool(found["kind"]) == (subject.data_status == "illustrative")


def test_one_file_a_unit_and_date() -> None:
    keys = Counter((profile(name).unit.system, profile(name).unit.code, profile(name).as_of) for name in NAMES)
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", PUBLIC)
def test_public_facts_only_each_with_a_verified_source(name: str) -> None:
    subject = profile(name)
    assert subject.data_status == "public_record"
    sources = {**blueprint().sources, **subject.sources}
    for question in known(name):
        cited = subject.answers[question].sources
        assert cited, question
        assert {sources[source].certainty for source in cited} == {"verified"}, question
        assert {sources[source].kind for source in cited} <= {"seed", "law", "public"}, question


@pytest.mark.parametrize("name", PUBLIC)
def test_public_records_waive_nothing_and_excuse_nothing(name: str) -> None:
    assert profile(name).waivers == ()
    assert profile(name).not_applicable == {}


@pytest.mark.parametrize("name", PUBLIC)
def test_an_answer_left_unknown_says_why(name: str) -> None:
    subject = profile(name)
    assert [question for question, answer in subject.answers.items() if answer.value is None and not answer.note] == []


@pytest.mark.parametrize("name", NAMES)
def test_agencies_named_only_with_a_source(name: str) -> None:
    subject = profile(name)
    sources = {*blueprint().sources, *subject.sources}
    unsourced = {role for role, agency in subject.agencies.items() if agency.source not in sources}
    assert unsourced == (set(subject.agencies) if name == ILLUSTRATIVE else set())


@pytest.mark.parametrize("name", NAMES)
def test_every_source_of_its_own_is_cited(name: str) -> None:
    subject = profile(name)
    cited = {source for answer in subject.answers.values() for source in answer.sources}
    assert set(subject.sources) <= cited | {agency.source for agency in subject.agencies.values()}


@pytest.mark.parametrize("name", NAMES)
def test_the_header_says_what_the_file_is(name: str) -> None:
    header = (FOLDER / name).read_text("utf-8").partition("format:")[0]
    assert all(line.startswith("#") for line in header.splitlines())
    words = "SỐ LIỆU MINH HỌA" if name == ILLUSTRATIVE else "không có nghĩa là “không”"
    assert words in header


def test_a_planned_centre_has_no_clients() -> None:
    since_opening = [
        q.id for q in blueprint().questions.values() if q.context and q.persons and q.section == "services"
    ]
    assert since_opening
    for name in NAMES:
        if not profile(name).centre.operating:
            assert known(name).isdisjoint(since_opening), name


def test_the_illustrative_profile_is_rich_and_shows_every_verdict() -> None:
    result = assessed(ILLUSTRATIVE)
    assert len(known(ILLUSTRATIVE)) >= 190
    assert all(result.counts[word] for word in WORDS)
    assert result.opening.state == "not_ready"
    statuses = Counter(answer.status for answer in profile(ILLUSTRATIVE).answers.values())
    assert set(statuses) == {"reported", "seen", "document"}


def test_the_illustrative_waiver_is_valid_and_covers_no_safety() -> None:
    result = assessed(ILLUSTRATIVE)
    assert list(result.waivers) == ["FAC-ROOM-03"]
    assert not blueprint().criteria["FAC-ROOM-03"].safety
    assert result.without_waivers is not None


def test_the_illustrative_profile_cannot_be_taken_for_records() -> None:
    answers = profile(ILLUSTRATIVE).answers
    documents = [answer.value for answer in answers.values() if isinstance(answer.value, DocumentAnswer)]
    assert documents
    assert [row.number for row in documents if not (row.number or "").startswith("MH-")] == []
    assert [q for q in answers if blueprint().questions[q].type == "phone"] == []
    assert not any(answer.sources for answer in answers.values())


def test_illustrative_shares_agree_with_the_list_of_communes() -> None:
    answers = profile(ILLUSTRATIVE).answers
    rows = answers["coordination.communes.list"].value
    assert isinstance(rows, RecordsAnswer)
    assert rows.complete
    shares = {
        "staffing.commune_focal.share_designated": "focal_person",
        "coordination.communes.chart_share": "chart",
        "coordination.communes.trusted_share": "trusted_address",
        "training.commune.share_trained": "trained",
    }
    for question, field in shares.items():
        share = 100 * sum(item[field] is True for item in rows.items) / len(rows.items)
        value = answers[question].value
        assert isinstance(value, Interval)
        assert value.low <= share <= value.high, question
