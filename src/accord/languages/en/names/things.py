"""Bodies, crossings, projects, transport links, events, incidents and ties that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.languages.en.names.crossings import find_crossings
from accord.languages.en.names.links import find_links
from accord.languages.en.names.naming import mention_of
from accord.languages.en.names.ties import find_ties
from accord.languages.en.names.works import find_works
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Mention

__all__ = ["find_things"]

_BUILDING = re.compile(
    r"\b(?:construction|building|rehabilitation|reconstruction|moderni[sz]ation|expansion|laying|development|upgrad\w+|"
    r"electrification|implementation|realisation|renovation|completion|financing) of\s+(?:\w+\s+){0,4}$|\bproject\b",
    re.IGNORECASE,
)
_BODY_MARKS = frozenset(
    [
        "joint",
        "intergovernmental",
        "interstate",
        "bilateral",
        "mixed",
        "governmental",
        "trilateral",
        "economic",
        "trade",
        "business",
        "border",
        "boundary",
        "water",
        "demarcation",
        "delimitation",
        "coordination",
        "consultative",
        "ministerial",
        "permanent",
        "interparliamentary",
        "technical",
        "high",
        "level",
        "political",
        "military",
        "cooperation",
        "coordinating",
        "binational",
        "steering",
        "follow",
        "state",
        "oversight",
        "monitoring",
        "river",
        "basin",
        "investment",
        "special",
        "supreme",
        "strategic",
        "partnership",
        "energy",
        "transport",
    ]
)
_NOT_BODIES = frozenset(
    [
        "european",
        "security",
        "election",
        "electoral",
        "city",
        "municipal",
        "federation",
        "legislative",
        "federal",
        "ministers",
        "africa",
        "privy",
        "town",
        "county",
        "district",
        "national",
        "house",
        "senate",
        "general",
        "central",
        "elections",
    ]
)
_EVENT_MARKS = frozenset(
    [
        "joint",
        "international",
        "annual",
        "bilateral",
        "business",
        "investment",
        "military",
        "naval",
        "trilateral",
        "regional",
        "economic",
        "trade",
        "cultural",
        "film",
    ]
)


def find_things(line: Line, papers: list[Mention]) -> Iterator[Mention]:
    """All mentions of the kinds above, in no order; those inside a paper's title are left out unless they are ties."""
    inside = [p.span for p in papers if not p.definite]

    def free(mention: Mention) -> bool:
        return not any(mention.span in s for s in inside)

    for finder in (_bodies, find_crossings, _events, _incidents):
        yield from (m for m in finder(line) if free(m))
    for work in find_works(line):
        if free(work):
            yield work
        elif _BUILDING.search(line.text[line.span.start : work.span.start][-60:]):
            yield work.but(type="work")
    yield from find_links(line)
    yield from find_ties(line)


def _bodies(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("bodies"):
        if line.covered(first, "organisation"):
            continue
        start = line.left(first)
        numbered = ordinal(line.low(start)) if start < first else None
        start += numbered is not None
        modifiers = set(line.lows(start, first))
        if line.kind in ("headline", "heading") and line.text[line.span.start : line.span.end].isupper():
            continue
        if form == "forum" and not (
            line.tokens[first].capital and (modifiers & _BODY_MARKS or _of_two(line, start, first))
        ):
            continue
        if (modifiers & _NOT_BODIES and not modifiers & {"joint", "border", "intergovernmental"}) or (
            line.low(end) == "of" and line.low(end + 1) == "ministers"
        ):
            continue
        capital = line.tokens[first].capital
        last = line.right(end, capital) if line.low(end) in ("on", "for", "of") else end
        if line.low(end) == "of" and not capital:
            last = end
        between = line.right(end, False) if line.low(end) == "between" else end
        telling = bool(modifiers & _BODY_MARKS) or (last > end and capital)
        plural = line.low(end - 1).endswith("s")
        definite = not telling and line.low(start - 1) in ("the", "this", "its")
        if not (telling or definite):
            continue
        mention = mention_of(
            "body",
            line,
            start,
            max(last, end),
            form=form,
            definite=definite,
            ordinal=numbered,
            attributes={"plural": plural, "telling": telling, "titled": capital},
        )
        if between > end:
            more = mention_of("body", line, end, between)
            mention = mention.but(
                states=tuple(dict.fromkeys(mention.states + more.states)),
                antecedents=mention.antecedents + more.antecedents,
            )
        yield mention


def _of_two(line: Line, start: int, first: int) -> bool:
    """Whether a name names two states before its head ("Canada-Denmark Arctic Dialogue")."""
    return len({s for i in range(start, first) if (m := line.covered(i, "state")) is not None for s in m.states}) >= 2


def _events(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("events"):
        if form in ("forum", "consultation") and line.tokens[first].capital and _of_two(line, line.left(first), first):
            continue
        if line.covered(first, "organisation", "amount") and line.covered(first, "organisation"):
            continue
        start = line.left(first)
        modifiers = set(line.lows(start, first))
        last = line.right(end, line.tokens[first].capital) if line.low(end) in ("on", "for", "of", "against") else end
        capital = any(line.tokens[i].capital for i in range(max(start, 1), last))
        if (
            last == end
            and form == "exercise"
            and end < len(line.tokens)
            and line.tokens[end].capital
            and line.tokens[end].word
        ):
            while last < len(line.tokens) and (line.tokens[last].capital or line.tokens[last].text.isdigit()):
                last += 1
            capital = True
        if (
            form in ("sanction", "exercise", "aid", "expulsion", "vote", "ceremony")
            or capital
            or modifiers & _EVENT_MARKS
            or last > end
        ):
            yield mention_of(
                "event", line, start, last, form=form, attributes={"named": capital, "head": line.low(first)}
            )


def _incidents(line: Line) -> Iterator[Mention]:
    for first, end, form in line.find("incidents"):
        if line.low(first) == "strike" and not line.covered(first):
            continue
        start = line.left(first)
        yield mention_of(
            "incident", line, start, end, form=form, attributes={"plural": line.low(end - 1).endswith("s")}
        )
