"""Numbers in English words and digits: "fourteen", "1,250", "half a million", "4.5bn", "XVII".

`NUMBER` is a regular expression that finds a number in running text (no capturing groups, case-insensitive);
`parse_number` reads what it finds. Round quantities ("dozens", "tens of") are no numbers.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from accord.languages import patterns as re
from accord.values import Number, plain

__all__ = ["DIGITS", "NUMBER", "ORDINAL_WORD", "SCALES", "WORD_NUMBER", "listed", "ordinal", "parse_number", "roman"]


def listed(words: str) -> list[str]:
    """The words of a table that is written as running text."""
    return words.split()


ONES = {
    word: value
    for value, word in enumerate(
        listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(listed("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "million": 1e6, "mln": 1e6, "mn": 1e6,
    "m": 1e6, "mio": 1e6, "crore": 1e7, "crores": 1e7, "cr": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9,
    "bil": 1e9, "mil": 1e6, "trillion": 1e12, "trn": 1e12, "trln": 1e12, "tn": 1e12, "dozen": 12.0, "k": 1e3, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
}  # fmt: skip
SMALL_ORDINALS = {
    word: value
    for value, word in enumerate(
        listed(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth"
        ),
        start=1,
    )
}
TENS_ORDINALS = {word[:-1] + "ieth": value for word, value in TENS.items()}

# Scales that stand on their own after a number; the one-letter ones (m, b, k) are read only after a currency sign.
_SCALE = r"(?:hundred|thousands?|millions?|mln|mn|mio|billions?|bln|bil|mil|bn|trillion|trn|trln|tn|crores?|lakhs?|lac|dozen)"
_SMALL = "(?:" + "|".join(sorted([*ONES, *TENS], key=len, reverse=True)) + ")"
_SPACE = "[ \u00a0\u2009\u202f]"

DIGITS = (
    rf"(?:\d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d)"  # 1.234,5
    rf"|\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?(?!\d)"  # 1,250,000.5 and 12,50,000
    rf"|\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:[.,]\d{{1,2}})?(?!\d)"  # 3 500
    rf"|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"  # 1.250.000
    rf"|\d+[.,]\d+(?!\d)|\d+)"  # 12.2, 2,5, 14
)
WORD_NUMBER = (
    rf"(?:half\ an?\ (?:million|billion|dozen|hundred|thousand|crore)"
    rf"|(?:{_SMALL}|an?(?=[ ]{_SCALE}\b))(?:(?:[ -]|\ and\ )(?:{_SMALL}|{_SCALE})\b)*(?:\ and\ a\ half)?)"
).replace(r"\ ", "[ ]")
_MANY_SCALES = (  # 2 billion 609 million 889 thousand 468
    r"\d{1,3}[ ](?:trillion|billion|bln|million|mln)(?:[ ]\d{1,3}[ ](?:billion|bln|million|mln|thousand)){1,3}(?:[ ]\d{1,3}(?![ ]?[\d.,]\d))?"
)
_TWO_SCALES = r"\d+[ ](?:million|mln|billion|bln)[ ]\d{1,3}(?:[ ]\d{3})?(?:[ ](?:thousand|million|mln))?(?![ ]?\d)|\d{1,3}[ ]thousand[ ]\d{3}(?![ ]?\d)"  # 1 million 84 thousand
NUMBER = rf"(?:{_MANY_SCALES}|{_TWO_SCALES}|(?:{DIGITS}|{WORD_NUMBER}\b)(?:[ \u00a0-]?{_SCALE}\b(?:[ ](?:crores?|million|billion)\b)?)?)"
ORDINAL_WORD = rf"(?:(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(SMALL_ORDINALS)})|{'|'.join(TENS_ORDINALS)}|hundredth)"

_TOKEN = re.compile(r"[a-z]+")
_WHOLE_DIGITS = re.compile(rf"({DIGITS})[ \u00a0-]?([a-z ]*)", re.I)
_TWO_PARTS = re.compile(
    r"(\d+ (?:thousand|million|mln|billion|bln)) (\d{1,3}(?: \d{3})?(?: (?:thousand|million|mln))?)"
)
_PART = re.compile(r"(\d{1,3})(?: (trillion|billion|bln|million|mln|thousand))?(?: |$)")
_ALL_PARTS = re.compile(_MANY_SCALES, re.I)
_ROMAN = re.compile(r"(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@lru_cache(maxsize=4096)
def parse_number(text: str, decimal_comma: bool = False) -> Number | None:
    """The number that the whole of a text spells, or None.

    `decimal_comma` allows "2,5" to be 2.5; without it that is read only before a scale ("2,5 million").
    """
    words = text.strip().lower()
    if _ALL_PARTS.fullmatch(words):
        steps = [(int(part[1]), SCALES[part[2]] if part[2] else 1.0) for part in _PART.finditer(words)]
        falling = all(a > b for (_, a), (_, b) in pairwise(steps))
        return plain(sum(count * scale for count, scale in steps)) if falling else None
    if two := _TWO_PARTS.fullmatch(words):
        high, low = parse_number(two[1]), parse_number(two[2])
        return plain(high + low) if high is not None and low is not None and low < high else None
    match = _WHOLE_DIGITS.fullmatch(words)
    if match is None:
        return _words(words)
    scale = _scale(match[2])
    if scale is None:
        return None
    value = _digits(match[1], decimal_comma or scale != 1)
    return None if value is None else plain(value * scale)


def _digits(text: str, decimal_comma: bool) -> float | None:
    """The value of a number in digits; None for "2,5" where a comma cannot be the decimal one."""
    text = re.sub(_SPACE, "", text)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d+", text):
        text = text.replace(".", "").replace(",", ".")
    if text.count(".") > 1:
        text = text.replace(".", "")
    whole, comma, rest = text.rpartition(",")
    if comma and len(rest.partition(".")[0]) != 3:
        if not decimal_comma or "," in whole:
            return None
        text = f"{whole}.{rest}"
    text = text.replace(",", "")
    return float(text) if len(text) < 40 else None


def _scale(text: str) -> float | None:
    """The product of scale words ("lakh crore"); 1 for none, None for anything else."""
    product = 1.0
    for word in text.split():
        if word not in SCALES:
            return None
        product *= SCALES[word]
    return product


def _words(text: str) -> Number | None:
    """The value of a number written out: "two hundred and six", "half a million", "two and a half"."""
    half = 0.0
    if text.startswith(("half a ", "half an ")):
        scale = _scale(text.split(" ", 2)[2])
        return None if scale is None else plain(scale / 2)
    if " and a half" in text:
        text, half = text.replace(" and a half", "", 1), 0.5
    total, group, seen = 0.0, 0.0, False
    for word in _TOKEN.findall(text):
        if word == "and" and seen:
            continue
        if word in ("a", "an") and not seen:
            group, seen = 1.0, True
            continue
        step = _step(group + half if word in SCALES else group, word)
        if step is None or (word in SCALES and not seen):
            return None
        if word in SCALES:
            half = 0.0
        seen = True
        group = step
        if word in SCALES and SCALES[word] > 100:
            total, group = total + group, 0.0
    if not seen or text.strip() in ("a", "an") or re.search(r"[^a-z \-\u00a0]", text):
        return None
    return plain(total + group + half)


def _step(group: float, word: str) -> float | None:
    """The running group (below a scale) after one more word; None where the word does not fit."""
    if word in ONES:
        fits = group % 10 == 0 and (group % 100 != 10) and not (group % 100 and ONES[word] > 9)
        return group + ONES[word] if fits else None
    if word in TENS:
        return group + TENS[word] if group % 100 == 0 else None
    if word in SCALES and len(word) > 1:
        return group * SCALES[word] if group else None
    return None


def ordinal(text: str) -> int | None:
    """17 for "17th", "seventeenth"; 21 for "twenty-first"; None for anything else."""
    words = text.strip().lower()
    match = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)", words)
    if match:
        return int(match[1])
    if words in SMALL_ORDINALS:
        return SMALL_ORDINALS[words]
    if words in TENS_ORDINALS:
        return TENS_ORDINALS[words]
    tens, _, ones = words.replace(" ", "-").partition("-")
    if tens in TENS and 0 < SMALL_ORDINALS.get(ones, 0) < 10:
        return TENS[tens] + SMALL_ORDINALS[ones]
    return 100 if words in ("hundredth", "one hundredth", "one-hundredth") else None


def roman(text: str) -> int | None:
    """17 for "XVII", up to 399; None for anything else. The caller knows whether a session or the like follows."""
    text = text.strip()
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
