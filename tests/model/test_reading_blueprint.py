"""A blueprint folder becomes a blueprint; one that extends another adds, replaces whole by id, and removes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import toy

from rollout import texts
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_cases import read_cases
from rollout.problems import ProblemsFound


def test_the_toy_is_read_whole_and_in_order() -> None:
    blueprint = toy.blueprint()
    assert (blueprint.id, blueprint.version, blueprint.country) == ("harbour", 2, "norland")
    assert list(blueprint.sections) == ["care", "house"]
    assert list(blueprint.criteria)[:4] == ["LINE-01", "LINE-02", "LAW-01", "LAW-02"]
    assert [entry.id for entry in blueprint.gate] == ["LINE-01", "SAFE-01", "agreement"]
    assert blueprint.gate_criteria == {"LINE-01", "SAFE-01"}
    assert blueprint.questions["care.line.posts"].whole
    assert blueprint.criteria["LAW-02"].remedy.after[0].soft
    assert blueprint.places["LINE-01"].file.endswith("care.yaml")


def test_the_order_of_keys_within_files_changes_nothing_but_order(tmp_path: Path) -> None:
    def backwards(data: dict[str, Any]) -> dict[str, Any]:
        return {key: data[key] for key in reversed(data)}

    folder = toy.copied(
        tmp_path, harbour__sources=backwards, harbour__quantities=backwards, harbour__blueprint=backwards
    )
    found = toy.reopened(folder).blueprint
    assert found is not None
    for table in ("criteria", "questions", "quantities", "parameters", "sources", "variants", "weights", "gate"):
        assert getattr(found, table) == getattr(toy.blueprint(), table), table


def test_the_fingerprint_is_that_of_the_bytes(tmp_path: Path) -> None:
    folder = toy.copied(tmp_path)
    same = toy.reopened(folder).blueprint
    assert same is not None
    assert same.sha256 == toy.blueprint().sha256
    path = folder / "harbour" / "care.yaml"
    path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
    other = toy.reopened(folder).blueprint
    assert other is not None
    assert other.sha256 != same.sha256


def test_a_blueprint_is_found_by_id_by_version_and_by_path(tmp_path: Path) -> None:
    folder = toy.copied(tmp_path)
    for name in ("harbour", "harbour@2", str(folder / "harbour"), f"{folder / 'harbour'}@2"):
        assert open_blueprint(name, folder).blueprint is not None
    for name, code in (("harbour@1", "P017"), ("nothing", "F020"), ("../harbour", "F021")):
        with pytest.raises(ProblemsFound) as caught:
            open_blueprint(name, folder)
        assert [row.code for row in caught.value.problems] == [code]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("care", "{hours: {at_least: 168}, free: yes}", "yes", "S"),
        ("care", "{hours: {at_least: 168}, free: yes}", "{from: 2024-01-01}", "B001"),
        ("care", "{hours: {at_least: 168}, free: yes}", "{any: {free: yes}}", "B001"),
        ("care", "hours: {at_least: 168}", "hours: {min: 168}", "B002"),
        ("care", "hours: {at_least: 168}", "hours: {at_least: many}", "B003"),
        ("care", "met: {staff:", "met: {from: 2024-02-30, staff:", "B003"),
        ("house", "{in: languages, where:", "{in: languages, were:", "B004"),
        ("quantities", "{expired: {in: care.law.cites, by: number}}", "{expired: care.law.cites}", "B005"),
        ("blueprint", "{in_force: yes}", "{in_force: no}", "B003"),
        ("care", "care:\n  line:", "cares:\n  line:", "B008"),
        ("house", "- id: SAFE-02", "- id: SAFE-01", "B018"),
        ("house", "      lock: {ask", "      value: {ask", "B019"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, file: str, old: str, new: str, code: str) -> None:
    folder = toy.copied(tmp_path)
    path = folder / "harbour" / f"{file}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    opened = toy.reopened(folder)
    assert opened.blueprint is None
    found = [row for row in opened.problems if row.code.startswith(code)]
    assert found, opened.problems
    place = found[0].place
    assert place is not None
    assert place.file.endswith(f"{file}.yaml")
    line = text[: text.index(old)].count("\n") + 1
    assert line <= place.line <= line + 2
    for row in opened.problems:
        assert all(texts.message(row, lang).fix for lang in texts.LANGUAGES)


def test_an_unknown_operator_says_what_was_meant(tmp_path: Path) -> None:
    def change(data: dict[str, Any]) -> None:
        data["care"]["line"]["criteria"][0]["met"] = {"hours": {"at_leest": 168}}

    [row] = toy.reopened(toy.copied(tmp_path, harbour__care=change)).problems
    assert (row.code, row.path) == ("B002", "care.line.criteria[1].met.hours.at_leest")
    assert "at_least" in str(row.values["meant"])


def test_a_missing_section_file_is_a_problem(tmp_path: Path) -> None:
    folder = toy.copied(tmp_path)
    (folder / "harbour" / "house.yaml").unlink()
    assert [row.code for row in toy.reopened(folder).problems] == ["F001"]


def extension(folder: Path, name: str = "bay", base: str = "harbour", **files: Any) -> Path:
    """A further blueprint beside harbour, with the given files as data."""
    root = {"format": "rollout.blueprint/1", "id": name, "version": 1, "extends": base, **files.pop("blueprint", {})}
    for file, data in {"blueprint": root, **files}.items():
        path = folder / name / f"{file.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(toy.written(data), "utf-8")
    return folder


LOCK = {
    "id": "SAFE-01",
    "title": {"vi": "Khóa", "en": "Lock"},
    "level": "recommended",
    "statement": {"vi": "Có khóa.", "en": "A lock."},
    "met": {"lock": "yes"},
    "remedy": {"do": {"vi": "Lắp.", "en": "Fit."}, "weeks": 1, "lead": "LEAD"},
}
HOUSE = {"sections": [{"id": "house", "title": {"vi": "Nhà", "en": "Home"}}]}


def test_an_extension_without_changes_is_its_base(tmp_path: Path) -> None:
    found = toy.reopened(extension(toy.copied(tmp_path)), "bay").blueprint
    assert found is not None
    assert (found.id, found.title) == ("bay", toy.blueprint().title)
    assert found.criteria == toy.blueprint().criteria
    assert found.gate == toy.blueprint().gate
    assert found.sha256 != toy.blueprint().sha256


def test_an_extension_replaces_a_criterion_whole(tmp_path: Path) -> None:
    house = {"house": {"safety": {"title": {"vi": "An toàn", "en": "Safety"}, "criteria": [LOCK]}}}
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint=HOUSE, house=house), "bay").blueprint
    assert found is not None
    replaced, base = found.criteria["SAFE-01"], toy.blueprint().criteria["SAFE-01"]
    assert replaced.met == toy.condition({"lock": "yes"}, "house.safety.")
    # nothing of the old one is merged into it
    assert base.security
    assert (replaced.security, replaced.grade, replaced.evidence.vi, replaced.sources) == (False, None, "", ())
    assert list(found.criteria) == list(toy.blueprint().criteria)
    assert found.sections["house"].title.en == "Home"


def test_an_extension_adds_a_section_a_source_and_a_parameter(tmp_path: Path) -> None:
    sea = {
        "sea": {
            "quay": {
                "title": {"vi": "b", "en": "q"},
                "questions": {"long": {**ASK, "type": "yes_no"}},
                "criteria": [QUAY],
            }
        }
    }
    root = {"sections": [{"id": "sea", "title": {"vi": "Biển", "en": "Sea"}}], "parameters": {"tide": TIDE}}
    sources = {
        "format": "rollout.sources/1",
        "sources": {"chart": {"kind": "public", "certainty": "verified", "title": PAIR}},
    }
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint=root, sea=sea, sources=sources), "bay")
    assert found.problems == ()
    assert found.blueprint is not None
    assert list(found.blueprint.sections) == ["care", "house", "sea"]
    assert list(found.blueprint.criteria)[-1] == "QUAY-01"
    assert {"staff_factor", "tide"} == set(found.blueprint.parameters)


PAIR = {"vi": "b", "en": "b"}
ASK = {"ask": PAIR, "label": PAIR}
TIDE = {"title": PAIR, "value": 2, "sources": ["chart"]}
QUAY = {**LOCK, "id": "QUAY-01", "met": {"long": "yes"}}


def test_what_is_removed_is_gone_with_its_entry_in_the_gate(tmp_path: Path) -> None:
    root = {"remove": ["LINE-01", "house.safety.who_owns", "island", "old_laws", "LAW-02"]}
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint=root), "bay")
    # BOAT-01 and the rest stay; nothing else pointed to what is gone
    assert found.problems == ()
    assert found.blueprint is not None
    assert not {"LINE-01", "LAW-02"} & set(found.blueprint.criteria)
    assert [entry.id for entry in found.blueprint.gate] == ["SAFE-01", "agreement"]
    assert "house.safety.who_owns" not in found.blueprint.questions
    assert list(found.blueprint.variants) == ["town"]


def test_a_section_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    root = {"remove": ["house", "places_needed", "years_open"]}
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint=root), "bay")
    assert found.problems == ()
    assert found.blueprint is not None
    assert list(found.blueprint.sections) == ["care"]
    assert not [name for name in found.blueprint.questions if name.startswith("house.")]
    assert not [row.id for row in found.blueprint.criteria.values() if row.section == "house"]


def test_what_is_removed_below_does_not_come_back_above(tmp_path: Path) -> None:
    folder = extension(toy.copied(tmp_path), "bay", blueprint={"remove": ["LINE-01", "island"]})
    found = toy.reopened(extension(folder, "cove", "bay"), "cove").blueprint
    assert found is not None
    assert "LINE-01" not in {*found.criteria, *(entry.id for entry in found.gate)}
    assert list(found.variants) == ["town"]


def test_a_criterion_removed_may_be_written_anew(tmp_path: Path) -> None:
    house = {"house": {"safety": {"title": PAIR, "criteria": [LOCK]}}}
    root = {**HOUSE, "remove": ["SAFE-01"], "gate": [{"criterion": "SAFE-01"}]}
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint=root, house=house), "bay")
    assert found.problems == ()
    assert found.blueprint is not None
    assert found.blueprint.criteria["SAFE-01"].level == "recommended"
    assert [entry.accept_partly for entry in found.blueprint.gate if entry.id == "SAFE-01"] == [False]


def test_removing_what_others_point_to_is_noticed(tmp_path: Path) -> None:
    found = toy.reopened(extension(toy.copied(tmp_path), blueprint={"remove": ["LINE-02", "staff_needed"]}), "bay")
    assert [(row.code, row.values["name"]) for row in found.problems] == [("B015", "LINE-02")]


def test_removing_nothing_is_a_problem(tmp_path: Path) -> None:
    [row] = toy.reopened(extension(toy.copied(tmp_path), blueprint={"remove": ["LINE-1"]}), "bay").problems
    assert row.code == "B007"
    assert "LINE-01" in str(row.values["meant"])


def test_blueprints_that_extend_each_other_come_to_an_end(tmp_path: Path) -> None:
    folder = extension(toy.copied(tmp_path), "bay", "cove")
    assert "B006" in [row.code for row in toy.reopened(extension(folder, "cove", "bay"), "bay").problems]


def test_five_folders_deep_and_no_deeper(tmp_path: Path) -> None:
    folder, base = toy.copied(tmp_path), "harbour"
    for name in ("one", "two", "three", "four", "five", "six"):
        extension(folder, name, base)
        base = name
    assert toy.reopened(folder, "five").problems == ()
    assert [row.code for row in toy.reopened(folder, "six").problems] == ["B006"]


def test_cases_come_with_the_base_and_are_replaced_by_criterion(tmp_path: Path) -> None:
    own = {"format": "rollout.cases/1", "cases": {"SAFE-01": [{"answers": {"lock": "yes"}, "expect": "unknown"}]}}
    folder = extension(
        toy.copied(tmp_path), blueprint={"remove": ["LINE-01"], **HOUSE}, house=NOTHING, cases__house=own
    )
    found = toy.reopened(folder, "bay").blueprint
    assert found is not None
    cases, problems = read_cases(found)
    assert problems == ()
    count = {name: sum(case.criterion == name for case in cases) for name in ("LINE-01", "LINE-02", "SAFE-01")}
    assert count == {"LINE-01": 0, "LINE-02": 8, "SAFE-01": 1}


NOTHING: dict[str, Any] = {"house": {}}


@pytest.mark.parametrize(
    ("rows", "code", "name"),
    [
        ({"LINE-9": [{"answers": {}, "expect": "unknown"}]}, "B015", "LINE-9"),
        ({"LINE-01": [{"answers": {"hour": 3}, "expect": "unknown"}]}, "B010", "care.line.hour"),
        ({"LINE-01": [{"answers": {"hours": 24.7, "free": "perhaps"}, "expect": "unknown"}]}, "B041", "care.line.free"),
        ({"LINE-01": [{"answers": {"hours": 169}, "expect": "unknown"}]}, "B041", "care.line.hours"),
    ],
)
def test_cases_answer_as_a_profile_may(tmp_path: Path, rows: Any, code: str, name: str) -> None:
    def change(data: dict[str, Any]) -> None:
        data["cases"] = rows

    found = toy.reopened(toy.copied(tmp_path, harbour__cases__care=change)).blueprint
    assert found is not None
    _, [row] = read_cases(found)
    assert row.code == code
    assert name in row.values.values()
    assert row.place is not None
    assert row.place.file.endswith("care.yaml")
