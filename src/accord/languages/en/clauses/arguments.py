"""Who does what to whom, with whom, where: the mentions of a clause and their parts in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.languages.en.clauses.verbs import Verb
from accord.languages.en.text.lexicon import acts
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.dates import dateline
from accord.languages.views import Argument, Mention

__all__ = ["Placed", "arguments_of", "inherited", "noun_arguments", "place"]

_PARTS = {
    "with": "with", "to": "to", "from": "from", "in": "at", "at": "at", "near": "at", "of": "of", "for": "for", "between": "between", "by": "by",
    "on": "on", "under": "under", "about": "about", "after": "after", "before": "before", "during": "during", "following": "after", "since": "since",
    "until": "until", "into": "to", "along": "at", "within": "at", "through": "through", "via": "through", "against": "against", "among": "between",
    "over": "about", "as": "as", "concerning": "about", "regarding": "about", "alongside": "with", "including": "object", "across": "at",
}  # fmt: skip


_HEAD = 40  # characters of a sentence in which its dateline names a state: "OHRID, North Macedonia, March 18 -"


@dataclass(frozen=True, slots=True)
class Placed:
    mention: Mention
    first: int
    last: int


def place(line: Line, mentions: Sequence[Mention]) -> list[Placed]:
    """Mentions with their token indexes, those that lie inside a person, paper, body or project left out."""
    holders = [
        m.span
        for m in mentions
        if m.type in ("person", "office", "paper", "body", "project", "crossing", "event", "group")
        and not (m.type == "event" and m.form in ("aid", "sanction"))
    ]
    titles = [m.span for m in mentions if m.type == "paper"]
    if any(m.type == "state" and m.span.start - line.span.start < _HEAD for m in mentions):
        head = dateline(line.text, line.span)
        mentions = [
            m for m in mentions if not (head and m.type == "state" and m.form != "capital" and m.span in head[0])
        ]
    mentions = [m for m in mentions if m.type != "date" or not line.calls_paper(m, titles)]
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(line.tokens)}
    found: list[Placed] = []
    for mention in mentions:
        if mention.type in ("state", "place", "organisation", "date") and any(
            mention.span in h and mention.span != h for h in holders
        ):
            continue
        if mention.type in ("person", "office") and any(mention.span in t for t in titles):
            continue  # "the Agreement between the Government of A and the Cabinet of Ministers of B"
        first = starts.get(mention.span.start)
        if first is None:
            first = next((i for i, t in enumerate(line.tokens) if t.end > mention.span.start), None)
        last = ends.get(mention.span.end)
        if last is None:
            last = next(
                (i + 1 for i in range(len(line.tokens) - 1, -1, -1) if line.tokens[i].start < mention.span.end), None
            )
        if first is not None and last is not None:
            found.append(Placed(mention, first, last))
    return found


def arguments_of(line: Line, group: Verb, placed: list[Placed]) -> list[Argument]:
    before = [p for p in placed if group.left <= p.first and p.last <= group.first]
    after = [p for p in placed if p.first >= group.end and p.first < group.right]
    found = [
        Argument(p.mention, part_of(line, p.first, group.left, "subject", p.mention.type in ("person", "office")))
        for p in before
    ]
    if group.kind == "participle":
        near = [p for p in placed if p.last <= group.first and p.mention.type not in ("date", "number", "amount")]
        things = [p for p in near if p.mention.type in ("paper", "body", "project", "crossing", "transport", "event")]
        if line.low(group.first - 1) == "and" and things:
            near = things
        found = [Argument(p.mention, "object") for p in near[-1:]]
        return found + [
            Argument(p.mention, {"by": "subject"}.get(part, part))
            for p in after
            for part in [part_of(line, p.first, group.end, "object")]
        ]
    found += [Argument(p.mention, part_of(line, p.first, group.end, "object")) for p in after]
    if (
        not group.passive
        and line.low(group.left - 1) in ("which", "that", "whom")
        and any(a.part == "subject" for a in found)
    ):
        behind = [p for p in placed if p.last <= group.left - 1 and group.left - 1 - p.last <= 2]
        found += [
            Argument(p.mention, "object") for p in behind[-1:] if p.mention.type not in ("date", "number", "amount")
        ]
    if group.passive and group.kind != "participle":
        found = [Argument(a.mention, {"subject": "object", "by": "subject"}.get(a.part, a.part)) for a in found]
    return found


def part_of(line: Line, first: int, start: int, default: str, somebody: bool = False) -> str:
    """The part of a mention whose first token is `first`: by the last preposition since the clause's start."""
    i = first - 1
    if default == "subject" and somebody:
        while i > start and (
            line.low(i) in ("and", ",") or line.covered(i, "person", "office") or line.low(i) in DETERMINERS
        ):
            i -= 1
        if (
            i >= start
            and line.tokens[i].word
            and line.low(i) not in PREPOSITIONS
            and not line.covered(i, "state", "organisation")
        ):
            return default
    crossed_comma = False
    while i >= start:
        low = line.low(i)
        if low in _PARTS and low in PREPOSITIONS:
            if default == "subject" and crossed_comma:
                return default
            return _PARTS[low]
        if low == "," and default == "subject":
            crossed_comma = True
        i -= 1
    return default


def inherited(line: Line, group: Verb, earlier: list[Verb], placed: list[Placed]) -> list[Argument]:
    """The subject of an earlier verb of the sentence, where a verb has none of its own ("met X and signed Y")."""
    if (group.kind == "past" and line.low(group.first - 1) in ("which", "who")) or line.low(group.left - 1) in (
        "which",
        "who",
        "that",
    ):
        previous = earlier[-1]
        near = [a for a in previous.arguments if a.mention.span.end <= line.tokens[group.first].start]
        return [Argument(near[-1].mention, "object" if group.passive else "subject")] if near else []
    relative = earlier[-1]
    opener = next((k for k in range(relative.first - 1, -1, -1) if line.low(k) in ("which", "who", "whose")), None)
    if line.low(group.first - 1) == "," and opener is not None and placed:
        heads = [
            p
            for p in placed
            if p.last <= opener and opener - p.last <= 3 and p.mention.type not in ("date", "number", "amount")
        ]
        if heads:
            return [Argument(heads[-1].mention, "object" if group.passive else "subject")]
    for verb in reversed(earlier):
        subjects = [a for a in verb.arguments if a.part == "subject"]
        if subjects:
            return [Argument(a.mention, "object" if group.passive else "subject") for a in subjects]
        if verb.passive and group.passive:
            objects = [a for a in verb.arguments if a.part == "object"]
            if objects:
                return objects
    return []


def noun_arguments(line: Line, noun: Verb, placed: list[Placed], governor: Verb | None) -> list[Argument]:
    found: list[Argument] = []
    for p in placed:
        if p.first >= noun.end and p.first < noun.right:
            found.append(Argument(p.mention, part_of(line, p.first, noun.end, "object")))
        elif noun.left <= p.first and p.last <= noun.first:
            own = p.last == noun.first or all(
                line.low(i)
                in ("'s", "-", "official", "state", "working", "first", "recent", "three", "two", "day", "the", "joint")
                or line.tokens[i].low in acts()
                for i in range(p.last, noun.first)
            )
            found.append(Argument(p.mention, "subject" if own else part_of(line, p.first, noun.left, "subject")))
    if governor is not None and (
        governor.right <= noun.main or noun.right <= governor.first or not any(a.part == "subject" for a in found)
    ):
        found += [
            Argument(a.mention, a.part)
            for a in governor.arguments
            if a.part == "subject" and all(a.mention is not f.mention for f in found)
        ]
    return found
