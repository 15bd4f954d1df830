"""Members listed behind a label: "CSTO members: A, B", "Members: A (since 1995), B" under an organisation's name, "COMESA: both",
"Member of: WTO, IMF" on a state's page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.gazetteer import organisation
from accord.languages import patterns as re
from accord.languages.en.text.phrases import Line, by_line
from accord.languages.views import Argument, Clause, Mention

__all__ = ["labelled_members"]

_LABEL = re.compile(
    r"\W{0,3}(?P<label>[^:\t\n]{2,70}?)\s*(?::|\t|\s[–—-]\s)\s*(?:(?P<role>(?:founding |full )?members?(?: are)?|observers?|candidates?)\s*:?\s+(?=[A-Z]))?(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_ROLES = (
    (re.compile(r"\b(?:former|past|left|withdr\w+|suspended|not)\b", re.IGNORECASE), ""),
    (re.compile(r"\b(?:observers?|dialogue partners?|associates?)\b", re.IGNORECASE), "observer"),
    (re.compile(r"\bcandidates?\b", re.IGNORECASE), "candidate"),
    (re.compile(r"\bapplica(?:nts?|tions?)\b", re.IGNORECASE), "membership/apply"),
    (re.compile(r"\b(?:members?|membership|memberships|participants|composition)\b", re.IGNORECASE), "member"),
)
_REST = re.compile(
    r"(?:[\s,;.()/&+·\d–—-]|\b(?:and|since|in|the|from|joined|full|founding|founders?|members?|states?|as|well|also|both|of|plus|republic)\b)*",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?:both|all (?:two|three)|each)(?: (?:are )?(?:full )?members?)?\b[\s,.;(]*(?=$|since|from|\d)", re.IGNORECASE
)
_BARE = re.compile(
    r"(?:(?:the|its|full|founding|current|present|other) )*(?:members?(?:hip)?|observers?|candidates?|participants|composition)(?: (?:states?|countries))?(?: \([^()]*\))?",
    re.IGNORECASE,
)
_MEMBER_OF = re.compile(
    r"(?:(?:full |joint |common )?memberships?|(?:both )?(?:are )?members? (?:of|in)|international organi[sz]ations)(?: (?:of|in)(?: [\w ]+)?)?",
    re.IGNORECASE,
)
_HINTS = frozenset(
    "member members membership memberships observer observers candidate candidates participants both all each organisations organizations".split()
)
_TITLE = 8  # words of a line that names the organisation whose members the next lists
_NEAR = 3  # lines to it


def labelled_members(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    clauses: list[Clause],
    pair: Sequence[str],
    spans: Sequence[Span],
) -> list[Clause]:
    """The clauses, those of lines that list members behind a label as what each of them tells."""
    told: list[Clause] = []
    here: list[list[Mention]] = []
    for index, line in enumerate(lines):
        if line.kind not in ("headline", "row", "quotation") and not line.said.isdisjoint(_HINTS):
            here = here or by_line(lines, mentions)
            match = _LABEL.fullmatch(line.text, line.span.start, line.span.end)
            told += _listed(line, index, match, here, lines, pair, spans) if match is not None else ()
    taken = {c.sentence for c in told}
    return [*(c for c in clauses if c.sentence not in taken or not _of_members(c)), *told] if told else clauses


def _of_members(clause: Clause) -> bool:
    return clause.concept.startswith("membership/") or clause.concept in ("member", "observer", "candidate")


def _listed(
    line: Line,
    index: int,
    match: re.Match[str],
    here: Sequence[Sequence[Mention]],
    lines: Sequence[Line],
    pair: Sequence[str],
    spans: Sequence[Span],
) -> Iterator[Clause]:
    label, rest = Span(match.start("label"), match.end("label")), Span(match.start("rest"), match.end("rest"))
    own = [m for m in here[index] if m.type == "organisation"]
    states = [m for m in here[index] if m.type == "state" and m.span in rest and m.form in ("name", "official")]
    club = next((m for m in own if m.span in label), None)
    if club is None and (known := organisation(match["label"])) is not None:
        club = Mention("organisation", label, known.key, form="name")
    concept = next((c for pattern, c in _ROLES if pattern.search(f"{match['label']} {match['role'] or ''}")), None)
    both = _BOTH.match(match["rest"])
    if club is not None and both and _only(club, label) and len(pair) > 1:
        when = next((d for d in line.dates if d.period is not None), None)
        if when is None or when.span.start <= rest.start + both.end() + 8:
            whose = [Mention("state", p, s, (s,), form="name") for s, p in zip(pair[:2], spans[:2], strict=True)]
            yield from (_clause("member", line, index, state, club, when, club.span) for state in whose)
    elif states and concept and _plain(line, rest, states):
        club = club or (_over(lines, index, here) if _BARE.fullmatch(match["label"]) else None)
        for n, state in enumerate(states if club is not None else ()):
            until = states[n + 1].span.start if n + 1 < len(states) else rest.end
            when = next((d for d in line.dates if d.period and state.span.end <= d.span.start < until), None)
            yield from () if club is None else [_clause(concept, line, index, state, club, when, state.span)]
    elif not states and club is None and _MEMBER_OF.fullmatch(match["label"]):
        for code, at in zip(pair[:2], spans[:2], strict=False):
            owner = Mention("state", at, code, (code,), form="name")
            for named in _clubs(line, rest, own):
                yield _clause("member", line, index, owner, named, None, named.span)


def _only(club: Mention, label: Span) -> bool:
    """Whether a label is little more than an organisation's name."""
    return (label.end - label.start) - (club.span.end - club.span.start) < len(" (ABCDEF)")


def _plain(line: Line, rest: Span, states: Sequence[Mention]) -> bool:
    """Whether nothing but states, days and the words of a list stands behind a label."""
    gaps, at = [], rest.start
    taken = [*states, *(d for d in line.dates if d.span in rest)]
    for mention in sorted(taken, key=lambda m: m.span.start):
        gaps.append(line.text[at : mention.span.start])
        at = max(at, mention.span.end)
    return all(_REST.fullmatch(gap) for gap in (*gaps, line.text[at : rest.end]))


def _clubs(line: Line, rest: Span, own: Sequence[Mention]) -> Iterator[Mention]:
    """The organisations that a list names, each between its marks."""
    for part in re.finditer(r"[^,;]+", line.text[rest.start : rest.end]):
        words = part[0].strip(" .")
        lead = len(part[0]) - len(part[0].lstrip(" ."))
        span = Span(rest.start + part.start() + lead, rest.start + part.start() + lead + max(len(words), 1))
        known = next((m for m in own if m.span in span or span in m.span), None)
        if known is None and (found := organisation(words.removeprefix("and ").removeprefix("the "))) is not None:
            known = Mention("organisation", span, found.key, form="name")
        if known is not None:
            yield known


def _over(lines: Sequence[Line], index: int, here: Sequence[Sequence[Mention]]) -> Mention | None:
    """The only organisation that a short line a little before names."""
    for back in range(index - 1, max(-1, index - 1 - _NEAR), -1):
        named = {m.name: m for m in here[back] if m.type == "organisation"}
        if len(named) == 1 and sum(t.word for t in lines[back].tokens) <= _TITLE:
            return next(iter(named.values()))
    return None


def _clause(
    concept: str, line: Line, index: int, state: Mention, club: Mention, when: Mention | None, trigger: Span
) -> Clause:
    arguments = (Argument(state, "subject"), Argument(club, "object"))
    return Clause(concept, trigger, line.span, index, arguments, when and when.begun(), tense="present")
