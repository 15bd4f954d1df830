"""Papers as the items of lists: a title as it stands under a lead-in about papers."""

from __future__ import annotations

from accord.languages.en.names.paper_words import PLURAL, count_of, period_of, state_spans, states_of, topics_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["paper_of_item"]

_SIGNERS = frozenset("ministry ministries government governments agency authority authorities".split())


def _without_signers(line: Line, first: int, last: int) -> str:
    """The title without the offices that sign it ("Memorandum between the Ministry of A and the Ministry of B on gas")."""
    for j in range(first + 1, last):
        if line.low(j) == "between" and any(line.low(k) in _SIGNERS for k in range(j + 1, j + 4)):
            subject = next(
                (k for k in range(last - 1, j, -1) if line.low(k) in ("on", "concerning", "regarding")), last
            )
            if subject == last and j - first < 4:  # nothing tells what it is on
                return line.words(first, last)
            return " ".join(part for part in (line.words(first, j), line.words(subject, last)) if part)
    return line.words(first, last)


def _title_start(line: Line, last: int) -> int:
    """Where an item's title begins: behind its number, and behind "and, most recently, the"."""
    first = 0
    while first < last and not line.tokens[first].word and line.low(first) != '"':
        first += 1
    if line.low(first) in ("a", "an", "the") and last - first > 2:
        return first + 1
    head = next((a for a, _, _ in line.find("papers")), last)
    for j in range(first, min(first + 6, last - 1, head)):
        if line.low(j) in ("the", "a", "an") and line.tokens[j + 1].capital:
            return j + 1 if j > first or line.low(j) != "the" else j
    return first


_ITEM_TAILS = frozenset(
    "signed which valid with between worth whose under initialled covering providing aimed aiming designed allowing to by inked concluded for amounting starting".split()
)


def _item_end(line: Line, first: int, last: int) -> int:
    """Where the title of an item ends: before "for the years 2026-2028", a comma, a verb's infinitive behind a place."""
    for j in range(first + 2, last):
        if (
            line.low(j) in ("for", "in", "during")
            and line.low(j + 1) == "the"
            and line.low(j + 2) in ("years", "period", "year", "term")
        ):
            last = j
            break
        if (
            line.low(j) == "to"
            and line.low(j + 1) in ("work", "be", "start", "begin", "operate", "run")
            and j > first + 4
        ):
            last = j
            break
    while last > first and line.low(last - 1) in (",", "-", "and", ";", "the"):
        last -= 1
    return last


_SIDES = frozenset(
    "side sides parties party minister ministers president presidents countries delegations they".split()
)


def _sentence(line: Line, first: int, last: int) -> bool:
    """Whether an item is a sentence rather than a title ("The Chilean side informed of its decision ...")."""
    subject = next((k for k in range(first, min(first + 4, last)) if line.low(k) in _SIDES), None)
    return subject is not None and (line.low(subject + 1).endswith("ed") or line.finite(subject + 1))


def paper_of_item(line: Line, form: str) -> Mention | None:
    """A list item under a lead-in about papers is a paper's title as it stands, its head noun given or not."""
    last = len(line.tokens)
    while last and line.low(last - 1) in (".", ";", ",", "and", "or"):
        last -= 1
    first_word = next((k for k in range(last) if line.tokens[k].word), 0)
    for j in range(1, last):
        if line.low(j) == "(" and line.low(j + 2) == ")" and line.tokens[j + 1].text[:1].isupper():
            continue
        if (
            (line.low(j) == "(" and j > 2)
            or (line.low(j) == "," and (line.low(j + 1) in _ITEM_TAILS or line.covered(j + 1, "date")))
            or (line.low(j) in ("—", ":") and j > first_word + 1)
        ):
            last = j
            break
    first = _title_start(line, last)
    if line.low(first) in ("instruments", "instrument"):
        first = next((a for a in range(first + 3, last) if line.tokens[a].capital), first)
    last = _item_end(line, first, last)
    if last - first < 2 or _sentence(line, first, last):
        return None
    head = next(((a, e) for a, e, _ in line.find("papers") if first < a < last), None)
    if head is not None and line.low(head[1] - 1) in PLURAL and (number := count_of(line, first, head[0])):
        return Mention(
            "paper", line.slice(first, last), line.words(first, last), (), (), form=form, count=number, topics=topics_in(line, first, last),
            attributes={"titled": False, "telling": True, "plural": True, "weak": False, "head": "", "item": True, "topical": True, "with": False},
        )  # fmt: skip
    return Mention(
        "paper", line.slice(first, last), _without_signers(line, first, last), states_of(line, first, last), state_spans(line, first, last), form=form,
        period=period_of(line, first, last), topics=topics_in(line, first, last),
        attributes={"titled": True, "telling": True, "plural": False, "weak": False, "head": "", "item": True, "topical": True, "with": False},
    )  # fmt: skip
