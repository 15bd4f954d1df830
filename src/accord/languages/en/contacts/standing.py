"""How sure a visit or a meeting is, and when it is: from the words and dates about its trigger."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import pairwise

from accord.languages import patterns as re
from accord.languages.en.contacts.sketch import Sketch, words
from accord.languages.en.values.numbers import ONES
from accord.languages.views import Mention
from accord.values import Period

__all__ = ["date_of", "status_of"]

_PUT_OFF = re.compile(
    r"\b(?:put|putting|puts) (?:off|on ice|on hold)\b|\bpush(?:ed|es)? back\b|\b(?:is|are|was|were|be|been|remain(?:s|ed)?|now|still|currently|placed) on hold\b"
    r"|\b(?:put|set) back (?:by|to|until|a|for)\b|\b(?:been|was|were|be) (?:moved|shifted|pushed|bumped|rolled over) (?:back )?(?:to|by|until|into)\b"
)
_CALLED_OFF = re.compile(
    r"\bcall(?:ed|s|ing)? (?:it |them )?off\b|\bf(?:ell|alls|allen|all) through\b|\bc[ao]me to nothing\b|\bno longer (?:in|on|going)\b|\bpull(?:ed|s) out of\b|\bwas to have \w+\b|\bhad been due\b"
    r"|\b(?:is|are|was|were) (?:now )?off (?:, |\. |$|\.$)|\bwill not (?:now |be )?(?:take place|go ahead|happen|held|going ahead)\b"
)
_TO = re.compile(
    r"\b(?:is|are|was|were) (?:also |still |now |both )?(?:due |expected |set |scheduled |slated |supposed )?to\b|\bgoing to\b|\bmeans to\b|\bto be\b|\babout to\b"
)
_DENYING = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss(?:ed|es)|reject(?:ed|s)|refut(?:ed|es)) (?:(?!A\d|S\d|[,;])\S+ ){0,5}?(?:that|reports?|rumou?rs?|claims?|having)\b"
)
_DENIED = re.compile(
    r"\b(?:was|were|is|are) (?:\w+ )?(?:denied|dismissed as|unfounded|baseless|false|untrue|groundless)\b"
)
_RUMOUR = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|speculation|allegations?|suggestions?|talk) (?:\S+ ){0,4}?(?:that|of|about) (?:\S+ ){1,40}?(?:was|were|are|is|has been|have been) (?:\S+ ){0,3}?"
    r"(?:denied|dismissed|rejected|refuted|described as|called|untrue|false|unfounded|baseless|groundless|invention|pure|nonsense|wrong)\b"
)
_SCHEDULED = re.compile(
    r"(?:\S+ ){0,6}?(?:(?:is|are|was|were|been|,|which is|that is) (?:now |still |tentatively )?(?:planned|due|scheduled|expected|set|slated|foreseen|pencilled|to be|to take place)|"
    r"planned for|scheduled for|due in|due on|slated for|will (?:take place|be|begin|start|follow)) "
)
_MOOTED = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:\w+ )?(?:under (?:discussion|consideration|study|review)|being (?:discussed|considered|mooted|weighed|explored)|in the works|on the cards|in prospect|possible)\b"
)
_HELD = re.compile(r"\b(?:went ahead|went off|did take place|did go ahead)\b")
_DAYS = re.compile(
    rf"\b(?:(a|{'|'.join(ONES)}|\d{{1,2}})-day|(?:visit|trip|stay|tour) of (a|{'|'.join(ONES)}|\d{{1,2}}) days?)\b"
)
_MAYBE = frozenset(("possible", "eventual", "potential", "mooted", "hypothetical"))
_ANNOUNCED = frozenset(("announced", "announces"))
_ASIDE = frozenset("that said says saying told adding where assuming assumed inaugurated elected sworn ; —".split())


def status_of(sketch: Sketch, left: int, trigger: int, end: int, right: int, noun: bool = False) -> str:
    """The status that the words from `left` (behind the subject) to the trigger [trigger, end), and behind it up to
    `right`, give."""
    before = " ".join(sketch.items[max(left, 0) : trigger + 1])
    after = " ".join(sketch.items[end:right])
    both = f"{before} … {after}"
    if _PUT_OFF.search(both) or _among("postponed", sketch, left, trigger, end, right):
        return "postponed"
    if _CALLED_OFF.search(both) or _among("cancelled", sketch, left, trigger, end, right):
        return "cancelled"
    near = before.split()[-9:]
    if near[:-1] == ["to"]:  # "invited his A2 to visit": the verb that asks stands before who is asked
        near = sketch.items[max(left - 4, 0) : trigger + 1]
    near = near[len(near) - near[::-1].index(".") :] if "." in near else near
    said = max((n for n, w in enumerate(near) if w in ("said", "says", "reported") and n < len(near) - 1), default=-1)
    near = near[said + 1 :] if noun else near
    if _DENYING.search(" ".join(sketch.items[:trigger])) or _DENIED.search(after):
        return "denied"
    if (told := _RUMOUR.search(sketch.text)) and told.start() <= sketch.starts[trigger] < told.end():
        return "denied"
    if noun and _HELD.search(after):
        return "reported"
    if any(w in words("status", "denied") for w in near[-6:]):
        return "denied"
    if sketch.line.kind in _HEADS and sketch.item(trigger - 1) == "to":
        return "planned"
    if any(w in words("status", "hypothetical") for w in near[-6:]) or any(w in _MAYBE for w in near[-3:]):
        return "hypothetical"
    if any(w in words("status", "proposed") for w in near):
        return "planned" if "accepted" in both.split() else "proposed"
    if noun and near[-3:-1] in (["set", "during"], ["agreed", "during"]):
        return "reported"  # "the target set during the visit"
    if any(w in words("status", "planned") for w in near) or _TO.search(before):
        return "planned"
    if noun and _MOOTED.search(after):
        return "proposed"
    if noun and _SCHEDULED.match(after + " "):
        return "planned"
    return "reported"


_HEADS = ("headline", "heading", "title")


def _among(key: str, sketch: Sketch, left: int, trigger: int, end: int, right: int) -> bool:
    return sketch.has(words("status", key), left, trigger) or sketch.has(words("status", key), end, right)


def date_of(
    sketch: Sketch, left: int, trigger: int, right: int, lasting: bool = False, taken: Collection[int] = ()
) -> Mention | None:
    """The date that belongs to a trigger: the next one behind it, else the nearest before, else that of the entry of a
    chronology; of a stay, the whole."""
    own = (k for k in range(trigger - 1, max(-1, trigger - 5), -1) if sketch.mention(k, "D"))
    if (k := next(own, -1)) >= 0 and sketch.item(k + 1) in ("'s", "'"):
        return sketch.named[k]  # "Thursday's trip"
    found = [k for k in range(max(left, 0), min(right, len(sketch.items))) if sketch.mention(k, "D") and k not in taken]
    later = [k for k in found if k > trigger and _own(sketch, trigger, k) and "who" not in sketch.items[trigger:k]]
    if lasting:
        told = [k for k in found if k > trigger and _BOUND.search(" ".join(sketch.items[trigger:k]))]
        announced = (k for k in later if not _ANNOUNCED.isdisjoint(sketch.items[trigger:k]))
        later = told or [k for k in later if k not in {*announced}]  # "the visit that began on Monday"
    if not lasting:
        later = [k for k in later if "since" not in sketch.items[trigger + 1 : k]]
    earlier = [k for k in found if k < trigger and not _ASIDE & set(sketch.items[_behind(sketch, k) : trigger])]
    for k in [*later[:1], *_of_clause(sketch, earlier)]:
        when = sketch.named[k]
        limit = sketch.item(k - 1) in ("until", "till") and sketch.items[k + 1 : k + 3] != [",", "when"]
        if when is not None and when.period is not None and not limit:
            if lasting and "home" in sketch.items[max(k - 3, 0) : k]:
                continue  # "flies home on Wednesday"
            since = sketch.item(k - 1) == "since" and not lasting
            if since and k < trigger and sketch.items[k + 1 : k + 3] == [",", "when"] and when.period.open:
                return when.begun()
            if sketch.item(k + 1) in ("'s", "'") or since:
                continue
            if sketch.item(k + 1) in _OF_YEARS:
                continue  # "the 2026/27 season"
            if (
                lasting
                and (when.period.iso.endswith("/..") or "since" in sketch.items[trigger + 1 : k])
                and "been" not in sketch.items[max(trigger - 2, 0) : trigger + 1]
            ):
                continue
            if when.attributes.get("part") == "by" and not when.period.open:
                return when.but(period=when.period.until())
            return _lasting(sketch, left, right, when) if lasting else when
    return sketch.line.entry


def _of_clause(sketch: Sketch, earlier: list[int]) -> list[int]:
    """The first of the dates before a trigger, or the first of its own clause ("in May A did this, and in July that")."""
    for before, k in [*pairwise(earlier)][::-1]:
        between = sketch.items[before + 1 : k]
        parted = any(a == "," and b == "and" for a, b in pairwise(between))
        if parted or ";" in between or "but" in between or "and" in between[-2:]:
            return [k]
    return earlier[:1]


_BOUND = re.compile(
    r"^(?:visit|trip|tour|stay|journey)(?: (?:to|in|of) (?:the )?S\d+)? ,?(?: ?(?:that|which) (?:is to |was to |will )?)?(?:begins?|began|beginning|starts?|started|starting|ends?|ended|ending)(?: on)?$"
)
_OF_YEARS = frozenset(
    "season seasons crop harvest budget election elections vote war crisis deal treaty agreement accord".split()
)


def _behind(sketch: Sketch, k: int) -> int:
    """Behind a date with the ", where" or ", when" that goes on about that day."""
    return k + 3 if sketch.item(k + 1) == "," and sketch.item(k + 2) in ("where", "when") else k


def _own(sketch: Sketch, first: int, last: int) -> bool:
    """Whether nothing between two items begins another clause."""
    between = sketch.items[first + 1 : last]
    opened = [w for n, w in enumerate(between) if w != "that" or sketch.item(first + n + 2) not in _FINITE or n > 12]
    if ";" in between or "—" in between or any(w in _ASIDE for w in opened):
        return False
    return not any(a in ("and", "but", "while") and (b in _FINITE or b.endswith("ed")) for a, b in pairwise(between))


_FINITE = frozenset(
    "is are was were will would has have had then later met held signed left flew told made went".split()
)


_CLOSE = re.compile(
    r"(?<!\S)(?:wound up|winding up|wrapped up|(?:close|end|conclusion|last day|final day|completion) of (?:(?!S\d|A\d|D\d)\S+ ){1,5}?(?:visit|trip|tour|stay)) "
)


def _lasting(sketch: Sketch, left: int, right: int, when: Mention) -> Mention:
    """The whole stay, where one of its ends and its days are told ("arrived on Sunday for a three-day visit")."""
    period = when.period
    match = _DAYS.search(" ".join(sketch.items[max(left - 4, 0) : right + 4]))
    if match is None or period is None:
        return when
    told = match[1] or match[2]
    number = ONES.get(told) or (int(told) if told.isdigit() else 1)
    start = period.first if period.iso.endswith("/..") else None
    if start is None and period.length.days:
        return when
    start = start or period.first
    rest = timedelta(days=number - 1)
    gone = sketch.has(("left", "departed"), left, right) and sketch.has(("after", "following"), left, right)
    over = sketch.has(words("trips", "ending"), left, right) or _CLOSE.search(sketch.text) is not None
    if gone or over:
        return when.but(period=Period.days(start - rest, start))
    return when.but(period=Period.days(start, start + rest)) if start != date.min else when
