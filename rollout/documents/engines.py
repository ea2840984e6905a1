"""The engines that lay out, brought up before several processes share the work."""

from __future__ import annotations

from contextlib import suppress

from rollout.documents.docx_package import blank
from rollout.documents.pdf import laid_out


def ready() -> None:
    """Import the engines and let them find the fonts; where PDF is impossible, whoever writes one says so."""
    blank("vi-VN")
    with suppress(OSError):
        laid_out("<p>")
