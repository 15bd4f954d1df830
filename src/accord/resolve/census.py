"""Who is who, as claims come and go: only the people are reconsidered whom the names of these touch.

What all claims showed of people is given (`Before`); what comes of it is told as a `Turn`. It is the same as from all
claims at once (`accord.resolve.people`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from accord.resolve.offices import Office
from accord.resolve.regroup import Names
from accord.resolve.roster import Before, Row, Total, totals_of
from accord.resolve.spellings import ending, is_full, meant, near_surname, short_form
from accord.resolve.who import TENURE, Register, Span
from accord.resolve.words import numbered

__all__ = ["Census", "Turn"]

_ANY = (date.min, date.max)


@dataclass(frozen=True)
class Turn:
    """What is to be remembered: rows that come, and the claims whose rows go; texts and full names of other persons than
    before; names and surnames that come or go; and what is shown of persons now, None where nothing is."""

    come: Sequence[Row] = ()
    gone: AbstractSet[str] = frozenset()
    moved: Mapping[tuple[str, int], int] = field(default_factory=dict)
    names: Mapping[str, int] = field(default_factory=dict)
    surnames: AbstractSet[str] = frozenset()
    vanished: AbstractSet[str] = frozenset()
    totals: Mapping[int, Total | None] = field(default_factory=dict)


class Census:
    """`come`: rows of claims that come · `lost`: rows remembered of claims that are gone · `stirred`: persons that documents
    which are gone named, with how the names end that nothing else gives · `papers`: the documents of all these claims."""

    def __init__(
        self,
        before: Before,
        come: Sequence[Row],
        lost: Sequence[Row],
        stirred: Mapping[int, AbstractSet[str]],
        papers: AbstractSet[str],
    ) -> None:
        self._before, self._lost, self._stirred, self.papers = before, lost, stirred, papers
        parted = {person for person, endings in stirred.items() if endings}
        full, gone = ({r.name for r in some if is_full(r.name)} for some in (come, lost))
        self._names = names = Names(before, full, gone, parted)
        now = names.now(before.names(full)) | names.changed
        self._come = [r if not r.name else r.of(now.get(r.name, 0)) for r in come]  # surnames are left to `_short`
        self._again = names.altered | stirred.keys() | {r.person for r in lost if r.person}
        self._homes: dict[int, set[str]] = {}
        self.moved: dict[tuple[str, int], int] = {}
        self._moving: list[Row] = []
        self._short(names.altered | self._rehomed())
        self.totals = self._totals()

    # ------------------------------------------------------------------ where people are at home

    def _rehomed(self) -> set[int]:
        """The persons whose full names are said with other states than before."""
        touched = {r.person for r in self._come if r.person} | self._again
        old = self._before.totals(touched)
        again = self._counted(touched & self._again, frozenset())
        new = {
            p: again.get(p, Total()) if p in self._again else old[p].copy() if p in old else Total() for p in touched
        }
        for row in self._come:
            if row.person:
                new[row.person].add(row.name, row.office, row.state, row.span)
        self._homes = {p: one.home for p, one in new.items()}
        return {p for p in touched if self._homes[p] != (old[p].home if p in old else set())}

    def _counted(self, persons: AbstractSet[int], without: AbstractSet[str]) -> dict[int, Total]:
        """What the claims that stay show of some persons, without those of some of these, and without their surnames."""
        members = self._names.members(persons)
        former = self._before.names({n for names in members.values() for n in names})
        origins = {*persons, *former.values()}
        rows = list(self._before.counted(origins, without))
        now = self._names.now({r.name: r.person for r in rows if is_full(r.name)})
        placed = (r.of(now.get(r.name, r.person)) for r in rows if r.name in now or not is_full(r.name))
        return {p: one for p, one in totals_of(placed).items() if p in persons}

    # ------------------------------------------------------------------ surnames alone

    def _short(self, altered: AbstractSet[int]) -> None:
        """Find anew whom surnames stand for, where other people are there than before, or in other documents."""
        rows = {(r.claim, r.place, r.part): r for r in self._before.rows_of_names(self._concerned(altered))}
        for row in self._before.rows_of_papers(self.papers):
            if row.name and not is_full(row.name):
                rows[row.claim, row.place, row.part] = row
        texts: dict[tuple[str, int], list[Row]] = defaultdict(list)
        come = [r for r in self._come if r.name and not r.person]
        for row in (*rows.values(), *come):
            texts[row.text].append(row)
        if not texts:
            return
        found = self._meant(texts)
        self._come = [r.of(found[r.text]) if r.text in found and not r.person else r for r in self._come]
        for row in rows.values():
            if found[row.text] != row.person:
                self.moved[row.text] = found[row.text]
                self._moving.append(row)

    def _concerned(self, altered: AbstractSet[int]) -> set[str]:
        """The surnames that may stand for others now."""
        names = self._names
        loose = {e for endings in self._stirred.values() for e in endings} | names.endings(names.loose)
        asked = loose | names.endings(altered)
        if not asked:
            return set()
        tops = names.former_tops(altered) | set(names.call(altered).values())
        some = self._before.surnames(asked)
        return {s for s in some if ending(s) in loose or any(near_surname(s, top) for top in tops)}

    def _meant(self, texts: Mapping[tuple[str, int], Sequence[Row]]) -> dict[tuple[str, int], int]:
        """The person of each text that gives a surname alone."""
        near: dict[str, set[str]] = defaultdict(set)
        endings = {ending(rows[0].name) for rows in texts.values()}
        found = self._names.now(self._before.ending(endings)) | self._names.changed
        called = self._names.call(found.values())
        for name, person in found.items():
            near[ending(name)].add(called[person])
        old = self._before.totals(set(found.values()) - self._homes.keys())
        homes = {p: one.home for p, one in old.items()} | self._homes
        local = self._local({rows[0].document for rows in texts.values()})
        return {
            text: numbered(
                meant(
                    rows[0].name,
                    {r.state for r in rows if r.state},
                    near[ending(rows[0].name)],
                    lambda p: homes.get(numbered(p), set()),
                    local[rows[0].document],
                )
            )
            for text, rows in texts.items()
        }

    def _local(self, documents: AbstractSet[str]) -> dict[str, set[str]]:
        """Who is named in full in some documents."""
        rows = [r for r in (*self._before.rows_of_papers(documents), *self._come) if is_full(r.name)]
        now = self._names.now({r.name: r.person for r in rows})
        called = self._names.call(now.values())
        local: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            local[row.document].add(called[now[row.name]])
        return local

    # ------------------------------------------------------------------ what is shown of people

    def _totals(self) -> dict[int, Total | None]:
        """Of the persons of whom something else may be shown now."""
        moved = {r.person for r in self._moving}
        again = self._again | moved
        touched = {r.person for r in self._come if r.person} | again | set(self.moved.values())
        known = self._before.totals(touched - again)
        new = {p: known[p].copy() if p in known else Total() for p in touched - again}
        claims = {claim for claim, _ in self.moved}
        new |= self._counted(again, claims)
        for row in (*self._placed(self._before.rows_of_claims(claims)), *self._come):
            if row.person in touched:  # what is counted already changes nothing
                new.setdefault(row.person, Total()).add(row.name, row.office, row.state, row.span)
        return {p: new.get(p) for p in touched}

    def _placed(self, rows: Iterable[Row]) -> list[Row]:
        """Rows that were there before, of the persons that they are of now."""
        every = list(rows)
        now = self._names.now({r.name: r.person for r in every if is_full(r.name)})
        return [r.of(self.moved.get(r.text, now.get(r.name, r.person))) for r in every]

    # ------------------------------------------------------------------ what comes of it

    def documents(self) -> set[str]:
        """Documents in which a text is of another person than before: any of their claims may say something else."""
        changed = self._names.changed.keys() - self._names.appeared
        return {r.document for r in (*self._moving, *self._before.rows_of_names(changed))} | self.papers

    def claims(self) -> set[str]:
        """Further claims that say something else now: of people of whom something else is shown, or of an office whose
        holders were seen at other times."""
        old, found = self._before.totals(self.totals), set[str]()
        other = {p for p, one in self.totals.items() if (one or Total()).shown != old.get(p, Total()).shown}
        found |= self._before.beside(other)
        for person, one in self.totals.items():
            was, now = (old.get(person) or Total()).held, (one or Total()).held
            for office in was.keys() | now.keys():
                found |= self._asked(office, was, now)
        return found

    def _asked(self, office: Office, was: Mapping[Office, Span], now: Mapping[Office, Span]) -> set[str]:
        """The claims that name an office alone, to which it makes a difference when one person is seen in it."""
        if office in was and office in now and was[office] == now[office]:
            return set()
        spans = [span for some in (was, now) if office in some and (span := some[office])]
        if any(office in some and some[office] is None for some in (was, now)):
            return set(self._before.bare(office, _ANY, _ANY))
        if len(spans) == 1:
            return set(self._before.bare(office, (date.min, _later(spans[0][1])), (_earlier(spans[0][0]), date.max)))
        found = set[str]()
        for at, move in ((0, _earlier), (1, _later)):
            low, high = sorted(span[at] for span in spans)
            for ends in ((low, high), (move(low), move(high))) if low != high else ():
                found |= self._before.bare(office, *((_ANY, ends) if at == 0 else (ends, _ANY)))
        return found

    def register(self, documents: AbstractSet[str]) -> Register:
        """Whatever the claims of some documents ask of people."""
        rows = self._placed(self._before.rows_of_papers(documents))
        rows += [r for r in self._come if r.document in documents]
        rows.sort(key=lambda r: (r.claim, r.place))
        bare = {r.office for r in rows if not r.name and r.office and r.office.unique}
        holders = self._holders(bare)
        persons = {r.person for r in rows if r.person}
        totals = {**self._before.totals(persons - self.totals.keys())}
        totals |= {p: one for p in persons if (one := self.totals.get(p))}
        called = self._called(persons | {p for some in holders.values() for p in some}, rows)
        found: dict[Office, dict[str, Span]] = defaultdict(dict)
        for office, some in holders.items():
            found[office] = {called[p]: span for p, span in some.items()}
        here: dict[tuple[str, Office], set[str]] = defaultdict(set)
        for row in rows:
            if row.person and row.office:
                here[row.document, row.office].add(called[row.person])
                found[row.office][called[row.person]] = totals[row.person].held[row.office]
        named = {(r.document, r.name): called[r.person] for r in rows if r.person}
        return Register(named, {called[p]: one.shown for p, one in totals.items()}, found, here)

    def _holders(self, offices: Iterable[Office]) -> dict[Office, dict[int, Span]]:
        """All persons that are shown to hold some offices."""
        wanted = set(offices)
        found = {
            office: {p: span for p, span in some.items() if p not in self.totals}
            for office, some in self._before.holders(wanted).items()
        }
        for person, one in self.totals.items():
            for office, span in one.held.items() if one else ():
                if office in wanted:
                    found.setdefault(office, {})[person] = span
        return found

    def _called(self, persons: AbstractSet[int], rows: Iterable[Row]) -> dict[int, str]:
        """The persons' names: of those of a surname alone, this."""
        called = self._names.call(persons)
        forms = {short_form(r.name) for r in rows if r.name} | {short_form(n) for n in self._before.alone(persons)}
        alone = {numbered(form): form for form in forms}
        return {p: called.get(p) or alone[p] for p in persons}

    def turn(self, gone: AbstractSet[str]) -> Turn:
        """What is to be remembered; `gone`: the claims that count no more."""
        lost = {r.name for r in self._lost if r.name and not is_full(r.name)} - {r.name for r in self._come}
        vanished = self._names.vanished | (lost - self._before.still(lost))
        surnames = {r.name for r in self._come if r.name and not is_full(r.name)}
        return Turn(self._come, gone, self.moved, self._names.changed, surnames, vanished, self.totals)


def _earlier(day: date) -> date:
    return max(day, date.min + TENURE) - TENURE


def _later(day: date) -> date:
    return min(day, date.max - TENURE) + TENURE
