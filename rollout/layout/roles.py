"""What each paragraph is: parts of the head, bases, chapters, articles, clauses, points, recipients, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rollout.layout.document import Document, Paragraph
from rollout.layout.patterns import Table

# Tried in this order on what stands in the text itself.
BODY = ("chapter", "section", "article", "heading", "clause", "point")


def name_roles(document: Document, table: Table) -> None:
    """Give every paragraph its role and its part, and make the document know them."""
    state = _State(table)
    rows = document.paragraphs
    blocks: dict[int, list[Paragraph]] = {}
    for row in rows:
        if row.block is not None:
            blocks.setdefault(row.block, []).append(row)
    done: set[int] = set()
    for row in rows:
        if row.block is None:
            state.flow(row)
        elif row.block not in done:
            done.add(row.block)
            state.beside(blocks[row.block])
    document.index()


@dataclass(eq=False)
class _State:
    table: Table
    part: int = -1
    stage: str = "start"
    """start · opening (after a head) · title · bases · body · annex_title · annex · end"""
    last: str = ""
    found: list[Paragraph] = field(default_factory=list)

    def beside(self, rows: Sequence[Paragraph]) -> None:
        """Name what stands in two columns: a head, or recipients beside the signature."""
        if any(self.table.has("nation", row.text) for row in rows):
            self.part += 1
            self.stage = "opening"
            _left_of_head([row for row in rows if row.column == 0], self.table)
            _right_of_head([row for row in rows if row.column == 1], self.table)
        elif any(self.table.has("recipients", row.text) for row in rows):
            _recipients([row for row in rows if row.column == 0], self.table)
            _signature([row for row in rows if row.column == 1], self.table)
            self.stage = "end"
        else:
            for row in rows:
                row.role = row.role or "other"
        for row in rows:
            row.part = max(self.part, 0)

    def flow(self, row: Paragraph) -> None:
        """Name a paragraph of the text itself."""
        if row.table:
            row.role = "table"
        else:
            if self.table.has("annex_label", row.text):
                self.part += 1
                self.stage = "annex_title"
                row.role = "annex_label"
            else:
                row.role = getattr(self, f"_{self.stage}")(row)
            self.last = row.role
        row.part = max(self.part, 0)

    def _start(self, row: Paragraph) -> str:
        if self.table.has("nation", row.text):
            self.stage, self.part = "opening", self.part + 1
            return "nation"
        return "other"

    def _opening(self, row: Paragraph) -> str:
        if self.table.has("kind", row.text):
            self.stage = "title"
            return "kind"
        if self.table.has("motto", row.text):
            return "motto"
        if self.table.has("addressed", row.text):
            self.stage = "addressed"
            return "addressed"
        return self._bases(row)

    def _title(self, row: Paragraph) -> str:
        if self.table.has("issued", row.text):
            return "issued"
        if self.last == "issued" and row.align == "center" and not self.table.has("chapter", row.text):
            return "issued"
        if self.table.has("addressed", row.text):
            self.stage = "addressed"
            return "addressed"
        ruled = self.found and self.found[-1].rule is not None
        capitals = self.last == "title" and row.text == row.text.upper() != self.found[-1].text
        named = self.last in {"kind", "title"} and not (ruled or capitals or self.table.has("decides", row.text))
        if named and (row.align == "center" or self.last == "kind") and not self.table.has("basis", row.text):
            self.found = [row] if self.last == "kind" else [*self.found, row]
            return "title"
        return self._bases(row)

    def _bases(self, row: Paragraph) -> str:
        if self.table.has("decides", row.text):
            self.stage = "body"
            return "decides"
        if self.table.has("basis", row.text):
            self.stage = "bases"
            return "basis"
        if any(self.table.has(name, row.text) for name in BODY) or (self.stage == "bases" and row.align != "center"):
            self.stage = "body"
            return self._body(row)
        if row.align == "center":
            return "authority" if row.text == row.text.upper() else "other"
        self.stage = "body"
        return self._body(row)

    def _addressed(self, row: Paragraph) -> str:
        if row.text.startswith(("-", "–", "+")):
            return "addressee"
        self.stage = "body"
        return self._body(row)

    def _body(self, row: Paragraph) -> str:
        if self.last in {"chapter", "section"}:
            return f"{self.last}_title"
        if self.last.endswith("_title") and row.align == "center" and not any(self._is(row, name) for name in BODY):
            return self.last
        if self.table.has("decides", row.text):
            return "decides"
        if row.text.startswith("(") and row.text.rstrip(".").endswith(")"):
            return "note"  # what goes with a letter is told in brackets after its end
        return next((name for name in BODY if self._is(row, name)), "text")

    def _is(self, row: Paragraph, name: str) -> bool:
        return self.table.has(name, row.text)

    def _annex_title(self, row: Paragraph) -> str:
        if self.table.has("issued", row.text):
            self.stage = "annex"
            return "issued"
        if row.align != "center":
            self.stage = "annex"
            return "annex"
        return "annex_title"

    def _annex(self, row: Paragraph) -> str:
        return "issued" if self.last == "issued" and row.align == "center" and not self.found_end(row) else "annex"

    def found_end(self, row: Paragraph) -> bool:
        """Tell whether what was issued with the text has been said: its bracket is closed before this line."""
        return not row.text.endswith(")")

    def _end(self, row: Paragraph) -> str:
        """After the signature only a head or an annex begins something new."""
        return self._start(row)


def _left_of_head(rows: Sequence[Paragraph], table: Table) -> None:
    names: list[Paragraph] = []
    numbered = False
    for row in rows:
        if table.has("number", row.text):
            row.role, numbered = "number", True
        elif table.has("subject", row.text):
            row.role = "subject"
        elif numbered:
            row.role = "subject" if rows[rows.index(row) - 1].role == "subject" else "mark"
        elif table.has("mark", row.text):
            row.role = "mark"
        else:
            names.append(row)
    for row in names:
        same = (row.inked[0].bold, row.inked[0].size) == (names[-1].inked[0].bold, names[-1].inked[0].size)
        row.role = "issuer" if same or row is names[-1] else "parent"


def _right_of_head(rows: Sequence[Paragraph], table: Table) -> None:
    for row in rows:
        row.role = next((name for name in ("nation", "motto", "place") if table.has(name, row.text)), "mark")


def _recipients(rows: Sequence[Paragraph], table: Table) -> None:
    known = False
    for row in rows:
        if table.has("recipients", row.text):
            row.role, known = "recipients", True
        else:
            row.role = "recipient" if known else "mark"


def _signature(rows: Sequence[Paragraph], table: Table) -> None:
    for index, row in enumerate(rows):
        upper = row.text == row.text.upper()
        if row.text.startswith("(") or not any(map(str.isalpha, row.text)):
            row.role = "mark"
        else:
            posted = table.has("power", row.text) or table.has("post", row.text)
            row.role = "signer" if index == 0 or upper or posted else "name"
