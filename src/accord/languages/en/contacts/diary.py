"""Visits and meetings that a diary tells without a verb: "24 March – Minister A. Lind, Lima", "Lima, 3 May: President B. Ruiz"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import status_of
from accord.languages.en.contacts.talks import Talk
from accord.languages.en.contacts.trips import Trip
from accord.languages.views import Mention

__all__ = ["diary_talks", "diary_trips"]

_MARK = r"(?:[,:;.—-] )"
_DAY = rf"(?:(?:on |in )?(?P<day>D\d+) {_MARK}?)?"
_WHO = r"(?:the |his )?(?P<who>A\d+) "
_WITH = r"(?:(?:and|with) (?:an? |the |his )?(?:(?!(?:A|S|D)\d)[^\s,;:.()]+ ){1,5}?)?"  # "and a cross-party delegation"
_ENDS = r"(?=[,;:.()—-] |for |with |on |in |to |D\d|and |where |$)"
_TRIP = (
    re.compile(rf"{_MARK}*{_DAY}{_WHO}{_WITH}(?:[,:—] (?:in |at |to )?|in |at |to )(?:the )?(?P<to>S\d+) {_ENDS}"),
    re.compile(rf"{_MARK}*{_DAY}(?P<to>S\d+) (?:{_MARK}(?:D\d+ )?)(?:{_MARK})?{_WHO}{_ENDS}"),
)
_LATER = re.compile(r"(?:; |, |and )(?P<again>D\d+) (?=[,;.(] |and |$)")
_FORM = re.compile(r"(?<!\S)(?P<form>state|official|working) (?:visit|call|trip)(?!\S)")
_AHEAD = re.compile(r"(?<!\S)(?:expected|planned|due|scheduled|foreseen|tbc)(?!\S)")
_TALK = re.compile(
    rf"{_MARK}*{_DAY}(?:(?P<at>S\d+) {_MARK})?{_WHO}(?:[—/&] |and |with )(?:the )?(?:S\d+ 's )?(?P<other>A\d+) {_ENDS}"
)
_GROUP = re.compile(rf"{_MARK}*{_DAY}(?:(?P<at>S\d+) {_MARK})?{_WHO}(?:{_MARK}|in |at |by |D\d|\( |$)(?!.*A\d)")
_FAR = re.compile(
    r"(?<!\S)(?:by |, |\( ?)(?:(?P<phone>tele ?phone|phone)|(?P<video>video)(?: link| call| conference)?)(?!\S)"
)
_NOUNS = frozenset("talks visit call calls meeting expected planned due scheduled cancelled postponed".split())
_KINDS = ("item", "paragraph", "quotation")
_LONGEST = 40  # words of an entry


def diary_trips(sketch: Sketch) -> Iterator[Trip]:
    """The visits of an entry that only names who was where and when."""
    match = next((m for p in _TRIP if (m := p.match(sketch.text))), None)
    if match is None or not _plain(sketch):
        return
    who, to = sketch.at(match.start("who")), sketch.at(match.start("to"))
    visitor, host = sketch.named[who], sketch.named[to]
    if not _may_go(visitor, host):
        return
    end = max(who, to) + 1
    days = _days(sketch, end, match)
    form = _FORM.search(sketch.text)
    for when in days:
        yield Trip([who], to, to, to + 1, _status(sketch, to), when, form=form["form"] if form else "")


def diary_talks(sketch: Sketch) -> Iterator[Talk]:
    """The meeting of an entry that only names two, or holders of an office of both states, and when."""
    match, group = _TALK.match(sketch.text), _GROUP.match(sketch.text)
    if not (match or group) or not _plain(sketch):
        return
    far = _FAR.search(sketch.text)
    mode = "phone" if far and far["phone"] else "video" if far else "in-person"
    if match is None:
        yield from _of_group(sketch, group, mode)
        return
    who, other = sketch.at(match.start("who")), sketch.at(match.start("other"))
    one, two = sketch.named[who], sketch.named[other]
    if one is None or two is None or set(one.states) & set(two.states):
        return
    days: list[Mention | None] = [*_days(sketch, other + 1, match)[:1]]
    apart = sketch.item(who + 1) in ("—", "/") and one.states and two.states
    for when in days or ([None] if apart else []):
        yield Talk([who, other], who, other + 1, _status(sketch, who), when, mode)


def _of_group(sketch: Sketch, match: re.Match[str] | None, mode: str) -> Iterator[Talk]:
    """Those who hold an office in both states, on a day: "24 September: foreign ministers, New York"."""
    who = sketch.at(match.start("who")) if match else -1
    group = sketch.named[who] if match else None
    if match is None or group is None or not group.attributes.get("plural") or len(group.states) == 1:
        return
    for when in _days(sketch, who + 1, match)[:1]:
        yield Talk([who], who, who + 1, _status(sketch, who), when, mode)


def _plain(sketch: Sketch) -> bool:
    """Whether an entry is short and has no verb, but for an aside behind a bracket or a semicolon."""
    if sketch.line.kind not in _KINDS or len(sketch.items) > _LONGEST:
        return False
    for i, token in enumerate(sketch.line.tokens):
        if token.low in ("(", ";", ":"):
            return True
        if sketch.line.finite(i) and sketch.line.covered(i) is None and token.low not in _NOUNS:
            return False
    return True


def _may_go(visitor: Mention | None, host: Mention | None) -> bool:
    """Whether somebody in office may have gone to a place: it is named, not told by an adjective, and not his own."""
    if visitor is None or host is None or visitor.form == "expert" or not visitor.office:
        return False
    place = not host.form.startswith("demonym") and host.form != "pair" and len(host.states) == 1
    return place and not visitor.attributes.get("plural") and host.states != visitor.states


def _days(sketch: Sketch, end: int, match: re.Match[str]) -> list[Mention]:
    """The days of an entry: those that open it, else those told behind, else that of the entry of a chronology."""
    first = match["day"] and sketch.named[sketch.at(match.start("day"))]
    if first:
        return [first]
    told = [k for k in range(len(sketch.items)) if sketch.mention(k, "D")]
    inside = [k for k in told if sketch.starts[k] < match.end()]
    stop = next(
        (k for k in range(end, len(sketch.items)) if sketch.items[k] in (".", "with", "where")), len(sketch.items)
    )
    behind = [k for k in told if end <= k < stop]
    chosen = inside[:1] or [k for n, k in enumerate(behind) if not n or _LATER.match(sketch.text, sketch.starts[k - 1])]
    days = [m for k in chosen if (m := sketch.named[k]) is not None and m.period is not None]
    return days or ([sketch.line.entry] if sketch.line.entry is not None else [])


def _status(sketch: Sketch, trigger: int) -> str:
    told = status_of(sketch, 0, trigger, trigger + 1, len(sketch.items), noun=True)
    return "planned" if told == "reported" and _AHEAD.search(sketch.text) else told
