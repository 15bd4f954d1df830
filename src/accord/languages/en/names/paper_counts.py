"""The papers that a count holds, told by their subjects: "two deals, one on gas and another to link the ports"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages.en.names.paper_words import subjects_of, topics_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["counted_off"]


def counted_off(line: Line, whole: Mention) -> Iterator[Mention]:
    """The papers of a count that are told by their subjects: "two deals, one on gas and another to link the ports"."""
    noun = whole.name.split()[-1].lower()
    noun = {"treaties": "treaty", "memoranda": "memorandum", "mous": "MoU"}.get(noun, noun.removesuffix("s"))
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
            yield _one(line, whole, noun, i, i + 1, last)
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


def _set_off(line: Line, whole: Mention, noun: str) -> Iterator[Mention]:
    """ "Two memoranda, on customs and on fisheries, were signed": as many subjects as papers, behind a comma."""
    comma = next((i for i, t in enumerate(line.tokens) if t.start >= whole.span.end), 0)
    if line.low(comma) != ",":
        return
    opener = comma + 1
    subjects = subjects_of(line, opener, line.right(opener, False), whole.count)
    if len(subjects) == whole.count:
        for a, b in subjects:
            one = _one(line, whole, noun, a, a, b)
            yield one.but(name=f"{noun} {line.low(opener)} {line.words(a, b)}")


def _one(line: Line, whole: Mention, noun: str, start: int, opener: int, last: int) -> Mention:
    attributes = {"plural": False, "telling": True, "weak": False, "topical": True, "one": True}
    return whole.but(
        span=line.slice(start, last), name=f"{noun} {line.words(opener, last)}", count=None,
        topics=topics_in(line, start, last), attributes={**whole.attributes, **attributes},
    )  # fmt: skip
