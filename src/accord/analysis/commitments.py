"""The ledger of commitments: what was promised or planned, when it is due, and what later sources say became of it.

Follow-up is told on two scales of the field: the Peace Accords Matrix's implementation levels (0 not initiated, 1 minimum,
2 intermediate, 3 full; Joshi, Quinn and Regan 2015) and the compliance score of the G7 and G20 research groups (-1, 0, +1).
Silence is never failure: what no later source speaks of is `unverified` once it is due, and `open` before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.analysis.archive import NOT_DONE, Archive
from accord.analysis.bearing import DONE, NOT_DONE_, PART, STILL, Bearing, Index
from accord.analysis.targets import Figures, Progress, progress
from accord.record import Record, Role, Told
from accord.values import Number, Period

__all__ = ["OUTCOMES", "Commitment", "ledger"]

OUTCOMES = ("kept", "partly", "broken", "overdue", "unverified", "contradicted", "open")
_HALF = 0.5  # share of the way from which progress counts as intermediate


@dataclass(frozen=True, slots=True, repr=False)
class Commitment(Told):
    """One line of the ledger. `given` is when it was first published, `due` when it is to be done; `reason` says in
    words why the outcome is what it is; `judged` tells that a person said so. `pam` and `g20` are None where the
    outcome is not known. `target` is the figure that was promised, in `unit`."""

    record: Record
    by: tuple[str, ...]
    what: str
    topic: str
    given: Period | None
    due: Period | None
    outcome: str
    reason: str
    follow_up: tuple[Bearing, ...]
    pam: int | None = None
    g20: int | None = None
    target: Number | None = None
    unit: str = ""
    progress: Progress | None = None
    judged: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The line that `accord commitments --format jsonl` writes."""
        line: dict[str, Any] = {
            "id": self.record.id,
            "kind": self.record.kind,
            "by": list(self.by),
            "what": self.what,
            "target": self.target,
            "unit": self.unit or None,
            "due": str(self.due) if self.due else None,
            "topic": self.topic,
            "status": self.record.status,
            "concerns": list(self.record.concerns),
            "given": str(self.given) if self.given else None,
            "outcome": self.outcome,
            "reason": self.reason,
            "pam": self.pam,
            "g20": self.g20,
            "follow_up": [_follow(b) for b in self.follow_up],
            "judged": self.judged or None,
        }
        if self.progress:
            p = self.progress
            line |= {
                "share": round(p.share, 4),
                "required_growth": p.required_growth,
                "required_from": list(p.required_from),
                "observed_growth": p.observed_growth,
                "observed_from": list(p.observed_from),
            }
        return {k: v for k, v in line.items() if v is not None}


def _follow(b: Bearing) -> dict[str, Any]:
    line: dict[str, Any] = {"record": b.record, "says": b.verdict, "reason": b.reason}
    if b.when:
        line["when"] = str(b.when)
    return line


def ledger(
    archive: Archive, as_of: date, judged: Mapping[str, tuple[str, str]] | None = None, language: str = "en"
) -> tuple[Commitment, ...]:
    """All promises and plans of an archive with what became of them as of a day, the soonest due first.

    `judged`: record id -> (outcome, reason) where a person said so.
    """
    index = Index(archive, language)
    figures = Figures(archive)
    said = judged or {}
    promises = [r for r in archive.records if index.promising(r)]
    absorbed = {other.id for promise in promises for other in index.planned_with(promise)}
    plans = [r for r in archive.records if r.id not in absorbed and _planned(r, index)]
    lines = [_line(r, index, figures, as_of, said.get(r.id)) for r in (*promises, *plans)]
    return tuple(sorted(lines, key=_order))


def _order(c: Commitment) -> tuple[date, date, str]:
    return (c.due.last if c.due else date.max, c.given.first if c.given else date.max, c.record.id)


def _planned(record: Record, index: Index) -> bool:
    """Whether a record was ever a plan: something of a day that a source told of as to come. What a source only
    supposes is none."""
    archive = index.archive
    return (
        not index.promising(record)
        and bool(archive.fields(record, Role.WHEN))
        and not archive.fields(record, Role.MEASURE)
        and any(index.plans(c) and c.status != "hypothetical" for c in record.claims)
    )


def _line(record: Record, index: Index, figures: Figures, as_of: date, judged: tuple[str, str] | None) -> Commitment:
    archive = index.archive
    is_promise = index.promising(record)
    bearings = index.of_promise(record) if is_promise else index.of_plan(record)
    due = archive.due(record) if is_promise else _due_of_plan(record, index)
    first = _first_due(record, index) if not is_promise else due
    bearings = tuple(b for b in bearings if _known(b, as_of))
    towards = progress(record, archive, figures) if is_promise else None
    outcome, reason = _outcome(record, bearings, towards, first or due, as_of, archive)
    if judged:
        outcome, reason = judged
    pam, g20 = _scales(outcome, bearings, towards)
    by = archive.first(record, Role.WHO) or list(record.concerns)
    return Commitment(
        record,
        tuple(str(b) for b in (by if isinstance(by, list) else [by])),
        archive.title(record),
        next(iter(archive.topics(record)), ""),
        archive.first_said(record),
        due,
        outcome,
        reason,
        bearings,
        pam,
        g20,
        archive.first(record, Role.VALUE) if is_promise else None,
        str(archive.first(record, Role.UNIT) or "") if is_promise else "",
        towards,
        judged is not None,
    )


def _known(bearing: Bearing, as_of: date) -> bool:
    """Whether a bearing had been told, and had happened, by the day asked for."""
    if bearing.said is not None and bearing.said.first > as_of:
        return False
    return bearing.verdict != DONE or bearing.when is None or bearing.when.first <= as_of


def _planned_dates(record: Record, index: Index) -> Iterator[tuple[Period | None, Period]]:
    """For each claim that plans: when it was said, and for when. A time that was over when a proposal was told is that of
    the proposal."""
    for claim in record.claims:
        said, when = index.archive.said(claim), index.archive.when(claim)
        if when is None or not index.plans(claim):
            continue
        if claim.status not in ("proposed", "hypothetical") or said is None or when.last >= said.first:
            yield said, when


def _due_of_plan(record: Record, index: Index) -> Period | None:
    """When a plan was to be done: the date of its latest planning claims, the most precise of them."""
    dates = list(_planned_dates(record, index))
    if not dates:
        return None
    latest = max((said.last for said, _ in dates if said is not None), default=None)
    last = [p for said, p in dates if latest is None or (said is not None and said.last == latest)]
    return min(last or [p for _, p in dates], key=lambda p: (p.length, p.first, p.iso))


def _first_due(record: Record, index: Index) -> Period | None:
    """When a plan was to be done in the first place: what was put off since is late all the same."""
    dates = [(said.first, p.last, p) for said, p in _planned_dates(record, index) if said is not None]
    return min(dates, key=lambda d: d[:2])[2] if dates else None


# ---------------------------------------------------------------------- the outcome


def _outcome(
    record: Record,
    bearings: Sequence[Bearing],
    towards: Progress | None,
    due: Period | None,
    as_of: date,
    archive: Archive,
) -> tuple[str, str]:
    """The outcome with its reason in words."""
    over = due is not None and due.last < as_of
    if towards is not None:
        told = _by_figures(towards, due, over)
        if told:
            return told
    done = [b for b in bearings if b.verdict == DONE]
    undone = [b for b in bearings if b.verdict == NOT_DONE_]
    if done and undone and (at_odds := _at_odds(done, undone)):
        return "contradicted", at_odds
    if undone and not done:
        return "broken", f"{undone[-1].reason} ({undone[-1].record})"
    if done:
        return "kept", _kept(done, due)
    part = [b for b in bearings if b.verdict == PART]
    if part and (over or due is None):
        return "partly", f"{part[-1].reason} ({part[-1].record})"
    if not over:
        return "open", "not yet due" if due is not None else "no date by which it is due, and no word of it since"
    late = [
        b for b in bearings if b.verdict == STILL and b.said is not None and due is not None and b.said.first > due.last
    ]
    if late:
        return "overdue", f"after it was due a source still speaks of it as to come ({late[-1].record})"
    if any(c.status in NOT_DONE for c in record.claims):
        return "broken", "called off or denied"
    return "unverified", "due, and no source after that day says whether it was done"


def _by_figures(towards: Progress, due: Period | None, over: bool) -> tuple[str, str] | None:
    """The outcome that the figures alone tell; None while the target is neither due nor reached."""
    latest = towards.latest
    if towards.reached and (due is None or latest.period.first <= due.last):
        return "kept", f"{latest.period} reached {towards.share:.0%} of the target ({latest.record})"
    if not over or due is None or latest.period.last < due.last:
        return None  # a figure for the time that it was due is still to come
    if towards.way >= _HALF:
        return "partly", f"{latest.period} reached {towards.share:.0%} of the target ({latest.record})"
    return "broken", f"{latest.period} reached only {towards.share:.0%} of the target ({latest.record})"


def _at_odds(done: Sequence[Bearing], undone: Sequence[Bearing]) -> str:
    """Why two words on one thing cannot both be true: what was called off before it was done is none."""
    for no in undone:
        for yes in done:
            later = no.said is not None and yes.when is not None and no.said.last >= yes.when.first
            unknown = no.said is None or yes.when is None
            if later or unknown:
                return f"{yes.record} says that it was done, {no.record} that it was not"
    return ""


def _kept(done: Sequence[Bearing], due: Period | None) -> str:
    first = min(done, key=lambda b: (b.when.first if b.when else date.max, b.record))
    late = (first.when.first - due.last).days if first.when and due else 0
    told = f"{first.reason} ({first.record})"
    return f"{told}, {late} days after it was due" if late > 0 else told


def _scales(outcome: str, bearings: Iterable[Bearing], towards: Progress | None) -> tuple[int | None, int | None]:
    """The Peace Accords Matrix level and the G20 score of an outcome."""
    begun = any(b.verdict == PART for b in bearings) or (towards is not None and towards.way > 0)
    if outcome == "kept":
        return 3, 1
    if outcome == "partly":
        return (2 if towards is None or towards.way >= _HALF else 1), 0
    if outcome == "broken":
        return (1 if begun else 0), -1
    if outcome == "overdue":
        return (1, 0) if begun else (0, -1)
    if outcome == "open" and begun:
        return 1, 0
    return None, None
