"""A Report as one self-contained HTML file, and as the HTML from which the PDF is laid out."""

from __future__ import annotations

import base64
import hashlib
from functools import partial
from typing import Literal

from rollout import texts
from rollout.documents.environment import environment, font, source
from rollout.reporting.report import Report

Media = Literal["screen", "print"]
FACES = (
    ("Be Vietnam Pro", "BeVietnamPro-Regular", 400, "normal"),
    ("Be Vietnam Pro", "BeVietnamPro-Italic", 400, "italic"),
    ("Be Vietnam Pro", "BeVietnamPro-SemiBold", 600, "normal"),
    ("Be Vietnam Pro", "BeVietnamPro-Bold", 700, "normal"),
    ("Be Vietnam Pro Figures", "BeVietnamPro-Figures", 400, "normal"),
)


def html(report: Report) -> str:
    """Return the report as one HTML file: fonts, styles and script inside, readable without the script."""
    return markup(report, "screen")


def markup(report: Report, media: Media) -> str:
    """Return the HTML of a report for the screen, or for the layout engine (fonts as rollout: addresses, no script)."""
    script = source("report/filter.js").strip()
    return (
        environment()
        .get_template("report/document.html.j2")
        .render(
            report=report,
            media=media,
            say=partial(texts.text, lang=report.lang),
            styles=_styles(report, media),
            script=script,
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _styles(report: Report, media: Media) -> list[str]:
    faces = _faces(media)
    page = (
        environment()
        .get_template("report/page.css.j2")
        .render(
            report=report, of=texts.text("report.page_of", report.lang), page=texts.text("report.page", report.lang)
        )
    )
    shared = source("report/report.css")
    paper = page + source("report/print.css")
    if media == "print":
        return [faces, shared, paper]
    return [faces, shared, source("report/screen.css"), f"@media print {{\n{paper}\n}}"]


def _faces(media: Media) -> str:
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f"src: {_address(name, media)} }}"
        for family, name, weight, style in FACES
    )


def _address(name: str, media: Media) -> str:
    if media == "print":
        return f'url("rollout:fonts/{name}.ttf")'
    data = base64.b64encode(font(f"web/{name}.woff2")).decode()
    return f'url("data:font/woff2;base64,{data}") format("woff2")'
