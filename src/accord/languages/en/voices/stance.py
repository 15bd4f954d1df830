"""Whether words judge, and how: praise and blame, turned round by negation, mixed by contrast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from accord.languages.en.text.lexicon import table, verbs
from accord.languages.en.text.phrases import DETERMINERS
from accord.languages.en.values.numbers import listed

__all__ = ["sign", "stance_of"]

_JUDGING = frozenset(listed("praise blame warn judge positive negative"))
_ACTORS = frozenset(listed("we they he she i who parties sides countries governments ministers presidents leaders"))
_LESSENING = ("cut", "reduc", "lower", "halv", "shorten", "slash", "trim")
_BURDENS = frozenset(
    listed(
        "time times cost costs journey journeys wait waits waiting bill bills queue queues delays emissions fees hours days poverty"
    )
)
_NEAR = 4  # words that a negation reaches


@dataclass(frozen=True, slots=True)
class _Stems:
    stems: tuple[str, ...]
    whole: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]
    known: dict[str, bool]

    def hit(self, lows: Sequence[str], i: int) -> bool:
        """Whether the word at i, or a phrase that begins there, is of the list."""
        low = lows[i]
        found = self.known.get(low)
        if found is None:
            found = self.known[low] = low in self.whole or low.startswith(self.stems)
        if found or low not in self.phrases:
            return found
        return any(tuple(lows[i : i + len(p)]) == p for p in self.phrases[low])


@cache
def _stems(key: str) -> _Stems:
    words = table("stance")[key].split()
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for parts in (tuple(w.rstrip(".").replace("-", "_-_").split("_")) for w in words if "_" in w or "-" in w):
        phrases.setdefault(parts[0], []).append(parts)
    plain = [w for w in words if "_" not in w and "-" not in w]
    whole = frozenset(w[:-1] for w in plain if w.endswith("."))
    return _Stems(tuple(w for w in plain if not w.endswith(".")), whole, phrases, {})


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(table("stance")[key].split())


def stance_of(lows: Sequence[str], manner: str = "say") -> str | None:
    """Positive, negative, mixed, or None where nothing is judged; `manner` as in `Said`."""
    good = bad = 0
    for i in range(len(lows)):
        value = sign(lows, i, manner)
        good += value > 0
        bad += value < 0
    if manner in ("blame", "warn", "negative"):
        return "mixed" if manner == "negative" and good > bad and _contrasted(lows) else "negative"
    if manner in ("praise", "positive"):
        return "mixed" if bad and _contrasted(lows) else "positive"
    if not good and not bad:
        depends = any(tuple(lows[i : i + 4]) == ("stand", "or", "fall", "with") for i in range(len(lows)))
        return "mixed" if depends else None
    if good and bad:
        return "mixed" if good == bad or _contrasted(lows) else "positive" if good > bad else "negative"
    if good and ("only", "if") in pairwise(lows):
        return "mixed"
    return "positive" if good else "negative"


def _contrasted(lows: Sequence[str]) -> bool:
    return any(_stems("contrast").hit(lows, i) for i in range(len(lows)))


@lru_cache(maxsize=16384)
def _may_judge(low: str) -> bool:
    """Whether a word judges anywhere, or begins a phrase that does."""
    lists = map(_stems, ("positive", "negative", "hopeful", "gloomy"))
    return low == "too" or any(low in known.phrases or known.hit((low,), 0) for known in lists)


def sign(lows: Sequence[str], i: int, manner: str) -> int:
    """+1 or -1 where the word at i judges, turned round by a negation before it."""
    if not _may_judge(lows[i]):
        return 0
    if (
        lows[i] == "too"
        and i + 1 < len(lows)
        and lows[i + 1].isalpha()
        and lows[i + 1] not in ("and", "but", "that", "the", "in", "will", "is")
    ):
        value = -1
    elif _stems("positive").hit(lows, i):
        if i and _stems("negative").hit(lows, i - 1) and not _stems("positive").hit(lows, i - 1):
            return 0
        if any(w.startswith("lack") or w in ("missing", "absent") for w in lows[i + 1 : i + 4]):
            return 0
        value = 1
    elif _stems("negative").hit(lows, i):
        value = -1
    else:
        value = _outcome(lows, i, manner)
    if not value:
        return 0
    if (
        manner not in _JUDGING
        and _stems("factual").hit(lows, i)
        and not set(lows[max(0, i - 4) : i])
        & {"is", "are", "remain", "remains", "too", "am", "as", "'s", "no", "longer", "been"}
    ):
        value = _outcome(lows, i, manner)
    if not value:
        return 0
    before = lows[max(0, i - _NEAR) : i]
    if value > 0 and "never" in before and "been" in before and (lows[i].endswith("er") or "so" in before):
        return 1
    turned = sum(w in _set("negation") for w in before)
    if "not" in before and ("only" in before or "just" in before or "merely" in before):
        turned = 0
    if "no" in before and "longer" in before:
        turned = 1
    return -value if turned % 2 else value


def _outcome(lows: Sequence[str], i: int, manner: str) -> int:
    """+1 or -1 for words of what comes of a thing ("will boost"), which else judge nothing."""
    hopeful, gloomy = _stems("hopeful").hit(lows, i), _stems("gloomy").hit(lows, i)
    if not (hopeful or gloomy) or (manner not in _JUDGING and not _effect(lows, i)):
        return 0
    if hopeful or (lows[i].startswith(_LESSENING) and set(lows[i + 1 : i + 6]) & _BURDENS):
        return 1
    return 0 if set(lows[max(0, i - 3) : i]) & {"might", "may", "could"} else -1


def _effect(lows: Sequence[str], i: int) -> bool:
    """Whether the verb at i tells what a thing will do, not what somebody will."""
    before = list(lows[max(0, i - 4) : i])
    modal = next(
        (
            k
            for k in range(len(before) - 1, -1, -1)
            if before[k] in ("will", "would", "can", "could", "may", "might", "has", "have")
        ),
        None,
    )
    if modal is None:
        form = verbs().get(lows[i])
        if form is None or not before or set(before) & _ACTORS:
            return False
        plural = "base" in form.forms and (
            before[-1].endswith("ly")
            or (before[-1].endswith("s") and before[-1] not in ("'s", "is", "was", "has", "this", "its", "as"))
        )
        return plural or (form.forms == {"s"} and before[-1] not in DETERMINERS)
    return not (set(before[:modal][-2:]) & _ACTORS)
