"""The last reader of events: any named or dated occasion that is told to be held, and what is done to people of a state."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, words_of
from accord.languages.en.contacts.sketch import Sketch, words
from accord.languages.en.contacts.standing import date_of, status_of
from accord.languages.en.text.lexicon import table, verbs
from accord.languages.views import Mention

__all__ = ["last_deed_hint", "last_deeds"]

_FORMS = (
    "exercise",
    "forum",
    "exhibition",
    "celebration",
    "tournament",
    "summit",
    "ceremony",
    "consultation",
    "vote",
    "mission",
)
_STOPS = frozenset(
    "the a an this that these those his its their our of on in at to for from with by between against during after before since until over under and or but as than when where "
    "which who whose also then will would shall should may might can could is are was were be been being has have had do did , ; : ( ) \" ' — . not no any such both".split()
)
_PAPERS = frozenset(
    "treaty agreement accord pact deal law bill request talks process plan plans protocol memorandum centre center committee commission council members member".split()
)
_SESSION = frozenset("session sessions sitting sittings".split())
_TAIL = re.compile(
    r"(?:of|on|for|against|between|around|about|to mark) (?:(?!(?:was|were|is|are|will|would|has|had|have|which|who|that|held|drew|draws|attracted|brought|gathered|saw|ended|closed|marked|featured|runs?|kicked|kicks|took|takes|opened|opens|open|begin|began|begins|starts?|started|in|at|from|to|by|with|,|;|:|\.|\(|\)|\"|said|where|when|as|after|before|D\d+)(?!\S))\S+ ){1,9}"
)

_MARKING = re.compile(
    r"(?:(?:on|in|at) (?:the )?[DS]\d+ ){0,3}(?:(?:that |which )?(?:mark(?:s|ed|ing)|commemorat(?:es|ed|ing)|celebrat(?:es|ed|ing)|honou?r(?:s|ed|ing))|dedicated to|devoted to|in (?:memory|honou?r) of) (?:(?!(?:D\d+|which|who|said|with|and)(?!\S)|[,;:.()])\S+ ){1,9}"
)
_LEADING = re.compile(
    r"(?:\b(?:for|at|before|since|during|after|of|attend(?:s|ed|ing)?|until|to|from) (?:the|his|a|an|this year 's|next year 's|last year 's|D\d+ 's) |\bahead of (?:the|his) |\bmargins of (?:the|his) |\bS\d+ 's )$"
)
_NTH = re.compile(
    r"^(?:th|nd|rd|st|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|twenty-\w+|thirtieth|\d+(?:st|nd|rd|th))$"
)
_NOT_GOING = re.compile(
    r"\b(?:not|n't|skip(?:s|ped)?|miss(?:es|ed)?|boycott(?:s|ed)?|stay away from|decline[ds]? to) (?:to |be |going to )?(?:attend|go to|take part in|travel to|the|join)\b"
)


@cache
def _heads() -> re.Pattern:
    groups = [f"(?P<{form}>{'|'.join(table('contacts')['occasions'][form].split())})" for form in _FORMS]
    return re.compile(rf"(?<!\S)(?:{'|'.join(groups)})(?!\S)")


last_deed_hint = re.compile(
    r"\b(?:exercis|drill|patrol|war ?games|man(?:oe|e)uvre|forum|conference|congress|symposium|seminar|round-?table|workshop|exhibition|expo\b|fair\b|festival|celebrat|anniversar|commemorat|carnival|jubilee|days\b|concert|"
    r"parade|tournament|championship|match\b|regatta|marathon|summit|retreat|ceremony|consultation|dialogue|hearing|mediation|referendum|plebiscite|vote|ballot|airlift|evacuat|swap|amnest|pardon|extradit|repatriat|"
    r"handover|hand(?:s|ed|ing)? over|open(?:s|ed|ing)?\b|inaugurat|foundation|corner-?stone|missions?\b|exchange of|release of|return of|deportation|withdrawal|mourn|unveil|round|derby|games\b|race\b|cup\b)",
    re.IGNORECASE,
)


def last_deeds(sketch: Sketch) -> Iterator[Deed]:
    """Occasions, where nothing surer told them."""
    for match, head, end in sketch.find(_heads()):
        form = str(match.lastgroup)
        if sketch.item(head - 1) in ("to", "will", "would", "they", "we") or sketch.item(end) in ("'s", "-"):
            continue
        deed = _occasion(sketch, form, match[0], head, end)
        if deed is not None:
            yield deed
    yield from _remembered(sketch)


def _occasion(sketch: Sketch, form: str, word: str, head: int, end: int) -> Deed | None:
    """The occasion whose head is at [head, end), where its name, its date or how it is told show that it is one."""
    first = _opening(sketch, head)
    at = sketch.starts[end] if end < len(sketch.items) else len(sketch.text)
    tail = _TAIL.match(sketch.text, at) or _MARKING.match(sketch.text, at)
    last = sketch.at(tail.end() - 1) + 1 if tail is not None else end
    own = [k for k in range(first, last) if sketch.mention(k, "S")]
    nth = any(_NTH.match(sketch.item(k)) for k in range(first, head))
    capital = any(_capital(sketch, k) for k in range(max(first, 1), last if word == "days" else end))
    named = _apposed(sketch, end)
    if named > end:
        last, capital = named, True
    if sketch.item(end) in _PAPERS or _SESSION & set(sketch.items[max(0, first - 10) : last + 9]):
        return None
    if not _fits(sketch, form, word, first, head, capital):
        return None
    if first == head and tail is None and named == end and sketch.item(head - 1) not in ("a", "an"):
        return None
    known = capital or nth or len(own) > 1
    plain = sketch.item(head - 1) in ("a", "an") and form in _SHOWN
    if not (known or plain or tail or (first < head and form not in _COMMON)):
        return None
    if (
        word in _EVERYDAY
        and not known
        and tail is None
        and sketch.item(end) not in ("in", "at", "of", "on", "with", "between")
    ):
        return None
    held = words("occasions", "held")
    far = 12 if known else 7
    told = sketch.has(held, first - far, first) or sketch.has(held, end, last + 9)
    if _aside(sketch, form, word, first, known):
        return None
    leading = bool(_LEADING.search(sketch.text[: sketch.starts[first]]))
    deed = _deed(sketch, "" if form == "mission" else form, words_of(sketch, first, last), first, last, head)
    if _NOT_GOING.search(sketch.text[: sketch.starts[first]]) and deed.status == "denied":
        deed.status = "reported"
    if _to_do(sketch, first - 1) and deed.status == "reported":
        deed.status = "planned"
    if word.startswith("patrol") and deed.status in ("planned", "proposed", "denied"):
        return None
    if deed.status == "planned" and deed.when is None and re.search(r"\b(?:next|this|the coming) year\b", sketch.text):
        return deed
    since = deed.when is not None and deed.when.period is not None and deed.when.period.open
    certain = (deed.when is not None and not since) or deed.status in ("cancelled", "postponed")
    if word in _PEOPLE_MOVED and deed.status == "planned":
        return deed
    if told or (known and leading):
        named_so = told and capital and len({s for m in deed.states for s in m.states}) > 1
        return deed if certain or named_so or (nth and form in _COUNTED) or len(own) > 1 else None
    if form == "summit" and certain and tail is not None and len(deed.states) > 1:
        return deed  # "the summit between A and B will be held on Tuesday"
    return deed if certain and known and (len(own) > 1 or named > end) else None


def _aside(sketch: Sketch, form: str, word: str, first: int, known: bool) -> bool:
    """Whether an occasion is only spoken of: "observers at military exercises", what is held on the occasion of an
    anniversary, what a body was set up for."""
    before = sketch.items[max(0, first - 3) : first]
    if form == "exercise" and not known and word.endswith("s"):
        return before[-1:] in (["at"], ["of"], ["during"], ["in"], ["for"], ["to"])
    if word == "anniversary":
        return before[-3:-1] == ["occasion", "of"]
    return word in _PEOPLE_MOVED and "for" in before[-2:]


_COUNTED = ("summit", "consultation", "forum")
_COMMON = ("celebration", "vote", "ceremony", "tournament")
_SHOWN = ("exhibition", "forum", "tournament", "exercise", "summit")
_EVERYDAY = ("fair", "match", "vote", "ballot", "friendly", "race", "rally")
_TOGETHER = frozenset("joint mixed coordinated combined trilateral bilateral tripartite naval maritime".split())
_PEOPLE_MOVED = frozenset(
    "handover swap pardon amnesty extradition repatriation evacuation airlift exchange release return deportation withdrawal".split()
)
_TRADERS = frozenset("buying trade business selling investment trading economic".split())


def _fits(sketch: Sketch, form: str, word: str, first: int, head: int, capital: bool) -> bool:
    """Whether a head is that of an occasion: no patrol of one side, no days that only pass, no vote of one house."""
    if sketch.item(first - 1) == "-" or (
        word == "days" and not (capital or {"friendship", "culture", "cultural"} & set(sketch.items[first:head]))
    ):
        return False
    if word.startswith("patrol") and not sketch.has(_TOGETHER, first, head):
        return False
    if form == "vote" and not any(sketch.mention(k, "S") for k in range(len(sketch.items))):
        return False
    if word == "conference" and {"news", "press", "intergovernmental", "ministerial", "peace"} & set(
        sketch.items[first:head]
    ):
        return False
    if word in ("mission", "missions"):
        return sketch.has(_TRADERS, first, head)
    people = "|".join(words("occasions", "people"))
    moved = any(re.fullmatch(people, w) for w in sketch.items[head : head + 9])
    return word not in _PEOPLE_MOVED or (capital and word in ("handover", "swap")) or moved


_REMEMBERED = re.compile(
    r"(?<!\S)(?P<act>commemorated|paid tribute to|paid homage to|unveiled|mourned) (?P<what>(?:the |a )?(?:(?!(?:and|,|;|\.|said|in|on|at|during|with)(?!\S)|D\d)\S+ ){1,9})"
)
_MONUMENT = re.compile(r"\b(?:monument|statue|bust|plaque|memorial|obelisk|mural|marker)\b")
_RUN = r"(?:(?!(?:and|,|;|\.|said|on|during|with|which|that|to)(?!\S)|D\d)\S+ ){1,10}"
_OPENED = re.compile(
    rf"(?<!\S)(?P<act>(?:lay|lays|laid|laying) the (?:foundation(?: stone)?|corner-?stone|first (?:stone|brick))) (?:of|for) (?P<of>{_RUN})|"
    r"(?<!\S)(?:open(?:s|ed|ing)?|inaugurat(?:e|es|ed|ing)|hand(?:s|ed|ing)? over) (?P<what>(?:the|a|an|his) (?:(?!(?:and|,|;|\.|said|on|during|with|which|that|to|in|at|of)(?!\S)|D\d)\S+ ){0,5}?"
    rf"(?:school|hospital|clinic|academy|institute|centre|center|chancery|trade house|wing|museum|library|faculty|university|pavilion|square|park|ward|laboratory|college)(?!\S)(?: (?:of|for|in|at) {_RUN})?)"
)


def _remembered(sketch: Sketch) -> Iterator[Deed]:
    """What was commemorated together, a monument unveiled, a house opened or begun."""
    for match, first, end in sketch.find(_REMEMBERED):
        unveiled = match["act"] == "unveiled"
        if unveiled and not _MONUMENT.search(match["what"]):
            continue
        what = words_of(sketch, sketch.at(match.start("what")), end)
        deed = _deed(sketch, "ceremony", f"{'unveiling' if unveiled else 'commemoration'} of {what}", first, end, first)
        if deed.when is not None and deed.states:
            yield deed
    for match, first, end in sketch.find(_OPENED):
        group = "of" if match["of"] else "what"
        what = words_of(sketch, sketch.at(match.start(group)), end)
        opened = match[0].startswith(("open", "inaugurat"))
        act = "laying of the foundation stone" if match["of"] else "opening" if opened else "handover"
        deed = _deed(sketch, "ceremony", f"{act} of {what}", first, end, first)
        if deed.states and (deed.when is not None or not opened):
            yield deed


def _apposed(sketch: Sketch, end: int) -> int:
    """Behind the name that an occasion is given in apposition ("the drill 'N 2026'"), or `end`."""
    k = end + (sketch.item(end) == ",")
    k += sketch.item(k) in ('"', "'", "“", "‘")
    last = k
    while last < len(sketch.items) and (
        _capital(sketch, last) or (last > k and re.fullmatch(r"[\d-]+", sketch.item(last)))
    ):
        last += 1
    return last if last > k else end


def _opening(sketch: Sketch, head: int) -> int:
    """Where the name of an occasion begins: at its modifiers, states and capitals included."""
    k = head
    while k > 0 and head - k < 7:
        item = sketch.item(k - 1)
        if item == "'s" and sketch.mention(k - 2, "S"):
            k -= 1
            continue
        if item in ("and", "-") and sketch.mention(k - 2, "S") and sketch.mention(k, "S"):
            k -= 1
            continue
        if item == "'" and sketch.item(k - 2).endswith("s") and sketch.item(k - 2) not in _STOPS:
            k -= 1
            continue
        if item in _STOPS or sketch.mention(k - 1, "AD") or _is_verb(item) or _to_do(sketch, k - 1):
            break
        k -= 1
    return k


def _to_do(sketch: Sketch, k: int) -> bool:
    form = verbs().get(sketch.item(k)) if sketch.item(k - 1) in ("to", "will", "would", "shall") else None
    return (form is not None and "base" in form.forms) or (
        sketch.item(k).startswith("re") and sketch.item(k - 1) == "to"
    )


def _is_verb(item: str) -> bool:
    form = verbs().get(item)
    return form is not None and bool(form.forms & {"past", "s"}) and "adj" not in form.forms


def _capital(sketch: Sketch, k: int) -> bool:
    start = sketch.places[k][0]
    return sketch.line.text[start : start + 1].isupper() and sketch.mention(k) is None


def _deed(sketch: Sketch, form: str, name: str, first: int, end: int, trigger: int) -> Deed:
    left = next((k + 1 for k in range(first - 1, -1, -1) if sketch.item(k) in (";", "—")), 0)
    right = next((k for k in range(end, len(sketch.items)) if sketch.item(k) in (";", "—")), len(sketch.items))
    status = status_of(sketch, max(left, first - 7), trigger, end, min(right, end + 20), noun=True)
    when = date_of(sketch, left, trigger, right)
    states = [m for k in range(left, right) if (m := sketch.mention(k, "S")) is not None]
    return Deed(form, name, first, end, status, when, None, _of_the_clause(states))


def _of_the_clause(states: list[Mention]) -> list[Mention]:
    """The states of a clause, unless there are too many to be those of one event."""
    return states if len({s for m in states for s in m.states}) <= 4 else []
