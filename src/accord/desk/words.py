"""What a person asks in words, to what the program means: states, kinds, topics, dates; and small words of the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from difflib import get_close_matches

from accord.errors import UsageError
from accord.record import TOPICS
from accord.values import Period

__all__ = [
    "Day",
    "day",
    "days",
    "kind_name",
    "pair",
    "plural",
    "plural_of",
    "span",
    "state_code",
    "state_codes",
    "topic_name",
    "topic_of",
]

Day = str | date
"""A day, a month or a year: "2025", "2025-03", "2025-03-13", or a date."""
_SPAN = re.compile(r"(\d{1,4})\s*(d|w|m|y|days?|weeks?|months?|years?)", re.IGNORECASE)
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def state_code(name: str) -> str:
    """The alpha-3 code of a state by its code or a name in any language. Raises UsageError with suggestions."""
    from accord import gazetteer

    if code := gazetteer.resolve(name):
        return code
    near = gazetteer.suggest(name)
    raise UsageError(
        f"no state is called {name!r}",
        f"did you mean {' or '.join(near)}?" if near else "give an ISO code (TJK) or a name (Tajikistan)",
    )


def state_codes(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(state_code(name) for name in names)


def pair(names: Iterable[str]) -> tuple[str, ...]:
    """The codes of different states. Raises UsageError where two names are of one."""
    given = tuple(names)
    codes = state_codes(given)
    for place, code in enumerate(codes):
        if code in codes[:place]:
            raise UsageError(
                f"{given[codes.index(code)]!r} and {given[place]!r} are one state", "give two different ones"
            )
    return codes


def day(as_of: Day) -> date:
    """The day asked for: the last of a month or a year; today without one."""
    return Period.parse(str(as_of)).last if as_of else date.today()


def days(since: Day, until: Day) -> tuple[date | None, date | None]:
    """The first and the last day of what was asked for; a year or a month counts whole."""
    first = Period.parse(str(since)).first if since else None
    last = Period.parse(str(until)).last if until else None
    if first and last and first > last:
        raise UsageError(f"--since {since} is later than --until {until}", "put the earlier date first")
    return first, last


def span(text: str) -> timedelta:
    """A length of time. Raises UsageError."""
    match = _SPAN.fullmatch(text.strip())
    if not match:
        raise UsageError(f"{text!r} is no span of time", "write 90d, 12w, 6m or 1y")
    return timedelta(days=int(match[1]) * _DAYS[match[2][0].lower()])


def kind_name(given: str) -> str:
    """The kind of a singular or plural name. Raises UsageError with the list of kinds."""
    from accord.kinds import kinds

    names = sorted(kinds())
    wanted = given.strip().lower()
    for name in names:
        if wanted in (name, plural_of(name)):
            return name
    raise UsageError(f"no kind is called {given!r}", f"the kinds are {', '.join(plural_of(name) for name in names)}")


def topic_name(given: str, kind: str) -> str:
    """A topic of the vocabulary. Raises UsageError with the list of topics."""
    from accord.kinds import kinds
    from accord.record import Role

    topic = topic_of(given)
    if topic and not kinds()[kind].with_role(Role.TOPIC):
        raise UsageError(f"{plural_of(kind)} have no topic", "leave --topic out")
    return topic


def topic_of(given: str) -> str:
    """A topic of the vocabulary, or nothing. Raises UsageError with the nearest one and the list."""
    topic = given.strip().lower()
    if topic and topic not in TOPICS:
        near = get_close_matches(topic, TOPICS, 1)
        guess = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"no topic is called {given!r}", f"{guess}the topics are {', '.join(TOPICS)}")
    return topic


def plural_of(name: str) -> str:
    """A kind's name in the plural: bodies, crossings."""
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def plural(number: int, noun: str) -> str:
    """A number with its noun: 1 claim, 2 claims."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural_of(noun)}"
