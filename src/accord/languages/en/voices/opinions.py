"""Who judges what, and how: the subject and stance of what people are said to have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.document import Span
from accord.languages.en.text.lexicon import topics_of
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.stance import sign, stance_of
from accord.languages.en.voices.voices import Said, said
from accord.languages.views import Argument, Clause, Mention

__all__ = ["opinions"]

_OBJECTS = frozenset(listed("blame praise warn negative positive judge"))
_IMPORTANCE = frozenset(
    listed(
        "importance significance value role necessity need benefits benefit advantages merits relevance urgency weight"
    )
)
_EFFECTS = frozenset(
    listed(
        "implications significance benefits benefit impact effect effects importance potential "
        "opportunities opportunity prospects dividends gains"
    )
)
_COLOURS = {
    "economic": "trade",
    "commercial": "trade",
    "cultural": "culture",
    "security": "security",
    "environmental": "environment",
}

_RELATIONS = frozenset(
    listed("relations relationship relationships ties partnership friendship neighbours neighbors rapprochement")
)
_DENIALS = frozenset(listed("nobody no not never nothing neither nor cannot n't without"))
_TIMELESS = frozenset(
    listed(
        "needs need must does can could would should every always now shows show sends makes means takes "
        "depends deserve deserves remains belongs matters everybody everyone today"
    )
)
_DEEDS = frozenset(
    listed("will shall agreed agree plan hope expect want have had are signed discussed talked met 'll am propose ask")
)
_LEAST = 5  # words of a quotation that judges without a judging word
_BESIDE = 3  # sentences within which a bare mood goes with another judgement of its speaker
_RUMOURS = frozenset(
    listed(
        "false invention fiction speculation untrue baseless report reports rumour rumours message claim claims "
        "allegation allegations"
    )
)
_ANAPHORS = frozenset(
    listed(
        "this that these those it such document step move event decision agreement treaty accord deal plan project "
        "line route it's they there the"
    )
)


def opinions(
    lines: Sequence[Line], mentions: Sequence[Mention], clauses: Sequence[Clause], publisher: str = ""
) -> list[Clause]:
    """Clauses of the concept "assess": the subject is the speaker, the object an "opinion" with topics and stance."""
    found: list[Clause] = []
    told = said(lines, mentions, publisher)
    turns: dict[int, list[Said]] = {}
    for piece in told:
        if piece.turn >= 0:
            turns.setdefault(piece.turn, []).append(piece)
    for turn in turns.values():
        found += _answer(turn, lines, mentions)
    seen: set[tuple[int, str, str]] = set()
    judged: list[tuple[Said, str, Clause]] = []
    for piece in sorted(told, key=lambda p: (p.line, p.manner == "quote", p.word == "thank")):
        if piece.turn < 0 and piece.speaker is not None:
            for clause in _judged(piece, piece.speaker, lines, mentions):
                key = (piece.line, piece.speaker.name, clause.arguments[1].mention.form)
                if key not in seen or piece.manner == "judge":
                    seen.add(key)
                    judged.append((piece, piece.speaker.name, clause))
    return found + [c for p, name, c in judged if not _needless(p, name, c, judged, lines)]


def _needless(
    piece: Said, name: str, clause: Clause, judged: Sequence[tuple[Said, str, Clause]], lines: Sequence[Line]
) -> bool:
    """Whether a thanks, a bare mood or a quotation that hardly judges only goes with another judgement of its speaker,
    or tells the mood of a group for whom somebody named speaks ("The unions are angry: Jan Lind fears ...")."""
    line = lines[piece.line]
    first, last = _tokens(line, piece.span)
    bare = piece.manner in ("positive", "negative") and (last <= first or line.low(first) in (".", ":", ";"))
    others = [(p, n, c) for p, n, c in judged if c is not clause]
    if bare and last > first and line.low(first) == ":":
        return any(p.line == piece.line and p.speaker is not None and p.speaker.type == "person" for p, _, _ in others)
    if piece.word == "thank":
        return any(n == name and p.line == piece.line and p.word != "thank" for p, n, _ in others)
    if bare:
        return any(n == name and p.line == piece.line + 1 for p, n, _ in others)
    if clause.arguments[1].mention.attributes.get("weak"):
        return any(n == name and abs(p.line - piece.line) < _BESIDE for p, n, _ in others)
    return False


def _judged(piece: Said, speaker: Mention, lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Clause]:
    line = lines[piece.line]
    first, last = _tokens(line, piece.span)
    lows = _masked(line, first, last)
    stance = stance_of(lows, piece.manner)
    weak = False
    if stance is None and speaker.type in ("person", "group") and _named_so(lows, piece):
        stance = "neutral"
    if stance is None and speaker.type == "person":
        if _pictured(line, piece, first, last):
            stance = "neutral"
        elif piece.manner == "quote" and line.tokens[first].capital and _generic(line.lows(first, last)):
            stance, weak = ("negative" if set(lows) & _DENIALS else "neutral"), True
    if (
        piece.word in ("denounce", "reject") and set(lows[:6]) & {"agreement", "treaty", "convention", "pact", "accord"}
    ) or (piece.word in ("dismiss", "reject") and set(lows[:12]) & _RUMOURS):
        return
    if (
        stance is None
        or (_official(speaker) and stance != "negative")
        or (
            speaker.type == "state"
            and not (
                piece.manner == "negative"
                or piece.word in ("criticise", "criticize", "condemn", "deplore", "regret", "lament")
            )
        )
    ):
        return
    if (speaker.attributes.get("plural") and speaker.type == "office") or speaker.form == "pair":
        return
    topics = _topics(line, first, last, piece, lines, mentions)
    if piece.word == "accuse" and topics == ("institutions",):
        topics = ("general",)
    opinion = Mention(
        "opinion", piece.span, form=stance, topics=topics, attributes={"manner": piece.manner, "weak": weak}
    )
    yield Clause(
        "assess", piece.trigger, line.span, piece.line, (Argument(speaker, "subject"), Argument(opinion, "object"))
    )


def _named_so(lows: Sequence[str], piece: Said) -> bool:
    """Whether a speech judges by what it calls a thing, whatever the words: "described the fee as a slap in the face",
    "called the deal proof that ...", "in her view the wall ..."."""
    if piece.word == "view":
        return not any(w[:1].isdigit() for w in lows)
    if piece.word in (
        "describe",
        "portray",
        "paint",
        "depict",
        "regard",
        "view",
        "see",
        "characterise",
        "characterize",
    ):
        return "as" in lows[1:10]
    if piece.word == "take":
        return "for" in lows[1:8]
    if piece.word in ("call", "label", "brand", "dub", "term") and lows[:1]:
        end = next((k for k, w in enumerate(lows) if w in (",", ";", ".")), len(lows))
        return lows[0] in ("it", "this", "that", "them", *DETERMINERS) and bool(
            set(lows[2:end]) & {"a", "an", "proof", '"', "no"}
        )
    return False


def _official(speaker: Mention) -> bool:
    """Whether a state speaks through an organ without a name."""
    return speaker.type in ("group", "organisation") and bool(
        set(speaker.name.lower().split()) & {"ministry", "embassy", "delegation", "ministries", "side", "authorities"}
    )


def _masked(line: Line, first: int, last: int) -> list[str]:
    """The words of a speech, those who act in it told as "they"."""
    return [
        "they"
        if (m := line.covered(i, "state", "person", "office")) is not None and not m.form.startswith("demonym")
        else line.low(i)
        for i in range(first, last)
    ]


def _pictured(line: Line, piece: Said, first: int, last: int) -> bool:
    """Whether a speech says by an image what something is: in a quotation, or in quoted words behind "was", "as"."""
    if piece.manner in ("quote", "according"):
        return _figurative(line.lows(first, last))
    return any(
        line.low(k) == '"' and line.low(k - 1) in ("is", "was", "are", "were", "as", "it") for k in range(first, last)
    )


def _figurative(lows: Sequence[str]) -> bool:
    """Whether a quotation without praise or blame says what something is ("this road is our bread")."""
    if any(w.isdigit() for w in lows):
        return False
    return any(
        lows[i] in ("is", "are", "remains", "remain")
        and lows[i + 1]
        in (
            "a",
            "an",
            "our",
            "one",
            "two",
            "three",
            "no",
            "not",
            "more",
            "less",
            "like",
            "as",
            "their",
            "your",
            "everything",
            "nobody",
        )
        for i in range(len(lows) - 1)
    )


def _generic(lows: Sequence[str]) -> bool:
    """Whether a quotation without praise or blame still says how things stand, and neither reports a figure or a
    deed nor promises: "Every week of closure sends our customers elsewhere"."""
    if len(lows) < _LEAST or any(w.isdigit() or w[:1].isdigit() for w in lows) or "?" in lows:
        return False
    for i, low in enumerate(lows[:-1]):
        if low in ("we", "i") and lows[i + 1] in _DEEDS and "not" not in lows[i + 1 : i + 4]:
            return False
    return bool(set(lows) & (_TIMELESS | _DENIALS))


def _answer(turn: Sequence[Said], lines: Sequence[Line], mentions: Sequence[Mention]) -> Iterator[Clause]:
    """One judgement for each answer of an interview: the stances of its sentences together."""
    stances: list[str] = []
    judged: list[Said] = []
    for piece in turn:
        if piece.speaker is None:
            continue
        first, last = _tokens(lines[piece.line], piece.span)
        stance = stance_of(lines[piece.line].lows(first, last), piece.manner)
        if stance:
            stances.append(stance)
            judged.append(piece)
    if not judged:
        return
    stance = stances[0] if len(set(stances)) == 1 else "mixed"
    topics: tuple[str, ...] = ()
    for piece in [*judged[:1], *[p for p in reversed(turn) if p.line < judged[0].line], *turn]:
        first, last = _tokens(lines[piece.line], piece.span)
        topics = topics_of(lines[piece.line].lows(first, last))
        if topics:
            break
    piece = judged[0]
    speaker = piece.speaker
    if speaker is not None:
        opinion = Mention(
            "opinion",
            piece.span,
            form=stance,
            topics=topics or ("general",),
            antecedents=tuple(p.span for p in judged[1:]),
        )
        yield Clause(
            "assess", piece.trigger, piece.span, piece.line, (Argument(speaker, "subject"), Argument(opinion, "object"))
        )


def _tokens(line: Line, span: Span) -> tuple[int, int]:
    first = next((i for i, t in enumerate(line.tokens) if t.start >= span.start), len(line.tokens))
    last = next((i for i in range(len(line.tokens) - 1, -1, -1) if line.tokens[i].end <= span.end), -1) + 1
    return first, max(first, last)


# ------------------------------------------------------------------ topic
def _topics(
    line: Line, first: int, last: int, piece: Said, lines: Sequence[Line], mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """The topics of what is judged: of the thing called important, the judging verb's object, the speech's subject, the
    rest of the speech, and where none of them tells one, of the sentences before."""
    lows = line.lows(first, last)
    for start, end in _cores(line, first, last, piece):
        found = _of(line, start, end, mentions)
        if found:
            return _likeliest(found, line, start, end, piece, lines)
        if set(line.lows(start, end)) & _RELATIONS:
            return ("general",)
        if piece.manner in _OBJECTS and 0 < end - start < 4 and set(line.lows(start, end)) & _ANAPHORS:
            for back in range(piece.line - 1, max(piece.line - 3, -1), -1):
                if found := _of(lines[back], 0, len(lines[back].tokens), mentions):
                    return found
    if lows and set(lows) & _RELATIONS and not topics_of(lows):
        return ("general",)
    hit = next((k for k in range(len(lows)) if sign(lows, k, "judge")), 0)
    subject = (
        first + hit if hit else next((k for k in range(first, last) if line.finite(k) and line.low(k) != "that"), first)
    )
    found = (_of(line, subject, last, mentions) or _of(line, first, last, mentions)) if lows else ()
    if found:
        return _likeliest(found, line, subject, last, piece, lines)
    for back in range(piece.line, max(piece.line - 5, -1), -1):
        found = _of(lines[back], 0, len(lines[back].tokens), mentions)
        if found and (back < piece.line or piece.manner != "quote"):
            return found
    return ("general",)


def _likeliest(
    found: tuple[str, ...], line: Line, first: int, last: int, piece: Said, lines: Sequence[Line]
) -> tuple[str, ...]:
    """The topics with those first that the sentences before are about too, where words tell several equally."""
    if len(found) < 2:
        return found
    own = [topics_of([low]) for low in line.lows(first, last)]
    counts = {t: sum(t in o for o in own) for t in found}
    around = [
        t
        for back in range(max(piece.line - 3, 0), piece.line)
        for t in topics_of(lines[back].lows(0, len(lines[back].tokens)))[:2]
    ]
    return tuple(sorted(found, key=lambda t: (-counts[t], -around.count(t), found.index(t))))


def _cores(line: Line, first: int, last: int, piece: Said) -> Iterator[tuple[int, int]]:
    for i in range(first, last):
        if line.low(i) in _IMPORTANCE and line.low(i + 1) == "of":
            end = next(
                (k for k in range(i + 2, last) if line.low(k) in (",", ";", ".", "and", "that", "because")), last
            )
            yield i + 2, end
            yield i + 2, last
        if line.low(i) in _EFFECTS and line.low(i - 1) in _COLOURS:
            yield i - 1, i
    if piece.manner in _OBJECTS:
        that = next((k for k in range(first, min(first + 3, last)) if line.low(k) == "that"), None)
        if line.low(first - 1 - 0) and _relative(line, piece):
            yield 0, _tokens(line, piece.trigger)[0]
        if that is None:
            end = next(
                (k for k in range(first, last) if line.low(k) in ("as", ",", "because", "for") and k > first + 1), last
            )
            yield first, end
    start = first
    while start < last and (line.low(start) in ("that", '"', ",", ":") or line.low(start) in DETERMINERS):
        start += 1
    verb = next(
        (k for k in range(start, last) if line.finite(k) and line.low(k) not in ("that", "it", "he", "she", "they")),
        last,
    )
    if verb > start and not set(line.lows(start, verb)) <= _ANAPHORS and len(topics_of(line.lows(start, verb))) < 3:
        yield start, verb


def _relative(line: Line, piece: Said) -> bool:
    """Whether what is judged stands before "which X called ..."."""
    at = _tokens(line, piece.trigger)[0]
    return any(line.low(k) == "which" for k in range(max(0, at - 6), at))


def _of(line: Line, first: int, last: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The topics that words tell, and the papers, works and bodies named among them."""
    if last <= first:
        return ()
    lows = line.lows(first, last)
    found = topics_of(lows)
    if found:
        return found
    for m in mentions:
        if (
            m.type in ("paper", "project", "crossing", "body", "event", "transport")
            and m.span in line.span
            and line.tokens[first].start <= m.span.start < line.tokens[last - 1].end
        ):
            own = tuple(t for t in m.topics if t != "general") or topics_of(m.name.lower().split())
            if own:
                return own
    return ()
