"""What is so rather than done: membership of organisations, first runs of a link, ordinals of sessions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.clauses.member_lists import member_lists
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import ordinal
from accord.languages.views import Argument, Clause, Mention

__all__ = ["first_runs", "memberships", "of_it", "ordinals"]

_MEMBER = re.compile(
    r"\b(?:(?:founding |full |associate |fellow )?(?:members?(?: states?| countries| nations)?|partner states?|states parties)(?!\w)|membership|"
    r"belongs?|belonging|(?:has|have) belonged|(?:is|are|remains?)(?: now| already| still| today| (?:its|the) \w+)?(?= (?:in|inside) (?:the )?[A-Z])|(?:sits?|sat) in|(?:has|have) been (?:both )?in|(?:is|are) both in|"
    r"both in|all(?:y|ies)|"
    r"(?:co-)?founders?|(?:is|are|being|both|as|became|remains?) (?:a )?part of)\b",
    re.IGNORECASE,
)
_OBSERVER = re.compile(r"\bobserver(?:s| status| states?)?\b", re.IGNORECASE)
_CANDIDATE = re.compile(r"\b(?:candidate(?: country| countries| status| states?)?s?)\b", re.IGNORECASE)
_ASPIRING = re.compile(
    r"\b(?:for|seek\w*|sought|aspir\w+|bid|applications?|apply|applied|toward|towards|prospects?|talks|path to|"
    r"road to|eventual|future|full|hop\w+)\s+(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
_WISHING = re.compile(
    r"\b(?:want|seek|pursue|desire|covet)(?:s|ed|ing)?\s+(?:full\s+|associate\s+)?$|\bsought\s+(?:full\s+)?$",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:of|in|to|at|for|with|such as|including|,|and)\s|^[a-z ]+ in\s", re.IGNORECASE)
_ACTING = re.compile(
    r"\b(?:open|began|begin|start|sign|join|becam|becom|left|leav|appl|talks|accession|negotiat|agreement|supported|backed|back|urged|criticis|call|met|meet|invit|send|sent)\w*",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:market|delegation|mission|council|summit|meeting|forum|committee|parliament|budget|sanctions|"
    r"troops|forces|law|court)\b",
    re.IGNORECASE,
)
_BECOMING = re.compile(r"\b(?:becom(?:e|es|ing)|became)\s+(?:an?\s+)?(?:full\s+)?$", re.IGNORECASE)
_INSIDE = re.compile(r"(?:,| (?:has|have) been| is| are)(?: both)? (?P<in>in)(?: the)? $")
_LISTED = re.compile(
    r"\s*(?:,|and|, and|,? as well as|,? (?:along|together) with|,? like|&)\s*(?:of\s+|in\s+)?(?:the\s+)?"
)
_OTHERWISE = re.compile(
    r"\b(?!(?:is|was|be|been|being|as|became|become|becomes|remain|remains|remained|are|were|not|still|now|also|already|yet|once|itself|both|and)\b)"
    r"[a-z]+ (?:a|an|another|any|each|every|fellow|no)\s+(?:\w+\s+)?$"
)
_IT = re.compile(r"\b(?:it|the (?:country|republic|kingdom|island|state|nation|archipelago))\b", re.IGNORECASE)
_ITS = re.compile(
    r"\b(?:its|their) (?:own |formal |official )?(?:instruments? of |application|bid|request|accession|admission|entry|withdrawal|exit|departure)"
)
_ORDINAL = re.compile(
    r"\b(\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))(?=\s+(?:\w+[\s-]+){0,4}?(?:session|meeting|"
    r"sitting|round|summit|plenary|consultations)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\bfirst\b.{0,60}\b(?:in|for|after)\b.{0,25}\b(?:years?|months?|decades?|break|suspension)\b|"
    r"\bfirst\b.{0,60}\bsince\b",
    re.IGNORECASE,
)
_GRANTED = re.compile(r"\b(?:grant\w*|receiv\w+|obtain\w*|won|gave|given|award\w*|got|became|gained)\b", re.IGNORECASE)
_AGAIN = re.compile(
    r"\b(?:again|back|resum\w+|after|in|for)\b[^.;]{0,24}\b(?:years?|months?|decades?|break|suspension)\b|\bback\b",
    re.IGNORECASE,
)
_INAUGURAL = re.compile(r"\b(?:first|inaugural|maiden)\b", re.IGNORECASE)
_RAN = re.compile(
    r"\b(?:arrived|landed|departed|took off|left|set off|touched down|flew|ran|made|reached|carried|rolled|reaches|"
    r"makes|completed|completes|arrives|lands|leaves|departs|docked|sailed|pulled (?:into|out))\b",
    re.IGNORECASE,
)


_OF_OTHERS = re.compile(
    r"\b(?:(?!joined|admitted|accepted|remained|named|listed|united|welcomed|supposed|considered)[a-z]+ed|met|meets?|told|with|to|by|from|for|against|ceased to be an?|no longer an?)\s+(?:the |its |their |fellow |other )*$",
    re.IGNORECASE,
)  # "met members of the Assembly"
_MANY = re.compile(
    r"\b(?:most|some|many|several|other|few|fewer|all|\d+) (?:of the )?(?:(?!are|were|is|was|became)\S+ ){1,2}$",
    re.IGNORECASE,
)  # "most UN members"


def memberships(
    line: Line, index: int, mentions: Sequence[Mention], pair: Sequence[str] = (), told: Sequence[Span] = ()
) -> Iterator[Clause]:
    """ "A and B are members of X", "X, to which both belong", "X member A": clauses of the concept "member"."""
    organisations = [m for m in mentions if m.type == "organisation"]
    if not organisations:
        return
    yield from _within(line, index, mentions, organisations)
    yield from member_lists(line, index, mentions)
    words = line.own
    used: list[tuple[int, int]] = []
    for concept, pattern in (("member", _MEMBER), ("observer", _OBSERVER), ("candidate", _CANDIDATE)):
        for match in pattern.finditer(words):
            before = words[: match.start()]
            if any(match.start() - b < 24 and a - match.end() < 24 for a, b in used):
                continue
            wished = match[0].lower() == "membership" and _WISHING.search(before) is not None
            if (match[0].lower() == "membership" and not wished and _ASPIRING.search(before)) or _BECOMING.search(
                before
            ):
                continue
            if match[0].lower().startswith("member") and any(p.search(before) for p in (_OTHERWISE, _MANY, _OF_OTHERS)):
                continue
            at = Span(line.span.start + match.start(), line.span.start + match.end())
            states = _both(line, at, pair, told) or _states(line, mentions, at)
            states = [*states, *_with(line, mentions, at)]
            members = _in_lists(line, organisations, [o for o in organisations if _joined(line, at, o)])
            members = members or _that_one(line, at, organisations)
            if states and members and wished:
                ends = (*(Argument(s, "subject") for s in states), *(Argument(o, "object") for o in members))
                yield Clause("membership/join", at, line.span, index, ends, tense="future", status="proposed")
            elif states and members:
                yield from _belonging(line, index, concept, at, states, members)
                used.append(match.span())
                break


def _within(line: Line, index: int, mentions: Sequence[Mention], organisations: list[Mention]) -> Iterator[Clause]:
    """ "A, in X since 1999," and "A has been in X since 2004": membership told by "in" with its beginning."""
    for organisation in organisations:
        before = line.text[line.span.start : organisation.span.start]
        match = _INSIDE.search(before)
        since = next(
            (d for d in line.dates if d.period and 0 <= d.span.start - organisation.span.end <= 2
             and d.period.iso.endswith("/..")),
            None,
        )  # fmt: skip
        if match is None or since is None or since.period is None:
            continue
        at = Span(line.span.start + match.start("in"), organisation.span.end)
        end = line.span.start + match.start()
        states = [m for m in mentions if m.type == "state" and not m.form.startswith("demonym") and m.span.end == end]
        if states:
            named = [m for m in mentions if m.type == "state" and m.span.end <= end]
            run = states if match[0].startswith(",") else _run_of(line, named, states[0], -1)
            arguments = (*(Argument(s, "subject") for s in run), Argument(organisation, "object"))
            yield Clause("member", at, line.span, index, arguments, since, tense="present")


_THAT = re.compile(
    r"\s+(?:of|in|to|at|with|status in|status at)\s+(?:the|that|this|the same)\s+(?:union|bloc|alliance|organi[sz]ation|community|group|grouping|body|pact)\b",
    re.IGNORECASE,
)


def _that_one(line: Line, at: Span, organisations: list[Mention]) -> list[Mention]:
    """ "A member of the bloc": the organisation told last before."""
    before = [o for o in organisations if o.span.end <= at.start]
    match = _THAT.match(line.text, at.end, line.span.end)
    return [before[-1].but(antecedents=(Span(at.end + 1, match.end()),))] if match and before else []


def _in_lists(line: Line, organisations: list[Mention], members: list[Mention]) -> list[Mention]:
    """The organisations with those listed before the first of them ("EU and NATO members")."""
    return [*_run_of(line, organisations, members[0], -1)[:0:-1], *members] if members else []


def _belonging(
    line: Line, index: int, concept: str, at: Span, states: list[Mention], members: list[Mention]
) -> Iterator[Clause]:
    """One clause for those who belong, one more for each with a date of its own ("both sit in X, A since 1997")."""
    end = max(members[-1].span.end, at.end)
    own = [d for d in line.dates if d.period and d.period.iso.endswith("/..") and _since(line, end, d)]
    objects = tuple(Argument(o, "object") for o in members)
    arguments = (*(Argument(s, "subject") for s in states), *objects)
    status = _status(line.text[max(line.span.start, at.start - 40) : at.end])
    general = (
        own[0]
        if own
        and own[0].span.start - end < 16
        and not any(s is not None and s.type == "state" and end <= s.span.start < own[0].span.start for s in line.at)
        else None
    )
    if general is None and _GRANTED.search(line.text, line.span.start, at.start):
        general = min((d for d in line.dates if d.period), key=lambda d: abs(d.span.start - at.end), default=None)
    yield Clause(concept, at, line.span, index, arguments, general, tense="present", status=status)
    for date in own[general is not None and general in own :]:
        state = next(
            (
                s
                for s in reversed(line.at)
                if s is not None and s.type == "state" and 0 < date.span.start - s.span.end < 4
            ),
            None,
        )
        if state is not None:
            yield Clause(
                concept,
                at,
                line.span,
                index,
                (Argument(state, "subject"), *objects),
                date,
                tense="present",
                status=status,
            )


def _since(line: Line, end: int, date: Mention) -> bool:
    return 0 <= date.span.start - end < 60 and not re.search(r"[;.]", line.text[end : date.span.start])


def _status(words: str) -> str:
    return "denied" if re.search(r"\b(?:not|no longer|neither|nor|never)\b[^.,]{0,24}$", words) else "reported"


def _states(line: Line, mentions: Sequence[Mention], at: Span) -> list[Mention]:
    """The states said to belong: those told before in one list, else those right behind ("EU member Lithuania")."""
    named = [m for m in mentions if m.type == "state" and (m.form == "pair" or not m.form.startswith("demonym"))]
    near = [
        m
        for m in named
        if 0 <= m.span.start - at.start < at.end - at.start + 16
        and not re.search(r"\b(?:of|in|for|to|at|and|with|but)\b", line.text[at.end : m.span.start])
    ]
    if near:
        return _run_of(line, named, near[0], 1)
    before = [m for m in named if m.span.end <= at.start]
    pairs = [m for m in before if m.form == "pair" and len(m.states) > 1]
    if pairs or before:
        first = not line.text[line.span.start : before[0].span.start].strip() and before[0]
        if first and _BECOMES.match(line.text, before[-1].span.end, at.start):
            return [first]  # "A banned sales to B, becoming the first member of X that did"
        row = _run_of(line, before, before[-1], -1)
        return row if pairs[-1:] and pairs[-1] in row else pairs[-1:] or row
    after = [m for m in named if m.span.start > at.end]
    return (
        _run_of(line, after, after[0], 1)
        if after and re.match(r"\s*as\b", line.text[line.span.start : at.start], re.IGNORECASE)
        else []
    )


def _with(line: Line, mentions: Sequence[Mention], at: Span) -> list[Mention]:
    """Those told to belong too: "both belong, with A and B, to X"."""
    match = _BESIDE.match(line.text, at.end, line.span.end)
    named = [m for m in mentions if m.type == "state" and not m.form.startswith("demonym")]
    first = next((m for m in named if match is not None and m.span.start == match.end()), None)
    return _run_of(line, named, first, 1) if first is not None else []


_BECOMES = re.compile(r"[^.;]{0,40},[^.;]*\bbecoming\b")
_BESIDE = re.compile(r",? (?:(?:along|together) )?with (?:the )?")


def _both(line: Line, at: Span, pair: Sequence[str], told: Sequence[Span]) -> list[Mention]:
    """ "Both sit in X": the document's pair."""
    word = re.search(
        r"\b(both(?: of them)?|the two|they|(?:all|the) three|all(?: of them)?)(?: states| countries)?(?: are| is| each|(?-i: [A-Z][\w-]+){1,3})?\s+$",
        line.text[max(line.span.start, at.start - 40) : at.start],
        re.IGNORECASE,
    )
    many = 3 if word is not None and "three" in word[1].lower() else 2
    if word is None or len(pair) < many or (word[1].lower() == "they" and len(pair) > 2):
        return []
    start = max(line.span.start, at.start - 40) + word.start(1)
    return [
        Mention(
            "state",
            Span(start, start + len(word[1])),
            "",
            tuple(pair[:many]),
            tuple(told[:many]),
            form="pair",
            definite=True,
        )
    ]


def _run_of(line: Line, named: list[Mention], start: Mention, step: int) -> list[Mention]:
    """The states of one list ("A, B and C") from `start` on, forwards or backwards."""
    found = [start]
    order = named[named.index(start) + 1 :] if step > 0 else named[: named.index(start)][::-1]
    for state in order:
        first, second = (found[-1], state) if step > 0 else (state, found[-1])
        if not _LISTED.fullmatch(line.text[first.span.end : second.span.start]):
            break
        found.append(state)
    return found


def _joined(line: Line, at: Span, organisation: Mention) -> bool:
    if organisation.span.start >= at.end:
        gap = line.text[at.start : organisation.span.start]
        if _ACTING.search(line.text, at.end, organisation.span.start):
            return False
        return (
            not re.search(r"[;:]|\b(?:while|but|president|said|by|whose)\b", gap)
            and bool(_LINKED.search(gap))
            and not _NOUN_AFTER.match(line.text, organisation.span.end)
        )
    gap = line.text[organisation.span.end : at.start]
    if len(gap) < 70 and re.match(r"(?:\s*\([A-Z]+\))?,? (?:of|to|in) which ", gap) and not re.search(r"[;:]", gap):
        return True
    return len(gap) < 30 and ("which" in gap or gap.strip() in ("", "-", "'s", ")") or "’s" in gap)


_BACKED = re.compile(
    r"\b(?:support\w*|back(?:ed|s|ing)|endors\w+|advocat\w+|favou?r\w*|sponsor\w*|lobb\w+)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_APPLYING = re.compile(r"\bapplications? to $")
_BECAME = re.compile(r"\s+(?:became|becomes|joined|entered|was admitted|acceded)\b")


def _backed(line: Line, clause: Clause) -> bool:
    """Whether somebody else supports an accession, which says nothing of the one to accede."""
    return clause.status == "proposed" and _BACKED.search(line.text[line.span.start : clause.trigger.start]) is not None


def of_it(lines: Sequence[Line], clauses: Sequence[Clause], mentions: Sequence[Mention]) -> list[Clause]:
    """Joining and leaving told without the state: that of the sentence before where "it" does, or the only one named in the
    sentence."""
    found: list[Clause] = []
    for clause in clauses:
        if clause.concept == "membership/join" and clause.nominal and _backed(lines[clause.sentence], clause):
            continue
        if clause.concept == "membership/join" and _APPLYING.search(
            lines[clause.sentence].text[: clause.trigger.start]
        ):
            clause = replace(clause, concept="membership/apply", status="reported", when=None)
        if not clause.concept.startswith("membership/") or clause.mentions("state", parts=("subject", "of", "by")):
            found.append(clause)
            continue
        line = lines[clause.sentence]
        own = [m for m in mentions if m.span in line.span and m.type == "state" and len(m.states) == 1]
        own = [
            m
            for m in own
            if not m.form.startswith("demonym")
            and not any(m.span.overlaps(o.span) for o in clause.mentions("organisation"))
        ]
        later = [m for m in own if m.span.start > clause.trigger.end]
        state = next((m for m in later if _BECAME.match(line.text, m.span.end)), None)
        it = _IT.search(line.text, line.span.start, clause.trigger.start)
        if state is None and not own and it is not None and clause.sentence > 0:
            before = lines[clause.sentence - 1]
            named = [m for m in mentions if m.span in before.span and m.type == "state" and len(m.states) == 1]
            state = next((m for m in named if not m.form.startswith("demonym")), None)
            state = state and state.but(span=Span(it.start(), it.end()), antecedents=(state.span,))
        if state is None and len({m.states for m in own}) == 1 and clause.when is not None:
            gap = line.text[own[0].span.end : clause.trigger.end]
            state = own[0] if own[0].span.end <= clause.trigger.start and _ITS.search(gap) else None
        more = (Argument(state, "subject"),) if state is not None else ()
        found.append(replace(clause, arguments=(*clause.arguments, *more)))
    return found


def ordinals(line: Line) -> Iterator[Mention]:
    """ "17th session", "the third round of consultations"."""
    for match in _ORDINAL.finditer(line.text, line.span.start, line.span.end):
        value = ordinal(match[1])
        if value:
            yield Mention("ordinal", Span(match.start(1), match.end(1)), match[1], ordinal=value)


def first_runs(
    line: Line, index: int, mentions: Sequence[Mention], when: Mention | None, following: Line | None = None
) -> Iterator[Clause]:
    """ "The first flight from A to B in four years landed": a link resumed; "the inaugural flight": one launched. A
    headline takes its date from the sentence `following`."""
    words = line.own
    links = [m for m in mentions if m.type == "transport" and not m.definite]
    if not links or not (_INAUGURAL.search(words) and _RAN.search(words)):
        return
    if when is not None and when.period is not None and when.period.open:
        when = next((d for d in reversed(line.dates) if d.period and not d.period.open), None)
    if following is None and (run := _RAN.search(words)) is not None:
        at = line.span.start + run.end()
        later = [d for d in line.dates if d.period and not d.period.open and d.span.start >= at]
        when = later[0] if later and later[0].span.start - at < 60 else when
    again = bool(_FIRST.search(words))
    if following is not None and (ran := _RAN.search(following.text, following.span.start, following.span.end)):
        again = again or bool(_AGAIN.search(following.text, ran.start(), following.span.end))
        dates = [d for d in following.dates if d.period and not d.period.open]
        when = when or min(dates, key=lambda d: abs(d.span.start - ran.end()), default=None)
    concept = "transport/resume" if again else "transport/launch"
    yield Clause(concept, links[0].span, line.span, index, tuple(Argument(m, "object") for m in links), when)
