"""What the user typed, to what the program means: states, kinds, dates; and small words of the answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from accord.errors import UsageError
from accord.values import Period

__all__ = ["days", "kind_name", "plural", "plural_of", "state_code", "state_codes", "topic_name", "topic_of"]


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


def days(since: str, until: str) -> tuple[date | None, date | None]:
    """The first and the last day of what was asked for; a year or a month counts whole."""
    first = Period.parse(since).first if since else None
    last = Period.parse(until).last if until else None
    if first and last and first > last:
        raise UsageError(f"--since {since} is later than --until {until}", "put the earlier date first")
    return first, last


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
    """A topic of the vocabulary, or nothing. Raises UsageError with the list of topics."""
    from accord.kinds.base import TOPICS

    topic = given.strip().lower()
    if topic and topic not in TOPICS:
        raise UsageError(f"no topic is called {given!r}", f"the topics are {', '.join(TOPICS)}")
    return topic


def plural_of(name: str) -> str:
    """A kind's name in the plural: bodies, crossings."""
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def plural(number: int, noun: str) -> str:
    """A number with its noun: 1 claim, 2 claims."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural_of(noun)}"
