"""Guesses as drafts: the mentions that seem to fill a kind's keys, by the types of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from accord.document import Span
from accord.kinds.base import Draft, Kind
from accord.languages.views import Guess, Guesser, Mention, Views
from accord.record import Field, Role, Type
from accord.values import Period

__all__ = ["agreeing", "draft_of", "fill", "guessed", "told_again"]

_MONTH = timedelta(days=31)
_LEAST = 0.25  # the chance from which a sentence is asked what it would tell
_FILLING = 0.4  # how sure a day must be that fills what rules left empty


def guessed(kind: Kind, views: Views, told: Sequence[Draft]) -> Iterator[Draft]:
    """What sentences seem to tell of a kind that no draft rests on."""
    guesser = views.guesser
    if guesser is None:
        return
    known = [*told]
    for index in guesser.likely(kind.name, _LEAST):
        span = views.sentences[index].span
        if any(d.anchor.overlaps(span) for d in told):
            continue
        draft = draft_of(kind, guesser.guess(index, kind.name), span)
        _carry(kind, views, draft, known)
        if _measured(kind, draft) and not _too_early(kind, draft, views.written):
            for each in _each(kind, views, draft):
                known.append(each)
                yield each


def _carry(kind: Kind, views: Views, draft: Draft, known: Sequence[Draft]) -> None:
    """Give a guess without an organisation that of what was told of its kind last before it, else the one named last ("the bank
    has nine other members")."""
    start = draft.anchor.start
    for field in kind.with_role(Role.TITLE):
        if field.type is not Type.ORGANISATION or draft.get(field.name):
            continue
        before = [d for d in known if d.anchor.start < start and field.name in d.values]
        named = [m for m in views.mentions if m.type == "organisation" and m.name and m.span.start < start]
        if before:
            draft.values[field.name] = max(before, key=lambda d: d.anchor.start).values[field.name]
        elif named:
            last = max(named, key=lambda m: m.span.start)
            draft.put(field.name, last.name, last.spans[:4])


_IN_A_ROW = re.compile(
    r"\s*(?:,\s*(?:and|as well as)?|and|as well as|&|together with|along with)\s+(?:(?:the|in|at|of|from|with)\s+){0,2}"
)


def _each(kind: Kind, views: Views, draft: Draft) -> Iterator[Draft]:
    """A guess for each state, or each thing by its name, of the row that what it was made of stands in."""
    keys = draft.guess.keys if draft.guess is not None else {}
    for field in kind.fields:
        one = field.type is Type.STATE and Role.WHO in field.roles
        if not keys.get(field.name) or not (one or (field.type is Type.NAME and Role.TITLE in field.roles)):
            continue
        row = _row(views, keys[field.name][0])
        values = {s: m for m in row for s in (m.states if one else (_name(m),))}
        if len(values) > 1:
            for value, mention in values.items():
                other = replace(draft, values={**draft.values})
                yield other.put(field.name, value, mention.spans[:4])
            return
    yield draft


def _row(views: Views, mention: Mention) -> list[Mention]:
    """The mentions of one type that stand in a row with one ("A, B and C"), it among them."""
    sentence = views.sentence_of(mention.span)
    near = sorted(views.within(sentence.span, mention.type), key=lambda m: m.span.start) if sentence else []
    at = next((n for n, m in enumerate(near) if m.span.overlaps(mention.span)), -1)
    if at < 0 or not set(mention.states) <= set(near[at].states):
        return [mention]
    first = last = at
    while first and _joined(views, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _joined(views, near[last], near[last + 1]):
        last += 1
    return near[first : last + 1]


def _joined(views: Views, a: Mention, b: Mention) -> bool:
    between = views.document.text[a.span.end : b.span.start]
    return a.form == b.form and _IN_A_ROW.fullmatch(between) is not None


def _too_early(kind: Kind, draft: Draft, written: Period | None) -> bool:
    """Whether something is told as done on a day after the text was written: its day or its standing is wrong."""
    days = (draft.get(f.name) for f in kind.with_role(Role.WHEN))
    return draft.status == "reported" and any(day and _after(day, written) for day in days)


def _contrary(field: Field, status: str, day: str, written: Period | None) -> bool:
    """Whether a day cannot be that of something of this standing: done on a day to come, to come on a day gone by. A due or an
    end may well be to come of what is done."""
    if status in ("planned", "proposed"):
        period = Period.parse(day)
        return period.first < written.first if written is not None and period.open else _before(day, written)
    return status == "reported" and Role.WHEN in field.roles and _after(day, written)


def _before(day: str, written: Period | None) -> bool:
    return written is not None and Period.parse(day).last < written.first


def _after(day: str, written: Period | None) -> bool:
    return written is not None and Period.parse(day).first > written.last


def _measured(kind: Kind, draft: Draft) -> bool:
    """Whether a figure has a value or a change; what is no figure needs none."""
    if not kind.with_role(Role.MEASURE) or kind.with_role(Role.DUE):
        return True
    return any(draft.get(f.name) is not None for role in (Role.VALUE, Role.CHANGE) for f in kind.with_role(role))


def fill(kind: Kind, views: Views, draft: Draft, told: Sequence[Draft] = ()) -> None:
    """Put into the empty days of a draft what its sentence, or one before it, seems to tell there, but no day by which a
    paper is called or that the sentence tells of another step."""
    sentence = views.sentence_of(draft.anchor)
    empty = [f for f in kind.fields if f.type is Type.PERIOD and f.name not in draft.values]
    if views.guesser is None or sentence is None or not empty:
        return
    guess = views.guesser.guess(sentence.index, kind.name, [f.name for f in empty])
    for field in empty:
        mentions = guess.keys.get(field.name, ())
        day = _value(field, mentions) if mentions and guess.sure[field.name] >= _FILLING else ""
        if not day or _contrary(field, draft.status, day, views.written):
            continue
        day = day if _lasts(kind, draft.get) else day.removesuffix("/..")
        if day not in _others(kind, views, sentence.span, draft, told):
            draft.put(field.name, day, [span for m in mentions for span in m.spans][:4])
            draft.filled[field.name] = guess.sure[field.name]


_LASTING = ("negotiated", "construction", "mentioned", "member", "candidate", "observer")


def _lasts(kind: Kind, told: Callable[[str], Any]) -> bool:
    """Whether what is told goes on, so that it has no day of its own ("a member since 1999"; not "closed since May")."""
    steps = kind.with_role(Role.STEP)
    return not steps or any(told(f.name) in _LASTING for f in steps)


def _others(kind: Kind, views: Views, sentence: Span, draft: Draft, told: Sequence[Draft]) -> set[str]:
    """The days of a sentence that belong to other steps than that of a draft, or to the names of papers."""
    steps, whens = kind.with_role(Role.STEP), kind.with_role(Role.WHEN)
    if not any(draft.get(f.name) for f in steps):
        return set()
    named = {m.period.iso for m in views.within(sentence, "paper") if m.period is not None}
    beside = [d for d in told if d is not draft and not d.filled and d.anchor.overlaps(sentence)]
    apart = [d for d in beside if any(d.get(f.name) != draft.get(f.name) for f in steps)]
    return named | {str(d.get(f.name)) for d in apart for f in whens if d.get(f.name)}


def draft_of(kind: Kind, guess: Guess, anchor: Span) -> Draft:
    """What a guess would be as a draft that rests on a sentence."""
    draft = Draft(kind.name, anchor, status=guess.status, guess=guess)
    for field in kind.fields:
        mentions = guess.keys.get(field.name, ())
        spans = [span for m in mentions for span in m.spans][:4]
        if field.type is Type.UNIT and not mentions:
            spans = [span for m in _in_units(guess)[:1] for span in m.spans]
        elif field.type in (Type.CODE, Type.CODES) and not mentions:
            spans = [anchor]
        draft.put(field.name, _seems(kind, field, guess), spans)
    return draft


def _seems(kind: Kind, field: Field, guess: Guess) -> Any:
    """The value of a field as a guess has it; empty where it has none."""
    mentions = guess.keys.get(field.name, ())
    if mentions:
        value = _value(field, mentions)
        open_end = field.type is Type.PERIOD and value.endswith("/..") and not _lasts(kind, guess.codes.get)
        return value.removesuffix("/..") if open_end else value
    if field.type is Type.UNIT:
        return next((m.amount.unit for m in _in_units(guess) if m.amount is not None), "")
    told = guess.codes.get(field.name, "")
    return told if field.type is Type.CODE else [told] if told and field.type is Type.CODES else ""


def _in_units(guess: Guess) -> list[Mention]:
    return [m for of in guess.keys.values() for m in of if m.amount is not None and m.amount.unit]


_UNSEEN = (Type.NAME, Type.TEXT)  # names and words, which take longest to guess, are not compared


def agreeing(kind: Kind, draft: Draft, guesser: Guesser, index: int) -> Iterator[tuple[str, bool]]:
    """Of what a draft and the guess of its sentence both tell, names and words aside, whether they tell the same."""
    held = [f for f in kind.fields if f.type not in _UNSEEN and draft.get(f.name) is not None]
    guess = guesser.guess(index, kind.name, _asked(kind, held))
    yield "status", draft.status == guess.status
    for field in held:
        value = _seems(kind, field, guess)
        if value not in (None, "", []):
            yield field.name, _same(field, draft.get(field.name), value)


def _asked(kind: Kind, fields: Sequence[Field]) -> set[str]:
    """What must be guessed to tell the values of fields: a unit by its number, a day by the step."""
    asked = {"status", *(f.name for f in fields), *(f.name for f in kind.with_role(Role.STEP))}
    if any(f.type is Type.UNIT for f in fields):
        asked.update(f.name for f in kind.fields if f.type is Type.NUMBER)
    return asked


def told_again(kind: Kind, told: Draft, guess: Draft) -> bool:
    """Whether a guess seems to speak of what is told already: between the same states or some of them, at no day far off, by a
    name that has no words of its own or shares half of them, as the same step or none, or with no day; or a figure told again."""
    values = kind.with_role(Role.VALUE)
    if values and any(guess.get(f.name) is not None for f in values):
        return any(guess.get(f.name) == told.get(f.name) is not None for f in values)
    names = [f for f in kind.with_role(Role.TITLE) if f.type in (Type.NAME, Type.TEXT)]
    if not names:
        return _of_one_sort(kind, told, guess)
    if not _at_one_time(kind, told, guess):
        return False
    dated = any(guess.get(f.name) for f in kind.with_role(Role.WHEN))
    steps = [f.name for f in kind.with_role(Role.STEP)]
    if dated and any(guess.get(name) not in (None, told.get(name)) for name in steps):
        return False
    mentions = [m for f in names if guess.guess for m in guess.guess.keys.get(f.name, ())]
    if all(m.definite for m in mentions):
        return True
    own, other = ({w for f in names for w in _telling(str(d.get(f.name) or ""))} for d in (guess, told))
    return 2 * len(own & other) >= len(own)


def _of_one_sort(kind: Kind, told: Draft, guess: Draft) -> bool:
    """Whether two drafts of a kind whose things are called by their sort alone are of one: with days that may be one, as the
    same step or none."""
    titles = kind.with_role(Role.TITLE)
    if not titles or any(f.type is not Type.CODE or told.get(f.name) != guess.get(f.name) for f in titles):
        return False
    steps, days = kind.with_role(Role.STEP), [(d.get(f.name) for d in (told, guess)) for f in kind.with_role(Role.WHEN)]
    return (
        all(guess.get(f.name) in (None, told.get(f.name)) for f in steps)
        and all(not a or not b or Period.parse(a).overlaps(Period.parse(b)) for a, b in days)
        and _at_one_time(kind, told, guess)
    )


def _at_one_time(kind: Kind, told: Draft, guess: Draft) -> bool:
    """Whether states and days of two drafts may be those of one thing."""
    for field in kind.with_role(Role.CONCERNS):
        a, b = told.get(field.name), guess.get(field.name)
        if isinstance(a, list) and isinstance(b, list) and not (set(a) <= set(b) or set(b) <= set(a)):
            return False
    days = [(told.get(f.name), guess.get(f.name)) for f in kind.with_role(Role.WHEN)]
    return all(not a or not b or _near(Period.parse(a), Period.parse(b)) for a, b in days)


def _near(a: Period, b: Period) -> bool:
    """Whether two times may be one, where one of them is a guess: a month apart at most."""
    return a.overlaps(b) or min(abs(a.first - b.last), abs(b.first - a.last)) <= _MONTH


def _telling(name: str) -> set[str]:
    """The longer words of a name, by their beginnings."""
    return {w[:6] for w in re.findall(r"[^\W_]+", name.casefold()) if len(w) > 3}


def _same(field: Field, a: Any, b: Any) -> bool:
    if field.type is Type.CODES:
        return bool(a[0] == b[0])
    if isinstance(a, list) and isinstance(b, list):
        return {str(v).casefold() for v in a} == {str(v).casefold() for v in b}
    if field.type is Type.PERIOD:
        return Period.parse(a).overlaps(Period.parse(b))
    if field.type in (Type.PLACE, Type.PERSON):
        own, other = ({w for w in str(v).casefold().split() if len(w) > 3} for v in (a, b))
        return a == b or 2 * len(own & other) >= max(1, min(len(own), len(other)))
    return bool(a == b)


def _value(field: Field, mentions: Sequence[Mention]) -> Any:
    first = mentions[0]
    match field.type:
        case Type.STATES | Type.ACTORS | Type.PEOPLE:
            return list(dict.fromkeys(_name(m) for m in mentions))
        case Type.PERIOD:
            return first.period.iso if first.period is not None else ""
        case Type.NUMBER:
            return _number(first)
        case _:
            return _name(first)


def _name(mention: Mention) -> str:
    if mention.type == "place":
        return str(mention.attributes.get("name", mention.name))
    return mention.name or mention.office


def _number(mention: Mention) -> float | int | None:
    if mention.amount is not None:
        return mention.amount.value
    if mention.change is not None:
        return mention.change.percent
    return mention.ordinal if mention.ordinal is not None else mention.count
