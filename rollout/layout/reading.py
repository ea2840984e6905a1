"""A file of either kind as a neutral document, its parts named."""

from __future__ import annotations

from rollout.layout.document import Document
from rollout.layout.pages_pdf import document_pdf
from rollout.layout.paragraphs_docx import document_docx
from rollout.layout.patterns import Table
from rollout.layout.refusal import refused
from rollout.layout.roles import name_roles

LARGEST_FILE = 64 * 1024 * 1024
# An encrypted Word file is not a zip but an old container with the package inside it.
OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def document(data: bytes, name: str, table: Table) -> Document:
    """Return what a file looks like, told by its first bytes, not by its name; raises ProblemsFound (L…)."""
    if b"%PDF-" in data[:1024]:
        found = document_pdf(data, name, table)
    elif data.startswith(b"PK"):
        found = document_docx(data, name, table)
    elif data.startswith(OLD_CONTAINER) and ENCRYPTED in data:
        raise refused("L003", name)
    else:
        raise refused("L001", name)
    name_roles(found, table)
    return found
