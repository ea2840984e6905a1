"""The judge of converted files sees what is lost and is not misled by the end of a line or a page."""

from __future__ import annotations

import pytest
from documents.sample import report
from oracles.judging import bare, far_from, lost, paragraphs

from rollout.documents.report_docx import report_docx


def test_a_paragraph_goes_on_over_lines_and_pages() -> None:
    text = bare("Điều 1. Phạm vi điều\nchỉnh của 3 Quy chế phối hợp")
    assert lost(iter(["Điều 1. Phạm vi điều chỉnh của Quy chế phối hợp"]), text) == []


def test_a_hyphen_at_the_end_of_a_line_is_not_lost_text() -> None:
    assert lost(iter(["Nghị định số 56/2017/NĐ-CP"]), bare("Nghị định số 56/2017/NĐ\r\nCP")) == []


@pytest.mark.parametrize("said", ["Điều 2. Phạm vi khác hẳn", "không có ở đâu cả"])
def test_a_lost_paragraph_is_named(said: str) -> None:
    assert lost(iter(["Điều 1.", said]), bare("Điều 1. Phạm vi điều chỉnh")) == [said]


def test_every_paragraph_of_a_report_is_asked_for() -> None:
    said = list(paragraphs(report_docx(report())))
    assert "Khoảng trống theo cơ quan chủ trì" in said
    assert len(said) > 100


@pytest.mark.parametrize(("pages", "ours", "far"), [(20, 20, False), (22, 20, False), (26, 20, True), (1, 4, True)])
def test_a_length_that_cannot_be(pages: int, ours: int, far: bool) -> None:
    assert far_from(pages, ours) is far
