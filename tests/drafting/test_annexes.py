"""The annexes say what the articles and the protocol say, in every form, at every date, and nothing unsafe."""

from __future__ import annotations

import dataclasses
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import shipped_profiles
from drafting.drafts import FORMS, NOW, TEMPLATES, drafted, protocol, shipped

from rollout.drafting.instrument import Annex, Entry, Grid, Instrument, Picture, Sheet
from rollout.drafting.manifest import About, Shown, manifest
from rollout.drafting.order import Order
from rollout.drafting.spots import placed
from rollout.model.protocol import Step
from rollout.problems import ProblemsFound

EARLIER, BEFORE = date(2022, 9, 1), date(2020, 6, 1)
MADE = [
    *(("dak_lak_2026.yaml", NOW, form) for form in FORMS),
    ("quang_ninh_2026.yaml", NOW, "ca_biet"),
    ("bac_lieu_2022.yaml", EARLIER, "qppl_ubnd"),
    ("quang_ninh_2020.yaml", BEFORE, "ca_biet"),
    ("tp_hcm_2026.yaml", date(2026, 3, 1), "qppl_chu_tich"),
]
IDS = ["annex-flow", "annex-matrix", "annex-times", "annex-forms"]


@pytest.fixture(params=MADE, ids=lambda row: f"{row[0][:-5]}-{row[1]}-{row[2]}")
def it(request: pytest.FixtureRequest) -> Instrument:
    name, day, form = request.param
    return shipped(name, day, form)


def annex(it: Instrument, number: int) -> Annex:
    return it.regulation.annexes[number]


def entries(it: Instrument, number: int) -> dict[str, Entry]:
    """The entries of an annex, by id without the annex."""
    return {row.id.removeprefix(f"{IDS[number]}-"): row for row in annex(it, number).entries()}


def articles(it: Instrument) -> dict[str, str]:
    """The words of every clause with its points, and of every point, by id."""
    found = {}
    for clause in it.clauses():
        found[clause.id] = " ".join([clause.text, *(point.text for point in clause.points)])
        found |= {point.id: point.text for point in clause.points}
    return found


def words(it: Instrument) -> Iterator[str]:
    for one in it.regulation.annexes:
        yield from (one.title, one.lead, one.issued_with)
        for block in one.blocks:
            yield from (block.title, getattr(block, "about", ""), *getattr(block, "columns", ()))
        for row in one.entries():
            yield from (row.group, *row.cells)


def test_there_are_four_in_order_and_each_is_referred_to(it: Instrument) -> None:
    assert [row.id for row in it.regulation.annexes] == IDS
    assert [row.label for row in it.regulation.annexes] == [f"Phụ lục {n}" for n in ("I", "II", "III", "IV")]
    said = " ".join(articles(it).values())
    for row in it.regulation.annexes:
        assert f"{row.label} ban hành kèm theo Quy chế này" in said
        assert row.issued_with.startswith("(Kèm theo Quy chế ")
        assert row.end_mark == "./."


def test_every_entry_has_a_place_and_something_it_comes_from(it: Instrument) -> None:
    places, known = placed(it), {row.id for row in it.clauses()}
    rows = [row for one in it.regulation.annexes for row in one.entries()]
    assert len({row.id for row in rows} | known) == len(rows) + len(known)
    assert all(row.origins and places[row.id] for row in rows)


def test_times_say_what_the_articles_say(it: Instrument) -> None:
    said = articles(it)
    for part in protocol().parts:
        for duty in part.duties:
            row = entries(it, 2).get(duty.id)
            if row is None:
                assert duty.id not in said
                continue
            do, _, when, basis = row.cells
            own = said.get(duty.id) or said.get(f"{part.id}-lead", "") + said.get(f"{part.id}-support", "")
            assert do.casefold() in own.casefold()
            if duty.request or duty.role in protocol().standing.outside:
                assert (when, basis) == ("Đề nghị phối hợp", "")
                continue
            clause = said[f"{part.id}-time"] if isinstance(part, Step) else said[duty.id]
            assert when.casefold() in clause.casefold()
            # the articles name a law in full at its first mention
            for half in re.split(r" (?:Bộ luật|Luật|Nghị định|Thông tư(?: liên tịch)?) số ", basis):
                assert half.casefold() in clause.casefold()


def test_every_duty_of_a_step_that_counts_has_its_row(it: Instrument) -> None:
    said = articles(it)
    for part in protocol().steps:
        leads = [duty.id for duty in part.duties if duty.id in said]
        assert set(leads) <= set(entries(it, 2)), part.id
        assert (f"{part.id}-hours" in entries(it, 2)) == (part.hours == "around_the_clock")


def test_a_law_not_in_force_is_no_basis_of_a_time() -> None:
    then = {row.cells[3] for row in entries(shipped("quang_ninh_2020.yaml", BEFORE), 2).values()}
    now = {row.cells[3] for row in entries(shipped("dak_lak_2026.yaml"), 2).values()}
    assert any("13/2022/QH15" in basis for basis in now)
    assert not any("2022" in basis or "2025" in basis for basis in then)


def test_the_matrix_is_that_of_the_protocol(it: Instrument) -> None:
    (grid,) = annex(it, 1).blocks
    assert isinstance(grid, Grid)
    assert len(set(grid.columns)) == len(grid.columns)
    for step in protocol().steps:
        marks = entries(it, 1)[step.id].cells[1:]
        assert marks.count("C") == 1
        assert {*marks} <= {"C", "P", "T", ""}
        taking = {*step.leads, *step.support, *step.informed}
        # two roles may be one agency's at that date, never the other way round
        assert 1 <= len([mark for mark in marks if mark]) <= len(taking)
    assert "P" in {row.cells[-1] for row in grid.entries}


def test_the_diagram_has_every_step_and_way(it: Instrument) -> None:
    (picture,) = annex(it, 0).blocks
    assert isinstance(picture, Picture)
    steps = protocol().steps
    assert [box.title for box in picture.diagram.boxes] == [f"{n}. {row.title.vi}" for n, row in enumerate(steps, 1)]
    assert len(picture.diagram.arrows) == sum(len(row.next) for row in steps)
    for step, row in zip(steps, picture.entries, strict=True):
        assert len(re.findall(r"bước \d+", row.cells[1], re.IGNORECASE)) == len(step.next)


def test_every_form_handed_over_is_listed_with_its_ways(it: Instrument) -> None:
    rows = entries(it, 3)
    for part in protocol().parts:
        for number, given in enumerate(part.handovers, 1):
            form, cells = protocol().forms[given.form], rows[f"{part.id}-{number}"].cells
            assert form.title.vi in cells[0]
            assert (form.statutory in cells[0]) if form.statutory else ("Mẫu số" not in cells[0])


def test_forms_of_the_law_and_the_safety_plan_are_not_made_again(it: Instrument) -> None:
    sheets = {row.id.removeprefix("annex-forms-"): row for row in annex(it, 3).blocks if isinstance(row, Sheet)}
    handed = {row.form for _, row in protocol().handovers()}
    assert set(sheets) == {name for name in handed if not protocol().forms[name].statutory} - {"safety_plan"}
    for name, sheet in sheets.items():
        fields = [row.cells[0].partition(". ")[2] for row in sheet.entries]
        assert fields == [field.vi for field in protocol().forms[name].fields]
    assert [row.number for row in sheets.values()] == [f"Mẫu PH-{n:02d}" for n in range(1, len(sheets) + 1)]


UNSAFE = (
    r"địa chỉ (?:của )?(?:nơi )?(?:tạm lánh|ở|nhà)|số nhà|tuyến đường|lộ trình đưa|biển số|ca trực|lịch trực|"
    r"thang điểm|ngưỡng|điểm số|số điện thoại|di động|email|thư điện tử|căn cước|họ và tên|họ, tên"
)


def test_nothing_unsafe_is_printed_or_asked_for(it: Instrument) -> None:
    for text in words(it):
        assert not re.search(UNSAFE, text, re.IGNORECASE), text
        assert not re.search(r"\b0\d{8,10}\b", text), text
    fields = [row.cells[0] for block in annex(it, 3).blocks if isinstance(block, Sheet) for row in block.entries]
    assert not [row for row in fields if "họ tên" in row.lower() and "không ghi họ tên" not in row.lower()]


def test_no_list_of_contacts_and_no_duty_of_citizens(it: Instrument) -> None:
    assert not [text for text in words(it) if re.search(r"danh bạ(?! trực)|danh sách đầu mối", text, re.IGNORECASE)]
    assert "người bị bạo lực không phải kê khai, nộp biểu mẫu" in annex(it, 3).lead
    duty = re.compile(r"(?:^|[.;:] )Người (?:bị bạo lực|dân)[^,;.]{0,30} (?:phải|có trách nhiệm) ", re.IGNORECASE)
    fields = [row.cells[0] for block in annex(it, 3).blocks if isinstance(block, Sheet) for row in block.entries]
    assert not [text for text in (*fields, annex(it, 3).lead) if duty.search(text) and "không phải" not in text]


@pytest.mark.parametrize("form", FORMS)
def test_both_languages_have_the_same_entries(form: str) -> None:
    vi, en = (shipped("dak_lak_2026.yaml", NOW, form, lang) for lang in ("vi", "en"))
    for one, other in zip(vi.regulation.annexes, en.regulation.annexes, strict=True):
        assert [(row.id, row.origins) for row in one.entries()] == [(row.id, row.origins) for row in other.entries()]
        assert [len(row.cells) for row in one.entries()] == [len(row.cells) for row in other.entries()]
        assert [row.id for row in one.blocks] == [row.id for row in other.blocks]
    assert not [text for text in words(en) if re.search(r"\b(?:Bước|ngày|cơ quan|kể từ)\b", text)]


def test_languages_with_other_entries_are_refused() -> None:
    vi, en = (shipped("dak_lak_2026.yaml", NOW, "ca_biet", lang) for lang in ("vi", "en"))
    fewer = dataclasses.replace(en, regulation=dataclasses.replace(en.regulation, annexes=en.regulation.annexes[:3]))
    with pytest.raises(ValueError, match="same clauses and entries"):
        manifest([vi, fewer], About({}, {}, {}), {}, Shown({}, {}))


def _own(tmp_path: Path, old: str, new: str, name: str = "annexes.yaml") -> Instrument:
    shutil.copytree(TEMPLATES, tmp_path / "regulation")
    path = tmp_path / "regulation" / name
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    profile = dataclasses.replace(shipped_profiles.profile("dak_lak_2026.yaml"), as_of=NOW)
    return drafted(profile, Order(NOW, "ca_biet", "vi", "LEAD_GE", templates=tmp_path))


def test_an_annex_that_nothing_draws_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        _own(tmp_path, "draws: matrix", "draws: map")
    (problem,) = caught.value.problems
    assert (problem.code, problem.values["name"]) == ("D006", "map")
    assert problem.place is not None


def test_a_reference_to_an_annex_that_is_gone_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        _own(tmp_path, "id: annex-times", "id: annex-hours")
    assert {(row.code, row.values["name"]) for row in caught.value.problems} == {("D002", "annex-times")}


def test_an_annex_cannot_take_the_id_of_an_article(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as caught:
        _own(tmp_path, "id: annex-times", "id: consent")
    assert {row.code for row in caught.value.problems} == {"D003"}
