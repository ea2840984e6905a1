"""A Word file as a package: started without anybody's leftovers, closed so that the same text gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

# What the engine's sample document brings along and no text of ours uses.
UNUSED = ("thumbnail", "extended-properties", "stylesWithEffects", "webSettings", "fontTable", "theme", "customXml")
# The earliest moment a zip can tell.
NO_TIME = (1980, 1, 1, 0, 0, 0)
# Word 2013 and later: anything lower opens in “compatibility mode”.
WORD_2013 = "15"
# The prefixes of our own markup; what the engine makes names its own.
OURS = ("w", "w14")


class Xml(str):
    """Markup of whole elements: joined as text and read once, parts of a table take a fraction of the time."""

    __slots__ = ()


def element(tag: str, *children: Xml, **attributes: object) -> Xml:
    """Return `w:…` (or a tag with its own prefix), its attributes of the same namespace, and its children in order."""
    start, end = _tags(tag, *attributes.items())
    return Xml(f"<{start}>{''.join(children)}</{end}>" if children else f"<{start}/>")


@lru_cache(maxsize=4096)
def _tags(tag: str, *attributes: tuple[str, object]) -> tuple[str, str]:
    """What stands in the tags; the same few come back in every cell and paragraph."""
    name = tag if ":" in tag else f"w:{tag}"
    prefix = name.partition(":")[0]
    named = "".join(f" {prefix}:{key}={quoteattr(str(value))}" for key, value in attributes)
    return f"{name}{named}", name


def parsed(markup: Xml) -> BaseOxmlElement:
    """Return the element of a markup, ready to be put into a document."""
    return all_parsed([markup])[0]


def all_parsed(markups: Iterable[Xml]) -> list[BaseOxmlElement]:
    """Return the elements of several, read at once."""
    from docx.oxml.parser import parse_xml  # noqa: PLC0415 – an engine

    return list(parse_xml(f"<all {_spaces()}>{''.join(markups)}</all>"))


def markup(element: BaseOxmlElement) -> Xml:
    """Return what the engine made as markup."""
    from lxml import etree  # noqa: PLC0415 – an engine

    return Xml(etree.tostring(element, encoding="unicode"))


@cache
def _spaces() -> str:
    from docx.oxml.ns import nsmap  # noqa: PLC0415 – an engine

    return " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in OURS)


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
    rows = (
        element("zoom", percent=100),
        element("defaultTabStop", val=720),
        element("characterSpacingControl", val="doNotCompress"),
        element("compat", _compatible()),
        element("themeFontLang", val=locale),
        element("decimalSymbol", val="," if comma else "."),
        element("listSeparator", val=";" if comma else ","),
    )
    settings[:] = [parsed(row) for row in rows]


def _compatible() -> Xml:
    uri = "http://schemas.microsoft.com/office/word"
    return element("compatSetting", name="compatibilityMode", uri=uri, val=WORD_2013)
