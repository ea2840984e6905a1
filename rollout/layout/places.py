"""Where a text of a draft stands, as a jurist says it: khoản 2 Điều 7 Quy chế."""

from __future__ import annotations

from rollout import texts
from rollout.layout.told import Row

PARTS = ("decision", "regulation")
NEEDED = {
    "basis": (), "head": (), "foot": (), "chapter": ("chapter",), "article": ("article",),
    "clause": ("article", "clause"), "point": ("article", "clause", "point"), "annex": ("annex",),
    "columns": ("annex",), "entry": ("annex", "row"), "drawn": ("annex",),
}  # fmt: skip


def where(row: Row | None) -> dict[str, str]:
    """Return the place of a text in every language; None is the beginning."""
    if row is None:
        return texts.pair("verify.place.beginning")
    at = {name: row.at.get(name, "") for name in NEEDED.get(row.kind, ())}
    kind = row.kind if row.kind in NEEDED else "head"
    if kind in ("clause", "point") and not at["clause"]:
        kind = f"{kind}_alone"
    part = row.at.get("part", "")
    said = texts.pair(f"verify.part.{part}") if part in PARTS else dict.fromkeys(texts.LANGUAGES, "")
    return {lang: texts.text(f"verify.place.{kind}", lang, part=said[lang], **at) for lang in texts.LANGUAGES}
