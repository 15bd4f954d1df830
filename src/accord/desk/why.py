"""What became of some words: shown, withheld, doubtful, elsewhere, no claim, kept but not read, skipped, or never read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from accord.desk.entries import headline
from accord.document import Document
from accord.errors import NotFound
from accord.kinds import kinds
from accord.record import Record, Told, Type
from accord.resolve.names import SAME, same_name
from accord.store import READ, THRESHOLD, Shelved, Store, Stored, confidence

__all__ = ["BECAME", "BEST", "Answer", "answers", "at_once"]

BECAME = ("shown", "no-room", "withheld", "doubtful", "elsewhere", "no-claim", "not-read", "skipped", "never-read")
BEST = 10
"""Records that `at_once` answers of."""
_ALL = 1_000_000
_MOST = 1000  # claims that have the words
_PER_RECORD = 10  # of them that are looked at for each record that is answered of
_DYADS = 4  # briefs that are tried out where no states are given
_NAMES = (Type.PERSON, Type.PEOPLE, Type.PLACE, Type.NAME, Type.ORGANISATION)
_ID = re.compile(r"[a-z]+-[0-9a-f]{4,12}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_LONGEST = 300


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Told):
    """What became of the words in one place: `became` is one of BECAME, `what` the record or the sentence."""

    became: str
    reason: str
    what: str = ""
    document: str = ""
    id: str = ""

    def as_dict(self) -> dict[str, Any]:
        """The line of `accord why --format jsonl`."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def answers(store: Store, words: str, states: Sequence[str], as_of: date) -> tuple[Answer, ...]:
    """The answers, records first. `states` are those of the brief in question; without them, those of each record."""
    records = _records(store, words)
    briefs = _Briefs(store, states, as_of)
    found = [_of_record(record, doc, states, briefs) for record, doc in records.values()]
    documents = _of_documents(store, words, {c.document for record, _ in records.values() for c in record.claims})
    found += [*documents, *_of_skipped(store, words)]
    if found:
        return tuple(found)
    count = sum(documents for documents, _ in store.shelf.count(Shelved()).values())
    return (Answer("never-read", f"it stands in none of the {count} documents that were read"),)


def at_once(store: Store, words: str, states: Sequence[str], as_of: date) -> tuple[Answer, ...]:
    """Such answers as need no going through a large store: of the best `BEST` records that have the words, of documents
    of that name and of what was skipped. A brief is looked at only where `states` are given. There may be none."""
    briefs = _Briefs(store, states, as_of, most=0)
    found = [_of_record(record, doc, states, briefs) for record, doc in _found(store, words, BEST).values()]
    found += [_of_document(stored) for stored in store.shelf.called(words.strip())]
    return (*found, *_of_skipped(store, words))


# ---------------------------------------------------------------------- records


def _records(store: Store, words: str) -> dict[str, tuple[Record, str]]:
    """The records of an id, of the words of a quote or a value, or else of a name that is spelled nearly so."""
    if (found := _found(store, words, _MOST)) or _ID.fullmatch(words.strip()):
        return found
    return {r.id: (r, r.claims[0].doc) for r in store.records() if _named(r, words)}


def _found(store: Store, words: str, most: int) -> dict[str, tuple[Record, str]]:
    """The records of an id, or of the words of a quote or a value: those of so many claims."""
    if _ID.fullmatch(words.strip()):
        try:
            record = store.get(words.strip())[0]
        except NotFound:
            return {}
        return {record.id: (record, record.claims[0].doc)}
    hits = store.hits(words, limit=min(_MOST, _PER_RECORD * most), most=most)
    told = zip(store.some([hit.record for hit in hits]), store.passages(words, hits), strict=True)
    return {record.id: (record, passage.doc) for record, passage in told}


def _named(record: Record, words: str) -> bool:
    names = [f.name for f in kinds()[record.kind].fields if f.type in _NAMES]
    for name in names:
        value = record.values.get(name)
        for one in value if isinstance(value, list) else [value] if value else []:
            if same_name(str(one), words).score >= SAME:
                return True
    return False


class _Briefs:
    """What briefs show and withhold, made when first asked for: of the states given, or else of those of `most` records."""

    def __init__(self, store: Store, states: Sequence[str], as_of: date, most: int = _DYADS) -> None:
        self._store, self._states, self._as_of = store, tuple(states), as_of
        self._most = most
        self._made: dict[tuple[str, ...], tuple[frozenset[str], Mapping[str, str]]] = {}

    def of(self, record: Record) -> tuple[frozenset[str], Mapping[str, str]] | None:
        """The ids that the brief in question shows, and those that it withholds with the reason; None for no brief."""
        states = self._states or record.concerns
        full = not self._states and len(self._made) >= self._most
        if len(states) < 2 or (states not in self._made and full):
            return None
        if states not in self._made:
            self._made[states] = self._make(states)
        return self._made[states]

    def _make(self, states: Sequence[str]) -> tuple[frozenset[str], Mapping[str, str]]:
        from accord.brief.build import Options
        from accord.brief.command import make_brief

        brief = make_brief(self._store, list(states), Options(self._as_of, listed=_ALL))
        shown = frozenset(id_ for statement in brief.statements() for id_ in statement.records)
        out = (*brief.left_out.withheld, *brief.left_out.outside)
        return shown, {match[0]: line for line in out if (match := re.search(r"\b[a-z]+-[0-9a-f]{12}\b", line))}


def _of_record(record: Record, doc: str, states: Sequence[str], briefs: _Briefs) -> Answer:
    became, reason = _became(record, states, briefs)
    return Answer(became, reason, headline(record), doc, record.id)


def _became(record: Record, states: Sequence[str], briefs: _Briefs) -> tuple[str, str]:
    if confidence(record) < THRESHOLD:
        return "doubtful", f"confidence {confidence(record):.2f} is under {THRESHOLD}"
    if missing := [s for s in states if s not in record.concerns]:
        return "elsewhere", f"it does not concern {', '.join(missing)}"
    sources = len({c.document for c in record.claims})
    told = f"{sources} source{'s' * (sources > 1)}"
    brief = briefs.of(record)
    if brief is None:
        return "shown", f"{told}; in the listings (`accord list`)"
    shown, withheld = brief
    if record.id in withheld:
        return "withheld", withheld[record.id]
    where = " ".join(states or record.concerns)
    if record.id in shown:
        return "shown", f"{told}; in the brief of {where}"
    return "no-room", f"{told}; the brief of {where} has no room for it, the listings have it"


# ---------------------------------------------------------------------- documents


def _of_documents(store: Store, words: str, told: set[str]) -> Iterator[Answer]:
    """The documents of that name, and those whose text has the words but whose claims have not."""
    pattern = _pattern(words)
    for stored in store.documents():
        if _is_called(words, stored.names):
            yield _of_document(stored)
        elif stored.document.hash not in told:
            document = store.document(stored.document.hash)
            if (match := pattern.search(document.text)) is not None:
                yield _unclaimed(stored, document, match)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(w) for w in words.replace('"', " ").split()) or r"(?!)", re.IGNORECASE)


def _is_called(words: str, names: Sequence[str]) -> bool:
    wanted = words.strip().casefold()
    return any(wanted in (name.casefold(), re.split(r"[/!]", name)[-1].casefold()) for name in names)


def _of_document(stored: Stored) -> Answer:
    if stored.state != READ:
        return Answer("not-read", stored.note, "", stored.doc)
    if not stored.claims:
        return Answer("no-claim", "it was read, and nothing was claimed of it", stored.document.title, stored.doc)
    reason = f"it was read: {stored.claims} claim{'s' * (stored.claims > 1)}"
    return Answer("shown", reason, stored.document.title, stored.doc)


def _unclaimed(stored: Stored, document: Document, match: re.Match[str]) -> Answer:
    if stored.state != READ:
        return Answer("not-read", stored.note, _sentence(document.text, match), stored.doc)
    reason = "the words stand in a text that was read, and nothing was claimed of them"
    return Answer("no-claim", reason, _sentence(document.text, match), stored.doc)


def _sentence(text: str, match: re.Match[str]) -> str:
    """The sentence around a match, on one line."""
    start = max(
        (m.end() for m in _SENTENCE.finditer(text, 0, match.start() + 1) if m.end() <= match.start()), default=0
    )
    end = next((m.start() for m in islice(_SENTENCE.finditer(text, match.end()), 1)), len(text))
    whole = " ".join(text[start:end].split())
    return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"


def _of_skipped(store: Store, words: str) -> Iterator[Answer]:
    for skipped in store.shelf.unread():
        if _is_called(words, (skipped.doc,)) or _pattern(words).search(skipped.doc):
            yield Answer("skipped", f"{skipped.why}; {skipped.mend}".rstrip("; "), "", skipped.doc)
