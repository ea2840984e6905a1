"""The letters of a dossier: true at the signing date, in every form, safe, and nothing filled in that nobody said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import shipped_profiles
from drafting import test_mistakes
from drafting.drafts import CHAIR_FROM, FORMS, NOW, TEMPLATES, drafted, forms_at, shipped
from drafting.letter_sets import body, paragraphs, said, shipped_letters, written
from drafting.test_by_date import DISTRICTS, FIRST, LAST, NUMBER, TWO_LEVELS, amending, profile_at, strangers, turns

from rollout.drafting.letter import Letter
from rollout.drafting.letters import with_letters
from rollout.drafting.order import Order
from rollout.drafting.spots import place_of
from rollout.model.profile import Contact, Coordination
from rollout.problems import ProblemsFound

LETTERS = {
    "to_trinh", "cong_van_lay_y_kien", "cong_van_de_nghi_tham_dinh", "bang_tong_hop_y_kien", "danh_ba_dau_moi",
}  # fmt: skip
EARLIER = date(2022, 9, 1)
MADE_UP = "bac_lieu_2022_minh_hoa.yaml"
PROPOSERS = ("", "LEAD_GE", "SOCIAL", "HEALTH", "CULTURE", "JUSTICE")


def sets() -> Iterator[dict[str, Letter]]:
    for form in FORMS:
        for name in ("quang_ninh_2026.yaml", "ca_mau_2026.yaml"):
            yield shipped_letters(name, NOW, form)
        yield shipped_letters("dak_lak_2026.yaml", NOW, form, proposer="")
    yield from (shipped_letters(MADE_UP, EARLIER, form) for form in FORMS[:2])


def every() -> list[Letter]:
    return [letter for rows in sets() for letter in rows.values()]


def test_every_letter_is_there_with_head_and_foot() -> None:
    for rows in sets():
        assert set(rows) == LETTERS
        for letter in rows.values():
            assert letter.parent.startswith("ỦY BAN NHÂN DÂN")
            assert letter.issuer
            assert letter.recipients[-1].startswith("Lưu: VT")
            assert bool(letter.kind) != bool(letter.subject), "a kind with its title, or “V/v” under the number"


# --- law, agencies and units of the day -------------------------------------------------------------------------------


def orders() -> Iterator[tuple[date, str]]:
    """Each day of a change and the day before, the forms in turn; those the letters themselves name in every form."""
    files = "".join(path.read_text("utf-8") for path in sorted((TEMPLATES / "letters").glob("*.yaml")))
    named = {date.fromisoformat(day) for day in re.findall(r"'(\d{4}-\d{2}-\d{2})'", files)}
    assert named <= set(turns()), "dates in the letters are those of a register"
    edges = sorted({FIRST, LAST, *turns(), *(turn - timedelta(days=1) for turn in turns())})
    for i, day in enumerate(edges):
        forms = forms_at(day)
        own = {day, day + timedelta(days=1)} & named
        yield from ((day, form) for form in (forms if own else (forms[i % len(forms)],)))


def faults(letter: Letter, day: date, form: str) -> Iterator[str]:
    country, words = shipped_profiles.country(), said(letter)
    for name in letter.uses.laws:
        law = country.instruments[name]
        if not law.span.holds(day) or not law.from_known:
            yield f"{name} is not in force"
        if law.cite == "only_if_qppl" and form == FORMS[0]:
            yield f"{name} is cited in an administrative form"
    for number in set(NUMBER.findall(words)):
        known = country.instrument_numbered(number)
        if not (known.span.holds(day) if known else amending().get(number, "9") <= day.isoformat()):
            yield f"{number} is not in force, or not in the register"
    yield from (f"{name} is gone or not there yet" for name in strangers(country, day) if name in words)
    if day >= TWO_LEVELS and DISTRICTS.search(words):
        yield f"a district: {DISTRICTS.findall(words)}"
    if form == FORMS[0] and "thẩm định" in words:
        yield "an appraisal of an administrative instrument"


def test_nothing_is_out_of_date_on_any_day_of_change() -> None:
    wrong, made = [], {}
    for i, (day, form) in enumerate(orders()):
        profile, proposer = profile_at("quang-ninh", day), PROPOSERS[i % len(PROPOSERS)]
        base = CHAIR_FROM if day >= CHAIR_FROM else FIRST
        if (base, form) not in made:
            made[base, form] = drafted(profile_at("quang-ninh", base), Order(base, form, "vi", "LEAD_GE"))
        # the articles are those of the era; their own dates are walked in test_by_date
        rows = written(profile, Order(day, form, "vi", proposer), made[base, form])
        for letter in rows.values():
            if letter.id != "bang_tong_hop_y_kien":
                wrong += [f"{day} {form} {letter.id}: {fault}" for fault in faults(letter, day, form)]
    assert not wrong, "\n".join(wrong[:30])


def test_a_fault_would_be_seen() -> None:
    letter = shipped_letters(MADE_UP, EARLIER, FORMS[1])["to_trinh"]
    assert not list(faults(letter, EARLIER, FORMS[1]))
    assert list(faults(letter, NOW, FORMS[1]))
    assert list(faults(letter, EARLIER, FORMS[0]))


def test_names_follow_the_day_and_the_proposer() -> None:
    before, after = shipped_letters(MADE_UP, EARLIER)["to_trinh"], shipped_letters("ca_mau_2026.yaml")["to_trinh"]
    assert (before.issuer, before.number) == ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Số:      /TTr-SLĐTBXH")
    assert (after.issuer, after.number) == ("SỞ NỘI VỤ", "Số:      /TTr-SNV")
    assert "Luật Phòng, chống bạo lực gia đình số 02/2007/QH12" in said(before)
    assert "Luật Phòng, chống bạo lực gia đình số 13/2022/QH15" in said(after)
    city = shipped_letters("quang_ninh_2026.yaml")["to_trinh"]
    assert city.parent.replace("\u00a0", " ") == "ỦY BAN NHÂN DÂN THÀNH PHỐ QUẢNG NINH"
    nobody = shipped_letters("dak_lak_2026.yaml", proposer="")["to_trinh"]
    assert (nobody.issuer, nobody.number) == ("……", "Số:      /TTr-……")


def test_the_form_decides_whom_it_goes_to_and_what_is_asked() -> None:
    for form in FORMS:
        rows = shipped_letters("ca_mau_2026.yaml", NOW, form)
        chair = form == FORMS[2]
        assert rows["to_trinh"].to == (
            "Chủ tịch Ủy ban nhân dân tỉnh Cà Mau" if chair else "Ủy ban nhân dân tỉnh Cà Mau",
        )
        assert ("Sở Khoa học và Công nghệ" in rows["cong_van_lay_y_kien"].to) == chair
        notes = "\n".join(note.text for row in rows.values() for note in row.remarks)
        assert ("ít nhất 10 ngày" in notes) == chair
        assert ("Theo nguồn đưa tin" in notes) == chair, "reported, so a note and never the text"
        assert not any("Điều 51a" in said(row) for row in rows.values())
        assert ("đề nghị thẩm định" in rows["cong_van_de_nghi_tham_dinh"].subject) == (form != FORMS[0])
        assert ("Cổng thông tin điện tử" in said(rows["cong_van_lay_y_kien"])) == (form != FORMS[0])


@pytest.mark.parametrize("proposer", PROPOSERS)
def test_everybody_is_asked_once_and_nobody_asks_himself(proposer: str) -> None:
    rows = shipped_letters("ca_mau_2026.yaml", NOW, FORMS[1], proposer=proposer)
    asked = rows["cong_van_lay_y_kien"].to
    assert len(set(asked)) == len(asked)
    assert rows["cong_van_lay_y_kien"].issuer not in {row.upper() for row in asked if row != "……"}
    for name in ("Tòa án nhân dân tỉnh", "Viện kiểm sát nhân dân tỉnh", "Hội Liên hiệp Phụ nữ tỉnh", "Công an tỉnh"):
        assert name in asked
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh" in asked
    assert asked[-1] == "Ủy ban nhân dân cấp xã trên địa bàn tỉnh"
    to_justice = rows["cong_van_de_nghi_tham_dinh"].to
    assert to_justice == (("……",) if proposer == "JUSTICE" else ("Sở Tư pháp",))


# --- what is said of the province -------------------------------------------------------------------------------------


def test_unknown_is_never_said_as_no() -> None:
    """Nothing is known of this profile: nothing is counted as unmet, and what is unknown is said so."""
    words = said(shipped_letters("ca_mau_2026.yaml", NOW, FORMS[2])["to_trinh"])
    shown = [row for row in shipped_profiles.blueprint().criteria.values() if not row.security]
    assert f"chưa đủ thông tin để kết luận về {len(shown)} tiêu chí" in words
    assert "Chưa đủ thông tin không có nghĩa là chưa đạt" in words
    assert not re.search(r"\d tiêu chí chưa đạt|còn chưa đạt|\d chưa đạt", words)


def test_gaps_are_those_of_the_analysis_without_those_about_security() -> None:
    at = shipped_profiles.assessed(MADE_UP)
    words = said(shipped_letters(MADE_UP, EARLIER)["to_trinh"])
    criteria = at.blueprint.criteria.values()
    found = [at.word(row.id) for row in criteria if not row.security]
    assert f"{found.count('not_met')} tiêu chí chưa đạt" in words
    assert f"{found.count('partly')} tiêu chí đạt một phần" in words
    assert found.count("not_met") < sum(at.word(row.id) == "not_met" for row in criteria), "some are about security"
    assert "Thỏa thuận với ngành Y tế" in words


def test_no_letter_names_a_gap_that_helps_a_perpetrator() -> None:
    hidden = ("services", "staffing", "facilities")
    titles = [
        row.title.get("vi")
        for row in shipped_profiles.blueprint().criteria.values()
        if row.security or row.section in hidden
    ]
    for letter in every():
        for part, words in letter.texts():
            if not part.startswith("opinions"):
                assert not [title for title in titles if title in words], words


def test_figures_of_an_illustrative_profile_are_marked() -> None:
    marked = {row.id for row in shipped_letters(MADE_UP, EARLIER).values() if "SỐ LIỆU MINH HỌA" in row.marks}
    assert marked == {"to_trinh", "danh_ba_dau_moi"}
    assert not any("SỐ LIỆU MINH HỌA" in row.marks for row in shipped_letters("ca_mau_2026.yaml").values())


def test_the_population_comes_from_the_register_with_its_doubts() -> None:
    letter = shipped_letters("ca_mau_2026.yaml", NOW, FORMS[2])["to_trinh"]
    assert "Theo số liệu năm 2025, dân số tỉnh Cà Mau là 2.606.672 người" in said(letter)
    assert any("chưa rõ thời điểm và cách tính" in row.text for row in letter.remarks)


def test_the_parts_of_the_draft_are_counted() -> None:
    letter, made = shipped_letters("ca_mau_2026.yaml")["to_trinh"], shipped("ca_mau_2026.yaml")
    articles = [row for part, row in made.all_articles() if part == "regulation"]
    assert f"{len(made.regulation.chapters):02d} chương, {len(articles)} điều" in said(letter)
    standing = next(row.number for row in articles if row.id == "standing")
    assert f"quy tắc ưu tiên tại Điều {standing} dự thảo Quy chế" in said(letter)
    rows = next(
        row for row in shipped_letters("ca_mau_2026.yaml")["bang_tong_hop_y_kien"].body if not hasattr(row, "kind")
    )
    named = [entry.cells[0] for entry in rows.entries]
    for article in articles:
        assert f"{article.label} {article.title}" in named
    assert all(entry.cells[1:] == ("", "", "") for entry in rows.entries)


# --- safety -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b0\d{8,9}\b|\b0\d{2,3}[ .]\d{3}[ .]\d{3,4}\b|\+84",
        r"\b\d{1,4}[A-Z]?(?:/\d+)* (?:đường|phố|ngõ|hẻm)\b|biển số|lộ trình|sơ đồ",
        r"ca trực|đổi ca|giờ giao ca|bảo vệ vắng|ban đêm",
        r"@|https?:|zalo|facebook",
        r"\b(?:[Ôô]ng|[Bb]à|[Cc]hị|[Aa]nh) [A-ZĐ][a-zà-ỹ]+ [A-ZĐ]",
    ],
)
def test_nobody_is_named_and_nothing_helps_a_perpetrator(pattern: str) -> None:
    wrong = [f"{row.id}: {words}" for row in every() for _, words in row.texts() if re.search(pattern, words)]
    assert not wrong, "\n".join(wrong[:5])


def test_the_list_of_contacts_is_internal_and_takes_posts_from_the_profile() -> None:
    letter = shipped_letters("ca_mau_2026.yaml")["danh_ba_dau_moi"]
    assert letter.marks == ("LƯU HÀNH NỘI BỘ",)
    bound = Contact(post="Phòng Nghiệp vụ {{ 7 * 7 }}", phone="0290 3831 000", hours="around_the_clock")
    profile = replace(shipped_profiles.profile("ca_mau_2026.yaml"), coordination=Coordination({"HEALTH": bound}))
    words = said(written(profile, Order(NOW, FORMS[0], "vi", "LEAD_GE"))["danh_ba_dau_moi"])
    assert "Phòng Nghiệp vụ {{ 7 * 7 }}\n0290 3831 000\n24 giờ mỗi ngày, tất cả các ngày" in words
    assert said(letter).count("……") > words.count("……")


# --- form -------------------------------------------------------------------------------------------------------------


def test_each_ends_once_with_its_end_mark_and_is_signed_by_the_head_alone() -> None:
    for letter in every():
        lines = [row for row in paragraphs(letter) if row.kind != "aside"]
        assert lines[-1].text.endswith("./."), letter.id
        assert said(letter).count("./.") == 1, letter.id
        assert letter.signature == ("GIÁM ĐỐC",)


def test_the_submission_has_its_seven_sections() -> None:
    for rows in sets():
        heads = [row.label for row in paragraphs(rows["to_trinh"]) if row.kind == "section"]
        assert heads == ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII."]


SEEN_IN_BODY = (
    "5 hours of working time", "6 victims", "7 levels and agencies that have ended", "9 care after a report",
    "10 a place of shelter", "11 reconciliation instead of protection", "14 whatever is contrary",
    "16 telephone numbers", "17 new procedures for citizens", "18, 19 fines and amounts", "21 whole files",
    "22 a committee in the text", "style: vague or loose words", "style: dashes and bullets", "style: short forms",
    "style: words of the glossary", "style: spaces and marks",
)  # fmt: skip


@pytest.mark.parametrize("name", SEEN_IN_BODY)
def test_no_letter_makes_a_known_mistake(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = []
    for letter in every():
        # the titles of articles are tested with the regulation
        lines = [row for row in body(letter) if not row[0].startswith("opinions")]
        monkeypatch.setattr(test_mistakes, "body", lambda _, lines=lines: iter(lines))
        wrong += [f"{letter.id}: {one}" for one in test_mistakes.MISTAKES[name](letter)]  # type: ignore[arg-type]
    assert not wrong, "\n".join(wrong[:8])


def test_every_blank_is_listed_with_the_letter_it_stands_in() -> None:
    made = shipped("ca_mau_2026.yaml", NOW, FORMS[2])
    rows = shipped_letters("ca_mau_2026.yaml", NOW, FORMS[2])
    whole = with_letters(made, tuple(rows.values()))
    assert len(whole.blanks) == len(made.blanks) + sum(len(row.blanks) for row in rows.values())
    places = {place_of(remark.clause, {}, "vi") for remark in rows["to_trinh"].blanks}
    assert {"Tờ trình", "Tờ trình, mục I.1", "Tờ trình, mục VI.4"} <= places
    for letter in rows.values():
        marks = sum(words.count("……") for part, words in body(letter) if not part.startswith("contacts"))
        assert marks <= len(letter.blanks)
        assert letter.blanks
    assert set(whole.uses.laws) >= set(rows["to_trinh"].uses.laws)


def test_the_gender_impact_is_left_to_the_drafter() -> None:
    letter = shipped_letters("ca_mau_2026.yaml", NOW, FORMS[1])["to_trinh"]
    assert [row.text for row in paragraphs(letter) if row.id == "means-gender" and row.kind == "text"] == ["……"]
    assert "Dự thảo không đặt ra thủ tục hành chính" in said(letter)


@pytest.mark.parametrize("form", FORMS)
def test_the_languages_have_the_same_parts(form: str) -> None:
    for name in ("ca_mau_2026.yaml", "quang_ninh_2026.yaml"):
        vi, en = (shipped_letters(name, NOW, form, lang) for lang in ("vi", "en"))
        for key in LETTERS:
            parts = [[part for part, _ in rows[key].texts()] for rows in (vi, en)]
            assert parts[0] == parts[1], key
            assert len(vi[key].blanks) == len(en[key].blanks), key
            assert [row.clause.count("/") for row in vi[key].remarks] == [
                row.clause.count("/") for row in en[key].remarks
            ]
        whole = said(en["to_trinh"])
        for row in shipped(name, NOW, form, "en").replaces:  # a local instrument keeps its name
            whole = whole.replace(row, "")
        assert not re.search(r"Ủy ban|Giám đốc|dự thảo|tiêu chí", whole)


# --- the wording of a consultant --------------------------------------------------------------------------------------


def own(folder: Path, name: str, old: str, new: str) -> Path:
    target = folder / "regulation" / "letters" / f"{name}.yaml"
    target.parent.mkdir(parents=True)
    source = (TEMPLATES / "letters" / f"{name}.yaml").read_text("utf-8")
    assert old in source
    target.write_text(source.replace(old, new), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("each: chapters", "each: chapter", "D004"),
        ("{{ decision_articles }} điều", "{{ decision_article }} điều", "D001"),
        ("law('L_BDG_2006')", "law('L_PCBLGD_2007' if date >= '2023-07-01' else 'L_BDG_2006')", "D010"),
        ("  issuer: proposer", "  issuer: proposal", "D004"),
    ],
)
def test_a_fault_in_a_letter_has_its_place(tmp_path: Path, old: str, new: str, code: str) -> None:
    order = Order(NOW, FORMS[0], "vi", "LEAD_GE", templates=own(tmp_path, "to_trinh", old, new))
    with pytest.raises(ProblemsFound) as found:
        written(shipped_profiles.profile("ca_mau_2026.yaml"), order, shipped("ca_mau_2026.yaml"))
    (problem,) = found.value.problems
    assert problem.code == code
    assert problem.place is not None
    assert problem.place.file.endswith("to_trinh.yaml")


def test_a_letter_can_be_changed_without_code(tmp_path: Path) -> None:
    order = Order(NOW, FORMS[0], "vi", "HEALTH", templates=own(tmp_path, "to_trinh", "vi: KIẾN NGHỊ", "vi: ĐỀ NGHỊ"))
    letter = written(shipped_profiles.profile("ca_mau_2026.yaml"), order, shipped("ca_mau_2026.yaml"))["to_trinh"]
    assert "VII. ĐỀ NGHỊ" in said(letter)
    assert letter.issuer == "SỞ Y TẾ"
