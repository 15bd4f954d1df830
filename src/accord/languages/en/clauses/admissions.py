"""States that take a place in an organisation, told by the place: "became a dialogue partner in X", "was granted candidate
status", "were admitted as full members in 2017 and C in 2023"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.blocs import called_so
from accord.languages.en.text.phrases import Line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["admissions"]

_REACH = 3  # sentences within which an organisation is "the bloc", and a state "it"
_HINT = re.compile(r"\b(?:members?|membership|observers?|partners?|candidate|withdrawal|exit)\b", re.IGNORECASE)
_ROW = r"(?:the )?S\d+(?: (?:, and|,|and|&|, as well as|as well as) (?:the )?S\d+)*"
_LEAD = (
    r"(?:(?:has|have|had|was|were|is|are|been|be|being|will|would|shall|to|also|both|all|each|officially|formally|recently|then|later|finally|now|,|D\d+|in|on|since|"
    r"due|expected|set|scheduled|likely|hopes?|hoping|plans?|wants?|wishes|seeks?|aims?|not|never|thus|first|already|once|subsequently|only) ){0,6}"
)
_TAKES = (
    r"(?:became|becomes?|becoming|(?:was|were|been|be|being) (?:named|declared|made|accepted|admitted|welcomed|recogni[sz]ed|inducted)(?: as)?|(?:joined|joins?|admitted|accepted|welcomed) as|"
    r"(?:are|is|were|was)(?= (?:(?:also|now|all|both) )?(?:its|the bloc 's|the organi[sz]ation 's) )|"
    r"(?:granted|given|awarded|accorded|conferred|obtained|obtains|received|receives|secured|gained|gains|got|acquired|won|holds?|held|has|have|had|having|enjoys?|enjoyed|with|enjoying)(?= (?:\S+ ){0,5}?(?:status|membership)))"
)
_KIND = (
    r"(?:(?:an?|the|its|his|full|fully-fledged|full-fledged|fully|permanent|associate|new|newest|latest|official|formal|eu|\d+ (?:st|nd|rd|th)|[a-z-]+(?:th|st|nd|rd)|S\d+|also|now|"
    r"and|of|status|both|all) ){0,7}?(?:(?P<inner>O\d+) (?:'s )?(?:(?:full|\d+ (?:st|nd|rd|th)|[a-z-]+(?:th|st|nd|rd)|newest|latest|official|new|dialogue) ){0,2})?"
    r"(?P<role>members?|membership|observers?|(?:dialogue |sectoral dialogue |associate )?partners?|candidates?)(?!\S)"
    r"(?: (?:states?|status|countr(?:y|ies)|nations?))*"
)
_OF = r"(?: (?:of|in|at|with|to|within|for) (?:the |this |that )?(?P<outer>O\d+|bloc|organi[sz]ation|alliance|union|group|grouping|association|community))?"
_PLACE = re.compile(rf"(?<!\S)(?P<who>{_ROW} |it |they |the country )?(?P<lead>{_LEAD}){_TAKES} {_KIND}{_OF}(?!\S)")
_GIVEN = re.compile(
    r"(?<!\S)(?:grant|grants|granted|granting|gave|given|award|awarded|confer|conferred|accorded) (?:(?:the|a|an|official|formal) )*(?:(?P<inner>O\d+) (?:'s )?)?(?P<role>observer|candidate|membership|dialogue partner|partner)"
    rf"(?: (?:status|country|state))*(?: (?:of|in|at|within) (?:the )?(?P<outer>O\d+))? (?:to|on|upon) (?P<who>{_ROW})(?!\S)"
)
_APPLIED = re.compile(
    rf"(?<!\S)(?P<who>{_ROW} )?(?P<lead>{_LEAD})(?:appl(?:y|ied|ies|ying)|submitted (?:\S+ ){{0,3}}?application|bid|request(?:ed|s)?) (?:for )?(?:its )?(?:full )?(?P<role>membership) (?:in|with|of) (?:the )?(?P<outer>O\d+)(?!\S)"
)
_LEFT = re.compile(
    rf"(?<!\S)(?P<who>{_ROW}) (?P<lead>(?:\S+ ){{0,4}}?)(?:announc|confirm|complet|formali[sz]|notifi|declar|conclud|finali[sz]|initiat|effect)\S* (?:(?:S\d+|of|the|on|D\d+) ){{0,3}}?(?:its|their) (?:\S+ ){{0,3}}?(?P<role>withdrawal|exit|departure) from (?:the )?(?P<outer>O\d+)(?!\S)"
)
_AGAIN = re.compile(
    r"(?: (?:in|on|from))? (?P<day>D\d+) (?:, )?(?:and|while|but) (?:also )?(?:an?|the) "
    r"(?P<role>observer|full member|member|candidate|partner)(?: (?:state|country))?(?: (?:in|on|since))? (?P<then>D\d+)(?!\S)"
)
_OTHERS = re.compile(
    rf"[^;.]{{0,60}}? (?:(?:in|on|from|since) )?D\d+ (?:, |; )?(?:and|while|,|with|followed by) (?:then )?(?P<who>{_ROW}) "
    r"(?:(?:followed|did so|joined) )?(?:(?:in|on|since|from) )?(?P<then>D\d+)(?!\S)"
)
_CONCEPTS = {
    "m": "membership/join",
    "f": "membership/join",
    "c": "candidate",
    "w": "membership/leave",
    "e": "membership/leave",
    "o": "observer",
}
_GIVERS = frozenset(("European Council", "EC", "European Commission", "European Parliament"))  # of a place in the Union
_PLANNED = frozenset("will shall due expected set scheduled would plans plan likely".split())
_WISHED = frozenset("hopes hope hoping wants want wishes seeks seek aims aim".split())
_STANDING = frozenset("hold holds held has have had having enjoy enjoys enjoyed with is are was were".split())


@dataclass(slots=True)
class _Short:
    """A sentence in lower case with its states, organisations and dates as S1, O2, D3, and where each word stands."""

    text: str
    starts: list[int]
    spans: list[Span]
    named: dict[str, Mention]

    def row(self, words: str) -> list[Mention]:
        return [self.named[w] for w in words.split() if w in self.named]

    def span(self, first: int, last: int) -> Span:
        inside = [s for at, s in zip(self.starts, self.spans, strict=True) if first <= at < last]
        return Span(inside[0].start, inside[-1].end)


def _short(line: Line, mentions: Sequence[Mention]) -> _Short:
    shown = [m for m in (*mentions, *line.dates) if (m.type == "state" and len(m.states) == 1 and not m.form.startswith("demonym"))
             or m.type == "organisation" or (m.type == "date" and m.period is not None)]  # fmt: skip
    shown.sort(key=lambda m: (m.span.start, -m.span.end))
    found = _Short("", [], [], {})
    i = k = 0
    while i < len(line.tokens):
        token, word, span = line.tokens[i], line.tokens[i].low, Span(line.tokens[i].start, line.tokens[i].end)
        while k < len(shown) and shown[k].span.start < token.start:
            k += 1
        i += 1
        if k < len(shown) and shown[k].span.start == token.start:
            mention = shown[k]
            word = f"{'D' if mention.type == 'date' else mention.type[0].upper()}{k}"
            found.named[word] = mention
            span = mention.span
            while i < len(line.tokens) and line.tokens[i].start < mention.span.end:
                i += 1
        found.starts.append(len(found.text))
        found.spans.append(span)
        found.text += word + " "
    return found


def admissions(
    lines: Sequence[Line], clauses: Sequence[Clause], done: list[Clause], mentions: Sequence[Sequence[Mention]]
) -> list[Clause]:
    """The clauses of what is done, with those of places taken that no clause of the same sentence tells of the same state
    and organisation; `mentions` line by line."""
    told = {
        (c.sentence, s, o.name)
        for c in (*clauses, *done)
        if c.concept.startswith("membership/") or c.concept in ("member", "observer", "candidate")
        for o in c.mentions("organisation")
        for m in c.mentions("state")
        for s in m.states
    }
    more: list[Clause] = []
    bodies: list[Mention] = []
    before: list[Mention] = []
    for index, (line, here) in enumerate(zip(lines, mentions, strict=True)):
        own = [m for m in here if m.type == "organisation"]
        if (own or bodies) and _HINT.search(line.text, line.span.start, line.span.end):
            for found in _taken(_short(line, here), own[0] if len(own) == 1 else None, bodies, before):
                states = [m for m in found.who if (index, m.states[0], found.body.name) not in told]
                if states:
                    arguments = (*(Argument(m, "subject") for m in states), Argument(found.body, "object"))
                    more.append(Clause(found.concept, found.at, line.span, index, arguments, found.when, found.status))
        bodies += own
        before = [m for m in here if m.type == "state" and len(m.states) == 1 and not m.form.startswith("demonym")][:1]
    return [*done, *more]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place taken: by whom, in which organisation, told by which words."""

    concept: str
    at: Span
    who: list[Mention]
    body: Mention
    when: Mention | None
    status: str


def _taken(short: _Short, own: Mention | None, bodies: list[Mention], before: list[Mention]) -> Iterator[_Place]:
    """The places that a sentence tells of; `own` is its one organisation, `bodies` those told before it and `before` the
    state that the sentence before is about."""
    last: list[Mention] = []
    for pattern in (_PLACE, _GIVEN, _APPLIED, _LEFT):
        for match in pattern.finditer(short.text):
            told = (match.groupdict().get("inner") or match["outer"] or "").split()
            where = short.named.get(told[0]) if told else None
            where = where or own or (told and called_so(told[0], bodies)) or next(reversed(bodies), None)
            if where is not None and where.name in _GIVERS:
                where = where.but(name="EU")
            who = short.row(match["who"] or "") or (before if match["who"] else last)
            if where is None or not who or (pattern is _PLACE and not _sure(match, told)):
                continue
            last, lead = who, (match.groupdict().get("lead") or "").split()
            status = "denied" if {"not", "never"} & set(lead) else "planned" if _PLANNED & set(lead) else "reported"
            status = "proposed" if _WISHED & set(lead) else status
            concept = "membership/apply" if pattern is _APPLIED else _concept(match)
            at = short.span(match.start("role"), match.end("role"))
            yield _Place(concept, at, who, where, _day(short, match), status)
            if again := _AGAIN.match(short.text, match.end()):
                role = "observer" if again["role"] == "partner" else again["role"]
                at = short.span(again.start("role"), again.end("role"))
                yield _Place(_CONCEPTS[role[0]], at, who, where, short.named[again["then"]], status)
            if others := _OTHERS.match(short.text, match.end()):
                yield _Place(concept, at, short.row(others["who"]), where, short.named[others["then"]], status)


def _sure(match: re.Match[str], told: list[str]) -> bool:
    """Whether a place is one in an organisation: it is named with it, or of a sort that only organisations have."""
    return (
        bool(told)
        or match["role"] in ("observer", "membership")
        or "full" in match[0].split()
        or "status" in match[0].split()
    )


def _concept(match: re.Match[str]) -> str:
    """What is done by taking a place; a partner's is an observer's."""
    role, words = match["role"], set(match[0].split()[: -len(match["role"].split())])
    if "partner" in role:
        return "observer"
    if role[0] == "m" and _STANDING & words and not {"granted", "given", "admitted", "accepted", "became"} & words:
        return "member"
    return _CONCEPTS[role[0]]


def _day(short: _Short, match: re.Match[str]) -> Mention | None:
    """The day told before the act or right behind it."""
    inside = [w for w in match[0].split() if w[0] == "D" and w in short.named]
    behind = re.match(r" (?:[a-z0-9,-]+ ){0,5}?(?P<day>D\d+)(?!\S)", short.text[match.end() :])
    opening = re.match(r"(?:in|on|since) (?P<day>D\d+)(?!\S)", short.text)
    day = behind["day"] if behind else inside[-1] if inside else opening["day"] if opening else None
    return short.named[day] if day else None
