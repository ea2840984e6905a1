"""The words of a PDF, page by page, in the order they were written; numbers of pages in the top margin left out."""

from __future__ import annotations

from typing import Any

from rollout.layout.unreadable import unreadable

MOST_PAGES = 2000
TOP_MARGIN_PT = 20 * 72 / 25.4


def pages(data: bytes, name: str) -> tuple[str, ...]:
    """Return the text of each page; raises ProblemsFound D048 for what is no PDF, is locked, or has no text."""
    import pypdfium2  # noqa: PLC0415 – an engine; many times faster than the one that also tells sizes and places

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise unreadable(name, "pdf") from error
    try:
        if len(document) > MOST_PAGES:
            raise unreadable(name, "too_large")
        found = tuple(_page(page) for page in document)
    finally:
        document.close()
    if not any(text.strip() for text in found):
        raise unreadable(name, "no_text")
    return found


def _page(page: Any) -> str:
    text = page.get_textpage()
    width, height = page.get_size()
    number = text.get_text_bounded(0, height - TOP_MARGIN_PT, width, height).strip()
    lines = text.get_text_range().replace("\r\n", "\n").split("\n")
    if number.isdigit():
        for at in (-1, 0):
            if lines[at].strip() == number:
                del lines[at]
                break
    return "\n".join(lines)
