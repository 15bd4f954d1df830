"""Who speaks in a text, and what of it is theirs: reported speech, quotations, interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import verbs
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.authors import author_of, own_advice, own_views
from accord.languages.en.voices.debates import debate, is_debate
from accord.languages.en.voices.parties import Parties
from accord.languages.en.voices.pieces import Said
from accord.languages.en.voices.quotations import quotations, quoted
from accord.languages.en.voices.sources import sources
from accord.languages.en.voices.telling_verbs import telling, tellings
from accord.languages.views import Mention

__all__ = ["Said", "said"]

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s|\b[Ii]n the (?:view|opinion|words|eyes|judge?ment|assessment) of\s|\b[Bb]y the account of\s"
    r"|(?:^|(?<=[.!?\"”\n] )|(?<=\n))(?:For|To) (?=(?:the )?[^,.]{4,60}"
    r"(?:, (?:who )?[^,.]{4,60})?, (?:[\"“]|(?:it|the|this|that|these|they|such|a|an) ))"
)
_IN_HIS_VIEW = re.compile(
    r"\b[Ii]n (?:his|her|their) (?:view|opinion|words|assessment|eyes|judge?ment)\b"
    r"|\b[Tt]o (?:his|her|their) mind\b"
)
_IN_WHOSE_VIEW = re.compile(r"\b[Ii]n [A-Z][^,.;\"]{1,40}?['’]s? (?:view|opinion|words|eyes|judge?ment|assessment)\b")
_US = frozenset(("we", "our"))
_WE = re.compile(
    r"^\W*[Ww]e (?:think|believe|consider|find|expect|doubt|fear|judge|hold|conclude)\b"
    r"|\b[Ii]n our (?:view|opinion|judge?ment)\b"
    r"|^\W*Our (?:own )?(?:view|opinion|judge?ment|verdict|conclusion|assessment)\b"
    r"|^\W*Our (?:own )?(?:\w+ )?(?:analysis|modell?ing|model|research|data|count|survey|findings|fieldwork|reading|estimates?|monitoring|"
    r"interviews?|investigation|calculations?|projections?|experience|monitors|researchers|experts|analysts) "
    r"(?:of [^,.]{3,40} )?(?:suggests?|shows?|indicates?|finds?|found|points?|reveals?|leads?|tells?|puts|confirms?)\b"
    r"|^\W*(?:As|So) far as we can\b|^\W*(?:We regret|We welcome|We are (?:concerned|alarmed|worried|encouraged))\b"
)
_JOINED = re.compile(r"[,;] (?:and|but|while) (?=(?:the|its|their) )")
_LABEL_END = 20  # tokens in which a name and what somebody is stand before a colon
_ANEW = frozenset(
    listed(
        "businessman businesswoman manager executive politician lawmaker leader statesman official diplomat expert analyst scholar "
        "academic researcher economist commentator specialist boss activist lawyer author professor historian entrepreneur"
    )
)
_LABEL = re.compile(r"^\W{0,4}(Q|A|Question|Answer)(?: ?\d+)?\s*[:.]\s")


def said(lines: Sequence[Line], mentions: Sequence[Mention], publisher: str = "") -> list[Said]:
    """All that is put in somebody's mouth, in the order of the text; "we" outside quotations is the publisher."""
    speakers = Parties(lines, mentions, publisher)
    if sum(bool(_LABEL.match(line.own)) for line in lines) >= 4:
        return list(_interview(lines, speakers))
    if is_debate(lines):
        return list(debate(lines))
    quotes = quotations(lines)
    found: list[Said] = []
    last: Mention | None = None
    for index, line in enumerate(lines):
        own = [_anew(piece, last, line) for piece in _attributions(line, index, quotes, speakers, last)]
        found += own
        found += sources(line, index, quotes, speakers, last)
        last = next((s.speaker for s in reversed(own) if s.speaker is not None), None) or speakers.subject(line) or last
    found += quoted(lines, quotes, [s for s in found if s.manner != "source"], speakers)
    if (author := author_of(lines)) is not None:
        found += [*own_views(lines, found, author), *own_advice(lines, found, author)]
    return sorted(found, key=lambda s: (s.line, s.span.start, s.manner))


def _anew(piece: Said, last: Mention | None, line: Line) -> Said:
    """A speech with its speaker, where one word calls anew whoever spoke last: "the manager insisted"."""
    who = piece.speaker
    if who is None or last is None or who.type not in ("group", "office") or last.type != "person" or who.states:
        return piece
    first = next((k for k, t in enumerate(line.tokens) if t.end > who.span.start), 0)
    first += line.low(first) == "the"
    if line.low(first - 1) != "the" or who.span.start < last.span.end:
        return piece
    if (home := line.covered(first, "state")) is not None and set(home.states) & set(last.states):
        first += 1
    if line.low(first) not in _ANEW or line.tokens[first].end != who.span.end:
        return piece
    return replace(piece, speaker=last.but(span=who.span, antecedents=(*last.antecedents, last.span)))


# ------------------------------------------------------------------ reported speech
def _attributions(
    line: Line, index: int, quotes: Sequence[Span], speakers: Parties, last: Mention | None
) -> Iterator[Said]:
    whose = _IN_WHOSE_VIEW.search(line.text, line.span.start, line.span.end)
    if whose and (owner := speakers.at(line, whose.start() + 3, None)) is not None:
        yield Said(
            owner,
            "according",
            index,
            _beside(line, whose.start(), whose.end()),
            Span(whose.start(), whose.end()),
            "view",
        )
    for pattern in (_ACCORDING, _IN_HIS_VIEW):
        match = pattern.search(line.text, line.span.start, line.span.end)
        if match and not any(q.start <= match.start() < q.end for q in quotes):
            speaker = (
                speakers.party(line, match.end(), last)
                if pattern is _ACCORDING
                else speakers.pronoun(line, match.start(), last)
            )
            if speaker is not None:
                yield Said(
                    speaker,
                    "according",
                    index,
                    _beside(
                        line, match.start(), max(match.end(), speaker.span.end if speaker.span in line.span else 0)
                    ),
                    Span(match.start(), match.end()),
                    "" if match.group().lower().startswith("according") else "view",
                )
    yield from _own_voice(line, index, quotes, speakers)
    yield from _labelled(line, index, speakers)
    told: list[Said] = []
    for i, (manner, word, end) in tellings(line):
        token = line.tokens[i]
        if any(q.start <= token.start < q.end for q in quotes):
            continue
        speaker, order = _teller(line, i, speakers, last, told)
        if speaker is None:
            continue
        for one in speakers.each(line, i, speaker):
            span = Span(token.start, line.tokens[end - 1].end)
            told.append(Said(one, manner, index, _content(line, i, end, order, one), span, word))
    yield from _trimmed(told)


def _teller(
    line: Line, i: int, speakers: Parties, last: Mention | None, told: Sequence[Said]
) -> tuple[Mention | None, str]:
    """Whose the verb at token i is: its own subject, or that of the verb to which it is joined."""
    joined = i - 1 - (line.low(i - 1).endswith("ly"))
    if told and (line.low(joined) in ("and", "but", "yet") or _in_row(line, joined)):
        return told[-1].speaker, ""
    speaker, order = speakers.of_verb(line, i, last)
    if (speaker is None or not order) and line.low(joined) in ("and", "but", "also"):
        past = line.low(i).endswith("ed")
        verb = next((k for k in range(joined - 1, 0, -1) if line.finite(k) and (not past or _past(line, k))), 0)
        speaker, order = (speakers.of_verb(line, verb, last)[0] if verb else None) or speaker, ""
    return speaker, order


def _in_row(line: Line, comma: int) -> bool:
    """Whether behind a comma stands one of several things that one person does: "welcomed A, regretted B and thanked C"."""
    if line.low(comma) != "," or not _past(line, comma + 1):
        return False
    ends = next(
        (k for k in range(comma + 2, len(line.tokens)) if line.low(k) in (";", ".", '"', "that")), len(line.tokens)
    )
    return any(line.low(k) == "and" and telling(line, k + 1) is not None for k in range(comma + 2, ends))


def _past(line: Line, k: int) -> bool:
    form = verbs().get(line.low(k))
    return (form is not None and "past" in form.forms) or (form is None and line.low(k).endswith("ed"))


def _labelled(line: Line, index: int, speakers: Parties) -> Iterator[Said]:
    """What stands behind a name and a colon, without quotation marks: "Economist Jan Lind: the fee is too high"."""
    if ":" not in line.said:
        return
    mark = next((k for k in range(2, min(_LABEL_END, len(line.tokens) - 4)) if line.low(k) == ":"), 0)
    if mark and line.kind not in ("heading", "headline") and line.low(mark + 1) != '"':
        labelled = speakers.labelled(line, line.tokens[mark].end)
        if labelled is not None and labelled.type == "person" and not labelled.name.isupper():
            at = line.tokens[mark]
            yield Said(labelled, "say", index, Span(at.end, line.span.end), Span(at.start, at.end), "label")


def _own_voice(line: Line, index: int, quotes: Sequence[Span], speakers: Parties) -> Iterator[Said]:
    """What the publisher judges as "we", clause by clause."""
    if (
        not _US.isdisjoint(line.said)
        and _WE.search(line.own)
        and not any(line.span.overlaps(q) for q in quotes)
        and (own := speakers.publisher(line)) is not None
    ):
        starts = [line.span.start, *(m.start() for m in _JOINED.finditer(line.text, line.span.start, line.span.end))]
        for start, end in zip(starts, [*starts[1:], line.span.end], strict=True):
            yield Said(own, "judge", index, Span(start, end), line.span)


def _trimmed(told: Sequence[Said]) -> Iterator[Said]:
    """Speeches of one person in a sentence, each ending where the next is told."""
    for n, one in enumerate(told):
        following = told[n + 1] if n + 1 < len(told) else None
        if following is None or one.speaker is None or following.speaker is None:
            yield one
        elif one.speaker.name == following.speaker.name and one.span.start < following.trigger.start - 2 < one.span.end:
            yield replace(one, span=Span(one.span.start, following.trigger.start))
        else:
            yield one


def _content(line: Line, verb: int, end: int, order: str, speaker: Mention) -> Span:
    """What is told: behind the verb, or before it where the verb follows ("..., said X"; "..., X said")."""
    if order == "parenthesis" and line.finite(end + 1):
        return Span(line.tokens[end].end, line.span.end)
    if order == "inverted" and (line.low(verb - 1) == '"' or (line.low(verb - 1) == "," and line.low(verb - 2) == '"')):
        return Span(line.span.start, max(line.tokens[verb].start, line.span.start))
    if order == "behind":
        return Span(line.span.start, line.tokens[verb].start)
    if order in ("inverted", "parenthesis"):
        return _beside(
            line,
            min(line.tokens[verb].start, speaker.span.start if speaker.span in line.span else line.span.end),
            line.tokens[verb].end,
        )
    if order == "trailing" or end >= len(line.tokens):
        first = speaker.span.start if speaker.span in line.span else line.tokens[verb].start
        return Span(line.span.start, max(first, line.span.start + 1))
    return (
        Span(line.tokens[end - 1].end if end else line.span.start, line.span.end)
        if end < len(line.tokens)
        else line.span
    )


def _beside(line: Line, start: int, end: int) -> Span:
    """The longer of what stands before and behind an attribution."""
    before, after = Span(line.span.start, max(start, line.span.start)), Span(min(end, line.span.end), line.span.end)
    return before if before.end - before.start >= after.end - after.start else after


# ------------------------------------------------------------------ interviews
def _interview(lines: Sequence[Line], speakers: Parties) -> Iterator[Said]:
    """Questions belong to nobody, answers to the one interviewed."""
    first = next(i for i, line in enumerate(lines) if _LABEL.match(line.own))
    speaker = speakers.introduced(lines[:first])
    turn, side = 0, ""
    for index, line in enumerate(lines):
        match = _LABEL.match(line.own)
        if match:
            side = match[1][0]
            turn += side == "Q"
        elif line.kind in ("heading", "headline") or (
            index
            and "\n" in line.text[lines[index - 1].span.end : line.span.start]
            and side == "A"
            and len(line.own) < 90
            and not line.own.endswith((".", "!", '"'))
        ):
            side = ""
        if not side or index < first:
            continue
        span = Span(line.span.start + (match.end() if match else 0), line.span.end)
        who = replace(speaker, antecedents=(*speaker.antecedents, speaker.span)) if speaker else None
        if side == "A" and who is not None:
            yield Said(who, "answer", index, span, span, turn=turn)
        elif side == "Q":
            yield Said(None, "question", index, span, span, turn=turn)
