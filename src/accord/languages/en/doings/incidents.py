"""Violence and disputes on the ground: one clause `incident` for each sentence that tells of one between two states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.doings.fallout import FLYING, from_above
from accord.languages.en.doings.harm import adjective, harm
from accord.languages.en.doings.hostile import CHARGED, hostile, on_computers
from accord.languages.en.doings.nights import both_days, last_night, right_before
from accord.languages.en.doings.sides import ACROSS, of_pair, parties
from accord.languages.en.doings.status import chain_of, noun_status, outer_status, verb_status
from accord.languages.en.names.naming import capitals
from accord.languages.en.text.lexicon import inflect, table
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.values.offsets import told_from
from accord.languages.views import Argument, Clause, Mention
from accord.values import Period

__all__ = ["incidents"]

_LEAD = 4  # sentences at the beginning that show what a document is about
_HELD = frozenset(("planned", "proposed", "hypothetical", "postponed", "cancelled"))
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|added|summoned|issued|condemned|protested|warned|"
    r"statement|claimed|accused)\b[^,;.]{0,34}$",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\s*,?\s*(?:also |formally |again |strongly )?(?:said|says|told|announced|reported|confirmed|stated|summoned|condemned|protested|warned|claimed|accused|called in|lodged|handed|sent a note|rejected|denied|declared)\b"
)
_ACCIDENT = re.compile(
    r"\b(?:accidents?|car crash|road crash|bus crash|plane crash|train crash|derail\w+|quake|earthquake|landslides?|"
    r"avalanche|floods?|flooding|fire broke|blaze|heart attack|outbreak|crash of|for speeding|drunk|"
    r"(?:his|her|their|the|a) (?:car|bus|van|motorcycle|vehicle|taxi|minibus) (?:hit|struck|collided|overturned|ran into))\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:fight|fights|fighting|fought|combat)\s+(?:against\b|crime|terror|corruption|poverty|drug|for\b)"
)
_DATELINE = 60  # characters in which the date of a dateline stands
_WHEN = 4  # characters between a date and "when"
_BOUNDS = frozenset(
    listed("; — when while whereas but which who whose after before because where although though that")
)
_CAUSE = re.compile(
    r"\b(?:because of|over|after|following|due to|in response to|amid|since|despite|blamed on|triggered by|sparked by|prompted by|caused by|in the wake of)\s+(?:(?:the|a|an|this|that|last|week|'s|’s|\w+) ){0,3}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\bsince\s+(?:the|a|an)\s+(?:\w+ ){0,2}$")
_LATER = frozenset(listed("hours days weeks months years day week month year hour shortly soon long"))
_SAME_DAY = frozenset(listed("hours hour shortly soon"))
_COUNTED = re.compile(
    r"\b(?:logged|recorded|counted|registered|documented)\b\s+(?:\S+\s+){0,4}?(?:incidents|cases|attacks|violations|arrests|clashes|incursions|shootings|kidnappings|intrusions|detentions|seizures)\b|"
    r"\b(?:incidents|cases|attacks|violations|arrests|clashes|incursions|shootings|intrusions)\b[^.;]{0,30}\b(?:logged|recorded|counted|registered|documented)\b|\b(?:fell|rose|dropped|declined|increased|went) (?:up |down )?(?:from|to|by) \d|\b(?:up|down) from \d|\bfigures\b|\bstatistics\b|\bsince\s+(?:January|the start of)\b"
)
_SHOTS = frozenset(listed("fire shots gunfire shelling artillery"))
_HOURS = frozenset(listed("dawn dusk noon midnight sunrise sunset daybreak midday nightfall dark"))
_VEHICLES = frozenset(
    listed("train trains bus buses truck trucks lorry lorries convoy convoys ferry pilgrims passengers")
)
_PRACTICE = frozenset(listed("drill drills exercise exercises practice practices test tests range"))


@dataclass(frozen=True, slots=True)
class _Word:
    kind: str
    words: tuple[str, ...]
    weak: bool
    noun: bool
    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Trigger:
    word: _Word
    first: int
    end: int
    status: str


@cache
def _lexicon() -> dict[str, tuple[_Word, ...]]:
    """All words of the table by their first, the longest first."""
    found: dict[str, list[_Word]] = {}
    for kind, sorts in table("incidents").items():
        if kind in ("words", "last"):
            continue
        for sort, entries in sorts.items():
            for entry in (e.strip() for e in entries.split(",")):
                for word in _forms(kind, sort, entry):
                    found.setdefault(word.words[0], []).append(word)
    return {first: tuple(sorted(options, key=lambda w: -len(w.words))) for first, options in found.items()}


def _forms(kind: str, sort: str, entry: str) -> Iterator[_Word]:
    if sort == "nouns":
        yield _Word(kind, tuple(entry.replace("-", " - ").split()), False, True, frozenset())
        return
    first, *rest = entry.replace("-", " - ").split()
    for form, forms in inflect(first).items():
        yield _Word(kind, (*form.split(), *rest), sort == "weak", False, frozenset(forms))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(listed(table("incidents")["words"][key]))


@cache
def _telling() -> frozenset[str]:
    """Words without one of which a sentence tells of no incident."""
    return frozenset(_lexicon()).union({"airspace"}, _words("armed"), _words("shells"), _words("flyers"))


def incidents(
    lines: Sequence[Line],
    mentions: Sequence[Sequence[Mention]],
    pair: tuple[str, ...],
    pair_spans: tuple[Span, ...],
    today: Period | None = None,
) -> Iterator[Clause]:
    """The incidents of a document in the order of the text; `mentions` line by line."""
    about = False
    before: set[str] = set()
    told: Mention | None = None
    for index, (line, here) in enumerate(zip(lines, mentions, strict=True)):
        trigger = _trigger(line)
        last = trigger is None or trigger.word.kind == "dispute"
        found = hostile(line, here) if last else None
        if found is not None and (trigger is not None or _stirring(line)):
            word = _Word(found[0], (), False, False, frozenset())
            trigger = _Trigger(word, found[1], found[1] + 1, "reported")
        if trigger is None:
            continue
        own, spans = parties(_beside_trigger(line, trigger, here), pair)
        if (
            len(own) < 2
            and trigger.word.noun
            and _SINCE.search(line.text[line.span.start : line.tokens[trigger.first].start])
        ):
            continue  # "a name written in blood since the bombardment of 1958"
        if len(own) < 2:
            own, spans = of_pair(line, own, spans, pair, pair_spans, _goes_on(line, own, trigger, before))
        states = own
        about = about or (index < _LEAD and (len(states) > 1 or trigger.word.kind != "protest"))
        if len(states) < 2 or line.kind in ("headline", "heading"):
            continue
        clause = _clause(line, index, trigger, here, states, spans)
        if clause.when is None:
            clause = _from_another(line, trigger, clause, told)
        if clause.when is None and today is not None:
            clause = last_night(line, clause, today)
        if found is not None:
            clause = replace(clause, concept="incident-last")
        at_border = len(own) > 1 or about or ACROSS.search(line.text, line.span.start, line.span.end)
        if not at_border and (clause.when is None or not (own or clause.mentions("figure", "place"))):
            continue
        if (
            clause.when is None
            and not clause.mentions("figure")
            and (trigger.word.noun or clause.status == "denied" or not (index < _LEAD or _certain(clause, own)))
        ):
            continue
        before.add(trigger.word.kind)
        told = clause.when if clause.when is not None and clause.when.period and not clause.when.period.open else told
        yield clause


def _goes_on(line: Line, own: tuple[str, ...], trigger: _Trigger, before: set[str]) -> bool:
    """Whether a sentence without two states goes on about incidents between the document's two: it names one or counts
    the dead."""
    return bool(before) and trigger.word.kind != "protest" and (bool(own) or any(harm(line)))


def _stirring(line: Line) -> bool:
    """Whether a sentence has words that the last reader asks for."""
    words = line.own
    return not (not _words("not").isdisjoint(line.said) or _ACCIDENT.search(words) or _COUNTED.search(words))


def _certain(clause: Clause, own: tuple[str, ...]) -> bool:
    """Whether an undated sentence tells of one incident: both states and the place are named."""
    kind = clause.mentions("incident")[0].form
    return len(own) > 1 and kind != "dispute" and bool(clause.mentions("place"))


def _from_another(line: Line, trigger: _Trigger, clause: Clause, told: Mention | None) -> Clause:
    """The clause with the date that it is told to be a number of days from."""
    at = line.tokens[trigger.first].start
    when = told_from(line.text, line.span, at, [d for d in line.dates if d.period], told)
    return clause if when is None else replace(clause, when=when)


# ------------------------------------------------------------------ what happened
def _trigger(line: Line) -> _Trigger | None:
    """What tells of an incident in a sentence: a flight into airspace, else the first verb, else the first noun."""
    if _telling().isdisjoint(line.said):
        return None
    lows, words = line.lows(0, len(line.tokens)), line.own
    if not _words("not").isdisjoint(line.said) or _ACCIDENT.search(words) or _COUNTED.search(words):
        return None
    above = from_above(line, words, lows)
    if above is not None:
        status = outer_status(line, above[1], above[1] + 1, False, "reported")
        return _Trigger(_Word(above[0], (above[0],), False, False, frozenset()), above[1], above[1] + 1, status)
    named = {m.states for m in line.at if m is not None and m.type == "state" and len(m.states) == 1}
    charged = CHARGED.search(words)
    abroad = bool(ACROSS.search(words) or " against " in words) or len(named) > 1
    found = [t for t in _triggers(line, line.said) if t.status not in _HELD and (abroad or t.word.kind != "protest")]
    if charged is not None:
        found = [t for t in found if line.tokens[t.first].start < line.span.start + charged.start()]
    told = [t for t in found if t.word.words[0] not in _words("harming")]
    anew = [t for t in told if not (t.word.noun and line.low(t.first - 1) in ("the", "this", "that"))] or told
    return next((t for t in anew if not t.word.noun), anew[0] if anew else found[0] if found else None)


def _triggers(line: Line, lows: frozenset[str]) -> Iterator[_Trigger]:
    lexicon = _lexicon()
    heading = line.kind in ("headline", "heading")
    for i, token in enumerate(line.tokens):
        if token.low not in lexicon:
            continue
        for word in lexicon[token.low]:
            end = i + len(word.words)
            if len(word.words) > 1 and tuple(line.lows(i, end)) != word.words:
                continue
            if word.words[0][:5] in ("excha", "tradi", "trade") and not _SHOTS & set(line.lows(i, i + 8)):
                continue
            if (token.capital and i and not heading) or line.covered(i, "person", "office", "organisation", "date"):
                break
            if word.kind == "dispute" and not word.noun and _VEHICLES & set(line.lows(max(0, i - 3), i)):
                continue  # "the train crossed into Chad"
            harming = word.words[0] in _words("harming")
            if (word.weak and not _beside(line, i, end, word, lows)) or (harming and adjective(line, i)):
                continue
            status = _status(line, word, i, end, heading)
            if status is not None:
                yield _Trigger(word, i, end, status)
                break


def _status(line: Line, word: _Word, i: int, end: int, heading: bool) -> str | None:
    if word.noun:
        if not _held_noun(line, word, i, end):
            return None
        if _CAUSE.search(line.text[line.span.start : line.tokens[i].start]):
            return "reported"
        return outer_status(line, i, end, True, noun_status(line, i, end, 0))
    first = chain_of(line, i)
    told = verb_status(line, first, i, word.forms, 0)
    if _PRACTICE & set(line.lows(end, min(len(line.tokens), end + 3))):
        return None
    if told is None or (told == "present" and not heading) or line.low(i - 1) in ("-", "'s"):
        return None
    if ("ing" in word.forms and line.low(i - 1) in DETERMINERS) or "any" in line.lows(max(0, i - 4), i):
        return None
    return outer_status(line, i, end, False, "reported" if told == "present" else told)


def _held_noun(line: Line, word: _Word, i: int, end: int) -> bool:
    """Whether a noun tells of what happened: no "protest note", no protest lodged, no "arrest warrant"."""
    if line.low(end) in (
        "note",
        "letter",
        "warrant",
        "warrants",
        "aircraft",
        "helicopters",
        "-",
        "risk",
        "zone",
    ) or line.low(i - 1) in _words("figurative"):
        return False
    near = set(line.lows(max(0, i - 5), min(len(line.tokens), end + 4)))
    plural = word.words[-1].endswith("s")
    if plural and (line.covered(i - 1, "amount", "number") or line.low(i - 1)[:1].isdigit()):
        return False
    if word.kind == "protest":
        formal = set(
            listed("lodged diplomatic formal lodge verbale filed strong official ambassador written handed note")
        )
        return not formal & near and line.low(i - 1) != "in"
    return not (word.words[-1] in ("hack", "capture", "arson") and not _words("armed") & near)


def _beside(line: Line, i: int, end: int, word: _Word, lows: frozenset[str]) -> bool:
    """Whether a weak word stands beside people with arms, a crowd, or somebody or something that can be harmed."""
    if _AGAINST.search(line.text[line.tokens[i].start : line.span.end][:40]):
        return False
    before, after = set(line.lows(max(0, i - 12), i)), set(line.lows(end, min(len(line.tokens), end + 10)))
    if word.kind == "protest":
        crowd = bool(_words("crowd") & before) or "people" in before or "mob" in lows
        block = word.words[0].startswith(("block", "clos", "shut", "occup", "cut", "chok"))
        way = bool({"road", "bridge", "highway", "crossing", "border", "railway", "port", "pass"} & after)
        if block and not word.words[0].startswith("block"):
            return crowd and way
        return crowd or (block and way)
    if word.words[0] in ("hold", "held", "holds", "holding"):
        held = set(line.lows(end, end + 5))
        if "by" in held and {"been", "were", "was", "being", "are", "is"} & set(line.lows(max(0, i - 3), i)):
            held = before  # "three boats were held by the neighbours"
        return not _words("blamed") & held and bool(_words("people") & held) and not _words("calm") & (after | before)
    if word.words[0].startswith("hit") and line.lows(end, end + 2)[-1:] in (
        ["roof"],
        ["headlines"],
        ["road"],
        ["market"],
        ["ceiling"],
    ):
        return False
    if word.kind == "detention":
        return bool(_words("harmed") & (after | (before if "pp" in word.forms else set())))
    if word.kind == "clash" and _words("weapons") & after:
        return True
    return bool(_words("armed") & before) or bool(_words("harmed") & (after | before))


# ------------------------------------------------------------------ who, when, where
_SOURCE = re.compile(r",[ ][^,]{3,60}\b(?:said|says|reported|reports|announced|according)\b")


def _beside_trigger(line: Line, trigger: _Trigger, here: Sequence[Mention]) -> Sequence[Mention]:
    """What is named in the clause of an incident where that names two states ("..., after Peru shelled Chile"), else in
    its whole sentence."""
    left, right = _clause_of(line, trigger)
    low, high = line.tokens[left].start, line.tokens[right - 1].end
    if (source := _SOURCE.search(line.text, line.tokens[trigger.end - 1].end, high)) is not None:
        high = source.start()
    near = [m for m in here if low <= m.span.start < high]
    states = {s for m in near if m.type in ("state", "office", "person", "group") for s in m.states}
    return near if len(states) > 1 else here


def _when(line: Line, trigger: _Trigger) -> Mention | None:
    """The date nearest to the trigger in its clause, else that of the clause which it is set beside by "when" or "after";
    never that of the saying or the dateline's."""
    left, right = _clause_of(line, trigger)
    low, high = line.tokens[left].start, line.tokens[right - 1].end
    here = [d for d in line.dates if d.period and not line.term(d) and low <= d.span.start < high]
    lasting = trigger.word.kind == "detention"  # "held since Friday"
    best = _nearest(line, trigger, here) or (_nearest(line, trigger, here, True) if lasting else None)
    opener = line.low(left - 1) if left else ""
    if opener == "when" and (led := right_before(line, line.tokens[left - 1].start)) is not None:
        best = led
    elif best is None and opener == "when":
        at = line.tokens[left - 1].start
        best = next((d for d in reversed(line.dates) if d.period and 0 <= at - d.span.end <= _WHEN), None)
        best = best or _nearest(line, trigger, [d for d in line.dates if d.period and not line.term(d)])
    elif (
        best is None
        and opener in ("after", "as", "by")
        and not trigger.word.noun
        and line.low(left - 2) not in _LATER - _SAME_DAY
    ):
        others = [d for d in line.dates if d.period and d.span.end <= low]
        best = _nearest(
            line, trigger, [d for d in others if not _SAYING.search(line.text[line.span.start : d.span.start])], True
        )
    elif best is None and opener not in ("after", "when", "before"):
        best = _nearest(line, trigger, [d for d in line.dates if d.period and not line.term(d)])
    if best is None or best.period is None:
        return None
    return both_days(line, best).begun()


def _clause_of(line: Line, trigger: _Trigger) -> tuple[int, int]:
    """The tokens of the clause that a trigger stands in: between connectors."""
    left = right = trigger.first
    while left > 0 and not _bounds(line, left - 1):
        left -= 1
    aside = trigger.word.noun and left > 0 and line.low(left - 1) == "after"
    while (
        right < len(line.tokens)
        and not (aside and (line.low(right) == "," or line.low(right) == "and"))
        and (not _bounds(line, right) or line.covered(right, "date") or line.covered(right + 1, "date"))
    ):
        right += 1
    return left, max(right, trigger.end)


def _bounds(line: Line, i: int) -> bool:
    """Whether a connector at i parts two clauses; "before dawn on Sunday" is a time."""
    if line.low(i) not in _BOUNDS:
        return False
    return not (line.low(i) in ("before", "after") and line.low(i + 1) in _HOURS)


def _nearest(line: Line, trigger: _Trigger, dates: Sequence[Mention], begun: bool = False) -> Mention | None:
    at, end = line.tokens[trigger.first].start, line.tokens[trigger.end - 1].end
    best: tuple[int, Mention] | None = None
    for date in dates:
        before = line.text[end if date.span.start >= end else line.span.start : date.span.start]
        open_ = date.period is not None and date.period.open
        words = line.text[date.span.start : date.span.end].lower()
        if (open_ and not begun) or words in ("this year", "this month", "this week"):
            continue
        after = line.text[date.span.end : date.span.end + 40].lstrip()
        if (
            _SAYING.search(before)
            or _SAID.match(line.text, date.span.end)
            or (
                date.span.start - line.span.start < _DATELINE
                and after[:1] in ("(", "—", "–", "-")
                and line.text[line.span.start : line.span.start + 4].isupper()
            )
        ):
            continue
        distance = date.span.start - end if date.span.start >= end else at - date.span.end + 60
        if best is None or distance < best[0]:
            best = distance, date
    return best[1] if best is not None else None


def _place(line: Line, trigger: _Trigger, here: Sequence[Mention]) -> Mention | None:
    """Where it happened: the place behind "near", "at", "in" or "off" that stands nearest after the trigger."""
    order = [*range(trigger.end, len(line.tokens)), *range(trigger.first - 1, -1, -1)]
    for i in order:
        if line.low(i) not in ("near", "at", "in", "off", "on", "around", "outside", "along") or line.covered(i):
            continue
        start = i + 1 + (line.low(i + 1) in ("the", "a"))
        end = capitals(line, start)
        known = line.covered(start, "place", "state")
        if end == start or line.covered(start, "date", "person", "office", "organisation"):
            continue
        if known is not None and known.type == "state" and known.form != "capital":
            continue
        while end < len(line.tokens) and known is not None and line.covered(end, "place", "state") is known:
            end += 1
        span = line.slice(start, end)
        name = line.text[span.start : span.end]
        return Mention("place", span, name, attributes={"name": name})
    return None


_EFFIGIES = frozenset(listed("tyres tires tyre tire effigy effigies flag flags portrait portraits tricolour"))


def _sort(line: Line, trigger: _Trigger) -> str:
    """The type: what a crowd burns in the street is a protest, a step over the border that leaves dead an attack."""
    if trigger.word.kind == "dispute" and not trigger.word.noun and any(harm(line)):
        return "attack"
    if trigger.word.kind == "attack" and on_computers(line):
        return "cyber"
    after = set(line.lows(trigger.end, trigger.end + 6))
    crowd = _words("crowd") & set(line.lows(max(0, trigger.first - 8), trigger.first))
    return "protest" if trigger.word.kind == "attack" and crowd and _EFFIGIES & after else trigger.word.kind


def _clause(
    line: Line,
    index: int,
    trigger: _Trigger,
    here: Sequence[Mention],
    states: tuple[str, ...],
    spans: tuple[Span, ...],
) -> Clause:
    span = line.slice(trigger.first, trigger.end)
    downed = trigger.word.words[:1] in (("shoot",), ("shot",), ("shooting",)) and "down" in trigger.word.words
    airborne = downed and FLYING.search(line.text, line.span.start, line.span.end)
    kind = Mention("incident", span, form="airspace" if airborne else _sort(line, trigger))
    parties = Mention("state", spans[0] if spans else span, states[0], states, spans[1:])
    arguments = [Argument(kind, "object"), Argument(parties, "between")]
    place = _place(line, trigger, here)
    if place is not None:
        arguments.append(Argument(place, "at"))
    arguments += [Argument(m, "of") for m in harm(line)]
    status = "denied" if trigger.status == "denied" else "reported"
    return Clause("incident", span, line.span, index, tuple(arguments), _when(line, trigger), status)
