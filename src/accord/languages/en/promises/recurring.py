"""How often what is promised recurs: "every three months", "twice a year", "annually"."""

from __future__ import annotations

from accord.languages import patterns as re

__all__ = ["recurring"]

_NUMBER = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
    "twelve": 12,
    "other": 2,
    "second": 2,
    "third": 3,
}
_UNIT = {"quarter": "P3M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
_EVERY = re.compile(
    r"\bevery\s+(?:(\w+)\s+)?(hour|day|week|month|quarter|year)s?\b"
    r"|(?<!within )(?<!in )(?<!for )(?<!after )(?<!next )(?<!once )(?<!half )"
    r"\b(?:each|per|a|an)\s+(hour|day|week|month|year)\b"
    r"|\b(hourly|daily|weekly|monthly|quarterly|yearly|annually|annual|half-yearly|biennially)\b",
    re.IGNORECASE,
)
_TIMES_A = re.compile(
    r"\b(once|twice|three times|four times)\s+(?:a|each|every|per)\s+(day|week|month|year)\b", re.IGNORECASE
)
_ADVERB = {
    "hourly": "PT1H",
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "half-yearly": "P6M",
    "biennially": "P2Y",
}
_OFTEN = {
    ("twice", "year"): "P6M",
    ("three times", "year"): "P4M",
    ("four times", "year"): "P3M",
    ("twice", "month"): "P2W",
    ("once", "year"): "P1Y",
    ("once", "month"): "P1M",
    ("once", "week"): "P1W",
    ("once", "day"): "P1D",
    ("twice", "day"): "PT12H",
}


def recurring(text: str) -> tuple[str, int, int] | None:
    """The ISO 8601 duration that a text tells, and where its words begin and end."""
    match = _TIMES_A.search(text)
    if match:
        told = _OFTEN.get((match[1].lower(), match[2].lower()), "")
        return (told, match.start(), match.end()) if told else None
    match = _EVERY.search(text)
    if match is None:
        return None
    if match[2]:
        number = match[1] or "1"
        value = _NUMBER.get(number.lower(), int(number) if number.isdigit() else 0)
        every = _UNIT[match[2].lower()].format(value) if value else ""
    elif match[3]:
        every = _UNIT[match[3].lower()].format(1)
    else:
        every = _ADVERB.get(match[4].lower(), "")
    return (every, match.start(), match.end()) if every else None
