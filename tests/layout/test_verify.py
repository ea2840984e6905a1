"""`rollout draft --verify`: a dossier read back says what its manifest says; whatever differs is named by its place."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from drafting.drafts import shipped
from layout.dossiers import AKN, DAY, LIST, MD, NAME, PDF, WORD, pdf, texts, told_of, written

from rollout.analysis.coordination.diagram import Box, Diagram
from rollout.cli.run import run
from rollout.documents.markdown import escaped
from rollout.drafting.instrument import Annex, Entry, Grid, Instrument, Picture, Sheet
from rollout.layout.told import Row, told
from rollout.layout.verify import Verified, _without_pictures, verified
from rollout.problems import ProblemsFound
from rollout.texts import message

Files = dict[str, bytes]
CLEAN: Files = {**texts(), LIST: b"# x\n"}
TOLD = told(told_of(shipped(NAME, DAY), CLEAN), "d")


def checked(files: Files) -> dict[str, Verified]:
    return {row.file: row for row in verified(TOLD, files)}


def said(row: Verified, lang: str = "vi") -> list[tuple[str, str]]:
    return [(problem.code, message(problem, lang).text) for problem in row.problems]


def in_word(old: str, new: str) -> bytes:
    """The Word file with its text replaced once, as somebody who edits it leaves it."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(CLEAN[WORD])) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                page = data.decode()
                assert page.count(old) >= 1, old
                data = page.replace(old, new, 1).encode()
            after.writestr(name, data)
    return made.getvalue()


def paragraph_of(text: str) -> str:
    """The Word paragraph that holds these words, as it stands in the file."""
    with zipfile.ZipFile(io.BytesIO(CLEAN[WORD])) as package:
        page = package.read("word/document.xml").decode()
    at = page.index(text)
    return page[page.rindex("<w:p>", 0, at) : page.index("</w:p>", at) + len("</w:p>")]


def plain_clause() -> str:
    """The words of a clause without points and figures: it is one run in Word."""
    clauses = shipped(NAME, DAY).regulation.chapters[0].articles[1].clauses
    return next(row.text for row in clauses if not row.points and not any(map(str.isdigit, row.text)))


def test_a_dossier_nobody_touched_agrees() -> None:
    rows = checked(CLEAN)
    assert {
        name: (row.same == row.total > 500, row.edited, row.problems) for name, row in rows.items() if row.total
    } == dict.fromkeys((AKN, MD, WORD), (True, False, ()))
    assert rows[LIST] == Verified(LIST)


def test_every_clause_and_point_is_compared() -> None:
    it = shipped(NAME, DAY)
    compared = {row.id for row in TOLD.rows["vi"]}
    for clause in it.clauses():
        assert {clause.id, *(point.id for point in clause.points)} <= compared
    for chapter in it.regulation.chapters:
        assert {chapter.id, *(article.id for article in chapter.articles)} <= compared
    assert {basis.id for basis in it.bases} <= compared


@pytest.mark.pdf
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_pdf_agrees_on_every_page(lang: str) -> None:
    it = shipped(NAME, DAY, "ca_biet", lang)
    files = {PDF: pdf(DAY, lang)}
    (row,) = verified(told(told_of(it, files), "d"), files)
    assert (row.same, row.problems) == (row.total, ())


@pytest.mark.pdf
def test_a_pdf_of_another_day_is_seen() -> None:
    it, files = shipped(NAME, DAY), {PDF: pdf(DAY)}
    (row,) = verified(told(told_of(it, files), "d"), {PDF: pdf(date(2026, 10, 1))})
    assert row.edited
    assert {problem.code for problem in row.problems} >= {"D044", "D045", "D046"}
    assert any("phần căn cứ của Quyết định" in text for _, text in said(row))


def test_a_clause_taken_out_of_word_is_named() -> None:
    paragraph = paragraph_of(plain_clause())
    row = checked({**CLEAN, WORD: in_word(paragraph, "")})[WORD]
    assert (row.total - row.same, row.edited) == (1, True)
    ((code, text),) = said(row)
    assert code == "D044"
    assert "Quy chế: “" in text
    assert said(row, "en")[0][1].startswith("quyet_dinh.docx: ")


def test_a_word_changed_in_akoma_ntoso_is_shown_with_its_place() -> None:
    it = shipped(NAME, DAY)
    article = it.regulation.chapters[0].articles[1]
    clause = article.clauses[1]
    first = clause.text.split()[0]
    page = CLEAN[AKN].decode()
    at = page.index(clause.text, page.index(f'wId="{clause.id}"'))
    changed = page[:at] + "Nhầm" + page[at + len(first) :]
    row = checked({**CLEAN, AKN: changed.encode()})[AKN]
    ((code, text),) = said(row)
    assert code == "D045"
    assert f"khoản {clause.number} Điều {article.number} Quy chế" in text
    assert f"dự thảo ghi “{clause.number}. {first} " in text
    assert f"tệp ghi “{clause.number}. Nhầm " in text


@pytest.mark.parametrize("new", ["", "terms-9", "scope-1"])
def test_a_part_under_another_id_is_named(new: str) -> None:
    it = shipped(NAME, DAY)
    article = it.regulation.chapters[1].articles[0]
    clause = article.clauses[1]
    data = CLEAN[AKN].replace(f'wId="{clause.id}"'.encode(), f'wId="{new}"'.encode() if new else b"", 1)
    ((code, text),) = said(checked({**CLEAN, AKN: data})[AKN])
    assert code == "D045"
    assert f"khoản {clause.number} Điều {article.number} Quy chế" in text
    assert f"wId={clause.id}" in text


def test_a_clause_added_to_markdown_is_quoted() -> None:
    it = shipped(NAME, DAY)
    clause = it.regulation.chapters[0].articles[0].clauses[0]
    page = CLEAN[MD].decode()
    line = next(row for row in page.splitlines() if escaped(clause.text) in row)
    extra = "9\\. Cơ quan khác có quyền yêu cầu xuất trình giấy tờ."
    row = checked({**CLEAN, MD: page.replace(line, f"{line}\n\n{extra}", 1).encode()})[MD]
    ((code, text),) = said(row)
    assert code == "D046"
    assert row.same == row.total
    assert "“9. Cơ quan khác có quyền yêu cầu xuất trình giấy tờ.”" in text
    assert "sau " in text


def test_two_clauses_that_changed_places_are_told_as_moved() -> None:
    it = shipped(NAME, DAY)
    first, second = it.regulation.chapters[0].articles[1].clauses[:2]
    page = CLEAN[MD].decode()
    lines = [next(row for row in page.splitlines() if escaped(one.text) in row) for one in (first, second)]
    swapped = page.replace(lines[0], "\0").replace(lines[1], lines[0]).replace("\0", lines[1])
    row = checked({**CLEAN, MD: swapped.encode()})[MD]
    assert {code for code, _ in said(row)} == {"D047"}
    assert row.edited


def test_tracked_changes_count_as_accepted() -> None:
    paragraph = paragraph_of(plain_clause())
    deleted = paragraph.replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>").replace("w:t", "w:delText")
    deleted = deleted.replace("w:delTexta", "w:ta")
    row = checked({**CLEAN, WORD: in_word(paragraph, deleted)})[WORD]
    assert [code for code, _ in said(row)] == ["D044"]


def test_a_file_only_saved_again_is_told_and_agrees() -> None:
    row = checked({**CLEAN, WORD: in_word("w:body", "w:body")})[WORD]
    assert (row.same, row.edited) == (row.total, True)
    assert [(problem.code, problem.is_error) for problem in row.problems] == [("D043", False)]
    assert said(checked({**CLEAN, LIST: b"# y\n"})[LIST])[0][0] == "D043"


def test_missing_and_strange_files_are_named() -> None:
    rows = checked({name: data for name, data in CLEAN.items() if name not in (WORD, LIST)} | {"khac.docx": b"x"})
    assert [said(rows[name])[0][0] for name in (WORD, LIST, "khac.docx")] == ["D041", "D041", "D042"]
    assert not rows["khac.docx"].problems[0].is_error


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(40):
            part.write(b" " * 1024 * 1024)
    return made.getvalue()


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<x xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><p>&b;</p></x>"""
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x><p>&a;</p></x>'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        (WORD, bomb, "bung ra quá lớn"),
        (WORD, lambda: b"PK\x03\x04broken", "không phải tệp Word"),
        (WORD, lambda: CLEAN[WORD][:2000], "không phải tệp Word"),
        (WORD, lambda: in_word("<w:body>", "<!-- <w:body>"), "không phải XML"),
        (AKN, lambda: LAUGHS, "DOCTYPE"),
        (AKN, lambda: OUTSIDE, "DOCTYPE"),
        (AKN, lambda: CLEAN[AKN][:-20], "không phải XML"),
        (AKN, lambda: b"<a>" * 100_000, "không phải XML"),
        (MD, lambda: "tệp".encode("utf-16"), "không phải văn bản UTF-8"),
    ],
)
def test_what_cannot_or_must_not_be_read_is_named(name: str, data: Callable[[], bytes], reason: str) -> None:
    row = checked({**CLEAN, name: data()})[name]
    ((code, text),) = said(row)
    assert code == "D048"
    assert reason in text


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing", b"hello"])
def test_what_is_no_pdf_is_named(data: bytes) -> None:
    (row,) = verified(told(told_of(shipped(NAME, DAY), {PDF: b"x"}), "d"), {PDF: data})
    assert [code for code, _ in said(row)] == ["D048"]


def test_an_edited_manifest_is_told() -> None:
    data = told_of(shipped(NAME, DAY), CLEAN)
    changed = json.loads(data)
    row = next(row for row in changed["texts"]["vi"] if row["kind"] == "clause")
    row["text"] = row["text"].replace("kèm theo", "không kèm theo")
    rows = verified(told(json.dumps(changed).encode(), "d"), CLEAN)
    assert "D049" in {problem.code for row in rows for problem in row.problems}
    assert {row.file for row in rows if any(problem.code == "D045" for problem in row.problems)} == {AKN, MD, WORD}
    assert told(json.dumps(json.loads(data)).encode(), "d").whole, "spaces say nothing"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "rollout.dossier/1"}',
        b'{"format": "x"}',
        b'{"format": "rollout.dossier/1", "texts": 1}',
    ],
)
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(ProblemsFound) as caught:
        told(data, "d")
    assert [problem.code for problem in caught.value.problems] == ["D040"]


def test_many_edits_are_told_one_by_one_and_soon() -> None:
    it = shipped(NAME, DAY)
    page = CLEAN[MD].decode()
    clauses = [
        clause for chapter in it.regulation.chapters for article in chapter.articles for clause in article.clauses
    ]
    chosen = [clause for clause in clauses if page.count(escaped(clause.text)) == 1 and len(clause.text) > 120][::3]
    for clause in chosen:
        begin, _, rest = escaped(clause.text).partition(" ")
        page = page.replace(f"{begin} {rest}", f"{begin} thêm {rest}", 1)
    start = time.process_time()
    row = checked({**CLEAN, MD: page.encode()})[MD]
    assert time.process_time() - start < 30
    assert [code for code, _ in said(row)] == ["D045"] * len(chosen)
    assert row.total - row.same == len(chosen) > 20


def with_annexes() -> Instrument:
    grid = Grid(
        "times", "Bảng thời hạn", ("Việc", "Thời hạn"), (60, 40), (Entry("times-1", ("Báo", "02 giờ"), "Nhóm"),)
    )
    sheet = Sheet("form-1", "Mẫu 01", "Phiếu chuyển", "Dùng khi chuyển.", (Entry("form-1-1", ("Họ tên",)),))
    boxes = (Box(0, 0, 9, 9, "1. Tiếp nhận", "Cấp xã"), Box(0, 0, 9, 9, "2. Sàng lọc", "Trung tâm"))
    drawn = Diagram("Sơ đồ", "Hai bước", 9, 9, boxes, (), said=())
    entries = (Entry("flow-1", ("Bước 1.", "Bước 2.")),)
    flow = Picture("flow", "Sơ đồ", drawn, entries, ("Bước", "Tiếp theo"), (40, 60))
    annex = Annex("annex-1", "Phụ lục I", "THỜI HẠN", "(Kèm theo)", "Áp dụng:", (flow, grid, sheet), "Hết./.")
    it = shipped(NAME, DAY)
    return replace(it, regulation=replace(it.regulation, annexes=(annex,)))


def test_annexes_are_compared_row_by_row() -> None:
    it = with_annexes()
    files = {AKN: written(it)[AKN]}
    known = told(told_of(it, files), "d")
    (row,) = verified(known, files)
    assert (row.same, row.problems) == (row.total, ())
    kinds = [row.kind for row in known.rows["vi"]]
    assert (kinds.count("entry"), kinds.count("columns"), kinds.count("drawn")) == (3, 2, 1)
    (row,) = verified(known, {AKN: files[AKN].replace("02 giờ".encode(), "20 giờ".encode())})
    assert any("Phụ lục I, dòng 1" in text for _, text in said(row))


def test_the_words_of_a_picture_may_be_painted_anywhere() -> None:
    drawn = [Row("flow", "drawn", "1. Tiếp nhận Cấp xã", {"annex": "Phụ lục I"})]
    assert _without_pictures(["Trang một", "Trước 1. Tiếp nhận\nCấp xã sau"], drawn) == (
        ["Trang một", "Trước \n sau"],
        [],
    )
    assert _without_pictures(["Trước sau"], drawn) == (["Trước sau"], drawn)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "d"
    target.mkdir()
    for name, data in {**CLEAN, "manifest.json": told_of(shipped(NAME, DAY), CLEAN)}.items():
        (target / name).write_bytes(data)
    return target


def test_the_command_tells_each_file_and_ends_with_its_code(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    total = sum(row.kind != "drawn" for row in TOLD.rows["vi"])  # the words of a picture are in the PDF only
    assert run(["draft", "--verify", str(folder)]) == 0
    out = capfd.readouterr().out
    for name in (AKN, MD, WORD):
        assert f"{name}: {total}/{total} " in out
    assert "1 tệp khác: nguyên như khi lập" in out
    (folder / MD).write_bytes(CLEAN[MD].replace("phối hợp".encode(), "phối hợp hợp".encode(), 1))
    assert run(["draft", "--verify", str(folder), "--lang", "en"]) == 1
    out = capfd.readouterr().out
    assert f"{MD}: {total - 1}/{total} texts the same word for word; edited since it was made" in out
    assert "D045" in out
    assert "differs from manifest.json in 1 places" in out


def test_the_command_needs_a_dossier_and_nothing_else(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["draft", "--verify", str(tmp_path / "none")]) == 2
    assert "D040" in capfd.readouterr().err
    (folder / "manifest.json").write_bytes(b"{")
    assert run(["draft", "--verify", str(folder)]) == 2
    assert "D040" in capfd.readouterr().err
    assert run(["draft", "x.yaml", "--verify", str(folder)]) == 2
    assert "--verify" in capfd.readouterr().err
    assert run(["draft", "--form", "ca_biet"]) == 2
    assert "HỒ_SƠ" in capfd.readouterr().err


def test_another_draft_is_not_taken_for_this_one() -> None:
    other = texts(date(2026, 10, 1))
    rows = checked({**CLEAN, **other})
    for name in (AKN, MD, WORD):
        assert rows[name].total - rows[name].same > 50
        assert len(rows[name].problems) > 50


def test_the_same_words_in_another_draft_mark_are_seen() -> None:
    it = replace(shipped(NAME, DAY), signature=("CHỦ TỊCH", "Họ và tên"))
    files = {MD: CLEAN[MD]}
    (row,) = verified(told(told_of(it, files), "d"), files)
    assert any("Nơi nhận và chữ ký của Quyết định" in text for _, text in said(row))
