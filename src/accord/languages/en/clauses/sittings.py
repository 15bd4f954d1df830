"""Sessions of joint bodies: which body sat or is to sit, for which time, when and where, told in any of the ways that
sessions are told ("the 9th session of X was held", "X met", "at its 14th round", "the next meeting, due in May")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.modality import CALLED_OFF, PUT_OFF
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal, roman
from accord.languages.views import Argument, Clause, Mention

__all__ = ["OF_PAPER", "Found", "sitting_clause", "sittings"]

_NOUN = r"(?:sessions?|meetings?|sittings?|rounds?|plenary(?: session| meeting)?|plenum|edition|convening)"
_PHRASE = re.compile(
    rf"\b(?:(?P<number>\d{{1,3}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th)|(?-i:[IVXL]{{1,6}}))|(?P<which>next|last|previous|regular|ordinary|extraordinary|"
    rf"inaugural|maiden|upcoming|forthcoming|latest|earlier|another|annual|closing|opening|a|an|the|its|their|this|that))\s+"
    rf"(?:(?!\d|[a-z-]+(?:rst|ond|ird|[fvxnher]th|nth|tieth)\b|of\b|the\b|in\b|on\b|at\b|to\b|for\b|and\b|with\b)[\w'’]+[\s-]+){{0,4}}?(?P<noun>{_NOUN})\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\s*(?:talks?\s+)?(?:of|by|within|for|in|under)\s+(?:the\s+|their\s+|its\s+|a\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:'s|’s)?[\s,]*(?:(?:which|that|has|have|had|will|shall|to|also|then|jointly|would|is|are|was|were)\s+)*"
    r"(?:(?:held|hold|holds|holding|convened?|conven\w+|concluded?|concludes|opened|opens|began|begins|wrapped up|wound up|completed?|ended|ends|started|starts|launched|"
    r"conducted|hosts?|hosted|kicked off|set to hold|due to hold|at|in|for|during|on|after|following|wound up here)\b[\w\s]*)?[\s,]*$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|ha[sd](?= (?:its|their|a|the) )|took place|takes place|taking place|met|meets|sits|reconvened?|reconvenes|resumed|resumes|got under ?way|gets under ?way|convened|ended|ends|concluded|concludes|wrapped up|wraps up|wound up|winds up|opened|opens|kicked off|"
    r"kicks off|began|begins|started|closed|close[sd]?|co-?chair(?:ed|s|ing)|chair(?:ed|s|ing)|presid\w+|host(?:ed|s)|attend(?:ed|s|ing)|participat(?:ed|ing)|took part|"
    r"facilitat\w+|organi[sz]ed|gathered|gathers|sat|inaugurated|addressed|completed|put an end|wrapped|holding|conven(?:es|ing)|brought together|launched|marked|preceded by|followed by)\b",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:during|at (?:the|its|their|this|a)|in (?:the|its|their)|on the (?:margins|sidelines|occasion|outcomes?)|following|after|within|outcomes?|"
    r"results?|agenda|minutes|proceedings|discussed|reviewed|deliberations|considered|adopted|approved|noted)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:(?:will|shall|would|should|is to|are to|to|must|is expected to|was to|were to|was due to|is due to) (?:also |again |next |then |be |have |been |go ahead)*"
    r"(?:held|met|meet|hold|host|convene[d]?|take place|taken place|sit|gather|organi[sz]ed?|co-?chair|chair|start|begin|open|go ahead|hosted|resumed?|attend|welcome|happen|launch\w*|schedul\w+|called|call|convoke|summon|arranged)"
    r"|(?:will|shall|is to|are to) be (?:at|in|on)|goes to|moves to|due|scheduled|slated|pencil+ed|foreseen|planned|expected|upcoming|forthcoming|set for|set to|next|date is|earmarked|fixed for|invit\w+|prepar\w+|looking forward|look(?:s|ed)? forward|coming (?:days|weeks|months|time|year|period)|near future|suggest\w*|propos(?:ed|es|ing|al)|"
    r"call(?:s|ed)? for|urg(?:ed|es|ing)|organi[sz]e)\b",
    re.IGNORECASE,
)
_OFF = re.compile(rf"{PUT_OFF.pattern}|\b(?:pushed|moved|shifted|slipped|put) (?:to|until|till)\b", re.IGNORECASE)
_REPEATED = re.compile(
    r"\b(?:times|regularly|twice|annually|alternately|in turn|whenever|(?:every|each|per|twice a|once a) (?:six |two |three )?(?:months?|years?|quarter|other year))\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"(?:^|[.;:]\s+|[A-Z]{3,}:\s+)(?:It|The (?:body|panel))\s+(?:(?:last|also|next|then|has|had|have|was|is|to|due|shall|will|been|first|have|not)\s+)*(?P<verb>met|meets?|convenes?d?|sat|sits?)\b"
)
_THAT_IT = re.compile(
    r"[;:,—–]\s+(?:(?:and|but|when|where)\s+)?it\s+(?:(?:last|also|next|then|has|had|was|is|to|due|will|first)\s+)*(?P<verb>met|meets?|reconvened|convened?s?|sat|sits?|gathered)\b"
)
_NEVER = re.compile(
    r"\b(?:ha[sd]|have|did|does)(?:n't| not| never) (?:yet )?(?:been |be )?(?:held|met|meet|convened?|sat|gathered|taken place|take place)|\bnever (?:again )?(?:re)?(?:met|convened|sat|gathered|assembled)|\bno (?:sessions?|meetings?)\b|"
    r"\byet to (?:meet|convene|be convened|hold)|\binactive\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:within|after|before|until)\s+(?:[\w-]+\s+(?:days|weeks|months|years)\s+(?:of|after|from|before)\s+)(?:its|the|their)?\s*$"
)
_SINCE = re.compile(
    r"\s+(?:again\s+)?since\s+(?=(?:\w+\s+)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|last))"
)
_SAT = re.compile(
    r"^[\s,)]*(?:\([^)]*\)\s*)?(?:(?:which|that)\s+)?(?:(?:promised|established|created|set up|formed|founded|envisaged|provided for|launched|chaired|co-chaired|led)\s[^,;]{2,70}?\s)?(?:(?:between|of|with|under|on|for)\s[^,;]{2,90}?\s)?(?:,[^,]{2,90},\s*)?(?:[\w’'-]+\s+){0,4}?"
    r"(?P<verb>met|meets?|convenes?|convened|sat|sit|sits|gathered|gathers?|held|holds|took place|takes? place|taken place|meeting|session|convening|sitting|gathering|reconvened?|reconvenes|ended|ends|concluded|concludes|began|begins|opened|opens|resumed|"
    r"wrapped up|wraps up|wound up|kicked off|kicks off|got under way|gets under way|got underway|came together|comes together|(?:be|is|was|been|were) (?:last |first |next )?(?:held|convened|organi[sz]ed|hosted|co-chaired|chaired|attended|opened))\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:co-?chair(?:ed|s|ing)?|chair(?:ed|s|ing)?|convene[sd]?|conven(?:e|ing)|attend(?:ed|s|ing)|hosted|hosts|held|hold|wound up|wrapped up|concluded|"
    r"opened|put an end(?: \w+){0,2} to|closed?|clos(?:es|ing)|opens|opening|inaugurat\w+|participat\w+ in|took part in|taking part in|takes part in|presided over|presiding over|presides over|co-?chairs|chairs|"
    r"to (?:call|convoke|summon)|addressed|addressing|organi[sz]ed|launched|conclud(?:es|ing)|holds|holding|sat down for|travel\w+ (?:to \w+ )?for|arrived (?:in \w+ )?for|travelled to \w+ to (?:attend|co-?chair)|on the sidelines of|within the framework of)\s+(?:(?:the|a|an|their|its|this|before|by|in|on)\s+(?:(?!to\s|that\s|which\s)[\w’'-]+\s+){0,8})?$",
    re.IGNORECASE,
)
_CHAIRED = re.compile(r"\b(?:co-?)?(?:chair|head|presid|led\b)", re.IGNORECASE)
_SPLIT = re.compile(r";|\bwhile\b|\bwhereas\b")
OF_PAPER = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:convention|treaty|agreement|accords?|protocol|memorandum|pact|deal|declaration|war|crisis|law)\b",
    re.IGNORECASE,
)  # behind a year that names a paper
_ASIDE = re.compile(r"\s*,[^,;]*\blast\b")
_THEN = re.compile(
    r",\s+(?P<verb>(?:will|shall|is to|are to|is due to|is set to|is expected to)\s+(?:\w+\s+)?(?:meet|convene|sit|hold|be held|gather|reconvene))\b"
)
_AND_DUE = re.compile(
    r"(?:,? and|;|,)\s+(?P<verb>(?:is|was|will)\s+(?:next |now |again |also )?(?:due|scheduled|set|expected|to (?:meet|convene|sit|be held|reconvene|gather)|(?:meet|convene|sit|reconvene))\b)"
)
_TO = re.compile(r"\b(?:to|until|till|for)\b")
_FAR = 70


@dataclass(frozen=True, slots=True)
class Found:
    at: Span  # what tells of the session
    body: Mention | None
    number: int | None
    which: str = ""


def sittings(line: Line, index: int, mentions: Sequence[Mention]) -> list[Clause]:
    """The sessions that a sentence tells of, as clauses of the concept `sitting`."""
    words = line.own
    bodies = [m for m in mentions if m.type == "body" and not m.attributes.get("plural")]
    if not bodies and not any(w in words for w in ("ession", "ound", "eeting", "It ")):
        return []
    found = [*_phrases(line, bodies, words)]
    taken = {id(f.body) for f in found if f.body is not None}
    first = min((f.at.start for f in found), default=0)
    found += [
        f
        for f in _by_verb(line, bodies)
        if id(f.body) not in taken or f.which == "last" or _AND_ITS.search(line.text, f.at.end, max(first, f.at.end))
    ]
    if not bodies and not found and (met := _IT.search(words)) is not None:
        found.append(
            Found(Span(line.span.start + met.start("verb"), line.span.start + met.end("verb")), None, None, "it")
        )
    if bodies and not found and (met := _THAT_IT.search(line.text, bodies[0].span.end, line.span.end)) is not None:
        body = next(b for b in reversed(bodies) if b.span.end <= met.start())
        found.append(Found(Span(*met.span("verb")), body, None, "it"))
    found.sort(key=lambda f: f.at.start)
    clauses: list[Clause] = []
    for n, one in enumerate(found):
        start = line.span.start if n == 0 else found[n - 1].at.end
        end = found[n + 1].at.start if n + 1 < len(found) else line.span.end
        clause = sitting_clause(line, index, one, Span(start, max(end, one.at.end)), mentions)
        if clause is not None:
            clauses.append(clause)
    return clauses


def _phrases(line: Line, bodies: Sequence[Mention], words: str) -> Iterator[Found]:
    """Sessions by their noun: "the ninth session of the committee", "its 14th round"."""
    last = -1
    for match in _PHRASE.finditer(words):
        at = Span(line.span.start + match.start(), line.span.start + match.end())
        if at.start < last:
            continue
        number = None
        if match["number"]:
            number = ordinal(match["number"]) or (roman(match["number"]) if match["number"].isupper() else None)
            if number is None:
                continue
        elif (match["which"] or "").lower() in ("inaugural", "maiden"):
            number = 1
        noun = match["noun"].lower()
        inside = next((b for b in bodies if b.span.start < at.end <= b.span.end + 1 and b.span.end >= at.end), None)
        body = inside or _body_of(line, at, bodies)
        last = at.end
        which = (match["which"] or "").lower()
        if body is None and _OF_TALKS.match(line.text, at.end):
            continue
        if body is None and not _of_none(line, at, number, which, noun, words):
            continue
        if inside is not None and inside.ordinal is not None:
            number = inside.ordinal
        yield Found(at, body, number if number is not None else (body.ordinal if body is not None else None), which)


_OF_TALKS = re.compile(r"\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:negotiations|talks|voting|elections?)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:,? (?:due|set|scheduled|planned)\b|(?:shall|will|was|is|had been|took|takes|to be|having been|has been|would|ended|concluded)\b)"
)


def _of_none(line: Line, at: Span, number: int | None, which: str, noun: str, words: str) -> bool:
    """Whether a session that names no body is one of the body named before: "the 7th meeting had been held"."""
    alone = bool(_GOES_ON.match(line.text[at.end : at.end + 24]))
    if number is not None:
        return noun.startswith(("session", "round")) or alone
    if (which == "next" or (which in ("last", "previous") and alone)) and noun.startswith("session"):
        return True
    return which in ("earlier", "next", "another") and alone and bool(_OFF.search(words) or CALLED_OFF.search(words))


def _body_of(line: Line, at: Span, bodies: Sequence[Mention]) -> Mention | None:
    for body in bodies:
        if body.span in at:
            return body  # "the previous JEC meeting"
        if 0 <= body.span.start - at.end <= _FAR and _BEHIND.match(line.text[at.end : body.span.start]):
            return body
    own = line.text[max(line.span.start, at.start - 8) : at.start] + "|" + line.text[at.start : at.start + 6]
    owned = re.search(r"\b(?:its|their|whose)\s*\|", own) or re.search(r"\|(?:its|their)\b", own)
    for body in reversed(bodies):
        if owned and body.span.end <= at.start:
            return body
        if 0 <= at.start - body.span.end <= _FAR and _BEFORE.match(line.text[body.span.end : at.start]):
            return body
    return None


def _by_verb(line: Line, bodies: Sequence[Mention]) -> Iterator[Found]:
    """Sessions by what a body does or is done to: "the committee met", "they co-chaired the committee"."""
    for body in bodies:
        behind = line.text[body.span.end : line.span.end]
        sat = _SAT.match(behind)
        if sat is not None and not _FOUNDED.search(
            line.text[max(line.span.start, body.span.start - 40) : body.span.start]
        ):
            end = body.span.end + sat.end("verb")
            if sat["verb"].endswith("chaired") and body.ordinal is None and not line.dates:
                continue  # who its chairs are
            last = re.search(r"\b(?:which|that) last\b", behind[: sat.end("verb")])
            time = _TIME.search(behind[: sat.end("verb") + 90])
            number = body.ordinal if body.ordinal is not None or time is None else ordinal(time["number"])
            yield Found(Span(body.span.end if last else body.span.start, end), body, number, "last" if last else "")
            then = _THEN.search(behind, sat.end("verb")) if last or _ASIDE.match(behind) else None
            if then is None and not _NEVER.search(behind, 0, sat.end("verb")):
                then = _AND_DUE.search(behind, sat.end("verb"))
            if then is not None:
                at = Span(body.span.end + then.start("verb"), body.span.end + then.end("verb"))
                yield Found(at, body, None, "next" if then.re is _AND_DUE.bare else "last")
            continue
        before = line.text[max(line.span.start, body.span.start - _FAR) : body.span.start]
        if _FOUNDED.search(before):
            continue
        called = _CALLED.search(before)
        if called is not None:
            start = body.span.start - len(before) + called.start()
            yield Found(Span(start, body.span.end), body, body.ordinal)
        elif body.ordinal is not None or _due(behind):
            yield Found(body.span, body, body.ordinal)


_TIME = re.compile(
    r"\bfor (?:the|its|their|a) (?P<number>\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?) time\b(?! (?:in (?:[\w-]+ ){0,3}(?:years?|months?|decades?)|since|ever)\b)"
)
_FOUNDED = re.compile(
    r"\b(?:set(?:s|ting)? up|establish(?:es|ed|ing)?|creat(?:e|es|ed|ing)|form(?:s|ed|ing)?|setting-up of|establishment of|creation of)\s+(?:an?|the|their|this|its)\s+(?:new\s+|first\s+)?$"
)
_CREATED = re.compile(
    r"\b(?:established|founded|created|set up|signed|since|agreed|decided|pledged|undertook|resolved|launched in)\b"
)
_AND_ITS = re.compile(r"(?:;|,? and|,? with)\s+(?:its|the|their)\s+(?:next |following )?$|;")
_DUE = re.compile(
    r"[\s,]*(?:\([^)]*\))?[\s,]*(?:which )?(?:(?:is|are|was|were|will be|has been|have been|remains) )?(?:now |also |tentatively |provisionally |still )?"
    r"(?:due|scheduled|slated|set|expected|pencil+ed|planned|foreseen|earmarked|to (?:be held|meet|convene|sit|take place|hold)|will (?:meet|convene|sit|hold|take place|gather|reconvene))\b"
)


def _due(behind: str) -> bool:
    return _DUE.match(behind) is not None


def sitting_clause(line: Line, index: int, one: Found, reach: Span, mentions: Sequence[Mention]) -> Clause | None:
    text = line.text
    cut = [m.start() for m in _SPLIT.finditer(text, reach.start, reach.end)]
    start = max((c for c in cut if c < one.at.start), default=reach.start)
    end = min((c for c in cut if c > one.at.end), default=reach.end)
    segment = Span(start, end)
    how = _how(text, segment, one)
    if how is None:
        return None
    status, tense = how
    arguments: list[Argument] = []
    if one.body is not None:
        arguments.append(Argument(one.body, "of"))
    if one.number is not None:
        arguments.append(Argument(Mention("ordinal", one.at, ordinal=one.number), "of"))
    place = _place(line, one, segment, mentions)
    if place is not None:
        arguments.append(Argument(place, "at"))
    if _CHAIRED.search(text, segment.start, segment.end):
        people = [m for m in mentions if m.type == "person" and m.span in segment and not m.attributes.get("pronoun")]
        arguments += [Argument(p, "by") for p in people[:2]]
    return Clause("sitting", one.at, segment, index, tuple(arguments), _when(line, one, segment), status, tense, True)


def _how(text: str, segment: Span, one: Found) -> tuple[str, str] | None:
    """Status and tense, by the cue nearest to the session; None where it is only spoken of."""
    words = text[segment.start : segment.end]
    if _OFF.search(words):
        return "postponed", "future"
    if CALLED_OFF.search(words):
        return "cancelled", "future"
    if _WITHIN.search(text, segment.start, one.at.start):
        return None
    if _NEVER.search(text[max(segment.start, one.at.start - 24) : min(segment.end, one.at.end + 2)]):
        planned = _PLANNED.search(text, one.at.end, segment.end)
        if not planned and _SINCE.match(text, one.at.end, segment.end):
            return "reported", "past"  # it sat last on the day since which it has not
        return ("planned", "future") if planned and not one.number else None
    if _REPEATED.search(text[one.at.start : min(segment.end, one.at.end + 30)]) and one.number is None:
        return None
    planned_cues = [(m.start() + segment.start, m.end() + segment.start) for m in _PLANNED.finditer(words)]
    held_cues = [
        (m.start() + segment.start, m.end() + segment.start)
        for m in _HELD.finditer(words)
        if not any(a - segment.start <= m.start() < b - segment.start for a, b in planned_cues)
    ]
    if one.which in ("next", "upcoming", "forthcoming"):
        return "planned", "future"
    to_come = min((_gap(c, one.at) for c in planned_cues), default=999)
    past = min((_gap(c, one.at) for c in held_cues), default=999)
    if to_come >= 90 and past >= 120:
        weak = any(
            _gap((m.start() + segment.start, m.end() + segment.start), one.at) < 60 for m in _WEAK.finditer(words)
        )
        told = weak or one.number is not None or one.which in ("last", "previous", "preceding", "latest")
        return ("reported", "past") if told else None
    return ("planned", "future") if to_come <= past and to_come < 90 else ("reported", "past") if past < 120 else None


def _gap(cue: tuple[int, int], at: Span) -> int:
    if cue[0] < at.end and cue[1] > at.start:
        return 0
    return at.start - cue[1] if cue[1] <= at.start else cue[0] - at.end + 1


def _when(line: Line, one: Found, segment: Span) -> Mention | None:
    days = [
        d
        for d in line.dates
        if d.period and d.span in segment and not line.term(d) and d.attributes.get("part") not in ("since", "until")
    ]
    since = _SINCE.match(line.text, one.at.end, segment.end)
    if since and not _PLANNED.search(line.text, one.at.end, segment.end):
        days = [d.begun() for d in line.dates if d.period and 0 <= d.span.start - since.end() + 6 < 12] or days
    if off := _OFF.search(line.text, segment.start, segment.end):
        moved = [
            d for d in days if 0 <= d.span.start - off.end() < 24 and _TO.search(line.text, off.start(), d.span.start)
        ]
        if moved:
            return moved[0]
    days = [d for d in days if not OF_PAPER.match(line.text, d.span.end)]
    days = [d for d in days if d.attributes.get("part") != "by"] or days
    founded = _CREATED.search(line.text, one.at.start, one.at.end)
    days = [d for d in days if not (founded and founded.start() < d.span.start < one.at.end)] or days
    behind = [d for d in days if d.span.start >= one.at.start]
    if behind:
        gap = line.text[one.at.end : behind[0].span.start]
        if not _CREATED.search(gap):
            return behind[0]
        behind = behind[1:]
    ahead = [d for d in days if d.span.end <= one.at.start]
    return ahead[-1] if ahead else None


def _place(line: Line, one: Found, segment: Span, mentions: Sequence[Mention]) -> Mention | None:
    cities = [
        m
        for m in mentions
        if m.span in segment
        and (m.type == "place" or (m.type == "state" and m.form in ("capital", "city")))
        and re.search(
            r"\b(?:in|at|near|here in|(?:planned|scheduled|due|set|slated|fixed|earmarked|session|meeting|round|next) for)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}$",
            line.text[max(segment.start, m.span.start - 40) : m.span.start],
        )
        and not (one.body is not None and m.span in one.body.span)
    ]
    behind = [m for m in cities if m.span.start >= one.at.start]
    chosen = behind[0] if behind else (cities[-1] if cities else None)
    return chosen.but(type="place") if chosen is not None else None
