"""Gaps by the agency that leads what closes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rollout.analysis.gap import Finding
from rollout.reporting.gap_rows import criterion_cell, do_cell, need_cell, note, verdict_cell
from rollout.reporting.report import Block, Filter, Paragraph, Section
from rollout.reporting.setting import Setting
from rollout.reporting.table import Column, Row, Table, text

OPEN_WORDS = ("not_met", "partly", "unknown")


def section(at: Setting) -> Section:
    """Return all that is missing or unknown, agency by agency."""
    say = at.wording.say
    open_rows = [row for row in at.gap.findings if row.word in OPEN_WORDS]
    hidden = sum(row.criterion.security for row in at.gap.findings) if at.options.public else 0
    groups = tuple(agency(role, rows, at) for role, rows in by_role(at.shown(open_rows), at))
    blocks: tuple[Block, ...] = groups or (Paragraph(say("report.gaps.none")),)
    if hidden:
        blocks = (Paragraph(say("report.gaps.security", count=hidden), "note"), *blocks)
    title, lead = say("report.gaps.title"), say("report.gaps.lead")
    return Section("gaps", title, blocks, lead=lead, new_page=True, filters=_filters(groups, at))


def by_role(rows: Iterable[Finding], at: Setting) -> Iterator[tuple[str, list[Finding]]]:
    """Group findings by the role that leads, roles in the order of the register."""
    found: dict[str, list[Finding]] = {}
    for row in rows:
        found.setdefault(row.lead.role, []).append(row)
    order = {role: number for number, role in enumerate(at.gap.assessment.country.roles)}
    for role in sorted(found, key=lambda role: order.get(role, len(order))):
        yield role, found[role]


def agency(role: str, rows: list[Finding], at: Setting) -> Section:
    """Return what one agency leads: gaps as ordered by the analysis, then what is unknown."""
    say, holder = at.wording.say, rows[0].lead
    ordered = in_order(rows, at)
    unknown = sum(row.word == "unknown" for row in rows)
    lead = say("report.gaps.agency.lead", role=at.wording.pick(holder.title), gaps=len(rows) - unknown, unknown=unknown)
    secret = any(row.criterion.security for row in rows)
    mark = say("report.mark.security") if secret else ""
    name = at.wording.agency(holder)
    gaps = [row for row in ordered if row.is_gap]
    rest = [row for row in ordered if not row.is_gap]
    blocks = [table(gaps, name, at)] * bool(gaps) + [_unknown_table(rest, name, len(gaps), at)] * bool(rest)
    return Section(f"agency-{role.lower()}", name, tuple(blocks), lead=lead, mark=mark)


def in_order(rows: Iterable[Finding], at: Setting) -> list[Finding]:
    """Gaps first, as the analysis orders them; then the others in the order of the blueprint."""
    place = {row.criterion.id: number for number, row in enumerate(at.gap.gaps)}
    return sorted(rows, key=lambda row: place.get(row.criterion.id, len(place)))


def table(rows: Iterable[Finding], caption: str, at: Setting, *, lead: bool = False) -> Table:
    """Return findings as a table; with `lead` each says who leads it."""
    say = at.wording.say
    columns = (
        Column(say("report.column.stt"), "stt", 5),
        Column(say("report.column.criterion"), "text", 21),
        Column(say("report.column.result"), "verdict", 18),
        Column(say("report.column.need"), "text", 28),
        Column(say("report.column.do"), "text", 28),
    )
    made = tuple(_row(number, row, at, lead=lead) for number, row in enumerate(rows, 1))
    return Table(columns, made, caption)


def _unknown_table(rows: Iterable[Finding], caption: str, before: int, at: Setting) -> Table:
    """Return what nothing is known to be missing of, briefly: what it takes and what is asked stand elsewhere."""
    say = at.wording.say
    columns = (
        Column(say("report.column.stt"), "stt", 5),
        Column(say("report.column.criterion"), "text", 30),
        Column(say("report.column.result"), "verdict", 21),
        Column(say("report.column.need"), "text", 44),
    )
    made = []
    for number, row in enumerate(rows, before + 1):
        cells = (text(str(number)), criterion_cell(row, at), verdict_cell(row, at), need_cell(row, at))
        made.append(Row(cells, _data(row)))
    return Table(columns, tuple(made), caption)


def _data(row: Finding) -> tuple[tuple[str, str], ...]:
    return ("section", row.criterion.section), ("verdict", row.word), ("agency", row.lead.role)


def _row(number: int, row: Finding, at: Setting, *, lead: bool) -> Row:
    cells = (
        text(str(number)),
        criterion_cell(row, at),
        verdict_cell(row, at),
        need_cell(row, at),
        do_cell(row, at, lead=lead),
    )
    return Row(cells, _data(row), note(row, at))


def _filters(groups: tuple[Section, ...], at: Setting) -> tuple[Filter, ...]:
    """Filters for what the tables hold, in the order of the blueprint and of the tables."""
    rows = [row for group in groups for block in group.blocks if isinstance(block, Table) for row in block.rows]
    present = {value for row in rows for _, value in row.data}
    sections = at.gap.assessment.blueprint.sections
    made = (
        ("section", [(name, at.wording.pick(sections[name].title)) for name in sections if name in present]),
        ("verdict", [(word, at.wording.verdict(word).word) for word in OPEN_WORDS if word in present]),
        ("agency", [(_role(group), group.title) for group in groups]),
    )
    say = at.wording.say
    return tuple(Filter(key, say(f"report.filter.{key}"), tuple(options)) for key, options in made if len(options) > 1)


def _role(group: Section) -> str:
    table_ = next(block for block in group.blocks if isinstance(block, Table))
    return dict(table_.rows[0].data)["agency"]
