"""Which words and phrases tell of which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from accord.languages.en.text.lexicon import table

__all__ = ["TOPICS", "telling", "topics_of"]

_NOTHING = "nothing"


@cache
def TOPICS() -> tuple[str, ...]:
    """The topics that words tell of, the special ones first."""
    return tuple(key for key in table("topics") if key != _NOTHING)


@cache
def _words() -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The stems, and the whole words (those that end in a full stop), each with its topics."""
    stems: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    for topic in TOPICS():
        for word in table("topics")[topic].split():
            if "-" not in word:
                (whole if word[-1] == "." else stems).setdefault(word.rstrip("."), set()).add(topic)
    return stems, whole


_Phrase = tuple[tuple[str, ...], tuple[str, ...]]  # its words and its topics (none, where it tells of no field)


@cache
def _phrases() -> Mapping[str, tuple[frozenset[str], tuple[_Phrase, ...]]]:
    """The phrases by their first word, the longest first, with all that may be the second."""
    found: dict[tuple[str, ...], list[str]] = {}
    for topic, ws in table("topics").items():
        for w in ws.split():
            if "-" in w:
                own = found.setdefault(tuple(w.rstrip(".").split("-")), [])
                own += [] if topic == _NOTHING else [topic]
    by_first: dict[str, list[_Phrase]] = {}
    for phrase, topics in sorted(found.items(), key=lambda p: (-len(p[0]), p[0])):
        by_first.setdefault(phrase[0], []).append((phrase, tuple(topics)))
    return {
        first: (frozenset(w for p, _ in phrases for w in (p[1], f"{p[1]}s")), tuple(phrases))
        for first, phrases in by_first.items()
    }


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[str, ...]:
    stems, whole = _words()
    found = set(whole.get(word, ()))
    for end in range(1, len(word) + 1):
        found |= stems.get(word[:end], set())
    return tuple(topic for topic in TOPICS() if topic in found) if found else ()


def _phrase_at(lows: Sequence[str], i: int) -> tuple[int, tuple[str, ...]] | None:
    """The end of a phrase that begins at word i, which some begin with, and its topics."""
    seconds, phrases = _phrases()[lows[i]]
    second = i + 2 if i + 1 < len(lows) and lows[i + 1] == "-" else i + 1
    if second >= len(lows) or lows[second] not in seconds:
        return None
    for phrase, topics in phrases:
        k = i
        for n, part in enumerate(phrase):
            if n and k < len(lows) and lows[k] == "-":
                k += 1
            last = n + 1 == len(phrase)
            if k >= len(lows) or (lows[k] != part and not (last and lows[k] == f"{part}s")):
                break
            k += 1
        else:
            return k, topics
    return None


def telling(lows: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The words and phrases that tell of fields: (first, end, topics), in their order."""
    phrases = _phrases()
    past = 0
    for i, low in enumerate(lows):
        if i < past:
            continue
        phrase = _phrase_at(lows, i) if low in phrases else None
        if phrase is not None:
            past, topics = phrase
        else:
            past, topics = i + 1, _of_word(low)
        if topics:
            yield i, past, topics


def topics_of(words: Sequence[str]) -> tuple[str, ...]:
    """The topics that lower-case words tell of, the one with most words first, ties in the table's order."""
    counts: dict[str, int] = {}
    for _, _, topics in telling(words):
        for topic in topics:
            counts[topic] = counts.get(topic, 0) + 1
    order = {topic: n for n, topic in enumerate(TOPICS())}
    return tuple(sorted(counts, key=lambda t: (-counts[t], order[t])))
