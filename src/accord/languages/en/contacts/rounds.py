"""Rounds of consultations told by their number alone: "the first round is due in Spokane on D"; those of plain talks are meetings."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.contacts.deeds import Deed, words_of
from accord.languages.en.contacts.sketch import Sketch
from accord.languages.en.contacts.standing import date_of, status_of

__all__ = ["round_hint", "round_of", "subject_of_talks"]

round_hint = re.compile(r"\bround\b", re.IGNORECASE)
_TALKS = r"(?:consultations|dialogue)"
_ABOUT = r"(?: (?:on|about|over) (?:(?!(?:was|were|is|are|will|would|has|had|have|which|who|that|in|at|from|to|by|with|said|where|when|as|after|before|and|but)(?!\S)|D\d|[,;:.()—])\S+ ?){1,8})?"
_MATTER = re.compile(
    r"(?:\b[A-Z]\w+(?:-[A-Z]\w+)? |\b(?!(?:the|a|of|in|on|for|to|and|with|their|its|that)\b)[a-z]\w+(?:-\w+)? ){0,4}\b(?:consultations|dialogue)\b"
    r"(?: (?:on|about|over) (?:(?!(?:was|were|is|are|will|would|has|had|have|which|who|that|in|at|from|to|by|with|said|where|when|as|after|before|and|but)\b)[\w'’-]+ ?){1,8})?"
)
_ROUND = re.compile(
    rf"(?<!\S)(?P<nth>(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+ (?:st|nd|rd|th)|next|last|latest|new|fresh|another|previous|final|tripartite|trilateral|bilateral)"
    rf"(?: (?:tripartite|trilateral|bilateral|technical|full))?) round(?: of (?P<what>(?:(?!(?:the|a|of|in|on)(?!\S)|[,;:.()—])\S+ ){{0,5}}?{_TALKS}{_ABOUT}))?(?! (?:of|-))(?!\S)"
)
_HELD = re.compile(
    r"(?<!\S)(?:held|hold|holds|take place|takes place|took place|place|convened?|due|scheduled|planned|pencilled in|penciled in|set|slated|foreseen|begin|began|begins|start(?:ed|s)?|open(?:ed|s)?|ended|end|broke up|concluded|closed|wrapped|postponed|cancelled|canceled|put|moved|host(?:ed)?)(?!\S)"
)


def subject_of_talks(text: str, known: str) -> str:
    """The talks that a sentence speaks of, with their matter, or those known."""
    found = max((m[0].strip() for m in _MATTER.finditer(text)), key=len, default="")
    return found if " " in found and (len(found) > 20 or not known) else known


def round_of(sketch: Sketch, talks: str) -> Deed | None:
    """The dated round of the talks told here or before."""
    match, first, end = next(sketch.find(_ROUND), (None, 0, 0))
    if match is None or not _HELD.search(sketch.text):
        return None
    what = match["what"] and words_of(sketch, sketch.at(match.start("what")), sketch.at(match.end("what") - 1) + 1)
    if (not talks and match["nth"].endswith("lateral")) or match["nth"].endswith("tripartite"):
        talks = talks or "talks"
    if not what and (not talks or sketch.item(first - 1) == "his"):
        return None
    right = next((k for k in range(end, len(sketch.items)) if sketch.item(k) == ";"), len(sketch.items))
    status = status_of(sketch, max(0, first - 7), first, end, min(right, end + 12), noun=True)
    when = date_of(sketch, 0, first, right)
    nth = words_of(sketch, first, sketch.at(match.end("nth") - 1) + 1)
    states = [
        m
        for k in range(len(sketch.items))
        if (m := sketch.mention(k, "S")) is not None and m.form in ("name", "official", "demonym", "pair")
    ]
    if when is None or status == "proposed":
        return None
    return Deed("consultation", f"{nth} round of {what or talks}", first, end, status, when, None, states)
