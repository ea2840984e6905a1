"""What the five seed documents fix about Quảng Ninh on 22 October 2020, and nothing more.

FACTS lists every countable fact found in the seeds, in order: the seed file, the answers it fixes in the profile and
the bounds of the verdicts that follow; a fact that fixes no answer says why. Whatever no fact fixes is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pytest
from shipped_profiles import assessed, blueprint, profile

from rollout.model.profile import DocumentAnswer, Interval, Value

PROFILE = "quang_ninh_2020.yaml"
S0 = "000_5035d161843a74b3.txt"
S1 = "001_4afff5013a47f886.txt"
S2 = "002_bbad4c2a7e4a6a88.txt"
S3 = "003_2c16d7be66e795fc.txt"
S4 = "004_bb9dac371c4b2a55.txt"

Bounds = tuple[str, str]
OPEN: Bounds = ("not_met", "met")
AT_LEAST_PARTLY: Bounds = ("partly", "met")
MET: Bounds = ("met", "met")
NOT_MET: Bounds = ("not_met", "not_met")


@dataclass(frozen=True)
class Fact:
    number: int
    seed: str
    words: str
    fixes: Mapping[str, Value] = field(default_factory=dict)
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    why_not: str = ""


def count(number: int) -> Interval:
    return Interval(number, number)


CHANNELS = frozenset({"features", "sms", "bus_panels", "fanpage", "leaflets", "community"})
HANDOVER = DocumentAnswer(
    issued_on=date(2020, 10, 22),
    issuer=(
        "Cơ quan Hợp tác quốc tế Hàn Quốc (KOICA); Quỹ Dân số Liên hợp quốc (UNFPA); "
        "Bộ Lao động - Thương binh và Xã hội"
    ),
)

ELSEWHERE = "about another place or the whole country"
LATER = "later than the day of the profile"
INTENTION = "a plan or a wish, not a state of the house"
NAMES_AGENCY = "names an agency; a visit or a list of guests is no agreement"
HEAD = "stands in the head of the profile, not in an answer"
SCOPE = "describes the model; fixes no answer"

FACTS = (
    Fact(
        1,
        S3,
        "survey of the Quảng Ninh centre, 17 April 2019",
        {"governance.survey.report": DocumentAnswer(issued_on=date(2019, 4, 17))},
        {"GOV-SURVEY-01": AT_LEAST_PARTLY},
    ),
    Fact(2, S3, "working title: intervention centre, especially sexual violence", why_not=SCOPE),
    Fact(3, S3, "title of the project", why_not=SCOPE),
    Fact(4, S1, "funded by KOICA through UNFPA", why_not="who pays for the project, not what share of the costs"),
    Fact(5, S3, "Korean technical partner, a team of 4", why_not=NAMES_AGENCY),
    Fact(6, S3, "offices present in 2019", why_not=NAMES_AGENCY),
    Fact(
        7,
        S3,
        "survey presented facilities, staff, services",
        why_not="needs are not mentioned, so the list is not whole",
    ),
    Fact(8, S3, "coordination covers survivors and perpetrators", why_not=INTENTION),
    Fact(9, S3, "training roadmap", why_not=INTENTION),
    Fact(10, S3, "detailed manuals in line with Vietnamese rules", why_not=INTENTION),
    Fact(11, S3, "manuals to be put into Vietnamese", why_not=INTENTION),
    Fact(12, S3, "perpetrator programme offered", why_not=INTENTION),
    Fact(13, S3, "experience in collecting evidence offered", why_not=INTENTION),
    Fact(14, S3, "division of tasks asked for", why_not=INTENTION),
    Fact(15, S3, "process and regulation to be completed", why_not=INTENTION),
    Fact(16, S3, "to continue after the project", why_not=INTENTION),
    Fact(17, S3, "national strategy 2011–2020", why_not=ELSEWHERE),
    Fact(18, S4, "in operation since 16 April 2020", why_not=HEAD),
    Fact(
        19,
        S4,
        "hotline 18001769; neither free of charge nor its hours are stated",
        {"services.hotline.phone": "18001769"},
        {"SVC-HOTLINE-01": OPEN, "STF-HOTLINE-01": OPEN},
    ),
    Fact(20, S4, "164 cases, which are not calls", {"services.hotline.cases": count(164)}, {"MNE-IND-01": OPEN}),
    Fact(21, S4, "36 emergencies", {"services.emergency.cases": count(36)}, {"SVC-EMERG-01": OPEN}),
    Fact(
        22,
        S4,
        "6 direct clients",
        {"services.intake.direct_clients": count(6)},
        {"SVC-INTAKE-01": OPEN, "SVC-COUNSEL-01": OPEN, "SVC-RISK-01": OPEN},
    ),
    Fact(23, S4, "3 given legal aid", {"services.legal_aid.persons_helped": count(3)}, {"SVC-LEGAL-01": OPEN}),
    Fact(
        24,
        S4,
        "3 sheltered, with essential services",
        {"services.shelter.persons_sheltered": count(3)},
        {"SVC-SHELTER-01": OPEN, "FAC-BED-01": OPEN, "SVC-ESSENTIAL-01": OPEN},
    ),
    Fact(25, S4, "1 connected to police", {"services.police.persons_connected": count(1)}, {"SVC-POLICE-01": OPEN}),
    Fact(
        26,
        S4,
        "3 perpetrators worked with",
        {"services.perpetrators.persons_worked_with": count(3)},
        {"SVC-PERP-01": OPEN},
    ),
    Fact(27, S4, "six channels", {"outreach.plan.channels": CHANNELS}, {"COM-PLAN-01": AT_LEAST_PARTLY}),
    Fact(
        28,
        S4,
        "health, justice and police present",
        bounds={"COR-MOU-HEALTH-01": OPEN, "COR-MOU-POLICE-01": OPEN, "COR-MOU-JUSTICE-01": OPEN},
        why_not=NAMES_AGENCY,
    ),
    Fact(
        29,
        S4,
        "premises handed over on 22 October 2020",
        {"facilities.handover.minutes": HANDOVER, "finance.autonomy_and_merger.donated_assets_handed_over": True},
        {"FAC-HAND-01": MET, "GOV-DEC-01": OPEN},
    ),
    Fact(
        30,
        S4,
        "regulation to be issued soon: there was none",
        {
            "governance.regulation.decision": False,
            "coordination.members.core": frozenset(),
            "coordination.members.extended": frozenset(),
        },
        {"GOV-REG-01": NOT_MET, "COR-MEMBER-01": NOT_MET},
    ),
    Fact(31, S4, "department to advise the People's Committee", why_not=INTENTION),
    Fact(
        32,
        S4,
        "one event for men at work, 22 October 2020: at least one in the year",
        {"outreach.men.workplace_events": Interval(1, 366)},
        {"COM-MEN-01": OPEN},
    ),
    Fact(33, S4, "prevention, intervention, support", why_not=SCOPE),
    Fact(
        34,
        S1,
        "regulation issued only on 6 September 2021",
        {"governance.regulation.decision": False},
        {"GOV-REG-01": NOT_MET},
    ),
    Fact(35, S1, "the regulation covers gender-based violence and child abuse", why_not=LATER),
    Fact(36, S1, "its principles", why_not=LATER),
    Fact(37, S1, "accountability of each agency", why_not=LATER),
    Fact(38, S1, "mobilising resources", why_not=LATER),
    Fact(39, S1, "nearly 30 trainees of four sectors", bounds={"TRN-COORD-01": OPEN}, why_not=LATER),
    Fact(40, S1, "first provincial mechanism piloted", why_not=LATER),
    Fact(41, S1, "one-stop service", why_not=SCOPE),
    Fact(42, S1, "508 days from opening to regulation", why_not="computed from facts 18 and 34"),
    Fact(43, S3, "365 days from survey to opening", why_not="computed from facts 1 and 18"),
    Fact(44, S0, "workshop of 22 April 2022", why_not=LATER),
    Fact(45, S0, "services not in step, hard to reach", why_not=ELSEWHERE),
    Fact(46, S0, "inadequacies, barriers, overlap", why_not=ELSEWHERE),
    Fact(47, S0, "national strategies", why_not=ELSEWHERE),
    Fact(48, S0, "staff with two jobs in 2022", bounds={"STF-LEAD-01": OPEN, "STF-CASE-01": OPEN}, why_not=LATER),
    Fact(49, S0, "Thanh Hóa presents first results", why_not=ELSEWHERE),
    Fact(50, S0, "models of other countries", why_not=ELSEWHERE),
    Fact(51, S0, "regulation built and applied", why_not=LATER),
    Fact(52, S0, "legal aid and social organisations discussed", why_not=ELSEWHERE),
    Fact(53, S0, "plan to maintain the model, 2022", bounds={"FIN-SUSTAIN-01": OPEN}, why_not=LATER),
    Fact(54, S0, "expected sites", why_not=ELSEWHERE),
    Fact(55, S2, "workshop in Hà Tĩnh, 3 November, year not stated", why_not=ELSEWHERE),
    Fact(56, S2, "central regulation on domestic violence", why_not=ELSEWHERE),
    Fact(57, S2, "central regulation on trafficking", bounds={"COR-TRAFF-01": OPEN}, why_not=ELSEWHERE),
    Fact(58, S2, "central regulation on child sexual abuse", bounds={"COR-CHILD-01": OPEN}, why_not=ELSEWHERE),
    Fact(59, S2, "most do not seek formal help", why_not=ELSEWHERE),
    Fact(60, S2, "gaps in facilities, equipment, staff, skills, coordination", why_not=ELSEWHERE),
    Fact(61, S2, "regulation at both levels asked for", why_not=ELSEWHERE),
    Fact(62, S2, "principles of service", why_not=ELSEWHERE),
    Fact(63, S2, "vice chair of a provincial People's Committee present", why_not=ELSEWHERE),
    Fact(64, S2, "national mechanism to be proposed", why_not=ELSEWHERE),
)
FIXING = [fact for fact in FACTS if fact.fixes]
AGENCIES = {"HOST", "LEAD_GE", "HEALTH", "POLICE", "JUSTICE", "TECH", "NGO"}


def numbered(fact: Fact) -> str:
    return f"{fact.number}: {fact.words}"


def bounds(criterion: str) -> Bounds:
    judged = assessed(PROFILE).judged[criterion]
    return judged.worst.word, judged.best.word


def seed_files(sources: tuple[str, ...]) -> set[str]:
    where = {source: blueprint().sources[source].where for source in sources}
    return {name for name in where.values() if name is not None}


def test_every_fact_is_listed_once() -> None:
    assert [fact.number for fact in FACTS] == list(range(1, 65))


def test_a_fact_fixes_answers_or_says_why_not() -> None:
    assert [numbered(fact) for fact in FACTS if bool(fact.fixes) == bool(fact.why_not)] == []


@pytest.mark.parametrize("fact", FIXING, ids=numbered)
def test_the_answers_a_fact_fixes(fact: Fact) -> None:
    answers = profile(PROFILE).answers
    assert {question: answers[question].value for question in fact.fixes} == fact.fixes


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.bounds], ids=numbered)
def test_the_verdict_bounds_that_follow(fact: Fact) -> None:
    assert {criterion: bounds(criterion) for criterion in fact.bounds} == fact.bounds


def test_everything_else_is_unanswered() -> None:
    fixed = {question for fact in FACTS for question in fact.fixes}
    assert set(profile(PROFILE).answers) == fixed


def test_every_verdict_no_fact_bounds_is_unknown() -> None:
    bounded = {criterion for fact in FACTS for criterion in fact.bounds}
    others = {name: bounds(name) for name in blueprint().criteria if name not in bounded}
    assert {name: found for name, found in others.items() if found != OPEN} == {}
    assert {assessed(PROFILE).word(name) for name in others} == {"unknown"}


def test_each_answer_cites_exactly_the_seeds_that_fix_it() -> None:
    for question, answer in profile(PROFILE).answers.items():
        expected = {fact.seed for fact in FACTS if question in fact.fixes}
        assert seed_files(answer.sources) == expected, question


def test_the_head_of_the_profile() -> None:
    subject = profile(PROFILE)
    assert (subject.unit.slug, subject.as_of) == ("quang-ninh", date(2020, 10, 22))
    assert (subject.centre.operating, subject.centre.opened_on) == (True, date(2020, 4, 16))
    assert subject.data_status == "public_record"


def test_agencies_are_those_the_visit_of_2020_names() -> None:
    named = profile(PROFILE).agencies
    assert set(named) == AGENCIES
    assert {blueprint().sources[agency.source].where for agency in named.values()} == {S4}


def test_cases_are_not_taken_for_calls() -> None:
    assert "services.hotline.calls" not in profile(PROFILE).answers


@pytest.mark.parametrize("section", ["staffing", "training", "data", "monitoring"])
def test_sections_the_seeds_are_silent_about_stay_empty(section: str) -> None:
    assert [question for question in profile(PROFILE).answers if question.startswith(f"{section}.")] == []


def test_the_lead_times_between_the_dated_facts() -> None:
    survey, opening, regulation = date(2019, 4, 17), date(2020, 4, 16), date(2021, 9, 6)
    assert (opening - survey).days == 365
    assert (regulation - opening).days == 508


def test_nothing_known_blocks_or_grants_opening() -> None:
    opening = assessed(PROFILE).opening
    assert opening.state == "undetermined"
    assert opening.blocking == ()
