"""Comparing texts in order with one text that was read: each kind of difference, wherever it stands."""

from __future__ import annotations

import pytest

from rollout.layout.comparing import compare
from rollout.layout.told import Row
from rollout.layout.verify import _joined

A = "1. Cơ quan chủ trì tiếp nhận thông tin trong 02 giờ."
B = "2. Cơ quan phối hợp cử người tham gia ngay."
C = "a) Bảo đảm an toàn cho người bị bạo lực;"
D = "Điều 7. Trách nhiệm"
ALL = (A, B, C, D)


def kinds(found: str) -> list[tuple[str, int]]:
    return [(row.kind, row.number) for row in compare(ALL, found)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("\n".join(ALL), []),
        (" ".join(ALL).replace(" ", "\u00a0\n"), []),
        ("\n".join(ALL).replace("hợp", "h\u1ee3p"), []),
        ("\n".join((B, C, D)), [("missing", 0)]),
        ("\n".join((A, B, C)), [("missing", 3)]),
        ("", [("missing", n) for n in range(4)]),
        ("\n".join(("X y z.", *ALL)), [("added", -1)]),
        ("\n".join((A, B, "3. Thêm một khoản mới.", C, D)), [("added", 1)]),
        ("\n".join((*ALL, "Hết")), [("added", 3)]),
        ("\n".join((A, C, B, D)), [("moved", 1)]),
        ("\n".join(ALL).replace("02 giờ", "24 giờ"), [("changed", 0)]),
        ("\n".join(ALL).replace("tham gia ngay.", "tham gia."), [("changed", 1)]),
        ("\n".join(ALL).replace("người bị", "ngườibị"), [("changed", 2)]),
        ("\n".join(ALL).replace("an toàn", "sự an toàn").replace("Điều 7", "Điều 8"), [("changed", 2), ("changed", 3)]),
        ("\n".join(ALL).replace("ngay.", "ngay"), [("changed", 1)]),
    ],
)
def test_each_difference_is_found_and_nothing_else(found: str, expected: list[tuple[str, int]]) -> None:
    assert kinds(found) == expected


def test_the_first_words_that_differ_are_shown_on_both_sides() -> None:
    (row,) = compare(ALL, "\n".join(ALL).replace("02 giờ", "24 giờ"))
    assert "trong 02 giờ." in row.wanted
    assert "trong 24 giờ." in row.found
    assert "Cơ quan phối hợp" not in row.found


def test_a_line_may_end_inside_a_number() -> None:
    assert compare(("Nghị định số 56/2017/NĐ-CP.",), "Nghị định số 56/2017/NĐ-\nCP.") == ()
    assert compare(("Nghị định số 56/2017/NĐ-CP.",), "Nghị định số 56/2017/NĐ\ufffeCP.") == ()


def test_the_head_of_a_table_printed_again_counts_once() -> None:
    rows = [
        Row("t", "annex", "Bảng thời hạn", {}), Row("t", "columns", "Việc Thời hạn", {}),
        Row("1", "entry", "Báo tin 02 giờ", {}), Row("2", "entry", "Tạm lánh ngay", {}),
    ]  # fmt: skip
    wanted = [row.text for row in rows]
    again = _joined(["Bảng thời hạn\nViệc Thời hạn\nBáo tin 02 giờ", "Việc Thời hạn\nTạm lánh ngay"], rows)
    assert compare(wanted, again) == ()
    first = _joined(["Bảng thời hạn", "Việc Thời hạn\nBáo tin 02 giờ\nTạm lánh ngay"], rows)
    assert compare(wanted, first) == ()
    twice = _joined(["Bảng thời hạn\nViệc Thời hạn\nBáo tin 02 giờ\nViệc Thời hạn\nTạm lánh ngay"], rows)
    assert [row.kind for row in compare(wanted, twice)] == ["added"]
