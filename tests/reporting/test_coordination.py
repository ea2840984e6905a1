"""The report of a coordination check: every step, agency and arrow in every format."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from coordination import bound
from reporting.tree import parts

from rollout.analysis.coordination.checks import check
from rollout.analysis.coordination.diagram import Diagram
from rollout.documents.diagram import svg
from rollout.documents.html import html
from rollout.documents.markdown import markdown
from rollout.documents.text import text
from rollout.reporting.coordination import coordination_report
from rollout.reporting.options import Options
from rollout.reporting.report import Report
from rollout.reporting.table import Table


def made(lang: str = "vi", patch: bound.Patch = ()) -> Report:
    subject = bound.subject(patch)
    return coordination_report(subject, check(subject), Options(lang))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_step_and_agency_is_told_in_every_format(lang: str) -> None:
    report, subject = made(lang), bound.subject()
    told = [markdown(report).replace("\\", ""), text(report, 4000), re.sub(r"</?span[^>]*>", "", html(report))]
    for written in told:
        for step in subject.protocol.steps:
            assert step.title.get(lang) in written.replace("&#39;", "'")
        for agency in subject.bound.values():
            assert agency.label.get(lang) in written.replace("&#39;", "'")


def test_the_matrix_has_one_lead_a_step() -> None:
    matrix = next(row for row in parts(made(), Table) if row.columns[0].title == "Bước")
    for row in matrix.rows:
        assert [cell.lines[0].text for cell in row.cells[1:] if cell.lines].count("C") == 1


def test_the_diagram_draws_every_way_once() -> None:
    diagram = next(parts(made(), Diagram))
    ways = {(step.id, row.to) for step in bound.protocol().steps for row in step.next}
    assert (len(diagram.boxes), len(diagram.arrows)) == (14, len(ways))
    drawn = ET.fromstring(svg(diagram))
    assert len(drawn.findall("{*}rect")) == 14
    assert len(drawn.findall("{*}path")) == len(drawn.findall("{*}polygon")) == len(ways)
    for arrow in diagram.arrows:
        numbers = [float(found) for found in re.findall(r"-?[0-9.]+", arrow.path)]
        assert all(0 <= number <= max(diagram.width, diagram.height) for number in numbers)


def test_problems_come_first_and_in_words() -> None:
    report = made("en", [{"at": "precedence.child-lead", "remove": "yes"}])
    written = markdown(report)
    assert written.index("K003") < written.index("Responsibility matrix")
    assert "no rule says which of them prevails" in written


def test_words_of_a_profile_stay_words() -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }}"
    subject = bound.subject((), [{"at": "agencies.HOST.name", "set": hostile}])
    page = html(coordination_report(subject, check(subject), Options("vi")))
    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page
