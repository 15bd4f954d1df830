"""Papers without a title: called by their day or year, or by what they do ("a memorandum that lifts the ceiling on
flights")."""

from __future__ import annotations

from accord.languages.en.text.phrase_words import BREAKS, DETERMINERS, PREPOSITIONS
from accord.languages.en.text.phrases import Line

__all__ = ["WEAK", "by_day", "by_deed", "by_year", "of_bodies"]

WEAK = frozenset(
    "programme programmes program programs plan plans statement document documents instruments papers deal deals contract "
    "framework regulation regulations minute minutes understanding understandings compact charter covenant texts acts truce ceasefire amendment".split()
)
_TELLS = frozenset(
    "that which regulating governing allowing permitting under delimiting banning ending setting establishing covering by".split()
)


def by_day(line: Line, start: int, end: int) -> str:
    """The name of a paper that only its day and what follows tell: "Treaty of 3 February 1944", "agreement that let
    boats pass"; empty where it goes without."""
    words = line.words(start, end)
    day = line.covered(end + 1, "date") if line.low(end) in ("of", "from") else None
    behind = end
    if day is not None:
        behind = next((i for i in range(end + 1, len(line.tokens)) if line.covered(i) is not day), len(line.tokens))
        if line.tokens[end - 1].capital or words.lower().endswith("understanding"):
            return words if words.lower().endswith("understanding") else line.words(start, behind)
    if line.low(behind) in _TELLS and not _of_itself(line, behind):
        last = behind
        while last < min(behind + 12, len(line.tokens)) and line.low(last) not in (
            ",",
            ".",
            ";",
            "and",
            "against",
            "but",
            ":",
        ):
            if line.low(behind) not in ("that", "which", "under", "by") and line.finite(last):
                break
            last += 1
        return f"{words} {line.words(behind, last)}" if last - behind > 2 else ""
    return ""


_ITSELF = (
    "sign conclud initial ink ratif expir laps run ran enter came come took take was were is are has had have renew remain"
).split()


def _of_itself(line: Line, i: int) -> bool:
    """Whether a relative clause tells what became of a paper rather than what it does: "that lapses in 2061", "which the two
    concluded in May"."""
    if line.low(i) not in ("that", "which"):
        return False
    end = next(
        (k for k in range(i + 1, min(i + 12, len(line.tokens))) if line.low(k) in (",", ".", ";", "and")), i + 12
    )
    made = any(line.low(k).startswith(("conclud", "sign", "initial", "ratif")) for k in range(i + 1, end))
    return made or line.low(i + 1).startswith(tuple(_ITSELF))


def by_year(line: Line, start: int, end: int, told: bool) -> str:
    """ "A 1954 convention": a paper that only its year names."""
    year = line.covered(start - 1, "date")
    if (
        told
        or line.low(start - 2) not in ("a", "an", "another")
        or year is None
        or year.period is None
        or not line.tokens[start - 1].text.isdigit()
    ):
        return ""
    if (
        len(line.tokens[start - 1].text) != 4
        or line.low(end - 1) in WEAK
        or line.low(start - 2) in ("in", "since", "by")
    ):
        return ""
    return f"{line.tokens[start - 1].text} {line.words(start, end)}"


_DEED = 14  # words of a relative clause that names a paper


def by_deed(line: Line, start: int, end: int, told: bool) -> str:
    """ "A memorandum that lifts the ceiling on flights": a paper that only what it does names."""
    behind = end + (line.low(end) == ",")
    if told or line.low(start - 1) not in ("a", "an", "another") or line.low(behind) not in ("that", "which"):
        return ""
    verb = line.low(behind + 1)
    if not (verb.endswith("s") and not verb.endswith(("ss", "us"))) or verb in (
        "is",
        "was",
        "has",
        "says",
        "its",
        "this",
    ):
        return ""
    last = behind + 2
    while last < min(behind + _DEED, len(line.tokens)) and not (
        line.low(last) in (",", ".", ";", ":", "but", "—", "which", "from")
        or (line.low(last) == "and" and (line.low(last + 1) in DETERMINERS or line.finite(last + 1)))
        or line.covered(last, "date", "person")
    ):
        last += 1
    return f"{line.words(start, end)} that {line.words(behind + 1, last)}" if last - behind > 3 else ""


_TOLD = frozenset("on concerning regarding for between relating about to governing".split())


def of_bodies(line: Line, end: int, last: int) -> int:
    """The end of a title that tells only which bodies the paper is between: "Programme of Cooperation between the tea
    ministries for 2024-2025"."""
    if line.low(last) != "between" or line.lows(end, last) not in ([], ["of", "cooperation"], ["of", "understanding"]):
        return last
    j = last + 1
    while j < len(line.tokens) and line.low(j) != "," and line.low(j) not in BREAKS:
        if line.finite(j) or line.low(j) in _TOLD or line.covered(j, "person"):
            return last if line.low(j) in _TOLD and line.low(j) not in ("for", "between") else j
        if line.covered(j, "date") or (line.low(j) in ("in", "at") and line.covered(j + 1)):
            break
        j += 1
    return j - (line.low(j - 1) in PREPOSITIONS)
