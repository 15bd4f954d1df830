"""What speaks for a measure: the words around a number by what they mean and where they stand, and what each weighs.

Words stand for notions (`data/evidence.toml`); a notion near a number, before or behind it, in its clause or out of it, is a
piece of evidence. How much each says for each measure is fitted by `tools/weigh.py` (multinomial logistic regression) and
kept in `data/weights.json`. No measure at all ("none") is weighed like any other.
"""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.figures.words import Page, kind_of
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.weights import notion, notion_at
from accord.languages.views import Mention

__all__ = ["FLOW", "NONE", "evidence", "notions_of"]

NONE, FLOW = "none", "flow"  # no figure of the schema; exports or imports, whichever way they go
_CUTS = frozenset(", ; : ( ) — – while whereas but which who and that".split())
_NAMES = ("paper", "body", "organisation", "office", "person", "event", "date")
_SIDES = frozenset("to from in into with between by at for of".split())
_NEAR, _BESIDE = 4, 1  # words between a notion and a number
_SIZES = (4, 21, 1000, 100_000)  # of numbers: few, a group, many, sums


def notions_of(page: Page, index: int) -> list[tuple[int, str]]:
    """The notions of a sentence with the places of their words; those inside names tell nothing."""
    if index not in page.notions:
        page.notions[index] = _notions(page, index)
    return page.notions[index]


def _notions(page: Page, index: int) -> list[tuple[int, str]]:
    line = page.lines[index]
    named = [m.span for m in page.here[index] if m.type in _NAMES] + [d.span for d in line.dates]
    named += [m.span for m in line.amounts]
    found = []
    for i, token in enumerate(line.tokens):
        name = notion_at(token.low, line.low(i + 1))
        if name and not any(s.start <= token.start < s.end for s in named):
            found.append((i, name))
    return found


def evidence(page: Page, index: int, mention: Mention) -> dict[str, float]:
    """All that speaks for one measure or another of a number, each piece with its strength."""
    line, kind = page.lines[index], "change" if mention.type == "change" else kind_of(mention)
    found = {f"kind={kind}": 1.0, f"block={line.kind}": 1.0}
    for piece in _itself(mention, kind):
        found[piece] = 1.0
    here = notions_of(page, index)
    first = next((i for i, t in enumerate(line.tokens) if t.end > mention.span.start), len(line.tokens))
    last = next((i for i, t in enumerate(line.tokens) if t.start >= mention.span.end), len(line.tokens))
    begin, end = _clause(line, first, last)
    for i, name in here:
        if first <= i < last:
            continue
        before = i < first
        apart = first - i - 1 if before else i - last
        inside = begin <= i < end
        slot = (
            "beside"
            if inside and apart <= _BESIDE
            else "near"
            if inside and apart <= _NEAR
            else "in"
            if inside
            else "out"
        )
        side, strength = "before" if before else "behind", 1.0 if apart < 8 else 0.7 if apart < 16 else 0.45
        for piece in (f"{name} {slot} {side}", f"{name} {side} {kind}", *((f"{name} by {kind}",) if inside else ())):
            found[piece] = max(found.get(piece, 0.0), strength)
    for piece in (*_labelled(line, here, first), *_directed(page, index, mention), *_around(page, index, kind)):
        found[piece] = max(found.get(piece, 0.0), 0.6 if piece.startswith("last ") else 1.0)
    return found


def _itself(mention: Mention, kind: str) -> Iterator[str]:
    noun = str(mention.attributes.get("noun", "")).lower()
    yield f"{'noun' if noun else 'no noun'} {kind}"
    if noun and notion(noun):
        yield f"counts {notion(noun)}"
    if mention.amount is not None:
        yield f"size {sum(mention.amount.value >= s for s in _SIZES)} {kind}"
        if mention.amount.comparison:
            yield f"compared {mention.amount.comparison}"
        if kind not in ("money", "weight", "none"):
            yield f"unit={mention.amount.unit}"


def _clause(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens around a number up to the next marks or words that begin another clause."""
    begin = next((i + 1 for i in range(first - 1, -1, -1) if line.low(i) in _CUTS), 0)
    end = next((i for i in range(last, len(line.tokens)) if line.low(i) in _CUTS), len(line.tokens))
    return begin, end


def _labelled(line: Line, here: list[tuple[int, str]], first: int) -> Iterator[str]:
    """ "Flights: 31 a week": the notions of a label right before a number."""
    colon = next((i for i in range(first - 1, max(-1, first - 5), -1) if line.low(i) in (":", "–", "—", "=")), None)
    if colon is not None:
        yield from (f"label {name}" for i, name in here if i < colon)


def _directed(page: Page, index: int, mention: Mention) -> Iterator[str]:
    """The words that lead to the states of a sentence: "to Peru" behind a number, "from Peru" before it."""
    text = page.lines[index].text
    states = [m for m in page.here[index] if m.type == "state"]
    for state in states:
        words = text[max(page.lines[index].span.start, state.span.start - 12) : state.span.start].lower().split()
        lead = next((w for w in reversed(words[-2:]) if w in _SIDES), "")
        if lead:
            yield f"{lead} state {'before' if state.span.end <= mention.span.start else 'behind'}"
    named = {s for m in states for s in m.states}
    yield f"{len(named & set(page.pair[:2]))} of the pair, {min(2, len(named - set(page.pair[:2])))} others"


def _around(page: Page, index: int, kind: str) -> Iterator[str]:
    """What the sentence before and the first line of the text speak of."""
    if index:
        yield from (f"last {name} {kind}" for _, name in notions_of(page, index - 1))
        yield from (f"title {name} {kind}" for _, name in notions_of(page, 0))
