"""Small questions about the words round a speaker and a verb of speaking."""

from __future__ import annotations

from accord.document import QUOTE_LIMIT, Span
from accord.languages.en.names.speaker_names import groups
from accord.languages.en.names.speaker_names import words as listed_words
from accord.languages.en.text.phrases import Line
from accord.languages.en.text.topics import topics_of
from accord.languages.en.values.numbers import listed
from accord.languages.views import Mention

__all__ = [
    "ends",
    "first_token",
    "goes_on",
    "has_demonym",
    "indefinite",
    "led",
    "one_person",
    "role_spans",
    "telling",
    "whom",
]

_WHEN = frozenset(listed("on late early yesterday today during after before when as following upon while this last at"))
_TOLD = 10  # words that name those who were told, with when
_PERSONS = frozenset(
    listed(
        "secretary diplomat official driver trader farmer fisherman spokesman spokeswoman source envoy negotiator minister officer "
        "mayor captain skipper trucker villager resident boss chief director manager owner lawyer teacher doctor nurse guard"
    )
)
_TAKING = frozenset(listed("took takes used uses seized seizes availed"))
_CHANCES = frozenset(
    listed("opportunity occasion chance moment platform forum meeting visit speech address statement floor")
)
_HEARERS = frozenset(listed("reporters journalists us me lawmakers deputies parliament state"))


def role_spans(introduced: Mention | None, line: Line) -> tuple[Span, ...]:
    """Where a role is told: with the name it was introduced with, else in the sentence that names the person."""
    if introduced is not None:
        return (introduced.span, *introduced.antecedents)
    return (Span(line.span.start, min(line.span.end, line.span.start + QUOTE_LIMIT)),)


def has_demonym(role: str) -> bool:
    """Whether a role begins with the adjective of a state ("Tajik political analyst")."""
    first, *others = role.split()
    return bool(others) and first[0].isupper() and others[0][0].islower() and others[0] not in ("of", "for", "at")


def indefinite(line: Line, office: Mention) -> Mention | None:
    """An office-holder without a name ("a Kuwaiti diplomat", "a former foreign minister of Mali"), as called there."""
    first = first_token(line, office)
    start = next((k for k in range(first, max(first - 4, -1), -1) if line.low(k) in ("a", "an", "another")), None)
    if start is None and line.low(first) not in ("former", "ex") and line.low(first - 1) not in ("former", "ex"):
        return None
    last = next((k for k in range(len(line.tokens) - 1, -1, -1) if line.tokens[k].end <= office.span.end), first)
    start = first - (line.low(first - 1) in ("former", "ex")) if start is None else start + 1
    if any(line.low(k) in (",", '"') or line.finite(k) for k in range(start, last)):
        return None
    while start < last and not telling(line, start):
        start += 1
    name = line.words(start, last + 1)
    return Mention(
        "office", office.span, name, office.states, office.antecedents, attributes={"role": name}, form="unnamed"
    )


def telling(line: Line, i: int) -> bool:
    """Whether a word before "spokesman" tells whose or which, not how ("stern")."""
    low = line.low(i)
    return (
        line.tokens[i].capital
        or low in groups()
        or any(low in listed_words("offices", key) for key in ("before", "fields", "organisations", "experts"))
        or bool(topics_of([low]))
    )


def first_token(line: Line, mention: Mention) -> int:
    return next(i for i, t in enumerate(line.tokens) if t.end > mention.span.start)


def ends(line: Line, i: int) -> bool:
    """Whether behind a verb of speaking only its circumstances follow."""
    low = line.low(i)
    return (
        low in (".", ",", ";", '"', ")", "in", "to", "")
        or low in _WHEN | _HEARERS
        or line.covered(i, "date") is not None
    )


def goes_on(line: Line, i: int) -> bool:
    """Whether behind a verb of speaking its speech follows, and not when, where or to whom one speaks."""
    if "that" in line.lows(i, i + 7):
        return True
    if line.low(i) in _WHEN or line.covered(i, "date") is not None or (line.low(i) in _HEARERS):
        return False
    return line.low(i) == "that" or (
        line.low(i) not in (",", ".") and any(line.finite(k) for k in range(i, len(line.tokens)))
    )


def led(line: Line, i: int) -> int | None:
    """The verb that leads on to an infinitive of telling at token i: "went on to say", "took the opportunity to thank"."""
    k = i - 2
    if line.low(i - 1) != "to":
        return None
    if line.low(k) in ("continues", "continue", "continued"):
        return k
    if line.low(k) == "on" and line.low(k - 1) in ("went", "goes", "gone"):
        return k - 1
    for n in range(k, max(k - 7, -1), -1):
        if line.low(n) in _TAKING:
            return n if line.low(n + 1) == "to" or _CHANCES & set(line.lows(n + 1, k + 1)) else None
        if not line.tokens[n].word:
            return None
    return None


def one_person(speaker: Mention) -> bool:
    """Whether a speaker without a name is one person: "a union secretary", "a Western diplomat"."""
    if speaker.type not in ("office", "group") or speaker.attributes.get("plural") or not speaker.name:
        return False
    head = speaker.name.lower().split()[-1]
    if speaker.type == "office" and speaker.states:
        return True
    return head in _PERSONS or (head in listed_words("offices", "experts") and not head.endswith("s"))


def whom(line: Line, i: int) -> bool:
    """Whether behind "told" only those follow who were told, to the end of the sentence ("told the Tribune on Monday.")."""
    rest = line.lows(i, len(line.tokens))
    end = next((k for k, low in enumerate(rest) if low in (".", ",", ";")), len(rest))
    plain = not any(line.finite(k) or line.low(k) in ("that", '"', ":") for k in range(i, i + end))
    return 0 < end < _TOLD and plain and (i + end + 1 >= len(line.tokens) or rest[end] != ",")
