"""Numbered sources: who cites what, under which number, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from rollout.model.source import Citation, Source
from rollout.model.text import Text
from rollout.reporting import report
from rollout.reporting.wording import Wording
from rollout.reporting.words import Line

UNSURE = ("remembered", "not_found")
KINDS = {"judgement": "judgement", "remembered": "remembered", "not_found": "remembered"}


@dataclass(frozen=True)
class Citing:
    """The sources of one report in the order of their numbers."""

    wording: Wording
    numbers: Mapping[str, int]
    sources: Mapping[str, Source]

    def lines(self, citations: Iterable[Citation]) -> tuple[Line, ...]:
        """Write citations as muted lines: those of the whole sentence by certainty, then each part with its own."""
        whole: dict[str, list[int]] = {}
        parts: dict[tuple[str, str], list[int]] = {}
        for row in citations:
            source = self.sources.get(row.source)
            if source is None:
                continue
            kind = KINDS.get(source.certainty, "verified")
            part = self.wording.pick(row.part)
            found = parts.setdefault((part, kind), []) if part else whole.setdefault(kind, [])
            found.append(self.numbers[row.source])
        made = [Line(self._kind(kind), "muted", tuple(numbers)) for kind, numbers in whole.items()]
        for (part, kind), numbers in parts.items():
            words = self.wording.say("report.row.part", part=part, kind=self._part_kind(kind))
            made.append(Line(words, "muted", tuple(numbers)))
        return tuple(made)

    def _kind(self, kind: str) -> str:
        return self.wording.say("report.row.sources" if kind == "verified" else f"report.row.sources.{kind}")

    def _part_kind(self, kind: str) -> str:
        return self.wording.say("report.row.part.verified") if kind == "verified" else self._kind(kind)

    def only(self, numbers: Iterable[int]) -> Citing:
        """Keep the sources with these numbers, numbered anew in this order."""
        names = {number: name for name, number in self.numbers.items()}
        kept = [names[number] for number in dict.fromkeys(numbers)]
        return Citing(self.wording, {name: number for number, name in enumerate(kept, 1)}, self.sources)

    def sections(self) -> tuple[report.Section, ...]:
        """Return the closing list of sources with their certainty, if any is cited."""
        if not self.numbers:
            return ()
        items = tuple(self._item(name, number) for name, number in self.numbers.items())
        title, lead = self.wording.say("report.sources.title"), self.wording.say("report.sources.lead")
        return (report.Section("sources", title, (report.Sources(items),), lead=lead),)

    def _item(self, name: str, number: int) -> report.Source:
        source = self.sources[name]
        certainty = self.wording.say(f"report.certainty.{source.certainty}")
        title = self.wording.pick(source.title) or name
        return report.Source(number, title, source.where, certainty, source.certainty in UNSURE)


def references(part: object) -> Iterator[int]:
    """Yield the source numbers that a part of a report refers to, in the order of reading."""
    if isinstance(part, Line):
        yield from part.refs
    elif isinstance(part, tuple):
        for inner in part:
            yield from references(inner)
    elif is_dataclass(part):
        for field in fields(part):
            yield from references(getattr(part, field.name))


def cite(wording: Wording, cited: Iterable[str], *known: Mapping[str, Source]) -> Citing:
    """Number the sources in the order in which they are cited; `known` are looked up from first to last."""
    sources: dict[str, Source] = {}
    for name in dict.fromkeys(cited):
        found = next((table[name] for table in known if name in table), None)
        sources[name] = found or Source(name, "public", "not_found", Text(name, name))
    return Citing(wording, {name: number for number, name in enumerate(sources, 1)}, sources)
