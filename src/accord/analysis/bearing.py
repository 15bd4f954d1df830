"""What bears on a promise: the records that say it was done, partly done, not done, or still to be done.

A record bears on a promise where it is the very thing that was planned in the same words, where it is of a sort that the
promise's own words name, or where it shares most of the promise's telling words. The method is Accord's own; its limits
were set on the archives of `benchmarks/planted.py` whose seeds differ from those that are scored.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations
from math import log

from accord.analysis.archive import NOT_DONE, PLANS, Archive
from accord.gazetteer import places
from accord.languages import catalogue
from accord.record import Claim, Record, Role, Type
from accord.resolve.names import SAME, same_name
from accord.resolve.words import COMMON, STOP, fold, state_words, stem
from accord.values import Period

__all__ = ["BEARS", "DONE", "NOT_DONE_", "PART", "STILL", "Bearing", "Index", "telling_words"]

DONE, PART, NOT_DONE_, STILL, BEARS = "done", "part", "not-done", "still-planned", "bears"
_BARE = frozenset({"", "mentioned", "visited"})  # say nothing of how far the thing is
_TO_COME = frozenset({"planned", "proposed", "announced", "session-planned"})
_UNDER_WAY = frozenset({"negotiated", "initialled", "agreed", "construction", "applied", "candidate"})
_UNDONE = frozenset({"suspended", "closed", "severed", "downgraded", "terminated", "expired", "dissolved", "left"})
_SHARED = 0.55  # share of a promise's telling words that a record must have
_ANEW = 0.8  # share of the telling words of two promises from which one is the other given anew
_LEAST = 2  # telling words that must be shared
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Bearing:
    """A record that bears on a promise: what it says of it (`verdict`), since when, and why the two belong together.
    `said`: when that was published; `claims`: those that say it."""

    record: str
    verdict: str
    reason: str
    when: Period | None
    said: Period | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Giving:
    """The claims, by id, that gave a promise or a plan, and when the first of them was published."""

    claims: frozenset[str]
    first: Period | None


@lru_cache(maxsize=65536)
def telling_words(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell it from others: no stop words, no names of states, no years."""
    words = {fold(w) for w in _WORD.findall(text)}
    plain = words - STOP - COMMON - state_words()
    return frozenset(stem(w) for w in plain if len(w) > 2 and not w.isdigit())


class Index:
    """An archive made ready for many promises: by document, by words, by states."""

    def __init__(self, archive: Archive, language: str = "en") -> None:
        self.archive = archive
        self._weights: dict[str, float] = {}
        self._verbs = {
            step: frozenset(stem(fold(v)) for v in str(verbs).split())
            for step, verbs in catalogue.load(language).get("step_verbs", {}).items()
        }

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The telling words of each record: of its titles, and of the quotes that carry them or its step."""
        found = {}
        for record in self.archive.records:
            text = [self.archive.title(record)]
            text += [e.quote for c in record.claims for e in c.evidence[:1]]
            found[record.id] = frozenset().union(*(telling_words(t) for t in text))
        return found

    @cached_property
    def _holders(self) -> dict[tuple[str, ...], list[str]]:
        """A word, alone and with each state or pair of states -> the records that may fulfil something and have it."""
        found: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for record in self.archive.records:
            if not self.promising(record) and not self.archive.fields(record, Role.STANCE):
                states = sorted(set(record.concerns))
                groups = [(), *((s,) for s in states), *combinations(states, 2)]
                for word in self._words[record.id]:
                    for group in groups:
                        found[word, *group].append(record.id)
        return found

    @cached_property
    def _told(self) -> dict[str, list[tuple[int, int, str, str]]]:
        """Document -> where claims that plan something stand in it, with their records."""
        found: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
        for record in self.archive.records:
            if self.promising(record):
                continue
            for claim in record.claims:
                if self.plans(claim):
                    first = claim.evidence[0]
                    found[claim.document].append((first.start, first.end, record.id, claim.id))
        return found

    def promising(self, record: Record | Claim) -> bool:
        """Whether it is of a kind that has a due date: a promise itself."""
        return bool(self.archive.fields(record, Role.DUE))

    def plans(self, claim: Claim) -> bool:
        """Whether a claim tells of something to come."""
        return claim.status in PLANS or (claim.status == "reported" and self.archive.step(claim) in _TO_COME)

    # ------------------------------------------------------------------ what bears

    def of_promise(self, promise: Record) -> tuple[Bearing, ...]:
        """What bears on a record that is a promise, in the order of time."""
        wanted = self._wanted(self.archive.title(promise))
        found: dict[str, tuple[Record, str]] = {}
        for record in self.planned_with(promise):
            found[record.id] = record, "told of as planned in the same words"
        for record, share in self._alike(promise):
            found.setdefault(record.id, (record, f"shares {share:.0%} of its telling words"))
        for record in self._again(promise):
            found.setdefault(record.id, (record, "promised again"))
        giving = self._giving(promise)
        read = (b for record, reason in found.values() for b in self._read(giving, record, wanted, reason))
        if self.archive.first(promise, Role.VALUE) is not None and self.archive.first(promise, Role.MEASURE):
            read = (replace(b, verdict=BEARS) if b.verdict in (DONE, PART) else b for b in read)  # figures alone tell
        return self._sorted(read)

    def of_plan(self, plan: Record) -> tuple[Bearing, ...]:
        """What bears on a planned thing: its own later steps, and things of its kind that fit it more loosely."""
        steps = {self.archive.step(c) for c in plan.claims if self.plans(c)}
        wanted = self._wanted(" ".join(sorted(steps))) | (steps - _TO_COME - _BARE)
        giving = self._giving(plan)
        found = list(self._read(giving, plan, wanted, "the same thing"))
        for other, reason in self._siblings(plan):
            found += self._read(giving, other, wanted, reason)
        return self._sorted(found)

    def planned_with(self, promise: Record) -> list[Record]:
        """The things that the passages of a promise tell of as planned."""
        found: dict[str, Record] = {}
        for claim in promise.claims:
            first = claim.evidence[0]
            for start, end, record, _ in self._told.get(claim.document, ()):
                if start < first.end and first.start < end:
                    other = self.archive.by_id[record]
                    if self._shares_words(promise, other):
                        found[record] = other
        return list(found.values())

    def _shares_words(self, promise: Record, other: Record) -> bool:
        """Whether a promise names the planned thing, by a title's word, by its places, or has no more words than it."""
        own = telling_words(self.archive.title(promise))
        title = telling_words(self.archive.title(other))
        ends = {str(other.values.get(f.name)) for f in self.archive.fields(other, Role.WHERE)}
        text = fold(self.archive.title(promise))
        return bool(own & title) or any(len(e) > 3 and fold(e) in text for e in ends) or self._step_named(own, other)

    def _step_named(self, words: frozenset[str], other: Record) -> bool:
        steps = {self.archive.step(c) for c in other.claims}
        return any(words & self._verbs.get(step, frozenset()) for step in steps)

    def _alike(self, promise: Record) -> Iterator[tuple[Record, float]]:
        """The records that share most of a promise's telling words and its states."""
        own = telling_words(self.archive.title(promise))
        if len(own) < _LEAST:
            return
        total = sum(self._weight(w) for w in own)
        rarest = sorted(own, key=lambda w: (len(self._holders.get((w,), ())), w))[: max(_LEAST, (len(own) + 1) // 2)]
        states = sorted(set(promise.concerns))
        shared_states = combinations(states, min(2, len(states)))  # two of its states, the one it has, or none
        candidates = dict.fromkeys(
            r for group in shared_states for w in rarest for r in self._holders.get((w, *group), ())
        )
        for one in candidates:
            record = self.archive.by_id[one]
            if not own & telling_words(self.archive.title(record)) and not self._step_named(own, record):
                continue  # its quotes alone share words: talk about the same subject
            shared = own & self._words[one]
            share = sum(self._weight(w) for w in shared) / total
            if len(shared) >= _LEAST and share >= _SHARED:
                yield record, share

    def _again(self, promise: Record) -> Iterator[Record]:
        """The same promise given anew, for another day: nearly the same telling words, the same states."""
        own = telling_words(self.archive.title(promise))
        for words, promises in self._promises.get(promise.concerns, {}).items():
            if own and words and len(own & words) >= _ANEW * max(len(own), len(words)):
                yield from (one for one in promises if one is not promise)

    @cached_property
    def _promises(self) -> dict[tuple[str, ...], dict[frozenset[str], list[Record]]]:
        """Promises by their states and by their telling words."""
        found: dict[tuple[str, ...], dict[frozenset[str], list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record in self.archive.records:
            if self.promising(record):
                found[record.concerns][telling_words(self.archive.title(record))].append(record)
        return found

    def _weight(self, word: str) -> float:
        """How telling a word is in this archive (inverse document frequency, Spärck Jones 1972)."""
        if word not in self._weights:
            self._weights[word] = log(1 + len(self.archive.records) / (1 + len(self._holders.get((word,), ()))))
        return self._weights[word]

    def _siblings(self, plan: Record) -> Iterator[tuple[Record, str]]:
        """Things of the same kind and states that a plan's vaguer names fit: a link between two cities of the states
        named."""
        kind = self.archive.kinds[plan.kind]
        ends = [f for f in kind.with_role(Role.TITLE) if Role.WHERE in f.roles and f.type is Type.PLACE]
        if len(ends) < 2:
            return
        mine = [str(plan.values.get(f.name) or "") for f in ends]
        codes = [f for f in kind.fields if f.required and f.type is Type.CODE and Role.STEP not in f.roles]
        near = {other.id: other for state in plan.concerns for other in self._of_kind.get((plan.kind, state), ())}
        for other in near.values():
            if other is plan or any(other.values.get(f.name) != plan.values.get(f.name) for f in codes):
                continue
            theirs = [str(other.values.get(f.name) or "") for f in ends]
            if _covers(mine, theirs) or _covers(mine, theirs[::-1]):
                yield other, "between places of the same states"

    @cached_property
    def _of_kind(self) -> dict[tuple[str, str], list[Record]]:
        """The records of a kind and a state."""
        found: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for record in self.archive.records:
            for state in set(record.concerns):
                found[record.kind, state].append(record)
        return found

    # ------------------------------------------------------------------ what it says

    def _wanted(self, text: str) -> frozenset[str]:
        """The steps that words ask for: "resume" asks for resumed."""
        words = {stem(fold(w)) for w in _WORD.findall(text)}
        return frozenset(step for step, verbs in self._verbs.items() if words & verbs)

    def _read(self, giving: _Giving, record: Record, wanted: frozenset[str], reason: str) -> Iterator[Bearing]:
        """What the claims of a record say of what was given, those that say the same together."""
        said: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in record.claims:
            verdict = self._verdict(claim, wanted)
            if verdict and not self._before(giving, claim, verdict):
                said[verdict, self.archive.step(claim)].append(claim)
        for (verdict, step), claims in sorted(said.items()):
            when = min(
                (p for c in claims if (p := self.archive.when(c))), key=lambda p: (p.length, p.first), default=None
            )
            published = max((p for c in claims if (p := self.archive.said(c))), key=lambda p: p.last, default=None)
            told = f"{reason}: {step or verdict}"
            yield Bearing(record.id, verdict, told, when, published, tuple(sorted(c.id for c in claims)))

    def _verdict(self, claim: Claim, wanted: frozenset[str]) -> str:
        step = self.archive.step(claim)
        if claim.status in NOT_DONE:  # that something was not undone says nothing against it
            return BEARS if step in _UNDONE and step not in wanted else NOT_DONE_
        if self.plans(claim) or self.promising(claim):
            return STILL
        if self.archive.fields(claim, Role.MEASURE):
            return BEARS
        if step in wanted:
            return DONE
        if step in _UNDONE:
            return NOT_DONE_ if wanted else BEARS
        if step in _UNDER_WAY:
            return PART
        if step in _BARE:
            return "" if self.archive.fields(claim, Role.STEP) else DONE
        return PART if wanted and self._other_step(claim, step, wanted) else DONE

    def _other_step(self, claim: Claim, step: str, wanted: frozenset[str]) -> bool:
        """Whether a step comes before what was asked for in its kind's own order: signed, where it was to be ratified."""
        words = next((f.words for f in self.archive.fields(claim, Role.STEP)), ())
        asked = [words.index(w) for w in wanted if w in words]
        return bool(asked) and step in words and words.index(step) < min(asked)

    def _giving(self, promise: Record) -> _Giving:
        claims = [c for c in promise.claims if self.promising(promise) or self.plans(c)]
        first = min((p for c in claims if (p := self.archive.said(c))), key=lambda p: (p.first, p.last), default=None)
        return _Giving(frozenset(c.id for c in claims), first)

    def _before(self, giving: _Giving, claim: Claim, verdict: str) -> bool:
        """Whether what a claim tells happened, or was told, before the promise was given."""
        if giving.first is None or claim.id in giving.claims:
            return False
        when = self.archive.when(claim) if verdict != STILL else None
        told = when or self.archive.said(claim)
        return told is not None and told.last < giving.first.first

    @staticmethod
    def _sorted(found: Iterable[Bearing]) -> tuple[Bearing, ...]:
        def key(b: Bearing) -> tuple[str, str, str]:
            at = b.when or b.said
            return (at.first.isoformat() if at else "9999", b.record, b.verdict)

        return tuple(sorted(found, key=key))


def _covers(wide: Sequence[str], narrow: Sequence[str]) -> bool:
    """Whether each place is the other, or a place in the other where that is a state."""
    return all(_in(w, n) for w, n in zip(wide, narrow, strict=True)) and list(wide) != list(narrow)


def _in(wide: str, narrow: str) -> bool:
    if fold(wide) == fold(narrow) or same_name(wide, narrow).score >= SAME:
        return True
    found = places.place(narrow)
    return found is not None and found.country == wide
