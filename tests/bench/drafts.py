"""The jobs of `make bench` that make draft regulations, each beside its peer."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
from bench.decision import DAY, FORM, Drafted, drafted
from bench.measure import Pair, pair, process
from docx.oxml.ns import qn

from rollout.documents.instrument_docx import instrument_docx
from rollout.documents.instrument_pdf import instrument_markup
from rollout.shipped import shipped

HERE = Path(__file__).parent
PROFILES = HERE.parents[1] / "province_profiles"
FOUR = ("ca_mau", "dak_lak", "da_nang", "ha_noi")
FORMS = (FORM, "qppl_ubnd")
BARE = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
ALONE = "import os, sys; os.cpu_count = lambda: 1; from rollout.cli.run import main; main(sys.argv[1:])"
Jobs = tuple[Callable[[], object], Callable[[], object]]


def drafting(folder: Path) -> Iterator[Pair]:
    """Yield the results of the three jobs; `folder` is theirs to fill."""
    folder.mkdir(parents=True, exist_ok=True)
    profile = PROFILES / "tp_hcm_2026.yaml"
    made = drafted(profile)
    yield pair(
        "a Decision as PDF, from its profile", "bare WeasyPrint on the same HTML", 1.3, _pdf(profile, made, folder), 7
    )
    yield pair("8 dossiers on 2 cores", "the same one after another in one process", 0.65, _eight(folder), 3)
    yield pair("a Decision as Word", "docxtpl, as many paragraphs and letters", 1.5, word_jobs(made, folder), 15)


def _pdf(profile: Path, made: Drafted, folder: Path) -> Jobs:
    page = folder / "decision.html"
    markup = instrument_markup(made.text, made.words, made.day, draft=True)
    page.write_text(markup.replace("rollout:fonts", (shipped("templates") / "fonts").as_uri()), "utf-8")
    return (
        process(sys.executable, str(HERE / "decision.py"), str(profile), str(folder / "decision.pdf")),
        process(sys.executable, "-c", BARE, str(page), str(folder / "bare.pdf")),
    )


def _eight(folder: Path) -> Jobs:
    asked = ["draft", *(str(PROFILES / f"{name}_2026.yaml") for name in FOUR), "--date", DAY.isoformat(), "-q"]
    asked += [word for form in FORMS for word in ("--form", form)]
    two, one = folder / "two", folder / "one"
    for place in (two, one):
        shutil.rmtree(place, ignore_errors=True)
    return (
        process(sys.executable, "-m", "rollout", *asked, "-o", str(two)),
        process(sys.executable, "-c", ALONE, *asked, "-o", str(one)),
    )


def word_jobs(made: Drafted, folder: Path) -> Jobs:
    """Return both ways to a Word file in this process, so that neither pays for imports."""
    from docxtpl import DocxTemplate  # type: ignore[import-not-found,import-untyped,unused-ignore]  # only where peers are installed

    data = instrument_docx(made.text, made.words, made.day, draft=True)
    body = docx.Document(io.BytesIO(data)).element.body
    rows = ["".join(row.itertext(qn("w:t"))) for row in body.iter(qn("w:p"))]  # those of tables too
    template = docx.Document()
    for line in ("{%p for row in rows %}", "{{ row }}", "{%p endfor %}"):
        template.add_paragraph(line)
    template.save(str(folder / "template.docx"))

    def peer() -> None:
        opened = DocxTemplate(folder / "template.docx")
        opened.render({"rows": rows}, autoescape=True)
        opened.save(io.BytesIO())

    return lambda: instrument_docx(made.text, made.words, made.day, draft=True), peer
