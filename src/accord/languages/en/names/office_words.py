"""The words of offices and of names: tables, an office as it is read, titles in the singular, names as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.tokens import Token
from accord.languages.en.values.date_parts import DAYS_AND_MONTHS

__all__ = [
    "ABSTRACT",
    "GENERALS",
    "INSTITUTIONAL",
    "INTERNATIONAL",
    "LOCAL",
    "NOT_NAMES",
    "OWNERS",
    "POSTED",
    "SINGULAR",
    "Office",
    "initial",
    "office_table",
    "office_words",
    "singular",
    "spelled",
    "telling",
]


@cache
def office_words(key: str) -> frozenset[str]:
    return frozenset(table("offices")[key].split())


@cache
def office_table(key: str) -> dict[str, str]:
    """Offices in short, and the states of offices that only one has."""
    found: dict[str, str] = table("offices")[key]
    return found


OWNERS = frozenset("his her their my our its".split())
POSTED = frozenset(
    "ambassador ambassadors envoy envoys consul consuls commissioner commissioners chargé representative coordinator nuncio".split()
)
LOCAL = frozenset(
    "governor governors mayor mayors regent prefect bishop archbishop duke sultan emir akim sheriff".split()
)
GENERALS = frozenset(
    "consul director secretary attorney auditor governor inspector solicitor surveyor prosecutor commissioner".split()
)
SINGULAR = {
    "leaders": "leader", "heads": "head", "chairmen": "chairman", "secretaries": "secretary", "deputies": "deputy", "chiefs": "chief",
}  # fmt: skip
INTERNATIONAL = re.compile(  # offices of no state
    r"\b(?:(?!PM\b|FM\b|CS\b|MP\b)[A-Z]{2,}|European|United Nations|African Union|Arab League|Commonwealth|Secretary-General|High Representative|International|World|Nuncio)\b"
)
NOT_NAMES = DAYS_AND_MONTHS | frozenset(
    "the a an this that these those it he she they we i in on at of for from by with and or but as during after before while when where "
    "both two three all many some several other such his her its their our my if according "
    "no yes not also however "
    "meanwhile earlier later today yesterday tomorrow speaking following under since until article treaty agreement memorandum protocol "
    "republic kingdom union government ministry parliament north south east west central latin american african asian european commission council border river lake sea mr mrs ms dr hon smt shri honourable excellency highness majesty h.e h.e. "
    "visit visits talks meeting session official residence gazette statement opposite".split()
)


@cache
def telling() -> frozenset[str]:
    """The words that may tell of an office or of an expert."""
    experts, heads = office_words("experts"), office_words("heads") | {"director"}
    several = {word for word, one in SINGULAR.items() if one in heads or one in experts}
    others = {*(f"{word}s" for word in experts), "counterparts", "colleagues", "homologues", "number"}
    return heads | experts | several | others | office_words("plural") | office_words("counterparts")


# Words of an institution's name that are no part of a person's, and how more of them end.
INSTITUTIONAL = frozenset().union(*(office_words(key) for key in ("organisations", "organs", "fields", "things"))) | {
    *"studies club forum policy strategy law analysis prospective initiative expert countries international centre network".split()
}
ABSTRACT = ("tion", "tions", "ment", "ments", "ics", "ity", "ities", "ship", "ships", "ance", "ence", "ism", "logy", "ives", "graphy")  # fmt: skip


@dataclass(slots=True)
class Office:
    first: int  # token indexes, half-open
    last: int
    title: str
    states: tuple[str, ...]
    spans: tuple[Span, ...]
    plural: bool
    expert: bool
    counterpart: bool = False


def singular(title: str) -> str:
    words = title.split()
    for i, word in enumerate(words):
        low = word.lower()
        if low in office_words("plural"):
            single = SINGULAR.get(low, low[:-1])
            words[i] = single[0].upper() + single[1:]
    return " ".join(words)


def spelled(text: str, tokens: Sequence[Token]) -> str:
    """A name as it is written, words in capitals as other names are ("Awa SARRE" is Awa Sarre)."""
    words = text[tokens[0].start : tokens[-1].end].split()
    return " ".join(w.title() if len(w) > 2 and w.isupper() and w.replace("-", "").isalpha() else w for w in words)


def initial(tokens: Sequence[Token], dot: int) -> bool:
    """Whether a full stop inside a sentence, glued to the word before it, shortens a name: "K. Lind", "Ts.Batbold"."""
    before, after = tokens[dot - 1].text, tokens[dot + 1 : dot + 2]
    return len(before) == 1 or (len(before) < 4 and bool(after) and after[0].capital)
