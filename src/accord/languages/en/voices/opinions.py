"""Who judges what, and how: the subject and stance of what people are said to have said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.fields import fielded
from accord.languages.en.voices.stance import sign, stance_of
from accord.languages.en.voices.statements import (
    courteous,
    figured,
    going_on,
    named_so,
    pictured,
    promised,
    spoken,
    verdict,
    whole,
)
from accord.languages.en.voices.subjects import Subjects, tokens_of
from accord.languages.en.voices.voices import Said, said
from accord.languages.views import Argument, Clause, Mention

__all__ = ["opinions", "voiced"]

_DENIALS = frozenset(listed("nobody no not never nothing neither nor cannot n't without only"))
_DEEMED = ("negative", "positive", "judge", "praise", "blame", "warn")
_BESIDE = 4  # sentences within which a judgement without a subject of its own goes with another of its speaker
_RUMOURS = frozenset(
    listed(
        "false invention fiction speculation untrue baseless report reports rumour rumours message claim claims "
        "allegation allegations"
    )
)
_PROMISES = frozenset(listed("promise pledge vow offer announce ask order urge demand swear-in"))
_UNTOLD = frozenset(listed("question own judge positive negative praise blame"))
_PAPERS = frozenset(listed("agreement treaty convention pact accord it"))
_TOGETHER = frozenset(
    listed(
        "sides parties leaders ministers presidents council committee commission mechanism delegations countries governments heads chairs party"
    )
)
_LED = frozenset(
    listed(
        "business union church community opposition religious tribal village industry farm trade religious labour labor indigenous local"
    )
)
_STUDIES = frozenset(
    listed(
        "study poll survey data figures statistics report statement readout communique communiqué release note letter document"
    )
)
_TABLES = frozenset(
    listed("figures data statistics customs records census bureau dane returns estimates numbers agency office")
)
_ARGUING = frozenset(listed("argue contend opine quip counter retort joke"))
_NEWS = ("say", "stress", "praise", "warn", "expect", "according")
_RECKONING = frozenset(listed("reckon estimate put count"))
_CROWDS = ("s", "men", "women", "people", "staff", "police")
_EXPERTS = frozenset(
    listed(
        "analyst analysts expert experts economist economists observer observers critic critics historian historians scholar scholars "
        "academics researchers scientists ecologists hydrologists environmentalists commentator commentators columnist columnists "
        "lawyers jurists opposition politician mp mps lawmaker"
    )
)
_KIN = frozenset(listed("auntie aunt aunty uncle mama papa granny grandma grandpa mother father old"))
_PLAYERS = frozenset(
    listed("coach striker goalkeeper midfielder winger forward defender batsman bowler sprinter boxer")
)
_CALLINGS = frozenset(
    listed(
        "driver trader seller vendor farmer fisherman trucker shopkeeper stallholder porter student pupil worker labourer resident "
        "villager herder refugee traveller tourist passenger shopper commuter hawker cook waiter cleaner mechanic migrant pensioner "
        "housewife mother father widow boatman skipper broker hairdresser grocer butcher baker miner peasant grower nurse"
    )
)
_ORGANS = frozenset(
    listed(
        "ministry embassy delegation ministries side authorities statement presidency administration source sources army"
    )
)
_GUESTS = frozenset(
    listed(
        "ambassador ambassadors commissioner commissioners delegation delegations guest guests minister ministers president visitors colleague colleagues"
    )
)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A judgement with its speech; `sure` when the speech itself tells its subject."""

    piece: Said
    name: str
    clause: Clause
    sure: bool


def voiced(
    lines: Sequence[Line], mentions: Sequence[Mention], clauses: Sequence[Clause], publisher: str = ""
) -> list[Clause]:
    """All clauses, promises and talks with their topics, and the opinions."""
    subjects = Subjects(lines, mentions, clauses)
    return [*fielded(clauses, subjects), *opinions(lines, mentions, clauses, publisher, subjects)]


def opinions(
    lines: Sequence[Line],
    mentions: Sequence[Mention],
    clauses: Sequence[Clause],
    publisher: str = "",
    subjects: Subjects | None = None,
) -> list[Clause]:
    """Clauses of the concept "assess": the subject is the speaker, the object an "opinion" with topics and stance."""
    told = said(lines, mentions, publisher)
    subjects = subjects or Subjects(lines, mentions, clauses)
    found: list[Clause] = []
    turns: dict[tuple[int, str], list[Said]] = {}
    for piece in told:
        if piece.turn >= 0:
            turns.setdefault((piece.turn, piece.speaker.name if piece.speaker else ""), []).append(piece)
    for turn in turns.values():
        found += _answer(turn, lines, subjects)
    judged: list[_Judged] = []
    for piece in told:
        if piece.manner == "source":
            continue
        if piece.turn < 0 and piece.speaker is not None and piece.speaker.name:
            judged += _judged(piece, _mouth(piece, told) or piece.speaker, lines, subjects)
    return found + [one.clause for one in _needed(judged, lines)] + list(_tellings(told, lines))


def _mouth(piece: Said, told: Sequence[Said]) -> Mention | None:
    """Who speaks for a state that judges in a speech: "the spokesman said that Chad deplores ..."."""
    if piece.speaker is None or piece.speaker.type not in ("state", "group"):
        return None
    return next(
        (
            t.speaker
            for t in told
            if t.line == piece.line
            and t.manner in ("say", "stress", "quote", "according")
            and t.speaker is not None
            and t.speaker.type in (("person", "office", "group") if piece.speaker.type == "state" else ("person",))
            and piece.trigger in t.span
        ),
        None,
    )


def _tellings(told: Sequence[Said], lines: Sequence[Line]) -> Iterator[Clause]:
    """Clauses of the concept "tell": whose each stretch of the text is, whatever it says."""
    for piece in told:
        if piece.speaker is None or not piece.speaker.name or piece.manner in _UNTOLD:
            continue
        for n, span in piece.parts:
            if len(lines[n].text[span.start : span.end].strip(" .,;:")) > 3:
                yield Clause(
                    "tell", piece.trigger, span, n, (Argument(piece.speaker, "subject"),), said_by=(piece.speaker,)
                )


def _needed(judged: Sequence[_Judged], lines: Sequence[Line]) -> list[_Judged]:
    """The judgements without those that only go with another one that stays."""
    kept = list(judged)
    for one in judged:
        if _needless(one, kept, lines):
            kept.remove(one)
    return kept


def _needless(one: _Judged, judged: Sequence[_Judged], lines: Sequence[Line]) -> bool:
    """Whether a judgement only goes with another of its speaker: a thanks, a bare mood, a speech around a quotation, one
    whose subject is told elsewhere; or tells the mood of a group for whom somebody named speaks."""
    piece = one.piece
    bare = _bare(piece, lines)
    others = [o for o in judged if o is not one]
    if bare == ":":
        return any(
            o.piece.line == piece.line and o.piece.speaker is not None and o.piece.speaker.type in ("person", "office")
            for o in others
        )
    own = [o for o in others if o.name == one.name]
    if piece.word == "thank":
        return any(o.piece.line == piece.line and o.piece.word != "thank" for o in own)
    if bare:
        crowd = bare == "." and piece.speaker is not None and piece.speaker.type != "person"
        return crowd or any(o.piece.line == piece.line + 1 for o in own)
    if piece.manner in ("say", "according") and any(
        o.piece.manner == "quote" and o.piece.span.overlaps(piece.span) for o in own
    ):
        return True
    if piece.manner == "quote" and any(
        o.piece.manner in _DEEMED and o.piece.span.overlaps(piece.span) and not _bare(o.piece, lines) for o in own
    ):
        return True
    if not one.sure:
        return any(
            (o.sure or o.piece.line < piece.line)
            and abs(o.piece.line - piece.line) < _BESIDE
            and not _bare(o.piece, lines)
            for o in own
        )
    return False


def _bare(piece: Said, lines: Sequence[Line]) -> str:
    """The mark behind a mood that is told without its object ("X was gloomier: ..."), else nothing."""
    if piece.manner not in ("positive", "negative"):
        return ""
    line = lines[piece.line]
    first, last = tokens_of(line, piece.span.start, piece.span.end)
    if last <= first:
        return "."
    return line.low(first) if line.low(first) in (".", ":", ";") else ""


def _judged(piece: Said, speaker: Mention, lines: Sequence[Line], subjects: Subjects) -> Iterator[_Judged]:
    if speaker.type == "office" and speaker.attributes.get("plural"):
        words = lines[0].text[speaker.span.start : speaker.span.end]
        if words.lower().endswith("officials"):
            speaker = speaker.but(type="group", name=words)
    if (speaker.attributes.get("plural") and speaker.type == "office") or speaker.form == "pair" or _joint(speaker):
        return
    if _private(speaker, lines) or _called(piece, speaker, lines):
        return
    if (
        speaker.name.lower().split()[-1] in _STUDIES
        or piece.word in _PROMISES
        or (piece.manner == "according" and speaker.name.lower().split()[-1] in _TABLES)
    ):
        return
    lows = _masked(piece, lines)
    if _refused(piece, lows) or courteous(piece.word, lows) or (piece.word == "welcome" and _received(lows)):
        return
    if _reported(piece, speaker, lows) and not (piece.manner == "say" and verdict(lows)):
        return
    stance = _stance(piece, speaker, lows, lines)
    if stance is None or (_official(speaker) and piece.manner == "say" and stance != "negative"):
        return
    if speaker.type == "state" and not _by_state(piece, speaker, stance):
        return
    topics, sure = subjects.of(piece)
    if piece.manner == "own" and piece.word != "first":
        topics = (subjects.of_document(),)
    if piece.word == "accuse" and topics[0] == "institutions":
        topics = ("general",)
    opinion = Mention(
        "opinion", piece.span, form=stance, topics=topics, attributes={"manner": piece.manner, "word": piece.word}
    )
    line = lines[piece.line]
    clause = Clause(
        "assess", piece.trigger, line.span, piece.line, (Argument(speaker, "subject"), Argument(opinion, "object"))
    )
    yield _Judged(piece, speaker.name, clause, sure)


def _reported(piece: Said, speaker: Mention, lows: Sequence[str]) -> bool:
    """Whether somebody without a name is only told to say, welcome, warn or complain of something: news, no judgement."""
    if speaker.type not in ("group", "organisation", "office") or _told_expert(speaker) or piece.word == "view":
        return False
    if speaker.type == "office" and speaker.states and piece.manner == "praise" and "as" in lows[1:14]:
        return False  # an office-holder without a name who welcomes a thing as what it is to him
    if piece.manner in _NEWS or (piece.manner == "judge" and piece.word in _RECKONING) or piece.word == "regret":
        return True
    if piece.word == "accuse" and '"' not in lows:
        return speaker.type != "office" or not speaker.states
    return piece.manner in ("blame", "according") and _crowd(speaker)


def _private(speaker: Mention, lines: Sequence[Line]) -> bool:
    """Whether a passer-by speaks, known by one name or as somebody's aunt, or a sportsman: nobody in a public role."""
    words = speaker.name.lower().split()
    kin = len(words) < 3 and words[0] in _KIN
    before = lines[0].text[max(0, speaker.span.start - 16) : speaker.span.start].lower().split()[-1:]
    if speaker.type == "person" and _PLAYERS & {*words[:1], *before}:
        return True
    role = str(speaker.attributes.get("role", "")).lower().split()[-1:]
    return speaker.type == "person" and (kin or (len(words) < 2 and bool(_CALLINGS & set(role))))


def _called(piece: Said, speaker: Mention, lines: Sequence[Line]) -> bool:
    """Whether an institution's word for a thing is only passed on: "protested over what it called an intrusion"."""
    line = lines[piece.line]
    first = next((k for k, t in enumerate(line.tokens) if t.start >= piece.trigger.start), 0)
    return piece.manner == "judge" and speaker.type != "person" and "what" in line.lows(max(0, first - 4), first)


def _crowd(speaker: Mention) -> bool:
    """Whether people speak of whom nothing is told but what they are: traders, hauliers, residents."""
    named = speaker.name.split()
    if speaker.type != "group" or not named or any(w[:1].isupper() for w in named[1:]):
        return False
    whose = named[0][:1].isupper() and len(named) > 1
    return not whose and named[-1].lower().endswith(_CROWDS) and not _told_expert(speaker)


def _told_expert(speaker: Mention) -> bool:
    return bool(set(speaker.name.lower().split()) & _EXPERTS)


def _stance(piece: Said, speaker: Mention, lows: Sequence[str], lines: Sequence[Line]) -> str | None:
    """How a speech judges, None where it does not."""
    line = lines[piece.line]
    first, last = tokens_of(line, piece.span.start, piece.span.end)
    if piece.manner in ("say", "according", "quote") and figured(lows, piece.manner == "quote"):
        return None
    if piece.manner == "own":
        return (stance_of(lows, "judge") if piece.word == "first" else None) or _tenor(lines)
    if piece.manner == "quote":
        if promised(lows) or not spoken(line, first, last, lows):
            return None
        stance = stance_of(lows, "quote")
        return stance or (None if going_on(lows) or _official(speaker) else _undertone(piece, lows, lines))
    if piece.word == "speak" and not (named_so(lows, "speak") or any(sign(lows, k, "say") for k in range(len(lows)))):
        return None
    stance = stance_of(lows, piece.manner)
    if stance is not None or speaker.type not in ("person", "group", "office"):
        return stance
    if named_so(lows, piece.word):
        return _undertone(piece, lows, lines) if '"' in lows else "neutral"
    if piece.manner == "say" and piece.word in _ARGUING and speaker.type == "person" and not figured(lows):
        return _undertone(piece, lows, lines)
    return "neutral" if pictured(line, piece.manner, first, last) else None


def _tenor(lines: Sequence[Line]) -> str:
    """How a comment judges as a whole."""
    good = bad = 0
    for line in lines:
        lows = [t.low for t in line.tokens]
        for i in range(len(lows)):
            value = sign(lows, i, "say")
            good += value > 0
            bad += value < 0
    if min(good, bad) * 3 > max(good, bad) * 2:
        return "mixed"
    return "positive" if good > bad else "negative"


def _undertone(piece: Said, lows: Sequence[str], lines: Sequence[Line]) -> str:
    """The stance of a speech without words of praise or blame: how it is told, its denials, the mood of what leads to it."""
    if piece.tone in ("blame", "warn", "negative"):
        return "negative"
    if piece.tone in ("praise", "positive"):
        return "positive"
    if set(lows) & _DENIALS:
        return "negative"
    mood = 0
    for k in {0, *range(max(0, piece.line - 3), piece.line + 1)}:
        own = [t.low for t in lines[k].tokens]
        mood += sum(sign(own, i, "judge") for i in range(len(own)))
    return "positive" if mood > 0 else "negative"


def _received(lows: Sequence[str]) -> bool:
    """Whether guests are welcomed, not what they did: office-holders, told as "they" or by their calling."""
    end = next(
        (k for k, w in enumerate(lows) if w in ("to", "at", "in", ",", ".", "as", "who", "for", "on")), len(lows)
    )
    return end < 8 and bool({"they", *_GUESTS} & set(lows[max(0, end - 1) : end]))


def _refused(piece: Said, lows: Sequence[str]) -> bool:
    """Whether what is refused is a treaty's validity or a rumour: no judgement of a thing."""
    if piece.manner == "quote":
        return False
    if {"rumour", "rumours", "rumor", "rumors"} & set(lows):
        return True
    return (piece.word in ("denounce", "reject") and bool(set(lows[:6]) & _PAPERS)) or (
        piece.word in ("dismiss", "reject") and bool(set(lows[:12]) & _RUMOURS)
    )


def _by_state(piece: Said, speaker: Mention, stance: str) -> bool:
    """Whether a state judges beyond doubt: it condemns, regrets, or its government calls a thing by a name."""
    if speaker.form == "metonym":
        return piece.manner != "say" or stance == "negative" or "welcome" in piece.word
    return piece.manner == "negative" or piece.word in (
        "criticise",
        "criticize",
        "condemn",
        "deplore",
        "regret",
        "lament",
    )


def _joint(speaker: Mention) -> bool:
    """Whether both states speak together, in person or through a body of theirs."""
    head = speaker.name.lower().split()[-1:] or [""]
    if head == ["leaders"] and set(speaker.name.lower().split()) & _LED:
        return False
    return speaker.type in ("group", "organisation", "office") and (
        head[0] in _TOGETHER or speaker.name.lower().split()[0] in ("each", "both", "either", "neither")
    )


def _official(speaker: Mention) -> bool:
    """Whether a state speaks through an organ without a name."""
    return speaker.type in ("group", "organisation") and bool(set(speaker.name.lower().split()) & _ORGANS)


def _masked(piece: Said, lines: Sequence[Line]) -> list[str]:
    """The words of a speech, those who act in it told as "they"."""
    found: list[str] = []
    for n, span in piece.parts:
        line = lines[n]
        first, last = tokens_of(line, span.start, span.end)
        for i in range(first, last):
            m = line.covered(i, "state", "person", "office")
            acts = m is not None and not m.form.startswith("demonym")
            found.append("they" if acts else line.low(i))
    return found


def _answer(turn: Sequence[Said], lines: Sequence[Line], subjects: Subjects) -> Iterator[Clause]:
    """One judgement for each answer of an interview and each speaker of a debate: the stances of its sentences together."""
    stances: list[str] = []
    judged: list[Said] = []
    for piece in turn:
        if piece.speaker is None:
            continue
        first, last = tokens_of(lines[piece.line], piece.span.start, piece.span.end)
        lows = lines[piece.line].lows(first, last)
        stance = stance_of(lows, piece.manner)
        if stance and not (piece.manner == "speech" and (figured(lows) or not whole(lines[piece.line], first, last))):
            stances.append(stance)
            judged.append(piece)
    if not judged:
        return
    stance = stances[0] if len(set(stances)) == 1 else "mixed"
    topics: tuple[str, ...] = (subjects.of_document(),)
    before = [p for p in reversed(turn) if p.line < judged[0].line]
    if judged[0].manner == "speech":
        topics = subjects.of_turn(turn, judged)
    for piece in () if judged[0].manner == "speech" else [*judged[:1], *before, *turn]:
        likely, sure = subjects.of(piece)
        if sure:
            topics = likely
            break
    piece = judged[0]
    speaker = piece.speaker
    if speaker is not None:
        opinion = Mention(
            "opinion", piece.span, form=stance, topics=topics, antecedents=tuple(p.span for p in judged[1:])
        )
        yield Clause(
            "assess", piece.trigger, piece.span, piece.line, (Argument(speaker, "subject"), Argument(opinion, "object"))
        )
