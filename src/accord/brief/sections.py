"""The sections of the brief, in their order, each no longer than a reader of ten minutes can use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from accord.brief.ground import Failure, Shown
from accord.brief.model import Chart, Part, Section, Statement
from accord.brief.ranking import newest_first, select, uncovered
from accord.brief.sentences import Writer
from accord.record import Field, Record, Role

__all__ = ["CAPS", "ORDER", "Sections", "asked"]

ORDER = (
    "changes", "contacts", "agreements", "bodies", "border", "trade", "energy", "transport", "security", "culture", "ties",
    "organisations", "pairs", "course", "commitments", "voices", "general",
)  # fmt: skip
CAPS = {
    "changes": 10, "pairs": 8,
    "contacts": 6, "agreements": 8, "bodies": 3, "border": 5, "trade": 5, "energy": 4, "transport": 4, "security": 4,
    "culture": 3, "ties": 3, "organisations": 3, "commitments": 8, "voices": 6, "general": 3,
}  # fmt: skip
# Tuned on the five seeds and an invented dyad of 180 records so that the PDF keeps to four pages.
_PAIR = 2


def asked(command: str, states: Sequence[str], topic: str = "", between: bool = False) -> str:
    """A command of Accord on some states and a topic, as it is typed."""
    named = list(states) if not between else ["--between", *states] if len(states) == _PAIR else []
    return " ".join(["accord", command, *named, *(["--topic", topic] if topic else [])])


@dataclass
class Sections:
    """Builds sections from records. `section_of` names a record's section; `tight` cuts all lengths (1 is whole).
    `made` are sections that are made otherwise, given the most statements that they may have; records of their keys
    are left to them. `topic` narrows the command that shows the rest."""

    writer: Writer
    fields_of: Mapping[str, Mapping[str, Field]]
    section_of: Callable[[Record], str]
    states: tuple[str, ...]
    as_of: date
    tight: float = 1.0
    chart: Chart | None = None
    made: Mapping[str, Callable[[int], Sequence[Section]]] = field(default_factory=dict)
    topic: str = ""

    def build(self, records: Sequence[Record]) -> tuple[Section, ...]:
        """All sections that have something to say."""
        by_section: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            key = self.section_of(record)
            by_section[key if key in ORDER else "general"].append(record)
        found: list[Section] = []
        for key in ORDER:
            if key in self.made:
                found += self.made[key](self._most(key))
            elif by_section[key]:
                found.append(self._section(key, by_section[key]))
        return tuple(s for s in found if s.statements or s.chart or s.more)

    def _most(self, key: str) -> int:
        return max(1, round(CAPS.get(key, 0) * self.tight))

    def _section(self, key: str, records: list[Record]) -> Section:
        most = self._most(key)
        joint: list[Statement] = []
        if key == "organisations":
            joint, records = self._organisations(records)
        ordered = self._ordered(key, uncovered(records), most)
        shown: list[tuple[Record, Statement]] = []
        for record in ordered:
            if len(shown) + len(joint) >= most:
                break
            statement = self.writer.statement(record)
            if statement is not None:
                shown.append((record, statement))
        taken = {r.id for r, _ in shown}
        if key != "voices":
            place = {r.id: i for i, r in enumerate(newest_first([r for r, _ in shown], self.fields_of, self.as_of))}
            shown.sort(key=lambda pair: place[pair[0].id])
        rest = [r for r in ordered if r.id not in taken and r.id not in self.writer.withheld]
        title = self.writer.words.catalogue.text(f"section.{key}")
        chart = self.chart if key == "trade" else None
        return Section(key, title, (*joint, *(s for _, s in shown)), chart, self._more(rest))

    def _ordered(self, key: str, records: list[Record], most: int) -> list[Record]:
        """Records in the order in which they are tried; the spare ones follow, for those that are withheld."""
        if key == "voices":
            return self._by_speaker(records, most)
        first = select(records, self.fields_of, self.as_of, most)
        ids = {r.id for r in first}
        return first + newest_first([r for r in records if r.id not in ids], self.fields_of, self.as_of)

    def _by_speaker(self, records: list[Record], most: int) -> list[Record]:
        """One judgement of each speaker before the second of any; those with a role first; each speaker's together."""
        fields = self.fields_of
        ranked = newest_first(records, fields, self.as_of)
        often = Counter(str(r.values.get("speaker")) for r in records)
        ranked.sort(key=lambda r: (not r.values.get("role"), -often[str(r.values.get("speaker"))], -r.voices))
        seen: Counter[str] = Counter()
        rounds: list[tuple[int, int, Record]] = []
        for place, record in enumerate(ranked):
            who = str(record.values.get("speaker"))
            rounds.append((seen[who], place, record))
            seen[who] += 1
        chosen = [r for _, _, r in sorted(rounds, key=lambda t: t[:2])]
        head, tail = chosen[:most], chosen[most:]
        first = {str(r.values.get("speaker")): i for i, r in reversed(list(enumerate(head)))}
        return sorted(head, key=lambda r: first[str(r.values.get("speaker"))]) + tail

    def _more(self, rest: Sequence[Record]) -> str:
        if not rest:
            return ""
        kind = Counter(r.kind for r in rest).most_common(1)[0][0]
        command = asked("list " + kind, self.states, self.topic, between=True)
        return self.writer.words.catalogue.text("label.more", n=len(rest), command=command)

    # ------------------------------------------------------------------------------------------------- organisations

    def _organisations(self, records: list[Record]) -> tuple[list[Statement], list[Record]]:
        """One statement for the organisations that all states of the brief belong to, and the records it leaves."""
        groups: dict[str, dict[str, Record]] = defaultdict(dict)
        for record in records:
            fields = self.fields_of[record.kind]
            who = next((str(record.values.get(n)) for n, f in fields.items() if Role.WHO in f.roles), "")
            title = next((str(record.values.get(n)) for n, f in fields.items() if Role.TITLE in f.roles), "")
            step = next((record.values.get(n) for n, f in fields.items() if Role.STEP in f.roles), None)
            if record.status == "reported" and step in (None, "member", "joined"):
                groups[title].setdefault(who, record)
        both = {o: [g[s] for s in self.states] for o, g in sorted(groups.items()) if set(self.states) <= set(g)}
        kept = {o: rs for o, rs in both.items() if all(self._grounded(r) for r in rs)}
        if len(self.states) < 2:
            return [], records
        used = {r.id for rs in kept.values() for r in rs}
        rest = [r for r in records if r.id not in used and not self._told(r, kept)]
        return ([self._joint(kept)] if kept else []), rest

    def _told(self, record: Record, joint: Mapping[str, Sequence[Record]]) -> bool:
        """A plain membership that the joint statement tells already."""
        fields = self.fields_of[record.kind]
        step, title = (
            next((record.values.get(n) for n, f in fields.items() if role in f.roles), None)
            for role in (Role.STEP, Role.TITLE)
        )
        return str(title) in joint and step in (None, "member") and record.status == "reported"

    def _grounded(self, record: Record) -> bool:
        fields = self.fields_of[record.kind]
        keys = [n for n, f in fields.items() if f.roles & {Role.WHO, Role.TITLE} and record.values.get(n)]
        shown = [Shown(k, record.values[k], record.claims) for k in keys]
        return not isinstance(self.writer.check(shown, record), Failure)

    def _joint(self, kept: Mapping[str, Sequence[Record]]) -> Statement:
        words = self.writer.words
        names = words.join([words.state(s) for s in self.states])
        parts = [Part(names[:1].upper() + names[1:], "state"), Part(words.catalogue.text("glance.members", states=""))]
        numbers: set[int] = set()
        for index, (organisation, records) in enumerate(kept.items()):
            if index:
                last = index == len(kept) - 1
                parts.append(Part(words.catalogue.text("list.and" if last else "list.comma")))
            parts.append(Part(words.organisation(organisation), "organisation"))
            for record in records:
                statement = self.writer.statement(record)
                numbers |= set(statement.footnotes[:1]) if statement else set()
        ids = tuple(r.id for rs in kept.values() for r in rs)
        voices = max(r.voices for rs in kept.values() for r in rs)
        return replace(Statement((*parts, Part(".")), ids, tuple(sorted(numbers))), voices=voices)
