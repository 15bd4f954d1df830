"""What comes over a border by air: flights into airspace, drones and balloons, shells that fall."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import listed

__all__ = ["FLYING", "from_above"]

FLYING = re.compile(
    r"\b(?:jets?|aircraft|(?:war|air)?planes?|drones?|UAVs?|balloons?|helicopters?|choppers?|fighters?|bombers?|gliders?|"
    r"missiles?|MiG|Su|F-16s?|F-35s?)\b"
)
_INTO_AIR = re.compile(
    r"\b(?:violat\w+|enter(?:ed|s|ing)|breach\w*|intru\w+|stray\w*|penetrat\w+|drift\w*|wander\w*|veer\w*|float\w*|dipped|dart\w*|ventur\w+|cross(?:ed|es|ing)|incursions?|flew|flown|"
    r"overfl\w+|infring\w+)\b[^.;]*\bair ?space\b|\bair ?space\b[^.;]*\b(?:violat\w+|breach\w*|incursions?|intru\w+)\b",
    re.IGNORECASE,
)
_DRONE_DOWN = re.compile(
    r"\b(?:drones?|UAVs?|missiles?|rockets?|balloons?|helicopters?|planes?)\b[^.;]{0,60}\b(?:(?:crashed|fell|came down|circled|hovered|loitered|buzzed|"
    r"landed|crossed|entered|flew)\b[^.;]{0,60}\b(?:territory|soil|border|frontier|side|village|farm|field)\b|"
    r"stray(?:ed|ing) (?:over|into|across)\b)",
    re.IGNORECASE,
)
_SCRAMBLE = re.compile(
    r"\b(?:intercepted|escorted|scrambled|chased off|shadowed|tailed|tracked|met|identified|turned back)\b[^.;]{0,60}\b(?:jets?|aircraft|planes?|bombers?|drones?|fighters?|F-?\d+s?|Typhoons?|Rafales?|Eurofighters?)\b"
)
_UNSURE = frozenset("will would could may might if no not to".split())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(listed(table("incidents")["words"][key]))


def from_above(line: Line, words: str, lows: Sequence[str]) -> tuple[str, int] | None:
    """The type of an incident from the air and the token that tells of it."""
    at = _in_air(line, words)
    return ("airspace", at) if at is not None else _fallen(lows)


def _in_air(line: Line, words: str) -> int | None:
    for pattern, needed in ((_INTO_AIR, FLYING), (_DRONE_DOWN, FLYING), (_SCRAMBLE, None)):
        match = pattern.search(words)
        if match and (needed is None or needed.search(words) or "violat" in match[0].lower()):
            start = line.span.start + match.start()
            return next((i for i, t in enumerate(line.tokens) if t.end > start), 0)
    return None


def _fallen(lows: Sequence[str]) -> tuple[str, int] | None:
    """Shells that fell and balloons that came over: the thing, and what it did or who saw it, in one clause."""
    for kind, things, acts in (("attack", "shells", "fall"), ("airspace", "flyers", "seen")):
        at = next((i for i, w in enumerate(lows) if w in _words(things)), None)
        if at is None:
            continue
        before = range(max(0, at - 8), at) if kind == "airspace" else ()
        act = next((i for i in (*range(at + 1, min(len(lows), at + 12)), *before) if lows[i] in _words(acts)), None)
        if act is None or _UNSURE & set(lows[max(0, act - 3) : act]):
            continue
        if lows[act] != "picked" or lows[act + 1 : act + 2] == ["up"]:
            return kind, act
    return None
