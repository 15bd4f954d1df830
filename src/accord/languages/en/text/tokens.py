"""Words and sentences of English, with their offsets in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from accord.document import Block, Span
from accord.languages import patterns as re
from accord.languages.views import Sentence

__all__ = ["DATE_MARKS", "Token", "read_sentences", "sentences", "tokenize"]

# Words that stand after a hyphen only where the hyphen is a dash ("negotiations-a milestone"), and prefixes that keep one.
_AFTER_DASH = frozenset(
    "a an the one were was is are which who and but that not with as in all both this these its".split()
)
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_PREFIXES = frozenset(
    "post pre non anti trans ex then vice co mid pro sub inter intra pan multi semi cross self north south east west central "
    "al el ul an ibn euro neo ultra former late early".split()
)  # fmt: skip
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|(?:[A-Z]\.)+[A-Z](?![\w.])|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|\t"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_HYPHENS = "-‐‑"


@dataclass(slots=True)
class Token:
    """A word or a mark. `low` is its lower-case form with straight apostrophes; `glued` when no space stands before;
    `capital` and `word` tell whether it begins with a capital, and with a letter."""

    text: str
    low: str
    start: int
    end: int
    glued: bool
    capital: bool
    word: bool


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; possessive endings are tokens of their own, hyphenated words are split at their
    hyphens (a hyphen inside a compound is a token glued to both sides, a hyphen used as a dash becomes "—"); what parts the cells of a row is a comma."""
    tokens: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(text, start, end):
        piece, at = match[0], match.start()
        low, first = piece.lower().replace("’", "'"), piece[0]
        capital, word = first.isupper(), first.isalpha()
        glued = at == last
        last = match.end()
        if first.isalnum():
            if low[-2:] == "'s" and len(low) > 2:
                tokens.append(Token(piece[:-2], low[:-2], at, last - 2, glued, capital, word))
                tokens.append(Token(piece[-2:], "'s", last - 2, last, True, False, False))
            else:
                tokens.append(Token(piece, low, at, last, glued, capital, word))
            continue
        if piece in _HYPHENS and tokens:
            low = "—" if _is_dash(text, tokens[-1], at, end) else "-"
        elif piece in "–—":
            low = "-" if piece == "–" and _joins_names(text, tokens, at, glued) else "—"
        elif piece in "“”«»„":
            low = '"'
        elif piece == "\t":
            low = ","  # cells are told one behind the other, as in a list
        tokens.append(Token(piece, low, at, last, glued, capital, word))
    return tokens


def _is_dash(text: str, before: Token, at: int, end: int) -> bool:
    """Whether the hyphen at an offset is a dash: spaces about it, or words that no compound joins."""
    left_glued = before.end == at
    if left_glued and before.low.endswith("ty") and before.low in _TENS:
        return False
    right = _LETTERS.match(text, at + 1, end)
    if not left_glued or not right:
        return not left_glued or (at + 1 < end and text[at + 1].isspace())
    if right[0].lower() in _AFTER_DASH:
        return right[0].islower() and text[right.end() : right.end() + 1] not in ("-", "‐")  # "foot-and-mouth"
    return (
        before.word
        and before.low == before.text
        and len(before.text) > 3
        and right[0][0].isupper()
        and before.low not in _PREFIXES
    )


def _joins_names(text: str, tokens: list[Token], at: int, glued: bool) -> bool:
    """An en dash between names or numbers without spaces ("Tajikistan–Kyrgyzstan") joins them."""
    return (
        glued
        and at + 1 < len(text)
        and not text[at + 1].isspace()
        and bool(tokens)
        and (tokens[-1].capital or tokens[-1].text[0].isdigit())
    )


_BREAK = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s+[\"“‘«(\[]?[A-Z0-9À-ÞА-Я])|[.!?…]+[\"”’»')\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|MR|MRS|MS|DR|HON|PROF|GEN|ST|Smt|Shri|Messrs|Ref|ref|Hrs|Brig|Cmdr|Eng|Rt|Pvt|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Amb|Hon|Rev|St|Gov|Sen|Rep|Pres|Min|Jr|Sr|No|Nos|Art|Arts|para|"
    r"vs|etc|e\.g|i\.e|approx|ca|cf|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Ltd|Co|Corp|Vol|ed|U\.S|U\.K|U\.N|E\.U|[A-Z]\.[A-Z]|H\.E|Rs"
    r"|Md|Mohd|Abd|Cdr|Cpl|Supt|Insp|Smt|Mme|(?:President|Minister|Premier|Speaker|Ambassador|Secretary)[ ][A-Z][a-z]{1,2})\.$"
)
_NUMBERED = re.compile(r"\d+|[ivx]{1,5}|[a-z]")
# "371.6 mln. US dollars", "Nu. 40 million": a scale or a sign of money with its unit or sum behind it ends no sentence.
_SCALED = re.compile(
    r"(?:\d ?|[(,] ?|\bin )(?:[mb]ln|[mb]n|trl?n|thsd|ths|mio|cu|sq)\.\s+(?:U\.?S\b|USD|EUR|[A-Z]{3}\b|(?:[A-Z][a-z]+ ){1,2}"
    r"(?:dollars?|rubles?|roubles?|rupees?|pounds?|francs?|dinars?|lei|liras?|manats?|soms?|pesos?|riyals?|rials?|crowns?|tenges?))"
    r"|(?:^|[\s(])(?:Nu|Bs|Gs|Rp|Tk|S/|Kshs?|Shs?|Dhs?|Fr|nos?)\.\s?\d"
)


# A letter that ends a sentence after all ("wrote on X. The").
_LETTER = re.compile(
    r"\b(?:on|platform|plan|phase|group|annex|vitamin)[ ][A-Z]\.\s+(?:The|A|An|It|He|She|They|In|On|But|And|This|That|We)\b"
)


def _pieces(text: str, block: Block, start: int) -> Iterator[Span]:
    begin = start
    for match in _BREAK.finditer(text, start, block.end):
        if start == begin and _NUMBERED.fullmatch(text[start : match.start()].strip("([ ")):
            continue
        if (
            match.end() < block.end
            and match[0] == "."
            and _ABBREVIATION.search(text[max(block.start, match.end() - 16) : match.end()])
            and not _LETTER.search(text, max(block.start, match.end() - 8), min(block.end, match.end() + 12))
        ):
            continue
        if match[0] == "." and _SCALED.bare.search(
            text, max(block.start, match.end() - 8), min(block.end, match.end() + 24)
        ):
            continue
        yield Span(start, match.end())
        start = match.end()
        while start < block.end and text[start].isspace():
            start += 1
    if start < block.end:
        yield Span(start, block.end)


DATE_MARKS = " \t\n.:|–—-*_"  # what parts the date of an entry from its text


def sentences(text: str, blocks: tuple[Block, ...], entries: Mapping[int, Span] | None = None) -> tuple[Sentence, ...]:
    """The sentences of all blocks but furniture and captions; rows are sentences as they stand, and so is the date that
    opens an entry of a chronology (`entries` by block)."""
    return tuple(read_sentences(text, blocks, entries))


def read_sentences(
    text: str, blocks: tuple[Block, ...], entries: Mapping[int, Span] | None = None
) -> Iterator[Sentence]:
    """The same, one by one."""
    index = count()
    for number, block in enumerate(blocks):
        if block.kind in ("furniture", "caption"):
            continue
        date, start = (entries or {}).get(number), block.start
        if date is not None and date in block.span:
            yield Sentence(date, number, next(index))
            start = next(i for i in range(date.end, block.end) if text[i] not in DATE_MARKS)
        for span in [block.span] if block.kind == "row" else _pieces(text, block, start):
            yield Sentence(span, number, next(index))
