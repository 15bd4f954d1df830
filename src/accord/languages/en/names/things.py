"""Bodies, crossings, projects, transport links, events, incidents and ties that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.names.bodies import find_bodies
from accord.languages.en.names.crossings import find_crossings
from accord.languages.en.names.links import find_links
from accord.languages.en.names.naming import mention_of
from accord.languages.en.names.ties import find_ties
from accord.languages.en.names.works import find_works
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["find_things"]

_BUILDING = re.compile(
    r"\b(?:construction|building|rehabilitation|reconstruction|moderni[sz]ation|expansion|laying|development|upgrad\w+|"
    r"electrification|implementation|realisation|renovation|completion|financing) of\s+(?:\w+\s+){0,4}$|"
    r"\bto\s+(?:jointly\s+)?(?:build|rebuild|construct|lay|develop|finance|fund|extend|upgrade|complete|modernise|repair)"
    r"\s+(?:\w+\s+){0,3}$|\bproject\b",
    re.IGNORECASE,
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

    for finder in (find_bodies, find_crossings, _events, _incidents):
        yield from (m for m in finder(line) if free(m))
    for work in find_works(line):
        if free(work):
            yield work
        else:
            built = _BUILDING.search(line.text[line.span.start : work.span.start][-60:]) is not None
            yield work.but(type="work", attributes={**work.attributes, "built": built})
    yield from find_links(line)
    yield from find_ties(line)


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
        if line.low(start - 1) == "of" and line.low(start - 2) == "group":
            start -= 2  # "the Group of Seven summit"
        modifiers = set(line.lows(start, first))
        if line.low(first - 1) in ("news", "press"):
            continue
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
