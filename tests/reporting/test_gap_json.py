"""The JSON of a gap analysis: its keys, its schema, its figures, and what the public does not see."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest
import yaml
from checkout import ROOT

from rollout.analysis.assessment import assess
from rollout.analysis.gap import Gap, gap
from rollout.cli.opening import Opening
from rollout.reporting.gap_json import gap_data, gap_json
from rollout.reporting.options import Options
from rollout.schemas import schema

ILLUSTRATIVE = ROOT / "province_profiles" / "bac_lieu_2022_minh_hoa.yaml"
PROFILES = sorted((ROOT / "province_profiles").glob("*.yaml"))
KEYS = [
    "format", "blueprint", "province", "as_of", "data_status", "readiness", "opening", "counts", "findings",
    "next_questions",
]  # fmt: skip
FINDING = [
    "criterion", "level", "verdict", "score", "answers", "needed", "shortfall", "remedy", "responsible", "sources",
    "place",
]  # fmt: skip


OPENING = Opening()


@cache
def analysed(path: str) -> Gap:
    read = OPENING.profile(path)
    assert read.profile is not None, read.problems
    assert read.model is not None
    return gap(assess(read.profile, read.model.blueprint, read.model.country))


def data(path: object = ILLUSTRATIVE, options: Options | None = None) -> dict[str, Any]:
    return gap_data(analysed(str(path)), options or Options())


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_profile_satisfies_the_schema(path: object) -> None:
    found = json.loads(gap_json(analysed(str(path)), Options()))
    jsonschema.Draft202012Validator.check_schema(schema("gap"))
    jsonschema.Draft202012Validator(schema("gap")).validate(found)


def test_the_keys_are_the_promised_ones() -> None:
    found = data()
    assert list(found) == KEYS
    assert found["format"] == "rollout.gap/1"
    assert all([key for key in row if key != "would_be"] == FINDING for row in found["findings"])
    assert list(found["next_questions"][0]) == ["question", "changes", "gate"]


def test_criteria_in_are_criteria_out() -> None:
    found = data()
    blueprint = analysed(str(ILLUSTRATIVE)).assessment.blueprint
    assert [row["criterion"] for row in found["findings"]] == list(blueprint.criteria)
    assert sum(found["counts"].values()) == len(blueprint.criteria)


def test_readiness_has_four_decimals_and_claims_nothing_more() -> None:
    exact = analysed(str(ILLUSTRATIVE)).assessment.readiness
    found = data()["readiness"]
    assert exact is not None
    assert exact.low - 1e-4 < found["low"] <= exact.low
    assert exact.high <= found["high"] < exact.high + 1e-4
    for row in (found, *found["by_section"].values()):
        assert all(round(row[end], 4) == row[end] for end in ("low", "high"))


def test_a_shortfall_says_what_there_is_and_what_is_needed() -> None:
    hotline = next(row for row in data()["findings"] if row["criterion"] == "SVC-HOTLINE-01")
    [lack] = hotline["shortfall"]
    assert lack == {
        "question": "services.hotline.hours_per_week", "have": 112, "need": 168, "by": 56, "unit": "hour/week",
    }  # fmt: skip


def test_places_lead_to_the_lines_and_name_no_folder_of_this_machine() -> None:
    lines = ILLUSTRATIVE.read_text("utf-8").splitlines()
    for row in data()["findings"]:
        assert row["place"].startswith("anh_duong/")
        for answer in row["answers"]:
            name, line, _ = answer["place"].split(":")
            assert name == ILLUSTRATIVE.name
            assert lines[int(line) - 1].strip().startswith(answer["question"].rpartition(".")[2])
    assert str(ROOT) not in gap_json(analysed(str(ILLUSTRATIVE)), Options())


def test_a_waiver_keeps_what_the_verdict_would_be() -> None:
    waived = [row for row in data()["findings"] if row["verdict"] == "waived"]
    assert waived
    assert all(row["would_be"] in ("partly", "not_met", "unknown") for row in waived)
    assert "without_waivers" in data()["readiness"]


def test_the_language_changes_nothing() -> None:
    assert data(options=Options("vi")) == data(options=Options("en"))


def test_the_gate_and_an_agency_narrow_the_findings_only() -> None:
    whole, gate, police = data(), data(options=Options(gate=True)), data(options=Options(agency="POLICE"))
    assert whole["readiness"] == gate["readiness"] == police["readiness"]
    assert 0 < len(police["findings"]) < len(gate["findings"]) + len(police["findings"]) < 2 * len(whole["findings"])
    for row in police["findings"]:
        assert "POLICE" in (row["responsible"]["role"], *(one["role"] for one in row["responsible"]["support"]))


def test_the_public_sees_no_verdict_on_security() -> None:
    criteria = analysed(str(ILLUSTRATIVE)).assessment.blueprint.criteria
    secret = {name for name, row in criteria.items() if row.security}
    assert secret & {row["criterion"] for row in data()["findings"]}
    public = data(options=Options(audience="public"))
    assert not secret & {row["criterion"] for row in public["findings"]}
    assert not secret & {*public["opening"]["blocking"], *public["opening"]["open"]}


def test_no_verdict_on_security_follows_by_subtraction_from_a_section() -> None:
    found = analysed(str(ILLUSTRATIVE))
    public = data(options=Options(audience="public"))
    for name, told in public["readiness"]["by_section"].items():
        shown = [row["criterion"] for row in public["findings"]]
        rows = [row for row in found.findings if row.criterion.section == name and row.criterion.id in shown]
        weights = found.assessment.blueprint.weights
        low = sum(weights[row.criterion.level] * row.judged.worst for row in rows if not row.judged.excused)
        total = sum(weights[row.criterion.level] for row in rows if not row.judged.excused)
        assert told["low"] == pytest.approx(low / (2 * total), abs=0.0001)


def test_the_public_sees_no_small_counts_of_persons() -> None:
    blueprint = analysed(str(ILLUSTRATIVE)).assessment.blueprint
    public = data(options=Options(audience="public"))
    values = [(answer["question"], answer["value"]) for row in public["findings"] for answer in row["answers"]]
    few = [value for name, value in values if blueprint.questions[name].persons and value in (1, 2, 3, 4)]
    assert few == []


def test_a_note_of_the_profile_is_in_no_output() -> None:
    profile = yaml.load(ILLUSTRATIVE.read_text("utf-8"), yaml.BaseLoader)
    notes = [
        answer["note"]
        for groups in profile["answers"].values()
        for rows in groups.values()
        for answer in rows.values()
        if isinstance(answer, dict) and "note" in answer
    ]
    text = gap_json(analysed(str(ILLUSTRATIVE)), Options())
    assert all(note not in text for note in notes)
