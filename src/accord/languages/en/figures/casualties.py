"""Casualties: how many were killed, injured and driven from their homes, whose people they were, and in what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.figures.times import is_base, period_of, told_dates
from accord.languages.en.figures.whose import closed
from accord.languages.en.figures.words import Figure, Page, between_states, counted, kind_of, last_match, pattern
from accord.languages.en.text.lexicon import table
from accord.languages.en.text.phrases import Line
from accord.languages.en.values.numbers import parse_number
from accord.languages.views import Mention
from accord.values import Amount, Period

__all__ = ["casualties", "remember_incident"]

_SINCE = re.compile(r"\bsince (?:the|its|their|fighting|violence|war|clashes)\b[^.;\d]{0,70}$")
_HURT = ("killed", "injured", "displaced")
_NO_PLACES = frozenset({"date", "person", "organisation", "office", "amount"})
_HARM = frozenset({"kill", "injure", "displace", "clash", "shoot", "attack", "shell", "exchange", "die"})
_ASIDE = re.compile(
    r", \w+ of (?:them|whom)[^,;.]{0,40},"
    r"| (?:who|that) (?:had|have|has|tried|crossed|entered|strayed|came|attempted|fled|worked|lived|were \w+ing)\b"
    r"[^,;.]{0,60}?(?= (?:was|were|died|had been|have been) )"
)
_AGED = re.compile(
    r"\baged?[ :]$|\b[Aa]n? (?:[\w-]+ ){0,2}(?!(?:total|group|number|column|convoy|crowd|team|force|series|crew|gang|dozen|patrol"
    r"|minimum|maximum|party|unit|batch|squad|platoon|family|toll|range|mix|mob|contingent|pair|fleet|half|quarter)\b)[a-z]+ of $"
)
_COUNTED_DAYS = re.compile(r"\b(?P<n>an?|the|[a-z]+|\d+) (?P<unit>day|week)s? after\b")
_SOME_OF = re.compile(
    r" of (?:them|whom)\b(?! (?:was|were|had been|died|killed|injured|wounded|seriously|critically|fatally))"
)
_JOINED = re.compile(r"[^.;:]{0,24}\b(?:and|,)[^.;:]{0,6}$|,[^.;:]{0,6}$")
_AND = re.compile(r"^[^.;:]{0,60}\band (?:an? |another )?(?:further )?$")
_NEAR = 10  # sentences after casualties in which more of them are of the same story


def remember_incident(page: Page, index: int) -> None:
    """Keep the incident that a sentence names, with its place and date, for the counts after it."""
    line, context = page.lines[index], page.context
    named = [m for m in page.here[index] if m.type == "incident"]
    if len(context.incident[1]) < 2 and (scene := _scene(page, index)) is not None:
        context.incident = scene
    told = bool(line.dates) and context.hurt_at < 0
    if not named and not (told and pattern("violence").search(line.text, line.span.start, line.span.end)):
        return
    for mention in named:
        name, spans = _placed(page, index, mention)
        if len(spans) > 1 or (not context.incident[0] and " " in mention.name):
            context.incident = name, spans
    harm = last_match(pattern("violence"), line.text, line.span.start, line.span.end)
    told_on = [
        _begun(d)
        for d in told_dates(line)
        if not is_base(line, d) and not (harm and _of_dealing(line, d, harm.start()))
    ]
    dates = [d for d in told_on if d.period is not None and d.period.length.days < 40]
    if (dates and context.hurt_at < 0) or (dates and named):
        context.hurt_period = dates[0]


@cache
def _deeds() -> dict[re.Pattern, str]:
    words = table("counted")["deeds"]
    return {re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE): name for name, pattern in words.items()}


def _scene(page: Page, index: int) -> tuple[str, tuple[Span, ...]] | None:
    """What was done, and where, when no word names it: "exchanged fire near the temple" is an exchange of fire."""
    line = page.lines[index]
    for words in re.likely(_deeds(), line.text, line.span.start, line.span.end):
        told = words.search(line.text, line.span.start, line.span.end)
        where = counted("scene").match(line.text, told.end(), line.span.end) if told is not None else None
        if told is None or where is None:
            continue
        place = Span(*where.span("place"))
        if any(m.span.overlaps(place) for m in page.here[index] if m.type in _NO_PLACES or m.form == "demonym"):
            continue
        return f"{_deeds()[words]} {where['link']} {where['place']}", (Span(*told.span()), place)
    return None


def _begun(when: Mention) -> Mention:
    """ "Closed since Thursday after guards exchanged fire": on Thursday."""
    period = when.period
    if period is None or period.last != date.max or len(period.iso.partition("/")[0]) < 10:
        return when
    return when.but(period=Period.day(period.first))


def _placed(page: Page, index: int, incident: Mention) -> tuple[str, tuple[Span, ...]]:
    """An incident's name with its place ("raid near Lokiriama"), and the words of both."""
    text = page.lines[index].text
    for place in page.here[index]:
        if place.type != "place" or place.span.start < incident.span.end:
            continue
        if link := re.search(r"\b(at|near|in|on|outside) (?:the )?$", text[place.span.start - 12 : place.span.start]):
            return f"{incident.name} {link[1]} {place.name}", (incident.span, place.span)
    return incident.name, (incident.span,)


def casualties(page: Page, index: int, taken: set[int]) -> Iterator[Figure]:
    """How many were killed, injured and driven from their homes, by state where the sentence says so."""
    line = page.lines[index]
    marks = _marks(line)
    if not marks or not _violent(page, index):
        return
    last: tuple[tuple[str, ...], tuple[Span, ...], int] | None = None
    total: tuple[str, float, Span] | None = None
    measure = ""
    left = 0.0
    for mention in sorted([*line.amounts, *_single(line)], key=lambda m: m.span):
        amount = mention.amount
        if (
            amount is None
            or mention.span.start in taken
            or kind_of(mention) not in ("none", "people")
            or mention.type == "change"
        ):
            continue
        if _some_of(line, mention) or _aged(line, mention):
            continue
        found = _hurt(line, mention, marks)
        states, spans = _victims(page, index, mention)
        if (
            found
            and not states
            and last
            and not _anyone(line, mention)
            and _AND.search(line.text[last[2] : mention.span.start])
        ):
            states, spans = last[0], last[1]
        part = bool(total) and bool(
            pattern("parts").search(
                _ASIDE.sub("", line.text[max(line.span.start, mention.span.start - 70) : mention.span.start])[-44:]
            )
        )
        if (
            not found
            and measure
            and states
            and _JOINED.search(line.text[max(line.span.start, mention.span.start - 30) : mention.span.start])
        ):
            found = measure, mention.span
        if found and total and left > 0 and amount.value <= left and states and not part:
            part = line.text[total[2].end : mention.span.start].count(",") > 0
        if part and total:
            found = total[0], mention.span
            left -= amount.value
        if not found or (part and not states) or pattern("not_hurt").match(line.text, mention.span.end + 1):
            continue
        measure = found[0]
        if not part:
            total, left = (measure, amount.value, mention.span), float(amount.value)
        taken.add(mention.span.start)
        last = (states, spans, mention.span.end) if states else None
        yield _casualty(page, index, mention, found, states, spans)


def _some_of(line: Line, mention: Mention) -> bool:
    """ "Five miners, one of them a boy, died": the one is in the five."""
    return _SOME_OF.match(line.text, mention.span.end) is not None and any(
        0 < mention.span.start - m.span.end < 50 for m in line.amounts if m.type != "change"
    )


def _aged(line: Line, mention: Mention) -> bool:
    """Whether a number is somebody's age: "a woman of 46", "Fisherman, 22, shot dead"."""
    text, span = line.text, mention.span
    return bool(
        (_AGED.search(text, max(line.span.start, span.start - 40), span.start) and not mention.attributes.get("noun"))
        or (
            text[span.start - 2 : span.start] == ", "
            and text[span.end : span.end + 1] == ","
            and text[span.start].isdigit()
        )
        or re.match(r"[- ]years?[- ]olds?\b", text[span.end : span.end + 12])
    )


def _anyone(line: Line, mention: Mention) -> bool:
    """ "Two others", "seven people": they may be of either side."""
    noun = str(mention.attributes.get("noun", "")).lower()
    return noun in ("people", "persons", "others") or bool(re.match(r" others?\b", line.text[mention.span.end :][:8]))


def _single(line: Line) -> Iterator[Mention]:
    """ "A soldier was killed", "wounding a villager": one, told by an article."""
    for key in ("one_hurt", "hurt_one", "one_more_hurt", "one_told"):
        for match in pattern(key).finditer(line.text, line.span.start, line.span.end):
            span = Span(*match.span("one"))
            if not any(a.span.start - span.end < 16 and span.start < a.span.start for a in line.amounts):
                yield Mention("number", span, amount=Amount(1), attributes={"noun": match.groupdict().get("who") or ""})


def _marks(line: Line) -> list[tuple[str, Span]]:
    found = [
        (name, Span(*m.span()))
        for name in _HURT
        for m in pattern(name).finditer(line.text, line.span.start, line.span.end)
    ]
    return sorted(found, key=lambda f: f[1])


def _hurt(line: Line, mention: Mention, marks: list[tuple[str, Span]]) -> tuple[str, Span] | None:
    """The word of harm that a number belongs to: right before it, else the next behind it."""
    text, span = line.text, mention.span
    before = pattern("hurt_before").search(text, max(line.span.start, span.start - 60), span.start)
    if pattern("toll").search(text, line.span.start, span.start):
        return "killed", next(m[1] for m in marks if m[0] == "killed")
    if before:
        word = next((m for m in reversed(marks) if m[1].end <= span.start and m[1].start >= before.start() - 2), None)
        behind = next((m for m in marks if m[1].start >= span.end and m[1].start - span.end < 24), None)
        if word is not None and not (
            behind
            and re.match(r"^(?:toll|dead)", text[word[1].start : word[1].end], re.I) is None
            and re.match(r"\s*(?:others? )?$", text[span.end : behind[1].start])
        ):
            return word
        if behind is not None:
            return behind
    for name, word_span in marks:
        if word_span.start < span.end:
            continue
        between = _ASIDE.sub("", text[span.end : word_span.start])
        if len(between) > 110 or re.search(r"[;:.]", between):
            return None
        if re.search(
            r"(?:\band|,) (?:\w+ ){1,2}of (?:them|whom)\b"
            r"|\b(?:said|told|attacked|crossed|stormed|agreed|signed|that|which|shot at|cost|opened)\b",
            between,
        ):
            return None
        return name, word_span
    return None


def _victims(page: Page, index: int, mention: Mention) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The state whose people a number counts: "six Tajik nationals", "five of the dead were Kenyan herders"."""
    line = page.lines[index]
    following = min((a.span.start for a in line.amounts if a.span.start >= mention.span.end), default=line.span.end)
    for state in page.here[index]:
        if state.type != "state" or len(state.states) != 1 or not mention.span.end <= state.span.start < following:
            continue
        between = line.text[mention.span.end : state.span.start]
        if re.fullmatch(r"[^.,;()]{0,60} on the ", between) and line.text[state.span.end :][:5] == " side":
            return state.states, (state.span,)
        if pattern("victims").fullmatch(between):
            sided = re.search(r"\bon (?:the )?$", between)
            if (state.form.startswith("demonym") and not sided) or (
                sided and re.match(r" side", line.text[state.span.end : state.span.end + 5])
            ):
                return state.states, (state.span,)
    if (own := _own_people(page, index, mention)) is not None:
        return own.states, (own.span,)
    stem = str(mention.attributes.get("noun", "")).rstrip("s")
    if len(stem) < 4 or stem in ("people", "person", "other"):
        return (), ()
    for state in page.here[index]:
        if (
            state.type == "state"
            and len(state.states) == 1
            and state.span.end <= mention.span.start
            and re.match(rf" (?:\w+ )?{re.escape(stem)}s?\b", line.text[state.span.end : state.span.end + 30])
        ):
            return state.states, (state.span,)
    return (), ()


def _own_people(page: Page, index: int, mention: Mention) -> Mention | None:
    """ "The Omani navy said two of its sailors", "put Omani dead at two", "farmers on the Omani side"."""
    text = page.lines[index].text
    named = [m for m in page.here[index] if m.type == "state" and len(m.states) == 1]
    for state in reversed([m for m in named if m.span.end <= mention.span.start]):
        between = text[state.span.end : mention.span.start]
        if counted("its_own").search(text, mention.span.start, min(page.lines[index].span.end, mention.span.end + 24)):
            return state if counted("says").search(between) else None
        if counted("their_dead").match(between):
            return state
    return None


def _violent(page: Page, index: int) -> bool:
    """Whether what is told belongs to the two states: violence at their border, or a clash told near by."""
    context = page.context
    window = range(max(0, index - 3), min(index + 2, len(page.lines)))
    own = pattern("violence").search(page.lines[index].text, *_whole(page, index))
    if own is None and counted("accident").search(page.lines[index].text, *_whole(page, index)):
        return False
    states = {s for at in (*window, 0) for m in page.here[at] if m.type == "state" for s in m.states}
    driven = pattern("displaced").search(page.lines[index].text, *_whole(page, index))
    if (own or driven) and len(page.pair) > 1 and states & set(page.pair[:2]):
        return True
    if index - context.hurt_at <= _NEAR:
        return True
    if len(states & set(page.pair)) < 2 and not between_states(page):
        return False
    if any(counted("accident").search(page.lines[at].text, *_whole(page, at)) for at in window if at <= index):
        return False
    return any(pattern("violence").search(page.lines[at].text, *_whole(page, at)) for at in window)


def _whole(page: Page, index: int) -> tuple[int, int]:
    span = page.lines[index].span
    return span.start, span.end


def _casualty(
    page: Page, index: int, mention: Mention, found: tuple[str, Span], states: tuple[str, ...], spans: tuple[Span, ...]
) -> Figure:
    line, context = page.lines[index], page.context
    others = [m.span for m in line.amounts if m is not mention]
    period = period_of(
        line, mention.span, (line.span.start, line.span.end), [s for s in others if s.start > found[1].end]
    )
    named = [m for m in page.here[index] if m.type == "incident" and m.span.start > mention.span.end]
    fled = _since_event(line) if found[0] == "displaced" else None
    period = fled or period
    period = _unless_counted(line, mention, period) or _of_attack(line, found[1]) or _of_clause(page, index)
    if (period is None and index - context.hurt_at <= 12) or (period is None and context.hurt_at < 0):
        if line.kind != "headline":
            context.hurt_period = context.hurt_period or _event_day(page, index) or _story_day(page, index)
        period = context.hurt_period
    elif period is not None and not named and found[0] != "displaced":
        context.hurt_period = period
    if found[0] == "displaced" and context.hurt_at < 0 and not any(period is d or period is fled for d in line.dates):
        period = None
    context.hurt_at = index
    told = line.text[max(line.span.start, mention.span.start - 40) : mention.span.start]
    if pattern("based").search(told):  # "26 dead in 2024, against nineteen in 2023"
        period = period_of(line, mention.span, (line.span.start, line.span.end), others, True) or _dated(line, mention)
    figure = Figure(found[0], found[1], amount=_people(mention), period=closed(line, period, page.today))
    figure.about, figure.about_spans = (states, spans) if states else (page.pair[:2], page.pair_spans[:2])
    if named and named[0].name and period is not context.hurt_period:
        figure.of, figure.of_spans = named[0].name, (named[0].span,)
    else:
        figure.of, figure.of_spans = context.incident
    return figure


def _since_event(line: Line) -> Mention | None:
    """ "Have fled since the violence erupted on 7 July": from that day on."""
    for when in line.dates:
        start = max(line.span.start, when.span.start - 90)
        if when.period is not None and not when.period.open and _SINCE.search(line.text, start, when.span.start):
            return when.but(period=when.period.since())
    return None


def _event_day(page: Page, index: int) -> Mention | None:
    """The day that a later sentence gives to the violence: "lost their lives on Sunday evening when the shell struck"."""
    for at in range(index + 1, min(index + _NEAR, len(page.lines))):
        line = page.lines[at]
        words = pattern("killed").search(line.text, *_whole(page, at)) or pattern("violence").search(
            line.text, *_whole(page, at)
        )
        if words is None or counted("dealt").search(line.text, *_whole(page, at)):
            continue
        days = [d for d in told_dates(line) if d.period is not None and d.period.first == d.period.last]
        if len(days) == 1:
            return days[0]
    return None


def _unless_counted(line: Line, mention: Mention, when: Mention | None) -> Mention | None:
    """A date, unless it belongs to a count of such cases ("the third such shooting this year") or to what came later
    ("closed on 12 March, two days after six people were injured")."""
    if when is None:
        return None
    lead = line.text[max(line.span.start, when.span.start - 48) : when.span.start]
    later = counted("days_after").search(line.text, when.span.end, max(when.span.end, mention.span.start))
    if later:
        return _days_before(line, when, mention)
    if counted("nth_of").search(lead) or _of_dealing(line, when, mention.span.start):
        return None
    return when


def _of_dealing(line: Line, when: Mention, harm: int) -> bool:
    """ "On Tuesday summoned the envoy over a shell that killed two people": the day is not that of the shell."""
    told = counted("dealt").search(line.text, line.span.start, harm)
    if told is None:
        return False
    joined = counted("over_it").search(line.text, told.end(), harm)
    return joined is not None and when.span.end <= joined.start()


def _story_day(page: Page, index: int) -> Mention | None:
    """The last day told before, of what happened on the ground."""
    for at in range(index - 1, max(-1, index - _NEAR), -1):
        line = page.lines[at]
        days = [d for d in told_dates(line) if d.period is not None and d.period.length.days < 4]
        if len(days) == 1 and counted("happened").search(line.text, *_whole(page, at)):
            return days[0]
    return None


def _days_before(line: Line, when: Mention, mention: Mention) -> Mention | None:
    """ "Recalled its envoy on Monday, two days after a farmer was shot dead": on Saturday."""
    told = _COUNTED_DAYS.search(line.text, when.span.end, mention.span.start)
    if told is None or when.period is None or when.period.first != when.period.last:
        return None
    number = 1 if told["n"] in ("a", "an", "the") else parse_number(told["n"])
    if not number or number > 30:
        return None
    days = int(number) * (7 if told["unit"] == "week" else 1)
    return when.but(period=Period.day(when.period.first - timedelta(days=days)), antecedents=(Span(*told.span()),))


def _of_attack(line: Line, words: Span) -> Mention | None:
    """ "The armed attack of 27 January 2023, as a result of which two employees were wounded"."""
    for when in line.dates:
        lead = line.text[max(line.span.start, when.span.start - 40) : when.span.start]
        if when.period is not None and when.span.end <= words.start and counted("attack_of").search(lead):
            return when
    return None


def _of_clause(page: Page, index: int) -> Mention | None:
    """The date that the clause of harm or of fighting itself has."""
    line = page.lines[index]
    harm = (c for c in page.own[index] if c.concept in _HARM and c.when is not None)
    told = ((c.when, c.trigger.start) for c in harm)
    return next(
        (
            w
            for w, at in told
            if w is not None and w.period is not None and w.period.length.days < 40 and not _of_dealing(line, w, at)
        ),
        None,
    )


def _dated(line: Line, mention: Mention) -> Mention | None:
    """The date right behind a number and its words of harm ("nineteen dead in 2023")."""
    after = (d for d in told_dates(line) if d.span.start >= mention.span.end)
    when = next(after, None)
    return when if when is not None and when.span.start - mention.span.end < 40 else None


def _people(mention: Mention) -> Mention:
    amount = mention.amount
    return mention.but(amount=replace(amount, unit="people")) if amount is not None else mention
