"""The desk itself. States are given by ISO code or by name in any language, days as texts or dates."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from accord.analysis import (
    OUTCOMES,
    Agreement,
    Archive,
    Change,
    Commitment,
    Dyad,
    Moment,
    Span,
    Tenure,
    changes,
    contradictions,
    course,
    dyads,
    in_office,
    ledger,
    tenures,
    timeline,
)
from accord.desk.entries import ClaimEntry, DocumentEntry, Hit, RecordEntry
from accord.desk.judging import word_on
from accord.desk.why import Answer, answers
from accord.desk.words import Day, day, days, kind_name, pair, span, state_code, topic_name, topic_of
from accord.errors import UsageError
from accord.kinds import kinds
from accord.pipeline import Progress, Summary, run
from accord.record import Role
from accord.store import THRESHOLD, Forgotten, Store, Wanted, Word

if TYPE_CHECKING:
    from accord.brief.command import BriefSummary
    from accord.brief.model import Brief

__all__ = ["Desk", "wanted"]

_BY = ("month", "year")
_ALL = 2**62


class Desk:
    """A store as of a day. Close it, or use it in a `with`. Every answer has `as_dict()`, the line that the command of
    the same name writes with `--format jsonl`. All methods raise StoreError and, for what they are given, UsageError,
    ValueFormatError and NotFound."""

    def __init__(self, store: Store, as_of: date) -> None:
        self.store = store
        self.as_of = as_of

    @classmethod
    def open(cls, path: str | Path, *, as_of: Day = "", create: bool = False) -> Self:
        """The desk over a store that is there, unless it may be created; as of today without a day."""
        return cls(Store.open(path, create=create), day(as_of))

    def close(self) -> None:
        """Give the store back."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Desk({str(self.store.where)!r}, as_of={self.as_of.isoformat()!r})"

    # ------------------------------------------------------------------ what is kept

    def read(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        manifest: str | Path | None = None,
        published: str = "",
        again: bool = False,
        progress: Progress | None = None,
    ) -> Summary:
        """Read files, folders and archives; what was read before and is unchanged is left alone."""
        given = [paths] if isinstance(paths, (str, Path)) else list(dict.fromkeys(paths))
        for path in given:
            if not Path(path).exists():
                raise UsageError(f"there is nothing at {path}", "give files, folders or ZIPs that exist")
        listed = Path(manifest) if manifest else None
        return run(given, self.store, manifest=listed, published=published, again=again, progress=progress)

    def forget(self, document: str) -> Forgotten:
        """Remove a document and exactly its claims."""
        return self.store.forget(document)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """What was read, then what was not, with its reason."""
        read = [DocumentEntry.of(stored) for stored in self.store.documents()]
        known = {entry.document for entry in read}
        skipped = [DocumentEntry.skipped(s) for s in self.store.skipped() if s.doc not in known]
        return (*read, *skipped)

    def claims(
        self, *, kind: str = "", between: Iterable[str] = (), topic: str = "", sure: bool = True
    ) -> tuple[ClaimEntry, ...]:
        """What documents say; what is under the threshold too where `sure` is false."""
        name, wanted, states = _kind(kind), _topic(topic, kind), pair(between)
        found = self.store.claims(kind=name, between=states, least=THRESHOLD if sure else 0.0)
        known = kinds()
        return tuple(
            ClaimEntry(c)
            for c in found
            if not wanted or any(wanted in c.values.get(f.name, ()) for f in known[c.kind].with_role(Role.TOPIC))
        )

    def records(
        self,
        *,
        kind: str = "",
        between: Iterable[str] = (),
        topic: str = "",
        since: Day = "",
        until: Day = "",
        sure: bool | None = True,
        limit: int = 0,
    ) -> tuple[RecordEntry, ...]:
        """What is believed, by its first day, the newest first and the undated last: the sure records, the doubtful ones
        (`sure` false) or all (None), so many of them at most. With a time asked for, undated ones are left out."""
        return self.listed(wanted(kind, between, topic, since, until, sure), limit)

    def listed(self, asked: Wanted, limit: int = 0) -> tuple[RecordEntry, ...]:
        """The records of a question, in the order of `records`."""
        ids, _ = self.store.page(asked, limit=limit or _ALL)
        return tuple(map(RecordEntry, self.store.some(ids)))

    def get(self, id_: str) -> RecordEntry:
        """The record of an id (or a unique beginning of one), or the record that a claim is in."""
        return RecordEntry(self.store.get(id_)[0])

    # ------------------------------------------------------------------ what the record says

    def commitments(
        self, *, between: Iterable[str] = (), due_within: str = "", outcomes: Sequence[str] = (), topic: str = ""
    ) -> tuple[Commitment, ...]:
        """Promises and plans with what became of them, the soonest due first; `due_within` is 90d, 12w, 6m or 1y."""
        if unknown := [o for o in outcomes if o not in OUTCOMES]:
            raise UsageError(f"no outcome is called {unknown[0]!r}", f"the outcomes are {', '.join(OUTCOMES)}")
        found = ledger(self.archive(between, topic), self.as_of, self.store.outcomes())
        if due_within:
            last = self.as_of + span(due_within)
            found = tuple(c for c in found if c.due and self.as_of <= c.due.last <= last)
        return tuple(c for c in found if not outcomes or c.outcome in outcomes)

    def contradictions(self, *, between: Iterable[str] = (), topic: str = "") -> tuple[Agreement, ...]:
        """Values that cannot both be true, the best attested first."""
        return contradictions(self.archive(between, topic))

    def timeline(
        self, first: str, second: str, *, since: Day = "", until: Day = "", topic: str = ""
    ) -> tuple[Moment, ...]:
        """What happened, was planned, lapsed or was called off, in the order of time."""
        start, end = days(since, until)
        found = timeline(self.archive((first, second), topic), self.as_of)
        return tuple(m for m in found if m.period.first <= (end or date.max) and (start or date.min) <= m.period.last)

    def course(self, first: str, second: str, *, by: str = "month", topic: str = "") -> tuple[Span, ...]:
        """The balance of cooperation and conflict by month or year, each with its facts."""
        if by not in _BY:
            raise UsageError(f"time is not cut by {by!r}", f"say one of {', '.join(_BY)}")
        return course(self.archive((first, second), topic), self.as_of, by=by)

    def dyads(self, *, topic: str = "") -> tuple[Dyad, ...]:
        """All pairs of states, the most active first."""
        return dyads(self.archive((), topic), self.as_of)

    def changes(self, since: Day = "last-brief", *, between: Iterable[str] = (), topic: str = "") -> tuple[Change, ...]:
        """What readings since a day, or since the last brief, changed."""
        from accord.brief.command import moment

        states = pair(between)
        return changes(self.archive(states, topic), moment(self.store, states, topic_of(topic), str(since)))

    def people(self, state: str = "", *, between: Iterable[str] = (), office: str = "") -> tuple[Tenure, ...]:
        """Who was seen in which office, with the first and the last day; `accord.analysis.answers` says of a day."""
        code = state_code(state) if state else ""
        found = tuple(t for t in tenures(self.archive(between)) if not code or t.state == code)
        return in_office(found, office) if office else found

    def archive(self, between: Iterable[str] = (), topic: str = "") -> Archive:
        """The sure records that concern some states and a topic, for the functions of `accord.analysis`."""
        return Archive.of(self.store, pair(between), topic=topic_of(topic), least=THRESHOLD)

    def search(self, words: str, *, between: Iterable[str] = (), topic: str = "", limit: int = 0) -> tuple[Hit, ...]:
        """Sure records in whose quotes or values all the words stand, best first, so many at most. Of the best thousand
        claims, and of words that stand in very many claims of the latest."""
        among = Wanted(between=pair(between), topic=topic_of(topic), sure=True)
        return tuple(map(Hit.of, self.store.search(words, among, limit)))

    def why(self, words: str, *, between: Iterable[str] = ()) -> tuple[Answer, ...]:
        """What became of some words, a name, a document or a record's id: shown, withheld, doubtful, skipped, no claim,
        never read. There is always an answer."""
        return answers(self.store, words, pair(between), self.as_of)

    # ------------------------------------------------------------------ a person's word

    def judge(
        self,
        verdict: str,
        *ids: str,
        key: str = "",
        value: str = "",
        source: str = "",
        reason: str = "",
        who: str = "",
    ) -> Word:
        """Keep a judgement: right, wrong, same, different, value, outcome or could-not-verify."""
        word = word_on(self.store, verdict, ids, key, value, source, reason, who or getpass.getuser())
        self.store.judge(word)
        return word

    def judgements(self, *, lost: bool = False) -> tuple[Word, ...]:
        """All judgements, or those whose claims are no longer found."""
        return tuple(self.store.judged()[1] if lost else self.store.judgements())

    def undo(self, judgement: str) -> Word:
        """Take a judgement back, by its id."""
        return self.store.unjudge(judgement)

    # ------------------------------------------------------------------ the brief

    def brief(self, *states: str, since: Day = "", until: Day = "", **more: Any) -> Brief:
        """The brief of some states as data; `more` is of `accord.brief.build.Options`."""
        from accord.brief.build import Options
        from accord.brief.command import make_brief

        return make_brief(self.store, list(pair(states)), Options(self.as_of, *days(since, until), **more))

    def write_brief(
        self, *states: str, output: str | Path, since: Day = "", until: Day = "", **more: Any
    ) -> BriefSummary:
        """The brief of some states as .html, .pdf, .docx or .md; `more` is of `accord.brief.command.write_brief`."""
        from accord.brief.command import write_brief

        first, last = days(since, until)
        named = list(pair(states))
        return write_brief(
            self.store, states=named, output=Path(output), since=first, until=last, as_of=self.as_of, **more
        )


def wanted(kind: str, between: Iterable[str], topic: str, since: Day, until: Day, sure: bool | None) -> Wanted:
    """What `Desk.records` is asked for, as a question to the store."""
    first, last = days(since, until)
    return Wanted(_kind(kind), pair(between), "", _topic(topic, kind), first, last, sure=sure)


def _kind(given: str) -> str:
    return kind_name(given) if given else ""


def _topic(given: str, kind: str) -> str:
    return topic_name(given, kind_name(kind)) if kind else topic_of(given)
