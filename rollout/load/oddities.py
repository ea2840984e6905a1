"""What a good file never has: caps passed, anchors, tags, repeated keys, further documents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import DocumentStartEvent, StreamEndEvent, StreamStartEvent

from rollout.load.characters import FORBIDDEN, code_for, name_of
from rollout.load.places import Node
from rollout.load.showing import found, shown
from rollout.problems import Place, Problem, Severity

DEEPEST = 40
MOST_NODES = 20_000
"""Keys, values, and the ends of tables and lists."""
LONGEST_SCALAR = 20_000
_LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_STANDARD_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Read:
    """What one pass gave: data and nodes, problems, the syntax error that ended it, and whether data can be used."""

    data: Any = None
    nodes: Node = (0, 0)
    problems: list[Problem] = field(default_factory=list)
    broken: yaml.MarkedYAMLError | None = None
    usable: bool = True


class Stop(Exception):
    """Reading on would only cost time and memory; the reason is among the problems."""


class Oddities:
    """Notes every oddity as a problem and says how reading goes on."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.read = Read()
        # One is told for each line: a line full of them is one mistake.
        self._decorated_lines: set[tuple[str, int]] = set()
        self._repeated: list[tuple[dict[Any, Any], dict[Any, Any], Any]] = []

    def opening(self, parser: Any) -> bool:
        """Go to the first event of the document, or see that there is no document."""
        event = parser.peek_event()
        while isinstance(event, (StreamStartEvent, DocumentStartEvent)):
            if isinstance(event, DocumentStartEvent) and event.tags:
                self._decorated("Y013", event, sign="%TAG")
            parser.get_event()
            event = parser.peek_event()
        if not isinstance(event, StreamEndEvent):
            return True
        self._note("Y021", (0, 0))
        self.read.usable = False
        return False

    def closing(self, parser: Any) -> None:
        """See that the document was the only one, and is a table of keys."""
        parser.get_event()
        event = parser.get_event()
        read = self.read
        if not isinstance(event, StreamEndEvent):
            raise self.stop("Y010", event)
        for data, children, key in self._repeated:
            del data[key], children[key]
        if not isinstance(read.data, dict):
            code = "Y021" if read.data is None else "Y022"
            self._note(code, read.nodes, found=found(read.data))
            read.usable = False

    def scalar(self, event: Any) -> str:
        """A scalar in double quotes, with an anchor or tag, or too long."""
        value: str = event.value
        if len(value) > LONGEST_SCALAR:
            raise self.stop("Y014", event, most=LONGEST_SCALAR, size=len(value))
        self._decorations(event)
        # Escapes such as "\u202e" and "a\u0301" come to life only now.
        hidden = FORBIDDEN.search(value)
        if hidden is not None:
            mark = event.start_mark
            self._note(code_for(hidden[0]), (mark.line, mark.column), character=name_of(hidden[0]))
            value = FORBIDDEN.sub("", value)
        return unicodedata.normalize("NFC", value)

    def decimal(self, event: Any) -> None:
        """A decimal such as 1.320 may have been meant as thousands: it is read as a decimal, and said so."""
        text = event.value
        if _LIKE_THOUSANDS.fullmatch(text):
            mark = event.start_mark
            values = {"found": text, "read_as": str(float(text)), "thousands": text.replace(".", "")}
            place = Place(self.file, mark.line + 1, mark.column + 1)
            self.read.problems.append(Problem("Y037", place, values, Severity.WARNING))

    def key(self, value: str, node: Node, data: dict[Any, Any], children: dict[Any, Any]) -> Any:
        """A key that is repeated, empty, or the merge sign; a repeated one gets a name that is thrown away."""
        if value == "<<":
            self._decorated("Y011", None, node, sign="<<")
        elif not value:
            self._note("Y033", node)
        if value not in data:
            return value
        line, column = children[value][0]
        self._note("Y017", node, key=shown(value), first=line + 1, second=node[0] + 1, column=column + 1)
        stand_in = (value, node)
        self._repeated.append((data, children, stand_in))
        return stand_in

    def alias(self, event: Any, node: Node, *, as_key: bool) -> None:
        """An alias: nothing stands for it."""
        self._decorated("Y011", None, node, sign=f"*{shown(event.anchor)}")
        if as_key:
            raise Stop

    def collection(self, event: Any, depth: int, *, as_key: bool) -> None:
        """A list or mapping as a key, too deep, or with an anchor or tag."""
        if as_key:
            raise self.stop("Y016", event)
        if depth >= DEEPEST:
            raise self.stop("Y015", event, most=DEEPEST)
        self._decorations(event)

    def stop(self, code: str, event: Any, **values: object) -> Stop:
        """Note a problem that ends the reading, and return what to raise."""
        mark = event.start_mark
        self._note(code, (mark.line, mark.column), **values)
        return Stop()

    def _decorations(self, event: Any) -> None:
        if event.anchor is not None:
            self._decorated("Y011", event, sign=f"&{shown(event.anchor)}")
        if event.tag is not None:
            self._decorated("Y013", event, sign=shown(event.tag.replace(_STANDARD_TAG, "!!")))

    def _decorated(self, code: str, event: Any, node: Node = (0, 0), *, sign: str) -> None:
        """Anchors and tags change what a file means: the data is of no use, but reading on finds the others."""
        if event is not None:
            node = (event.start_mark.line, event.start_mark.column)
        if (code, node[0]) not in self._decorated_lines:
            self._decorated_lines.add((code, node[0]))
            self._note(code, node, sign=sign)
        self.read.usable = False

    def _note(self, code: str, node: Node, **values: object) -> None:
        self.read.problems.append(Problem(code, Place(self.file, node[0] + 1, node[1] + 1), values))
