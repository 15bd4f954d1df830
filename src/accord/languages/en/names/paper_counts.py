"""The papers that a count holds, told by their subjects: "two deals, one on gas and another to link the ports"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.languages.en.names.paper_words import counted_subjects, list_end, subjects_of, topics_in
from accord.languages.en.text.phrase_words import FIELD, ONE_MORE
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["counted_off", "elided"]


def counted_off(line: Line, whole: Mention, known: Sequence[Mention]) -> Iterator[Mention]:
    """The papers of a count that are told by their subjects: "two deals, one on gas and another to link the ports"."""
    noun = _noun(whole)
    for i, token in enumerate(line.tokens):
        if token.start < whole.span.end or token.low not in ("one", "another", "other") or line.low(i - 1) == "no":
            continue
        if line.low(i + 1) not in ("on", "to", "for", "covering", "concerning", "governing"):
            continue
        last = line.right(i + 1, False)
        last = next(
            (k for k in range(i + 2, last) if line.low(k) == "and" and line.low(k + 1) in ("another", "one", "the")),
            last,
        )
        if last > i + 2:
            single = [p for p in known if whole.span.end <= p.span.start < token.start and not p.attributes["plural"]]
            yield _one(line, whole, _noun(single[-1]) if single else noun, i, i + 1, last)
    yield from _numbered_on(line, whole, noun)


def _numbered_on(line: Line, whole: Mention, noun: str) -> Iterator[Mention]:
    """ "Five memoranda were concluded: on fisheries, on prisons and on tourism"."""
    colon = next((i for i, t in enumerate(line.tokens) if t.low in (":", "—") and t.start >= whole.span.end), None)
    if colon is None or line.low(colon + 1) not in ("on", "for", "concerning"):
        yield from _set_off(line, whole, noun)
        return
    opener = line.low(colon + 1)
    end = next((i for i in range(colon + 1, len(line.tokens)) if line.low(i) in ("—", ";", "(")), len(line.tokens))
    starts = [
        i
        for i in range(colon + 1, end)
        if line.low(i) == opener and (i == colon + 1 or line.low(i - 1) in (",", "and", ";"))
    ]
    for i, until in zip(starts, [*starts[1:], end], strict=True):
        last = until
        while last > i and (
            line.low(last - 1) in (",", "and", ";", ".", "as", "well") or line.covered(last - 1, "date")
        ):
            last -= 1
        if len(starts) > 1 and last > i + 1:
            yield _one(line, whole, noun, i, i, last)


_ASIDE = 24  # tokens behind a count of papers in which their subjects are told


def _set_off(line: Line, whole: Mention, noun: str) -> Iterator[Mention]:
    """ "Two memoranda, on customs and on fisheries, were signed", "Three pacts were signed, covering tea, dams and visas":
    as many subjects as papers, behind a comma."""
    first = next((i for i, t in enumerate(line.tokens) if t.start >= whole.span.end), 0)
    for comma in range(first, min(first + _ASIDE, len(line.tokens))):
        if line.low(comma) in (".", ";", ":"):
            return
        opener = _opener(line, comma + 1) if line.low(comma) in (",", "—", "(") else 0
        subjects = counted_subjects(line, opener, whole.count or 0) if opener else []
        for a, b in subjects:
            one = _one(line, whole, noun, a, a, b)
            yield one.but(name=f"{noun} on {line.words(a, b)}")
        if subjects:
            return


def _opener(line: Line, i: int) -> int:
    """The last word of what opens the subjects of papers ("covering", "in the fields of"), or 0."""
    i += line.low(i) in ("respectively", "mainly", "all", "they")
    if line.low(i) in ("on", "covering", "concerning", "regarding", "spanning", "touching", "governing"):
        return i + (line.low(i + 1) == "on")
    if line.low(i) in ("relating", "dealing", "devoted", "related", "pertaining") and line.low(i + 1) in ("to", "with"):
        return i + 1
    if line.low(i) in ("in", "covering") and {line.low(i + 1), line.low(i + 2)} & FIELD:
        return next((k for k in range(i + 2, i + 5) if line.low(k) == "of"), 0)
    return 0


def elided(line: Line, known: Sequence[Mention], whole: Mention | None) -> Iterator[Mention]:
    """The papers that stand for the head told last: "a treaty on gas and another on water", "of that on roads"."""
    if not known or ONE_MORE.isdisjoint(line.said):
        return
    for i in range(1, len(line.tokens)):
        if line.low(i) not in ONE_MORE or line.low(i - 1) not in _JOINING or not line.elided_paper(i):
            continue
        before = [p for p in known if p.span.end <= line.tokens[i].start]
        paper = before[-1] if before else None
        if paper is None or (whole is not None and line.low(i) in _OF_COUNT) or paper.attributes.get("item"):
            continue
        noun = _noun(paper)
        last = line.right(i + 1, False)
        if line.low(i) == "those":
            parts = subjects_of(line, i + 1, list_end(line, i + 1, last), None)
        else:
            parts = [(i + 2, last)]
        for a, b in parts if last > i + 2 else []:
            one = _one(line, paper, noun, i if a == i + 2 else a, i + 1, b)
            yield one.but(name=f"{noun} {line.low(i + 1)} {line.words(a, b)}", definite=False, period=None)


_OF_COUNT = ("one", "another", "other")  # told by `counted_off`
_JOINING = frozenset("and , ; of for by the with as than".split())


def _noun(paper: Mention) -> str:
    """The head that a paper shares with the one that goes without: "memorandum of understanding" of one on roads."""
    head = str(paper.attributes.get("head") or "agreement")
    words = paper.name.lower()
    if head.startswith("memorand"):
        return "memorandum of understanding" if "of understanding" in words else "memorandum"
    return {"treaties": "treaty", "mous": "MoU", "mou": "MoU", "programmes": "programme"}.get(
        head, head.removesuffix("s")
    )


def _one(line: Line, whole: Mention, noun: str, start: int, opener: int, last: int) -> Mention:
    attributes = {"plural": False, "telling": True, "weak": False, "topical": True, "one": True}
    return whole.but(
        span=line.slice(start, last), name=f"{noun} {line.words(opener, last)}", count=None,
        topics=topics_in(line, start, last), attributes={**whole.attributes, **attributes},
    )  # fmt: skip
