"""Several meetings told in one breath: each with its own people, day, place and means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from accord.languages import patterns as re
from accord.languages.en.contacts.people import chain
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of
from accord.languages.en.contacts.talks import Talk, mode_of
from accord.languages.views import Mention

__all__ = ["apart", "each_talk", "single"]


def each_talk(sketch: Sketch, told: Iterable[Talk]) -> list[Talk]:
    """The meetings that a sentence tells of, with those that it only goes on about ("and in the evening with C")."""
    found = [*told]
    found += [more for talk in [*found] for more in _further(sketch, talk)]
    _part(sketch, found)
    return [*found, *_again(sketch, found)]


_ASIDE = r"(?:(?:on|in|at|for|during|over|D\d+|S\d+|the|his|a|same|next|following|day|days|morning|evening|afternoon|night|lunch|dinner|there|today|yesterday|tomorrow|separately|also|as|well|later|,) )"
_MORE = re.compile(
    rf"(?:, who[m]? (?:(?![,;])\S+ ){{1,12}}(?=, ))?{_ASIDE}{{0,6}}?"
    rf"(?P<and>(?:and|then|next|later|afterwards|thereafter|before that|followed by|as well as) )(?:(?:then|next|later|afterwards|finally|also|thereafter) )*{_ASIDE}{{0,7}}?(?:talks )?(?P<with>with |by |to |from )?(?:(?:the|his|both|visiting|S\d+|'s) ){{0,3}}(?=A\d)"
)
_LEADS = frozenset(("with", "by", "to", "from"))
_BEHIND = frozenset((".", ";", "on", "in", "at", "for", "over", "there", "as", "during", "before", "after", ""))


def _ends(sketch: Sketch, k: int) -> bool:
    """Whether somebody told right before item k is not who the next clause is about."""
    k += sketch.item(k) == ","
    return (
        sketch.item(k) in _BEHIND or sketch.mention(k, "D") is not None or sketch.items[k - 1 : k + 1] == [",", "and"]
    )


def _further(sketch: Sketch, talk: Talk) -> Iterator[Talk]:
    """Whom else somebody met by the same verb, behind a day or a place: "met B on D and on D C", "with B and then with C"."""
    near, far = [k for k in talk.who if k < talk.first], [k for k in talk.who if k > talk.first]
    while near and far and max(far) + 1 < len(sketch.items):
        match = _MORE.match(sketch.text, sketch.starts[max(far) + 1])
        at = sketch.at(match.end()) if match else -1
        if match is None or not sketch.is_actor(at):
            return
        row = sorted(chain(sketch, at, 1))
        led = not _LEADS.isdisjoint(sketch.items[talk.end : min(far)])
        if not match["with"] and (led or not _ends(sketch, max(row) + 1)):
            return
        cut = sketch.at(match.start("and"))
        days = [k for k in range(cut, at) if sketch.mention(k, "D")]
        days += [k for k in range(max(row) + 1, max(row) + 4) if sketch.mention(k, "D")]
        if days and days[0] < at and talk.when is sketch.named[days[0]]:
            talk.when = date_of(sketch, 0, talk.first, cut)
        talk.own = talk.own[0], cut
        when = sketch.named[days[0]] if days else talk.when
        talk = replace(talk, who=[*near, *row], when=when, own=(cut, len(sketch.items)))
        yield talk
        far = row


_CUTS = frozenset(("and", ";", ",", "but", "while", "then", "before", "after"))


def _part(sketch: Sketch, found: list[Talk]) -> None:
    """Give each of several meetings the words from its own "and" on, and the means told there."""
    for a, b in pairwise(sorted(found, key=lambda talk: talk.first)):
        cut = next((k for k in range(b.first - 1, a.end - 1, -1) if sketch.item(k) in _CUTS), -1)
        if cut >= 0:
            a.own, b.own = (a.own[0], cut), (cut, b.own[1])
    for talk in found if len(found) > 1 else ():
        talk.mode = mode_of(sketch, talk.first, *talk.own)


_NTH = re.compile(
    r"(?<!\S)(?:and|,|;|but|while) (?:the |a |his )?(?:second|third|fourth|next|another|other|last|latest)(?: (?:one|round|time|meeting|such meeting|encounter))?"
    r"(?P<told>(?: (?:was|were|is|are|will|be|to|held|due|planned|scheduled|set|expected|likely|foreseen|took|take|takes|place|follow|followed|follows|came|then|in S\d+|at S\d+|,)){0,7}?)"
    r" (?:(?:on|in|at|for|from) )?(?P<day>D\d+) "
)


def _again(sketch: Sketch, found: list[Talk]) -> Iterator[Talk]:
    """ "... met on D in S, and the second time on D in S": those told before, on a day of its own."""
    for match, first, end in sketch.find(_NTH):
        before = [t for t in found if t.end <= first]
        if before:
            last = max(before, key=lambda talk: talk.first)
            end = next((k for k in range(end, len(sketch.items)) if sketch.item(k) in ("and", ";", ".")), end)
            ahead = not _AHEAD.isdisjoint(match["told"].split())
            when = sketch.named[sketch.at(match.start("day"))]
            last.own = last.own[0], min(last.own[1], first)
            status = "planned" if ahead else last.status
            yield replace(last, first=first + 1, end=first + 2, status=status, when=when, own=(first, end))


_AHEAD = frozenset("will due planned scheduled set expected likely foreseen".split())


_JOINT = re.compile(
    r"\b(?:together|jointly|trilateral|tripartite|three-way|quadrilateral|four-way|quadripartite|multilateral|joint|three-sided|conference call|accompanied)\b"
)
_ONE = re.compile(
    r"(?:^| )(?:a|an|the|this|his|first|second|'s) (?:(?!A\d|D\d|and|of|with)\S+ ){0,4}(?:meeting|conversation|conference|dinner|lunch|luncheon|breakfast|round|session|banquet|reception|consultation|negotiation|encounter|gathering|sitting) $"
)
_EACH = re.compile(
    r"\b(?:separate(?:ly)?|individual(?:ly)?|one after the other|one after another|in turn|each|successively|consecutively|respective(?:ly)?|back-to-back)\b"
)


def apart(drawn: Sketch, talk: Talk, who: Sequence[Mention]) -> list[list[Mention]]:
    """Who met in each meeting that a clause tells of: "A met B and C" tells of two, "A, B and C met" of one."""
    parted = _parted(drawn, talk)
    near = [m for m in who if _told(drawn, talk, m, parted, before=True)]
    far = [m for m in who if _told(drawn, talk, m, parted, before=False)]
    if not near or not far or len(near) + len(far) < len(who):
        return [list(who)]
    about = drawn.span(max(0, talk.first - 8), min(talk.end + 12, len(drawn.items)))
    words = drawn.line.text[about.start : about.end].lower()
    if _EACH.search(words):
        if len(ones := single(near)) > 1 == len(far):
            return [[one, *far] for one in ones]
    elif _JOINT.search(words) or _ONE.search(" ".join(drawn.items[max(0, talk.first - 6) : talk.end]) + " "):
        return [list(who)]
    others = _of_one_state(single(far))
    return [[*near, other] for other in others] if len(others) > 1 else [list(who)]


def _of_one_state(people: list[Mention]) -> list[Mention]:
    """People told in a row, those whose state is not told given that of the one before ("President A of S and Minister B")."""
    for k in range(1, len(people)):
        if not people[k].states and people[k].office:
            before = people[k - 1]
            people[k] = people[k].but(states=before.states, antecedents=(*people[k].antecedents, before.span))
    return people


def _parted(drawn: Sketch, talk: Talk) -> int:
    """The item that parts the two sides of a meeting: its trigger, or the "with" of "talks that A had with B"."""
    if not talk.who or min(talk.who) < talk.first:
        return talk.first
    return next((k for k in range(min(talk.who) + 1, max(talk.who)) if drawn.item(k) == "with"), talk.first)


def _told(drawn: Sketch, talk: Talk, mention: Mention, parted: int, *, before: bool) -> bool:
    """Whether somebody is told on this side of an item."""
    return any(
        (m := drawn.named[k]) is not None and m.span == mention.span and (k < parted) == before for k in talk.who
    )


def single(people: Sequence[Mention]) -> list[Mention]:
    """Each person by himself: a group told with its states ("the presidents of A and B") is one of each."""
    found: list[Mention] = []
    for m in people:
        members = m.attributes.get("members", ())
        if len(members) > 1 and len(members) == len(m.states):
            plain = {k: v for k, v in m.attributes.items() if k not in ("members", "people", "plural")}
            found += [m.but(name=n, states=(s,), attributes=plain) for n, s in zip(members, m.states, strict=True)]
        else:
            found.append(m)
    return found
