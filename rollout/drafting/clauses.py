"""Articles, clauses and points from the wording: filled, lettered, and with what they came from; not yet numbered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rollout.drafting.instrument import Remark
from rollout.drafting.names import Names
from rollout.drafting.wording import Piece, Wording


@dataclass(frozen=True, slots=True)
class Line:
    """A clause or point before numbering."""

    id: str
    text: str
    origins: tuple[str, ...] = ()
    points: tuple[Line, ...] = ()
    numbered: bool = True


@dataclass(eq=False)
class Writer:
    """Fills the wording of one text, in the order it is read, so that first mentions of a law come out right."""

    wording: Wording
    names: Names
    more: Mapping[str, Any]
    remarks: list[Remark]

    def fill(self, piece: Piece, **more: Any) -> str:
        """Return a text filled; what it says stands on one line."""
        text = self.wording.fill(piece, self.names.offered(**self.more, **more))
        return " ".join(text.split(" ")).strip()

    def holds(self, piece: Piece, **more: Any) -> bool:
        """Tell whether a part counts at the signing date and in this form."""
        return self.wording.holds(piece, self.names.offered(**self.more, **more))

    def clauses(self, pieces: Iterable[Piece]) -> list[Line]:
        """Return the clauses that count."""
        return [line for piece in pieces if self.holds(piece) for line in self.clause(piece)]

    def clause(self, piece: Piece) -> list[Line]:
        """Return a clause with its points; one that lists nothing is left out."""
        data = piece.data
        self.names.clause = data["id"]
        points = [self._point(one, data["id"]) for one in piece.listed("points") if self.holds(one)]
        if "each" in data:
            items = self.more.get(data["each"]) or ()
            if not items:
                return []
            points = [self._item(piece, item, i) for i, item in enumerate(items, 1)]
        text = self.fill(piece.below("text"))
        self.remark(piece)
        return [Line(data["id"], text, tuple(data.get("from", ())), ended(points), "unnumbered" not in data)]

    def remark(self, piece: Piece) -> None:
        """Keep the drafting note of a part, if it has one and it says something."""
        if "note" in piece.data:
            text = self.fill(piece.below("note"))
            if text:
                self.remarks.append(Remark(piece.data.get("id", ""), text))

    def _point(self, piece: Piece, clause: str) -> Line:
        self.names.clause = piece.data.get("id", clause)
        return Line(piece.data["id"], self.fill(piece.below("text")), tuple(piece.data.get("from", ())))

    def _item(self, piece: Piece, item: Any, number: int) -> Line:
        name = str(getattr(item, "id", "") or f"{piece.data['id']}-{number}")
        self.names.clause = name
        text = self.fill(piece.below("point"), item=item, rule=item)
        self.names.clause = piece.data["id"]
        return Line(name, text, tuple(getattr(item, "origins", ())))


def ended(points: Iterable[Line]) -> tuple[Line, ...]:
    """Return points that begin with a capital and end with a semicolon, the last with a full stop."""
    rows = list(points)
    last = len(rows) - 1
    return tuple(
        Line(row.id, f"{row.text[:1].upper()}{row.text[1:].rstrip('.;')}{'.' if i == last else ';'}", row.origins)
        for i, row in enumerate(rows)
    )
