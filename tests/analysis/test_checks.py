"""Each check finds a fault planted in a copy of the toy, there and nowhere else; the toy itself has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import toy

from rollout import texts
from rollout.analysis.checks import CHECKS
from rollout.analysis.checks.contradictions import excludes
from rollout.model.condition import Test as Asks
from rollout.problems import Problem

Change = Callable[[dict[str, Any]], None]
TITLE = {"vi": "m", "en": "n"}


def in_section(section: str, group: str, change: Callable[[dict[str, Any]], None]) -> Change:
    return lambda data: change(data[section][group])


def criterion(section: str, group: str, index: int, **values: Any) -> Change:
    """Give a criterion other values of some keys; None takes the key away."""

    def change(body: dict[str, Any]) -> None:
        row = body["criteria"][index]
        row.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del row[key]

    return in_section(section, group, change)


def question(section: str, group: str, name: str, **values: Any) -> Change:
    """Give a question other values of some keys, or make it; None takes the key away."""

    def change(body: dict[str, Any]) -> None:
        row = body["questions"].setdefault(name, {"ask": TITLE, "label": TITLE, "type": "yes_no"})
        row.update(values)
        for key in [key for key, value in values.items() if value is None]:
            del row[key]

    return in_section(section, group, change)


def remedy(lead: str = "LEAD", **values: Any) -> dict[str, Any]:
    return {"do": TITLE, "weeks": 1, "lead": lead, **values}


def cases(criterion: str, *rows: dict[str, Any]) -> Change:
    """Give a criterion other cases."""

    def change(data: dict[str, Any]) -> None:
        data["cases"][criterion] = list(rows)

    return change


def first_gate_entry(**values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        data["gate"][-1].update(values)
        for key in [key for key, value in values.items() if value is None]:
            del data["gate"][-1][key]

    return change


def of_quantity(name: str, **values: Any) -> Change:
    def change(data: dict[str, Any]) -> None:
        data["quantities"][name].update(values)

    return change


LIMIT = {"at_most": {"limit": "REPLY_12H"}}
EVERY_FAST = {"every": {"in": "languages", "is": {"share": LIMIT}}}
FAULTS: list[tuple[str, str, str, Change]] = [
    ("B013", "REPLY_12H", "care", criterion("care", "law", 0, met={"reply_hours": LIMIT})),
    ("B013", "REPLY_12H", "house", criterion("house", "safety", 2, met=EVERY_FAST)),
    ("B013", "REPLY_12H", "blueprint", first_gate_entry(met={"care.law.reply_hours": LIMIT})),
    ("B016", "LEADER", "care", criterion("care", "law", 0, remedy=remedy("LEADER"))),
    ("B016", "CENTER", "care", criterion("care", "law", 0, remedy=remedy(support=["CENTER"]))),
    ("B016", "LEADER", "care", question("care", "line", "free", whom="LEADER")),
    ("B016", "LEADER", "blueprint", lambda data: data["variants"]["island"].update(roles={"CENTRE": "LEADER"})),
    ("B030", "LINE-01", "care", criterion("care", "line", 1, remedy=remedy(after=["LINE-01"]))),
    ("B031", "care.law.reply_hours", "care", criterion("care", "law", 0, met={"reply_hours": {"at_most": 1001}})),
    (
        "B031",
        "share",
        "house",
        criterion("house", "safety", 2, met={"some": {"in": "languages", "is": {"share": {"at_least": 101}}}}),
    ),
    ("B031", "care.line.hours", "blueprint", first_gate_entry(met={"care.line.hours": {"at_least": 200}})),
    ("B032", "mony", "care", criterion("care", "law", 1, met={"agreement": {"includes": ["mony"]}})),
    (
        "B032",
        "mony",
        "care",
        criterion("care", "law", 1, met={"agreement": {"includes_at_least": {"n": 1, "of": ["money", "mony"]}}}),
    ),
    ("B032", "church", "house", criterion("house", "safety", 0, met={"who_owns": {"one_of": ["state", "church"]}})),
    ("B032", "church", "house", criterion("house", "safety", 0, met={"who_owns": {"equals": "church"}})),
    (
        "B033",
        "care.law.reply_hours",
        "care",
        criterion("care", "law", 0, met={"reply_hours": {"at_least": 5, "at_most": 4}}),
    ),
    (
        "B033",
        "house.safety.lock",
        "house",
        criterion("house", "safety", 0, met={"all": [{"lock": "yes", "alarm": "yes"}, {"lock": "no"}]}),
    ),
    ("B034", "house.safety.door", "house", question("house", "safety", "door")),
    ("B035", "care.line.free", "care", question("care", "line", "free", ask={"vi": "Có không?"})),
    ("B035", "LAW-01", "care", criterion("care", "law", 0, evidence=None)),
    ("B035", "places_needed", "quantities", of_quantity("places_needed", title={"vi": "m", "en": " "})),
    ("B036", "LAW-01", "care", criterion("care", "law", 0, sources=None)),
    ("B036", "places_needed", "quantities", of_quantity("places_needed", sources=[])),
    ("B036", "agreement", "blueprint", first_gate_entry(sources=None)),
    ("B037", "SAFE-02", "house", criterion("house", "safety", 1, partly={"places": {"at_most": 99}})),
    (
        "B038",
        "LAW-01",
        "cases/care",
        cases(
            "LAW-01",
            *(
                {"answers": {"reply_hours": n}, "expect": word}
                for n, word in ((24, "met"), (25, "met"), (26, "not_met"), ("unknown", "unknown"))
            ),
        ),
    ),
    (
        "B039",
        "LAW-01",
        "cases/care",
        cases("LAW-01", {"answers": {"reply_hours": 24}, "expect": "met"}, {"answers": {}, "expect": "unknown"}),
    ),
    ("B040", "care.law.reply_hours", "care", question("care", "law", "reply_hours", max=None)),
    ("B042", "care.line.free", "care", question("care", "line", "free", may_not_apply="yes")),
    ("B042", "LINE-01", "care", criterion("care", "line", 0, may_not_apply="yes")),
]
# What a planted fault also makes wrong: cases that no longer fit, answers that nothing reads any more.
FOLLOWS = {"B034", "B038", "B039", "B041"}


def found(tmp_path: Path, file: str, change: Change) -> tuple[Problem, ...]:
    return toy.checked(toy.copied(tmp_path, **{f"harbour__{file.replace('/', '__')}": change}))


@pytest.mark.parametrize(
    ("code", "name", "file", "change"), FAULTS, ids=[f"{row[0]} {row[1]} {row[2]}" for row in FAULTS]
)
def test_each_planted_fault_is_found(tmp_path: Path, code: str, name: str, file: str, change: Change) -> None:
    problems = found(tmp_path, file, change)
    assert {row.code for row in problems} - (FOLLOWS - {code}) == {code}
    planted = [row for row in problems if row.code == code and name in " ".join(map(str, row.values.values()))]
    assert len(planted) == 1 or code == "B035", problems
    for row in planted:
        assert row.place is not None
        assert row.place.file.endswith(f"{file.rpartition('/')[2]}.yaml")
        assert all(texts.message(row, lang).text for lang in texts.LANGUAGES)


def test_the_toy_has_none() -> None:
    assert toy.checked(toy.FOLDER) == ()


def test_every_check_has_a_planted_fault() -> None:
    codes = {row[0] for row in FAULTS}
    assert {check.__globals__["CODE"] for check in CHECKS} == codes


def test_a_cycle_is_printed_from_end_to_end(tmp_path: Path) -> None:
    [row] = found(tmp_path, "care", criterion("care", "line", 1, remedy=remedy(after=["LINE-01"])))
    assert row.values["cycle"] in ("LINE-01 → LINE-02 → LINE-01", "LINE-02 → LINE-01 → LINE-02")


def test_a_soft_dependency_makes_no_cycle(tmp_path: Path) -> None:
    assert found(tmp_path, "care", criterion("care", "line", 1, remedy=remedy(after=[{"soft": "LINE-01"}]))) == ()


def test_what_only_the_report_prints_may_go_unread(tmp_path: Path) -> None:
    assert found(tmp_path, "house", question("house", "safety", "door", context="yes")) == ()


def test_a_partly_that_met_implies_is_fine(tmp_path: Path) -> None:
    change = criterion("house", "safety", 1, partly={"places": {"at_least": 2}})
    assert "B037" not in {row.code for row in found(tmp_path, "house", change)}


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"answers": {"reply_hours": 24}, "expect": "partly"}, "partly"),
        ({"answers": {}, "expect": "unknown", "at_least": "partly"}, "unknown ≥ partly"),
        ({"answers": {}, "expect": "unknown", "at_most": "partly"}, "unknown ≤ partly"),
        ({"answers": {"reply_hours": 24}, "expect": "met", "province": "nowhere"}, "met"),
        ({"answers": {"reply_hours": 24}, "expect": "met", "variant": "castle"}, "met"),
    ],
)
def test_a_case_that_says_otherwise(tmp_path: Path, case: dict[str, Any], said: str) -> None:
    rows = (
        {"answers": {"reply_hours": 24}, "expect": "met"},
        {"answers": {"reply_hours": 30}, "expect": "not_met"},
        {"answers": {}, "expect": "unknown"},
    )
    [row] = found(tmp_path, "cases/care", cases("LAW-01", *rows, case))
    assert (row.code, row.values["expected"]) == ("B038", said)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("is_yes", None), ("is_no", None), True),
        (("is_yes", None), ("is_yes", None), False),
        (("at_least", 5), ("at_most", 4), True),
        (("at_least", 5), ("at_most", 5), False),
        (("at_least", 5), ("equals", 4), True),
        (("at_least", 5), ("at_least", 9), False),
        (("equals", 5), ("equals", 6), True),
        (("equals", "a"), ("equals", "b"), True),
        (("equals", "a"), ("one_of", ("a", "b")), False),
        (("one_of", ("a",)), ("one_of", ("b", "c")), True),
        (("includes", ("a",)), ("includes", ("b",)), False),
        (("in_force", None), ("includes", ("b",)), False),
    ],
)
def test_what_excludes_what(one: tuple[str, Any], other: tuple[str, Any], expected: bool) -> None:
    assert excludes(Asks("q", *one), Asks("q", *other)) is expected
    assert excludes(Asks("q", *other), Asks("q", *one)) is expected
