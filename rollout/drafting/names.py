"""What the wording may ask: agencies, laws and limits at the signing date, references, blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rollout.drafting.holders import Held, held
from rollout.drafting.instrument import Remark, Uses
from rollout.drafting.marks import mark, unmarked
from rollout.drafting.style import Style
from rollout.model.country import Country, FullName, Instrument, Unit
from rollout.model.profile import Profile
from rollout.model.protocol import Protocol, Within
from rollout.problems import Problem, ProblemsFound

BY_THE_CLOCK = ("minute", "hour")


@dataclass(eq=False)
class Names:
    """The names offered to templates for one text in one language; collects blanks as they are printed."""

    profile: Profile
    country: Country
    protocol: Protocol
    unit_at_date: Unit
    moment: date
    form: str
    style: Style
    in_bases: bool = False
    clause: str = ""
    blanks: list[Remark] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    uses: Uses = field(default_factory=Uses)
    held: dict[str, Held] = field(default_factory=dict)

    def role(self, role: str) -> str:
        """Return the agency that holds a role, as the text names it after its first mention."""
        if self.named_as_is(role):
            return self.full(role)
        return self.country.roles[role].title.get(self.style.lang)

    def named_as_is(self, role: str) -> bool:
        """Tell whether the text goes on naming a role as it does at its first mention."""
        own = self.profile.agencies.get(role)
        return role != self.protocol.standing.centre or (own is not None and ";" not in own.name)

    def full(self, role: str) -> str:
        """Return the agency that holds a role at the signing date; a visible blank where nothing says."""
        self.uses.roles.setdefault(role, self.clause)
        if role not in self.held:
            self.held[role] = held(role, self.profile, self.country, self.full_name.type, self.moment)
        found = self.held[role]
        if found.holder is not None:
            return found.holder.name.get(self.style.lang).partition(" (")[0]  # what stands in brackets is for us
        if found.own:
            return unmarked(found.own)
        known = self.country.roles.get(role)
        return self.blank(known.title.get(self.style.lang) if known else role)

    def told(self, role: str) -> str:
        """Return who holds a role for a note beside the text: nothing is counted as named, nothing left blank."""
        found = held(role, self.profile, self.country, self.full_name.type, self.moment)
        lang, known = self.style.lang, self.country.roles.get(role)
        if found.holder is not None:
            return found.holder.name.get(lang)
        return unmarked(found.own) or (known.title.get(lang) if known else role)

    def of_unit(self, role: str) -> str:
        """Return an agency with the name of its unit in place of the word for its kind."""
        return f"{self.role(role).removesuffix(self.kind).rstrip()} {self._unit_name()}"

    @property
    def full_name(self) -> FullName:
        """The unit's official name at the signing date."""
        return self.unit_at_date.full_name(self.moment)

    @property
    def kind(self) -> str:
        """The word for the unit's kind as it stands before its name."""
        return self.full_name.name.removesuffix(self.unit_at_date.name).strip().lower()

    def blank(self, what: str) -> str:
        """Return the visible blank and remember what is to be filled in there."""
        remark = Remark(self.clause, what)
        if remark not in self.blanks:
            self.blanks.append(remark)
        return self.style.words("blanks", "mark")

    def ref(self, part: str) -> str:
        """Return a mark that becomes the printed reference once the parts are numbered."""
        return mark(part)

    def law(self, name: str, at: str = "") -> str:
        """Return an instrument as it is cited: in full at its first mention, later by type and number.

        Raises ProblemsFound when it is not in force at the signing date or its first day is not known.
        """
        found = self.country.instruments.get(name)
        if found is None or not found.span.holds(self.moment):
            raise ProblemsFound([Problem("D010", None, {"name": name, "date": self.moment.isoformat()})])
        if not found.from_known:
            raise ProblemsFound([Problem("D011", None, {"name": name})])
        self.uses.laws.setdefault(name, self.clause)
        cited = self._cited(found)
        places = self.style.foreign(at.replace("; ", self.style.words("references", "local", "and")))
        return self.style.put("laws", "at", at=places, law=cited) if at else cited

    def _cited(self, law: Instrument) -> str:
        unknown = self.style.put("laws", "issued", number=law.number)
        style, title = self.style, law.title if self.style.lang == "vi" else law.title_en or law.title
        kind, issuer = style.foreign(law.kind), style.foreign(law.issuer)
        statute = law.title.startswith(law.kind) and law.kind in style.table["laws"]["statutes"]
        values = {"kind": kind, "number": law.number, "issuer": issuer}
        if not self.in_bases and law.id in self.named:
            return style.put("laws", "later_law" if statute else "later", title=title, **values)
        values["day"] = style.day(law.issued) if law.issued else self.blank(unknown)
        bare = title if statute else _lower_first(title.removeprefix(kind).strip())
        if self.in_bases and statute:
            return style.put("laws", "in_bases", self.form, title=title, **values)
        self.named.add(law.id)
        return style.put("laws", "first_law" if statute else "first", title=bare, **values)

    def limit(self, name: str) -> str:
        """Return a legal limit with its unit; raises ProblemsFound when no law sets it at the signing date."""
        found = self.country.limit_at(name, self.moment)
        if found is None or found.value is None:
            raise ProblemsFound([Problem("D012", None, {"name": name, "date": self.moment.isoformat()})])
        self.uses.limits.setdefault(name, self.clause)
        return self.style.amount(found.value, found.unit)

    def time(self, within: Within) -> str:
        """Return a time as printed: “ngay khi …”, “không quá 02 giờ kể từ thời điểm …”."""
        event = self.protocol.events[within.start].get(self.style.lang)
        if within.immediate:
            return self.style.put("times", "immediate", event=self.style.event(event))
        manner = "working" if within.clock == "working" else "clock"
        if within.unit not in BY_THE_CLOCK:
            event = self.style.event(event, "working")
        amount = self.style.amount(within.value, within.unit)
        return self.style.put("times", manner, amount=amount, event=event)

    def offered(self, **more: Any) -> Mapping[str, Any]:
        """Return the table of names for one filling."""
        merged = len(self.unit_at_date.predecessors) > 1
        unit = {"name": self._unit_name(), "kind": self.kind, "merged": merged}
        return {
            "role": self.role,
            "full": self.full,
            "named": self.named_as_is,
            "of_unit": self.of_unit,
            "law": self.law,
            "limit": self.limit,
            "time": self.time,
            "ref": self.ref,
            "blank": self.blank,
            "unit": unit,
            "form": self.form,
            "date": self.moment.isoformat(),
            "era": self.country.levels_at(self.moment),
            "roles": tuple(self.profile.agencies),
            "taking_part": self.protocol.roles,
            **more,
        }

    def _unit_name(self) -> str:
        """The unit as a sentence names it."""
        if self.style.lang in self.style.table["units"]:
            return self.style.put("units", self.style.lang, self.full_name.type, name=self.unit_at_date.name)
        return self.full_name.name if self.full_name.whole else f"{self.kind} {self.unit_at_date.name}"

    @property
    def place(self) -> str:
        """The unit as the line of place and date names it."""
        whole = self.full_name.whole and self.style.lang not in self.style.table["units"]
        return self.full_name.name if whole else self.unit_at_date.name


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]
