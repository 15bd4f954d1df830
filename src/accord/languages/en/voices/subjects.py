"""What a judgement is about: the topic of the thing judged, else that of the passage in which somebody judges."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from accord.document import Span
from accord.languages.en.names.speaker_names import words as listed_words
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.text.topics import TOPICS, telling, topics_of
from accord.languages.en.values.numbers import listed
from accord.languages.en.voices.pieces import Said
from accord.languages.en.voices.stance import sign
from accord.languages.views import Clause, Mention

__all__ = ["Subjects", "tokens_of"]

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
_ANAPHORS = frozenset(
    listed(
        "this that these those it such document step move event decision agreement treaty accord deal plan project "
        "line route it's they there the them operation talks report claim charge accusation handling account"
    )
)
_MUTUAL = {"each": "other", "one": "another", "common": "language", "good": "neighbours"}
_WHERE = frozenset(listed("to at near from along across towards toward"))
_OWN_PAPERS = ("paper", "project", "crossing", "body", "event", "transport")
# What is told to be done in a sentence tells of a field too.
_TOLD_BY = (
    ("crossing/", "border"),
    ("transport/", "transport"),
    ("incident", "security"),
    ("membership/", "institutions"),
    ("shoot", "security"),
    ("attack", "security"),
    ("expel", "general"),
    ("tie/", "general"),
)
_MANY = 3  # fields told in a row that make none of them the subject
_ITEM = 3  # words between two of them, beside the comma
_OUTSIDE = frozenset(listed(". that which who but because by"))
_BACK = 5  # sentences that a passage goes back
_HOLDER = 1.5  # what words within names of people and offices count
_FADE = 0.8  # what a sentence keeps of the weight of the next
_SPEAKING = frozenset(listed("that said says saying told tells added affirmed stressed noted insisted"))


@cache
def _weight(zone: str) -> float:
    """How much a word says by where it stands: in the thing judged, in the speech (and its share of it), beside it, before
    it in its paragraph or apart, behind it, at the head, in the section, in the document, in the speaker's role."""
    return float(table("stance")["weighing"]["zones"][zone])


@cache
def _field_of(concept: str) -> str | None:
    """The field that what is told to be done is of."""
    return next((field for start, field in _TOLD_BY if concept.startswith(start)), None)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("stance")["subjects"][key].split())


def bag(lows: Sequence[str]) -> dict[str, float]:
    """The topics that words tell of, each with its weight; words of relations between states tell of "general"."""
    found: dict[str, float] = defaultdict(float)
    seen: set[tuple[str, ...]] = set()
    hits = list(telling(lows))
    listed_at = _enumerated(lows, hits)
    if listed_at:
        found["general"] += 0.6
    for first, end, topics in hits:
        words = tuple(lows[first:end])
        if words in seen or lows[first] in listed_words("offices", "experts") or lows[first] in _general():
            continue
        seen.add(words)
        if end - first == 1 and _beside_another(lows, first, topics):
            continue
        low = lows[first]
        place = low in ("border", "frontier") and bool(set(lows[max(0, first - 3) : first]) & _WHERE)
        weak = first in listed_at or (end - first == 1 and (low in _words("weak") or place))
        weight = 0.4 if weak else 1.0
        for topic in topics:
            found[topic] += weight / len(topics)
    for low in _general().intersection(lows):
        found["general"] += 0.6 if low in _words("relations") else 0.25
    if not _MUTUAL.keys().isdisjoint(lows) and any(_MUTUAL.get(a) == b for a, b in pairwise(lows)):
        found["general"] += 0.6
    return found


def _enumerated(lows: Sequence[str], hits: Sequence[tuple[int, int, tuple[str, ...]]]) -> frozenset[int]:
    """Where words stand that tell of fields in a row: "trade, energy and health", which is of none of them alone."""
    if len(hits) < _MANY:
        return frozenset()
    found: set[int] = set()
    run: list[tuple[int, int, tuple[str, ...]]] = []
    for hit in [*hits, (len(lows) + _ITEM + 2, 0, ())]:
        gap = lows[run[-1][1] : hit[0]] if run else []
        if run and len(gap) <= _ITEM + 1 and set(gap) & {",", "and", ";"} and not set(gap) & _OUTSIDE:
            run.append(hit)
            continue
        if len({topic for _, _, topics in run for topic in topics}) >= _MANY and len(run) >= _MANY:
            found.update(first for first, _, _ in run)
        run = [hit]
    return frozenset(found)


@cache
def _general() -> frozenset[str]:
    return _words("relations") | _words("diplomacy")


def _beside_another(lows: Sequence[str], i: int, topics: Sequence[str]) -> bool:
    """Whether a word only goes with the one that tells: "power trade", "cross-border supply"."""
    low = lows[i]
    if low == "security" and lows[i + 1 : i + 2] == ["council"]:
        return True
    if low == "border" and i > 1 and lows[i - 1] == "-" and lows[i - 2] in ("cross", "trans"):
        return True
    if low not in ("trade", "exports", "imports", "supply"):
        return False
    before = topics_of([lows[i - 1]]) if i else ()
    return bool(before) and not set(before) & {*topics, "border"}


def tokens_of(line: Line, start: int, end: int) -> tuple[int, int]:
    """The tokens of a line between two offsets: (first, end)."""
    first = bisect_left(line.tokens, start, key=attrgetter("start"))
    return first, max(first, bisect_right(line.tokens, end, key=attrgetter("end")))


_SECOND = 0.6  # of what tells of the first topic
_LISTED = 0.3  # of the lines of a page


class Subjects:
    """The topics of one document, passage by passage."""

    def __init__(self, lines: Sequence[Line], mentions: Sequence[Mention], clauses: Sequence[Clause] = ()) -> None:
        self.lines = lines
        self._things: dict[int, dict[str, float]] = {}
        for clause in clauses:
            if (told := _field_of(clause.concept)) is not None:
                self._things.setdefault(clause.sentence, {})[told] = 1.0
        self._sections: dict[int, Mapping[str, float]] = {}
        self._starts = [n for n, line in enumerate(lines) if n == 0 or line.kind in ("heading", "headline")]
        self._mentions = [m for m in mentions if m.type in _OWN_PAPERS]
        self._bags: dict[int, dict[str, float]] = {}
        self._all: Mapping[str, float] | None = None
        apart = sum(line.kind in ("row", "item", "heading", "caption") for line in lines)
        self._listed = apart > _LISTED * len(lines)  # a page of many things says less of the field of each
        self._common: dict[str, float] | None = None

    def of(self, piece: Said) -> tuple[tuple[str, ...], bool]:
        """The topics of a speech, one or two, the likeliest first, and whether its own words tell them: those of the thing judged
        where it tells one, else those of the passage."""
        told = False
        for n, span in piece.parts:
            line = self.lines[n]
            first, last = tokens_of(line, span.start, span.end)
            for start, end in _cores(line, first, last, piece):
                found = self._told(line, start, end)
                if found and line.low(start - 1) == "of" and line.low(start - 2) in _IMPORTANCE:
                    most = max(found.values())
                    return self._ordered(piece, {t: 2 * told / most for t, told in found.items()}), True
                if found:
                    return self._ordered(piece, found), True
            told = told or bool(bag(line.lows(first, last)))
        return self._ordered(piece, {}), told

    def at(self, index: int, span: Span) -> tuple[str, ...]:
        """The topics of a stretch of a sentence, the likeliest first, by its words and by all that stands about it."""
        return self._ordered(Said(None, "say", index, span, span), {})

    def of_turn(self, turn: Sequence[Said], judged: Sequence[Said]) -> tuple[str, ...]:
        """The topics of what one speaker says in a record: those of the sentences that judge first, then of all."""
        scores: dict[str, float] = {"general": 0.3}
        for piece in turn:
            _add(scores, self._bag(piece.line), 1.0)
        for piece in judged:
            _add(scores, self._bag(piece.line), 1.0)
        _add(scores, self._document(), 1.5)
        return _likely(scores)

    def of_document(self) -> str:
        """What the document is about as a whole."""
        scores = dict(self._document())
        for n in range(min(3, len(self.lines))):
            for topic, weight in self._bag(n).items():
                scores[topic] = scores.get(topic, 0) + 0.05 * weight
        return max(sorted(scores), key=lambda t: scores[t], default="general")

    def _told(self, line: Line, first: int, last: int) -> dict[str, float]:
        """The topics that words tell, and the papers, works and bodies named among them."""
        if last <= first:
            return {}
        found = bag(_lows(line)[first:last])
        if found:
            return found
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        for m in self._mentions:
            if start <= m.span.start < end:
                own = tuple(t for t in m.topics if t != "general") or topics_of(m.name.lower().split())
                if own:
                    return {t: 1.0 / len(own) for t in own}
        return {}

    def _ordered(self, piece: Said, core: Mapping[str, float]) -> tuple[str, ...]:
        """The topics of a speech by what the passage tells of them."""
        return _likely(self.scores(piece, core))

    def scores(self, piece: Said, core: Mapping[str, float]) -> dict[str, float]:
        """How much tells of each topic: the thing judged, the speech, what stands about it, the section, the document."""
        scores = defaultdict(float, self._anywhere())
        inside: list[str] = []
        beside: list[str] = []
        for n, span in piece.parts:
            line = self.lines[n]
            first, last = tokens_of(line, span.start, span.end)
            lows = _lows(line)
            if piece.speaker is not None and piece.speaker.span in line.span:
                lows = _unnamed(line, lows, piece.speaker)
            inside += lows[first:last]
            beside += [*lows[:first], ".", *lows[last:]]
        own = bag(inside)
        _add(scores, own, _weight("in") + _weight("share") / max(sum(own.values()), 1.0))
        _add(scores, bag(beside), _weight("beside"))
        if piece.speaker is not None:
            _add(scores, bag(str(piece.speaker.attributes.get("role", "")).lower().split()), _weight("role"))
        fade = 1.0
        for k in range(piece.line - 1, max(-1, piece.line - 1 - _BACK), -1):
            _add(scores, self._bag(k), fade * _weight("before" if self._together(k, piece.line) else "apart"))
            fade *= _FADE
        behind = piece.parts[-1][0] + 1
        if behind < len(self.lines) and self._together(behind - 1, behind):
            _add(scores, self._bag(behind), _weight("behind"))
        if len(self._starts) > 1:
            _add(scores, self._section(piece.line), _weight("section"))
        _add(scores, core, _weight("core"))
        return scores

    def _anywhere(self) -> Mapping[str, float]:
        """How much tells of each topic wherever in the document somebody speaks: what is usual, its head, the whole."""
        if self._common is None:
            self._common = dict(table("stance")["weighing"]["usual"])
            for k in range(min(3, len(self.lines))):
                _add(self._common, self._bag(k), _weight("head"))
            _add(self._common, self._document(), _weight("whole"))
            if self._listed:
                _add(self._common, {"general": 1.0}, _weight("many"))
        return self._common

    def _together(self, a: int, b: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return "\n" not in self.lines[a].text[self.lines[a].span.end : self.lines[b].span.start]

    def _bag(self, n: int) -> dict[str, float]:
        found = self._bags.get(n)
        if found is None:
            line = self.lines[n]
            own: list[str] = []
            held: list[str] = []
            for low, m in zip(_lows(line), line.at, strict=True):
                (held if m is not None and m.type in ("person", "office") else own).append(low)
            found = bag(own)
            if held:
                _add(found, bag(held), _HOLDER)
            _add(found, self._things.get(n, {}), 1.0)
            self._bags[n] = found
        return found

    def _section(self, n: int) -> Mapping[str, float]:
        """The share of each topic in the section, from heading to heading, in which a sentence stands."""
        at = bisect_right(self._starts, n) - 1
        found = self._sections.get(at)
        if found is None:
            end = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.lines)
            found = self._sections[at] = self._share(range(self._starts[at], end))
        return found

    def _share(self, rows: Iterable[int]) -> Mapping[str, float]:
        counts: dict[str, float] = defaultdict(float)
        for n in rows:
            _add(counts, self._bag(n), 1.0)
        whole = sum(counts.values()) or 1.0
        return {t: c / whole for t, c in counts.items()}

    def _document(self) -> Mapping[str, float]:
        """The share of each topic in the document."""
        if self._all is None:
            self._all = self._share(range(len(self.lines)))
        return self._all


def _likely(scores: Mapping[str, float]) -> tuple[str, ...]:
    """The topic that most tells of, and the next where nearly as much tells of it."""
    first, *rest = sorted(scores, key=lambda t: (-round(scores[t], 3), _place(t)))
    return first, *(t for t in rest[:1] if scores[t] >= _SECOND * scores[first])


def _lows(line: Line) -> list[str]:
    """The words of a sentence without the names of states ("Solomon Islands")."""
    return ["" if m is not None and m.type == "state" else t.low for t, m in zip(line.tokens, line.at, strict=True)]


def _unnamed(line: Line, lows: list[str], speaker: Mention) -> list[str]:
    """Words of a sentence without those that name the institution of its speaker."""
    if speaker.type in ("group", "organisation"):
        own = speaker.span
        return ["" if own.start <= t.start < own.end else low for t, low in zip(line.tokens, lows, strict=False)]
    if speaker.type != "person":
        return lows
    told = speaker.attributes.get("beside")
    if told is not None:
        return ["" if told.start <= t.start < told.end else low for t, low in zip(line.tokens, lows, strict=False)]
    first = next((k for k, t in enumerate(line.tokens) if t.start >= speaker.span.end), len(lows))
    if line.low(first) not in ("of", "at", "from", "with"):
        return lows
    end = first + 1 + (line.low(first + 1) in DETERMINERS)
    while end < len(lows) and (line.tokens[end].capital or line.low(end) in ("of", "for", "and")):
        end += 1
    return [*lows[:first], *[""] * (end - first), *lows[end:]]


@cache
@cache
def _place(topic: str) -> int:
    """How far down the table of the topics one stands, where the special ones come first."""
    order = TOPICS()
    return order.index(topic) if topic in order else len(order)


def _add(into: dict[str, float], what: Mapping[str, float], weight: float) -> None:
    for topic, told in what.items():
        into[topic] = into.get(topic, 0.0) + told * weight


def _cores(line: Line, first: int, last: int, piece: Said) -> Iterator[tuple[int, int]]:
    """Where the thing judged stands: behind "importance of", as the object of judging, as the subject of the speech."""
    for i in range(first, last):
        if line.low(i) in _IMPORTANCE and line.low(i + 1) == "of":
            end = next(
                (k for k in range(i + 2, last) if line.low(k) in (",", ";", ".", "and", "that", "because", "for")), last
            )
            yield i + 2, end
            yield i + 2, last
        if line.low(i) in _EFFECTS and line.low(i - 1) in _COLOURS:
            yield i - 1, i
    for i in range(min(4, first)):
        if line.low(i) in ("asked", "questioned", "commenting", "speaking", "touching", "turning") and line.low(
            i + 1
        ) in (
            "about",
            "on",
            "of",
            "upon",
            "to",
            "over",
        ):
            yield i + 2, next((k for k in range(i + 2, first) if line.low(k) == ","), i + 2)
    if line.low(0) in ("on", "regarding", "concerning", "as") and first > 2:
        end = next((k for k in range(1, min(first, 9)) if line.low(k) == ","), 0)
        if end and not any(line.covered(k, "date") for k in range(1, end)):
            yield 1, end
    if piece.manner in _OBJECTS:
        that = next((k for k in range(first, min(first + 3, last)) if line.low(k) == "that"), None)
        if that is None:
            stops = ("as", ",", "because", "for", '"', "and") if piece.manner == "judge" else ("as", ",", "because")
            end = next((k for k in range(first, last) if line.low(k) in stops and k > first + 1), last)
            yield first, end
    if piece.manner == "quote" and first < last and not line.tokens[first].capital:
        said = next((k for k in range(first - 1, max(first - 25, -1), -1) if line.low(k) in _SPEAKING), None)
        if said is not None:
            yield said + 1, first
    start = first
    while start < last and (line.low(start) in ("that", '"', ",", ":") or line.low(start) in DETERMINERS):
        start += 1
    verb = next(
        (k for k in range(start, last) if line.finite(k) and line.low(k) not in ("that", "it", "he", "she", "they")),
        last,
    )
    if verb > start and not set(line.lows(start, verb)) <= _ANAPHORS and len(bag(line.lows(start, verb))) < 3:
        yield start, verb
    lows = line.lows(first, last)
    hit = next((k for k in range(len(lows)) if sign(lows, k, "judge")), 0)
    if hit:
        yield first + hit, last
