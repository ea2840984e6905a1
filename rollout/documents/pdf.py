"""A Report as a tagged PDF (PDF/UA-1): same input, same bytes, and nothing fetched but shipped fonts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from rollout.documents.environment import font
from rollout.documents.glyphs import drawable
from rollout.documents.html import markup
from rollout.reporting.report import Report

if TYPE_CHECKING:
    from weasyprint import Document

FONTS = "rollout:fonts/"


class LayoutError(Exception):
    """The layout engine complained: a fault of ours, since nothing in a report is free markup."""


def pdf(report: Report) -> bytes:
    """Return the report as PDF bytes. Raises LayoutError, or OSError where the native libraries are missing."""
    return written(layout(report), report)


def written(document: Document, report: Report) -> bytes:
    """Return the bytes of laid-out pages."""
    identifier = report.fingerprint.encode("ascii")
    return bytes(document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True, pdf_identifier=identifier))


def layout(report: Report) -> Document:
    """Return the laid-out pages, with everything that could be measured on them."""
    return laid_out(drawable(markup(report, "print")))


def laid_out(page: str) -> Document:
    """Return the pages of our own HTML; raises LayoutError when it asks for anything but shipped fonts and data."""
    from weasyprint import HTML  # noqa: PLC0415 – an engine
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 – an engine
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 – an engine

    source = HTML(string=page, url_fetcher=fetcher(), base_url="rollout:")
    try:
        return source.render(font_config=FontConfiguration(), pdf_variant="pdf/ua-1", pdf_tags=True)
    except FatalURLFetchingError as error:  # a BaseException: nothing else would stop it
        raise LayoutError(str(error)) from error


def fetcher() -> Any:
    """Return the only way to the outside: `rollout:fonts/…` (shipped fonts) and `data:`; all else stops the run."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 – an engine

    class Shipped(URLFetcher):  # type: ignore[misc]  # the engine has no types
        """Answers two schemes; the base class would open files and sockets too."""

        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith(FONTS):
                return URLFetcherResponse(url, font(url.removeprefix(FONTS)), {"Content-Type": "font/ttf"})
            return super().fetch(url, headers)

    return Shipped(allowed_protocols=["data"], allow_redirects=False, fail_on_errors=True)


logging.getLogger("weasyprint").addHandler(logging.NullHandler())
