"""What must hold of every profile, tried on very many (the promises behind “unknown is not no”)."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import answering
import toy
from hypothesis import given
from hypothesis import strategies as st

from rollout.analysis.assessment import Assessment, assess
from rollout.analysis.gap import gap
from rollout.analysis.gate import opening
from rollout.analysis.next_questions import next_questions
from rollout.analysis.readiness import readiness
from rollout.analysis.truth import Verdict
from rollout.analysis.verdicts import Judged, judge
from rollout.analysis.world import World
from rollout.model.condition import Condition
from rollout.model.criterion import Criterion
from rollout.model.profile import Centre, DocumentAnswer, RecordsAnswer, Value
from rollout.model.reading_profile import open_profile

BLUEPRINT = toy.blueprint()
CENTRES = st.sampled_from([toy.OPERATING, toy.PLANNED])


class Pair(NamedTuple):
    """Two states of knowledge of one centre."""

    less: dict[str, Value]
    more: dict[str, Value]
    centre: Centre

    @property
    def worlds(self) -> tuple[World, World]:
        return toy.world(self.less, centre=self.centre), toy.world(self.more, centre=self.centre)


@st.composite
def two_states_of_knowledge(draw: st.DrawFn) -> Pair:
    """Answers, and the same ones where more is known."""
    less: dict[str, Value] = draw(answering.values(BLUEPRINT))
    more = {name: draw(answering.more(asked, less.get(name))) for name, asked in BLUEPRINT.questions.items()}
    return Pair(less, more, draw(CENTRES))


def verdicts(world: World) -> dict[str, Judged]:
    return {name: judge(criterion, world) for name, criterion in BLUEPRINT.criteria.items()}


@answering.STEADY
@given(two_states_of_knowledge())
def test_bounds_nest_when_more_is_known(pair: Pair) -> None:
    less, more = (verdicts(world) for world in pair.worlds)
    for name, before in less.items():
        after = more[name]
        if before.excused:
            assert after.excused == before.excused, name
        elif not after.excused:
            assert before.worst <= after.worst <= after.best <= before.best, name


@answering.STEADY
@given(two_states_of_knowledge())
def test_the_readiness_of_what_turns_out_lies_in_the_range(pair: Pair) -> None:
    less, more = (
        readiness([(row, judge(row, world)) for row in BLUEPRINT.criteria.values()], BLUEPRINT.weights)
        for world in pair.worlds
    )
    if less is not None and more is not None:
        assert less.low <= more.low <= more.high <= less.high


@answering.STEADY
@given(two_states_of_knowledge())
def test_figures_nest_when_more_is_known(pair: Pair) -> None:
    for name in BLUEPRINT.quantities:
        before, after = (world.quantity(name).interval for world in pair.worlds)
        assert before is not None
        assert after is not None
        assert before.low <= after.low <= after.high <= before.high, name


@answering.STEADY
@given(two_states_of_knowledge())
def test_what_is_open_or_blocking_at_the_gate_nests_too(pair: Pair) -> None:
    less, more = (opening(world, verdicts(world)) for world in pair.worlds)
    for before, after in zip(less.entries, more.entries, strict=True):
        assert before.state in ("open", after.state)
    assert less.state in ("undetermined", more.state)


@st.composite
def two_values_of_one_unknown(draw: st.DrawFn) -> tuple[dict[str, Value], str, Value, Value]:
    name = draw(st.sampled_from(list(BLUEPRINT.questions)))
    others: dict[str, Value] = draw(answering.values(BLUEPRINT))
    one, other = (draw(answering.whole_value(BLUEPRINT.questions[name])) for _ in range(2))
    return {key: value for key, value in others.items() if key != name}, name, one, other


@answering.STEADY
@given(two_values_of_one_unknown(), CENTRES)
def test_an_answer_that_is_not_asked_for_decides_nothing_alone(
    given_values: tuple[dict[str, Value], str, Value, Value], centre: Centre
) -> None:
    values, name, one, other = given_values
    world = toy.world(values, centre=centre)
    asked = {row.question.id for row in next_questions(world, verdicts(world)) if not row.only_together}
    if name not in asked:
        first, second = (verdicts(world.with_value(name, value)) for value in (one, other))
        assert {row: found.word for row, found in first.items()} == {row: found.word for row, found in second.items()}


# --- moving an answer the way a condition asks

UPWARDS = st.sampled_from(
    [
        {"hours": {"at_least": 40}},
        {"hours": {"at_least": {"parameter": "staff_factor"}}},
        {"staff": {"at_least": {"quantity": "staff_needed"}}},
        {"quantity": {"staff_needed": {"at_least": 10}}},
        {"free": "yes"},
        {"care.law.reply_hours": {"at_most": 24}},
        {"care.law.reply_hours": {"at_most": {"limit": "REPLY_24H"}}},
        {"care.law.agreement": {"includes": ["money", "roles"]}},
        {"care.law.agreement": {"includes_at_least": {"n": 1, "of": ["money", "roles"]}}},
        {"from": "2024-01-01", "free": "yes"},
    ]
)


def nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    some = st.lists(inner, min_size=1, max_size=3)
    return some.map(lambda parts: {"all": parts}) | some.map(lambda parts: {"any": parts})


CONDITIONS = st.recursive(UPWARDS, nested, max_leaves=6).map(lambda data: toy.condition(data, "care.line."))
BETTER: dict[str, Any] = {
    "care.line.hours": (0, 168, 1),
    "care.line.staff": (0, 200, 1),
    "care.law.reply_hours": (0, 1000, -1),
}


@st.composite
def a_step_forward(draw: st.DrawFn) -> tuple[dict[str, Value], dict[str, Value]]:
    """Known answers, and the same with one of them moved the way the conditions above ask."""
    before: dict[str, Value] = {
        "care.line.posts": toy.exactly(2),
        "care.line.free": draw(st.booleans()),
        "care.law.agreement": DocumentAnswer(
            issued_on=toy.AS_OF, covers=draw(st.frozensets(st.sampled_from(["money", "roles"])))
        ),
    }
    before |= {name: toy.exactly(draw(st.integers(low, high))) for name, (low, high, _) in BETTER.items()}
    name = draw(st.sampled_from([*BETTER, "care.line.free", "care.law.agreement"]))
    return before, {**before, name: draw(better(name, before[name]))}


def better(name: str, known: Any) -> st.SearchStrategy[Value]:
    if name == "care.line.free":
        return st.just(True)
    if name == "care.law.agreement":
        return st.sampled_from(["money", "roles"]).map(lambda code: replace(known, covers=known.covers | {code}))
    low, high, direction = BETTER[name]
    further = st.integers(int(known.low), high) if direction > 0 else st.integers(low, int(known.low))
    return further.map(toy.exactly)


@answering.STEADY
@given(CONDITIONS, st.none() | CONDITIONS, a_step_forward())
def test_moving_an_answer_the_way_a_condition_asks_never_worsens_it(
    met: Condition, partly: Condition | None, step: tuple[dict[str, Value], dict[str, Value]]
) -> None:
    criterion = replace(BLUEPRINT.criteria["LINE-01"], met=met, partly=partly)
    before, after = (judge(criterion, toy.world(values)) for values in step)
    assert before.excused == after.excused
    assert before.worst <= after.worst
    assert before.best <= after.best


@answering.STEADY
@given(CONDITIONS, answering.values(BLUEPRINT))
def test_worst_is_never_above_best(met: Condition, values: dict[str, Value]) -> None:
    criterion: Criterion = replace(BLUEPRINT.criteria["LINE-01"], met=met)
    found = judge(criterion, toy.world(values))
    assert Verdict.NOT_MET <= found.worst <= found.best <= Verdict.MET


@answering.STEADY
@given(answering.whole_values(BLUEPRINT), CENTRES)
def test_without_unknown_answers_every_verdict_is_known(values: dict[str, Value], centre: Centre) -> None:
    # of an act that the register does not know nobody can say whether it is still in force
    values["care.law.cites"] = RecordsAnswer(({"number": "7/2021"}, {"number": "5/2010"}), complete=True)
    assert "unknown" not in {found.word for found in verdicts(toy.world(values, centre=centre)).values()}


# --- order and spelling of files


def shuffled(data: Any, order: random.Random) -> Any:
    """The same data, the keys of every table in another order."""
    if isinstance(data, dict):
        keys = order.sample(list(data), len(data))
        return {key: shuffled(data[key], order) for key in keys}
    return [shuffled(item, order) for item in data] if isinstance(data, list) else data


def same(one: Assessment, other: Assessment) -> None:
    assert {name: one.word(name) for name in one.judged} == {name: other.word(name) for name in other.judged}
    assert one.readiness == other.readiness
    assert one.sections == other.sections
    assert one.opening == other.opening
    assert [row.criterion.id for row in gap(one).do_first] == [row.criterion.id for row in gap(other).do_first]


@answering.STEADY
@given(answering.answers(BLUEPRINT), st.randoms(use_true_random=False))
def test_order_and_letters_of_a_profile_do_not_matter(answers: dict[str, Any], order: random.Random) -> None:
    data = toy.document(answers, agencies={"CENTRE": {"name": "Nhà Ánh Dương"}})
    plain = toy.written(data)
    other = unicodedata.normalize("NFD", toy.written(shuffled(data, order)))
    one, two = (
        open_profile(text.encode(), "p.yaml", BLUEPRINT, toy.country(), toy.schema()).profile for text in (plain, other)
    )
    assert one is not None
    assert two is not None
    same(assess(one, BLUEPRINT, toy.country()), assess(two, BLUEPRINT, toy.country()))
    assert one.agencies == two.agencies


def test_order_within_the_files_of_a_blueprint_does_not_matter(tmp_path: Path) -> None:
    answers = {
        "care.line.hours": 40,
        "care.line.posts": 1,
        "care.line.staff": {"between": [4, 6]},
        "care.law.agreement": {"date": "2022-05-01", "covers": ["money"]},
        "house.safety.lock": "yes",
        "house.safety.alarm": "no",
    }
    profile = toy.profile(answers)
    expected = assess(profile, BLUEPRINT, toy.country())
    for seed in range(3):
        order = random.Random(seed)
        files = ("care", "house", "quantities", "sources", "blueprint")
        changes = {f"harbour__{file}": lambda data, order=order: shuffled(data, order) for file in files}
        found = toy.reopened(toy.copied(tmp_path / str(seed), **changes)).blueprint
        assert found is not None
        other = assess(profile, found, toy.country())
        assert {name: other.word(name) for name in other.judged} == {
            name: expected.word(name) for name in expected.judged
        }
        assert (other.readiness, other.opening.state) == (expected.readiness, expected.opening.state)


@answering.STEADY
@given(answering.answers(BLUEPRINT), st.sampled_from(["town", "island"]), st.booleans())
def test_any_profile_that_may_be_written_can_be_analysed(answers: dict[str, Any], variant: str, planned: bool) -> None:
    rest: dict[str, Any] = {"centre": {"state": "planned"}} if planned else {}
    found = gap(toy.assessed(answers, variant=variant, **rest))
    assert [row.criterion.id for row in found.findings] == list(BLUEPRINT.criteria)
    assert sum(found.assessment.counts.values()) == len(found.findings)
    assert {row.criterion.id for row in found.do_first} <= {row.criterion.id for row in found.gaps}
    for row in found.findings:
        if row.is_gap:
            assert row.shortfalls
        if row.word in ("met", "not_applicable"):
            assert not row.shortfalls
    assert all(row.question.id in BLUEPRINT.questions for row in found.next_questions)
