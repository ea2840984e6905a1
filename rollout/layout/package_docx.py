"""The package of a Word file, opened only when it is whole and of a size that can be held."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from rollout.layout.refusal import refused

LARGEST_PART = 32 * 1024 * 1024
LARGEST_PACKAGE = 256 * 1024 * 1024
MOST_PARTS = 4000
MAIN = "word/document.xml"


def opened(data: bytes, name: str) -> tuple[Any, Any]:
    """Return the opened document and its theme, None where it has none; raises ProblemsFound."""
    import docx  # noqa: PLC0415 – an engine
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 – an engine
    from lxml import etree  # noqa: PLC0415 – an engine

    _looked_over(data, name)
    try:
        document = docx.Document(io.BytesIO(data))
        parts = [row.target_part for row in document.part.rels.values() if row.reltype.endswith("/theme")]
        return document, etree.fromstring(parts[0].blob, _parser(etree)) if parts else None
    except (
        OpcError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        etree.XMLSyntaxError,
        zipfile.BadZipFile,
    ) as error:
        raise refused("L002", name, "docx") from error


def _looked_over(data: bytes, name: str) -> None:
    """See what the package holds before any of it is unpacked, and that sizes are what they claim to be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            rows = package.infolist()
            if len(rows) > MOST_PARTS or sum(row.file_size for row in rows) > LARGEST_PACKAGE:
                raise refused("L004", name)
            for row in rows:
                if row.flag_bits & 1:
                    raise refused("L003", name)
                _measured(package, row, name)
            if MAIN not in {row.filename for row in rows}:
                raise refused("L001", name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise refused("L002", name, "docx") from error


def _measured(package: zipfile.ZipFile, row: zipfile.ZipInfo, name: str) -> None:
    if not row.filename.endswith((".xml", ".rels")):
        return
    with package.open(row) as stream:
        if len(stream.read(LARGEST_PART + 1)) > LARGEST_PART:
            raise refused("L004", name)


def _parser(etree: Any) -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True)
