"""When two values agree: names spelled nearly so, dates at their precision, numbers within half a percent."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

__all__ = [
    "Line",
    "alike",
    "as_set",
    "dated",
    "days",
    "fold",
    "same_date",
    "same_number",
    "same_unit",
    "shares",
    "someone",
    "standing",
    "telling_words",
]

Line = dict[str, Any]

_STOP_WORDS = """
the of on a an and for in to between with at by new its their from
и о об в на по с между для"""
_COMMON_WORDS = """
agreement treaty memorandum understanding protocol programme program plan declaration joint statement cooperation field
area document government republic state states bilateral checkpoint crossing border point
соглашение договор меморандум протокол сотрудничество сотрудничестве сфере области республика республики автодорожный
пункт пропуска кпп"""
_STOP = frozenset(_STOP_WORDS.split())
_COMMON = _STOP | frozenset(_COMMON_WORDS.split())
_UNITS = {
    "tonnes": "t", "tons": "t", "тонн": "t", "people": "people", "persons": "people", "человек": "people",
    "kilometres": "km", "kilometers": "km", "percent": "percent", "%": "percent", "cubic meters": "m3",
    "cubic metres": "m3", "meters": "m", "metres": "m",
}  # fmt: skip


@lru_cache(maxsize=65536)
def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(text: object) -> str:
    """Without case and accents."""
    return _fold(str(text))


@lru_cache(maxsize=65536)
def telling_words(text: str) -> tuple[str, ...]:
    """The telling words: those that many titles share count only when nothing else is left."""
    found = tuple(w for w in re.findall(r"\w+", _fold(text)) if w not in _STOP)
    return tuple(w for w in found if w not in _COMMON) or found


@lru_cache(maxsize=262144)
def _near(a: str, b: str) -> bool:
    """Spelled nearly so (Kairagach, Kayragach), or a demonym and its state (Tajik, Tajikistan)."""
    shorter = min(len(a), len(b))
    if a == b:
        return True
    if shorter <= 3:
        return False
    return SequenceMatcher(None, a, b).ratio() >= 0.78 or (shorter > 4 and (a.startswith(b) or b.startswith(a)))


def alike(a: object, b: object, least: float = 0.6) -> bool:
    """Names agree when most words of the shorter stand, spelled nearly so, in the longer, and the longer is not all
    else."""
    if not a or not b:
        return False
    words_a, words_b = telling_words(str(a)), telling_words(str(b))
    if not words_a or not words_b:
        return fold(a) == fold(b)
    short, long_ = sorted((words_a, words_b), key=len)
    hits = sum(any(_near(s, w) for w in long_) for s in short)
    if hits / len(short) >= least and len(long_) <= 4 * len(short) + 2:
        return True
    return SequenceMatcher(None, " ".join(words_a), " ".join(words_b)).ratio() >= 0.75


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple, set)) else [value]


def as_set(value: Any) -> set[str]:
    """One value or many, folded."""
    if value is None or value == "":
        return set()
    return {fold(v).upper() for v in _list(value) if v not in (None, "")}


def shares(gold: Any, got: Any, needed: int | None = None) -> bool:
    """Whether enough of gold's members were found, and not many others."""
    g, s = as_set(gold), as_set(got)
    if not g:
        return True
    return len(g & s) >= (len(g) if needed is None else min(needed, len(g))) and len(s - g) <= max(1, len(g) // 2)


def someone(gold: Any, got: Any) -> bool:
    """Whether one of gold's names is among those found."""
    g = gold if isinstance(gold, list) else [gold]
    s = got if isinstance(got, list) else [got]
    return len(s) <= 2 * len(g) + 2 and any(alike(a, b, 0.7) for a in g if a for b in s if b)


def same_unit(gold: object, got: object) -> bool:
    """Whether two units are one, or either is not given."""
    a, b = (_UNITS.get(fold(u), fold(u)) for u in (gold or "", got or ""))
    return not a or not b or a == b


def same_number(gold: Any, got: Any, tolerance: float = 0.005) -> bool:
    """Whether two numbers differ by at most this share of gold's."""
    try:
        g, s = float(gold), float(got)
    except (TypeError, ValueError):
        return False
    return abs(g - s) <= tolerance * max(abs(g), 1e-9)


def days(value: object) -> tuple[date, date] | None:
    """The days that an ISO 8601 date of reduced precision, quarter or interval covers; None for what is none."""
    if not value:
        return None
    text = str(value).strip()
    try:
        if "/" not in text:
            return _point(text)
        left, right = (part.strip() for part in text.split("/", 1))
        start = (date.min, date.min) if left in ("..", "") else days(left)
        end = (date.max, date.max) if right in ("..", "") else days(right)
        return (start[0], end[1]) if start and end else None
    except (ValueError, TypeError):
        return None


def _point(text: str) -> tuple[date, date]:
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", text):
        year, months = int(match[1]), 3 if match[2] == "Q" else 6
        last = months * int(match[3])
        return date(year, last - months + 1, 1), date(year, last, calendar.monthrange(year, last)[1])
    parts = [int(part) for part in text.split("T")[0].split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    year, month, day = parts
    return date(year, month, day), date(year, month, day)


def same_date(gold: object, got: object) -> bool:
    """The exported date is the gold one, or lies within it (it may be more precise, never vaguer)."""
    if not gold:
        return True
    g, s = days(gold), days(got)
    if g is None or s is None:
        return False
    if date.min in (g[0], s[0]):  # 'by 2030' and '2030' say the same: the end decides
        return g[1] == s[1]
    if date.max in (g[1], s[1]):  # 'since 2021'
        return g[0] == s[0]
    return g[0] <= s[0] and s[1] <= g[1]


def dated(g: Line, s: Line, key: str = "date") -> bool:
    """A date agrees; a line marked undated refuses any; one dated only by the day of publication may go without."""
    if g.get("undated") and s.get(key):
        return False
    return same_date(g.get(key), s.get(key)) or (g.get("date_from") == "publication" and not s.get(key))


def standing(line: Line) -> str:
    """Whether a line says that something is, is to come, or is not."""
    status, action = line.get("status", "reported"), str(line.get("action", ""))
    if status in ("denied", "hypothetical", "cancelled", "postponed"):
        return "not so"
    to_come = status in ("planned", "proposed") or action in ("planned", "proposed", "session-planned")
    return "to come" if to_come else "so"
