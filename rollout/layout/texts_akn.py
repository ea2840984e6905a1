"""The words of an Akoma Ntoso file in the order of the text; what stands in its metadata is not part of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rollout.layout.markup import local, parsed

# Elements that mark words within a line; every other one begins a line of its own.
INLINE = {
    "a", "abbr", "b", "date", "def", "docAuthority", "docDate", "docNumber", "docStatus", "docTitle", "docType",
    "entity", "i", "inline", "organization", "person", "ref", "role", "rref", "signature", "span", "sub", "sup", "term",
    "u",
}  # fmt: skip


def blocks(data: bytes, name: str) -> tuple[str, ...]:
    """Return the text as one page; raises ProblemsFound D048 where it cannot be read or declares a document type."""
    return ("".join(_said(parsed(data, name))),)


def ids(data: bytes, name: str) -> tuple[str, ...]:
    """Return the ids of its parts that stay the same in every version, in order; raises as `blocks`."""
    return tuple(node.get("wId") for node in parsed(data, name).iter() if node.get("wId"))


def _said(node: Any) -> Iterator[str]:
    kind = local(node)
    if kind == "meta":
        return
    edge = "" if kind in INLINE else "\n"
    yield edge
    yield node.text or ""
    for child in node:
        yield from _said(child)
        yield child.tail or ""
    yield edge
