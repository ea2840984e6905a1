"""An Instrument as PDF in the prescribed layout: same input, same bytes, only the shipped legal face."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from rollout.documents.environment import environment, source
from rollout.documents.pdf import laid_out
from rollout.drafting.instrument import Instrument

FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"), ("Italic", 400, "italic"), ("BoldItalic", 700, "italic"))
# A figure is not parted from the word it belongs to: “Article 7”, “12 hours”.
_BOUND = re.compile(r"(?<=\S) (?=\d+[a-zđ]?(?:[\s,;.)]|$))")


def instrument_pdf(instrument: Instrument, words: Mapping[str, str], day: str, *, draft: bool) -> bytes:
    """Return the decision and its regulation as PDF. `day` is the signing date; `draft` prints the draft mark."""
    return legal_pdf(instrument_markup(instrument, words, day, draft=draft))


def instrument_markup(instrument: Instrument, words: Mapping[str, str], day: str, *, draft: bool) -> str:
    """Return the HTML the PDF is laid out from; fonts are rollout: addresses."""
    return legal_markup("regulation/instrument.html.j2", it=instrument, words=words, day=day, draft=draft)


def legal_markup(template: str, **values: object) -> str:
    """Return a template filled, in the prescribed layout."""
    made = environment()
    made.filters.setdefault("bound", bound)
    made.filters.setdefault("lines", name_lines)
    styles = "\n".join([*_faces(), source("regulation/nd30.css")])
    return made.get_template(template).render(styles=styles, **values)


def legal_pdf(page: str) -> bytes:
    """Return the PDF of a page in the prescribed layout."""
    identifier = hashlib.sha256(page.encode()).hexdigest()[:32]
    return bytes(laid_out(page).write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=identifier.encode()))


def tied(text: str) -> str:
    """Keep a number on the line of the word before it."""
    return _BOUND.sub("\u00a0", text)


def name_lines(name: str, before: str) -> list[str]:
    """Divide the name of an issuer where it may go on to a new line: before the words in `before` (`A|B`)."""
    return re.split(f" (?=(?:{before})(?: |$))", name) if before else [name]


def bound(text: str) -> Markup:
    """Tie a text and escape it."""
    return escape(tied(text))


def _faces() -> list[str]:
    return [
        f"@font-face {{ font-family: Tinos; font-weight: {weight}; font-style: {style}; "
        f'src: url("rollout:fonts/Tinos-{name}.ttf") }}'
        for name, weight, style in FACES
    ]
