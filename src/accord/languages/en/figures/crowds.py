"""People in numbers: the displaced, whom words of flight tell, or a text about flight where people cross and arrive."""

from __future__ import annotations

from accord.languages import patterns as re
from accord.languages.en.figures.words import Page, counted, kind_of
from accord.languages.views import Mention

__all__ = ["are_displaced", "bare_people", "of_flight"]

_MARKS = 3  # words of flight that make a text one about flight; fewer do where one is plain
_PLAIN = frozenset(("refug", "displ", "unhcr", "asylu", "idps", "uproo"))
_PEOPLE = frozenset(
    "people persons individuals villagers residents families households inhabitants civilians others nationals citizens "
    "men women children newcomers arrivals migrants locals townspeople".split()
)


def of_flight(page: Page) -> bool:
    """Whether the text is about people in flight: several words of it, two of them different."""
    if page.context.flight is None:
        found = [m[0][:5].lower() for m in counted("flight_marks").finditer(page.lines[0].text)]
        page.context.flight = len(set(found)) > 1 and (len(found) >= _MARKS or bool(_PLAIN & set(found)))
    return page.context.flight


def bare_people(page: Page, index: int, mention: Mention) -> bool:
    """Whether a number counts people without a calling: "3,140 people", "1.4 million Syrians", "6,300 of them"."""
    noun = str(mention.attributes.get("noun", "")).lower()
    if noun in _PEOPLE:
        return True
    line = page.lines[index]
    state = next(
        (
            m
            for m in page.here[index]
            if m.type == "state" and m.form.startswith("demonym") and 0 < m.span.start - mention.span.end < 10
        ),
        None,
    )
    if state is not None:
        low = line.text[state.span.start : state.span.end].lower()
        return noun in ("", low) and not re.match(r" [a-z]+s\b", line.text[state.span.end : state.span.end + 24])
    return not noun and kind_of(mention) in ("none", "people")


def are_displaced(page: Page, index: int, mention: Mention) -> bool:
    """ "Chad shelters 900,000 Sudanese", "some 1,200 villagers have left Solumba for Foya"."""
    amount = mention.amount
    if amount is None or amount.value < 20 or kind_of(mention) not in ("none", "people"):
        return False
    line, span = page.lines[index], mention.span
    text, start, end = line.text, line.span.start, line.span.end
    stop = text.find(";", span.end, end)
    end = end if stop < 0 else stop
    after = span.end, min(end, span.end + 110)
    if counted("no_flight").search(text, max(start, span.start - 50), after[1]):
        return False
    plain = bare_people(page, index, mention)
    noun = str(mention.attributes.get("noun", "")).lower()
    if noun in ("refugees", "evacuees", "asylum-seekers", "seekers", "returnees", "idps"):
        return True
    if not plain:
        return False
    if counted("asylum").search(text, *after) or counted("flight_of").search(text, start, span.start):
        return True
    if counted("hosts").search(text, max(start, span.start - 60), span.start):
        return of_flight(page) or _state_behind(page, index, mention)
    if not of_flight(page):
        return False
    told = counted("flight_way").search(text, *after) or counted("flight_way").search(text, start, span.start)
    return told is not None and not counted("per_day").match(text, span.end, end)


def _state_behind(page: Page, index: int, mention: Mention) -> bool:
    return any(m.type == "state" and 0 < m.span.start - mention.span.end < 30 for m in page.here[index])
