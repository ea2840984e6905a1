"""XML from anywhere, parsed so that it can neither grow nor reach for anything."""

from __future__ import annotations

from typing import Any

from rollout.layout.unreadable import unreadable


def parsed(data: bytes, name: str) -> Any:
    """Return the root element; raises ProblemsFound D048 where it is not well-formed or declares a document type."""
    from lxml import etree  # noqa: PLC0415 – an engine

    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise unreadable(name, "xml") from error
    if root.getroottree().docinfo.doctype:
        raise unreadable(name, "doctype")
    return root


def local(node: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]
