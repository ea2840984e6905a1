"""The forms of an annex: which are handed over, by whom to whom, and the fields of those that are not the law's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rollout.drafting.annex import Maker, opened
from rollout.drafting.instrument import Entry, Grid, Sheet
from rollout.model.protocol import Form, Handover, Part, Step

Given = tuple[Part, int, Handover]


def forms(maker: Maker) -> tuple[Grid | Sheet, ...]:
    """Return the list of forms handed over, then a sheet for each form of ours."""
    given = list(_given(maker))
    names = dict.fromkeys(row.form for _, _, row in given)
    own = [name for name in names if _own(maker.protocol.forms[name], maker)]
    numbers = {name: maker.say("number", number=f"{i:02d}") for i, name in enumerate(own, 1)}
    sheets = (_sheet(maker.protocol.forms[name], numbers[name], given, maker) for name in own)
    return (_list(given, numbers, maker), *sheets)


def _given(maker: Maker) -> Iterator[Given]:
    for part in maker.protocol.parts:
        yield from ((part, number, row) for number, row in enumerate(part.handovers, 1))


def _own(form: Form, maker: Maker) -> bool:
    """A form of the law is not made again; one that would tell a perpetrator too much is not published."""
    return not form.statutory and form.id not in maker.piece.data["withheld"]


def _list(given: list[Given], numbers: Mapping[str, str], maker: Maker) -> Grid:
    entries, before = [], ""
    for part, number, row in given:
        head = maker.head(part)
        form = maker.protocol.forms[row.form]
        cells = (
            _named(form, row, numbers, maker),
            maker.role(row.sender),
            maker.role(row.receiver),
            *_when(row, maker),
        )
        name = f"{maker.piece.data['id']}-{part.id}-{number}"
        entries.append(Entry(name, cells, "" if head == before else head, (part.id, form.id)))
        before = head
    widths = tuple(map(float, maker.piece.data["widths"]))
    return Grid(f"{maker.piece.data['id']}-list", maker.say("list_title"), maker.columns(), widths, tuple(entries))


def _named(form: Form, row: Handover, numbers: Mapping[str, str], maker: Maker) -> str:
    said = {"title": form.title.get(maker.lang), "statutory": form.statutory}
    kind = "statutory" if form.statutory else "own" if form.id in numbers else "secret"
    named = maker.say(kind, form=said, number=numbers.get(form.id, ""))
    when = row.when.get(maker.lang)
    return maker.say("case", named=named, when=when) if when else named


def _when(row: Handover, maker: Maker) -> tuple[str, str]:
    """When it is sent and answered; a body outside the executive is asked to answer."""
    time = maker.writer.names.time
    feedback = opened(time(row.feedback)) if row.feedback else ""
    answer = maker.say("asked") if feedback and row.receiver in maker.steps.outside else feedback
    return opened(time(row.within)) if row.within else "", answer


def _sheet(form: Form, number: str, given: list[Given], maker: Maker) -> Sheet:
    mine = [(part, row) for part, _, row in given if row.form == form.id]
    pairs: dict[str, list[str]] = {}
    for _, row in mine:
        pairs.setdefault(maker.role(row.sender), []).append(maker.role(row.receiver))
    ways = [maker.say("about", sender=a, receivers=", ".join(dict.fromkeys(b))) for a, b in pairs.items()]
    note = form.note.get(maker.lang)
    about = " ".join(filter(None, (f"{'; '.join(ways)}.", note)))
    part = next((row for row, _ in mine if isinstance(row, Step)), mine[0][0])
    name = f"{maker.piece.data['id']}-{form.id}"
    entries = tuple(
        Entry(f"{name}-field-{i}", (f"{i}. {field.get(maker.lang)}",), origins=(part.id, form.id))
        for i, field in enumerate(form.fields, 1)
    )
    return Sheet(name, number, form.title.get(maker.lang).upper(), about, entries)
