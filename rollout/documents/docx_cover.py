"""The first page of a Report as a Word file: a cover, or the title above the first section."""

from __future__ import annotations

from rollout.documents.docx_blocks import gap, notice
from rollout.documents.docx_chart import range_bar
from rollout.documents.docx_form import terms
from rollout.documents.docx_grid import panel
from rollout.documents.docx_package import Xml
from rollout.documents.docx_words import NBSP, paragraph, put, run
from rollout.documents.docx_writer import Writer
from rollout.reporting.report import Cover, KeyFigure, Report
from rollout.reporting.words import Line

# The engine that draws the box trims other spaces.
ROOM = 2 * NBSP


def opening(writer: Writer, report: Report) -> list[Xml]:
    """Return what stands before the first section."""
    if report.cover:
        return [_band(writer, report), *_cover(writer, report.cover)]
    rows = (("eyebrow", report.eyebrow), ("title", report.title), ("subtitle", report.subtitle))
    return [put(role, said) for role, said in rows]


def _band(writer: Writer, report: Report) -> Xml:
    rows = (("eyebrow", report.eyebrow), ("cover_title", report.title), ("cover_subtitle", report.subtitle))
    sizes, said = writer.look["cover"], [put(role, text) for role, text in rows]
    shape = {"side": sizes["side"], "bar_pt": sizes["bar_pt"], "height": sizes["height"]}
    return panel(writer.look, writer.width, said, bar="ink", shade="cream", **shape)


def _cover(writer: Writer, cover: Cover) -> list[Xml]:
    parts = [paragraph("cover_room")]
    if cover.rows:
        parts.append(terms(writer, tuple((term, (Line(value),)) for term, value in cover.rows)))
    if cover.figure:
        parts += [paragraph("cover_room"), *_figure(writer, cover.figure)]
    for said in cover.notices:
        parts += [gap(), notice(writer, [put("panel_note", said)], "open")]
    if cover.stamp:
        parts.append(put("stamp", f"{ROOM}{cover.stamp}{ROOM}"))
    return parts


def _figure(writer: Writer, figure: KeyFigure) -> list[Xml]:
    big = paragraph("figure", run(figure.figure), run(f" {figure.unit}", "unit"))
    drawn = range_bar(writer, figure.bar, writer.width, writer.look["cover"]["figure_height"])
    return [put("eyebrow", figure.label), big, paragraph("picture", drawn, keep=True), put("text", figure.note)]
