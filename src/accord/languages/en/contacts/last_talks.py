"""The last reader of meetings: two people of office beside any word of coming together, one of them perhaps only "I"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.languages import patterns as re
from accord.languages.en.contacts.people import behind, chain, subject
from accord.languages.en.contacts.sketch import Sketch, words
from accord.languages.en.contacts.talks import SESSION, Talk, is_group, talk_of
from accord.languages.views import Mention

__all__ = ["last_talks"]

_WITH = frozenset(("with", "between", "to", "among"))
_BY = frozenset(("by",))
_ASIDE = frozenset("that said says saying told tells ; : — whose quoted according whether thanked thanks".split())
_BE = frozenset("was were is are been be being".split())
_NEEDS_THING = frozenset(
    "hold held holding have had having conduct conducted raise raised exchange exchanged exchanges".split()
)
_MATTERS = frozenset(
    "review reviewed reviews examine examined examining consider considered treat treated handle handled tackle tackled address addressed deal dealt dealing raise raised".split()
)
_AND_I = re.compile(
    r"(?:(?<!\S)(?P<a>A\d+) (?:, (?:(?!;|A\d|S\d)\S+ ){1,6}, |, )?and i |(?<!\S)i and (?:his |the )?(?P<b>A\d+) )"
)
_I = re.compile(
    r"(?<!\S)(?:i|we) (?:(?:have|had|also|just|will|shall|am|was|then|already|briefly|again|personally|recently) ){0,3}(?P<verb>\S+) (?P<rest>(?:(?!A\d|;|:|that|said|and|\.)\S+ ){0,8}?)(?:his |the )?(?P<a>A\d+) "
)
_PHRASAL = re.compile(
    r"(?<!\S)(?:(?:went|go|goes|gone|going|ran|run) (?:over|through) |(?:issued|issue|adopted|released) (?:a|the|his) joint (?:statement|communiqué|communique|declaration) |congratulated (?:each other|S\d+) |(?:shook|shake|shaking) hands |(?:broke|break) bread |put (?:his heads|A\d+) together |(?:(?:kept|stayed|were|was|been|got|get|remained) in (?:touch|contact) )|(?:came|come|coming|get|got) (?:together|face to face|face-to-face) |"
    r"(?:had|have|has) (?:a )?(?:(?:brief|short|quick|long|quiet|private) )?(?:words?|chat|coffee|tea) |(?:took|take|taken) up (?:his |the )|(?:picked|got|pick|get) (?:up|on) the phone )"
)
_SEEN = re.compile(
    r"(?<!\S)(?:(?:was|were|been|be|being) (?:given|offered|treated to|served|hosted at|hosted to|entertained to|guests? at) (?:(?:a|an|the|official|working|private|state|gala|to) ){0,4}(?:lunch|dinner|luncheon|breakfast|banquet|reception|audience|tea) by "
    r"|(?:found|made|took|set aside|had|reserved) (?:(?!A\d|;)\S+ ){0,3}?(?:time|minutes?|hours?|moment|hour) (?:(?!A\d|;)\S+ ){0,3}?(?:for|with) "
    r"|(?:sat|sits|sitting|seated) (?:across(?: the table)? from|opposite|next to|beside|down opposite) "
    r"|(?:compared|swapped|traded|exchanged) (?:notes|views|thoughts|ideas|impressions) (?:(?!A\d|;)\S+ ){0,3}?with "
    r"|(?:got|get|gets|was|were|been|is) on (?:the )?(?:phone|telephone|line|blower|horn) (?:to|with) |(?:picked up|lifted) the (?:phone|telephone|receiver) to |(?:placed|put in|put through|made|held|had) an? (?:\S+ ){0,2}?(?:phone|telephone|video)? ?call (?:to|with) |dialled |dialed "
    r"|(?:dropped in on|looked in on|called in on|paid his respects to|ran into|bumped into|caught up with|touched base with|linked up with|teamed up with) "
    r"|(?:told|assured|conveyed to|informed|briefed) (?=(?:(?:his|the) )*A\d+ (?:, A?\d*\S* , )?(?:\S+ ){0,3}?(?:in|during|by|over) (?:a|his|the)? ?(?:phone|telephone|video)? ?(?:call|conversation|phone|telephone|video) ))"
)
_EACH = re.compile(
    r"(?<!\S)(?:saw|see|seen|faced|eyed|greeted|hugged|embraced|phoned|rang|called) (?:S\d+|each other|one another) (?:across a|across the|in|at|on|over|for|again|D\d+|face)(?!\S)"
)
_OTHER = r"(?:guest|visitor|host|counterpart|homologue|colleague|interlocutor|opposite number|pair)"
_GUEST = re.compile(
    rf"(?<!\S)(?P<a>A\d+) (?:, )?(?:and|together with|along with|with) his (?:(?:S\d+|foreign|visiting|official|distinguished) )*{_OTHER} "
)
_RECEIVED = re.compile(
    rf"(?<!\S)(?:received|receives|met|meets|hosted|hosts|welcomed|welcomes|greeted|(?:held|had) (?:talks|a meeting|discussions) with|(?:conferred|spoke|talked) (?:by \S+ )?with) (?:(?:the|his|visiting) )*(?:S\d+ )?{_OTHER} (?!A\d)"
)
_HOSTING = re.compile(
    r"(?<!\S)(?:host|hosts|hosted|hosting|receive|receives|received|welcome|welcomes|welcomed|gather|gathers|gathered|brings together|brought together) "
)
_BESIDE = re.compile(
    r"(?:, )?(?:and|with) (?:the |his )?(?P<a>A\d+) (?:, )?(?:(?:on|in|at|S\d+|D\d+|also|have|had|then|,|will|are|to) ){0,5}(?P<verb>\S+) "
)
_NAMED = re.compile(
    r"(?P<verb>\S+) (?P<rest>(?:(?!A\d|;|:|that|said|\.)\S+ ){0,8}?(?:with|to|by) )(?:his |the )?(?P<a>A\d+) "
)


def last_talks(sketch: Sketch) -> Iterator[Talk]:
    """Meetings told by any word of coming together, where nothing surer told them."""
    for reader in (_joint, _phrasal, _of_things, _hosted, _with_me, _with_guest, _of_names, _resumed, _seen):
        yield from reader(sketch)


def _verbs(sketch: Sketch) -> Iterator[int]:
    wanted = words("last", "verbs")
    for k, item in enumerate(sketch.items):
        if item in wanted and sketch.item(k - 1) not in ("the", "a", "an", "his", "of", "this", "that", "their"):
            yield k


def _pair(sketch: Sketch, people: list[int]) -> bool:
    return len(people) >= 2 or is_group(sketch, people)


def _joint(sketch: Sketch) -> Iterator[Talk]:
    """ "A and B reviewed X", "X was dealt with by A and B", "A spoke of X with B"."""
    for k in _verbs(sketch):
        verb = sketch.item(k)
        things = sketch.has(words("last", "things"), k + 1, k + 9)
        if verb in _NEEDS_THING and not things:
            continue
        if verb in ("see", "sees", "saw", "seen") and not sketch.has(("each", "another"), k + 1, k + 4):
            continue
        people = subject(sketch, k)
        if people and sketch.has(_ASIDE, max(people) + 1, k):
            people = []
        if people and _pair(sketch, people):
            talk = talk_of(sketch, people, k, k + 1, max(people) + 1)
            named = all((m := sketch.named[n]) is not None and m.type == "person" for n in people)
            if verb not in _MATTERS or things or (named and talk.when is not None):
                yield talk
            continue
        passive = sketch.has(_BE, k - 4, k)
        others = behind(sketch, k + 1, 14, _BY if passive else frozenset(("with",)))
        if others and sketch.has(_ASIDE, k + 1, min(others)):
            others = []
        if passive and others and _pair(sketch, others):
            yield talk_of(sketch, others, k, k + 1, k - 6)
        elif people and others and not passive and sketch.item(min(others) - 1) in ("with", "the", "his", "both"):
            yield talk_of(sketch, [*people, *others], k, k + 1, max(people) + 1)


def _seen(sketch: Sketch) -> Iterator[Talk]:
    """ "A was given a lunch by B", "A found an hour for B"; "A and B saw each other"."""
    for _, first, end in sketch.find(_SEEN):
        people, others = subject(sketch, first), behind(sketch, end, 7)
        if people and others and not sketch.has(_ASIDE, max(people) + 1, first) and not set(people) & set(others):
            yield talk_of(sketch, [*people, *others], first, end, max(people) + 1)
    for _, first, end in sketch.find(_EACH):
        people = subject(sketch, first)
        if people and _pair(sketch, people):
            yield talk_of(sketch, people, first, end, max(people) + 1)


def _phrasal(sketch: Sketch) -> Iterator[Talk]:
    """ "A and B went over the list", "A and B shook hands"."""
    for _, first, end in sketch.find(_PHRASAL):
        people = subject(sketch, first)
        if people and _pair(sketch, people) and not sketch.has(_ASIDE, max(people) + 1, first):
            yield talk_of(sketch, people, first, end, max(people) + 1)


_HELD = frozenset("held conducted had made headed chaired co-chaired led".split())


def _of_things(sketch: Sketch) -> Iterator[Talk]:
    """ "Consultations took place between A and B", "a conversation was held by A with B"."""
    wanted = words("last", "things")
    for k, item in enumerate(sketch.items):
        if item not in wanted or SESSION.match(" ".join(sketch.items[k + 1 : k + 9])):
            continue
        for leads in (frozenset(("between", "among")), _BY):
            others = behind(sketch, k + 1, 16, leads)
            if not others or sketch.has(_ASIDE, k + 1, min(others)):
                continue
            if leads is _BY and not sketch.has(_HELD, k + 1, min(others)):
                continue
            if leads is not _BY and sketch.has(("to", "which", "who"), k + 1, min(others)):
                continue
            if (
                leads is _BY
                and sketch.has(("headed", "chaired", "led"), k + 1, min(others))
                and sketch.item(k - 1) == "the"
            ):
                continue
            more = behind(sketch, max(others) + 1, 8, frozenset(("with", "and"))) if len(others) == 1 else []
            if _pair(sketch, [*others, *more]):
                yield talk_of(sketch, [*others, *more], k, k + 1, k - 6, noun=True)
                break


def _with_me(sketch: Sketch) -> Iterator[Talk]:
    """ "My counterpart and I walked the site", "I spoke with my counterpart": one of those who met is the speaker."""
    verbs, acting = words("last", "verbs"), words("last", "acting")
    for match, first, end in sketch.find(_AND_I):
        verb = next((k for k in range(end, min(end + 6, len(sketch.items))) if sketch.item(k) in verbs | acting), -1)
        if verb >= 0:
            who = [sketch.at(match.start(g)) for g in ("a", "b") if match[g]]
            yield _alone(talk_of(sketch, who, verb, verb + 1, first))
    for match, first, end in sketch.find(_I):
        rest = set(match["rest"].split())
        if match["verb"] in verbs and (rest & _WITH or match["verb"] in ("met", "meet")):
            told = chain(sketch, sketch.at(match.start("a")), 1)
            yield _alone(talk_of(sketch, told, sketch.at(match.start("verb")), end, first))


def _hosted(sketch: Sketch) -> Iterator[Talk]:
    """ "The capital will host the presidents of both countries"."""
    for _, first, end in sketch.find(_HOSTING):
        guests = behind(sketch, end, 4)
        if guests and _pair(sketch, guests) and not subject(sketch, first):
            yield talk_of(sketch, guests, first, end, first - 4)


def _with_guest(sketch: Sketch) -> Iterator[Talk]:
    """ "A and his guest held talks", "A received the guest from S": the other of the two was told before."""
    verbs = words("last", "verbs")
    for match, first, end in sketch.find(_GUEST):
        verb = next((k for k in range(end, min(end + 5, len(sketch.items))) if sketch.item(k) in verbs), -1)
        if verb >= 0:
            yield _alone(talk_of(sketch, [sketch.at(match.start("a"))], verb, verb + 1, first))
    for _, first, end in sketch.find(_RECEIVED):
        people = subject(sketch, first)
        if len(people) == 1 and not is_group(sketch, people):
            yield _alone(talk_of(sketch, people, first, end, max(people) + 1))


def _alone(talk: Talk) -> Talk:
    talk.alone = True
    return talk


def _of_names(sketch: Sketch) -> Iterator[Talk]:
    """ "N got on the phone to A": somebody told by name alone, of the other state."""
    verbs, things = words("last", "verbs"), words("last", "things")
    for first, last in _names(sketch):
        beside = _BESIDE.match(sketch.text, sketch.starts[last]) if last < len(sketch.items) else None
        if beside is not None and beside["verb"] in verbs - _NEEDS_THING:
            k = sketch.at(beside.start("verb"))
            yield _with_name(sketch, [sketch.at(beside.start("a"))], k, (first, last))
            continue
        match = _NAMED.match(sketch.text, sketch.starts[last]) if last < len(sketch.items) else None
        if match is None or not (match["verb"] in verbs or set(match["rest"].split()) & things):
            continue
        yield _with_name(sketch, [sketch.at(match.start("a"))], last, (first, last))


def _with_name(sketch: Sketch, who: list[int], at: int, name: tuple[int, int]) -> Talk:
    talk = _alone(talk_of(sketch, who, at, at + 1, name[1]))
    span = sketch.span(*name)
    talk.extra = Mention("person", span, sketch.line.text[span.start : span.end], form="name")
    return talk


_RESUMED = re.compile(
    r"(?<!\S)the (?:(?:next|new|second|third|following|postponed|delayed) )?(?:round(?: of (?:talks|negotiations|consultations))?|talks|negotiations|consultations|meeting) "
    r"(?:is|are|was|were|will|has been|have been) (?:(?:now|next|also|to|be|been|tentatively|then) ){0,4}(?:foreseen|scheduled|rescheduled|set|planned|expected|due|pencilled in|hosted|held|take place|resume|moved|put off|postponed) "
)


def _resumed(sketch: Sketch) -> Iterator[Talk]:
    """ "The round is now foreseen for D", "the next round is to be hosted by S": those who met before."""
    for _, first, end in sketch.find(_RESUMED):
        if SESSION.match(" ".join(sketch.items[first + 2 : first + 10])) or sketch.has(_TALKERS, end, end + 8):
            continue
        talk = talk_of(sketch, [], first, end, first, "again", noun=True)
        if talk.status == "reported":
            talk.status = "planned"
        if talk.when is not None:
            yield talk


_TALKERS = frozenset("committee commission council board".split())


def _names(sketch: Sketch) -> Iterator[tuple[int, int]]:
    """Runs of two to four capitalised words that no mention covers, at the beginning or behind a comma."""
    k = 0
    while k < len(sketch.items):
        last = k
        while last < len(sketch.items) and _capital(sketch, last):
            last += 1
        if 2 <= last - k <= 4 and sketch.item(k - 1) in ("", ",", ";", "and", "then", '"'):
            yield k, last
        k = max(last, k + 1)


def _capital(sketch: Sketch, k: int) -> bool:
    return sketch.named[k] is None and sketch.line.text[sketch.places[k][0]].isupper()
