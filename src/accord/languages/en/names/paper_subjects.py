"""What a paper that is called by its form or its day alone is on, as its sentence or one beside it tells: "delivers gas
under a contract of 2019", "an agreement to this effect", "signed a protocol in Accra. It fixes the tolls"."""

from __future__ import annotations

from collections.abc import Sequence

from accord.languages import patterns as re
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrase_words import BREAKS, DETERMINERS, PREPOSITIONS, STOPS
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Mention

__all__ = ["with_subjects"]

_BACK = (
    r"(?:this|that|it|them|these|which|(?:this|that) (?:effect|end|purpose|matter|subject|issue|question|score|regard|respect)|"
    r"the (?:matter|subject|issue|question|topic|same|purpose|latter|former))"
)
_POINTS = re.compile(
    rf"\s*\b(?:(?:on|for|to|about|concerning|regarding) {_BACK}|of (?:the same|this|that) (?:type|kind|sort))(?=$|[ ,.;](?!of\b|for\b))",
    re.IGNORECASE,
)
_THING = re.compile(r"\s*\b(?:on|for|concerning|regarding) (?:the|this|that|these) (?P<noun>[a-z]{4,})$")
_SIDES = re.compile(r"(?:\d{4} )?(?:new |bilateral )?[a-z]+ (?:between|with)(?: (?:the|and|of|[A-Z][\w'’-]*))+")
_RELEVANT = re.compile(r"\b(?:relevant|corresponding|respective|appropriate|necessary|requisite)\s+", re.IGNORECASE)
_BASIS = re.compile(
    r"\b(?:under|by|through|pursuant to|thanks to|on the (?:basis|strength) of|in (?:accordance|line|keeping) with|according to|based on|within(?: the framework of)?|by virtue of|as part of|in(?= an? )|"
    r"(?P<told>(?:provided for|laid down|set out|fixed|foreseen|stipulated|enshrined|agreed|regulated|governed) (?:in|by|under)))\s+"
    r"(?:(?:an?|the|its|their|another|this)\s+)?(?:[\w$.,-]+\s+){0,4}$",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"(?:is|was|were|are|been|which|that)?\s*\b(?:signed|inked|ratified|initialled|approved|announced|followed|replaced|superseded|said|prepared|negotiated)\s+$",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"[\s,]*(?P<rel>(?:under|by|through|with|according to) (?:which|whose terms)|whereby|that|which|(?:allow|permitt|oblig|requir|regulat|govern|settl|end|divid|spar|exempt|fix|lift|abolish|grant|giv|delimit)ing)\s+",
    re.IGNORECASE,
)
_SAME = r"(?:it|th(?:e|is) (?:\w+ ){0,2}(?:agreement|treaty|accord|pact|deal|memorandum|mou|protocol|document|text|paper|contract|convention|arrangement|instrument))"
_VERB = (
    r"(?:provides? for|provided for|envisages?|foresees?|fix(?:es|ed)|lays? down|sets? out|sets|regulates?|governs?|"
    r"allows?|permits?|covers?|concerns?|stipulates?|opens?|grants?|gives|abolishes|lifts|entitles|exempts|spares|divides|delimits|aims? (?:at|to)|deals? with|relates? to|ends)"
)
_DOES = re.compile(rf"\s+(?:of \d{{4}}\s+)?(?:also\s+)?{_VERB}\s", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\W*(?:{_SAME}\s+(?:also\s+|further\s+)?(?:(?P<verb>{_VERB})|would|will|is (?:to|meant to))|(?:under|according to|by) {_SAME},?)\s",
    re.IGNORECASE,
)
_OF_PAPERS = re.compile(
    r"(?:sign|ink|initial|conclud|ratif|approv|exchang|expir|laps|run|ran|enter|came|come|took|take|extend|renew|prolong|terminat|"
    r"suspend|denounc|negotiat|reach|agree|adopt|publish|await|remain|follow|date|dating|disclos|announc|said|say|told|tell|declar|stat|add|not|note|explain|recall|report|stress|"
    r"touch|discuss|express|according|inform|meet|met|visit|went|go|held|hold|led|lead|made|make)",
    re.IGNORECASE,
)  # what is done with papers or said of things, which tells nothing of what a paper is on
_MADE = re.compile(r"(?:sign|conclud|initiall|ink)ed$")
_BE = frozenset("is are was were be been being".split())
_LINKS = frozenset("of for on between at in over against".split())
_HELPING = _BE | frozenset("has have had will would shall should may might can could must do does did to".split())
_MEASURES = frozenset(
    "tons tonnes ton tonne barrels metres meters kilometres kilometers km kwh mwh megawatts percent per cent litres gallons cubic square hectares number bulk part half rest kind series "
    "dollars euros us a year day month annually million billion thousand up to some about around end".split()
)
_ASIDE = PREPOSITIONS | {"twice", "once", "without", "every", "daily"}
_FORMS = frozenset("agreement treaty memorandum protocol contract".split()) | {""}
_SMALL = PREPOSITIONS | DETERMINERS | {"and", "government", "governments"}
_LONG = 9  # words of a subject
_FAR = 6  # sentences back in which a thing was told in full
_FEELINGS = frozenset("interest satisfaction regret concern gratitude thanks hope readiness support".split())
_PRONOUNS = frozenset(
    "it they them he she we us this that these those him her which who himself themselves itself each both nothing so one place part way".split()
)


def with_subjects(lines: Sequence[Line], mentions: Sequence[Mention], definite: bool) -> list[Mention]:
    """The mentions, single papers without a subject of their own called by what the text tells of it: those told first,
    or (definite) those that stand for no other."""
    if not any(_bare(m, definite) for m in mentions):
        return list(mentions)
    named: dict[int, Mention] = {}
    for index, (line, own) in enumerate(zip(lines, by_line(lines, mentions), strict=True)):
        for paper in own:
            if _bare(paper, definite):
                subject = _subject(lines, index, line, paper)
                if subject:
                    named[id(paper)] = _called(line, paper, subject)
    return [named.get(id(m), m) for m in mentions]


def _bare(mention: Mention, definite: bool) -> bool:
    """Whether a mention is one paper whose name tells nothing of what it is on."""
    is_ = mention.attributes.get
    if mention.type != "paper" or bool(mention.definite) != definite or mention.form not in _FORMS:
        return False
    if is_("plural") or mention.count or is_("anaphor") or is_("own") or is_("instruments") or is_("subject"):
        return False
    name = mention.name
    if not is_("telling"):
        return " that " not in name and " which " not in name
    if is_("with") and _SIDES.fullmatch(name) is not None:
        return True
    return _RELEVANT.match(name) is not None or _POINTS.search(name) is not None or _THING.search(name) is not None


def _called(line: Line, paper: Mention, subject: str) -> Mention:
    """A paper with its subject."""
    pointing = _POINTS.search(paper.name) or _THING.search(paper.name)
    name = paper.name[: pointing.start()] if pointing else paper.name
    name = _RELEVANT.sub("", name).strip()
    return paper.but(
        name=f"{name} on {subject}",
        attributes={**paper.attributes, "subject": subject, "telling": True, "topical": True},
    )


def _subject(lines: Sequence[Line], index: int, line: Line, paper: Mention) -> str:
    """What a paper is on, or nothing: by what points back, by what is done under it, by what is told of it behind."""
    first, behind = _tokens(line, paper)
    if first is None or line.low(first - 1) == '"':
        return ""
    thing = _THING.search(paper.name)
    if thing is not None:
        return _in_full(lines, index, line, first, thing["noun"])
    if _POINTS.search(paper.name) or _POINTS.match(line.text, paper.span.end) or _RELEVANT.match(paper.name):
        return _said_before(lines, index, line, first)
    if line.low(behind) in ("that", "which") and (signers := _signers(line, behind + 1)) != "":
        return signers
    opened = _BASIS.search(line.text, line.span.start, line.tokens[first].start)
    if opened is not None and not _DONE_BY.search(line.text, line.span.start, opened.start()):
        return _done_under(line, first, behind, opened.start(), told=opened["told"] is not None)
    if (about := _about_which(line, first)) != "":
        return about
    return _told_behind(lines, index, line, behind)


def _in_full(lines: Sequence[Line], index: int, line: Line, first: int, noun: str) -> str:
    """The words by which a thing was called where it was told first: "the line" as "the gas line from A to B"."""
    for at in range(index, max(-1, index - _FAR - 1), -1):
        here = lines[at]
        if here.kind in ("headline", "title", "heading"):
            continue
        for i in range((first if at == index else len(here.tokens)) - 1, -1, -1):
            if here.low(i).endswith(noun) and (here.left(i) < i or here.low(i + 1) in _LINKS):
                return _noun_phrase(here, here.left(i))
    return ""


def _tokens(line: Line, paper: Mention) -> tuple[int | None, int]:
    """The tokens at which a paper begins and behind which it ends."""
    inside = [i for i, t in enumerate(line.tokens) if paper.span.start <= t.start < paper.span.end]
    return (inside[0], inside[-1] + 1) if inside else (None, 0)


def _said_before(lines: Sequence[Line], index: int, line: Line, first: int) -> str:
    """What the words before in the sentence, or else the sentence before, tell first."""
    comma = next((i for i in range(first - 1, 0, -1) if line.low(i) in (",", ";", ":", "—")), 0)
    found = _first_topic(line, 0, comma) if comma > 4 else ""
    if not found and comma <= 4 and index and lines[index - 1].kind not in ("headline", "title"):
        before = lines[index - 1]
        found = _first_topic(before, 0, len(before.tokens))
    return found


def _about_which(line: Line, first: int) -> str:
    """A thing "on which" somebody does something with a paper: "the Blue Bridge, on which they signed a protocol"."""
    for i in range(first - 1, 1, -1):
        if line.low(i) in BREAKS:
            return ""
        if line.low(i) == "which" and line.low(i - 1) in ("on", "for", "about"):
            verb = any(_verb(line, k) for k in range(i))
            return _phrase_before(line, 0, i - 1 - (line.low(i - 2) == ",")) if verb else _noun_phrase(line, 0, i - 1)
    return ""


def _done_under(line: Line, first: int, behind: int, opened: int, told: bool) -> str:
    """What is done under a paper: the clause before it, or where it opens the sentence the one behind it."""
    head = next((i for i in range(first) if line.tokens[i].start >= opened), first)
    begin = next((i for i in range(head - 1, -1, -1) if line.low(i) in (";", ":", "—", "(")), -1) + 1
    if told:
        return _phrase_before(line, begin, head)
    if head - begin > 2:
        return _last_topic(line, begin, head) or (
            "" if line.low(begin).endswith("ed") else _noun_phrase(line, begin, head)
        )
    comma = next((i for i in range(behind, len(line.tokens)) if line.low(i) == "," or line.low(i) in _HELPING), 0)
    start = comma + 1 if line.low(comma) == "," else behind
    return _first_topic(line, start, len(line.tokens))


def _told_behind(lines: Sequence[Line], index: int, line: Line, behind: int) -> str:
    """What a clause behind a paper, or the next sentence about it, tells."""
    does = _DOES.match(line.text, line.tokens[behind - 1].end, line.span.end)
    if does is not None:
        return _noun_phrase(
            line, next((k for k, t in enumerate(line.tokens) if t.start >= does.end()), len(line.tokens))
        )
    i = behind
    while line.covered(i, "date", "place", "state") or (
        line.low(i) in ("of", "in", "on", "at") and line.covered(i + 1, "date", "place", "state")
    ):
        i += 1
    which = _WHICH.match(line.text, line.tokens[i - 1].end, line.span.end)
    if which is not None:
        start = next((k for k in range(i, len(line.tokens)) if line.tokens[k].start >= which.end()), len(line.tokens))
        clause = " " in which["rel"] or which["rel"].lower() == "whereby"
        if clause or which["rel"].endswith("ing"):
            return _first_topic(line, start, len(line.tokens)) if clause else _noun_phrase(line, start)
        if _verb(line, start) or (line.low(start).endswith("s") and line.low(start) not in _BE | {"has"}):
            return "" if _OF_PAPERS.match(line.low(start)) else _noun_phrase(line, start + 1)
    goes = (
        _GOES_ON.match(lines[index + 1].text, lines[index + 1].span.start, lines[index + 1].span.end)
        if index + 1 < len(lines)
        else None
    )
    if goes is None:
        return ""
    after = lines[index + 1]
    start = next((k for k, t in enumerate(after.tokens) if t.start >= goes.end()), len(after.tokens))
    return _noun_phrase(after, start) if goes["verb"] else _first_topic(after, start, len(after.tokens))


def _signers(line: Line, start: int) -> str:
    """Who signed a paper, where they are no states: "a memorandum that the tea boards of the two countries signed"."""
    end = next((i for i in range(start + 1, min(start + 12, len(line.tokens))) if _MADE.match(line.low(i))), 0)
    if not end or any(line.covered(i, "person", "date") or line.low(i) in BREAKS for i in range(start, end)):
        return ""
    return _noun_phrase(line, start, end)


def _first_topic(line: Line, begin: int, end: int) -> str:
    """What the first clause of some words is about."""
    first = next((i for i in range(begin, end) if _verb(line, i)), end)
    end = next((i for i in range(first, end) if line.low(i) == ","), end)
    found = (_about(line, begin, i, end) for i in range(first, end) if _verb(line, i))
    return next((words for words in found if words), "")


def _last_topic(line: Line, begin: int, end: int) -> str:
    """What the last clause of some words is about, or the first thing that they name."""
    found = (_about(line, begin, i, end) for i in range(end - 1, begin - 1, -1) if _verb(line, i))
    return next((words for words in found if words), "")


def _about(line: Line, begin: int, verb: int, end: int) -> str:
    """What the clause of a verb is about: its object, or the subject of a passive verb."""
    if _OF_PAPERS.match(line.low(verb)):
        return ""
    form = verbs().get(line.low(verb))
    participle = "pp" in form.forms if form is not None else line.low(verb).endswith("ed")
    k = verb - 1
    while k > begin and (
        line.low(k) in _HELPING or line.low(k).endswith("ly") or line.low(k) in ("also", "now", "not", "still")
    ):
        k -= 1
    passive = participle and any(line.low(i) in _BE for i in range(k + 1, verb))
    if passive or (participle and k == verb - 1 and _alone(line, verb + 1, end)):
        return _phrase_before(line, begin, k + 1)
    own = _phrase_before(line, begin, k + 1) if line.low(verb + 1) in _ASIDE and k < verb - 1 else ""
    return own or _noun_phrase(line, verb + 1, end)


def _alone(line: Line, i: int, end: int) -> bool:
    """Whether no object stands behind a participle."""
    i += line.low(i) in ("up", "out", "down", "over")
    return i >= end or line.low(i) in ("under", "by", "within", "from")


def _verb(line: Line, i: int) -> bool:
    """Whether a verb that is no auxiliary seems to stand at a token."""
    low = line.low(i)
    if low in _HELPING or not low.isalpha() or line.tokens[i].capital or line.covered(i) is not None:
        return False
    before = line.low(i - 1)
    if before in DETERMINERS or before == "-" or line.low(i + 1) == "-":
        return False
    form = verbs().get(low)
    if form is None:
        return low.endswith("ed") and len(low) > 4
    if before in _HELPING:
        return "ing" not in form.forms or before in _BE
    sum_behind = any(m.span.start == line.tokens[min(i + 1, len(line.tokens) - 1)].start for m in line.amounts)
    return "past" in form.forms or "pp" in form.forms or line.finite(i) or ("s" in form.forms and sum_behind)


def _noun_phrase(line: Line, i: int, end: int = 0) -> str:
    """The noun phrase that begins at a token, with what "of", "for", "on" and a place add to it."""
    while i < len(line.tokens) and _idle(line, i):
        i += 1
    if line.low(i) in _PRONOUNS | _FEELINGS or line.covered(i, "person") or line.low(i) in BREAKS or line.low(i) == ",":
        return ""
    j, end = i, min(end or len(line.tokens), i + _LONG)
    while j < end and not _stops(line, j, i):
        j += 1
    return _clean(line, i, j)


def _idle(line: Line, i: int) -> bool:
    """Whether a token before a noun phrase tells nothing: determiners, sums and measures, whom something is for."""
    low = line.low(i)
    if (
        low in DETERMINERS
        or low in PREPOSITIONS
        or low in _MEASURES
        or low
        in (
            "out",
            "off",
            "back",
            "present",
            "current",
            "existing",
            "only",
            "also",
            "jointly",
            "new",
            "one",
            "two",
            "three",
        )
    ):
        return True
    at = line.tokens[i].start
    number = low in ("$", "%", "-", "€") or any(m.span.start <= at < m.span.end for m in line.amounts)
    return (
        number
        or line.covered(i, "amount", "number") is not None
        or (line.covered(i, "state") is not None and _idle(line, i + 1))
    )


def _stops(line: Line, j: int, i: int) -> bool:
    """Whether a noun phrase that begins at i ends at j."""
    low = line.low(j)
    if low in BREAKS or low == "," or line.covered(j, "date", "person") or (low in STOPS and low != "and"):
        return True
    if low == "and":
        return line.low(j + 1) in DETERMINERS or _verb(line, j + 1) or line.covered(j + 1, "date") is not None
    if low in PREPOSITIONS:
        return low not in _LINKS or line.covered(j + 1, "date") is not None or line.low(j + 1)[:1].isdigit()
    return j > i and (line.finite(j) or low in _HELPING - {"to"} or low == "to")


def _phrase_before(line: Line, begin: int, end: int) -> str:
    """The noun phrase that ends before a token."""
    while end > begin and line.low(end - 1) in (",", "which", "that", "who", "also", "now"):
        end -= 1
    if end <= begin or line.low(end - 1) in _PRONOUNS or line.covered(end - 1, "person", "date"):
        return ""
    start = max(line.left(end - 1), begin)
    while start - 1 > begin:
        k = start - 1 - (line.low(start - 1) in DETERMINERS)
        if k <= begin or line.low(k) not in ("of", "for", "between", "on", "and", "against"):
            break
        start = max(line.left(k - 1), begin)
    return _clean(line, start, end)


def _clean(line: Line, i: int, j: int) -> str:
    """The words of a noun phrase without what counts or measures it, or nothing where none are left."""
    while i < j and _idle(line, i):
        i += 1
    while j > i and (
        line.low(j - 1) in _MEASURES or line.low(j - 1) in PREPOSITIONS | DETERMINERS | {"and", "-", "'s"}
    ):
        j -= 1
    told = any(
        line.tokens[k].word and line.covered(k, "state", "office") is None and line.low(k) not in _SMALL
        for k in range(i, j)
    )
    return line.words(i, min(j, i + _LONG)) if told else ""
