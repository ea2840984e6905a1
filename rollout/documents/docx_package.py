"""A Word file as a package: started without anybody's leftovers, closed so that the same text gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

# What the engine's sample document brings along and no text of ours uses.
UNUSED = ("thumbnail", "extended-properties", "stylesWithEffects", "webSettings", "fontTable", "theme", "customXml")
# The earliest moment a zip can tell.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# Word 2013 and later: anything lower opens in “compatibility mode”.
WORD_2013 = "15"


def element(tag: str, *children: BaseOxmlElement, **attributes: object) -> BaseOxmlElement:
    """Return `w:…` (or a tag with its own prefix), its attributes of the same namespace, and its children in order."""
    from docx.oxml.ns import nsmap  # noqa: PLC0415 – an engine
    from docx.oxml.parser import oxml_parser  # noqa: PLC0415 – an engine

    prefix, local = tag.split(":") if ":" in tag else ("w", tag)
    space = nsmap[prefix]
    named = {f"{{{space}}}{name}": str(value) for name, value in attributes.items()}
    made: Any = oxml_parser.makeelement(f"{{{space}}}{local}", named, {prefix: space})
    made.extend(children)
    whole: BaseOxmlElement = made
    return whole


def blank(locale: str) -> Document:
    """Return an empty document without styles but the four that Word needs; `locale` decides its list separator."""
    import docx  # noqa: PLC0415 – an engine

    document = docx.Document()
    for rels in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.rpartition("/")[2] in {*UNUSED, "numbering"}]:
            del rels[key]
    _settings(document, locale)
    return document


def describe(document: Document, properties: Mapping[str, str], day: str) -> None:
    """Set the properties people see; `day` (ISO) stands for every time, so that no clock is read."""
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    core = document.core_properties
    core.author = core.last_modified_by = core.comments = core.keywords = ""
    core.created = core.modified = moment
    core.revision = 1
    for name, value in properties.items():
        setattr(core, name, value[:255])


def packed(document: Document) -> bytes:
    """Return the document's bytes: parts in the order of their names, none with a time."""
    from docx.opc.pkgwriter import PackageWriter  # noqa: PLC0415 – an engine

    package: Any = document.part.package
    writer: Any = PackageWriter
    found, tight = _Parts(), io.BytesIO()
    for part in package.parts:
        part.before_marshal()
    # Saved by the engine, every part would be packed twice.
    writer._write_content_types_stream(found, package.parts)  # noqa: SLF001
    writer._write_pkg_rels(found, package.rels)  # noqa: SLF001
    writer._write_parts(found, package.parts)  # noqa: SLF001
    with zipfile.ZipFile(tight, "w") as zipped:
        # Readers that go through the file once expect the table of contents first.
        for name in sorted(found.parts, key=lambda name: (name != "[Content_Types].xml", name)):
            _put(zipped, name, found.parts[name])
    return tight.getvalue()


class _Parts:
    """Takes the parts of a package by name, as the engine's own writer would."""

    def __init__(self) -> None:
        self.parts: dict[str, bytes] = {}

    def write(self, name: Any, data: bytes) -> None:
        """Keep one part."""
        self.parts[name.membername] = data


def _put(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # the same on every operating system
    package.writestr(entry, data)


def _settings(document: Document, locale: str) -> None:
    comma = locale.startswith("vi")
    settings: Any = document.settings.element
    settings[:] = [
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", _compatible()),
        element("themeFontLang", val=locale),
        element("decimalSymbol", val="," if comma else "."),
        element("listSeparator", val=";" if comma else ","),
    ]


def _compatible() -> BaseOxmlElement:
    uri = "http://schemas.microsoft.com/office/word"
    return element("compatSetting", name="compatibilityMode", uri=uri, val=WORD_2013)
