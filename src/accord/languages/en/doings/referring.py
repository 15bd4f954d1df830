"""What refers to a thing named before: "it", "the post", "the post, which", "a second one"."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from accord.languages.en.doings.words import Way
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = ["Acting", "definite", "heads", "other_antecedent", "referring", "related"]

_PRONOUNS = frozenset(listed("it they both these them this"))
_RELATIVES = frozenset(("which", "that"))

_PARTS = frozenset(
    listed("block unit turbine section stage phase leg half part circuit reactor lane span pier hall track terminal")
)


class Acting(Protocol):
    way: Way
    first: int
    at: int
    end: int
    left: int
    right: int
    things: list[Mention]

    @property
    def concept(self) -> str: ...


def other_antecedent(line: Line, act: Acting, named: list[Mention]) -> bool:
    """ "The A railway crosses a bridge that was built in 1950": a relative clause about another work, without a name."""
    opener = act.left if line.low(act.left) in _RELATIVES else act.left - 1
    if line.low(opener) not in _RELATIVES or opener < 2:
        return False
    i = opener - 1 - (line.low(opener - 1) == ",")
    span = line.slice(i, i + 1)
    return line.low(i) in heads("project") and not definite(line, i) and not any(span in m.span for m in named)


def related(line: Line, act: Acting) -> int | None:
    """ "The post, which opened in May": the definite noun right before the relative clause of a verb without an object."""
    opener = act.left if line.low(act.left) in _RELATIVES else act.left - 1
    if (
        act.way.sort == "verb"
        and line.low(opener) == ","
        and act.way.forms & {"pp"}
        and act.first <= opener + 2
        and opener > 0
    ):
        return opener - 1 if line.low(opener - 1) in heads(act.way.kind) and definite(line, opener - 1) else None
    if act.way.sort != "verb" or line.low(opener) not in _RELATIVES or opener < 2:
        return None
    i = opener - 1 - (line.low(opener - 1) == ",")
    return i if line.low(i) in heads(act.way.kind) and definite(line, i) else None


def _expletive(line: Line, act: Acting) -> bool:
    """ "It was agreed to ...": an "it" that stands for what follows."""
    return (
        act.way.concept in ("agree", "plan", "propose", "announce")
        and "it" in line.lows(act.left, act.first)
        and line.low(act.end) in ("to", "that", "on", ",", "by", "between")
    )


def _another(line: Line, act: Acting) -> int | None:
    """The "one" of "a second one is planned"."""
    return next(
        (
            i
            for i in range(act.left + 1, act.first)
            if line.low(i) == "one" and line.low(i - 1) in ("second", "third", "another", "similar")
        ),
        None,
    )


def _alone(line: Line, i: int, act: Acting) -> bool:
    return all(
        (line.low(k).endswith("ly") and line.low(k) != "daily")
        or line.low(k) in ("both", "all", "only", "finally", "then")
        or line.covered(k, "date")
        or line.low(k) in PREPOSITIONS
        for k in range(i + 1, act.first)
    )


def definite(line: Line, i: int) -> bool:
    """Whether the noun at i is definite and without a name of its own ("the post", "both border crossings")."""
    k = i - 1
    while (
        k >= 0
        and line.tokens[k].word
        and not line.tokens[k].capital
        and line.low(k) not in DETERMINERS | PREPOSITIONS
        and i - k < 7
    ):
        k -= 1
    return line.low(k) == "both" or (
        line.low(k) in ("the", "this", "these", "its", "that", "'s")
        and line.low(k + 1) not in ("second", "new", "first", "third", "other")
    )


@cache
def heads(kind: str) -> frozenset[str]:
    """Nouns that may stand for a thing of a kind named before."""
    return frozenset(table("doings")["heads"][kind].split())


def referring(line: Line, act: Acting) -> int | None:
    """The token that refers to a thing named before; None where nothing does."""
    nouns = heads(act.way.kind)
    if line.low(act.end) in ("that", "whether"):
        return None
    if (
        line.low(act.left) == "whose"
        and act.way.kind in ("project", "crossing")
        and _PARTS & set(line.lows(act.left, act.first))
    ):
        return act.left
    if act.way.kind == "project" and (another := _another(line, act)) is not None:
        return another
    if _expletive(line, act):
        return None
    places: list[int] = [*range(act.left, act.first), *range(act.end, min(act.right, act.end + 6))]
    for i in places:
        low = line.low(i)
        if low in _PRONOUNS and (
            (i < act.first and line.low(i + 1) not in nouns and _alone(line, i, act))
            or (i == act.end and low in ("it", "them", "both"))
        ):
            return i
        if (
            low in nouns
            and (definite(line, i) or (low in _SERVICES and i < act.first and _bare_plural(line, i, act)))
            and line.low(i + 1) not in ("at", "of", "between", "from", "-")
            and not (i >= act.end and any(line.low(k) in PREPOSITIONS for k in range(act.end, i)))
        ):
            return i
    return None


_SERVICES = frozenset(listed("flights trains buses ferries services sailings coaches"))


def _bare_plural(line: Line, i: int, act: Acting) -> bool:
    """ "... and flights only came back in July": the plural of a link named before, as the whole subject of a verb."""
    before = line.low(i - 1) if i else ""
    return (i == act.left or before in ("", "and", "but", ",", "direct", "regular", "passenger")) and _alone(
        line, i, act
    )
