"""Who speaks in a text, and what of it is theirs: reported speech, quotations, interviews."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.names.speaker_names import groups
from accord.languages.en.text.lexicon import inflect, table, verbs
from accord.languages.en.text.phrases import DETERMINERS, PREPOSITIONS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.authors import author_of, own_advice, own_views
from accord.languages.en.voices.debates import debate, is_debate
from accord.languages.en.voices.parties import Parties
from accord.languages.en.voices.pieces import Said
from accord.languages.en.voices.placing import ends
from accord.languages.en.voices.quotations import quotations, quoted
from accord.languages.en.voices.sources import sources
from accord.languages.en.voices.stance import sign
from accord.languages.views import Mention

__all__ = ["Said", "said"]

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\s|\b[Ii]n the (?:view|opinion|words|eyes|judge?ment|assessment) of\s|\b[Bb]y the account of\s"
    r"|(?:^|(?<=[.!?\"”\n] )|(?<=\n))(?:For|To) (?=(?:the )?[^,.]{4,60}"
    r"(?:, (?:who )?[^,.]{4,60})?, (?:it|the|this|that|these|they|such|a|an) )"
)
_IN_HIS_VIEW = re.compile(
    r"\b[Ii]n (?:his|her|their) (?:view|opinion|words|assessment|eyes|judge?ment)\b"
    r"|\b[Tt]o (?:his|her|their) mind\b"
)
_IN_WHOSE_VIEW = re.compile(r"\b[Ii]n [A-Z][^,.;\"]{1,40}?['’]s? (?:view|opinion|words|eyes|judge?ment|assessment)\b")
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
_LABEL = re.compile(r"^\W{0,4}(Q|A|Question|Answer)(?: ?\d+)?\s*[:.]\s")
_OUTBURSTS = frozenset(
    listed(
        "storm rage fume snap seethe thunder bark bellow growl hiss roar moan groan wail weep howl rail spit bristle laugh "
        "smile nod grin beam purr coo gush crow cheer blast savage roast skewer trash continue begin repeat echo"
    )
)
_ESTEEMS = frozenset(
    listed("assessed appreciated appraised evaluated rated valued assesses appreciates values estimated")
)
_LINKS = frozenset(listed("is are was were remain remains remained am sounded sounds seemed seems appeared"))


@cache
def _manners() -> dict[str, tuple[str, str]]:
    """Finite verb forms: (manner, lemma)."""
    found: dict[str, tuple[str, str]] = {}
    for manner, lemmas in table("stance")["verbs"].items():
        for lemma in lemmas.split():
            for word, forms in inflect(lemma).items():
                if forms & {"past", "s", "ing", "base"}:
                    found.setdefault(word, (manner, lemma))
    return found


@cache
def _bare_forms() -> frozenset[str]:
    """Verbs of saying in the form that only a plural or a modal has before it."""
    lemmas = table("stance")["verbs"]["say"].split()
    return frozenset(low for low in lemmas if "past" not in inflect(low).get(low, set()))


@cache
def _phrases(key: str) -> frozenset[str]:
    return frozenset(table("stance")["phrases"][key].split())


@cache
def _expressing() -> frozenset[str]:
    return frozenset(w for lemma in table("stance")["phrases"]["express"].split() for w in inflect(lemma))


@cache
def _tellers() -> frozenset[str]:
    """Every word with which a way of telling begins."""
    return (
        frozenset(_manners())
        | _ESTEEMS
        | _expressing()
        | _LINKS
        | frozenset(
            listed(
                "paid pays pay has have had spoke speaks speak pointed points made makes drew draws drawing sees saw see"
            )
        )
    )


def said(lines: Sequence[Line], mentions: Sequence[Mention], publisher: str = "") -> list[Said]:
    """All that is put in somebody's mouth, in the order of the text; "we" outside quotations is the publisher."""
    speakers = Parties(lines, mentions, publisher)
    if sum(bool(_LABEL.match(_text(line))) for line in lines) >= 4:
        return list(_interview(lines, speakers))
    if is_debate(lines):
        return list(debate(lines))
    quotes = quotations(lines)
    found: list[Said] = []
    last: Mention | None = None
    for index, line in enumerate(lines):
        own = list(_attributions(line, index, quotes, speakers, last))
        found += own
        found += sources(line, index, quotes, speakers, last)
        last = next((s.speaker for s in reversed(own) if s.speaker is not None), None) or speakers.subject(line) or last
    found += quoted(lines, quotes, [s for s in found if s.manner != "source"], speakers)
    if (author := author_of(lines)) is not None:
        found += [*own_views(lines, found, author), *own_advice(lines, found, author)]
    return sorted(found, key=lambda s: (s.line, s.span.start, s.manner))


def _text(line: Line) -> str:
    return line.text[line.span.start : line.span.end]


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
    for i, token in enumerate(line.tokens):
        known = _told(line, i)
        if known is None or any(q.start <= token.start < q.end for q in quotes):
            continue
        manner, word, end = known
        speaker, order = _teller(line, i, speakers, last, told)
        if speaker is None:
            continue
        told.append(
            Said(
                speaker,
                manner,
                index,
                _content(line, i, end, order, speaker),
                Span(token.start, line.tokens[end - 1].end),
                word,
            )
        )
    yield from _trimmed(told)


def _teller(
    line: Line, i: int, speakers: Parties, last: Mention | None, told: Sequence[Said]
) -> tuple[Mention | None, str]:
    """Whose the verb at token i is: its own subject, or that of the verb to which it is joined."""
    speaker, order = speakers.of_verb(line, i, last)
    joined = i - 1 - (line.low(i - 1).endswith("ly"))
    if speaker is None and line.low(joined) in ("and", "but", "also"):
        past = line.low(i).endswith("ed")
        verb = next((k for k in range(joined - 1, 0, -1) if line.finite(k) and (not past or _past(line, k))), 0)
        speaker = speakers.of_verb(line, verb, last)[0] if verb else None
        speaker, order = (told[-1].speaker if told else None) or speaker, ""
    return speaker, order


def _labelled(line: Line, index: int, speakers: Parties) -> Iterator[Said]:
    """What stands behind a name and a colon, without quotation marks: "Economist Jan Lind: the fee is too high"."""
    mark = next((k for k in range(2, min(12, len(line.tokens) - 4)) if line.low(k) == ":"), 0)
    if mark and line.kind not in ("heading", "headline") and line.low(mark + 1) != '"':
        labelled = speakers.labelled(line, line.tokens[mark].end)
        if labelled is not None and labelled.type == "person" and not labelled.name.isupper():
            at = line.tokens[mark]
            yield Said(labelled, "say", index, Span(at.end, line.span.end), Span(at.start, at.end), "label")


def _own_voice(line: Line, index: int, quotes: Sequence[Span], speakers: Parties) -> Iterator[Said]:
    """What the publisher judges as "we", clause by clause."""
    if (
        _WE.search(_text(line))
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


def _told(line: Line, i: int) -> tuple[str, str, int] | None:
    """A way of telling at token i: (manner, lemma, first token of what is told)."""
    low = line.low(i)
    if low not in _tellers() and not _quoting(line, i):
        return None
    if low in _expressing():
        shared = low.startswith("shar")
        for k in range(i + 1, min(i + 5, len(line.tokens))):
            if shared and line.low(k + 1) not in ("about", "over", "that", "at", "with"):
                continue
            if line.low(k) in _phrases("negative_nouns"):
                return "negative", low, k + 1
            if line.low(k) in _phrases("positive_nouns"):
                return "positive", low, k + 1
    if low in ("paid", "pays", "pay") and line.low(i + 1) == "tribute":
        return "positive", low, i + 2
    if (
        low in _LINKS
        and line.low(i + 1) == "full"
        and line.low(i + 3) in ("praise", "admiration", "hope", "enthusiasm")
    ):
        return "positive", low, i + 4
    if low in _LINKS:
        return _mood(line, i)
    if _otherwise(line, i):
        return None
    if (low in ("has", "have", "had") and line.low(i + 1) in ("doubts", "misgivings", "reservations", "qualms")) or (
        low in ("spoke", "speaks", "speak") and line.low(i + 1) in ("highly", "warmly", "well")
    ):
        return ("negative" if low.startswith("ha") else "positive"), low, i + 2
    if line.low(i - 1) in ("highly", "warmly", "positively") and low in _ESTEEMS:
        return "praise", low, i + 1
    if low in ("pointed", "points") and line.low(i + 1) == "out":
        return "say", "point-out", i + 2
    if low in ("made", "makes") and "clear" in line.lows(i + 1, i + 3) and "that" in line.lows(i + 2, i + 5):
        return "say", "insist", line.lows(0, i + 5).index("that", i) + 1
    if low in ("drew", "draws", "drawing") and line.low(i + 1) == "attention":
        return "stress", "stress", i + 3
    if low in ("sees", "saw", "see") and (line.low(i + 1) == "in" or "as" in line.lows(i + 2, i + 10)):
        return "judge", "see", i + 1 + (line.low(i + 1) == "in")
    if low in ("speaks", "spoke") and line.low(i + 1) == "of":
        return "judge", "speak", i + 2
    known = _manners().get(low) or (("say", low) if _quoting(line, i) else None)
    if known is None or (line.tokens[i].capital and i > 0 and line.low(i - 1) != '"'):
        return None
    if (
        (low.endswith("ing") and not (line.low(i - 1) == "," or line.low(i - 1) in ("and", "also", "as")))
        or (known[0] in ("blame", "praise") and line.low(i + 1) == "" and line.kind == "headline")
        or line.low(i - 1) == "-"
        or (low in _bare_forms() and known[0] == "say" and not _many(line, i - 1))
        or line.low(i - 1) in DETERMINERS
        or line.low(i - 1) in ("to", "of", "be", "been", "was", "were", "is", "are", "being")
    ):
        return None
    return known[0], known[1], i + 1


def _quoting(line: Line, i: int) -> bool:
    """Whether a word that may be any verb stands between a quotation and a name: `"...," thundered X`, `X thundered: "..."`."""
    token = line.tokens[i]
    form = verbs().get(token.low)
    if token.capital or not token.word or token.low in _LINKS or token.low in PREPOSITIONS:
        return False
    if not (
        (token.low.endswith(("ed", "es", "s")) and len(token.low) > 3) or (form is not None and "past" in form.forms)
    ):
        return False
    if line.low(i - 1) == '"' or (line.low(i - 1) == "," and line.low(i - 2) == '"'):
        follows = line.tokens[i + 1 : i + 2]
        return bool(follows) and (
            follows[0].capital or follows[0].low in DETERMINERS or any(t.capital for t in line.tokens[i + 2 : i + 5])
        )
    if i > 0 and line.low(i + 1) in (":", ",") and line.low(i + 2) == '"':
        return True
    before = next((k for k in range(i - 1, max(i - 7, 0), -1) if line.low(k) == '"'), None)
    if before is None or not ends(line, i + 1) or any(line.finite(k) for k in range(before + 1, i - 1)):
        return False
    return line.low(i - 1) in ("he", "she", "they") or line.tokens[i - 1].capital


def _otherwise(line: Line, i: int) -> bool:
    """Whether a verb that may tell or judge means something else at token i."""
    low, after = line.low(i), line.low(i + 1)
    return (
        (low == "put" and after != "it")
        or (
            low == "states"
            and line.low(i - 1) in ("two", "both", "three", "member", "these", "all", "of", "other", "five", "four")
        )
        or low == "count"
        or (_lemma(low) in _OUTBURSTS and not _quoting(line, i) and after not in ("that", ":"))
        or (low in ("added", "adds") and not _speaks_on(line, i))
        or (low.startswith("recall") and _recalled(line, i))
        or (
            low.startswith("question")
            and line.low(i - 1) in ("took", "take", "takes", "taken", "answered", "no", "further")
        )
        or (low in ("called", "calls") and (after == "in" or bool({"home", "back"} & set(line.lows(i + 1, i + 7)))))
        or (low == "object" and after != "to")
        or (low == "called" and after in ("on", "for", "upon", "off"))
        or (low in ("takes", "took") and not _takes_for(line, i))
        or (low in ("told", "tells") and after == "to")
        or (low in ("held", "holds", "hold") and after != "that" and (low != "holds" or line.low(i - 1) != ","))
        or (low in ("find", "finds", "found") and not _judged(line, i))
    )


def _speaks_on(line: Line, i: int) -> bool:
    """Whether "added" tells of words: before or behind them, not "added 14 firms to its list"."""
    after = line.tokens[i + 1 : i + 2]
    if not after or not after[0].word or line.low(i - 1) == '"':
        return not after or not (after[0].text[0].isdigit() or after[0].text[0] in "$€£")
    return after[0].low in (
        "that",
        "he",
        "she",
        "it",
        "they",
        "in",
        "on",
        "at",
        "during",
        "when",
        "there",
        "while",
    ) or (line.low(i - 1) in ("he", "she", "they", "it") and not line.tokens[i + 1].capital)


def _past(line: Line, k: int) -> bool:
    form = verbs().get(line.low(k))
    return form is not None and "past" in form.forms


def _lemma(low: str) -> str:
    return _manners().get(low, ("", ""))[1]


def _many(line: Line, i: int) -> bool:
    """Whether the word before a verb's bare form is a plural that may be its subject ("traders say", "police report")."""
    low = line.low(i)
    if low in ("they", "people", "police", "staff", "who", "both", "also", "media"):
        return True
    if line.covered(i, "place", "state") or line.tokens[max(i, 0)].capital:
        return any(line.low(k) in groups() for k in range(max(0, i - 5), i + 1))
    return low in groups() or (low.endswith("s") and len(low) > 3 and low not in ("this", "thus", "across", "always"))


def _recalled(line: Line, i: int) -> bool:
    """Whether an envoy is recalled, not a fact."""
    return bool(
        {"ambassador", "ambassadors", "envoy", "envoys", "chargé", "consul", "diplomats", "diplomat"}
        & set(line.lows(i + 1, i + 6))
    )


def _takes_for(line: Line, i: int) -> bool:
    """Whether "takes" judges: "takes the fee for a bribe"."""
    lows = line.lows(i + 1, i + 10)
    return any(lows[k] == "for" and lows[k + 1] in DETERMINERS for k in range(len(lows) - 1))


def _judged(line: Line, i: int) -> bool:
    """Whether "finds" judges ("finds the fees too high", "finds that") rather than discovers."""
    lows = line.lows(i + 1, len(line.tokens))
    return "that" in lows[:1] or any(sign(lows, k, "judge") for k in range(len(lows)))


def _mood(line: Line, i: int) -> tuple[str, str, int] | None:
    for k in range(i + 1, min(i + 5, len(line.tokens))):
        low = line.low(k)
        if low in _phrases("positive_moods"):
            turned = any(line.low(n) in ("not", "less", "n't", "hardly") for n in range(i + 1, k))
            return "negative" if turned else "positive", low, k + 1
        if low in _phrases("negative_moods"):
            return "negative", low, k + 1
        if not (
            low.endswith("ly")
            or low in ("more", "less", "not", "n't", "very", "so", "far", "also", "cautiously", "still", "quite")
        ):
            return None
    return None


def _content(line: Line, verb: int, end: int, order: str, speaker: Mention) -> Span:
    """What is told: behind the verb, or before it where the verb follows ("..., said X"; "..., X said")."""
    if order == "parenthesis" and line.finite(end + 1):
        return Span(line.tokens[end].end, line.span.end)
    if order == "inverted" and (line.low(verb - 1) == '"' or (line.low(verb - 1) == "," and line.low(verb - 2) == '"')):
        return Span(line.span.start, max(line.tokens[verb].start, line.span.start))
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
    first = next(i for i, line in enumerate(lines) if _LABEL.match(_text(line)))
    speaker = speakers.introduced(lines[:first])
    turn, side = 0, ""
    for index, line in enumerate(lines):
        match = _LABEL.match(_text(line))
        if match:
            side = match[1][0]
            turn += side == "Q"
        elif line.kind in ("heading", "headline") or (
            index
            and "\n" in line.text[lines[index - 1].span.end : line.span.start]
            and side == "A"
            and len(_text(line)) < 90
            and not _text(line).endswith((".", "!", '"'))
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
