"""Visits: somebody in office goes to another state, however it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accord.languages import patterns as re
from accord.languages.en.contacts.journeys import beside, day_there, further
from accord.languages.en.contacts.people import behind, subject
from accord.languages.en.contacts.sketch import Sketch, either, words
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.views import Mention

__all__ = ["Trip", "trips"]


@dataclass(slots=True)
class Trip:
    """A visit in the making: the visitors' items, the host's item (-1: not told), its trigger and standing."""

    visitors: list[int]
    host: int
    first: int  # items of the trigger
    end: int
    status: str
    when: Mention | None
    hosts: Mention | None = None  # somebody of the host state, where no place is told
    form: str = ""  # state, official, working
    bare: bool = False  # the host is to be had from elsewhere
    coming: bool = False  # told as an arrival, so that an unknown place lies in the host state
    again: bool = False  # by the visitor told last
    like: int = -1  # the one of the same state who went to the same place
    tour: frozenset[str] = frozenset()  # the states that a journey leads to, where they are several


def _any(key: str) -> str:
    return either(words("trips", key))


_TO = r"(?:the S\d+ (?:capital|(?:resort |port )?(?:city|town))(?: of| ,)? )?(?:(?:the|neighbouring|neighboring|nearby|capital|city|of|port|town|republic|kingdom|sultanate|hashemite|federal|state) ){0,4}(?P<to>S\d+)"
_ON_THE_WAY = r"(?:(?:on|in|over|back|down|up|out|off|away|overnight|late|early|again|also|here|by|air|road|rail|boat|train|car|D\d+|morning|evening|afternoon|night|,|from|S\d+) ){0,6}?"
_NOUN = re.compile(rf"(?<!\S){_any('nouns')}(?!\S)")
_VISIT = re.compile(rf"(?<!\S){_any('visiting')} {_TO} (?!'s)")
_IN = re.compile(
    rf"(?<!\S)(?:{_any('going_in')} (?:down )?{_ON_THE_WAY}(?:in|at|on|into)|{_any('going_to')} {_ON_THE_WAY}(?:to|into|in|for)) {_TO} "
)
_FOR = re.compile(
    rf"(?<!\S){_any('going_for')} (?:(?:S\d+|D\d+|on|home|here|off|out|today|the|capital) ){{0,4}}?for {_TO} "
)
_BEING = re.compile(
    rf"(?<!\S)(?:is|are|was|were|be|been|currently|now|due|expected|back) (?:(?:also|now|still|currently|again|already|due|expected|scheduled|set|to|be|arrive|visiting|back|and) ){{0,3}}(?P<in>in|at) {_TO} "
)
_HOSTED = re.compile(
    rf"(?<!\S)(?P<host>S\d+) (?:(?:will|is|to|due|expected|set|also|today|D\d+|on) ){{0,4}}{_any('receiving')} (?=(?:(?:the|a|visiting) )*A\d+ )"
)
_LED = re.compile(
    rf"(?<!\S)(?:led|leads|heads|headed|will lead|leading) (?:(?!;|A\d|S\d)\S+ ){{0,5}}?delegation (?:\S+ ){{0,3}}?to {_TO} "
)
_GUEST = re.compile(
    rf"(?<!\S)(?:be|is|was|were|are|been|as) (?:(?:the|a|an|his|state|official|honoured|honored|chief|special|first|foreign) ){{0,4}}guests? (?:of (?:honou?r )?(?:of |in |at )?){_TO} "
)
_WAY = re.compile(
    rf"(?<!\S)(?:make|makes|made|making|wing|wings|winged|winging|wend) his way {_ON_THE_WAY}(?:to|into) {_TO} "
)
_WELCOMED = re.compile(
    rf"(?<!\S)(?:was|were|been|be|being) (?:(?:warmly|officially|ceremonially|later|also|then|D\d+) )?(?:welcomed|greeted|received|met|seen off) (?:(?!A\d|by|that|;|,)\S+ ){{0,4}}?(?:at|in|on) {_TO} "
)
_INVITED = re.compile(
    rf"(?<!\S){_any('inviting')} (?P<guest>A\d+) (?:(?:and|,|A\d+|his|family) ){{0,4}}?(?:also )?(?:to (?:(?:visit|make|pay|undertake|come|travel|a|an|his|state|official|working|return|reciprocal|visit|trip|to|on|for|in|the) ){{0,8}}?)?{_TO} "
)
_INVITATION = re.compile(
    rf"(?<!\S)(?:invitation|invitations|invite) (?:(?:from|of|by|extended|to|for|on|behalf|the|,|and|A\d+|him|her|his|received|conveyed) ){{0,8}}?to (?:(?:visit|make|pay|undertake|come|travel|a|an|his|state|official|working|return|reciprocal|visit|trip|to|on|for|in|the) ){{0,8}}?{_TO} "
)
_TO_BE_INVITED = re.compile(
    r"(?<!\S)(?:been|was|were|is|are) (?:\w+ )?invited (?:by (?P<by>A\d+) )?to (?:(?!A\d|S\d)\S+ ){0,6}"
)
_DAYS = r"(?:(?:a|an|the|his|last|full|whole|two|three|four|five|six|seven|ten|several|\d+|busy|long) ){1,3}(?:days?|nights?|hours|weeks?|weekend|morning|afternoon|evening)"
_SPENT = re.compile(
    rf"(?<!\S)(?:spends?|spent|spending|passed) {_DAYS} (?:(?:D\d+|of talks|of meetings|on D\d+) )*(?:in|at) {_TO} "
)
_AFTER_DAYS = re.compile(rf"(?<!\S)(?:after|from|following|during|for) {_DAYS} (?:of (?:talks|meetings) )?in {_TO} ")
_FOOT = re.compile(rf"(?<!\S)(?:set|sets|setting) foot (?:in|on) {_TO} ")
_TAKEN = re.compile(
    rf"(?<!\S)(?:itinerary|tour|trip|journey|visit|programme|program|swing|travels|schedule|route|mission|voyage|diary|agenda) (?:(?!A\d|;)\S+ ){{0,8}}?"
    rf"(?P<verb>takes?|took|taking|brings?|brought|leads?|led|carr(?:y|ies|ied)) (?P<who>A\d+|his|him|them) (?:(?:on|D\d+|first|then|also) ){{0,3}}to {_TO} "
)
_TOURING = re.compile(
    rf"(?<!\S)(?:tour|trip|swing|journey|travels|visit) (?:(?!A\d|S\d|;)\S+ ){{0,3}}?(?:(?:that|which|to) (?:(?:will|would|also|is|was|to|has) ){{0,3}})?"
    rf"(?:includ(?:es|ed|e|ing)|cover(?:s|ed|ing)?|tak(?:es|ing|en|e) in|took in|compris(?:es|ing|e)|spann?(?:s|ed|ing)|across|through) {_TO} "
)
_PP = re.compile(
    rf"(?:(?:of|on|in|by|from|with|this|first|and|A\d+|D\d+|'s|,|-|\(|\)|his|friendship|work|brotherhood|official|state|working|friendly|goodwill|fraternity|cooperation) ){{0,9}}?(?:to|in|at|across|through) {_TO} "
)


def trips(sketch: Sketch) -> list[Trip]:
    """The visits that a sentence tells of; of several readings of the same words the first, or the one that tells where."""
    found: list[Trip] = []
    for reader in (_invitations, _verbs, _arrivals, _nouns, _hosted, _taken, _touring):
        for trip in reader(sketch):
            same = next((t for t in found if _same(sketch, trip, t)), None)
            if same is None:
                found.append(trip)
            elif reader is _taken and same.bare and same.hosts is None:
                found.remove(same)
                found.append(replace(trip, when=trip.when or same.when))
    for trip in found:
        hosts = [m for t in found if set(t.visitors) & set(trip.visitors) and (m := sketch.mention(t.host, "S"))]
        states = frozenset(s for m in hosts if len(m.states) == 1 for s in m.states)
        trip.tour = states if len(states) > 1 else trip.tour
    return found


def _same(sketch: Sketch, a: Trip, b: Trip) -> bool:
    if a.first < b.end and b.first < a.end:
        return True
    apart = a.when is not b.when and not set(a.visitors) & set(b.visitors)
    return (a.host == b.host and a.host >= 0 and not apart) or (
        bool(set(a.visitors) & set(b.visitors)) and (a.bare or b.bare) and abs(a.first - b.first) < 14
    )


def _right(sketch: Sketch, i: int) -> int:
    return next((k for k in range(i, len(sketch.items)) if sketch.item(k) in (";", "—")), len(sketch.items))


def _left(sketch: Sketch, i: int) -> int:
    return next((k + 1 for k in range(i - 1, -1, -1) if sketch.item(k) in (";", "—")), 0)


# ------------------------------------------------------------------ "invited X to visit Y"
def _invitations(sketch: Sketch) -> Iterator[Trip]:
    if "invit" not in sketch.text:
        return
    for match, first, end in sketch.find(_INVITED):
        host, guest = sketch.at(match.start("to")), sketch.at(match.start("guest"))
        yield _asked(sketch, [guest], host, first, end)
    for match, first, end in sketch.find(_INVITATION):
        guests = _guests(sketch, first, end)
        trip = _asked(sketch, guests, sketch.at(match.start("to")), first, end)
        yield trip
    for match, first, end in sketch.find(_TO_BE_INVITED):
        guests = subject(sketch, first)
        if guests and _OCCASION.search(f" {sketch.text[match.start() :]}"):
            near = range(end, min(end + 4, len(sketch.items)))
            host = next((k for k in near if sketch.mention(k, "S") and sketch.item(k - 1) in ("to", "visit", "in")), -1)
            trip = _asked(sketch, guests, host, first, end)
            trip.hosts = sketch.mention(sketch.at(match.start("by")), "A") if match["by"] else None
            trip.bare = host < 0
            if host >= 0 or trip.hosts is not None:
                yield trip


_OCCASION = re.compile(r" (?:visit|trip|celebrations?|ceremony|summit|travel|come) ")
_TAKEN_UP = re.compile(r"\baccept(?:ed|s|ing)?\b|\bwith (?:pleasure|gratitude)\b")


def _asked(sketch: Sketch, guests: list[int], host: int, first: int, end: int) -> Trip:
    """A visit that somebody is invited to; to come where the invitation is told as accepted."""
    right = _right(sketch, end)
    status = "planned" if _TAKEN_UP.search(sketch.text) else "proposed"
    when = date_of(sketch, first, end - 1, right, lasting=True)
    return Trip(guests, host, first, end, status, when, form=_form(sketch, first, right))


def _guests(sketch: Sketch, first: int, end: int) -> list[int]:
    """Who is invited: "accepted by X", "which X accepted", "X accepted the invitation", "an invitation to X"."""
    for k in range(len(sketch.items)):
        if sketch.item(k) in ("accepted", "accepts", "accepting"):
            if k < first:
                return subject(sketch, k)
            if sketch.is_actor(k - 1):
                return [k - 1]
    return [k for k in range(first, end) if sketch.is_actor(k) and sketch.item(k - 1) in ("to", "his", "for")][:1]


# ------------------------------------------------------------------ "paid a visit to", "his visit", "the visit of"
def _nouns(sketch: Sketch) -> Iterator[Trip]:
    for _, i, end in sketch.find(_NOUN):
        if sketch.item(end) in ("-",) or sketch.item(i - 1) in ("to", "will", "would") or sketch.item(end) == "card":
            continue
        host = _place_behind(sketch, end)
        before = sketch.mention(i - 1, "S")
        named = host < 0 and before is not None and before.form in ("name", "official")  # "his two-day Nepal visit"
        host = i - 1 if named else host
        start = _opening(sketch, i - named)
        visitors, left, definite = _visitors(sketch, i, start, end)
        if not visitors and not definite:
            continue
        right = min(_right(sketch, end), _before_next(sketch, end))
        status = status_of(sketch, left, i, end, min(right, end + 16), noun=True)
        if status == "planned" and sketch.has(_FOLLOWING, start - 8, start):
            status = "reported"  # "the decision follows the visit"
        if status == "reported" and visitors and sketch.has(_LEAVES, max(visitors) + 1, i):
            status = "planned"  # "leaves today on a visit to"
        when = date_of(sketch, _left(sketch, i), i, right, lasting=True)
        if when is None and _ASKED.search(sketch.text[: sketch.starts[i]]):
            continue
        if visitors and min(visitors) > end and sketch.has(words("trips", "inviting"), 0, start):
            continue  # "invited to pay a visit by A"
        trip = Trip(visitors, host, i, end, status, when, form=_form(sketch, start, i), bare=host < 0)
        if host < 0:
            trip.hosts = _inviter(sketch, visitors)
        yield trip
        for place in further(sketch, host) if host >= 0 else ():
            yield replace(trip, host=place, first=place, end=place + 1, when=day_there(sketch, place, right) or when)


def _before_next(sketch: Sketch, end: int) -> int:
    """Where another visit is told that this one follows: its days are its own."""
    after = next((k for k in range(end, len(sketch.items)) if sketch.item(k) in _FOLLOWING | {"after"}), None)
    nouns = words("trips", "nouns")
    told = after is not None and any(sketch.item(k) in nouns for k in range(after, len(sketch.items)))
    return after if after is not None and told else len(sketch.items)


_FOLLOWING = frozenset("follows followed comes came".split())
_ASKED = re.compile(r"(?<!\S)(?:asked|questions?|speculation|rumou?rs?) (?:about|on|over) (?:\S+ ){0,6}$")


_MAKING = frozenset("make makes made making pay pays paid paying undertake undertakes undertook undertaking".split())
_OPENERS = frozenset(("a", "an", "the", "his", "'s", "'", "this", "whose", "two", "which", "on", "of", "during"))


def _opening(sketch: Sketch, i: int) -> int:
    """Where the noun phrase of a visit begins: behind its article or possessive."""
    k = i - 1
    while k >= 0 and i - k < 9:
        if sketch.item(k) in _OPENERS:
            return k
        if not (sketch.item(k)[:1].islower() or sketch.item(k) in (",", "and") or sketch.mention(k, "D")):
            break
        if sketch.item(k) in _MAKING:
            break
        k -= 1
    return k + 1


def _form(sketch: Sketch, first: int, last: int) -> str:
    """What sort of visit it is told to be: the word stands right before "visit"."""
    for k in range(max(first, 0), last):
        if sketch.item(k) in ("state", "official", "working"):
            near = sketch.items[k + 1 : k + 6]
            if any(w in words("trips", "nouns") or w.endswith("-visit") for w in near) or k + 1 >= last:
                return sketch.item(k)
    return ""


def _place_behind(sketch: Sketch, end: int) -> int:
    match = _PP.match(sketch.text, sketch.starts[end]) if end < len(sketch.items) else None
    return sketch.at(match.start("to")) if match else -1


_NOT_OWN = frozenset("to accompanied invitation said that".split())
_PHRASE = frozenset("during on in at after following for ahead amid before upon throughout".split())


def _visitors(sketch: Sketch, i: int, start: int, end: int) -> tuple[list[int], int, bool]:
    """Whose visit: the possessor, "of" or "by" whom, the subject of "paid", or who acts during it; with the item behind
    which its standing is told, and whether it is one told before."""
    if sketch.item(start) == "his" and sketch.named[start] is not None:
        return [start], start - 4, False
    if sketch.item(start) == "his" and not any(sketch.is_actor(k) for k in range(start)):
        comma = next((k for k in range(end, min(end + 14, len(sketch.items))) if sketch.item(k) == ","), -1)
        if comma > 0 and (later := behind(sketch, comma + 1, 4)):
            return later, start - 4, False
    if sketch.item(start) in ("'s", "'", "’") and sketch.is_actor(start - 1):
        return [start - 1], start - 4, False
    if sketch.is_actor(start - 1) and sketch.item(start)[:1].islower() and start == i:
        return [start - 1], start - 1, False
    own = [
        k
        for k in range(end, min(end + 9, len(sketch.items)))
        if sketch.is_actor(k) and sketch.item(k - 1 - (sketch.item(k - 1) == "the")) in ("of", "by", "from")
    ]
    if own and not sketch.has(
        _NOT_OWN | words("trips", "receiving"), end, own[0] - 1 if sketch.item(own[0] - 2) != "to" else end
    ):
        return own[:1], start - 4, False
    to_then = (
        re.match(
            rf"(?:to|in) {_TO} (?:(?:in|on|from|during) D\d+ |D\d+ )*(?:of|by) (?:(?:the|a) )*A\d+ ",
            sketch.text[sketch.starts[end] :],
        )
        if end < len(sketch.items)
        else None
    )
    if to_then is not None:
        return [sketch.at(sketch.starts[end] + to_then.end() - 2)], start - 4, False
    people = subject(sketch, start)
    near = people and not any(sketch.item(k) in (";", "that") for k in range(max(people), start))
    light = sketch.has(words("trips", "own"), max(people) + 1 if people else max(start - 5, 0), start)
    if near and light:
        return people, max(people) + 1, False
    phrase = sketch.has(_PHRASE, start - 5, start + 1)
    if phrase and not people:
        comma = next((k for k in range(end, min(end + 14, len(sketch.items))) if sketch.item(k) == ","), -1)
        later = behind(sketch, comma + 1 if comma > 0 else end, 8)
        if later:
            return later, start - 4, False
    if near and phrase:
        return people, max(people) + 1, False
    return [], start - 5, sketch.item(start) in ("the", "this", "his")


def _inviter(sketch: Sketch, visitors: list[int]) -> Mention | None:
    """Who invited ("at the invitation of A") or receives ("A received B for a visit")."""
    for k, item in enumerate(sketch.items):
        if item == "invitation" and sketch.item(k + 1) in ("of", "from"):
            hosts = behind(sketch, k + 2, 6)
            if hosts and hosts[0] not in visitors:
                return sketch.named[hosts[0]]
        if item in words("trips", "receiving"):
            hosts = [h for h in subject(sketch, k) if h not in visitors]
            if hosts:
                return sketch.named[hosts[0]]
    return None


# ------------------------------------------------------------------ "visited", "arrived in", "is due in"
_VERBAL = (_VISIT, _IN, _FOR, _LED, _BEING, _GUEST, _WAY, _WELCOMED, _SPENT, _AFTER_DAYS, _FOOT)


def _verbs(sketch: Sketch) -> Iterator[Trip]:
    for pattern in re.likely(_VERBAL, sketch.text):
        for match, first, end in sketch.find(pattern):
            host = sketch.at(match.start("to"))
            people = _goer(sketch, first)
            if (
                not people
                or sketch.item(first - 1) in ("the", "a")
                or sketch.item(min(people) - 1) in ("no", "neither")
            ):
                continue
            left = max(people) + 1
            if sketch.has((";", "that", "whose"), left, first) or _told_of_others(sketch, left, first):
                continue
            right = _right(sketch, end)
            status = status_of(sketch, left, host - 1 if pattern is _FOOT else first, host, min(right, host + 10))
            if (
                pattern is _BEING
                and sketch.has(("due", "expected", "scheduled", "set"), first, host)
                and status == "reported"
            ):
                status = "planned"
            if (
                status == "reported"
                and match[0].split()[0] in _NOW
                and _LATER.search(sketch.line.text, sketch.line.span.start, sketch.line.span.end)
            ):
                status = "planned"
            places = [*further(sketch, host)] if pattern in (_VISIT, _IN, _FOR) else []
            lead = next((sketch.named[k] for k in range(first, host) if places and sketch.mention(k, "D")), None)
            when = lead or date_of(sketch, _left(sketch, first), host, right, lasting=True)
            here = match[0].startswith(("is ", "are ")) and sketch.has(("for", "on", "to"), host + 1, host + 4)
            if pattern is _BEING and (
                (when is None and status == "reported" and not here)
                or sketch.has(("said", "says", "told"), left, first)
            ):
                continue
            form = _form(sketch, first, right)
            people = [*people, *beside(sketch, host, people)]
            yield Trip(people, host, first, host + 1, status, when, form=form, coming=pattern in (_IN, _FOR))
            for other in places:
                day = day_there(sketch, other, right) or when
                yield Trip(people, other, other, other + 1, status, day, form=form)
            yield from _likewise(sketch, host, status, max(people))


def _goer(sketch: Sketch, first: int) -> list[int]:
    """Who goes: of "A met B before visiting S" A, not B; of "the first A official to visit S" nobody."""
    people = subject(sketch, first)
    if people and sketch.item(first - 1) == "to" and sketch.has(_RANKED, min(people) - 3, min(people)):
        return []
    if not people or not sketch.item(first).endswith("ing") or sketch.item(first - 1) not in ("before", "after"):
        return people
    before = subject(sketch, min(people))
    return people if not before or sketch.has(("said", "says", "told", "that", ";"), max(before), first) else before


_AND = re.compile(
    r"(?:(?:on|in|from|D\d+|for|at|talks) ){1,5}(?:, )?(?:and|;|while|followed by) (?:the )?(?P<who>A\d+)(?: himself| likewise| also| too)? (?:on |in |from )?(?P<day>D\d+) "
)


def _likewise(sketch: Sketch, host: int, status: str, like: int) -> Iterator[Trip]:
    """Who else went to the same place on a day of his own ("A was in S on D, and B on D")."""
    match = _AND.match(sketch.text, sketch.starts[host + 1]) if host + 1 < len(sketch.items) else None
    if match is not None:
        who, day = sketch.at(match.start("who")), sketch.named[sketch.at(match.start("day"))]
        yield Trip([who], host, who, who + 1, status, day, like=like)


_RANKED = frozenset("first second third last latest only highest-ranking senior-most becoming became most".split())
_NOW = frozenset("departs leaves flies travels heads arrives jets sets goes".split())
_LATER = re.compile(r"\b(?:tonight|this evening|later (?:today|in the day|on)|this afternoon|shortly)\b")


_TAKES = frozenset("take takes bring brings lead leads carry carries".split())
_LEAVES = frozenset("leaves departs sets embarks".split())


def _taken(sketch: Sketch) -> Iterator[Trip]:
    """ "The tour takes A to X on Monday and to Y on Tuesday"."""
    for match, first, end in sketch.find(_TAKEN):
        host, who, right = sketch.at(match.start("to")), [sketch.at(match.start("who"))], _right(sketch, end)
        who = who if sketch.named[who[0]] is not None else subject(sketch, first)
        status = status_of(sketch, first, sketch.at(match.start("verb")), host, min(right, host + 10))
        status = "planned" if status == "reported" and match["verb"] in _TAKES else status
        for place in (host, *further(sketch, host)):
            when = day_there(sketch, place, right) or date_of(sketch, _left(sketch, first), end, right, lasting=True)
            yield Trip(who, place, place, place + 1, status, when, form=_form(sketch, first, right))


def _touring(sketch: Sketch) -> Iterator[Trip]:
    """ "A tour that includes X, Y and Z"."""
    for match, first, end in sketch.find(_TOURING):
        people, host, right = subject(sketch, first), sketch.at(match.start("to")), _right(sketch, end)
        known = sketch.item(first - 1) in ("the", "his", "official") and not people
        if not (people or known):
            continue
        status = status_of(sketch, max(people, default=first - 4) + 1, first, host, min(right, host + 10))
        if status == "reported" and sketch.has(("includes", "include", "covers", "takes", "spans"), first, host):
            status = "planned"  # the rest of a tour
        for place in (host, *further(sketch, host)):
            when = day_there(sketch, place, right) or date_of(sketch, _left(sketch, first), end, right, lasting=True)
            yield Trip(people, place, place, place + 1, status, when, form=_form(sketch, first, right), again=known)


def _told_of_others(sketch: Sketch, left: int, first: int) -> bool:
    """Whether the subject only says what others do ("A said 60 people had crossed into S")."""
    said = next((k for k in range(left, first) if sketch.item(k) in ("said", "says", "reported", "told")), -1)
    return said >= 0 and not ("," in sketch.items[left:said] and "," in sketch.items[said:first])


_ARRIVED = re.compile(
    r"(?<!\S)(?:(?:is|are|was|were|will be|been) here|arrive|arrives|arrived|arriving|flew in|flies in|flown in|jetted in|drove in|landed|touched down)(?: (?:here|in|the|country|on|by|air|road|rail|boat|plane|early|late|D\d+))* "
    r"(?=(?:for|with|at|,|\.|aboard|from|accompanied|to|morning|afternoon|evening|night|and|leading|heading)(?!\S))"
)


def _arrivals(sketch: Sketch) -> Iterator[Trip]:
    """ "Who flew in on D", "arrived on D for talks": the host to be had from elsewhere."""
    for match, first, end in sketch.find(_ARRIVED):
        people = subject(sketch, first)
        if not people or sketch.has((";", "that", "whose"), max(people), first) or match[0].endswith(("at ", "in ")):
            continue
        right = _right(sketch, end)
        status = status_of(sketch, max(people) + 1, first, end, min(right, end + 10))
        when = date_of(sketch, _left(sketch, first), first, right, lasting=True)
        if when is not None or "country" in match[0] or "here" in match[0]:
            yield Trip(
                people,
                -1,
                first,
                end,
                status,
                when,
                hosts=_inviter(sketch, people),
                form=_form(sketch, first, right),
                bare=True,
            )


# ------------------------------------------------------------------ "Y will receive X"
def _hosted(sketch: Sketch) -> Iterator[Trip]:
    for match, _, end in sketch.find(_HOSTED):
        host = sketch.at(match.start("host"))
        state = sketch.named[host]
        if (
            state is None
            or state.form == "pair"
            or state.form.startswith("demonym")
            or sketch.item(host - 1) in ("of", "in", "from")
        ):
            continue
        guests = behind(sketch, end, 5)
        right = _right(sketch, end)
        status = status_of(sketch, host + 1, end - 1, end, min(right, end + 12))
        if guests:
            yield Trip(
                guests,
                host,
                end - 1,
                end,
                status,
                date_of(sketch, host, end, right, lasting=True),
                form=_form(sketch, end, right),
            )
