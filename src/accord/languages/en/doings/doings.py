"""What is said to be done with crossings, links, works, ties and memberships: clauses of the concepts `kind/act`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.doings.act import Act
from accord.languages.en.doings.context import bare_crossings, going_on, labelled, named_crossings, sole_crossing
from accord.languages.en.doings.dated import when_of
from accord.languages.en.doings.each import dated_each
from accord.languages.en.doings.gapped import gapped
from accord.languages.en.doings.last import SHORTENED, last_acts
from accord.languages.en.doings.rows import joining, together
from accord.languages.en.doings.segments import segments
from accord.languages.en.doings.settle import BEGINNINGS, settle
from accord.languages.en.doings.status import chain_of, noun_status, outer_status, verb_status
from accord.languages.en.doings.things import Known, attach, carried
from accord.languages.en.doings.words import Way, ways, word_set
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["doings"]

_THING = {
    "crossing": "crossing",
    "transport": "transport",
    "project": "project",
    "tie": "tie",
    "membership": "organisation",
}
_KIND = {thing: kind for kind, thing in _THING.items()}
_WEAK = frozenset(
    listed(
        "transport/propose transport/plan transport/run project/propose project/plan project/lead project/agree "
        "project/announce project/discuss project/visit tie/propose tie/plan crossing/plan crossing/run crossing/follow transport/follow"
    )
)
_STAYING = frozenset(listed("stay remain"))
_BE = frozenset(listed("is are was were be been being remain remains remained remaining stay stays stayed keep kept"))
_BREAK = frozenset(listed("break breaks broke broken breaking"))
_DONE_AT_LAST = frozenset(("complete", "inaugurate", "use"))
_KEPT = frozenset(listed("keep keeps keeping kept leave leaves leaving"))
_DOUBTED = re.compile(
    r"\b(?:nobody|no one|no-one|few)\b[^.;:]{0,60}\b(?:thinks?|believes?|expects?|hopes?)\b[^.;:]{0,24}$", re.IGNORECASE
)
_PASSED_OVER = frozenset({"project/suspend", "project/inaugurate", "project/complete"})
_CUT = frozenset(listed("cut cuts cutting drop drops dropped dropping raised lifted"))
_ONCE_MORE = re.compile(r"\bonce (?:more|again)\b")
_CLOSE = 3  # tokens between "launched" and "the construction of"
_AWAITING = frozenset(listed("once until till when after before"))
_NOW = frozenset(listed("is are has have"))
_HAVE = frozenset(listed("have has had having"))
_POSSESSIVE = ("'s", "’s", "’", "'")
_UNDONE = {"crossing/close": "crossing/reopen", "transport/suspend": "transport/resume"}
_AGAIN = frozenset({"transport/launch", "transport/run", "crossing/open", "crossing/run"})
_FIRST_SINCE = re.compile(
    r"\bfor the first time (?:in|since)\b|\bafter (?:\w+ ){0,3}(?:break|closure|pause|interruption|suspension|hiatus)\b"
)
_SINCE = re.compile(r"\bsince [^,;:]{3,24}$")  # "flies since May": it began then
_PAST = re.compile(r"\b(?:since|last|yesterday|ago|past)\b", re.IGNORECASE)
_WAS_TO_HAVE = re.compile(r"\b(?:was|were) to have (?:been )?(?:\w+ )?$|\bshould have (?:been )?(?:\w+ )?$")
_AS_EVER = re.compile(
    r"\s*(?:\w+ ){0,3}?(?:as (?:usual|normal|scheduled|planned|before|ever|always)|normally|on schedule|without)\b"
)
_LAUNCHED = frozenset({"project/inaugurate", "project/announce", "project/use"})
_DONE_WITH = frozenset({"project/inaugurate", "project/complete", "project/use", "project/suspend", "project/cancel"})
_PUT = frozenset(listed("put puts placed places brought brings bring taken take putting placing bringing"))
_COSTING = re.compile(
    r"\s+(?:for|at a cost of)\s+(?:(?:some|about|around|nearly|over)\s+)?(?:[$€£₹¥]|[A-Z]{3}\s?\d|\d)", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(in|at|to|from|of|by|with|between|near)\s+(?:the\s+)?$")


def doings(lines: Sequence[Line], mentions: Sequence[Mention], today: Period | None = None) -> list[Clause]:
    """The clauses of all sentences, in the order of the text. `mentions` are the document's, in that order; `today` is its
    day, after which nothing has happened yet."""
    known = Known()
    known.crossings = named_crossings(mentions)
    for gate in mentions:
        if gate.type == "gate":
            known.crossings.setdefault(gate.name, gate.but(type="crossing"))
    found: list[Clause] = []
    at = 0
    for index, line in enumerate(lines):
        while at < len(mentions) and mentions[at].span.start < line.span.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].span.start < line.span.end:
            end += 1
        found += (_to_come(clause, today) for clause in _doings(line, mentions[at:end], index, known))
        at = end
    return found


def _to_come(clause: Clause, today: Period | None) -> Clause:
    """ "Is closed from 3 June", told before that day, is planned."""
    period = clause.when.period if clause.when is not None else None
    if clause.status != "reported" or today is None or period is None or period.first <= today.last:
        return clause
    return replace(clause, status="planned")


def _doings(line: Line, mentions: Sequence[Mention], index: int, known: Known) -> Iterator[Clause]:
    titles = [m.span for m in mentions if m.type == "paper" and not m.definite]
    named: dict[str, list[Mention]] = {kind: [] for kind in _THING}
    for m in mentions:
        kind = _KIND.get(m.type)
        if kind is not None and not m.definite and not (kind == "project" and m.attributes.get("whole")):
            named[kind].append(m)
    if not named["crossing"]:
        named["crossing"] = [*sole_crossing(line, mentions, known.crossings)]
    for thing in labelled(line, bool(known.crossings)):
        if not any(m.span.overlaps(thing.span) for m in named[thing.type]):
            named[thing.type].insert(0, thing)
    possible = frozenset(kind for kind in _THING if named[kind] or kind in known.named)
    if known.crossings:
        possible |= {"crossing"}
    asked = "?" in line.said and line.own.rstrip(" ”\"'’").endswith("?")
    acts = list(_acts(line, possible, titles)) if possible and not asked else []
    if known.crossings:
        spans = [(a.first, a.end) for a in acts if a.way.kind == "crossing" and a.way.sort != "noun"]
        beside = [*bare_crossings(line, known.crossings, mentions, spans)] if spans else []
        beside = [m for m in beside if not any(m.span.overlaps(t.span) for t in named["crossing"])]
        named["crossing"] = sorted([*named["crossing"], *beside], key=lambda m: m.span.start)
    chosen: list[Act] = []
    if acts:
        starts = segments(line, acts)
        for act in acts:
            act.left = max(s for s in starts if s <= act.first or s == 0)
            act.right = min((s for s in starts if s >= act.end), default=len(line.tokens))
        for n, act in enumerate(acts):
            attach(line, act, named[act.way.kind], index, known)
            if not act.things:
                act.things = carried(line, act, acts[:n])
            if act.things and not named[act.way.kind]:
                known.again(act.way.kind, index, act.things)
        chosen = _chosen(line, acts)
    shut = [t.span for a in chosen if a.concept in ("crossing/close", "crossing/reopen") for t in a.things]
    if shut:
        chosen = [a for a in chosen if a.concept not in _PASSED_OVER or not any(_spans_over(t, shut) for t in a.things)]
        named["project"] = [m for m in named["project"] if not _spans_over(m, shut)]
    chosen += gapped(line, chosen)
    chosen += [] if asked else last_acts(line, named, chosen)
    yield from (_clause(line, part, mentions, index) for a in chosen if not a.wished for part in dated_each(line, a))
    if not named["project"]:
        built = [m.but(type="project") for m in mentions if m.type == "work" and m.attributes.get("built")]
        if built:
            known.name("project", index, built)
    if not named["crossing"]:
        gates = [m.but(type="crossing") for m in mentions if m.type == "gate"]
        if gates:
            known.name("crossing", index, gates)
    for kind, things in named.items():
        if things:
            known.name(kind, index, things)


def _spans_over(thing: Mention, spans: list[Span]) -> bool:
    """Whether a bridge is the crossing that was shut or reopened: its traffic stops, no work is given up."""
    return any(span.overlaps(s) for span in thing.spans for s in spans)


# ------------------------------------------------------------------ acts
@cache
def _ways_of(kinds: frozenset[str]) -> Mapping[str, Sequence[Way]]:
    """The ways of some kinds by their first word, the longest first."""
    own = {word: [way for way in options if way.kind in kinds] for word, options in ways().items()}
    return {word: options for word, options in own.items() if options}


def _acts(line: Line, kinds: frozenset[str], titles: list[Span]) -> Iterator[Act]:
    table = _ways_of(kinds)
    if table.keys().isdisjoint(line.said):
        return
    heading = line.kind in ("headline", "heading", "title")
    for i, token in enumerate(line.tokens):
        options = table.get(token.low)
        if (
            options is None
            or (token.capital and i and not heading and line.low(i - 1) != '"' and not _shouted(token.text))
            or line.covered(i, "person", "office", "organisation", "place", "date")
        ):
            continue
        if titles and any(t.start <= token.start < t.end for t in titles):
            continue
        longest: dict[str, int] = {}
        for way in options:
            if longest.get(way.kind, 0) > len(way.words) or (
                len(way.words) > 1 and tuple(line.lows(i, i + len(way.words))) != way.words
            ):
                continue
            act = _act(line, way, i)
            if act is not None:
                longest[way.kind] = len(way.words)
                yield act


def _shouted(word: str) -> bool:
    """A word in capitals for its weight alone ("shall be CLOSED")."""
    return len(word) > 3 and word.isupper()


def _act(line: Line, way: Way, i: int) -> Act | None:
    end = i + len(way.words)
    if line.low(end) == "-" or (line.low(i - 1) == "-" and line.tokens[i].glued):
        return None
    if way.sort == "noun":
        return Act(way, i, i, end)
    if way.words[0] in _CUT and (
        line.low(end) in ("to", "by", "from") or SHORTENED.match(line.text, line.tokens[end - 1].end)
    ):
        return None
    if (
        way.concept == "keep"
        and way.words[0] in _HAVE
        and len(way.words) == 1
        and line.low(end) not in DETERMINERS | {"diplomatic", "full", "two"}
    ):
        return None
    if way.concept == "construct" and way.words[0] in _BREAK and "ground" not in line.lows(max(0, i - 7), end):
        return None
    if (
        way.concept in ("plan", "propose")
        and way.words[0] in ("planned", "proposed")
        and line.low(i - 1) in DETERMINERS
    ):
        return Act(replace(way, sort="noun"), i, i, end)
    if way.kind == "project" and way.words[-1] == "on" and line.covered(end, "date"):
        return None  # "the year, which began on 8 July"
    if way.words == ("built",) and _COSTING.match(line.text, line.tokens[i].end):
        return None  # "508 km long and built for 500 million euros"
    if way.kind == "transport" and way.words[0].startswith("stop") and line.low(end) == "at":
        return None  # "the bus stops at the border"
    if (
        way.kind == "crossing"
        and way.concept == "open"
        and way.words[0] == "open"
        and _KEPT & set(line.lows(max(0, i - 8), i))
    ):
        return None
    first = chain_of(line, i)
    if way.words == ("scheduled",) and first == i and line.low(end) not in ("for", "to", "on", "in", "by", ","):
        return None  # "the first scheduled train"
    copula = (
        (line.low(i - 1) != "to" and bool(set(line.lows(first, i)) & _BE))
        or line.low(first - 1) in _BE
        or (line.kind in ("row", "item") and way.words != ("open",))
        or way.words[0] in ("percent", "per", "%")
    )
    if way.kind == "transport" and way.words[0] in ("out", "off", "at") and line.low(i - 1) == ",":
        return Act(way, i, i, end)  # "the ferry, out of service since May"
    if way.sort == "state":
        put = next((k for k in range(i - 1, max(-1, i - 17), -1) if line.low(k) in _PUT), None)
        if way.words[0] in ("under", "into", "in", "on") and put is not None:
            return Act(way, chain_of(line, put), i, end) if len(way.words) > 1 else None
        return (
            Act(way, first, i, end)
            if copula or (line.kind in ("headline", "heading") and way.words != ("open",))
            else None
        )
    return None if copula and way.words == ("open",) else Act(way, first, i, end)


# ------------------------------------------------------------------ how sure, when
def _chosen(line: Line, acts: list[Act]) -> list[Act]:
    """The acts that hold: sure enough to be verbs, and of several on one thing in one segment the strongest."""
    held: list[Act] = []
    for act in acts:
        if not act.things:
            continue
        if act.way.sort == "noun":
            status: str | None = noun_status(line, act.at, act.end, act.left)
            if status == "reported" and act.concept == "project/construct" and not _under_way(line, act):
                act.way = replace(act.way, concept="plan")
                recalled = any(t.attributes.get("recalled") for t in act.things)
                if recalled or "during" in line.lows(max(0, act.at - 4), act.at):
                    continue
        else:
            status = verb_status(line, act.first, act.at, act.way.forms or frozenset({"pp"}), act.left)
        if (act.way.concept in ("lead", "agree") and _recalled(act)) or _awaited(line, act):
            continue
        if _DOUBTED.search(line.text, line.span.start, line.tokens[act.first].start):
            continue
        if (act.way.kind == "project" or _recalled(act)) and _WAS_TO_HAVE.search(
            line.text, line.tokens[act.left].start, line.tokens[act.at].start
        ):
            continue
        if act.concept in ("transport/run", "crossing/run") and _AS_EVER.match(line.text, line.tokens[act.end - 1].end):
            continue
        if status is not None:
            act.dated = when_of(line, act) is not None
            if status == "proposed" and act.way.kind == "project" and act.way.concept in _DONE_AT_LAST:
                act.wished = not (
                    act.dated and "should" in line.lows(act.first, act.at)
                )  # its importance: it is spoken of
                status = "planned"
            if status == "planned" and act.way.kind == "crossing" and _STAYING & set(line.lows(act.first, act.at)):
                status = "reported"
            if status == "present" and act.concept == "project/construct" and "ing" in act.way.forms:
                status = "reported"  # "they are building a bridge"
            status = settle(line, act, status)
            act.status = outer_status(line, act.at, act.end, act.way.sort == "noun" or "ing" in act.way.forms, status)
            if (
                status != "present"
                or line.kind not in ("paragraph", "quotation")
                or act.way.kind == "tie"
                or act.way.concept == "propose"
                or _concept(line, act) == "transport/resume"
                or when_of(line, act) is not None
            ):
                held.append(act)
    _put_off(held)
    wished = {a.at for a in held if a.wished}
    for act in held:
        act.wished = act.wished or act.at in wished
    return [a for a in held if not any(_beats(b, a) for b in held if b is not a)]


def _awaited(line: Line, act: Act) -> bool:
    """ "Once the plant is on line", "until the line has been finished": what is waited for, told as if it were so."""
    waiting = _AWAITING & {line.low(act.left), line.low(act.left - 1)}
    return (
        bool(waiting) and act.way.kind in ("project", "transport") and bool(_NOW & set(line.lows(act.first, act.end)))
    )


def _recalled(act: Act) -> bool:
    """Whether an act's things are only referred to."""
    return any(t.attributes.get("recalled") for t in act.things)


def _under_way(line: Line, act: Act) -> bool:
    """Whether works named by a noun are going on: "the construction of X" alone is still to come."""
    if (
        act.way.words[0].startswith(("work", "ground", "lay"))
        or line.low(act.at - 1) in _BE
        or when_of(line, act) is not None
    ):
        return True
    return going_on(line)


def _put_off(held: list[Act]) -> None:
    """ "The A-B bus, due to start in May, has been put off": the start to come is the one put off."""
    for late in [a for a in held if a.concept == "transport/postpone" and a.status == "reported"]:
        coming = [a for a in held if a is not late and a.status in ("planned", "postponed") and _of_one(a, late)]
        for act in coming:
            act.status = "postponed"
        if coming:
            held.remove(late)


def _of_one(a: Act, b: Act) -> bool:
    return a.way.kind == b.way.kind and bool({t.name for t in a.things} & {t.name for t in b.things})


def _beats(a: Act, b: Act) -> bool:
    if a.way.kind != b.way.kind or not {t.name or id(t) for t in a.things} & {t.name or id(t) for t in b.things}:
        return False
    if b.way.kind == "project" and "visit" in (a.way.concept, b.way.concept):
        seen, other = (a, b) if a.way.concept == "visit" else (b, a)
        site = seen.at < other.at and other.way.sort == "noun" and other.way.concept in ("construct", "plan")
        return site and seen is a
    if _names_works(a) and b.concept in _LAUNCHED and b.way.sort == "verb" and 0 <= a.at - b.end <= _CLOSE:
        return True
    if _names_works(b) and not b.dated and a.way.sort == "verb" and a.concept in _DONE_WITH and a.at > b.at:
        return True
    if _names_works(b) and a.concept in _LAUNCHED and a.way.sort == "verb" and 0 <= b.at - a.end <= _CLOSE:
        return False
    if a.concept == "project/agree" and b.way.kind == "project" and a.at < b.at and a.status == "reported":
        return b.status == "planned" or b.way.concept == "agree"
    if b.concept == "project/agree" and a.way.kind == "project" and b.at < a.at and b.status == "reported":
        return False
    if a.left == b.left and a.way.concept == "cancel" and b.way.concept in ("construct", "plan", "propose"):
        return True
    weak_a, weak_b = a.concept in _WEAK, b.concept in _WEAK
    if weak_a == weak_b and a.at <= b.at < a.end and a.end - a.at > b.end - b.at:
        return True
    if a.left != b.left:
        return weak_b and not weak_a and b.at < a.at and a.left - b.end <= 3 and not (a.dated and b.dated)
    if weak_a != weak_b:
        return weak_b
    if (a.way.sort == "noun") != (b.way.sort == "noun"):
        begun = b.way.concept == "construct" and a.way.words[0].startswith(BEGINNINGS)
        return b.way.sort == "noun" and not begun
    return False


def _names_works(act: Act) -> bool:
    return act.way.sort == "noun" and act.concept in ("project/construct", "project/plan")


def _clause(line: Line, act: Act, mentions: Sequence[Mention], index: int) -> Clause:
    when = act.own or when_of(line, act)
    status, tense = act.status, "past"
    if status == "present":
        status, tense = (
            (
                "planned"
                if when is not None
                and line.kind != "headline"
                and act.way.concept != "keep"
                and not _PAST.search(line.text[max(0, when.span.start - 8) : when.span.end])
                else "reported"
            ),
            "past" if when is not None and _SINCE.search(line.text, line.span.start, when.span.end) else "present",
        )
    if (
        status == "denied"
        and when is not None
        and line.text[line.span.start : when.span.start].rstrip().endswith("before")
    ):
        when = None
    scope = line.slice(act.left, act.right)
    arguments = [Argument(t, "object") for t in act.things]
    near = [
        m
        for m in mentions
        if m.span in scope
        and m.type in ("state", "place", "person", "office", "organisation")
        and all(m is not t for t in act.things)
    ]
    if act.way.kind == "membership":
        near = [m for m in near if m.type == "state"] if act.left >= act.end else _members(line, act, mentions)
    parts = [_part(line, m) for m in near]
    if act.way.kind == "membership":
        parts = ["subject" if p == "with" else p for p in parts]  # "left together with B"
    arguments += [Argument(m, p) for m, p in zip(near, parts, strict=True)]
    return Clause(
        _concept(line, act),
        line.slice(act.at, act.end),
        scope,
        index,
        tuple(arguments),
        when,
        status,
        tense,
        act.way.sort == "noun",
    )


def _concept(line: Line, act: Act) -> str:
    """The act's concept, turned round where a stop is lifted or something runs "again"."""
    words = line.lows(act.end, act.right)
    lifted = word_set("lifting") & {*words, *line.lows(max(act.left, act.at - 3), act.at)}
    if act.way.sort == "noun" and act.concept in _UNDONE and lifted:
        return _UNDONE[act.concept]
    if act.concept in _AGAIN and (
        "again" in words[:12]
        or _ONCE_MORE.search(line.text, line.tokens[act.at].start, line.tokens[act.right - 1].end)
        or (act.concept != "transport/run" and _FIRST_SINCE.search(line.text, line.tokens[act.at].start, line.span.end))
    ):
        return f"{act.way.kind}/{'resume' if act.way.kind == 'transport' else 'reopen'}"
    return act.concept


def _members(line: Line, act: Act, mentions: Sequence[Mention]) -> list[Mention]:
    """The states that join or leave: before a verb in its clause, else the last before; "accession of X"."""
    at, left, end = line.tokens[act.at].start, line.tokens[act.left].start, line.tokens[act.end - 1].end
    states = [m for m in mentions if m.type == "state" and (m.form == "pair" or not m.form.startswith("demonym"))]
    if act.way.sort == "noun":
        own = [m for m in states if m.span.end <= at and line.text[m.span.end : at].strip() in _POSSESSIVE]
        return own or [
            m for m in states if m.span.start >= end and line.text[end : m.span.start].strip() in ("of", "by")
        ]
    before = [m for m in states if m.span.end <= at]
    own = [
        m
        for m in before
        if m.span.start >= left
        and _PREPOSITION.search(line.text[max(0, m.span.start - 12) : m.span.start].lower()) is None
    ]
    return joining(line, before, own, at) + together(line, end, states)


def _part(line: Line, mention: Mention) -> str:
    before = line.text[max(line.span.start, mention.span.start - 16) : mention.span.start].lower()
    match = _PREPOSITION.search(before)
    return {"in": "at", "near": "at"}.get(match[1], match[1]) if match else "subject"
