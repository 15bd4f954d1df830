"""Missions told as lines of a list or the cells of a row: which, of whom, where ("Embassies: Lima, Quito", "Consulate General of
Peru: Guayaquil (opened in 2023)", "High Commission, Apia" under "Peruvian representation")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.contacts.scene import Scene, coming
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["listed_missions", "listed_relations", "may_list"]

_MISSION = r"(?:embass(?:y|ies)|high commissions?|consulates?(?:[ -]general)?|consular (?:offices?|sections?)|(?:diplomatic |resident )?missions?)"
_OPENS = re.compile(
    rf"\W{{0,3}}(?:(?:(?i:resident|permanent|honorary|general)|[A-ZÀ-Þ][\w'’]+(?:ese|an|ian|ish|ch|ic|i|is)) ){{0,2}}(?P<type>(?i:{_MISSION}))(?![\w-])"
    r"(?P<rest>(?: (?:of|for|in|to)(?: the)? [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?| (?i:general))*)(?=\s*(?:[:,;(/\t–—]|-\s| [A-ZÀ-Þ]|$))"
)
_TYPE = re.compile(rf"(?<![\w-])(?P<honorary>honorary )?(?P<type>{_MISSION})(?![\w-])", re.IGNORECASE)
_BEHIND = re.compile(
    r"\s*(?:$|[,;:/()–—.\t]|-\s|and\b|(?:(?:opened|closed|established|inaugurated|reopened|suspended|since)\s+(?:(?:in|on|since)\s+)?)?(?:\d|[A-Z][a-z]{2,8}\.? \d))"
)
_TOLD = re.compile(r"\b(?:has|have|had|is|are|was|were|will|would|said|says|its|their)\b")
_LINKED = re.compile(r"(?:[\s,;:/()–—-]|\band\b|\bin\b|\bat\b|\bwith\b|\bseat\b)*$", re.IGNORECASE)
_ACTS = (
    (re.compile(r"\b(?:re-?opened|resumed|restored)\b", re.IGNORECASE), "restored"),
    (re.compile(r"\b(?:closed|shut)\b", re.IGNORECASE), "closed"),
    (re.compile(r"\b(?:suspended|evacuated)\b", re.IGNORECASE), "suspended"),
    (re.compile(r"\b(?:opened|inaugurated|opening|opens|since)\b", re.IGNORECASE), "opened"),
    (re.compile(r"\b(?:established|set up|founded)\b", re.IGNORECASE), "established"),
)
_ELSEWHERE = re.compile(r"\b(?:accredited|non-resident|concurrent|covered from|cover)", re.IGNORECASE)
_TOWNS = ("capital", "city", "town", "unknown")
_LONG = 60  # tokens of a line that lists missions


@dataclass(frozen=True, slots=True)
class _Seat:
    """A town in a line of missions: of which type, and the words up to the next town."""

    town: Mention
    form: str
    words: Span


def may_list(line: Line) -> bool:
    """Whether a line may open as a list of missions."""
    if len(line.tokens) > _LONG or _OPENS.match(line.text, line.span.start, line.span.end) is None:
        return False
    return _TOLD.search(line.text, line.span.start, line.span.end) is None


def listed_missions(
    line: Line, here: Sequence[Mention], scene: Scene, owner: Mention | None, index: int
) -> Iterator[Clause]:
    """The missions that a line lists; `owner`: the state whose missions the heading over it names."""
    if not may_list(line):
        return
    states = [m for m in here if m.type == "state" and m.form not in _TOWNS and len(m.states) == 1]
    for seat in _seats(line, here):
        host = seat.town.states
        of = next((m for m in (*_of(line, states, seat.town), *((owner,) if owner else ())) if m.states != host), None)
        ends = _ends(of, host, scene)
        if ends is None:
            continue
        words = line.text[seat.words.start : seat.words.end]
        action = next((act for pattern, act in _ACTS if pattern.search(words)), "")
        when = next((d for d in line.dates if d.period is not None and d.span in seat.words), None)
        action = action or ("opened" if when is not None else "")
        tie = Mention(
            "tie",
            Span(line.span.start, seat.words.end),
            seat.form,
            ends[0],
            ends[1],
            form=seat.form,
            attributes={"action": action},
        )
        arguments = (Argument(tie, "object"), Argument(seat.town.but(type="place"), "at"))
        trigger = Span(line.span.start, max(seat.words.end, seat.town.span.end))
        yield Clause("bond", trigger, line.span, index, arguments, when, coming("reported", when, scene))


_RELATIONS = re.compile(
    r"\W{0,3}(?:(?P<relations>(?:(?:date|establishment) of )?(?:(?:bilateral|full) )?(?:diplomatic )?relations)|(?P<partnership>(?:comprehensive )?strategic partnership))"
    r"(?: (?:were )?(?:established|since|concluded|declared))?\s*(?:[:(\t–—]|\.{3,}|(?<=since))\s*(?:were )?(?:established|concluded|declared|since|from)?\s*(?:since|on|in|as of|from)?\s*$",
    re.IGNORECASE,
)
_SHORT = 16  # tokens of a line that tells no more than a tie and its day


def listed_relations(line: Line, scene: Scene, index: int) -> Iterator[Clause]:
    """The relations whose day a labelled line tells: "Diplomatic relations: 9 February 1992", "Relations since 1960"."""
    when = next((d for d in line.dates if d.period is not None), None)
    if when is None or len(line.tokens) > _SHORT or len(scene.pair) < 2:
        return
    label = _RELATIONS.match(line.text[line.span.start : when.span.start])
    if label is not None:
        form = "diplomatic-relations" if label["relations"] else "strategic-partnership"
        span = Span(line.span.start, when.span.end)
        tie = Mention(
            "tie", span, form, scene.pair[:2], scene.pair_spans[:2], form=form, attributes={"action": "established"}
        )
        yield Clause("bond", span, line.span, index, (Argument(tie, "object"),), when, coming("reported", when, scene))


def _seats(line: Line, here: Sequence[Mention]) -> Iterator[_Seat]:
    opening = _OPENS.match(line.text, line.span.start, line.span.end)
    towns = [
        m
        for m in here
        if m.type in ("state", "place") and m.form in _TOWNS and m.span.start >= (opening.end("type") if opening else 0)
    ]
    towns = towns or _unknown(line, opening)
    at, form = line.span.start, ""
    for number, town in enumerate(towns):
        before = line.text[at : town.span.start]
        types = list(_TYPE.finditer(before))
        form = _form(types[-1]["type"]) if types else form
        loose = before[types[-1].end() :] if types else before
        end = towns[number + 1].span.start if number + 1 < len(towns) else line.span.end
        at = town.span.end
        if _ELSEWHERE.search(line.text, town.span.end, end) or (types and types[-1]["honorary"]):
            continue
        if form and _fits(loose, here, at) and _BEHIND.match(line.text, town.span.end, line.span.end):
            yield _Seat(town, form, Span(town.span.start, end))


_NAMED = re.compile(r"\s*:\s*(?P<town>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)(?=\s*(?:[(;,]|$))")


def _unknown(line: Line, opening: re.Match[str] | None) -> list[Mention]:
    """The town that stands behind the colon of a label, in no list of places."""
    town = _NAMED.match(line.text, opening.end(), line.span.end) if opening is not None else None
    if town is None:
        return []
    return [
        Mention(
            "place",
            Span(town.start("town"), town.end("town")),
            town["town"],
            form="unknown",
            attributes={"name": town["town"]},
        )
    ]


def _fits(words: str, here: Sequence[Mention], before: int) -> bool:
    """Whether nothing but marks, what stands in brackets, or whose mission it is, parts a town from what leads it in."""
    plain = re.sub(r"\([^()]*\)", " ", words)
    plain = re.sub(r"(?i)\s?\b(?:of|for)(?: the)? [A-Z][\w'’ -]+?(?=\s*[:,(–—\t]|$)|\s?\bgeneral\b", " ", plain)
    plain = re.sub(
        r"(?i)\b(?:opened|closed|established|inaugurated|since|in|from|\d[\d ./-]*|January|February|March|April|May|June|July|August|September|October|November|December)\b",
        " ",
        plain,
    )
    return _LINKED.match(plain) is not None


def _form(words: str) -> str:
    return "consulate" if words.lower().startswith("consul") else "embassy"


def _of(line: Line, states: Sequence[Mention], town: Mention) -> list[Mention]:
    """The states named before a town, the nearest first: whose missions are listed."""
    return [m for m in reversed(states) if m.span.end <= town.span.start]


def _ends(of: Mention | None, host: tuple[str, ...], scene: Scene) -> tuple[tuple[str, ...], tuple[Span, ...]] | None:
    """The sending and the receiving state: as told, as the town shows, else the other of the two that the page is about."""
    pair, spans = scene.pair[:2], scene.pair_spans[:2]
    if of is not None and host:
        return (of.states[0], host[0]), (of.span,)
    if len(pair) < 2:
        return None
    known = host or (of.states if of is not None else ())
    if len(known) != 1 or known[0] not in pair:
        return None
    other = pair[1 - pair.index(known[0])]
    return ((other, known[0]) if host else (known[0], other)), spans
