"""What speaks for what a sentence tells of a work: what the readers say, the words around it by what they mean, where they
stand and how their verbs are built, how the work is named, what else the document tells.

What each piece says for each outcome is fitted by `tools/weigh_works.py` and kept in `data/works_action.json` and `data/works_status.json`. An outcome is
an action and a status of the schema ("completed/planned"), or NONE.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from accord.languages.en.doings.status import chain_of
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.text.weights import Features, Weights, chances, notion, notion_at
from accord.languages.views import Clause, Mention
from accord.values import Period

__all__ = ["NONE", "Seen", "Work", "outcomes", "with_action", "work_evidence"]

NONE = "none"
_CUTS = frozenset("; : — – while whereas but which who and that , ( )".split())
_NAMES = ("organisation", "office", "person", "date", "state")
_MODALS = {
    **dict.fromkeys(("will", "shall", "'ll"), "will"),
    **dict.fromkeys(("would", "could", "may", "might", "should", "must", "can"), "would"),
    **dict.fromkeys(("has", "have", "had"), "have"),
    **dict.fromkeys(("is", "are", "am"), "is"),
    **dict.fromkeys(("was", "were"), "was"),
    "to": "to",
    "being": "being",
    "be": "be",
    "been": "been",
}
_FAINT = 0.05  # chance of an action whose status is not asked for
_NEAR = 4  # tokens between a word and the work that it is near to


@dataclass(slots=True)
class Seen:
    """A work in a sentence: its mention, or that which refers to it; the clauses that readers found of it there."""

    index: int
    mention: Mention
    how: str  # "name", "noun" ("the line"), "it", "act" (only a reader's clause refers to it)
    acts: list[Clause] = field(default_factory=list)


@dataclass(slots=True)
class Work:
    """A work of a document with all sentences in which it is seen."""

    first: Mention
    names: list[str]
    seen: list[Seen] = field(default_factory=list)


def work_evidence(
    lines: Sequence[Line], here: Sequence[Sequence[Mention]], work: Work, seen: Seen, today: Period | None
) -> dict[str, float]:
    """All that speaks for one outcome or another of a work in one sentence, each piece with its strength."""
    line = lines[seen.index]
    found = dict.fromkeys(
        (*_read(seen), *_worded(line, here[seen.index], seen), *_told(line, here[seen.index], work, seen)), 1.0
    )
    found.update(dict.fromkeys(_dated(line, seen, today), 1.0))
    if seen.index and lines[seen.index - 1].kind in ("headline", "heading"):
        found["under a heading"] = 1.0
    return found


def outcomes(found: Features, actions: Weights, statuses: Weights) -> dict[str, float]:
    """The probability of each outcome: that of its action times that of its status, given the action."""
    told: dict[str, float] = {}
    for action, chance in chances(found, actions).items():
        if action == NONE or chance < _FAINT:
            told[action if action == NONE else f"{action}/reported"] = chance
            continue
        for status, sure in chances(with_action(found, action), statuses).items():
            told[f"{action}/{status}"] = chance * sure
    return told


def with_action(found: Features, action: str) -> dict[str, float]:
    """Evidence for a status, given the action."""
    return {**found, f"of {action}": 1.0}


def _read(seen: Seen) -> Iterator[str]:
    """What the readers say of it."""
    for clause in seen.acts:
        reader, _, act = clause.concept.partition("/")
        yield f"read {act} {clause.status}"
        yield f"read {act}"
        yield f"read {clause.status}"
        yield f"by {reader}{' noun' if clause.nominal else ''}"
        if clause.when is not None and clause.when.period is not None:
            yield f"read {act} dated"
    if not seen.acts:
        yield "nothing read"


def _worded(line: Line, mentions: Sequence[Mention], seen: Seen) -> Iterator[str]:
    """The notions around it with their side, nearness and the words that build their verb."""
    first = next((i for i, t in enumerate(line.tokens) if t.end > seen.mention.span.start), len(line.tokens))
    last = next((i for i, t in enumerate(line.tokens) if t.start >= seen.mention.span.end), len(line.tokens))
    begin = next((i + 1 for i in range(first - 1, -1, -1) if line.low(i) in _CUTS), 0)
    end = next((i for i in range(last, len(line.tokens)) if line.low(i) in _CUTS), len(line.tokens))
    named = [m.span for m in mentions if m.type in _NAMES]
    for i, token in enumerate(line.tokens):
        if first <= i < last or any(s.start <= token.start < s.end for s in named):
            continue
        name = notion_at(token.low, line.low(i + 1), "works")
        if not name:
            continue
        before = i < first
        apart = first - i - 1 if before else i - last
        side = "before" if before else "behind"
        slot = ("near" if apart <= _NEAR else "in") if begin <= i < end else "out"
        yield f"{name} {side} {slot}"
        if slot != "out" or apart < 12:
            yield f"{name} {_built(line, i)}"
        else:
            yield f"{name} far"


def _built(line: Line, i: int) -> str:
    """How a word stands in its verb: "will", "to", "was", "being", "not", or by its own ending."""
    chain = line.lows(chain_of(line, i), i)
    if any(w in ("not", "never") or w.endswith("n't") for w in chain):
        return "not"
    modal = " ".join(dict.fromkeys(_MODALS[w] for w in chain if w in _MODALS))
    low = line.low(i)
    ending = "ing" if low.endswith("ing") else "ed" if low.endswith(("ed", "ilt", "aid", "un")) else ""
    return f"{modal} {ending}".strip() or "bare"


def _told(line: Line, mentions: Sequence[Mention], work: Work, seen: Seen) -> Iterator[str]:
    """How the work is named here, and in what company."""
    mention = seen.mention
    yield f"how={seen.how}"
    yield f"kind={line.kind}"
    yield f"form={mention.form or 'none'}"
    for key in ("named", "loose", "built"):
        if mention.attributes.get(key):
            yield key
    if mention.type == "work":
        yield "in a paper"
        if mention.attributes.get("built"):
            yield "built in a paper"
        paper = next((m for m in mentions if m.type == "paper" and mention.span in m.span), None)
        if paper is not None:
            yield f"in a {paper.form or 'paper'}"
    first = next((i for i, t in enumerate(line.tokens) if t.end > mention.span.start), 0)
    article = line.low(first - 1) if first else ""
    k = first - 1
    while k > 0 and (line.low(k) in DETERMINERS or line.low(k).isdigit() or line.low(k) in _QUALIFIERS):
        k -= 1
    yield f"article={article if article in DETERMINERS else 'none'}"
    led = line.low(k) if first else ""
    yield f"led={led if led in PREPOSITIONS or led in ('and', ',') else 'start' if not first else 'word'}"
    if led in PREPOSITIONS and k and (of := notion(line.low(k - 1), "works")):
        yield f"{of} {led} it"
    if line.low(first) in ("new", "second", "third", "planned", "proposed", "future") or article in ("new", "planned"):
        yield "told as new"
    yield f"seen {min(3, len(work.seen))}"
    yield "first seen" if work.seen[0] is seen else "seen before"
    for m in mentions:
        if m.type in ("paper", "body", "crossing", "person", "office", "transport"):
            yield f"with {m.type}"
    if any(m.type == "crossing" and m.span.overlaps(mention.span) for m in mentions):
        yield "in a crossing"
    others = sum(m.type in ("project", "work") and m.span != mention.span for m in mentions)
    yield f"others {min(2, others)}"
    yield f"states {min(3, len({s for m in mentions if m.type == 'state' for s in m.states}))}"
    for amount in line.amounts:
        if amount.amount is not None:
            yield f"unit {_kind(amount.amount.unit)}"


_QUALIFIERS = frozenset("new planned proposed second third future existing old first kv km mw - joint".split())


def _kind(unit: str) -> str:
    if len(unit) == 3 and unit.isupper():
        return "money"
    return unit if unit in ("km", "m", "kV", "MW", "GW", "percent", "m3", "t") else "other"


def _dated(line: Line, seen: Seen, today: Period | None) -> Iterator[str]:
    """Whether the dates of the sentence are to come."""
    told = {"coming" if today is not None and d.period.first > today.last else "past" for d in line.dates if d.period}
    yield from (f"date {way}" for way in told)
    if not told:
        yield "no date"
