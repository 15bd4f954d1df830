"""Meetings, talks, audiences and telephone calls between people in office, however they are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accord.languages import patterns as re
from accord.languages.en.contacts.people import behind, chain, subject
from accord.languages.en.contacts.receptions import on_arrival
from accord.languages.en.contacts.sketch import Sketch, either, words
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.views import Mention

__all__ = ["SESSION", "Talk", "is_group", "mode_of", "talk_of", "talks"]


@dataclass(slots=True)
class Talk:
    """A meeting in the making: who (items), its trigger, mode and standing; `both` where "the two" met."""

    who: list[int]
    first: int
    end: int
    status: str
    when: Mention | None
    mode: str
    both: str = ""
    alone: bool = False  # with somebody of the other state who is not told by office
    extra: Mention | None = None  # who that is, told by name
    host: int = -1  # who receives the other
    own: tuple[int, int] = (0, 1 << 20)  # the items that tell of it alone, where a sentence tells of several


def _any(key: str) -> str:
    return either(words("talks", key))


_VERB = re.compile(rf"(?<!\S){_any('verbs')}(?!\S)")
_NOUN = re.compile(
    rf"(?<!\S)(?:(?:tele)?phone |video |telephone |courtesy |conference )?{_any('nouns')}(?!\S)|(?<!\S)video (?:conference|link|call|meeting)(?!\S)"
)
_AUDIENCE = re.compile(
    r"(?<!\S)(?:grant(?:ed|s)|gave|gives|accorded)(?: (?!A\d)\S+){0,12}? (?:audience|interview)(?: (?!A\d)\S+){0,10}? to (?:the )?(?=A\d)"
)
_COURTESY = re.compile(
    r"(?<!\S)(?:paid|pays|made|makes|pay|paying) (?:\S+ ){0,3}?(?:courtesy )?(?:call|calls|visit)(?: (?:on|to|upon))?(?= (?:(?:the|visiting) )*A\d)"
)
_FEAST = re.compile(
    r"(?<!\S)(?:host(?:ed|s)?|gave|gives|threw|held|offered) (?:a|an) (?:(?!A\d)\S+ ){0,2}?(?:dinner|lunch|luncheon|banquet|reception|iftar|breakfast)"
    r" (?:(?:on|in|at|here|tonight|today|D\d+|S\d+) ){0,4}?(?:in (?:the )?hono[u]?r of|for)(?= (?:(?:the|visiting|his) )*A\d)"
)
_OPENING = re.compile(
    r"^(?:(?:while|when|after|upon|before|on) )?(?:(?:receiving|meeting|welcoming|hosting|greeting)|(?:talking|speaking) (?:to|with)"
    r"|(?:at|during) (?:a|the|his) (?:reception|luncheon|dinner|banquet|audience) (?:for|with|in hono[u]?r of))"
    r"(?= (?:(?:the|a|visiting|his|new|outgoing|newly|appointed) )*A\d)"
)
_BOTH = re.compile(
    r"(?<!\S)(?:the |these |both )?(?:two|both|pair|duo|they|three)(?: (?:leaders|presidents|ministers|premiers|sides|men|women|officials|diplomats|principals|statesmen|secretaries|chiefs|envoys|negotiators|generals|commanders|monarchs|kings|colleagues|counterparts|dignitaries|interlocutors|heads of state|heads of government|heads of delegation|"
    r"(?:prime|foreign|defence|defense|interior|trade|transport|energy|finance|deputy foreign|deputy prime) ministers))?$"
)
# Verbs that take the other person as their object, and those that need "with" or "to".
_DIRECT = frozenset(
    "meet meets met meeting phone phones phoned phoning telephone telephoned ring rang rung call calls called calling receive receives received receiving host hosts "
    "hosted hosting welcome welcomes welcomed summon summons summoned summoning see saw seen seeing consult consulted greet greeted".split()
)
_RECEIVE = frozenset(
    "receive receives received receiving host hosts hosted hosting welcome welcomes welcomed greet greeted".split()
)
_SEEN = frozenset("met meets saw seen".split())
_DISCUSS = frozenset(
    "discuss discusses discussed discussing talk talks talked talking speak speaks spoke spoken speaking negotiate negotiated consult consulted".split()
)
_AFTER_VERB = re.compile(
    r"(?:(?:down|with|to|on|upon|in|by|also|again|briefly|separately|privately|here|today|there|for|the|a|an|and|earlier|late|over|via|morning|afternoon|evening|night|phone|telephone|video|"
    r"link|conference|videoconference|call|line|lunch|dinner|breakfast|talks|first|time|this|last|visiting|one-on-one|palace|office|capital|of|at|up|face|face-to-face|face|sidelines|margins|summit|'s|"
    r"S\d+|D\d+|,|-|his|new|newly-appointed|outgoing|guest|host|colleague|brother|friend|former|both|counterparts?|colleagues|homologues?|peers) ){0,9}?(?=A\d)"
)
_NEED_WITH = (
    frozenset(
        "confer confers conferred conferring sit sits sat sitting huddle huddled dine dined lunch lunched".split()
    )
    | _DISCUSS
)
_NOT_VERB = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "this",
        "that",
        "their",
        "first",
        "of",
        "regular",
        "phone",
        "telephone",
        "so-called",
        "video",
        "peace",
    )
)


def talks(sketch: Sketch) -> list[Talk]:
    """The meetings that a sentence tells of."""
    found: list[Talk] = []
    for talk in (*_audiences(sketch), *_nouns(sketch), *_verbs(sketch), *_openings(sketch)):
        if not any(_same(talk, t) for t in found):
            found.append(talk)
    return found


def _same(a: Talk, b: Talk) -> bool:
    shared = set(a.who) & set(b.who)
    if a.status != b.status and _other_day(a, b) and not (a.first < b.end and b.first < a.end):
        return False  # "talked on Monday and are to meet on Friday"
    return (
        bool(shared)
        and (
            len(shared) > 1
            or shared in (set(a.who), set(b.who))
            or a.both != ""
            or b.both != ""
            or abs(a.first - b.first) < 4
        )
    ) or (a.first < b.end and b.first < a.end)


def _other_day(a: Talk, b: Talk) -> bool:
    days = [t.when.period for t in (a, b) if t.when is not None]
    return len(days) == 2 and days[0] is not None and days[1] is not None and not days[0].overlaps(days[1])


def _bounds(sketch: Sketch, i: int) -> tuple[int, int]:
    marks = (";", "—")
    left = next((k + 1 for k in range(i - 1, -1, -1) if sketch.item(k) in marks), 0)
    right = next((k for k in range(i, len(sketch.items)) if sketch.item(k) in marks), len(sketch.items))
    return left, right


def mode_of(sketch: Sketch, first: int, left: int, right: int) -> str:
    near = range(max(left, first - 12), min(right, first + 14))
    if any(sketch.item(k) in words("talks", "video") for k in near):
        return "video"
    return "phone" if any(_rings(sketch, k) for k in near) else "in-person"


def _rings(sketch: Sketch, k: int) -> bool:
    """Whether the word at k tells of a telephone call: not "courtesy call", "called for", "on line"."""
    item, before, after = sketch.item(k), sketch.item(k - 1), sketch.item(k + 1)
    if item not in words("talks", "phone"):
        return False
    if item in ("call", "calls"):
        aside = before == "courtesy" or after in ("on", "for", "to", "upon", "of")
        return not aside and before in ("phone", "telephone", "video", "a", "his", "the")
    if item in ("ring", "line"):
        return before in ("phone", "telephone")
    return True


def talk_of(
    sketch: Sketch, who: list[int], first: int, end: int, left: int, both: str = "", noun: bool = False
) -> Talk:
    """A meeting of these people told by the items [first, end), its standing, date and mode read about them."""
    start, right = _bounds(sketch, first)
    last = max([*who, end])
    lead = min(who) - 1 if who else 0
    while lead > 0 and sketch.item(lead) in ("the", "his", "both"):
        lead -= 1
    if sketch.item(lead) in _ORDERING:
        return Talk(who, first, end, "proposed", None, "in-person", both)
    status = status_of(sketch, left, first, end, min(right, end + (28 if noun else 16)), noun)
    if status == "reported" and sketch.item(first - 1) == "to" and sketch.item(first - 2) in _RESOLVED:
        status = "planned"
    reach = 18 if sketch.has(("sidelines", "margins"), end, end + 4) else 12
    when = date_of(sketch, max(start, min([left, *who]) - 10), first, min(right, max(last, end) + reach))
    return Talk(who, first, end, status, when, mode_of(sketch, first, start, right), both)


_RESOLVED = frozenset("decided resolved promised undertook".split())
_ORDERING = frozenset(
    "directed directs instructed instructs tasked asked urged mandated ordered requested directing instructing tasking urging asking charged entrusted authorised authorized encouraged".split()
)


def _both(sketch: Sketch, i: int) -> tuple[str, int]:
    """ "The two ministers" right before item i, adverbs and auxiliaries between: the words, and where they begin."""
    k = i - 1
    while k > 0 and i - k < 7 and sketch.item(k) in _BETWEEN:
        k -= 1
    for first in range(max(0, k - 4), k + 1):
        phrase = " ".join(sketch.items[first : k + 1])
        if _BOTH.match(phrase):
            return phrase, first
    return "", i


_BETWEEN = frozenset(
    "also will would had have has were was then are is to last again later now both , held hold holding had having have began begin private separate".split()
)


# ------------------------------------------------------------------ "granted an audience to"
def _audiences(sketch: Sketch) -> Iterator[Talk]:
    for pattern in (_AUDIENCE, _COURTESY, _FEAST):
        for _, first, end in sketch.find(pattern):
            guests = behind(sketch, end, 8) if pattern is _AUDIENCE else behind(sketch, end, 5)
            hosts = subject(sketch, first)
            if not guests:
                between = [
                    k
                    for k in range(first, min(len(sketch.items), end + 14))
                    if sketch.is_actor(k) and sketch.item(k - 1) in ("to", "on")
                ]
                guests = between[:1]
            if hosts and guests:
                yield talk_of(sketch, [*hosts, *guests], first, end, max(hosts) + 1)


def _openings(sketch: Sketch) -> Iterator[Talk]:
    """ "Receiving Ambassador A, President B said": the guest of an opening participle and whoever the sentence is about."""
    for _, first, end in sketch.find(_OPENING):
        guests = behind(sketch, end, 6)
        comma = next((k for k in range(max(guests, default=end), len(sketch.items)) if sketch.item(k) == ","), -1)
        hosts = behind(sketch, comma + 1, 4) if guests and comma > 0 else []
        if hosts and not set(hosts) & set(guests):
            yield talk_of(sketch, [*hosts, *guests], first, end, first)


# ------------------------------------------------------------------ "talks with", "a meeting between A and B"
def _nouns(sketch: Sketch) -> Iterator[Talk]:
    for _, i, end in sketch.find(_NOUN):
        if sketch.item(end) in ("-", "on", "for") and sketch.item(i).startswith("call"):
            continue
        before = sketch.item(i - 1)
        if SESSION.match(" ".join(sketch.items[end : end + 8])):
            continue
        if before in ("to", "will", "who", "peace", "-") or (
            sketch.is_actor(i - 1) and sketch.item(i) in ("calls", "call", "talks", "meeting")
        ):
            continue
        if before == "for" and sketch.has(_CALLED_HOME, i - 9, i):
            continue  # "recalled its ambassador for consultations"
        who, left = _parties(sketch, i, end)
        both = ""
        if len(who) < 2 and not is_group(sketch, who):
            both, at = _both(sketch, _light_at(sketch, i))
            left = at if both else left
            who = _after_noun(sketch, end) if both and sketch.item(end) == "with" else who
        if len(who) >= 2 or both or is_group(sketch, who):
            yield talk_of(sketch, who, i, end, left, both, noun=True)


_CALLED_HOME = frozenset(
    "recall recalls recalled recalling summon summoned summons withdrew withdraws withdrawn home".split()
)
SESSION = re.compile(
    r"of (?:the |his )?(?:(?!A\d)\S+ ){0,5}?(?:council|commission|committee|group|assembly|summit|board)\b"
)


_LIGHT = frozenset(
    "hold holds held holding have has had having conduct conducted begin began begun start started conclude concluded open opened lead led chair chaired "
    "make made get got go went maintain maintained sustain sustained enter entered conducting resume resumed attend attended launch wrap wrapped schedule scheduled due receive receives received receiving take takes took".split()
)
_LEADING = _LIGHT | frozenset("for into on after following during in at".split())


def _light_at(sketch: Sketch, i: int) -> int:
    """Where the verb begins that a meeting's noun hangs on ("held a first round of talks")."""
    return next((k for k in range(i - 1, max(i - 9, -1), -1) if sketch.item(k) in _LIGHT), i)


def _parties(sketch: Sketch, i: int, end: int) -> tuple[list[int], int]:
    """Who is said to talk about a noun: "between A and B", "of A with B", "A's meeting with B", "A held talks with B", "talks
    that A had with B", "after talks with B, A ...". With the item behind the subject."""
    after = _after_noun(sketch, end, sketch.item(end - 1) in ("call", "calls"))
    if after and (len(after) >= 2 or is_group(sketch, after)) and sketch.has(("between", "of", "among"), end, after[0]):
        return after, i - 9
    people = subject(sketch, i)
    if sketch.item(i - 1) == "'s" and sketch.is_actor(i - 2):
        people = [i - 2]
    own = [
        k
        for k in range(end, min(end + 6, len(sketch.items)))
        if sketch.is_actor(k) and not sketch.has(("with", "between", "to", ","), end, k)
    ]
    if own and (
        of_whom := [
            k
            for k in range(own[0] + 1, min(own[0] + 16, len(sketch.items)))
            if sketch.is_actor(k) and sketch.has(("with", "to"), own[0], k)
        ]
    ):
        return [*own, *chain(sketch, of_whom[0], 1)], i - 4
    if not after:
        if (
            (len(people) >= 2 or is_group(sketch, people))
            and sketch.has(_LIGHT, max(people), i)
            and not sketch.has(("that", "said"), max(people), i)
        ):
            return people, max(people) + 1
        return [], i
    if (
        people
        and not sketch.has((";", "that"), max(people), i)
        and (sketch.has(_LEADING, max(people), i) or sketch.item(i - 1) == "'s")
    ):
        return [*people, *after], max(people) + 1
    named = [k for k in range(max(i - 6, 0), i) if sketch.item(k) == "his" and sketch.named[k] is not None]
    if named:
        return [named[-1], *after], i - 4
    comma = next(
        (k for k in range(max(after) + 1, min(max(after) + 12, len(sketch.items))) if sketch.item(k) == ","), -1
    )
    later = behind(sketch, comma + 1, 6) if comma > 0 and not people else []
    return ([*later, *after], i - 4) if later else ([], i)


_AFTER_NOUN = re.compile(
    r"(?:(?:in|on|at|over|by|via|this|last|here|today|held|S\d+|D\d+|lunch|dinner|phone|telephone|the|palace|earlier|late|morning|afternoon|evening|night|expanded|restricted|format|a|of|capital|sidelines|margins|behind|closed|doors|about|issues|trade|his|separate|to|,|private|that|lasted|had|conversation|talks) ){0,10}?"
    r"(?:with|between|of|to|among) (?:(?:the|visiting|his|both|their|,|S\d+|'s|O\d+|new|newly|appointed|guest|colleague|brother|friend|counterparts?|colleagues|homologues?|peers) ){0,5}?(?=A\d)"
)


_FROM = re.compile(
    r"(?:(?:on|in|D\d+|earlier|late|today|yesterday|the|this|morning|afternoon|evening|night|,) ){0,5}?"
    r"from (?:(?:the|visiting|his|S\d+|'s|brother|friend|colleague) ){0,4}?(?=A\d)"
)


def _after_noun(sketch: Sketch, end: int, call: bool = False) -> list[int]:
    """The people behind a noun, "from" whom a call may come too."""
    if end >= len(sketch.items):
        return []
    at = sketch.starts[end]
    match = _AFTER_NOUN.match(sketch.text, at) or (_FROM.match(sketch.text, at) if call else None)
    if match is None:
        return _led_by(sketch, end)
    k = sketch.at(match.end())
    return sorted(chain(sketch, k, 1)) if sketch.is_actor(k) else []


# ------------------------------------------------------------------ "met", "spoke by telephone with"
def _verbs(sketch: Sketch) -> Iterator[Talk]:
    for match, i, end in sketch.find(_VERB):
        verb = match[0].strip()
        if verb in _RECEIVE | _SEEN and on_arrival(sketch, i):
            continue
        if sketch.item(i - 1) in _NOT_VERB or (sketch.item(end) in ("-", "for") and verb.startswith("call")):
            continue
        if verb in ("meeting", "gathering", "hosting", "calling") and not (
            sketch.item(i - 1) in _BEFORE_MEETING or sketch.is_actor(i - 1)
        ):
            continue
        people = subject(sketch, i)
        if people and (sketch.has((";",), max(people), i) or _of_others(sketch, max(people) + 1, i)):
            people = []
        others = _others(sketch, verb, end)
        left = max(people) + 1 if people else i - 6
        if verb in _DISCUSS and not (others or _by_phone(sketch, i)):
            people = (
                people
                if (len(people) >= 2 or is_group(sketch, people))
                and verb not in ("speaking", "speak", "speaks", "talk", "talks")
                else []
            )
        passive = sketch.has(("was", "were", "been", "be", "is", "being"), max(i - 4, 0), i)
        if passive and not others and verb in _RECEIVE | {"summoned", "called", "seen"}:
            by = behind(sketch, end, 14, frozenset(("by",)))
            others = by if by and sketch.has(("by",), end, by[0]) else []
        if people and others:
            talk = talk_of(sketch, [*people, *others], i, end, left)
            if verb in _RECEIVE:
                talk.host = min(others) if passive else min(people)
            if verb.startswith("call") and (sketch.item(end) == "his" or min(others) == end):
                talk.mode = "phone"
            yield talk
        elif (
            len(people) >= 2
            or (is_group(sketch, people) and (_by_phone(sketch, i) or sketch.item(end) not in ("the", "a")))
        ) and verb not in _RECEIVE | {"summoned", "called", "calls", "call", "see", "saw", "seen"}:
            yield talk_of(sketch, people, i, end, left)
        elif not people:
            both, at = _both(sketch, i)
            if both and verb not in _RECEIVE | {"call", "calls", "called", "see", "saw", "seen", "discuss", "speak"}:
                yield talk_of(sketch, [], i, end, at, both)


_BODIES = frozenset("committee commission council board group team teams experts delegations panel session".split())


def _of_others(sketch: Sketch, first: int, last: int) -> bool:
    """Whether somebody else is told to do it between a subject and a verb ("agreed that the committee would meet")."""
    return sketch.has(("that", "said"), first, last) and sketch.has(_BODIES, first, last)


def is_group(sketch: Sketch, people: list[int]) -> bool:
    """Whether one mention names several people."""
    mention = sketch.named[people[0]] if len(people) == 1 else None
    return mention is not None and bool(mention.attributes.get("plural") or mention.attributes.get("people"))


_BEFORE_MEETING = frozenset((",", "after", "before", "while", "is", "are", "was", "were", "be", "been", "and", "when"))


def _by_phone(sketch: Sketch, i: int) -> bool:
    return sketch.has(words("talks", "phone") | words("talks", "video"), i + 1, i + 14)


_RECEIVED = re.compile(r"(?:(?!A\d|;|that |who |which |from |by )\S+ ){1,14}?(?=A\d)")
_THINGS = frozenset(
    "letter message credentials copies copy report call invitation note award order medal honorary congratulations condolences assurances support news reply answer gift request proposal statement decision move "
    "visit words agreement session conference talks meeting fact efforts results progress initiative".split()
)


_DELEGATION = re.compile(
    r"(?:(?:with|the|a|an|visiting|high-level|S\d+|'s|of|from|his|parliamentary|business|government|official|military|ministerial|large|joint|and|members) ){0,8}(?:delegations?|team|group|mission) "
    r"(?:(?:of|from|the|S\d+|parliamentarians|officials|lawmakers|,|which|was|is) ){0,5}(?:led|headed|chaired) by (?:(?:the|his|visiting) )*(?=A\d)"
)


def _led_by(sketch: Sketch, end: int) -> list[int]:
    """Who leads the delegation told behind item `end`: "with the delegation of S headed by A"."""
    match = _DELEGATION.match(sketch.text, sketch.starts[end]) if end < len(sketch.items) else None
    return [sketch.at(match.end())] if match else []


def _received(sketch: Sketch, end: int) -> list[int]:
    """Whom somebody received, with where and when told before ("received on D, in S, in farewell, A")."""
    match = _RECEIVED.match(sketch.text, sketch.starts[end]) if end < len(sketch.items) else None
    if match is None or _THINGS & set(match[0].split()):
        return []
    if match[0].split()[-1] in ("of", "to", "with", "for", "and", "at"):
        return []
    k = sketch.at(match.end())
    return sorted(chain(sketch, k, 1)) if sketch.is_actor(k) else []


def _others(sketch: Sketch, verb: str, end: int) -> list[int]:
    match = _AFTER_VERB.match(sketch.text, sketch.starts[end]) if end < len(sketch.items) else None
    if match is None:
        if leader := _led_by(sketch, end):
            return leader
        if verb in _RECEIVE and (guest := _received(sketch, end)):
            return guest
        if verb in _DISCUSS:
            k = next(
                (
                    k
                    for k in range(end, min(end + 16, len(sketch.items) - 1))
                    if sketch.item(k) == "with" and sketch.is_actor(k + 1)
                ),
                -1,
            )
            return sorted(chain(sketch, k + 1, 1)) if k > 0 and not sketch.has((",", "said", "that"), end, k) else []
        return []
    gap = match[0].split()
    if verb in _NEED_WITH and not {"with", "to"} & set(gap):
        return []
    if verb in _DIRECT and {"to", "by"} & set(gap) and not {"phone", "telephone", "talks"} & set(gap):
        return []
    if verb in ("meet", "met", "meets", "meeting") and "," in gap and "with" not in gap:
        return []
    if verb.startswith("call") and {"home", "back"} & set(sketch.items[end : end + 9]):
        return []
    if verb.startswith("call") and not ({"on", "in", "upon"} & set(gap[:1]) or not gap or gap[0] in ("the", "his")):
        return []
    k = sketch.at(match.end())
    return sorted(chain(sketch, k, 1)) if sketch.is_actor(k) else []
