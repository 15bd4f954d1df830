"""What "the two countries", "both sides", "he" and "the treaty" stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.document import Span
from accord.gazetteer import display
from accord.languages import patterns as re
from accord.languages.en.datelines import place_of_writing
from accord.languages.en.names.office_words import INTERNATIONAL
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Mention

__all__ = [
    "definite_bodies",
    "fullest_projects",
    "led_in",
    "members",
    "of_the_pair",
    "pair_mentions",
    "pair_of",
    "pronouns",
    "somebody_else",
    "told_together",
]

_GROUP = r"(?:countries|nations|states|sides|parties|neighbou?rs|governments|capitals|republics|peoples|economies|signatories|delegations|contracting parties)"
_PAIR = re.compile(
    rf"\b(?:(?:the|these|our|their)\s+)?(?:two|both)\s+(?:of the\s+)?(?:(?!(?:are|is|were|was|be|have|had|as|in|to|will|belong)\b)\w+\s+){{0,2}}?{_GROUP}\b|\bboth\s+(?:countries|sides|nations|parties)\b|\b[Tt]he (?:Contracting )?(?:sides|Parties|parties|Contracting States)\b"
    r"|\b(?:the )?(?:two|both) (?:presidents|leaders|foreign ministers|prime ministers|ministers|heads of state|heads of government|delegations|officials|diplomats)\b"
    r"|\b[Bb]ilateral\b|\b[Mm]utual trade\b|\beach other\b|\bthe neighbou?rs\b|\b(?:the )?two-way\b|\b[Tt]he (?:leaders|presidents|ministers|foreign ministers|heads of state|prime ministers|pair|duo) \b(?!of (?:the )?(?:member|(?-i:[A-Z])))",
    re.IGNORECASE,
)  # fmt: skip
_SEVERAL = re.compile(
    rf"\b(?:the|all|these)\s+(?P<of>three|four|five|six|seven)\s+(?:\w+\s+)?{_GROUP}\b"
    r"|\b(?:the )?(?P<led>three|four|five|six|seven) (?:presidents|leaders|ministers|foreign ministers)\b|\btrilateral\b",
    re.IGNORECASE,
)
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_LOOK_BACK = 3  # sentences


def pair_of(
    lines: Sequence[Line], mentions: Sequence[Mention], title_end: int
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The states that the document is about, the weightiest first, with the words that say so: mentions count once each,
    those of the headline and the first sentences more, two states joined ("the Chilean-Peruvian border") most; towns
    count for their states."""
    counts: Counter[str] = Counter()
    spans: dict[str, Span] = {}
    joined: Mention | None = None
    for mention in mentions:
        if mention.type not in ("state", "person", "office", "body", "place"):
            continue
        weight = (3 if mention.span.start < title_end else 1) * (
            2 if mention.type == "state" and not mention.form.startswith("demonym") else 1
        )
        if mention.type == "state" and lines and lines[0].text.endswith(" in ", 0, mention.span.start):
            weight = 1  # a venue
        for state in mention.states[: 1 if mention.type == "place" else None]:
            counts[state] += weight
            spans.setdefault(state, mention.span)
        if mention.type == "state" and mention.states:
            if joined is not None and _hyphened(lines, joined, mention):
                counts.update(dict.fromkeys((*joined.states, *mention.states), _JOINED))
            joined = mention
    home = place_of_writing(lines)
    if home is not None:  # those in office at home are told of without their state
        own = [m for m in mentions if m.type in ("person", "office") and not m.states and _governs(m)]
        counts[home.states[0]] += sum(3 if m.span.start < title_end else 1 for m in own)
        spans.setdefault(home.states[0], home.span)
    order = sorted(counts, key=lambda s: (-counts[s], spans[s].start))
    best = order[:2]
    third = [s for s in order[2:4] if len(best) == 2 and counts[s] >= 0.6 * counts[best[1]] and counts[s] >= 4]
    chosen = tuple(sorted(best, key=lambda s: spans[s].start)) + tuple(third)
    return chosen, tuple(spans[s] for s in chosen)


def _governs(mention: Mention) -> bool:
    """Whether somebody speaks for a government, not for an organisation."""
    office = mention.office
    apart = mention.form == "expert" or mention.attributes.get("counterpart") or mention.attributes.get("plural")
    return not apart and bool(_GOVERNING.search(office)) and not INTERNATIONAL.search(office)


_GOVERNING = re.compile(
    r"\b(?:minister|president|premier|chancellor|king|queen|emir|sultan|head of state|foreign secretary|taoiseach|crown prince)\b",
    re.IGNORECASE,
)
_JOINED = 3  # what each of two states joined by a hyphen counts more


def _hyphened(lines: Sequence[Line], a: Mention, b: Mention) -> bool:
    between = lines[0].text[a.span.end : b.span.start] if lines else ""
    return between in ("-", "–", "—") and a.states != b.states


_BILATERAL = frozenset("joint jointly bilateral neighbours neighbors cross-border frontier".split())
_FLOWS = re.compile(
    r"^\W*s? ?(?:\w+ ){0,3}(?:exports?|imports?|trade|sales|supplies|deliveries|shipments) (?:to|from|with)$"
)
_OFTEN, _ALONE = 4, 0.95  # mentions of each state, and their share of all, where hardly another is spoken of
_BRACKETED = re.compile(r"\)(?:,? and|,| /|;| with)[^()\n]{0,60}\(?")  # "Ana Roca (Chile) and Luis Paz (Peru)"
_JOINING = frozenset(("-", "–", "—", "/", ",", "and", "and the", "with", "with the", "and neighbouring"))


def told_together(lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...]) -> bool:
    """Whether a document tells of its two states as a pair: "the two countries", "Peru and Chile", a treaty of theirs,
    hardly a word of others. Where it does not, what names no state is not theirs."""
    both = set(pair[:2])
    if len(both) < 2:
        return False
    if not all(_BILATERAL.isdisjoint(line.said) for line in lines):
        return True
    last: Mention | None = None
    for m in sorted((m for m in mentions if m.states), key=lambda m: m.span.start):
        if both <= set(m.states):
            return True
        if m.type not in ("state", "office", "person"):
            last = None
            continue
        between = lines[0].text[last.span.end : m.span.start].strip().lower() if last is not None else ""
        joined = between in _JOINING or _FLOWS.search(between) is not None or _BRACKETED.fullmatch(between) is not None
        if joined and last is not None and both == {*last.states, *m.states}:
            return True
        last = m
    told = Counter(s for m in mentions for s in m.states)
    return min(told[s] for s in both) >= _OFTEN and sum(told[s] for s in both) >= _ALONE * told.total()


def pair_mentions(
    lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> Iterator[Mention]:
    """ "The two countries" and its like, as mentions of the states they stand for: those of the sentences just before,
    where these name just two; in a report on one state and its guests in turn, that state and the guest; else the
    document's pair."""
    recent: list[dict[str, Span]] = []
    host = _host(lines, mentions, pair)
    guest: dict[str, Span] = {}  # of the last sentences that told of no other
    told_of = [m for m in mentions if m.type in ("state", "person", "office")]
    for line, here in zip(lines, by_line(lines, told_of), strict=True):
        own: dict[str, Span] = {}
        officers: dict[str, Span] = {}
        unplaced = False  # somebody in office whose state is not told, as at home none is
        for m in here:
            official = m.type != "state" and m.form != "expert"
            unplaced = unplaced or (official and not m.states)
            for s in m.states:
                own.setdefault(s, m.span)
                if official:
                    officers.setdefault(s, m.span)
        others = {s: sp for s, sp in officers.items() if s != host}
        received = len(others) == 1 and (host in officers or unplaced)
        guest = others if received else guest if not set(own) - {host, *guest} else {}
        for match in _SEVERAL.finditer(line.text, line.span.start, line.span.end):
            count = _COUNTS[(match["of"] or match["led"] or "three").lower()]
            told = (r for r in ({s: sp for s, sp in own.items() if sp.end <= match.start()}, *reversed(recent)))
            rows = (_row(line.text, r, count) for r in told)
            named = next((r for r in rows if r), dict(zip(pair, pair_spans, strict=False)))
            if len(named) >= count:
                yield _group(match, tuple(named)[:count], tuple(named.values())[:count], "three")
        for match in _PAIR.finditer(line.text, line.span.start, line.span.end):
            before = {s: sp for s, sp in own.items() if sp.end <= match.start()}
            states, spans = (
                ((host, *guest), (pair_spans[pair.index(host)], *guest.values()))
                if guest and not set(guest) <= set(pair[:2]) and not set(before) - {host, *guest}
                else _nearest(before, recent, pair, pair_spans)
            )
            if len(states) >= 2:
                yield _group(match, states, spans, match[0].lower())
        recent = [*recent[-_LOOK_BACK + 1 :], own]


def _row(text: str, named: dict[str, Span], count: int) -> dict[str, Span]:
    """So many states of a sentence: all that it names, or those that it names in a row."""
    told = sorted(named.items(), key=lambda n: n[1].start)
    if len(told) == count:
        return dict(told)
    for first in range(len(told) - count + 1):
        run = told[first : first + count]
        between = (text[a.end : b.start] for (_, a), (_, b) in pairwise(run))
        if all(not words.strip(" ,").removeprefix("and").removesuffix("the").strip() for words in between):
            return dict(run)
    return {}


def _host(lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...]) -> str:
    """The state of the pair that a report is dated from, else the one that is told of most."""
    home = place_of_writing(lines)
    if home is not None and home.states[0] in pair[:2]:
        return home.states[0]
    counts = Counter(s for m in mentions if m.type in ("state", "person", "office", "place") for s in m.states[:1])
    return max(pair[:2], key=lambda s: counts[s], default="")


def _group(match: re.Match[str], states: tuple[str, ...], spans: tuple[Span, ...], words: str) -> Mention:
    people = bool(re.search(r"presidents|leaders|ministers|heads of|officials|diplomats|pair|duo", words))
    end = match.end() - (match[0].endswith(" "))
    return Mention(
        "state",
        Span(match.start(), end),
        "",
        states,
        spans,
        form="pair",
        definite=True,
        attributes={"people": people, "words": " ".join(words.split())},
    )


def _nearest(
    own: dict[str, Span], recent: list[dict[str, Span]], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    if set(pair[:2]) <= set(own):
        return pair[:2], tuple(own[s] for s in pair[:2])
    if len(own) == 2:
        return tuple(own), tuple(own.values())
    if len(pair) >= 2:
        return pair[:2], pair_spans[:2]
    for states in reversed(recent):
        if len(states) == 2:
            return tuple(states), tuple(states.values())
    return (), ()


_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]he (?:\w+ )?(?:expert|analyst|economist|diplomat|minister|president|premier|official|head of state|ambassador|envoy|politician|scholar|researcher|professor|spokesman|spokesperson|spokeswoman|chairman|political scientist))\b(?! of\b)(?!,? [A-Z])(?!-)"
)


def pronouns(line: Line, last: Mention | None, last_expert: Mention | None, here: Sequence[Mention]) -> list[Mention]:
    """ "He", "the analyst", "the minister" as the person named last before."""
    found: list[Mention] = []
    for match in _PRONOUN.finditer(line.text, line.span.start, line.span.end):
        span = Span(match.start(), match.end())
        overlapping = next((m for m in here if m.span.overlaps(span)), None)
        if overlapping is not None and not (
            overlapping.type in ("office", "group") and (overlapping.definite or overlapping.form == "expert")
        ):
            continue
        word = match[0].lower().split()[-1]
        if word in ("his", "her") and line.text.startswith(" part", match.end()):
            continue
        expertly = word in ("expert", "analyst", "economist", "scholar", "researcher", "professor", "scientist")
        earlier = [
            m
            for m in here
            if m.type == "person" and m.span.end <= match.start() and m.attributes.get("pronoun") is None
        ]
        free = [m for m in earlier if not led_in(line, m)] or earlier
        subject = (earlier[-1] if word in ("his", "her") else free[0]) if earlier and not expertly else None
        if subject is None and word in ("his", "her") and _PHRASE.match(line.text, line.span.start, match.start()):
            subject = _coming(line, match.end(), here)
        target = subject or (last_expert if expertly else last)
        if target is not None and (word in ("he", "she", "his", "her") or expertly or _fits(word, target)):
            found.append(
                target.but(span=span, antecedents=(target.span,), attributes={**target.attributes, "pronoun": word})
            )
    return found


_PHRASE = re.compile(
    r"\W*(?:[^,;.]{3,24},\s+)?(?:[Aa]s|[Dd]uring|[Ii]n|[Oo]n|[Aa]t|[Aa]fter|[Bb]efore|[Ff]ollowing|[Uu]pon|[Aa]head|[Ww]ithin|[Tt]hroughout|[Ss]peaking|[Aa]mid)\b[^,;]*$"
)


def _coming(line: Line, at: int, here: Sequence[Mention]) -> Mention | None:
    """Who comes behind the comma of an opening phrase ("During his visit to S, N signed ...")."""
    comma = line.text.find(",", at, line.span.end)
    later = (
        m for m in here if m.type == "person" and 0 <= m.span.start - comma <= 3 and not m.attributes.get("pronoun")
    )
    return next(later, None) if comma > 0 else None


_LEADS_IN = re.compile(
    r"\b(?:of|by|with|from|to|for|against|at|on)\s+(?:(?:the|his|her|its|their|visiting|Mr|Mrs|Ms|Dr|H\.E|Hon|His|Her|Excellency|Excellencies|Majesty|Highness"
    r"|[A-Z][a-z]+o|Datuk|Dato|Sheikh|Shri|Smt|Sir|Gen|Lt|Maj|Adm)[.'’]?\s+){0,4}$"
)


_PARTICIPLE = re.compile(
    r"\W*(?:(?:[Ww]hile|[Aa]fter|[Bb]efore|[Uu]pon|[Oo]n|[Ii]n|[Ww]hen|[Bb]y) )?[A-Za-z]{2,}ing\b[^,;]*$"
)


def led_in(line: Line, mention: Mention) -> bool:
    """Whether a preposition stands before a mention of its sentence, or a participle opens it and the mention belongs to
    that ("Receiving Ambassador X, President Y said")."""
    start = max(line.span.start, mention.span.start - 40)
    if _LEADS_IN.search(line.text[start : mention.span.start]) is not None:
        return True
    apart = line.text.startswith(",", mention.span.end)
    return apart and _PARTICIPLE.match(line.text, line.span.start, mention.span.start) is not None


_SOMEBODY = re.compile(
    r"\b(?:an?|one|another|our|my|the)\s+(?:\w+\s+){0,2}?(?:nurse|farmer|trader|driver|official|diplomat|skipper|fisherman|soldier|source|resident|woman|man"
    r"|student|doctor|teacher|officer|negotiator|aide|guard|shopkeeper|businessman|businesswoman|mother|father|worker|villager|writer|priest|migrant|refugee"
    r"|patient|passenger|pilot|captain|miner|hawker|shepherd|herder|truck driver|merchant|pensioner|boy|girl)\b"
)


def somebody_else(line: Line) -> bool:
    """Whether a sentence brings in somebody without a name, whom "he" and "she" may stand for from now on."""
    return _SOMEBODY.search(line.text, line.span.start, line.span.end) is not None


def _fits(word: str, person: Mention) -> bool:
    office = person.office.lower()
    return (
        word in office
        or (word == "state" and "president" in office)
        or word in ("official", "diplomat", "politician")
        or (word == "premier" and "prime" in office)
    )


def _core(body: Mention) -> frozenset[str]:
    """The words of a body's name without those of its states."""
    words = re.findall(r"\w+", body.name.lower())
    stems = {display(s).lower()[:4] for s in body.states}
    return frozenset(
        w
        for w in words
        if w not in ("the", "of", "and", "on", "for", "between") and not any(w.startswith(s) for s in stems)
    )


def definite_bodies(mentions: Sequence[Mention]) -> list[Mention]:
    """Bodies with "the commission", "the Intergovernmental Commission" given the fullest name told before that has all
    their words."""
    known: list[Mention] = []
    found: list[Mention] = []
    for mention in mentions:
        if mention.type == "body":
            words = set(mention.name.lower().split()) - {"the"}
            core = _core(mention)
            target = next(
                (
                    b
                    for b in reversed(known)
                    if (words < set(b.name.lower().split()) or (len(core) > 1 and core == _core(b)))
                    and b.name != mention.name
                    and (mention.definite or b.attributes.get("titled"))
                ),
                None,
            )
            if target is not None:
                mention = mention.but(name=target.name, states=target.states or mention.states, definite=False, topics=target.topics,
                                      antecedents=(*mention.antecedents, target.span), attributes={**mention.attributes, "anaphor": True})  # fmt: skip
            elif mention.attributes.get("telling"):
                known.append(mention)
        found.append(mention)
    return found


def fullest_projects(mentions: Sequence[Mention]) -> list[Mention]:
    """Projects under the fullest of their names ("Rogun HPP" for "Rogun Hydroelectric Power Plant"): the same first word
    and the same sort of work; numbered ones stay as they are."""
    fullest: dict[tuple[str, str], Mention] = {}
    for m in mentions:
        if m.type == "project" and m.name[:1].isupper() and not any(c.isdigit() for c in m.name):
            key = (m.name.split()[0].lower(), m.form)
            if key not in fullest or len(m.name) > len(fullest[key].name):
                fullest[key] = m
    found: list[Mention] = []
    for m in mentions:
        if m.type == "project" and (full := _spelled_out(m, fullest)) is not None:
            m = m.but(name=full.name, antecedents=(*m.antecedents, full.span), states=m.states or full.states)
        best = (
            fullest.get((m.name.split()[0].lower(), m.form)) if m.type == "project" and m.name[:1].isupper() else None
        )
        if best is not None and best is not m and best.name != m.name and not any(c.isdigit() for c in m.name):
            m = m.but(name=best.name, antecedents=(*m.antecedents, best.span), states=m.states or best.states)
        found.append(m)
    return found


def _spelled_out(work: Mention, fullest: dict[tuple[str, str], Mention]) -> Mention | None:
    """The work whose name an acronym shortens ("the RTS Link" for "the Rapid Transit System Link")."""
    short = next((w for w in work.name.split() if w.isupper() and w.isalpha() and 2 < len(w) < 7), "")
    if not short:
        return None
    for other in fullest.values():
        initials = "".join(w[0] for w in re.split(r"[\s-]+", other.name) if w[:1].isupper())
        if short in initials and short not in other.name:
            return other
    return None


_OF_BOTH = re.compile(r"\s*(?:of|from)\s+(?:the )?(?:two|both)\b")


def of_the_pair(
    lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...], pair_spans: tuple[Span, ...]
) -> list[Mention]:
    """Offices "of the two countries" given the pair's states; somebody in office whose state is not told, beside
    somebody of one state of the pair, belongs to the other."""
    found: list[Mention] = []
    named: dict[str, tuple[str, ...]] = {}
    home = place_of_writing(lines)
    elsewhere = home is not None and home.states[0] not in pair[:2]  # those in office may be of the state of writing
    for m in mentions:
        if m.type == "office" and not m.states and len(pair) >= 2 and lines:
            text = lines[0].text
            if _OF_BOTH.match(text[m.span.end : m.span.end + 24]) or (
                m.attributes.get("plural")
                and m.form != "expert"
                and text[m.span.start : m.span.start + 5].lower().startswith(("two", "both", "their"))
            ):
                m = m.but(
                    states=pair[:2],
                    antecedents=pair_spans[:2],
                    definite=False,
                    attributes={**m.attributes, "people": True},
                )
        elif (
            m.type == "person"
            and not m.states
            and m.form != "expert"
            and m.office
            and len(pair) >= 2
            and not _COMMON.search(m.office)
            and not INTERNATIONAL.search(m.office)
            and not elsewhere
        ):
            other = _other_side(m, lines, mentions, pair)
            if other:
                named[m.name] = (other,)
        found.append(m)
    return [
        m.but(states=named[m.name], antecedents=(*m.antecedents, *pair_spans[:2]))
        if m.type == "person" and not m.states and m.name in named
        else m
        for m in found
    ]


_COMMON = re.compile(
    r"^(?:\w+ )?Commissioner$|Chairperson|Secretary-General|Director|Mayor|Governor|Commander|\bChief\b|Speaker|Senator",
    re.I,
)


def _other_side(
    person: Mention, lines: Sequence[Line], mentions: Sequence[Mention], pair: tuple[str, ...]
) -> str | None:
    """The state of the pair that somebody belongs to who stands beside officials of the other alone; where several have
    no state, the one whose office is like theirs."""
    line = next((line for line in lines if person.span in line.span), None)
    if line is None:
        return None
    here = [m for m in mentions if m.span in line.span and m.type in ("person", "office") and m.form != "expert"]
    known = {m.states[0]: m for m in here if len(m.states) == 1 and m.states[0] in pair[:2]}
    if len(known) != 1:
        return None
    state, official = next(iter(known.items()))
    loose = {m.name for m in here if m.type == "person" and not m.states and m.office}
    if len(loose) > 1 and not set(person.office.lower().split()) & set(official.office.lower().split()):
        return None
    return next((s for s in pair[:2] if s != state), None)


def members(mentions: Sequence[Mention]) -> list[Mention]:
    """Groups of people ("the two ministers", "the heads of delegation") given the names of those meant: of each state
    the person in office named last before, one whose office has the group's word where there is one."""
    found: list[Mention] = []
    people: list[Mention] = []
    for m in mentions:
        if m.type == "person" and m.form != "expert" and m.states and m.office and not m.attributes.get("pronoun"):
            people.append(m)
        elif m.attributes.get("people") and len(m.states) >= 2:
            word = (m.attributes.get("words") or m.name).lower().split()[-1].rstrip("s")
            chosen = [_member(state, word, people) for state in m.states]
            if all(chosen):
                m = m.but(
                    antecedents=(*m.antecedents, *(c.span for c in chosen if c)),
                    attributes={**m.attributes, "members": tuple(c.name for c in chosen if c)},
                )
        found.append(m)
    return found


_ANYBODY = ("minister", "head", "delegation", "side", "official", "leader", "diplomat", "pair", "duo")


def _member(state: str, word: str, people: Sequence[Mention]) -> Mention | None:
    own = [p for p in people if p.states[0] == state]
    fitting = [p for p in own if word in p.office.lower() or (word == "leader" and "president" in p.office.lower())]
    return fitting[-1] if fitting else (own[-1] if own and word in _ANYBODY else None)
