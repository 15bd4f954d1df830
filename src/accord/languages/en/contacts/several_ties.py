"""Several ties told in one breath: one act of many states or at many seats, and the second state's own mission."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.views import Mention

if TYPE_CHECKING:
    from accord.languages.en.contacts.ties import Bond

__all__ = ["beside", "each"]

_SEATED = ("embassy", "consulate", "ambassador")
_LINKS = frozenset((",", "and", "&", "the", "all", "both"))
_WITH = (["together", "with"], ["along", "with"], ["well", "as"], ["his", "allies"], ["his", "neighbours"])
_WITH_WHOM = ("with", "to", "from", "of", "for", "in", "at", "against")
_ALREADY = frozenset(
    "has have had also then later all both each jointly immediately already likewise will would".split()
)
_AMONG = frozenset(
    "in at to from with of the another one a second third also for well as an own that between office branch those mission".split()
)
_BEHIND = frozenset(
    ", . ; : ( ) — and in on for after since over when while as by at last this earlier until which who where but were was have has had are is next from early late open closed shut too".split()
)


def each(sketch: Sketch, bond: Bond) -> list[Bond]:
    """A tie for each of several states or seats: "A, B and C severed relations with D", "consulates in P and Q"."""
    row = _senders(sketch, bond.first)
    many = list(dict.fromkeys(s for m in row for s in m.states))
    with_whom = [
        m
        for m in bond.between
        if (m.type == "state" or m is bond.place) and len(m.states) == 1 and m not in row and m.states[0] not in many
    ]
    if len(many) > 1 and len({m.states for m in with_whom}) == 1 and sketch.item(bond.first - 1) != "between":
        whose = {s: m.but(states=(s,)) for m in row for s in m.states}
        return [replace(bond, between=[whose[s], with_whom[-1]]) for s in many]
    return _hosted(sketch, bond)


def _senders(sketch: Sketch, first: int) -> list[Mention]:
    """The states in a row before an act."""
    row: list[Mention] = []
    k = first - 1
    while k > 0 and sketch.item(k) in _ALREADY:
        k -= 1
    while k >= 0:
        mention = sketch.mention(k, "S")
        if mention is None and sketch.item(k) not in _LINKS and sketch.items[k - 1 : k + 1] not in _WITH:
            break
        if mention is not None and mention.type == "state":
            row.insert(0, mention)
        k -= 1 if mention is not None or sketch.item(k) in _LINKS else 2
    return row


def _hosted(sketch: Sketch, bond: Bond) -> list[Bond]:
    """One tie for each seat or partner of a row behind the act, each with its own day where each has one."""
    at = next((k for k in range(bond.first, len(sketch.items)) if _heads(sketch, bond, k)), -1)
    row = _row(sketch, at) if at >= 0 else []
    if len(row) < 2:
        return [bond]
    dated = sum(when is not None for _, when in row) > 1
    rest = [m for m in bond.between if all(m is not host for host, _ in row)]
    found: list[Bond] = []
    for host, when in row:
        others = [m for m in rest if not set(m.states) & set(host.states)]
        known = {s for m in rest for s in m.states}
        between = rest if len(known) == 2 and set(host.states) <= known else [*others[:1], host]
        place = host if bond.form in _SEATED and host.form not in ("name", "official") else None
        found.append(replace(bond, between=between, place=place, when=when if dated else bond.when))
    return found


def _heads(sketch: Sketch, bond: Bond, k: int) -> bool:
    """Whether a row of seats or partners may begin at item k: with the place of a bond or the partner behind it."""
    mention = sketch.mention(k, "S")
    if mention is None or mention.form.startswith("demonym") or "between" in sketch.items[max(k - 2, 0) : k]:
        return False
    if bond.form in _SEATED and bond.place is not None:
        return mention is bond.place
    told = sketch.item(k - 1 - (sketch.item(k - 1) == "the")) in _WITH_WHOM
    return told and k >= bond.end - 2 and any(mention is m for m in bond.between) and len(mention.states) == 1


def _row(sketch: Sketch, k: int) -> list[tuple[Mention, Mention | None]]:
    """The places or states in a row from item k, each with the day that stands behind it."""
    row: list[tuple[Mention, Mention | None]] = []
    joined = False
    while (mention := sketch.mention(k, "S")) is not None:
        head = row[0][0] if row else mention
        if row and (mention.form.startswith("demonym") or sketch.item(k + 1) == "'s"):
            break
        k, when = _day(sketch, k + 1)
        if not row or set(mention.states) != set(head.states) or mention.type == head.type != "state":
            if not row or mention.form not in ("name", "official") or mention.states != row[-1][0].states:
                row.append((mention, when))
        elif when is not None and row[-1][1] is None:
            row[-1] = row[-1][0], when
        start = k
        while (
            sketch.item(k) in _LINKS
            or (k > start and sketch.item(k) in _AMONG)
            or sketch.items[k : k + 2] == ["as", "well"]
        ):
            k += 1
        follows = sketch.mention(k, "S") is not None
        bare = sketch.item(k - 1) in _LINKS
        if k == start or not follows or (bare and sketch.item(k + 1) not in _BEHIND and not sketch.mention(k + 1, "D")):
            break
        joined = joined or "and" in sketch.items[start:k] or "well" in sketch.items[start:k]
    return row if joined else row[:1]


def _day(sketch: Sketch, k: int) -> tuple[int, Mention | None]:
    """Behind the day that stands at item k ("in 2005", "(1974)"), with it."""
    n = k + (sketch.item(k) in ("in", "on", "since", "(", "from"))
    if (when := sketch.mention(n, "D")) is None:
        return k, None
    n += 1
    return n + (sketch.item(n) == ")"), when


# ------------------------------------------------------------------ what stands beside a tie
_OBJECT = r"(?P<it>(?:honorary )?consulates?(?: generals?)?|embassy|high commission|ambassadors?)"
_MORE = re.compile(
    rf"(?:in (?:the )?S\d+ )?(?:(?:in |on |since )?D\d+ )?(?:, and|,|and|as well as) (?:(?:both|the|his|a|an|also|withdraws?|withdrawing|withdrew|staff|of|all|own) ){{0,5}}{_OBJECT}(?: in (?:the )?(?P<at>S\d+))? "
)
_OWN = re.compile(
    r"(?<!\S)(?:;|,|and|while|whereas|but) (?:and |while )?(?:the )?(?P<who>S\d+) (?:"
    r"(?:(?!;|S\d|D\d|who|which|that)\S+ ){0,4}?(?P<it>his own|his|theirs|one|the same|likewise)(?: one)?(?: ,)?|'s(?: own)?(?: one| embassy| consulate| mission)?|(?:one|mission|embassy|consulate)(?: (?:works|operates|is|opened|began work|has been))?"
    r") (?:in|to|from|at) (?:the )?(?P<at>S\d+) "
)


_OPENED = ("opened", "inaugurated", "established")


def beside(sketch: Sketch, found: Sequence[Bond]) -> Iterator[Bond]:
    """What shares its verb with a tie that is told: a further mission, or the other state's own."""
    for bond in found:
        if bond.form not in _SEATED:
            continue
        yield from _further(sketch, bond, found)
        if bond.form != "ambassador":
            yield from _others_own(sketch, bond, found)


def _further(sketch: Sketch, bond: Bond, found: Sequence[Bond]) -> Iterator[Bond]:
    """ "Closed its embassy in P and the consulate in Q"."""
    text = " ".join(sketch.items[bond.end :]) + " "
    match = _MORE.match(text)
    if match is None:
        return
    start = sketch.starts[bond.end] if bond.end < len(sketch.starts) else 0
    it, form = sketch.at(start + match.start("it")), _form(match["it"])
    if form == bond.form or any(b.form == form and b.first <= it < b.end for b in found):
        return
    place = sketch.named[sketch.at(start + match.start("at"))] if match["at"] else None
    if place is not None or form == "ambassador":
        yield replace(bond, form=form, place=place, between=bond.between)


def _others_own(sketch: Sketch, bond: Bond, found: Sequence[Bond]) -> Iterator[Bond]:
    """ "A opened its embassy in P in 1982; B's in Q is two years old"."""
    states = {s for m in bond.between for s in m.states}
    for match, first, end in sketch.find(_OWN):
        who, at = (sketch.named[sketch.at(match.start(g))] for g in ("who", "at"))
        if first < bond.end - 1 or who is None or at is None or at is bond.place:
            continue
        ends = {*who.states, *at.states}
        if len(ends) != 2 or not (ends == states or states == set(who.states)):
            continue
        if at.form in ("name", "official") or any(b.place is at for b in found):
            continue
        stop = next((k for k in range(end, len(sketch.items)) if sketch.item(k) in (";", "and")), len(sketch.items))
        days = (m for k in range(first, min(stop, end + 8)) if (m := sketch.mention(k, "D")) is not None)
        action = "opened" if sketch.has(_OPENED, first, end) else bond.action
        when = next(days, None)
        yield replace(
            bond, action=action, first=first, end=end, between=[who, at], place=at, when=when, status="reported"
        )
        return


def _form(word: str) -> str:
    return "consulate" if "consul" in word else "ambassador" if word.startswith("amb") else "embassy"
