"""Standing ties that a sentence names: relations, missions, ambassadors, sister cities, partnerships, regimes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.names.naming import called, end_of_link, mention_of
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["find_ties"]


_PAPERS = frozenset(
    "agreement agreements deal deals talks treaty pact negotiations accord accords protocol fta".split()
)


def find_ties(line: Line) -> Iterator[Mention]:
    """Ties; sister cities with the places they join (`places`)."""
    yield from _bare(line)
    for first, end, form in line.find("ties"):
        if (line.covered(first, "organisation", "person", "office") and form != "ambassador") or line.low(end) == "-":
            continue
        if form == "trade-regime" and line.low(end) in _PAPERS:
            continue
        start = line.left(first)
        if {"no", "without", "neither"} & {line.low(start - 1), line.low(start)}:
            continue  # "have had no diplomatic relations since"
        mention = mention_of(
            "tie",
            line,
            start,
            end,
            form=form,
            attributes={
                "free": "free" in line.lows(first, end) or "waiver" in line.lows(first, end),
                "plural": line.low(end - 1).endswith("s"),
            },
        )
        if (
            form in ("embassy", "consulate")
            and line.low(end) in ("in", "at")
            and (seat := end_of_link(line, end + 1)) is not None
        ):
            mention = mention.but(attributes={**mention.attributes, "seat": seat[0]})
        if form == "sister-cities":
            places = _twins(line, first, end)
            mention = mention.but(
                attributes={**mention.attributes, "places": tuple(called(p) for p in places)},
                antecedents=tuple(p.span for p in places),
            )
        yield mention


def _bare(line: Line) -> Iterator[Mention]:
    """ "Relations" and "ties" alone, which tell of diplomatic ones where they are broken off, lowered or restored."""
    for i, token in enumerate(line.tokens) if {"relations", "ties"} & line.said else ():
        before = line.low(i - 1)
        if token.low not in ("relations", "ties") or before in ("diplomatic", "city", "consular", "-"):
            continue
        if before in ("full", "normal") and line.low(i + 1) not in ("with", "between"):
            yield mention_of("tie", line, i - 1, i + 1, form="diplomatic-relations")
            continue
        alone = i == 0 or not line.tokens[i - 1].word or before in verbs()
        if alone or before in ("bilateral", "all", "the", "their", "its", "full", "off", "with"):
            yield mention_of("tie", line, i, i + 1, form="diplomatic-relations", attributes={"bare": True})


def _twins(line: Line, first: int, end: int) -> list[Mention]:
    """ "A and B became sister cities", "sister-province arrangement between A and B", "A has a twin town in B"."""
    for i in range(end, min(len(line.tokens), end + 8)):
        if line.low(i) in ("between", "of", "with"):
            pair = _pair(line, i + 1)
            if pair:
                return pair
            partner = end_of_link(line, i + 1)
            subject = _first_place(line, first)
            if line.low(i) in ("of", "with") and partner and subject and called(subject) != called(partner[0]):
                return [subject, partner[0]]
    for i in range(first):
        pair = _pair(line, i)
        if pair:
            return pair
    return []


def _pair(line: Line, i: int) -> list[Mention]:
    left = end_of_link(line, i)
    if left is None:
        return []
    k = left[1]
    if line.low(k) in ("in", ",", "(") and line.covered(k + 1, "state") and _place(left[0]):
        k += 2
        k += line.low(k) in (",", ")")
    if line.low(k) not in ("and", "with", "-", "—"):
        return []
    right = end_of_link(line, k + 1)
    if right is None or not _place(left[0]) or not _place(right[0]) or line.covered(i, "person", "office"):
        return []
    return [left[0], right[0]]


def _place(mention: Mention) -> bool:
    return mention.type == "place" or mention.form == "capital"


def _first_place(line: Line, head: int) -> Mention | None:
    for i in range(head):
        found = end_of_link(line, i)
        if found is not None and _place(found[0]):
            return found[0]
    return None
