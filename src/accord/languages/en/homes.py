"""The states of those in office whose state the text does not say beside them: that of the government spoken of just
before, of the capital they speak in, or of the place that the report is dated from."""

from __future__ import annotations

from collections.abc import Sequence

from accord.document import Span
from accord.languages import patterns as re
from accord.languages.en.datelines import letterhead, place_of_writing
from accord.languages.en.names.names import find_names
from accord.languages.en.names.office_words import INTERNATIONAL
from accord.languages.en.referents import led_in
from accord.languages.en.text.phrases import Line
from accord.languages.views import Mention

__all__ = ["abroad", "at_home"]

_GOVERNING = re.compile(
    r"\b(?:minister|president|premier|secretary|chancellor|king|queen|emir|sultan|head of state|spokes(?:man|woman|person)|speaker"
    r"|taoiseach|prince|adviser|governor|ambassador|envoy)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\b(?:President of the Republic|Head of State)$", re.IGNORECASE)
_IN = re.compile(r"\s*In[ ]$")
_OPENING = 60  # characters from which a sentence's first words are its subject


_GOING = re.compile(
    r",?\s*(?:[\w'’,-]+\s+){0,6}?(?:travel\w*|fl(?:y|ies|ew|ying)|arriv\w+|land(?:s|ed)?|head(?:s|ed|ing)?|due|expected|visit\w*|paid|pay(?:s|ing)?|leav(?:es|ing)|left|depart\w*"
    r"|touch(?:es|ed) down|go(?:es|ing)|went|trip|will be|shall be)\b(?:\s+[\w'’-]+){0,7}?\s+(?:to|in|at|for|into)\s+(?:the\s+)?|,?\s*(?:[\w'’,-]+\s+){0,6}?visit(?:s|ed|ing)?\s+"
)
_AND_TO = re.compile(r",?\s*(?:and|then|,)?\s*(?:then\s+)?(?:to\s+)?(?:the\s+)?")
_BACK = re.compile(r"\b(?:return\w*|back|home|invit\w*|said|says|told|that|receiv\w*|host\w*|met|meet\w*)\b")
_TO_WHOM = re.compile(r"\s(?:his|her|my)\s+(?:visiting\s+)?$")
_EQUAL = re.compile(r"\s(?:\w+\s+){0,2}?(?:counterpart|colleague|opposite number|homologue|host)s?\b")
_SAME = re.compile(r"(?:He|She|I)\b")


def abroad(
    lines: Sequence[Line], mentions: list[Mention], pair: tuple[str, ...], spans: tuple[Span, ...]
) -> list[Mention]:
    """The mentions, those in office whose state is not told but who go to one state of the pair, or have a counterpart in
    it, given the other."""
    if len(pair) < 2:
        return mentions
    held = {(m.office.casefold(), s) for m in mentions if m.type == "person" and m.office for s in m.states}
    known: dict[str, int] = {}
    last: Mention | None = None
    at = 0
    for line in lines:
        while at < len(mentions) and mentions[at].span.start < line.span.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].span.start < line.span.end:
            end += 1
        here, at = mentions[at:end], end
        people = [m for m in here if m.type == "person"]
        same = _SAME.match(line.text, line.span.start, line.span.end)
        for m in people:
            if m.name in known or not _placeless(m):
                continue
            to = _visit_by(line, m, here, pair) or _away(line.text, m.span.end, here, pair)
            if to is not None and (m.office.casefold(), pair[1 - pair.index(to)]) not in held:
                known[m.name] = 1 - pair.index(to)
        if (
            same
            and last is not None
            and _placeless(last)
            and (to := _away(line.text, same.end(), here, pair)) is not None
        ):
            known.setdefault(last.name, 1 - pair.index(to))
        last = people[0] if len(people) == 1 and not led_in(line, people[0]) else (last if not people else None)
    return [
        m.but(states=(pair[known[m.name]],), antecedents=(*m.antecedents, spans[known[m.name]]))
        if m.type == "person" and m.name in known and not m.states
        else m
        for m in mentions
    ]


def _placeless(m: Mention) -> bool:
    return not m.states and bool(m.office) and m.form != "expert" and not INTERNATIONAL.search(m.office)


_BY = re.compile(r"\s+(?:by|of)\s+(?:the\s+|its\s+)?$")
_VISIT_TO = re.compile(r"\b(?:visit|trip|tour)s?\s+to\s+(?:the\s+)?$")


def _visit_by(line: Line, m: Mention, here: Sequence[Mention], pair: tuple[str, ...]) -> str | None:
    """The state of the pair in "a visit to S by N"."""
    for s in here:
        if (
            s.type in ("state", "place")
            and len(s.states) == 1
            and s.states[0] in pair[:2]
            and s.span.end <= m.span.start
        ):
            before = line.text[max(line.span.start, s.span.start - 20) : s.span.start]
            if _BY.fullmatch(line.text[s.span.end : m.span.start]) and _VISIT_TO.search(before):
                return s.states[0]
    return None


def _away(text: str, start: int, here: Sequence[Mention], pair: tuple[str, ...]) -> str | None:
    """The state of the pair that somebody told before `start` goes to, or has a counterpart in."""
    others = [m.span.start for m in here if m.type == "person" and m.span.start >= start]
    for s in here:
        if (
            s.type not in ("state", "place")
            or len(s.states) != 1
            or s.states[0] not in pair[:2]
            or s.span.start < start
        ):
            continue
        between = text[start : s.span.start]
        if len(between) > 120 or ";" in between:
            return None
        if _TO_WHOM.search(between) and s.form.startswith("demonym") and _EQUAL.match(text, s.span.end):
            return s.states[0] if len(between) < 60 else None
        went = not any(o < s.span.start for o in others) and _GOING.fullmatch(between) and not _BACK.search(between)
        if went and not s.form.startswith("demonym"):
            further = (
                o for o in here if o.type in ("state", "place") and set(o.states) & set(pair[:2]) - set(s.states)
            )
            tour = any(_AND_TO.fullmatch(text[s.span.end : o.span.start]) for o in further if o.span.start > s.span.end)
            return None if tour else s.states[0]
    return None


def at_home(
    lines: Sequence[Line],
    mentions: list[Mention],
    pair: tuple[str, ...],
    publisher: str = "",
    head: Mention | None = None,
) -> list[Mention]:
    """The mentions, those in office without a state given one where the text has it; `head` is the one state that a
    section is headed by."""
    if not pair:
        return mentions
    written = (letterhead(lines), place_of_writing(lines))
    home = next((place for place in written if place is not None), None)
    own = head or home or _of_publisher(lines, publisher, pair)
    known: dict[str, Mention] = {}
    changed: dict[int, Mention] = {}
    before: Mention | None = None
    at = 0
    for line in lines:
        while at < len(mentions) and mentions[at].span.start < line.span.start:
            at += 1
        end = at
        while end < len(mentions) and mentions[end].span.start < line.span.end:
            end += 1
        here = mentions[at:end]
        for m in here:
            state = None if m.states else _state(line, m, here, before, home, pair, own)
            if state is not None:
                changed[id(m)] = m.but(states=state.states[:1], antecedents=(*m.antecedents, state.span))
                if m.type == "person":
                    known.setdefault(m.name, changed[id(m)])
        before = _subject(line, here, pair)
        at = end
    found = [changed.get(id(m), m) for m in mentions]
    found = [
        m.but(states=known[m.name].states, antecedents=(*m.antecedents, *known[m.name].antecedents[-1:]))
        if m.type == "person" and not m.states and m.name in known and id(m) not in changed
        else m
        for m in found
    ]
    return _heads(found)


def _state(
    line: Line,
    m: Mention,
    here: Sequence[Mention],
    before: Mention | None,
    home: Mention | None,
    pair: tuple[str, ...],
    own: Mention | None,
) -> Mention | None:
    """Whose state somebody in office has."""
    if m.type not in ("person", "office") or m.form == "expert" or m.attributes.get("plural") or not m.office:
        return None
    if m.attributes.get("counterpart") or m.attributes.get("pronoun") or INTERNATIONAL.search(m.office):
        return None
    if home is not None and _HEAD.search(m.office):
        return home
    side = _side(line, m, here)
    if side is not None:
        return side
    if m.type != "person" or not _GOVERNING.search(m.office) or m.span.start - line.span.start > _OPENING:
        return None
    place = next((p for p in here if p.type in ("place", "state") and p.span.start < m.span.start), None)
    if (
        place is not None
        and len(place.states) == 1
        and place.form == "capital"
        and _IN.match(line.text[line.span.start : place.span.start])
    ):
        return place if place.states[0] in pair else None
    dated = home.span if home is not None else None
    others = any(
        p.states and p.type in ("state", "person", "office") and p.span.start < m.span.start and p.span != dated
        for p in here
    )
    return (before or own) if not others else None


def _of_publisher(lines: Sequence[Line], publisher: str, pair: tuple[str, ...]) -> Mention | None:
    """The state of the pair that the publisher's name tells ("Nicosia Courier"), where the text names it too."""
    told = {s for m in find_names(publisher) if m.type in ("state", "place") for s in m.states} & set(pair)
    if len(told) != 1:
        return None
    return next(
        (
            m
            for line in lines
            for m in line.at
            if m is not None and m.type in ("state", "place") and set(m.states) == told
        ),
        None,
    )


_LED_BY = re.compile(
    r"\s*(?:(?:side|delegation|team|party|mission|group)(?:,|\s+(?:was|is|were|had been))?\s*(?:(?:which was |is |was )?(?:led|headed|chaired|represented)\s+by|,)"
    r"|:?\s*\((?:signed|Sgd\.?)\)|:)\s*(?:the\s+)?(?:(?:Mrs|Mr|Ms|Dr|H\.E|Hon)\.?\s+){0,2}$"
)
_LEADS = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:led|headed|leads|heads|represented|leading|heading)\s+(?:the|a|an|his|her)\s+(?:\w+\s+){0,2}$"
)
_SIDE = re.compile(r"\s+(?:side|delegation|team|mission|group)\b")
_FOR = re.compile(r"\s*,?\s*(?:for|on behalf of)\s+(?:the\s+)?$")


def _side(line: Line, m: Mention, here: Sequence[Mention]) -> Mention | None:
    """ "The Iraqi side was headed by ...", "... led the Kuwaiti side", "signed by ... for Burundi"."""
    text = line.text
    for s in here:
        if s.type != "state" or len(s.states) != 1:
            continue
        if s.span.end <= m.span.start and m.span.start - s.span.end < 70:
            dated = s.form in ("capital", "city") and any(d.span.end <= s.span.start for d in line.dates)
            if _LED_BY.match(text[s.span.end : m.span.start]) and not dated:
                return s
        elif s.span.start >= m.span.end and s.span.start - m.span.end < 40:
            between = text[m.span.end : s.span.start]
            if (_LEADS.match(between) and _SIDE.match(text, s.span.end)) or (
                _FOR.match(between) and s.form != "demonym"
            ):
                return s
    return None


def _subject(line: Line, here: Sequence[Mention], pair: tuple[str, ...]) -> Mention | None:
    """The government that a sentence opens with ("Hungary on Tuesday ordered ..."), where it is of the pair."""
    first = next((m for m in here if m.type in ("state", "person", "office", "organisation")), None)
    if (
        first is None
        or first.type != "state"
        or first.form not in ("name", "capital", "official")
        or first.states[0] not in pair
    ):
        return None
    opening = line.text[line.span.start : first.span.start]
    start = (
        opening.rfind(") - ")
        if ") - " in opening
        else max(opening.rfind(" – "), opening.rfind(" - "), opening.rfind("-- "))
    )
    words = opening[start + 4 :] if start >= 0 else opening
    owning = line.text[first.span.end : first.span.end + 2] in ("'s", "’s")
    return first if not words.strip(" '") and not owning else None


def _heads(mentions: list[Mention]) -> list[Mention]:
    """A head of state in office alone is the head of that state who is named."""
    named: dict[str, set[str]] = {}
    holders: dict[str, Mention] = {}
    for m in mentions:
        if (
            m.type == "person"
            and len(m.states) == 1
            and ("president" in m.office.lower() and "vice" not in m.office.lower())
        ):
            named.setdefault(m.states[0], set()).add(m.name)
            holders.setdefault(m.states[0], m)
    found = []
    for m in mentions:
        if (
            m.type == "office"
            and len(m.states) == 1
            and _HEAD.search(m.office)
            and len(named.get(m.states[0], ())) == 1
        ):
            holder = holders[m.states[0]]
            m = m.but(type="person", name=holder.name, office=holder.office, form="office", definite=False,
                      antecedents=(*m.antecedents, holder.span), attributes={**m.attributes, "role": holder.attributes.get("role", "")})  # fmt: skip
        found.append(m)
    return found
