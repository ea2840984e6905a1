"""The shipped model: whole, without problems, and proved by its own cases."""

from __future__ import annotations

from collections import Counter

import shipped_profiles

from rollout.analysis.checks import check
from rollout.analysis.checks.subject import Subject
from rollout.model.reading_blueprint import open_blueprint
from rollout.model.reading_cases import read_cases


def test_ninety_criteria_without_a_problem() -> None:
    blueprint = shipped_profiles.blueprint()
    assert len(blueprint.criteria) == 90
    assert open_blueprint(blueprint.folders[-1]).problems == ()
    cases, problems = read_cases(blueprint)
    assert problems == ()
    assert check(Subject(blueprint, shipped_profiles.country(), cases)) == ()


def test_at_least_three_cases_for_each_criterion() -> None:
    cases, _ = read_cases(shipped_profiles.blueprint())
    count = Counter(case.criterion for case in cases)
    assert [name for name in shipped_profiles.blueprint().criteria if count[name] < 3] == []


def test_ids_sections_and_levels() -> None:
    blueprint = shipped_profiles.blueprint()
    assert len(blueprint.sections) == 10
    assert {row.section for row in blueprint.criteria.values()} == set(blueprint.sections)
    assert {row.level for row in blueprint.criteria.values()} == {"essential", "recommended"}
    assert all(row.weeks > 0 for row in (one.remedy for one in blueprint.criteria.values()))


def test_the_gate_holds_essential_criteria_only() -> None:
    blueprint = shipped_profiles.blueprint()
    assert {blueprint.criteria[name].level for name in blueprint.gate_criteria} == {"essential"}
