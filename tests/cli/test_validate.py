"""rollout validate: what a province sees of its mistakes, in each format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli.runs import BAD, HEAD, PROFILE, Run, faults_go_to

from rollout.cli import many
from rollout.cli.console import Console
from rollout.cli.problems_text import excerpt, problem_lines
from rollout.problems import Place, Problem


def test_one_broken_file_hides_no_other(rollout: Run, good: Path, bad: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("a: [1\n", "utf-8")
    done = rollout("validate", tmp_path, tmp_path / "none.yaml")
    assert done.code == 2
    for name in ("bad.yaml:10:7", "bad.yaml:11:23", "broken.yaml:", f"{good}: hợp lệ", "none.yaml"):
        assert name in done.out
    assert "1/4 hồ sơ hợp lệ" in done.out.splitlines()[-1]


def test_a_folder_means_the_yaml_files_in_it_and_below(rollout: Run, good: Path, tmp_path: Path) -> None:
    for name in ("a/one.yaml", "a/b/two.yml", ".hidden/three.yaml", "a/note.txt", "a/one.yaml.bak"):
        (tmp_path / "f" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "f" / name).write_bytes(good.read_bytes())
    done = rollout("validate", tmp_path / "f")
    assert "2 hồ sơ" in done.out
    assert "three" not in done.out


def test_a_file_named_twice_is_read_once(rollout: Run, good: Path) -> None:
    assert "1 hồ sơ" in rollout("validate", good, good).out


def test_json(rollout: Run, good: Path, bad: Path) -> None:
    done = rollout("validate", good, bad, "--format", "json")
    found = json.loads(done.out)
    assert (found["format"], found["valid"], found["errors"], done.code) == ("rollout.validate/1", False, 2, 1)
    assert [row["valid"] for row in found["files"]] == [True, False]
    first = found["files"][1]["problems"][0]
    assert (first["code"], first["line"], first["column"], first["severity"]) == ("S003", 10, 7, "error")
    assert first["path"] == "answers.services.hotline.hours_per_weak"
    assert first["message"]
    assert first["fix"]


def test_json_holds_all_that_the_text_leaves_out(rollout: Run, bad: Path) -> None:
    rows = "".join(f"      wrong_{number}: 1\n" for number in range(80))
    bad.write_text(f"{HEAD}answers:\n  services:\n    hotline:\n{rows}", "utf-8")
    assert json.loads(rollout("validate", bad, "--format", "json").out)["errors"] == 80


def test_github_annotations(rollout: Run, bad: Path) -> None:
    lines = rollout("validate", bad, "--format", "github").out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"::error file={bad},title=lỗi S003,line=10,col=7::")


def test_github_escapes_what_would_end_an_annotation(rollout: Run, tmp_path: Path) -> None:
    odd = tmp_path / "a,b:c%.yaml"
    odd.write_text(BAD, "utf-8")
    line = rollout("validate", odd, "--format", "github").out.splitlines()[0]
    assert "a%2Cb%3Ac%25.yaml" in line


def test_sarif(rollout: Run, bad: Path) -> None:
    log = json.loads(rollout("validate", bad, "--format", "sarif").out)
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["S003", "S007"]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] == "error"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 10, "startColumn": 7}


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_a_valid_profile_in_every_format(form: str, rollout: Run) -> None:
    done = rollout("validate", PROFILE, "--format", form)
    assert done.code == 0
    assert form == "github" or json.loads(done.out)


def test_what_no_profile_may_hold_is_not_repeated(rollout: Run, bad: Path) -> None:
    text = "{value: 40, note: 'gọi 0912345678, an.tran@example.com, 022301001234', sources: [none]}"
    bad.write_text(f"{HEAD}answers: {{services: {{hotline: {{hours_per_week: {text}}}}}}}\n", "utf-8")
    for form in ("text", "json", "github", "sarif"):
        done = rollout("validate", bad, "--format", form)
        assert done.code == 1
        assert "P010" in done.out
        for secret in ("0912345678", "an.tran", "022301001234"):
            assert secret not in done.said


def test_a_blueprint_that_is_not_there_is_a_mistake_with_a_place(rollout: Run, bad: Path) -> None:
    bad.write_text(BAD.replace("anh_duong@1", "anh_duog@1"), "utf-8")
    done = rollout("validate", bad)
    assert done.code == 1
    assert "bad.yaml:2:12: lỗi F020" in done.out


def test_a_waiver_that_does_not_count_is_told(rollout: Run, bad: Path) -> None:
    waiver = "waivers: [{criterion: SVC-HOTLINE-01, reason: chờ tuyển, approved_by: UBND tỉnh, until: 2022-01-01}]"
    bad.write_text(f"{HEAD}answers: {{}}\n{waiver}\n", "utf-8")
    assert "P021" in rollout("validate", bad).out


def test_a_profile_that_names_no_blueprint(rollout: Run, bad: Path) -> None:
    bad.write_text(BAD.replace("blueprint: anh_duong@1\n", ""), "utf-8")
    assert "“blueprint”" in rollout("validate", bad).out


def test_nothing_in_a_file_steers_the_terminal(rollout: Run, bad: Path) -> None:
    bad.write_text(HEAD + 'answers: {services: {"\\e[2J\\u202ex": 1}}\n', "utf-8")
    done = rollout("validate", bad)
    assert done.code == 1
    assert not {"\x1b", "\u202e"} & set(done.said)


def test_a_long_line_is_cut_around_its_caret() -> None:
    line = f"key: {'x' * 300}"
    shown = excerpt(line, 7, 200, Console())
    assert all(len(row) <= 80 for row in shown)
    assert shown[1].index("^") == shown[0].index("…") + 1 + 24


def test_a_caret_stands_under_its_letter() -> None:
    text, mark = excerpt("  tên: “Hải Phòng” sai", 3, 20, Console())
    assert text[mark.index("^")] == "s"


def test_a_problem_without_words_is_told_by_its_code() -> None:
    lines = problem_lines(Problem("X999", Place("f.yaml", 1, 1), {"found": "a"}), None, Console())
    assert lines == ["f.yaml:1:1: lỗi X999: found: a"]


def test_two_processes_give_what_one_gives(rollout: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(9):
        (tmp_path / f"p{number}.yaml").write_text(BAD if number % 4 == 1 else HEAD + "answers: {}\n", "utf-8")
    alone = rollout("validate", tmp_path, "--format", "json").out
    monkeypatch.setattr(many, "WORTH_WORKERS", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert rollout("validate", tmp_path, "--format", "json").out == alone
    assert json.loads(alone)["errors"] == 4


def test_a_fault_in_a_worker_is_a_fault(rollout: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        (tmp_path / f"p{number}.yaml").write_text(HEAD + "answers: {}\n", "utf-8")
    monkeypatch.setattr(many, "WORTH_WORKERS", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    faults_go_to(tmp_path, monkeypatch)
    monkeypatch.setattr("rollout.cli.validate.check", lambda *_: 1 / 0)
    assert rollout("validate", tmp_path).code == 3
