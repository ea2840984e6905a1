"""A dossier from the command line: whole or not at all, traceable, the same bytes for the same inputs."""

from __future__ import annotations

import hashlib
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT
from drafting.drafts import NOW, shipped

from rollout import files
from rollout.cli import dossier, dossier_folder, dossier_letters
from rollout.cli.run import run
from rollout.documents.markdown import escaped

PROFILE = "province_profiles/bac_lieu_2022.yaml"
ASKED = ("--date", "2022-09-01", "--form", "ca_biet", "--proposer", "LEAD_GE")
NAMES = {
    "quyet_dinh.pdf", "quyet_dinh.docx", "quy_che.md", "quy_che.akn.xml", "danh_muc_can_bo_sung.md",
    "ghi_chu_hinh_thuc_van_ban.md", "thuyet_minh.html", "thuyet_minh.docx", "manifest.json", "to_trinh.pdf",
    "to_trinh.docx", "cong_van_lay_y_kien.docx", "cong_van_de_nghi_tham_dinh.docx", "bang_tong_hop_y_kien.docx",
    "danh_ba_dau_moi.docx", "danh_muc_can_bo_sung.docx", "ghi_chu_hinh_thuc_van_ban.docx",
}  # fmt: skip


class Done:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


class Command:
    """`rollout draft` in this process; PDF and Word are stand-ins, so that no engine is needed."""

    def __init__(self, captured: pytest.CaptureFixture[str]) -> None:
        self.captured = captured

    def __call__(self, *arguments: str | Path, profile: str = PROFILE) -> Done:
        self.captured.readouterr()
        code = run(["draft", profile, *map(str, arguments)])
        return Done(code, *self.captured.readouterr())


@pytest.fixture
def draft(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(ROOT)
    for key in (("decision", "pdf"), ("decision", "docx")):
        monkeypatch.setitem(dossier.WRITERS, key, lambda it, *_: f"{it.lang} {it.form}".encode())
    for writer in ("letter_docx", "letter_pdf"):
        monkeypatch.setattr(dossier_letters, writer, lambda row, *_, draft: f"{row.lang} {row.id} {draft}".encode())
    monkeypatch.setattr(dossier_letters, "note_docx", lambda report, wide: f"{report.title} {wide}".encode())
    return Command(capfd)


def read(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def told(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text("utf-8"))
    return found


def test_gaps_are_counted_on_the_terminal_and_in_the_manifest(draft: Command, tmp_path: Path) -> None:
    asked = ("--date", "2022-09-01", "--form", "ca_biet", "--gaps", "transitional", "-o", tmp_path / "d")
    done = draft(*asked, profile="province_profiles/bac_lieu_2022_minh_hoa.yaml")
    assert done.code == 0, done.err
    gaps = told(tmp_path / "d")["gaps"]
    assert gaps["as"] == "transitional"
    assert gaps["in_text"] == len(gaps["criteria_in_text"]) > 5
    assert f"{gaps['in_text']} thành quy định chuyển tiếp, {gaps['in_notes']} thành ghi chú" in done.err


def test_a_dossier_has_its_files_and_says_what_is_left(draft: Command, tmp_path: Path) -> None:
    done = draft(*ASKED, "-o", tmp_path / "d")
    assert done.code == 0, done.err
    assert set(read(tmp_path / "d")) >= NAMES
    manifest = told(tmp_path / "d")
    last = done.err.strip().splitlines()[-1]
    assert str(tmp_path / "d") in last
    assert f"{len(manifest['blanks'])} chỗ trống" in last
    assert names(tmp_path) == ["d"]


def test_the_manifest_is_complete(draft: Command, tmp_path: Path) -> None:
    draft(*ASKED, "--lang", "both", "-o", tmp_path / "d")
    manifest, found = told(tmp_path / "d"), read(tmp_path / "d")
    assert manifest["format"] == "rollout.dossier/1"
    assert {name: hashlib.sha256(data).hexdigest() for name, data in found.items() if name != "manifest.json"} == (
        manifest["files"]
    )
    assert (manifest["form"], manifest["date"], manifest["languages"]) == ("ca_biet", "2022-09-01", ["vi", "en"])
    assert manifest["province"]["slug"] == "bac-lieu"
    assert manifest["versions"]["rollout"]
    for name in ("profile", "blueprint", "protocol", "templates/regulation/forms.yaml", "viet_nam/legal_register.yaml"):
        assert len(manifest["inputs"][name]) == 64, name
    assert str(ROOT) not in json.dumps(manifest)
    for row in (*manifest["blanks"], *manifest["notes"]):
        assert row["place"]
        assert row["text"]
    assert manifest["to_confirm"]


def test_clauses_in_are_clauses_out(draft: Command, tmp_path: Path) -> None:
    draft(*ASKED, "-o", tmp_path / "d")
    it = shipped("bac_lieu_2022.yaml", NOW.replace(2022, 9, 1))
    manifest = told(tmp_path / "d")
    assert [row["id"] for row in manifest["clauses"]] == [row.id for row in it.clauses()]
    page = (tmp_path / "d" / "quy_che.md").read_text("utf-8")
    for clause in it.clauses():
        assert escaped(clause.text) in page
        for point in clause.points:
            assert f"{point.letter}) {escaped(point.text)}" in page
    sources = [row for row in manifest["clauses"] if not row["origins"]]
    assert not [row["id"] for row in sources if row["id"] != "terms-0"]


def test_every_blank_and_note_is_in_the_list(draft: Command, tmp_path: Path) -> None:
    draft(*ASKED, "-o", tmp_path / "d")
    page = (tmp_path / "d" / "danh_muc_can_bo_sung.md").read_text("utf-8")
    manifest = told(tmp_path / "d")
    for row in (*manifest["blanks"], *manifest["notes"], *manifest["to_confirm"]):
        assert escaped(row["text"]) in page
    assert "KHÔNG THUỘC VĂN BẢN TRÌNH KÝ" in page
    for row in manifest["notes"]:
        assert row["text"] not in (tmp_path / "d" / "quy_che.md").read_text("utf-8")


def test_languages_and_the_draft_mark(draft: Command, tmp_path: Path) -> None:
    draft(*ASKED, "--lang", "both", "-o", tmp_path / "both")
    assert {"quy_che_en.md", "quyet_dinh_en.pdf", "danh_muc_can_bo_sung_en.md", "to_trinh_en.docx"} < set(
        read(tmp_path / "both")
    )
    assert "Unofficial reading copy" in (tmp_path / "both" / "quy_che_en.md").read_text("utf-8")
    assert "**DỰ THẢO**" in (tmp_path / "both" / "quy_che.md").read_text("utf-8")
    draft(*ASKED, "--final", "-o", tmp_path / "final")
    assert "DỰ THẢO" not in (tmp_path / "final" / "quy_che.md").read_text("utf-8")
    done = draft(*ASKED, "--lang", "en", "-o", tmp_path / "en")
    assert "blanks to fill in" in done.err
    assert "quy_che.md" not in read(tmp_path / "en")


def test_same_inputs_same_bytes(draft: Command, tmp_path: Path) -> None:
    draft(*ASKED, "-o", tmp_path / "a")
    draft(*ASKED, "-o", tmp_path / "b")
    assert read(tmp_path / "a") == read(tmp_path / "b")


def test_without_a_form_the_arguments_are_printed(draft: Command) -> None:
    done = draft()
    assert done.code == 2
    for form in ("ca_biet", "qppl_ubnd", "qppl_chu_tich"):
        assert f"--form {form}" in done.out
        assert form in done.err
    assert "Lý lẽ phản đối" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--form", "ca_biet", "-o", "x"), 2, "--date"),
        (("--form", "ca_biet", "--date", "2022-09-01"), 2, "-o"),
        (("--form", "ca_biet", "--date", "2022-13-01", "-o", "x"), 2, "2022-13-01"),
        (("--form", "cabiet", "--date", "2022-09-01", "-o", "x"), 1, "D020"),
        (("--form", "qppl_chu_tich", "--date", "2022-09-01", "-o", "x"), 1, "D021"),
        (("--form", "ca_biet", "--date", "2022-04-01", "-o", "x"), 1, "D022"),
        (("--form", "ca_biet", "--date", "2026-10-01", "-o", "x"), 1, "ca-mau"),
        (("--form", "ca_biet", "--date", "2022-09-01", "--proposer", "X", "-o", "x"), 1, "D025"),
    ],
)
def test_what_cannot_be_done_writes_nothing(
    draft: Command, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    target = tmp_path / "x"
    done = draft(*(target if one == "x" else one for one in arguments))
    assert (done.code, list(tmp_path.iterdir())) == (code, [])
    assert said in done.err


def test_where_no_folder_can_be_made_nothing_is_drafted_first(
    draft: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rollout.cli.dossier.draft", lambda *_: pytest.fail("the draft was made"))
    (tmp_path / "file").write_text("x", "utf-8")
    for place in ("/proc/x", tmp_path / "file" / "x", f"{tmp_path}/{'x' * 300}"):
        done = draft(*ASKED, "-o", place)
        assert done.code == 2, place
        assert "rollout-new" not in done.err
        assert str(place)[:40] in done.err
    assert names(tmp_path) == ["file"]


def test_the_horizon_is_told_everywhere(draft: Command, tmp_path: Path) -> None:
    where = ("--date", "2026-10-01", "--form", "ca_biet", "-o", tmp_path / "d")
    done = draft(*where, profile="province_profiles/dak_lak_2026.yaml")
    assert "D027" in done.err
    assert "D027" in [row["code"] for row in told(tmp_path / "d")["warnings"]]
    assert told(tmp_path / "d")["data_horizon"] == "2026-07-23"
    assert "Ngày ký 01/10/2026 sau ngày 23/07/2026" in (tmp_path / "d" / "danh_muc_can_bo_sung.md").read_text("utf-8")


def test_an_untouched_dossier_is_replaced_and_an_edited_one_kept(draft: Command, tmp_path: Path) -> None:
    target = tmp_path / "d"
    draft(*ASKED, "-o", target)
    assert draft(*ASKED, "--deputy", "-o", target).code == 0
    (target / "quy_che.md").write_text("đã sửa", "utf-8")
    done = draft(*ASKED, "-o", target)
    assert done.code == 2
    assert "F032" in done.err
    assert (target / "quy_che.md").read_text("utf-8") == "đã sửa"
    assert draft(*ASKED, "--force", "-o", target).code == 0
    assert (tmp_path / "d.bak" / "quy_che.md").read_text("utf-8") == "đã sửa"
    assert set(read(target)) >= NAMES


def test_a_folder_of_somebody_else_is_left_alone(draft: Command, tmp_path: Path) -> None:
    target = tmp_path / "d"
    target.mkdir()
    (target / "mine.txt").write_text("x", "utf-8")
    assert draft(*ASKED, "-o", target).code == 2
    assert list(read(target)) == ["mine.txt"]
    (target / "manifest.json").write_text('{"format": "rollout.dossier/1", "files": {"../../x": "1"}}', "utf-8")
    assert draft(*ASKED, "-o", target).code == 2
    (target / "manifest.json").write_text("[", "utf-8")
    assert draft(*ASKED, "-o", target).code == 2


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "no space")])
@pytest.mark.parametrize("after", [0, 3, 5])
def test_an_interrupted_write_leaves_nothing(
    draft: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException, after: int
) -> None:
    written: list[Path] = []
    write = files._write_through

    def broken(path: Path, data: bytes) -> None:
        if len(written) == after:
            path.write_bytes(data[:10])
            raise stop
        written.append(path)
        write(path, data)

    draft(*ASKED, "-o", tmp_path / "before")
    kept = read(tmp_path / "before")
    monkeypatch.setattr(files, "_write_through", broken)
    for target in ("new", "before"):
        written.clear()
        assert draft(*ASKED, "--deputy", "-o", tmp_path / target).code in (2, 130)
    assert names(tmp_path) == ["before"]
    assert read(tmp_path / "before") == kept


def test_a_run_killed_between_the_two_renames_loses_nothing(tmp_path: Path) -> None:
    target = tmp_path / "d"
    files.write_folder(target, {"a": b"1"})
    making = tmp_path / ".d.rollout-new" / "new"
    making.mkdir(parents=True)
    target.rename(making.with_name("old"))  # as such a run leaves it
    (making / "half").write_bytes(b"")
    files.write_folder(target, {"a": b"2"}, ours=frozenset({"a"}))
    assert read(target) == {"a": b"2"}
    assert names(tmp_path) == ["d"]


def test_backups_never_replace_each_other(tmp_path: Path) -> None:
    target = tmp_path / "d"
    for number in range(4):
        files.write_folder(target, {"a": str(number).encode()})
    assert names(tmp_path) == ["d", "d.bak", "d.bak2", "d.bak3"]
    assert read(target) == {"a": b"3"}


def test_a_killed_process_leaves_a_whole_dossier_or_none(tmp_path: Path) -> None:
    script = (
        "import sys, rollout.files as f\n"
        f"target = {str(tmp_path / 'd')!r}\n"
        "for n in range(100000):\n"
        "    f.write_folder(target, {str(i): str(n).encode() for i in range(8)}, ours=frozenset(map(str, range(8))))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT)
    patience = time.monotonic() + 30
    while not (tmp_path / "d").exists() and time.monotonic() < patience:
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(signal.SIGKILL)
    process.wait()
    files.write_folder(tmp_path / "e", {})
    folder = next(path for name in ("d", ".d.rollout-new/old") if (path := tmp_path / name).exists())
    assert len(set(read(folder).values())) == 1
    assert len(read(folder)) == 8
    files.write_folder(tmp_path / "d", {"0": b"x"}, ours=frozenset(map(str, range(8))))
    assert read(tmp_path / "d") == {"0": b"x"}


def test_two_runs_into_one_folder_leave_one_whole_dossier(tmp_path: Path) -> None:
    script = (
        "import sys, rollout.files as f\n"
        f"target, ours = {str(tmp_path / 'd')!r}, frozenset(map(str, range(8)))\n"
        "for n in range(400):\n"
        "    try:\n"
        "        f.write_folder(target, {str(i): (sys.argv[1] + str(n)).encode() for i in range(8)}, ours=ours)\n"
        "    except f.ProblemsFound as found:\n"
        "        assert [row.code for row in found.problems] == ['F015'], found.problems\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", script, name], cwd=ROOT) for name in "ab"]
    assert [process.wait() for process in both] == [0, 0]
    assert len(read(tmp_path / "d")) == 8
    assert len(set(read(tmp_path / "d").values())) == 1
    assert names(tmp_path) == ["d"]


def test_what_a_killed_run_had_replaced_is_in_nobodys_way(tmp_path: Path) -> None:
    files.write_folder(tmp_path / "d", {"0": b"new"})
    (tmp_path / ".d.rollout-new" / "old").mkdir(parents=True)
    (tmp_path / ".d.rollout-new" / "old" / "0").write_bytes(b"old")
    files.write_folder(tmp_path / "d", {"0": b"newest"}, ours=frozenset({"0"}))
    assert read(tmp_path / "d") == {"0": b"newest"}
    assert names(tmp_path) == ["d"]


@pytest.mark.pdf
def test_the_real_writers_are_repeatable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for name in ("a", "b"):
        assert run(["draft", PROFILE, *ASKED, "-q", "-o", str(tmp_path / name)]) == 0
    assert read(tmp_path / "a") == read(tmp_path / "b")
    assert read(tmp_path / "a")["quyet_dinh.pdf"].startswith(b"%PDF-")
    shutil.rmtree(tmp_path / "a")


def test_only_names_in_the_folder_are_trusted(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    assert dossier_folder._untouched(tmp_path) == frozenset()
