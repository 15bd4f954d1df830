"""Titles of courtesy and ranks before names."""

from __future__ import annotations

from accord.languages.en.names.offices import Finder

__all__ = ["OPENING", "past_honorifics"]

_HONORIFICS = frozenset(
    "mr mrs ms dr h.e. h.e h.h. h.h hh hrh h.r.h h.m smt shri hon honourable honorable prof professor sheikh sheikha shaykh sir dame lady lord gen col lt maj adm capt brig "
    "president-general messrs excellency highness majesty eminence holiness excellencies madam madame monsieur engineer eng father rev "
    "reverend ambassador senator colonel brigadier lieutenant major captain marshal commander gov dato datuk tun pehin alhaji "
    "hajji haji chief malam ustaz sayyid sayed mullah mawlawi maulvi rt retd brother sister datin dasho lyonchhen lyonpo ing ir arch dipl general admiral rear".split()
)
_FOLLOWING = frozenset("seri sri paduka wira amar patinggi".split())  # behind "Dato'", "Tan"
_COURTESY = frozenset("his her their the most right royal imperial serene rt".split())
OPENING = _HONORIFICS | _FOLLOWING | _COURTESY | {".", "'", "’", "(", "he", "tan"}


def past_honorifics(finder: Finder, i: int) -> int:
    """The token behind titles of courtesy and ranks ("H.E. Mr.", "His Excellency", "Colonel")."""
    tokens = finder.tokens
    while i < len(tokens):
        low = tokens[i].low
        if low not in OPENING:
            return i
        glued = low in (".", "'", "’") and tokens[i].glued and i > 0 and tokens[i - 1].low in _HONORIFICS
        malay = low in _FOLLOWING and i > 0 and (tokens[i - 1].low in _HONORIFICS or tokens[i - 1].low in "'’")
        if low == "tan" and i + 1 < len(tokens) and tokens[i + 1].low in _FOLLOWING:
            i += 2
            continue
        if low in _HONORIFICS or tokens[i].text == "HE" or glued or malay:
            i += 1
            continue
        if low == "(" and i + 2 < len(tokens) and tokens[i + 1].low in ("rtd", "retd", "ret", "r") and i > 0:
            i += 3 + (tokens[i + 2].low == ".")
            continue
        j = i
        while j < len(tokens) and tokens[j].low in _COURTESY and j - i < 3:
            j += 1
        if j == i or j >= len(tokens) or tokens[j].low not in _HONORIFICS or not tokens[j].capital:
            return i
        i = j
    return i
