"""How many were killed and injured, as a sentence about an incident says it."""

from __future__ import annotations

from collections.abc import Iterator

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.text.phrases import DETERMINERS, Line
from accord.languages.en.values.numbers import DIGITS, WORD_NUMBER, parse_number
from accord.languages.views import Mention
from accord.values import Amount, Number

__all__ = ["adjective", "harm"]

_COUNT = rf"(?P<count>{DIGITS}|{WORD_NUMBER}|an?(?=\s)|another)"
_WHO = r"(?:\s+(?!\d|left\b|and\b|or\b|but\b|while\b|when\b|killed\b|wounded\b|injured\b)[\w’'-]+){0,6}?"
_LOSS = {
    "killed": r"(?:killed|dead|died|lost (?:their|his|her) li(?:ves|fe)|slain|shot dead|massacred|murdered|fatally shot)",
    "injured": r"(?:wounded|injured|hurt|maimed)",
}
_ACT = {"killed": r"(?:kill(?:ed|ing|s)|claim(?:ed|ing) the li(?:fe|ves) of|death of|deaths of|shot dead)",
        "injured": r"(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt(?:ing)?)"}  # fmt: skip
_OTHER = r"(?:at least |more than |about |some |nearly |over |up to |around |the )?"
_PATTERNS = {
    key: (
        re.compile(
            rf"\b{_COUNT}(?:\s+(?:people|others|more))?{_WHO}(?:\s+(?:was|were|is|are|have been|had been|has been|got))?"
            rf"\s+(?:also |reportedly |lightly |slightly |seriously |badly )?{_LOSS[key]}\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{_ACT[key]}\s+{_OTHER}{_COUNT}\b", re.IGNORECASE),
    )
    for key in _LOSS
}
_MOST = 100_000  # dead of one incident
_NEITHER = re.compile(r"\b(?:nobody|no one|none|no casualties|without (?:loss|casualties))\b", re.IGNORECASE)


def harm(line: Line) -> Iterator[Mention]:
    """Figures named `killed` and `injured`, one of each at most."""
    if _NEITHER.search(line.text, line.span.start, line.span.end):
        return
    for key, patterns in _PATTERNS.items():
        for pattern in reversed(patterns):
            match = _undated(line, pattern)
            count = _count(match["count"]) if match else None
            if match and count is not None and count < _MOST:
                span = Span(match.start(), match.end())
                yield Mention("figure", span, key, amount=Amount(count, "people"))
                break


def _undated(line: Line, pattern: re.Pattern) -> re.Match[str] | None:
    """The first match whose number is no part of a date."""
    return next(
        (
            m
            for m in pattern.finditer(line.text, line.span.start, line.span.end)
            if not any(d.span.start < m.end("count") and m.start("count") < d.span.end for d in line.dates)
        ),
        None,
    )


def _count(words: str) -> Number | None:
    return 1 if words.lower() in ("a", "an", "another") else parse_number(words)


def adjective(line: Line, i: int) -> bool:
    """Whether a word of harm at token i only tells what people are like ("12 wounded children")."""
    counted = line.low(i - 1)[:1].isdigit() or line.low(i - 1) in DETERMINERS or line.covered(i - 1, "amount", "number")
    return bool(counted) and line.low(i + 1) not in ("by", "in", "when", "at", "and", ",", ".")
