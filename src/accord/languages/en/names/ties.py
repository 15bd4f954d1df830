"""Standing ties that a sentence names: relations, missions, ambassadors, sister cities, partnerships, regimes."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.names.naming import end_of_link, mention_of
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["find_ties"]


_PAPERS = frozenset(
    "agreement agreements deal deals talks treaty pact negotiations accord accords protocol fta".split()
)


def find_ties(line: Line) -> Iterator[Mention]:
    """Ties of all sorts, missions with their seats."""
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
