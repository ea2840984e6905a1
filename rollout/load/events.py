"""libyaml's event stream → data and places in one pass, without ever composing nodes.

Composing (PyYAML's `load` and `compose`) recurses in C and dies on deep nesting; the events come one at a time, so
that every cap is checked before anything grows. What a good file never has is handled in oddities.py.
"""

from __future__ import annotations

from itertools import repeat
from typing import Any, Final

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from rollout.load.oddities import DEEPEST, LONGEST_SCALAR, MOST_NODES, Oddities, Read, Stop
from rollout.load.places import Node
from rollout.load.scalars import resolve
from rollout.problems import Place, Problem

_KEY: Final = object()
_ITEM: Final = object()


def build(text: str, file: str) -> Read:
    """Read a document from NFC `text`. Never raises; what is wrong is in the result."""
    odd = Oddities(file)
    read = odd.read
    try:
        parser = yaml.CSafeLoader(text)
        if odd.opening(parser):
            # Only escapes can bring in what clean() has taken out, and only double quotes have escapes.
            data, nodes = _walk(parser, odd, '"' if "\\" in text else None)
            read.data, read.nodes = data[0], nodes[0]
            odd.closing(parser)
    except yaml.MarkedYAMLError as error:
        read.broken = error
    except Stop:
        read.usable = False
    except yaml.YAMLError:  # the reader's own refusal of a character that clean() let through
        read.problems.append(Problem("Y023", Place(file, 1, 1), {"found": ""}))
        read.usable = False
    if not read.usable or read.broken is not None:
        read.data = None
    return read


def _walk(parser: Any, odd: Oddities, escaping: str | None) -> tuple[Any, Any]:  # noqa: C901, PLR0912, PLR0915
    """Follow the events of one node to its end. One loop, inlined: a call for each node would double its time."""
    whole: tuple[Any, Any] = ([], [])
    data, children = whole
    key: Any = _ITEM
    stack: list[tuple[Any, Any, Any]] = []
    get_event = parser.get_event
    for _ in repeat(None, MOST_NODES):
        event = get_event()
        kind = type(event)
        mark = event.start_mark
        node: Node = (mark.line, mark.column)
        if kind is ScalarEvent:
            value, style = event.value, event.style
            if style == escaping or event.tag is not None or event.anchor is not None or len(value) > LONGEST_SCALAR:
                value = odd.scalar(event)
            if key is _KEY:
                if value in data or (not style and (value == "<<" or not value)):
                    value = odd.key(value, node, data, children)
                key, key_at = value, node
                continue
            # Only what begins with a digit, a sign or a letter of null can be more than text.
            if not style and (value < ":" or value[0] in "n~"):
                value = resolve(value)
                if type(value) is float:
                    odd.decimal(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            data, children, key = stack.pop()
            if not stack:
                return whole
            continue
        elif kind is AliasEvent:
            value = None
            odd.alias(event, node, as_key=key is _KEY)
        else:
            if key is _KEY or len(stack) >= DEEPEST or event.tag is not None or event.anchor is not None:
                odd.collection(event, len(stack), as_key=key is _KEY)
            value, node = ({}, (*node, {})) if kind is MappingStartEvent else ([], (*node, []))
        if key is _ITEM:
            data.append(value)
            children.append(node)
        else:
            data[key] = value
            children[key] = key_at, node
            key = _KEY
        if len(node) == 3:
            stack.append((data, children, key))
            data, children, key = value, node[2], (_KEY if kind is MappingStartEvent else _ITEM)
        elif not stack:
            return whole
    raise odd.stop("Y012", event, most=MOST_NODES)
